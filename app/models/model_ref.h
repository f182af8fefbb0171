#pragma once

#include "inference/engine.h"

#include <filesystem>
#include <string>
#include <variant>

namespace fleming::app {

/// A checkpoint folder on this machine, and how its model runs.
struct LocalCheckpoint {
    std::filesystem::path folder;
    inference::EngineOptions options{};
};

/// Names a model that can be loaded: one alternative for each kind of backend (see model_backends.h).
using ModelRef = std::variant<LocalCheckpoint>;

/// Returns the model that a user names on the command line, in the dialog or in the settings: the path of a checkpoint
/// folder.
ModelRef modelNamed(const std::string& name, const inference::EngineOptions& options);

}  // namespace fleming::app
