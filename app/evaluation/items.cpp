#include "app/evaluation/items.h"

#include "base/error.h"
#include "base/mapped_file.h"
#include "base/sha256.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <limits>

namespace fleming::app::evaluation {

namespace {

namespace fs = std::filesystem;

constexpr int kNoLimit = std::numeric_limits<int>::max();

/// Throws an Error of a line. readQuestions() adds the file and, as the first argument, the line.
template <typename... Values>
[[noreturn]] void fail(const char* code, const Values&... values) {
    throw Error(code, {}, {QStringLiteral("%1").arg(values).toStdString()...});
}

// --- JSON values of an expected type ---------------------------------------------------------------------------------
// ---------------------------------------------------------------------

std::string textOf(const QJsonValue& value, const QString& key) {
    if (!value.isString() || value.toString().trimmed().isEmpty()) fail("questions.not_text", key);
    return value.toString().toStdString();
}

double numberOf(const QJsonValue& value, const QString& key) {
    if (!value.isDouble()) fail("questions.not_a_number", key);
    return value.toDouble();
}

int integerOf(const QJsonValue& value, const QString& key, int low, int high = kNoLimit) {
    const double number = numberOf(value, key);
    if (std::floor(number) == number && number >= low && number <= high) return static_cast<int>(number);
    if (high == kNoLimit) fail("questions.integer_from", key, low);
    fail("questions.integer_range", key, low, high);
}

/// Reads each element of the list `object[key]` with `read`. Returns an empty list if there is no such key.
template <typename Read>
auto listOf(const QJsonObject& object, const QString& key, const Read& read) {
    std::vector<decltype(read(QJsonValue(), key))> list;
    const QJsonValue value = object[key];
    if (value.isUndefined()) return list;
    if (!value.isArray()) fail("questions.not_a_list", key);
    for (const QJsonValue element : value.toArray())
        list.push_back(read(element, key));
    return list;
}

std::vector<int> integersOf(const QJsonObject& object, const QString& key, int low) {
    return listOf(object, key, [low](const QJsonValue& value, const QString& k) { return integerOf(value, k, low); });
}

// --- the parts of an item -------------------------------------------------------------------------------------------

void readWindow(const QJsonValue& value, Selection& selection) {
    if (value == QJsonValue("minmax")) {
        selection.windowing = viewer::MinMax{};
    } else if (value.isString() && !value.toString().isEmpty()) {
        selection.windowName = value.toString().toStdString();
    } else {
        const QJsonArray pair = value.toArray();
        if (pair.size() != 2 || !pair[0].isDouble() || pair[1].toDouble() < 1.0) fail("questions.window");
        selection.windowing = viewer::Window{pair[0].toDouble(), pair[1].toDouble()};
    }
}

viewer::Plane planeOf(const QJsonValue& value) {
    try {
        return viewer::planeFromString(value.toString().toStdString());
    } catch (const Error&) {
        fail("questions.plane");
    }
}

void checkKeys(const QJsonObject& selection) {
    static const QStringList ways{"count", "indices", "times", "everySeconds"};
    static const QStringList known = ways + QStringList{"clipRange", "plane", "window", "inverted", "series"};
    for (const QString& key : selection.keys()) {
        if (!known.contains(key)) fail("questions.unknown_key", key);
    }
    if (std::count_if(ways.begin(), ways.end(), [&](const QString& way) { return selection.contains(way); }) > 1) {
        fail("questions.frames_twice");
    }
}

void readSelection(const QJsonObject& json, Item& item) {
    checkKeys(json);
    Selection& selection = item.selection;
    if (json.contains("count")) selection.count = integerOf(json["count"], "count", 1, kMaximumFrames);
    selection.indices = integersOf(json, "indices", 0);
    selection.times = listOf(json, "times", numberOf);
    if (json.contains("everySeconds")) selection.everySeconds = numberOf(json["everySeconds"], "everySeconds");
    if (json.contains("clipRange")) {
        const std::vector<double> range = listOf(json, "clipRange", numberOf);
        if (range.size() != 2) fail("questions.clip_range");
        selection.clipRange = {range[0], range[1]};
    }
    if (json.contains("plane")) selection.plane = planeOf(json["plane"]);
    if (json.contains("window")) readWindow(json["window"], selection);
    if (json.contains("inverted")) {
        if (!json["inverted"].isBool()) fail("questions.inverted");
        selection.inverted = json["inverted"].toBool();
    }
    if (json["series"].isDouble()) {
        item.series = {integerOf(json["series"], "series", 0)};
    } else {
        item.series = integersOf(json, "series", 0);
    }
}

std::vector<std::string> namesOfFiles(const QJsonObject& json) {
    std::vector<std::string> names;
    int given = 0;
    if (json.contains("images")) {
        names = listOf(json, "images", textOf);
        ++given;
    }
    for (const char* key : {"volume", "video"}) {
        if (!json.contains(key)) continue;
        names = {textOf(json[key], key)};
        ++given;
    }
    if (given != 1 || names.empty()) fail("questions.one_source");
    return names;
}

Item readItem(const QJsonObject& json, const fs::path& folder) {
    Item item;
    for (const std::string& name : namesOfFiles(json))
        item.paths.push_back(folder / name);
    const QJsonValue selection = json["selection"];
    if (!selection.isUndefined() && !selection.isObject()) fail("questions.selection");
    readSelection(selection.toObject(), item);
    const QJsonArray evidence{json["images"], json["volume"], json["video"], selection};
    item.evidence = QJsonDocument(evidence).toJson(QJsonDocument::Compact).toStdString();

    item.before = listOf(json, "before", textOf);
    item.question = textOf(json["question"], "question");
    item.answers = {textOf(json["answer"], "answer")};
    for (std::string& other : listOf(json, "answers", textOf))
        item.answers.push_back(std::move(other));
    item.kind = json.contains("kind") ? textOf(json["kind"], "kind") : "other";
    if (json.contains("cites")) item.cites = integersOf(json, "cites", 1);
    return item;
}

Item parseLine(const QByteArray& line, const fs::path& folder) {
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(line, &fault);
    if (fault.error != QJsonParseError::NoError) {
        fail("questions.not_json", fault.errorString(), fault.offset + 1);
    }
    if (!document.isObject()) fail("questions.not_an_object");
    return readItem(document.object(), folder);
}

}  // namespace

Questions readQuestions(const fs::path& file) {
    const MappedFile map(file);
    Questions questions;
    questions.sha256 = sha256(map.bytes());
    QByteArrayView rest(map.bytes().data(), static_cast<qsizetype>(map.bytes().size()));
    if (rest.startsWith("\xEF\xBB\xBF")) rest = rest.sliced(3);  // the byte order mark that some editors write
    for (int line = 1; !rest.isEmpty(); ++line) {
        const qsizetype found = rest.indexOf('\n');
        const qsizetype length = found < 0 ? rest.size() : found;
        const QByteArray text = rest.first(length).toByteArray().trimmed();
        rest = rest.sliced(std::min(length + 1, rest.size()));
        if (text.isEmpty()) continue;
        try {
            questions.items.push_back(parseLine(text, file.parent_path()));
            questions.items.back().line = line;
        } catch (const Error& error) {
            std::vector<std::string> arguments{std::to_string(line)};
            arguments.insert(arguments.end(), error.arguments().begin(), error.arguments().end());
            throw Error(error.code(), file.string(), std::move(arguments));
        }
    }
    if (questions.items.empty()) throw Error("questions.none", file.string());
    return questions;
}

}  // namespace fleming::app::evaluation
