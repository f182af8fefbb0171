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

/// All that needs libtorch, as a table of functions: each does what the function or member of that name is documented
/// to do. Engine::Parts and Conversation::State are known outside the module by their addresses alone.
///
/// The engine is a module that is loaded when a model is first wanted, and not a library that programs link: libtorch
/// takes most of a second and 180 MB to set itself up, and exports names of LLVM, which would take the place of those
/// that OpenGL drivers bring.
struct EngineModule {
    ModelInfo (*inspectCheckpoint)(const std::filesystem::path& folder, const EngineOptions& options);
    std::shared_ptr<Engine::Parts> (*loadEngine)(const std::filesystem::path& folder, const EngineOptions& options,
                                                 std::stop_token stop, const ProgressCallback& progress);
    const ModelInfo& (*info)(const Engine::Parts& engine);
    const Tokenizer& (*tokenizer)(const Engine::Parts& engine);

    std::shared_ptr<Conversation::State> (*startConversation)(Engine::Parts& engine, const std::string& systemText,
                                                              const std::vector<PastTurn>& history);
    Answer (*ask)(Conversation::State& conversation, const Turn& turn, const GenerationOptions& options,
                  const TokenCallback& onToken, std::stop_token stop, const ReadingCallback& onReading);
    void (*prepare)(Conversation::State& conversation, const Turn& turn, std::stop_token stop);
    int (*cachedTokens)(const Conversation::State& conversation);

    void (*answerSideBySide)(Engine::Parts& engine, int atOnce, const NextInquiry& next, const InquiryDone& done,
                             std::stop_token stop);
    BenchmarkResult (*runBenchmark)(const BenchmarkOptions& options, const BenchmarkProgress& progress,
                                    std::stop_token stop);
};

/// The engine of this program. The first call loads lib/fleming-viewer/fleming_engine.so, which stands in the folder
/// above the program's, and takes as long as libtorch does; for any thread. Throws Error, naming the file and why,
/// where that cannot be done; the next call tries again.
const EngineModule& engineModule();

/// Makes `module` the engine of this program, for those that have one linked in. Before the first engineModule().
void useEngineModule(const EngineModule& module);

/// The one function that the module exports, by the name kEngineFunction: its table, or null where `stamp` is not that
/// of its own build: of the headers and the compiler by which the two sides know each other.
using EngineFunction = const EngineModule* (*)(const char* stamp);
inline constexpr const char* kEngineFunction = "fleming_engine";

}  // namespace fleming::inference
