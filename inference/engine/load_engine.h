#pragma once

#include "inference/engine.h"

#include <filesystem>
#include <memory>
#include <stop_token>

// The engine module's side of inference/engine.h, which documents the functions of the same names.
namespace fleming::inference::core {

ModelInfo inspectCheckpoint(const std::filesystem::path& folder, const EngineOptions& options);

std::shared_ptr<Engine::Parts> loadEngine(const std::filesystem::path& folder, const EngineOptions& options,
                                          std::stop_token stop, const ProgressCallback& progress);

const ModelInfo& info(const Engine::Parts& engine);

const Tokenizer& tokenizer(const Engine::Parts& engine);

}  // namespace fleming::inference::core
