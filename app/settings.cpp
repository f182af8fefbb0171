#include "app/settings.h"

#include "base/error.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace fleming::app {

namespace {

constexpr int kRecentLength = 10;

QVariant read(const char* key, const QVariant& otherwise = {}) {
    return QSettings().value(QLatin1String(key), otherwise);
}
void write(const char* key, const QVariant& value) {
    QSettings().setValue(QLatin1String(key), value);
}

/// Returns the path of a file in the folder of the settings.
std::string besideSettings(const QString& name) {
    const QString folder = QFileInfo(QSettings().fileName()).path();
    return QFile::encodeName(folder + QLatin1Char('/') + name).toStdString();
}

void addToRecent(const char* key, const QString& entry) {
    QStringList list = read(key).toStringList();
    const QString absolute = QFileInfo(entry).absoluteFilePath();
    list.removeAll(absolute);
    list.prepend(absolute);
    write(key, QStringList(list.mid(0, kRecentLength)));
}

}  // namespace

namespace settings {

QStringList recentPaths() {
    return read("recent/paths").toStringList().mid(0, kRecentLength);
}
void addRecentPath(const QString& path) {
    addToRecent("recent/paths", path);
}
void clearRecentPaths() {
    write("recent/paths", QStringList());
}
QStringList recentSessions() {
    return read("recent/sessions").toStringList().mid(0, kRecentLength);
}
void addRecentSession(const QString& file) {
    addToRecent("recent/sessions", file);
}
QStringList recentModels() {
    return read("recent/models").toStringList().mid(0, kRecentLength);
}
void addRecentModel(const QString& folder) {
    addToRecent("recent/models", folder);
}

inference::EngineOptions engineOptions() {
    inference::EngineOptions options;
    options.device = read("model/device", QStringLiteral("auto")).toString().toStdString();
    try {
        options.dtype =
            inference::dataTypeFromString(read("model/dtype", QStringLiteral("auto")).toString().toStdString());
    } catch (const Error&) {
        options.dtype = inference::DataType::automatic;
    }
    try {
        options.quantization = inference::quantizationFromString(
            read("model/quantization", QStringLiteral("none")).toString().toStdString());
    } catch (const Error&) {
        options.quantization = inference::Quantization::none;
    }
    options.keepQuantizedIn = quantizedWeightsFolder();
    return options;
}

std::filesystem::path quantizedWeightsFolder() {
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return cache.isEmpty() ? std::filesystem::path()
                           : std::filesystem::path(cache.toStdString()) / "fleming-viewer" / "weights";
}

void setEngineOptions(const inference::EngineOptions& options) {
    write("model/device", QString::fromStdString(options.device));
    write("model/dtype", QString::fromLatin1(inference::toString(options.dtype)));
    write("model/quantization", QString::fromLatin1(inference::toString(options.quantization)));
}

inference::GenerationOptions generationOptions() {
    inference::GenerationOptions options;
    options.maxNewTokens = std::clamp(read("generation/maxNewTokens", options.maxNewTokens).toInt(), 1, 32768);
    options.temperature = std::clamp(read("generation/temperature", options.temperature).toDouble(), 0.0, 5.0);
    options.topK = std::max(0, read("generation/topK", options.topK).toInt());
    options.topP = read("generation/topP", options.topP).toDouble();
    if (!(options.topP > 0.0 && options.topP <= 1.0)) options.topP = 1.0;
    options.seed = read("generation/seed", 0).toULongLong();
    return options;
}

void setGenerationOptions(const inference::GenerationOptions& options) {
    write("generation/maxNewTokens", options.maxNewTokens);
    write("generation/temperature", options.temperature);
    write("generation/topK", options.topK);
    write("generation/topP", options.topP);
    write("generation/seed", QVariant::fromValue<qulonglong>(options.seed));
}

QString systemText() {
    return read("generation/systemText").toString();
}
void setSystemText(const QString& text) {
    write("generation/systemText", text);
}
unsigned sceneTexts() {
    bool isNumber = false;
    const unsigned bits = read("view/texts", ~0U).toUInt(&isNumber);
    return isNumber ? bits : ~0U;
}
void setSceneTexts(unsigned bits) {
    write("view/texts", bits);
}
bool evidenceAsDisplayed() {
    return read("evidence/asDisplayed", false).toBool();
}
void setEvidenceAsDisplayed(bool on) {
    write("evidence/asDisplayed", on);
}
bool arrangesStudies() {
    return read("view/arrangesStudies", true).toBool();
}
void setArrangesStudies(bool on) {
    write("view/arrangesStudies", on);
}
bool reasoningPrompt() {
    return read("generation/reasoningPrompt", true).toBool();
}
void setReasoningPrompt(bool on) {
    write("generation/reasoningPrompt", on);
}

bool privacyMode() {
    return read("window/privacy", false).toBool();
}
void setPrivacyMode(bool on) {
    write("window/privacy", on);
}

QString paper() {
    const QString name = read("export/paper").toString();
    return name == QLatin1String("letter") ? name : QStringLiteral("a4");
}
void setPaper(const QString& name) {
    write("export/paper", name);
}

std::filesystem::path exportKeyFile() {
    return besideSettings(QStringLiteral("export.key"));
}

std::filesystem::path witnessFile() {
    const QString file = read("record/witness", QString()).toString();
    return file.isEmpty() ? besideSettings(QStringLiteral("witness.txt")) : QFile::encodeName(file).toStdString();
}
void setWitnessFile(const QString& file) {
    write("record/witness", file);
}

Reviewer reviewer() {
    return {read("review/reviewer").toString().toStdString(), read("review/code").toString().toStdString()};
}
void setReviewer(const Reviewer& reviewer) {
    write("review/reviewer", QString::fromStdString(reviewer.name));
    write("review/code", QString::fromStdString(reviewer.code));
}

std::vector<Reviewer> reviewers() {
    std::vector<Reviewer> reviewers;
    const QStringList names = read("review/names").toStringList();
    const QStringList codes = read("review/codes").toStringList();
    for (qsizetype i = 0; i < std::min(names.size(), codes.size()); ++i)
        reviewers.push_back({names[i].toStdString(), codes[i].toStdString()});
    return reviewers;
}
void setReviewers(const std::vector<Reviewer>& reviewers) {
    QStringList names, codes;
    for (const Reviewer& each : reviewers) {
        names << QString::fromStdString(each.name);
        codes << QString::fromStdString(each.code);
    }
    write("review/names", names);
    write("review/codes", codes);
}

QByteArray taxonomy() {
    return read("review/taxonomy").toByteArray();
}
void setTaxonomy(const QByteArray& json) {
    write("review/taxonomy", json);
}

QByteArray inputChoices() {
    return read("input/choices").toByteArray();
}
void setInputChoices(const QByteArray& json) {
    write("input/choices", json);
}
QString appearance() {
    const QString name = read("appearance", QStringLiteral("system")).toString();
    return name == QLatin1String("light") || name == QLatin1String("dark") ? name : QStringLiteral("system");
}
void setAppearance(const QString& name) {
    write("appearance", name);
}
int fontSize() {
    const int points = read("fontSize", 0).toInt();
    return points == 0 ? 0 : std::clamp(points, kSmallestFontSize, kLargestFontSize);
}
void setFontSize(int points) {
    write("fontSize", points);
}
double imageMemory() {
    const double gigabytes = read("imageMemory", 0).toDouble();
    return gigabytes > 0 && gigabytes <= kMostImageMemory ? gigabytes : 0;
}
void setImageMemory(double gigabytes) {
    write("imageMemory", gigabytes);
}
QString language() {
    return read("language").toString();
}
void setLanguage(const QString& name) {
    write("language", name);
}

}  // namespace settings

QString newSessionFile() {
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/sessions"));
    const QString stem = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd_HHmmss"));
    QString file = folder.filePath(stem + QStringLiteral(".fleming"));
    for (int n = 2; QFileInfo::exists(file); ++n) {
        file = folder.filePath(QStringLiteral("%1_%2.fleming").arg(stem).arg(n));
    }
    return file;
}

}  // namespace fleming::app
