// What programs call, handed on to the engine module.
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

Conversation::Conversation(Engine& engine, std::string systemText, std::vector<PastTurn> history)
    : state_(engineModule().startConversation(engine.parts(), systemText, history)) {}

Answer Conversation::ask(const Turn& turn, const GenerationOptions& options, const TokenCallback& onToken,
                         std::stop_token stop, const ReadingCallback& onReading) {
    return engineModule().ask(*state_, turn, options, onToken, std::move(stop), onReading);
}

void Conversation::prepare(const Turn& turn, std::stop_token stop) {
    engineModule().prepare(*state_, turn, std::move(stop));
}
int Conversation::cachedTokens() const {
    return engineModule().cachedTokens(*state_);
}

void answerSideBySide(Engine& engine, int atOnce, const NextInquiry& next, const InquiryDone& done,
                      std::stop_token stop) {
    engineModule().answerSideBySide(engine.parts(), atOnce, next, done, std::move(stop));
}

BenchmarkResult runBenchmark(const BenchmarkOptions& options, const BenchmarkProgress& progress, std::stop_token stop) {
    return engineModule().runBenchmark(options, progress, std::move(stop));
}

}  // namespace fleming::inference
