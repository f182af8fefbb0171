#include "app/session/reading_place.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

namespace fleming::app {

namespace {

/// The name is a digest: a path can be too long for a name and can contain the name of a patient.
QString placeFile(const QString& session) {
    const QByteArray digest = QCryptographicHash::hash(session.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/places/%1.json").arg(QString::fromLatin1(digest));
}

}  // namespace

ReadingPlace readPlace(const QString& session) {
    QFile in(placeFile(session));
    if (!in.open(QIODevice::ReadOnly)) return {};
    const QJsonObject place = QJsonDocument::fromJson(in.readAll()).object();
    return {place["exchange"].toInteger(), place["offset"].toInt(), place["last"].toInteger()};
}

void storePlace(const QString& session, const ReadingPlace& place) {
    const QString file = placeFile(session);
    QDir().mkpath(QFileInfo(file).absolutePath());
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly)) return;
    out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    out.write(QJsonDocument(QJsonObject{{"exchange", place.exchange}, {"offset", place.offset}, {"last", place.last}})
                  .toJson());
    out.commit();
}

}  // namespace fleming::app
