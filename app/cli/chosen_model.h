#pragma once

#include "app/cli/console.h"
#include "inference/engine.h"

#include <filesystem>
#include <string>

namespace fleming::app::cli {

/// The model's folder: `given`, else FLEMING_MODEL, else the demo model. Throws Error where there is none.
std::filesystem::path chooseModel(const std::string& given);

/// Reads what the folder holds, without loading it, and says once on `err` what the model says of itself, where it
/// does.
inference::ModelInfo inspectModel(const std::filesystem::path& folder, const inference::EngineOptions& options,
                                  Console& console);

}  // namespace fleming::app::cli
