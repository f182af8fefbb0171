#pragma once

#include "inference/benchmark.h"
#include "inference/conversation.h"
#include "inference/engine.h"
#include "inference/side_by_side.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace fleming::inference {

/// The table of the functions that need libtorch. The public headers document the functions and members of the same
/// names. Outside the module, Engine::Parts and Conversation::State are opaque pointers.
///
/// The engine is a module that is loaded on first use, not a library that programs link, for two reasons: libtorch
/// takes most of a second and 180 MB to initialize, and it exports symbols of LLVM that would replace those of OpenGL
/// drivers.
struct EngineModule {
    ModelInfo (*inspectCheckpoint)(const std::filesystem::path& folder, const EngineOptions& options);
    std::shared_ptr<Engine::Parts> (*loadEngine)(const std::filesystem::path& folder, const EngineOptions& options,
                                                 std::stop_token stop, const ProgressCallback& progress);
    const ModelInfo& (*info)(const Engine::Parts& engine);
    const Tokenizer& (*tokenizer)(const Engine::Parts& engine);

    std::shared_ptr<Conversation::State> (*startConversation)(Engine::Parts& engine, const std::string& systemText,
                                                              const std::vector<PastTurn>& history);
    Answer (*ask)(Conversation::State& conversation, const Turn& turn, const GenerationOptions& options,
                  const RunToRepeat* repeat, const TokenCallback& onToken, std::stop_token stop,
                  const ReadingCallback& onReading);
    void (*prepare)(Conversation::State& conversation, const Turn& turn, std::stop_token stop);
    int (*cachedTokens)(const Conversation::State& conversation);

    void (*answerSideBySide)(Engine::Parts& engine, const NextRequest& next);
    BenchmarkResult (*runBenchmark)(const BenchmarkOptions& options, const BenchmarkProgress& progress,
                                    std::stop_token stop);
};

/// Returns the engine of this program. The first call loads ../lib/fleming-viewer/fleming_engine.so, relative to the
/// folder of the program, and takes about a second. Thread-safe. Throws Error with an "engine.module_" code and the
/// file as its source if the module cannot be loaded; the next call tries again.
const EngineModule& engineModule();

/// Makes `module` the engine of this program, if the program links one. Call it before the first engineModule().
void useEngineModule(const EngineModule& module);

/// The only function that the module exports, under the name kEngineFunction. Returns its table, or null if `stamp`
/// differs from that of its own build. The stamp is a digest of the compiler and the headers that both sides include.
using EngineFunction = const EngineModule* (*)(const char* stamp);
inline constexpr const char* kEngineFunction = "fleming_engine";

}  // namespace fleming::inference
