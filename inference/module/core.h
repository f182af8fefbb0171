#pragma once

#include "inference/module/engine_module.h"

namespace fleming::inference::core {

// What the table of the engine module leads to; see EngineModule. Each is in the .cpp file of the header that documents
// it.

ModelInfo inspectCheckpoint(const std::filesystem::path& folder, const EngineOptions& options);
std::shared_ptr<Engine::Parts> loadEngine(const std::filesystem::path& folder, const EngineOptions& options,
                                          std::stop_token stop, const ProgressCallback& progress);
const ModelInfo& info(const Engine::Parts& engine);
const Tokenizer& tokenizer(const Engine::Parts& engine);

std::shared_ptr<Conversation::State> startConversation(Engine::Parts& engine, const std::string& systemText,
                                                       const std::vector<PastTurn>& history);
Answer ask(Conversation::State& conversation, const Turn& turn, const GenerationOptions& options,
           const TokenCallback& onToken, std::stop_token stop, const ReadingCallback& onReading);
void prepare(Conversation::State& conversation, const Turn& turn, std::stop_token stop);
int cachedTokens(const Conversation::State& conversation);

void answerSideBySide(Engine::Parts& engine, int atOnce, const NextInquiry& next, const InquiryDone& done,
                      std::stop_token stop);
BenchmarkResult runBenchmark(const BenchmarkOptions& options, const BenchmarkProgress& progress, std::stop_token stop);

/// All of them.
inline constexpr EngineModule kModule{
    .inspectCheckpoint = inspectCheckpoint,
    .loadEngine = loadEngine,
    .info = info,
    .tokenizer = tokenizer,
    .startConversation = startConversation,
    .ask = ask,
    .prepare = prepare,
    .cachedTokens = cachedTokens,
    .answerSideBySide = answerSideBySide,
    .runBenchmark = runBenchmark,
};

}  // namespace fleming::inference::core
