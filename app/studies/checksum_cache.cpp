#include "app/studies/checksum_cache.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

namespace fleming::app {

namespace {

constexpr std::size_t kMostEntries = 500;
constexpr qint64 kMostBytes = 1 << 20;

QString cacheFile() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
           QStringLiteral("/fleming-viewer/checksums.json");
}

bool isSha256(const std::string& text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

}  // namespace

ChecksumCache::ChecksumCache() {
    QFile file(cacheFile());
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes) return;
    const QJsonObject stored = QJsonDocument::fromJson(file.readAll()).object();
    for (auto entry = stored.begin(); entry != stored.end(); ++entry) {
        const std::string digest = entry.value().toString().toStdString();
        if (isSha256(digest)) digests_[entry.key().toStdString()] = digest;
    }
}

std::optional<std::string> ChecksumCache::find(const std::string& identity) const {
    const auto at = digests_.find(identity);
    return at == digests_.end() ? std::nullopt : std::optional(at->second);
}

void ChecksumCache::remember(const std::string& identity, const std::string& sha256) {
    if (identity.empty() || find(identity) == sha256) return;
    if (digests_.size() >= kMostEntries) digests_.clear();
    digests_[identity] = sha256;
    changed_ = true;
}

void ChecksumCache::save() {
    if (!changed_) return;
    QJsonObject stored;
    for (const auto& [identity, digest] : digests_)
        stored[QString::fromStdString(identity)] = QString::fromStdString(digest);
    const QString path = cacheFile();
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return;
    file.write(QJsonDocument(stored).toJson(QJsonDocument::Compact));
    file.commit();
    changed_ = false;
}

}  // namespace fleming::app
