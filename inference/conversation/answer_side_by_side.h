#pragma once

#include "inference/engine.h"
#include "inference/side_by_side.h"

// The engine module's side of inference/side_by_side.h, which documents the function of the same name.
namespace fleming::inference::core {

void answerSideBySide(Engine::Parts& engine, const NextRequest& next);

}  // namespace fleming::inference::core
