#include "app/evaluation/journal.h"

#include "app/evaluation/judge.h"
#include "base/error.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cerrno>
#include <sys/file.h>

namespace fleming::app::evaluation {

namespace {

constexpr std::size_t kDigits = 16;                               // of each checksum in a key
const QByteArray kBeginning = QByteArrayLiteral("{\"answer\":");  // of each line, because QJsonObject sorts its keys

QString fromUtf8(const std::string& text) {
    return QString::fromStdString(text);
}

QJsonObject toJson(const Item& item, const Response& response, const std::string& key) {
    QJsonArray tokens;
    for (const std::int32_t id : response.tokens)
        tokens.append(id);
    QJsonObject json{{"line", item.line},
                     {"key", fromUtf8(key)},
                     {"kind", fromUtf8(item.kind)},
                     {"right", isRight(item, response.answer)},
                     {"answer", fromUtf8(response.answer)},
                     {"reasoning", fromUtf8(response.reasoning)},
                     {"text", fromUtf8(response.text)},
                     {"finish", fromUtf8(response.finish)},
                     {"tokens", tokens},
                     {"seconds", response.seconds}};
    if (!response.failure.empty()) json["failure"] = fromUtf8(response.failure);
    return json;
}

Response toResponse(const QJsonObject& json) {
    const auto text = [&](const char* key) { return json[QLatin1String(key)].toString().toStdString(); };
    Response response{text("answer"), text("reasoning"), text("text"), text("finish"), {}, json["seconds"].toDouble(),
                      text("failure")};
    for (const QJsonValue id : json["tokens"].toArray())
        response.tokens.push_back(id.toInt());
    return response;
}

void refuseOther(const QString& file, const QStringList& theirs, const QStringList& ours) {
    if (theirs[0] != ours[0]) throw Error("answers.other_questions", file.toStdString());
    if (theirs[1] != ours[1]) throw Error("answers.other_model", file.toStdString());
    if (theirs[2] != ours[2]) throw Error("answers.other_options", file.toStdString());
}

/// Throws Error unless `json` is a line of a journal with this key and for these items.
void checkLine(const QJsonObject& json, const std::vector<Item>& items, const std::string& key, const QString& file,
               int line) {
    const QStringList theirs = json["key"].toString().split('-');
    const bool hasAll = json["answer"].isString() && json["reasoning"].isString() && json["text"].isString() &&
                        json["tokens"].isArray();
    if (hasAll && theirs.size() == 3) refuseOther(file, theirs, fromUtf8(key).split('-'));
    const bool known = std::ranges::binary_search(items, json["line"].toInt(), {}, &Item::line);
    if (!hasAll || theirs.size() != 3 || !known)
        throw Error("answers.not_an_answer", file.toStdString(), {std::to_string(line)});
}

}  // namespace

std::string keyOf(const Identity& identity) {
    return identity.questions.substr(0, kDigits) + "-" + identity.model.substr(0, kDigits) + "-" +
           identity.options.substr(0, kDigits);
}

Journal::Journal(const std::filesystem::path& file, const std::vector<Item>& items, const Identity& identity)
    : file_(QFile::decodeName(file.c_str())), key_(keyOf(identity)) {
    if (QFileInfo(file_).isDir() || !file_.open(QIODevice::ReadWrite)) fail("answers.cannot_open");
    if (::flock(file_.handle(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        throw Error("answers.in_use", file.string());
    read(items);
}

void Journal::fail(const char* code) const {
    throw Error(code, file_.fileName().toStdString(), {file_.errorString().toStdString()});
}

void Journal::read(const std::vector<Item>& items) {
    qint64 complete = 0;  // bytes in complete lines
    for (int line = 1; !file_.atEnd(); ++line) {
        const QByteArray text = file_.readLine();
        if (!text.endsWith('\n')) {
            const bool ours = complete > 0 || text.startsWith(kBeginning) || kBeginning.startsWith(text);
            if (!ours) checkLine({}, items, key_, file_.fileName(), line);
            break;
        }
        const QJsonObject json = QJsonDocument::fromJson(text).object();
        checkLine(json, items, key_, file_.fileName(), line);
        responses_[json["line"].toInt()] = toResponse(json);
        complete += text.size();
    }
    if (!file_.resize(complete) || !file_.seek(complete)) fail("answers.cannot_open");
}

void Journal::add(const Item& item, Response response) {
    const QByteArray line = QJsonDocument(toJson(item, response, key_)).toJson(QJsonDocument::Compact) + "\n";
    if (file_.write(line) != line.size() || !file_.flush()) fail("answers.cannot_write");
    responses_[item.line] = std::move(response);
}

void Journal::remove() {
    file_.remove();
}

}  // namespace fleming::app::evaluation
