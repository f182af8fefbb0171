#include "app/cli/answer_json.h"

#include "app/cli/command_text.h"
#include "app/evidence/provenance_json.h"

#include <QJsonArray>

namespace fleming::app::cli {

QJsonObject toJson(const inference::Answer& answer, const std::vector<viewer::Frame>& evidence,
                   const ModelIdentity& model) {
    QJsonArray tokens, frames;
    for (const inference::Token& token : answer.tokens) {
        QJsonObject json{{"id", token.id}, {"text", fromUtf8(token.text)}};
        if (model.capabilities.logProbabilities) json["logprob"] = double{token.logProbability};
        tokens.append(json);
    }
    for (const viewer::Frame& frame : evidence)
        frames.append(app::toJson(frame.provenance));
    const inference::Timing& timing = answer.timing;
    return {{"text", fromUtf8(answer.text)},
            {"reasoning", fromUtf8(answer.reasoning)},
            {"answer", fromUtf8(answer.finalAnswer)},
            {"finish", inference::toString(answer.finish)},
            {"prompt_tokens", answer.promptTokens},
            {"image_tokens", answer.imageTokens},
            {"tokens", tokens},
            {"evidence", frames},
            {"timing", QJsonObject{{"load_s", model.loadSeconds},
                                   {"vision_s", timing.visionSeconds},
                                   {"prefill_s", timing.prefillSeconds},
                                   {"decode_s", timing.decodeSeconds},
                                   {"tokens_per_s", timing.tokensPerSecond}}},
            {"model", QJsonObject{{"path", fromUtf8(model.info.path.string())},
                                  {"sha256", fromUtf8(model.sha256)},
                                  {"description", fromUtf8(model.info.description)},
                                  {"dtype", inference::toString(model.info.dtype)},
                                  {"quantization", inference::toString(model.info.quantization)},
                                  {"device", fromUtf8(model.info.device)}}}};
}

}  // namespace fleming::app::cli
