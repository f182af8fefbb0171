#include "app/review/review_json.h"

#include "app/session/file/stored_values.h"

#include <QJsonArray>
#include <QString>

#include <utility>

namespace fleming::app {

namespace {

void put(QJsonObject& json, const char* key, const std::string& text) {
    if (!text.empty()) json.insert(QLatin1String(key), QString::fromStdString(text));
}
void put(QJsonObject& json, const char* key, const QJsonArray& array) {
    if (!array.isEmpty()) json.insert(QLatin1String(key), array);
}
std::string textAt(const QJsonObject& json, const char* key) {
    return json[QLatin1String(key)].toString().toStdString();
}

/// Returns what `convert` makes of each element of a list.
template <typename List, typename Convert>
QJsonArray arrayOf(const List& list, Convert&& convert) {
    QJsonArray array;
    for (const auto& each : list)
        array.append(convert(each));
    return array;
}
template <typename Value, typename Convert>
std::vector<Value> listAt(const QJsonObject& json, const char* key, Convert&& convert) {
    std::vector<Value> list;
    for (const QJsonValue each : json[QLatin1String(key)].toArray())
        list.push_back(convert(each));
    return list;
}

QJsonObject spanJson(const Span& span) {
    QJsonObject json{{"passage", toWord(kPassages, span.passage)},
                     {"begin", static_cast<qint64>(span.begin)},
                     {"end", static_cast<qint64>(span.end)}};
    put(json, "label", span.label);
    if (span.severity) json.insert("severity", toWord(kSeverities, *span.severity));
    put(json, "note", span.note);
    return json;
}

Span spanFrom(const QJsonValue& value) {
    const QJsonObject json = value.toObject();
    Span span;
    span.passage = fromWord(kPassages, textAt(json, "passage"));
    span.begin = static_cast<std::size_t>(json["begin"].toInteger());
    span.end = static_cast<std::size_t>(json["end"].toInteger());
    span.label = textAt(json, "label");
    if (json.contains("severity")) span.severity = fromWord(kSeverities, textAt(json, "severity"));
    span.note = textAt(json, "note");
    return span;
}

QJsonObject markJson(const Mark& mark) {
    QJsonObject json{{"image", mark.image}, {"shape", toWord(kMarkShapes, mark.shape)},
                     {"x1", mark.x1},       {"y1", mark.y1},
                     {"x2", mark.x2},       {"y2", mark.y2}};
    put(json, "note", mark.note);
    return json;
}

Mark markFrom(const QJsonValue& value) {
    const QJsonObject json = value.toObject();
    return {json["image"].toInt(), fromWord(kMarkShapes, textAt(json, "shape")),
            json["x1"].toDouble(), json["y1"].toDouble(),
            json["x2"].toDouble(), json["y2"].toDouble(),
            textAt(json, "note")};
}

}  // namespace

QJsonObject toJson(const WrittenReview& written) {
    const Review& review = written.review;
    QJsonObject json;
    if (written.verdict) json.insert("verdict", toWord(kVerdicts, *written.verdict));
    if (review.confidence) json.insert("confidence", *review.confidence);
    put(json, "comment", review.comment);
    put(json, "corrected_answer", review.correctedAnswer);
    put(json, "tags", arrayOf(review.tags, [](const std::string& tag) { return QString::fromStdString(tag); }));
    put(json, "spans", arrayOf(review.spans, spanJson));
    put(json, "marks", arrayOf(review.marks, markJson));
    put(json, "links", arrayOf(review.links, [](auto& link) { return QJsonArray{link.first, link.second}; }));
    put(json, "measured", arrayOf(review.measured, [](auto& tie) {
            return QJsonArray{tie.first, static_cast<qint64>(tie.second)};
        }));
    QJsonObject taxonomy;
    put(taxonomy, "name", review.taxonomy.name);
    put(taxonomy, "version", review.taxonomy.version);
    put(taxonomy, "definition", review.taxonomy.definition);
    if (!taxonomy.isEmpty()) json.insert("taxonomy", taxonomy);
    put(json, "reviewer", review.reviewer);
    put(json, "reviewer_code", review.reviewerCode);
    put(json, "reason", review.reason);
    if (review.activeMs) json.insert("active_ms", static_cast<qint64>(*review.activeMs));
    if (review.timeMs != 0) json.insert("time_ms", static_cast<qint64>(review.timeMs));
    return json;
}

WrittenReview reviewFromJson(const QJsonObject& json) {
    WrittenReview written;
    Review& review = written.review;
    if (json.contains("verdict")) written.verdict = fromWord(kVerdicts, textAt(json, "verdict"));
    review.verdict = written.verdict.value_or(review.verdict);
    if (json.contains("confidence")) review.confidence = json["confidence"].toInt();
    review.comment = textAt(json, "comment");
    review.correctedAnswer = textAt(json, "corrected_answer");
    review.tags = listAt<std::string>(json, "tags", [](const QJsonValue& tag) { return tag.toString().toStdString(); });
    review.spans = listAt<Span>(json, "spans", spanFrom);
    review.marks = listAt<Mark>(json, "marks", markFrom);
    review.links = listAt<std::pair<int, int>>(
        json, "links", [](const QJsonValue& link) { return std::pair(link[0].toInt(), link[1].toInt()); });
    review.measured = listAt<std::pair<int, std::int64_t>>(json, "measured", [](const QJsonValue& tie) {
        return std::pair<int, std::int64_t>(tie[0].toInt(), tie[1].toInteger());
    });
    const QJsonObject taxonomy = json["taxonomy"].toObject();
    review.taxonomy = {textAt(taxonomy, "name"), textAt(taxonomy, "version"), textAt(taxonomy, "definition")};
    review.reviewer = textAt(json, "reviewer");
    review.reviewerCode = textAt(json, "reviewer_code");
    review.reason = textAt(json, "reason");
    if (json.contains("active_ms")) review.activeMs = json["active_ms"].toInteger();
    review.timeMs = json["time_ms"].toInteger();
    return written;
}

}  // namespace fleming::app
