#include "inference/engine.h"

#include "inference/module/engine_module.h"

#include <utility>

namespace fleming::inference {

ModelInfo inspectCheckpoint(const std::filesystem::path& folder, const EngineOptions& options) {
    return engineModule().inspectCheckpoint(folder, options);
}

Engine::Engine(const std::filesystem::path& folder, const EngineOptions& options, std::stop_token stop,
               const ProgressCallback& progress)
    : parts_(engineModule().loadEngine(folder, options, std::move(stop), progress)) {}

const ModelInfo& Engine::info() const {
    return engineModule().info(*parts_);
}

const Tokenizer& Engine::tokenizer() const {
    return engineModule().tokenizer(*parts_);
}

}  // namespace fleming::inference
