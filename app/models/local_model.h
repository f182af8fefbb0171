#pragma once

#include "app/models/model_backends.h"

namespace fleming::app {

/// Returns the backend for checkpoints on this machine, which runs inference::Engine. A loaded model has one thread,
/// on which everything happens that uses the engine.
ModelBackend<LocalCheckpoint> localBackend();

}  // namespace fleming::app
