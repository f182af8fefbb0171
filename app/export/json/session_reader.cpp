#include "app/export/json/session_reader.h"

#include "app/evidence/provenance_json.h"
#include "app/export/json/session_json.h"
#include "app/session/file/stored_image.h"
#include "app/session/file/stored_values.h"
#include "app/session/measurement_json.h"
#include "base/error.h"
#include "inference/reasoning_parser.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace fleming::app {

namespace {

/// Reads the values of an object. Each function throws Error "import.damaged" with the place of a value that is absent
/// or of another type.
class Reader {
public:
    Reader(QJsonObject json, QString place) : json_(std::move(json)), place_(std::move(place)) {}

    bool has(const char* key) const { return json_.contains(QLatin1String(key)); }

    std::string text(const char* key) const {
        const std::string plain = value(key, QJsonValue::String).toString().toStdString();
        const std::string encoded = std::string(key) + "_base64";
        return has(encoded.c_str()) ? bytes(encoded.c_str()).toStdString() : plain;
    }

    QByteArray bytes(const char* key) const { return decoded(value(key, QJsonValue::String), key); }

    std::vector<std::string> texts(const char* key) const {
        const std::string encoded = std::string(key) + "_base64";
        const bool isEncoded = has(encoded.c_str());
        std::vector<std::string> texts;
        for (const QJsonValue each : array(isEncoded ? encoded.c_str() : key)) {
            if (!each.isString()) fail(key);
            texts.push_back(isEncoded ? decoded(each, key).toStdString() : each.toString().toStdString());
        }
        return texts;
    }

    double number(const char* key) const { return value(key, QJsonValue::Double).toDouble(); }

    template <typename Integer = std::int64_t>
    Integer integer(const char* key) const {
        return toInteger<Integer>(number(key), key);
    }

    std::vector<std::int32_t> integers(const char* key) const {
        std::vector<std::int32_t> integers;
        for (const QJsonValue each : array(key)) {
            if (!each.isDouble()) fail(key);
            integers.push_back(toInteger<std::int32_t>(each.toDouble(), key));
        }
        return integers;
    }

    bool flag(const char* key) const { return value(key, QJsonValue::Bool).toBool(); }

    std::int64_t time(const char* key) const {
        const QDateTime time = QDateTime::fromString(QString::fromStdString(text(key)), Qt::ISODateWithMs);
        if (!time.isValid()) fail(key);
        return time.toMSecsSinceEpoch();
    }

    template <typename Words>
    auto word(const Words& words, const char* key) const {
        try {
            return fromWord(words, text(key));
        } catch (const Error&) {
            fail(key);
        }
    }

    Reader object(const char* key) const { return {value(key, QJsonValue::Object).toObject(), placeOf(key)}; }

    /// Calls `action` with a Reader of each element.
    template <typename Action>
    void forEach(const char* key, Action&& action) const {
        const QJsonArray array = value(key, QJsonValue::Array).toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString place = placeOf(key) + QStringLiteral("[%1]").arg(i);
            if (!array[i].isObject()) throw Error("import.damaged", {}, {place.toStdString()});
            action(Reader(array[i].toObject(), place));
        }
    }

    QJsonArray array(const char* key) const { return value(key, QJsonValue::Array).toArray(); }
    const QJsonObject& json() const { return json_; }

    [[noreturn]] void fail(const char* key) const { throw Error("import.damaged", {}, {placeOf(key).toStdString()}); }

private:
    template <typename Integer>
    Integer toInteger(double read, const char* key) const {
        constexpr double kExact = 9007199254740992.0;  // 2^53: a JSON number keeps integers up to it
        const bool fits = std::trunc(read) == read && std::abs(read) <= kExact &&
                          read >= static_cast<double>(std::numeric_limits<Integer>::min()) &&
                          read <= static_cast<double>(std::numeric_limits<Integer>::max());
        if (!fits) fail(key);
        return static_cast<Integer>(read);
    }

    /// Returns the bytes of a Base64 text.
    QByteArray decoded(const QJsonValue& text, const char* key) const {
        const auto decoded =
            QByteArray::fromBase64Encoding(text.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded) fail(key);
        return *decoded;
    }

    QString placeOf(const char* key) const {
        return place_.isEmpty() ? QLatin1String(key) : place_ + QLatin1Char('.') + QLatin1String(key);
    }

    QJsonValue value(const char* key, QJsonValue::Type type) const {
        QJsonValue value = json_[QLatin1String(key)];
        if (value.type() != type) fail(key);
        return value;
    }

    QJsonObject json_;
    QString place_;
};

inference::Token readToken(const Reader& json) {
    inference::Token token;
    token.id = json.integer<std::int32_t>("id");
    token.text = json.text("text");
    token.channel = json.word(kChannels, "channel");
    const QJsonValue logProbability = json.json()[QLatin1String("log_probability")];
    if (logProbability.isNull()) {
        token.logProbability = std::numeric_limits<float>::quiet_NaN();
    } else if (logProbability.isString()) {
        const float infinity = std::numeric_limits<float>::infinity();
        token.logProbability = json.text("log_probability") == "-Infinity" ? -infinity : infinity;
    } else {
        token.logProbability = static_cast<float>(json.number("log_probability"));
    }
    if (!json.has("parts")) {
        if (!token.text.empty()) token.parts = {{token.channel, token.text}};
        return token;
    }
    std::string joined;
    json.forEach("parts", [&](const Reader& part) {
        token.parts.push_back({part.word(kChannels, "channel"), part.text("text")});
        joined += token.parts.back().text;
    });
    if (joined != token.text) json.fail("parts");
    return token;
}

inference::Answer readAnswer(const Reader& json, ExchangeState state) {
    inference::Answer answer;
    answer.text = json.text("text");
    answer.reasoning = json.text("reasoning");
    answer.finalAnswer = json.text("final_answer");
    json.forEach("tokens", [&](const Reader& token) { answer.tokens.push_back(readToken(token)); });
    answer.finish = inference::Finish::cancelled;
    if (state != ExchangeState::done) return answer;
    answer.finish = json.word(kFinishes, "finish");
    answer.promptIds = json.integers("prompt_ids");
    answer.promptTokens = json.integer<int>("prompt_tokens");
    answer.prefilledTokens = json.integer<int>("prefilled_tokens");
    answer.imageTokens = json.integer<int>("image_tokens");
    const Reader timing = json.object("timing");
    answer.timing = {timing.number("vision_seconds"), timing.number("prefill_seconds"), timing.number("decode_seconds"),
                     timing.number("tokens_per_second")};
    return answer;
}

viewer::Frame readFrame(const Reader& json) {
    viewer::Frame frame;
    frame.provenance = provenanceFromJson(json.object("provenance").json());
    frame.image =
        fromPng(json.bytes("png"), json.integer<int>("width"), json.integer<int>("height"), json.text("pixels_sha256"));
    return frame;
}

Span readSpan(const Reader& json, const inference::Answer& answer) {
    Span span;
    span.passage = json.word(kPassages, "passage");
    span.begin = json.integer<std::uint32_t>("begin");
    span.end = json.integer<std::uint32_t>("end");
    span.label = json.text("label");
    if (json.has("severity")) span.severity = json.word(kSeverities, "severity");
    span.note = json.text("note");
    if (span.begin >= span.end || textOf(answer, span) != json.text("text")) json.fail("text");
    return span;
}

Mark readMark(const Reader& json) {
    return {json.integer<int>("image"), json.word(kMarkShapes, "shape"),
            json.number("x1"),          json.number("y1"),
            json.number("x2"),          json.number("y2"),
            json.text("note")};
}

Review readReview(const Reader& json, const inference::Answer& answer) {
    Review review;
    review.verdict = json.word(kVerdicts, "verdict");
    review.comment = json.text("comment");
    review.correctedAnswer = json.text("corrected_answer");
    review.reviewer = json.text("reviewer");
    review.reviewerCode = json.text("reviewer_code");
    review.reason = json.text("reason");
    review.timeMs = json.time("time");
    if (json.has("confidence")) {
        review.confidence = json.integer<int>("confidence");
        if (*review.confidence < 1 || *review.confidence > 5) json.fail("confidence");
    }
    if (json.has("active_ms")) review.activeMs = json.integer("active_ms");
    if (json.has("taxonomy")) {
        const Reader taxonomy = json.object("taxonomy");
        review.taxonomy = {taxonomy.text("name"), taxonomy.text("version"), taxonomy.text("definition")};
    }
    review.tags = json.texts("tags");
    json.forEach("spans", [&](const Reader& span) { review.spans.push_back(readSpan(span, answer)); });
    json.forEach("marks", [&](const Reader& mark) { review.marks.push_back(readMark(mark)); });
    json.forEach("links", [&](const Reader& link) {
        const int span = link.integer<int>("span"), mark = link.integer<int>("mark");
        if (span < 0 || span >= std::ssize(review.spans)) link.fail("span");
        if (mark < 0 || mark >= std::ssize(review.marks)) link.fail("mark");
        if (std::ranges::find(review.links, std::pair(span, mark)) != review.links.end()) link.fail("span");
        review.links.emplace_back(span, mark);
    });
    if (!json.has("measured")) return review;  // written before sessions had measurements
    json.forEach("measured", [&](const Reader& tie) {
        const std::pair<int, std::int64_t> read(tie.integer<int>("span"), tie.integer("measurement"));
        if (read.first < 0 || read.first >= std::ssize(review.spans)) tie.fail("span");
        if (!review.measured.empty() && read <= review.measured.back()) tie.fail("measurement");
        review.measured.push_back(read);
    });
    return review;
}

RecordedMeasurement readMeasurement(const Reader& json) {
    RecordedMeasurement measurement;
    try {
        measurement = measurementFromJson(json.json());
    } catch (const Error&) {
        json.fail("region");
    }
    measurement.id = json.integer("id");
    measurement.name = json.text("name");
    measurement.note = json.text("note");
    measurement.frameOfReference = json.text("frame_of_reference");
    measurement.timeMs = json.time("time");
    return measurement;
}

/// Reads what the tokens depended on: a JSON object as text, or nothing.
std::string readRun(const Reader& json) {
    const std::string run = json.text("run");
    if (!run.empty() && !QJsonDocument::fromJson(QByteArray::fromStdString(run)).isObject()) json.fail("run");
    return run;
}

ReplayRecord readReplay(const Reader& json, std::int64_t exchange) {
    return {exchange,
            json.flag("identical"),
            json.integer("tokens"),
            json.integer("same"),
            json.text("model_sha256"),
            json.text("dtype"),
            json.text("device"),
            readRun(json),
            json.time("time")};
}

inference::GenerationOptions readParameters(const Reader& json) {
    inference::GenerationOptions options;
    options.maxNewTokens = json.integer<int>("max_new_tokens");
    options.temperature = json.number("temperature");
    options.topK = json.integer<int>("top_k");
    options.topP = json.number("top_p");
    bool isNumber = false;
    options.seed = QString::fromStdString(json.text("seed")).toULongLong(&isNumber);
    if (!isNumber) json.fail("seed");
    return options;
}

/// Checks that the texts of an answer are those of its tokens: in a session, no event can record others. An exchange of
/// which the session's file holds only a part may have been exported while it streamed, when the end of its text could
/// still become a tag.
void checkTexts(Exchange& exchange, bool isRecorded) {
    inference::Answer& answer = exchange.answer;
    std::string joined;
    for (const inference::Token& token : answer.tokens)
        joined += token.text;
    inference::ParsedAnswer parsed = inference::parseAnswer(joined);
    if (!isRecorded) {
        answer.reasoning = parsed.reasoning;
        answer.finalAnswer = parsed.finalAnswer;
    }
    if (joined != answer.text || parsed.reasoning != answer.reasoning || parsed.finalAnswer != answer.finalAnswer)
        throw Error("import.other_answer", {}, {std::to_string(exchange.id)});
}

Exchange readExchange(const Reader& json) {
    Exchange exchange;
    exchange.id = json.integer("id");
    exchange.conversation = json.integer("conversation");
    exchange.follows = json.integer("follows");
    exchange.firstImage = json.integer<int>("first_image");
    exchange.askedMs = json.time("asked");
    exchange.question = json.text("question");
    exchange.systemText = json.text("system_text");
    exchange.reasoningPrompt = json.flag("reasoning_prompt");
    exchange.options = readParameters(json.object("parameters"));
    exchange.state = json.word(kStates, "state");
    exchange.run = readRun(json);
    if (exchange.state == ExchangeState::failed) exchange.failure = json.text("failure");
    const Reader model = json.object("model");
    exchange.modelName = model.text("name");
    exchange.modelPath = model.text("path");
    exchange.modelSha256 = model.text("sha256");
    exchange.dtype = model.text("dtype");
    exchange.device = model.text("device");
    exchange.modelDescription = model.text("description");
    json.forEach("evidence", [&](const Reader& frame) { exchange.evidence.push_back(readFrame(frame)); });
    exchange.answer = readAnswer(json.object("answer"), exchange.state);
    exchange.tokenCount = std::ssize(exchange.answer.tokens);
    checkTexts(exchange, json.flag("recorded"));
    json.forEach("reviews",
                 [&](const Reader& review) { exchange.reviews.push_back(readReview(review, exchange.answer)); });
    json.forEach("replays", [&](const Reader& replay) { exchange.replays.push_back(readReplay(replay, exchange.id)); });
    return exchange;
}

/// Checks that an exchange does not continue a later one or one of another conversation, and that its images have
/// numbers that the earlier ones leave free.
void checkPlace(const std::vector<Exchange>& earlier, const Exchange& exchange, const Reader& json) {
    if (exchange.follows >= exchange.id) json.fail("follows");
    std::ptrdiff_t images = 0;
    bool isThere = exchange.follows == 0;
    for (const Exchange& each : earlier) {
        const bool isOfConversation = each.conversation == exchange.conversation;
        if (each.id == exchange.follows && !isOfConversation) json.fail("follows");
        isThere = isThere || each.id == exchange.follows;
        if (isOfConversation) images += std::ssize(each.evidence);
    }
    if (!isThere) throw Error("session.no_exchange", {}, {std::to_string(exchange.follows)});
    if (exchange.firstImage < 1 || exchange.firstImage > images + 1) json.fail("first_image");
}

void checkFormat(const Reader& json, const std::filesystem::path& file) {
    if (json.json()[QLatin1String("format")] != QLatin1String("fleming-session"))
        throw Error("import.not_an_export", file);
    if (json.integer<int>("version") > kSessionJsonVersion) throw Error("import.newer_version", file);
    // Version 1 has neither images nor these keys.
    const bool isWhole = json.integer<int>("version") == kSessionJsonVersion &&
                         json.object("contains").flag("identity") && json.object("contains").flag("paths");
    if (!isWhole) throw Error("import.without_identity", file);
}

SessionSnapshot readSession(const Reader& json, const std::stop_token& stop) {
    SessionSnapshot session;
    session.title = json.text("title");
    if (json.has("record")) {
        const Reader record = json.object("record");
        Verification& read = session.record.emplace();
        read.completeUpTo = {record.text("log"), record.integer("complete_up_to_event"), record.text("sha256")};
        read.events = record.integer("events");
        if (record.has("fault")) read.fault = Error(record.object("fault").text("code"));
    }
    json.forEach("imports", [&](const Reader& import) {
        session.imports.push_back({import.text("file_name"),
                                   import.text("sha256"),
                                   {import.text("log"), import.integer("event"), import.text("head")},
                                   import.time("time")});
    });
    if (json.has("measurements")) {  // absent if it was written before sessions had them
        json.forEach("measurements", [&](const Reader& measurement) {
            RecordedMeasurement read = readMeasurement(measurement);
            if (read.id < 1 || (!session.measurements.empty() && read.id <= session.measurements.back().id))
                measurement.fail("id");
            session.measurements.push_back(std::move(read));
        });
    }
    json.forEach("exchanges", [&](const Reader& exchange) {
        if (stop.stop_requested()) throw Cancelled();
        Exchange read = readExchange(exchange);
        if (read.id < 1 || (!session.exchanges.empty() && read.id <= session.exchanges.back().id)) exchange.fail("id");
        checkPlace(session.exchanges, read, exchange);
        if (!exchange.flag("recorded")) session.unrecorded.insert(read.id);
        session.exchanges.push_back(std::move(read));
    });
    return session;
}

}  // namespace

SessionSnapshot readSessionJson(const std::filesystem::path& file, const std::stop_token& stop) {
    QFile in(QFile::decodeName(file.c_str()));
    if (!in.open(QIODevice::ReadOnly)) throw Error("import.cannot_be_read", file, {in.errorString().toStdString()});
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(in.readAll(), &error);
    if (error.error != QJsonParseError::NoError)
        throw Error("import.not_json", file, {std::to_string(error.offset), error.errorString().toStdString()});
    const Reader json(document.object(), {});
    try {
        checkFormat(json, file);
        return readSession(json, stop);
    } catch (const Cancelled&) {
        throw;
    } catch (const Error& fault) {
        if (!fault.source().empty()) throw;
        throw Error(fault.code(), file, fault.arguments());
    }
}

}  // namespace fleming::app
