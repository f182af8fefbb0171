#pragma once

#include "app/cli/console.h"
#include "app/models/model_backends.h"

#include <memory>
#include <string>

namespace fleming::app::cli {

/// Chooses the model: `given` (--model), or else FLEMING_MODEL, or else the demo model. Throws Error if there is none.
ModelRef chooseModel(const std::string& given, const inference::EngineOptions& options = {});

/// Returns the folder of a model that must be on this machine.
const std::filesystem::path& checkpointFolder(const ModelRef& model);

/// Reads what a model is, without loading it, and prints its description to `err`, if it has one.
ModelSummary inspectModel(const ModelRef& model, Console& console);

/// Loads a model with a line of progress. Throws Error or Cancelled.
std::shared_ptr<Model> loadModel(const ModelRef& model, Console& console);

}  // namespace fleming::app::cli
