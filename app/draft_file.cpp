#include "app/draft_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

namespace fleming::app {

QString draftFile(const QString& session, const QString& suffix) {
    const QByteArray digest = QCryptographicHash::hash(session.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QString name = session.isEmpty() ? QStringLiteral("new") : QString::fromLatin1(digest);
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/drafts/") + name +
           suffix;
}

QString writeDraftFile(const QString& file, const QJsonObject& draft) {
    if (draft.isEmpty()) {
        QFile::remove(file);
        return {};
    }
    QDir().mkpath(QFileInfo(file).absolutePath());
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly)) return out.errorString();
    out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    out.write(QJsonDocument(draft).toJson());
    return out.commit() ? QString() : out.errorString();
}

QJsonObject readDraftFile(const QString& file) {
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) return {};
    return QJsonDocument::fromJson(in.readAll()).object();
}

}  // namespace fleming::app
