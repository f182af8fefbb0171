#include "inference/side_by_side.h"

#include "inference/engine.h"
#include "inference/module/engine_module.h"

namespace fleming::inference {

void answerSideBySide(Engine& engine, const NextRequest& next) {
    engineModule().answerSideBySide(engine.parts(), next);
}

}  // namespace fleming::inference
