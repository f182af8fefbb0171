#include "app/chat/drafts.h"

#include "app/chat/question_queue.h"
#include "app/session/current_session.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <utility>

namespace fleming::app {

namespace {

constexpr int kSettledAfter = 1000;  // ms

/// Returns the file for the drafts of a session. Its name is a digest of the session's path: a path can be too long for
/// a name and can contain the name of a patient.
QString draftFile(const QString& session) {
    const QByteArray digest = QCryptographicHash::hash(session.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QString name = session.isEmpty() ? QStringLiteral("new") : QString::fromLatin1(digest);
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/drafts/%1.json").arg(name);
}

/// Writes the file, or removes it if there is nothing to store. Returns what went wrong, or an empty string.
QString write(const QString& file, const QString& text, const QStringList& waiting) {
    if (text.trimmed().isEmpty() && waiting.isEmpty()) {
        QFile::remove(file);
        return {};
    }
    QDir().mkpath(QFileInfo(file).absolutePath());
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly)) return out.errorString();
    out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    out.write(QJsonDocument(QJsonObject{{"text", text}, {"waiting", QJsonArray::fromStringList(waiting)}}).toJson());
    return out.commit() ? QString() : out.errorString();
}

}  // namespace

Drafts::Drafts(CurrentSession& session, QuestionQueue& queue, QObject* parent)
    : QObject(parent), session_(session), queue_(queue) {
    settled_.setSingleShot(true);
    settled_.setInterval(kSettledAfter);
    connect(&settled_, &QTimer::timeout, this, &Drafts::store);
    connect(&queue, &QuestionQueue::changed, this, [this] { settled_.start(); });
    connect(&session, &CurrentSession::replaced, this, &Drafts::changeSession);
    connect(&session, &CurrentSession::named, this, &Drafts::nameSession);
}

Drafts::~Drafts() {
    store();
}

void Drafts::setText(const QString& text) {
    if (text_ != text) settled_.start();
    changeText(text);
}

/// Does not start the timer, since `text` is already stored.
void Drafts::changeText(const QString& text) {
    if (text_ == text) return;
    text_ = text;
    Q_EMIT textChanged(text);
}

void Drafts::store() {
    settled_.stop();
    if (!kept_) return;
    worker_.post([this, file = draftFile(sessionFile_), text = text_, waiting = queue_.texts()](std::stop_token) {
        const QString fault = write(file, text, waiting);
        if (fault.isEmpty() || std::exchange(failureTold_, true)) return;
        const QString message = tr("Unsent questions cannot be kept for the next start: %1.").arg(fault);
        deliver(this, [this, message] { Q_EMIT failed(message); });
    });
}

void Drafts::restore() {
    worker_.post([this, session = sessionFile_](std::stop_token) {
        QFile in(draftFile(session));
        if (!in.open(QIODevice::ReadOnly)) return;
        const QJsonObject draft = QJsonDocument::fromJson(in.readAll()).object();
        QStringList waiting;
        for (const QJsonValue text : draft["waiting"].toArray())
            waiting.append(text.toString());
        deliver(this, [this, session, text = draft["text"].toString(), waiting] { take(session, text, waiting); });
    });
}

void Drafts::take(const QString& session, const QString& text, QStringList waiting) {
    if (session != sessionFile_) return;
    if (text_.trimmed().isEmpty()) {
        changeText(text);
    } else if (!text.trimmed().isEmpty() && text != text_) {
        waiting.prepend(text);  // the question box is in use
    }
    queue_.putBack(waiting);
}

/// Drafts of a session stay with that session. Drafts of a session without a file, or of a read-only session, move to
/// the next session.
void Drafts::changeSession() {
    if (sessionFile_ == session_.file()) return;
    if (!sessionFile_.isEmpty() && kept_) {
        store();
        queue_.takeAll();
        changeText({});
    } else if (sessionFile_.isEmpty()) {
        worker_.post([file = draftFile({})](std::stop_token) { QFile::remove(file); });
    }
    sessionFile_ = session_.file();
    kept_ = !session_.isReadOnly();
    if (kept_) restore();
    settled_.start();
}

void Drafts::nameSession() {
    worker_.post([file = draftFile({})](std::stop_token) { QFile::remove(file); });
    sessionFile_ = session_.file();
    settled_.start();
}

}  // namespace fleming::app
