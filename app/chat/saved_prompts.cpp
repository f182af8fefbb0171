#include "app/chat/saved_prompts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace fleming::app {

namespace {

constexpr std::array kKeys{"questions", "systemPrompts"};  // in the order of SavedPrompts::Kind
constexpr int kFormat = 1;

QString promptFile() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/prompts.json");
}

void sortByName(std::vector<SavedPrompt>& prompts) {
    std::ranges::stable_sort(
        prompts, [](const QString& a, const QString& b) { return a.compare(b, Qt::CaseInsensitive) < 0; },
        &SavedPrompt::name);
}

QJsonArray toJson(const std::vector<SavedPrompt>& prompts) {
    QJsonArray array;
    for (const SavedPrompt& prompt : prompts)
        array.append(QJsonObject{{"name", prompt.name}, {"text", prompt.text}});
    return array;
}

std::vector<SavedPrompt> fromJson(const QJsonArray& array) {
    std::vector<SavedPrompt> prompts;
    for (const QJsonValue value : array)
        prompts.push_back({value["name"].toString(), value["text"].toString()});
    std::erase_if(prompts, [](const SavedPrompt& prompt) { return prompt.name.trimmed().isEmpty(); });
    sortByName(prompts);
    return prompts;
}

/// Reads the file. Returns what is wrong, or an empty string.
QString read(const QString& name, std::array<std::vector<SavedPrompt>, 2>& prompts) {
    QFile file(name);
    if (!file.exists()) return {};
    if (!file.open(QIODevice::ReadOnly)) return file.errorString();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        return error.error == QJsonParseError::NoError ? SavedPrompts::tr("It is not a file of saved prompts")
                                                       : error.errorString();
    if (document["format"].toInt() > kFormat) return SavedPrompts::tr("A newer version of the program has written it");
    for (std::size_t kind = 0; kind < kKeys.size(); ++kind)
        prompts[kind] = fromJson(document[QLatin1String(kKeys[kind])].toArray());
    return {};
}

/// Writes the file. Returns what is wrong, or an empty string.
QString write(const QString& name, const std::array<std::vector<SavedPrompt>, 2>& prompts) {
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly)) return file.errorString();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QJsonObject object{{"format", kFormat}};
    for (std::size_t kind = 0; kind < kKeys.size(); ++kind)
        object.insert(QLatin1String(kKeys[kind]), toJson(prompts[kind]));
    file.write(QJsonDocument(object).toJson());
    return file.commit() ? QString() : file.errorString();
}

}  // namespace

SavedPrompts::SavedPrompts(QObject* parent) : QObject(parent) {
    post({});
}

SavedPrompts::~SavedPrompts() = default;

void SavedPrompts::save(Kind kind, const SavedPrompt& prompt, const QString& before) {
    if (prompt.name.trimmed().isEmpty() || prompt.text.trimmed().isEmpty()) return;
    post([kind, prompt = SavedPrompt{prompt.name.trimmed(), prompt.text}, before](Lists& lists) {
        std::vector<SavedPrompt>& prompts = lists[static_cast<std::size_t>(kind)];
        std::erase_if(prompts,
                      [&](const SavedPrompt& each) { return each.name == prompt.name || each.name == before; });
        prompts.push_back(prompt);
        sortByName(prompts);
    });
}

void SavedPrompts::remove(Kind kind, const QString& name) {
    post([kind, name](Lists& lists) {
        std::erase_if(lists[static_cast<std::size_t>(kind)],
                      [&](const SavedPrompt& each) { return each.name == name; });
    });
}

/// Applies a change, if there is one, to what the file has, and shows the result.
void SavedPrompts::post(std::function<void(Lists&)> change) {
    worker_.post([this, change = std::move(change)](std::stop_token) {
        const QString file = promptFile();
        Lists lists;
        QString fault;
        if (change) {
            QDir().mkpath(QFileInfo(file).absolutePath());
            QLockFile lock(file + QStringLiteral("-lock"));  // other programs wait until this change is written
            lock.lock();
            fault = read(file, lists);
            if (fault.isEmpty()) {
                change(lists);
                fault = write(file, lists);
            }
        } else {
            fault = read(file, lists);
        }
        if (!fault.isEmpty()) {
            const QString message =
                tr("The saved prompts in %1 cannot be used: %2.").arg(QDir::toNativeSeparators(file), fault);
            deliver(this, [this, message] { Q_EMIT failed(message); });
            return;
        }
        deliver(this, [this, lists = std::move(lists)]() mutable {
            if (prompts_ == lists) return;
            prompts_ = std::move(lists);
            Q_EMIT changed();
        });
    });
}

}  // namespace fleming::app
