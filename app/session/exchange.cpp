#include "app/session/exchange.h"

#include "app/session/file/stored_values.h"

#include <QDateTime>

namespace fleming::app {

const char* toString(Verdict verdict) {
    return toWord(kVerdicts, verdict);
}

Verdict verdictFromString(const std::string& text) {
    return fromWord(kVerdicts, text);
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
