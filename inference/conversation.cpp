#include "inference/conversation.h"

#include "inference/engine.h"
#include "inference/module/engine_module.h"

#include <utility>

namespace fleming::inference {

Conversation::Conversation(Engine& engine, const std::string& systemText, const std::vector<PastTurn>& history)
    : state_(engineModule().startConversation(engine.parts(), systemText, history)) {}

Answer Conversation::ask(const Turn& turn, const GenerationOptions& options, const TokenCallback& onToken,
                         std::stop_token stop, const ReadingCallback& onReading) {
    return engineModule().ask(*state_, turn, options, nullptr, onToken, std::move(stop), onReading);
}

Answer Conversation::repeat(const Turn& turn, const GenerationOptions& options, const RunToRepeat& run,
                            const TokenCallback& onToken, std::stop_token stop, const ReadingCallback& onReading) {
    return engineModule().ask(*state_, turn, options, &run, onToken, std::move(stop), onReading);
}

void Conversation::prepare(const Turn& turn, std::stop_token stop) {
    engineModule().prepare(*state_, turn, std::move(stop));
}

int Conversation::cachedTokens() const {
    return engineModule().cachedTokens(*state_);
}

}  // namespace fleming::inference
