#include "app/session/exchange.h"

#include "base/error.h"

#include <QDateTime>

#include <algorithm>

namespace fleming::app {

std::vector<const Exchange*> pathTo(const std::vector<Exchange>& exchanges, std::int64_t exchange) {
    std::vector<const Exchange*> path;
    while (exchange != 0) {
        // Ids ascend, and an exchange follows an earlier one.
        const auto found = std::ranges::lower_bound(exchanges, exchange, {}, &Exchange::id);
        const bool isFound = found != exchanges.end() && found->id == exchange;
        if (!isFound || (!path.empty() && found->id >= path.back()->id))
            throw Error("session.no_exchange", {}, {std::to_string(exchange)});
        path.push_back(&*found);
        exchange = found->follows;
    }
    std::ranges::reverse(path);
    return path;
}

const std::string& textOf(const inference::Answer& answer, Passage passage) {
    return passage == Passage::reasoning ? answer.reasoning : answer.finalAnswer;
}

std::string_view textOf(const inference::Answer& answer, const Span& span) {
    const std::string_view text = textOf(answer, span.passage);
    const std::size_t begin = std::min(span.begin, text.size());
    return text.substr(begin, std::max(begin, span.end) - begin);
}

Exchange makeExchange(std::int64_t conversation, const Question& question, const ModelIdentity& model) {
    Exchange exchange;
    exchange.conversation = conversation;
    exchange.askedMs = QDateTime::currentMSecsSinceEpoch();
    exchange.question = question.text;
    exchange.systemText = question.systemText;
    exchange.reasoningPrompt = question.reasoningPrompt;
    exchange.options = question.options;
    exchange.evidence = question.evidence;
    exchange.modelName = model.info.name;
    exchange.modelPath = model.info.path.string();
    exchange.modelSha256 = model.sha256;
    exchange.dtype = model.info.typeName();
    exchange.device = model.info.device;
    exchange.modelDescription = model.info.description;
    return exchange;
}

}  // namespace fleming::app
