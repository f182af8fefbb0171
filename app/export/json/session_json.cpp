#include "app/export/json/session_json.h"

#include "app/about.h"
#include "app/errors/error_text.h"
#include "app/evidence/provenance_json.h"
#include "app/export/export_time.h"
#include "app/session/file/stored_image.h"
#include "app/session/file/stored_values.h"
#include "app/session/measurement_json.h"
#include "app/utc_time.h"
#include "base/sha256.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace fleming::app {

namespace {

/// Returns true if a JSON text keeps these bytes: they are valid UTF-8, and Qt drops no byte order mark.
bool isKept(const std::string& text) {
    return QString::fromStdString(text).toStdString() == text;
}

QString base64(const std::string& bytes) {
    return QString::fromLatin1(QByteArray::fromStdString(bytes).toBase64());
}

/// Sets `key` to a text. Bytes that a JSON text does not keep are added as "<key>_base64".
void putText(QJsonObject& json, const char* key, const std::string& text) {
    json[QLatin1String(key)] = QString::fromStdString(text);
    if (!isKept(text)) json[QLatin1String(key) + QLatin1String("_base64")] = base64(text);
}

/// Sets `key` to an array of texts; if one is not kept, adds all as "<key>_base64".
void putTexts(QJsonObject& json, const char* key, const std::vector<std::string>& texts) {
    QJsonArray plain, encoded;
    for (const std::string& text : texts) {
        plain.append(QString::fromStdString(text));
        encoded.append(base64(text));
    }
    json[QLatin1String(key)] = plain;
    if (!std::ranges::all_of(texts, isKept)) json[QLatin1String(key) + QLatin1String("_base64")] = encoded;
}

/// JSON has no infinities and no NaN.
QJsonValue numberToJson(float logProbability) {
    if (std::isnan(logProbability)) return QJsonValue::Null;
    if (std::isinf(logProbability))
        return logProbability < 0 ? QStringLiteral("-Infinity") : QStringLiteral("Infinity");
    return double{logProbability};
}

QJsonObject tokenToJson(const inference::Token& token) {
    QJsonObject json{{"id", token.id},
                     {"log_probability", numberToJson(token.logProbability)},
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

QJsonObject answerToJson(const inference::Answer& answer, ExchangeState state) {
    QJsonObject json;
    putText(json, "text", answer.text);
    putText(json, "reasoning", answer.reasoning);
    putText(json, "final_answer", answer.finalAnswer);
    QJsonArray tokens;
    for (const inference::Token& token : answer.tokens)
        tokens.append(tokenToJson(token));
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

QJsonObject parametersToJson(const inference::GenerationOptions& options) {
    return {{"max_new_tokens", options.maxNewTokens},
            {"temperature", options.temperature},
            {"top_k", options.topK},
            {"top_p", options.topP},
            {"seed", QString::number(options.seed)}};  // 64 bits, which a JSON number does not keep
}

QJsonArray evidenceToJson(const Exchange& exchange) {
    QJsonArray evidence;
    for (std::size_t i = 0; i < exchange.evidence.size(); ++i) {
        const viewer::Frame& frame = exchange.evidence[i];
        const std::string& known = frame.provenance.pixelsSha256;
        const std::string digest = known.empty() ? sha256(std::as_bytes(std::span(frame.image.rgb))) : known;
        evidence.append(QJsonObject{{"image", exchange.firstImage + static_cast<int>(i)},
                                    {"width", frame.image.width},
                                    {"height", frame.image.height},
                                    {"pixels_sha256", QString::fromStdString(digest)},
                                    {"png", QString::fromLatin1(toPng(frame.image).toBase64())},
                                    {"provenance", app::toJson(frame.provenance)}});
    }
    return evidence;
}

QJsonObject spanToJson(const Span& span, const inference::Answer& answer) {
    QJsonObject json{{"passage", toWord(kPassages, span.passage)},
                     {"begin", static_cast<qint64>(span.begin)},
                     {"end", static_cast<qint64>(span.end)}};
    putText(json, "text", std::string(textOf(answer, span)));
    putText(json, "label", span.label);
    if (span.severity) json["severity"] = toWord(kSeverities, *span.severity);
    putText(json, "note", span.note);
    return json;
}

QJsonObject markToJson(const Mark& mark) {
    QJsonObject json{{"image", mark.image}, {"shape", toWord(kMarkShapes, mark.shape)},
                     {"x1", mark.x1},       {"y1", mark.y1},
                     {"x2", mark.x2},       {"y2", mark.y2}};
    putText(json, "note", mark.note);
    return json;
}

QJsonObject taxonomyToJson(const TaxonomyVersion& taxonomy) {
    QJsonObject json;
    putText(json, "name", taxonomy.name);
    putText(json, "version", taxonomy.version);
    putText(json, "definition", taxonomy.definition);
    return json;
}

QJsonObject reviewToJson(const Review& review, const inference::Answer& answer, const ExportOptions& options) {
    QJsonObject json{{"verdict", toWord(kVerdicts, review.verdict)}, {"time", exportedTime(review.timeMs, options)}};
    putText(json, "comment", review.comment);
    putText(json, "corrected_answer", review.correctedAnswer);
    putText(json, "reviewer", review.reviewer);
    putText(json, "reviewer_code", review.reviewerCode);
    putText(json, "reason", review.reason);
    if (review.confidence) json["confidence"] = *review.confidence;
    if (review.activeMs) json["active_ms"] = qint64{*review.activeMs};
    if (review.taxonomy != TaxonomyVersion()) json["taxonomy"] = taxonomyToJson(review.taxonomy);
    QJsonArray spans, marks, links;
    for (const Span& span : review.spans)
        spans.append(spanToJson(span, answer));
    for (const Mark& mark : review.marks)
        marks.append(markToJson(mark));
    for (const auto& [span, mark] : review.links)
        links.append(QJsonObject{{"span", span}, {"mark", mark}});
    putTexts(json, "tags", review.tags);
    json["spans"] = spans;
    json["marks"] = marks;
    json["links"] = links;
    QJsonArray measured;
    for (const auto& [span, measurement] : review.measured)
        measured.append(QJsonObject{{"span", span}, {"measurement", qint64{measurement}}});
    json["measured"] = measured;
    return json;
}

QJsonObject replayToJson(const ReplayRecord& replay, const ExportOptions& options) {
    QJsonObject json{{"identical", replay.identical},
                     {"tokens", qint64{replay.tokens}},
                     {"same", qint64{replay.same}},
                     {"time", exportedTime(replay.timeMs, options)}};
    putText(json, "model_sha256", replay.modelSha256);
    putText(json, "dtype", replay.dtype);
    putText(json, "device", replay.device);
    putText(json, "run", replay.run);
    return json;
}

QJsonObject modelToJson(const Exchange& exchange) {
    QJsonObject json;
    putText(json, "name", exchange.modelName);
    putText(json, "path", exchange.modelPath);
    putText(json, "sha256", exchange.modelSha256);
    putText(json, "dtype", exchange.dtype);
    putText(json, "device", exchange.device);
    putText(json, "description", exchange.modelDescription);
    return json;
}

QJsonObject recordToJson(const Verification& record) {
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

QJsonObject importToJson(const ImportRecord& import, const ExportOptions& options) {
    QJsonObject json{{"log", QString::fromStdString(import.head.log)},
                     {"event", qint64{import.head.sequence}},
                     {"head", QString::fromStdString(import.head.hash)},
                     {"sha256", QString::fromStdString(import.sha256)},
                     {"time", exportedTime(import.timeMs, options)}};
    putText(json, "file_name", import.fileName);
    return json;
}

QJsonObject measurementToJson(const RecordedMeasurement& measurement, const ExportOptions& options) {
    QJsonObject json = app::toJson(measurement);
    json.remove("time_ms");
    json["time"] = exportedTime(measurement.timeMs, options);
    putText(json, "name", measurement.name);
    putText(json, "note", measurement.note);
    putText(json, "frame_of_reference", measurement.frameOfReference);
    return json;
}

}  // namespace

QJsonObject headToJson(const SessionSnapshot& session, const ExportOptions& options) {
    QJsonArray imports, measurements;
    for (const RecordedMeasurement& measurement : session.measurements)
        measurements.append(measurementToJson(measurement, options));
    for (const ImportRecord& import : session.imports)
        imports.append(importToJson(import, options));
    QJsonObject json{{"format", "fleming-session"},
                     {"version", kSessionJsonVersion},
                     {"program", QString::fromStdString(programVersion())},
                     {"notice", QString::fromStdString(researchOnlyStatement())},
                     {"contains", QJsonObject{{"identity", options.keepIdentity},
                                              {"paths", options.includePaths},
                                              {"reviewer_names", options.reviewerNames || options.keepIdentity}}},
                     {"imports", imports},
                     {"measurements", measurements}};
    putText(json, "session", session.session.filename().string());
    putText(json, "title", session.title);
    if (options.keepIdentity) json["exported"] = utcTime(QDateTime::currentMSecsSinceEpoch());
    if (session.record) json["record"] = recordToJson(*session.record);
    return json;
}

QJsonObject exchangeToJson(const Exchange& exchange, bool isRecorded, const ExportOptions& options) {
    QJsonArray reviews, replays;
    for (const Review& review : exchange.reviews)
        reviews.append(reviewToJson(review, exchange.answer, options));
    for (const ReplayRecord& replay : exchange.replays)
        replays.append(replayToJson(replay, options));
    QJsonObject json{{"id", qint64{exchange.id}},
                     {"conversation", qint64{exchange.conversation}},
                     {"follows", qint64{exchange.follows}},
                     {"first_image", exchange.firstImage},
                     {"asked", exportedTime(exchange.askedMs, options)},
                     {"state", toWord(kStates, exchange.state)},
                     {"recorded", isRecorded},
                     {"reasoning_prompt", exchange.reasoningPrompt},
                     {"parameters", parametersToJson(exchange.options)},
                     {"model", modelToJson(exchange)},
                     {"evidence", evidenceToJson(exchange)},
                     {"answer", answerToJson(exchange.answer, exchange.state)},
                     {"reviews", reviews},
                     {"replays", replays}};
    putText(json, "question", exchange.question);
    putText(json, "system_text", exchange.systemText);
    putText(json, "run", exchange.run);
    if (exchange.state == ExchangeState::failed) putText(json, "failure", exchange.failure);
    return json;
}

}  // namespace fleming::app
