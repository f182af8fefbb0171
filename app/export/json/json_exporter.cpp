#include "app/export/json/json_exporter.h"

#include "app/about.h"
#include "app/errors/error_text.h"
#include "app/evidence/provenance_json.h"
#include "app/export/export_time.h"
#include "app/session/file/stored_values.h"
#include "app/utc_time.h"
#include "base/error.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

#include <cmath>

namespace fleming::app {

namespace {

/// Sets `key` to a text. Bytes that are not valid UTF-8 are added as "<key>_base64".
void putText(QJsonObject& json, const char* key, const std::string& text) {
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    json[QLatin1String(key)] =
        QString(decoder.decode(QByteArrayView(text.data(), static_cast<qsizetype>(text.size()))));
    if (!decoder.hasError()) return;
    json[QLatin1String(key) + QLatin1String("_base64")] =
        QString::fromLatin1(QByteArray::fromStdString(text).toBase64());
}

/// JSON has no infinities and no NaN.
QJsonValue toJson(float logProbability) {
    if (std::isnan(logProbability)) return QJsonValue::Null;
    if (std::isinf(logProbability))
        return logProbability < 0 ? QStringLiteral("-Infinity") : QStringLiteral("Infinity");
    return double{logProbability};
}

QJsonObject toJson(const inference::Token& token) {
    QJsonObject json{{"id", token.id},
                     {"log_probability", toJson(token.logProbability)},
                     {"channel", toWord(kChannels, token.channel)}};
    putText(json, "text", token.text);
    if (token.parts.size() > 1) {
        QJsonArray parts;
        for (const inference::TextPart& part : token.parts) {
            QJsonObject each{{"channel", toWord(kChannels, part.channel)}};
            putText(each, "text", part.text);
            parts.append(each);
        }
        json["parts"] = parts;
    }
    return json;
}

QJsonObject toJson(const inference::Answer& answer, ExchangeState state) {
    QJsonObject json;
    putText(json, "text", answer.text);
    putText(json, "reasoning", answer.reasoning);
    putText(json, "final_answer", answer.finalAnswer);
    QJsonArray tokens;
    for (const inference::Token& token : answer.tokens)
        tokens.append(toJson(token));
    json["tokens"] = tokens;
    if (state != ExchangeState::done) return json;
    QJsonArray promptIds;
    for (const std::int32_t id : answer.promptIds)
        promptIds.append(id);
    json["finish"] = toWord(kFinishes, answer.finish);
    json["prompt_ids"] = promptIds;
    json["prompt_tokens"] = answer.promptTokens;
    json["prefilled_tokens"] = answer.prefilledTokens;
    json["image_tokens"] = answer.imageTokens;
    json["timing"] = QJsonObject{{"vision_seconds", answer.timing.visionSeconds},
                                 {"prefill_seconds", answer.timing.prefillSeconds},
                                 {"decode_seconds", answer.timing.decodeSeconds},
                                 {"tokens_per_second", answer.timing.tokensPerSecond}};
    return json;
}

QJsonObject toJson(const inference::GenerationOptions& options) {
    return {{"max_new_tokens", options.maxNewTokens},
            {"temperature", options.temperature},
            {"top_k", options.topK},
            {"top_p", options.topP},
            {"seed", QString::number(options.seed)}};  // 64 bits, which a JSON number does not keep
}

QJsonArray evidenceJson(const Exchange& exchange) {
    QJsonArray evidence;
    for (std::size_t i = 0; i < exchange.evidence.size(); ++i) {
        const viewer::Frame& frame = exchange.evidence[i];
        evidence.append(QJsonObject{{"image", exchange.firstImage + static_cast<int>(i)},
                                    {"width", frame.image.width},
                                    {"height", frame.image.height},
                                    {"provenance", app::toJson(frame.provenance)}});
    }
    return evidence;
}

QJsonArray reviewsJson(const std::vector<Review>& reviews, const ExportOptions& options) {
    QJsonArray all;
    for (const Review& review : reviews) {
        QJsonObject json{{"verdict", toWord(kVerdicts, review.verdict)},
                         {"time", exportedTime(review.timeMs, options)}};
        putText(json, "comment", review.comment);
        putText(json, "reviewer", review.reviewer);
        putText(json, "reviewer_code", review.reviewerCode);
        all.append(json);
    }
    return all;
}

QJsonObject modelJson(const Exchange& exchange) {
    QJsonObject json;
    putText(json, "name", exchange.modelName);
    putText(json, "path", exchange.modelPath);
    putText(json, "sha256", exchange.modelSha256);
    putText(json, "dtype", exchange.dtype);
    putText(json, "device", exchange.device);
    putText(json, "description", exchange.modelDescription);
    return json;
}

QJsonObject exchangeJson(const Exchange& exchange, bool recorded, const ExportOptions& options) {
    QJsonObject json{{"id", qint64{exchange.id}},
                     {"conversation", qint64{exchange.conversation}},
                     {"asked", exportedTime(exchange.askedMs, options)},
                     {"state", toWord(kStates, exchange.state)},
                     {"recorded", recorded},
                     {"reasoning_prompt", exchange.reasoningPrompt},
                     {"parameters", toJson(exchange.options)},
                     {"model", modelJson(exchange)},
                     {"evidence", evidenceJson(exchange)},
                     {"answer", toJson(exchange.answer, exchange.state)},
                     {"reviews", reviewsJson(exchange.reviews, options)}};
    putText(json, "question", exchange.question);
    putText(json, "system_text", exchange.systemText);
    if (exchange.state == ExchangeState::failed) putText(json, "failure", exchange.failure);
    return json;
}

QJsonObject recordJson(const Verification& record) {
    QJsonObject json{{"log", QString::fromStdString(record.completeUpTo.log)},
                     {"events", qint64{record.events}},
                     {"complete_up_to_event", qint64{record.completeUpTo.sequence}},
                     {"sha256", QString::fromStdString(record.completeUpTo.hash)}};
    if (record.fault) {
        json["fault"] =
            QJsonObject{{"code", QString::fromStdString(record.fault->code())}, {"text", reasonOf(*record.fault)}};
    }
    return json;
}

void writeJson(const SessionSnapshot& session, const ExportOptions& options, QIODevice& device,
               const ExportProgress& progress, const std::stop_token& stop) {
    QJsonArray exchanges;
    for (const Exchange& exchange : session.exchanges) {
        if (stop.stop_requested()) throw Cancelled();
        exchanges.append(exchangeJson(exchange, !session.unrecorded.contains(exchange.id), options));
        progress(static_cast<double>(exchanges.size()) / static_cast<double>(session.exchanges.size()));
    }
    QJsonObject json{{"format", "fleming-session"},
                     {"version", 1},
                     {"program", QString::fromStdString(programVersion())},
                     {"notice", QString::fromStdString(researchOnlyStatement())},
                     {"session", QString::fromStdString(session.session.filename().string())},
                     {"exchanges", exchanges}};
    if (options.keepIdentity) json["exported"] = utcTime(QDateTime::currentMSecsSinceEpoch());
    if (session.record) json["record"] = recordJson(*session.record);
    device.write(QJsonDocument(json).toJson(QJsonDocument::Indented));
}

}  // namespace

const Exporter kJsonExporter{.id = "json",
                             .name = QT_TRANSLATE_NOOP("Exporters", "JSON data"),
                             .suffix = "json",
                             .isText = true,
                             .writeFile = writeJson};

}  // namespace fleming::app
