#pragma once

#include "app/models/model_backends.h"
#include "app/session/exchange.h"

namespace fleming::app {

/// Returns the checkpoint that gave the answer to `exchange`, with its type and device. A device that this machine
/// lacks is replaced by the default one. Throws Error "replay.model_absent" if its folder no longer exists.
LocalCheckpoint recordedModel(const ModelBackends& backends, const Exchange& exchange);

/// Returns engine options with the type and the device of the stored answer.
inference::EngineOptions recordedOptions(const Exchange& exchange);

}  // namespace fleming::app
