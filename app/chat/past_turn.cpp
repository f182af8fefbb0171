#include "app/chat/past_turn.h"

namespace fleming::app {

inference::PastTurn toPastTurn(const Exchange& exchange, const std::string& modelSha256) {
    inference::PastTurn past{toTurn(exchange.question, exchange.evidence, exchange.reasoningPrompt),
                             exchange.answer.text};
    if (exchange.modelSha256.empty() || exchange.modelSha256 != modelSha256) return past;
    past.promptIds = exchange.answer.promptIds;
    for (const inference::Token& token : exchange.answer.tokens)
        past.answerIds.push_back(token.id);
    return past;
}

}  // namespace fleming::app
