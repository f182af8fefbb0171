#include "app/chat/drafts.h"

#include "app/chat/dialogue.h"
#include "app/chat/question_queue.h"

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

constexpr int kMoment = 1000;  // ms

/// Named by a digest: a path can be long, and hold a name that need not stand in a second place.
QString fileOf(const QString& session) {
    const QByteArray digest = QCryptographicHash::hash(session.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QString name = session.isEmpty() ? QStringLiteral("new") : QString::fromLatin1(digest);
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/drafts/%1.json").arg(name);
}

/// Returns what went wrong; empty: nothing.
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

Drafts::Drafts(Dialogue& dialogue, QuestionQueue& queue, QObject* parent)
    : QObject(parent), dialogue_(dialogue), queue_(queue) {
    settled_.setSingleShot(true);
    settled_.setInterval(kMoment);
    connect(&settled_, &QTimer::timeout, this, &Drafts::store);
    connect(&queue, &QuestionQueue::changed, this, [this] { settled_.start(); });
    connect(&dialogue, &Dialogue::sessionChanged, this, &Drafts::changeSession);
    connect(&dialogue, &Dialogue::sessionNamed, this, &Drafts::nameSession);
}

Drafts::~Drafts() {
    store();
}

void Drafts::setText(const QString& text) {
    if (text_ == text) return;
    text_ = text;
    settled_.start();
}

void Drafts::restore() {
    load();
}

void Drafts::store() {
    settled_.stop();
    if (!kept_) return;
    worker_.post([this, file = fileOf(session_), text = text_, waiting = queue_.texts()](std::stop_token) {
        const QString fault = write(file, text, waiting);
        if (fault.isEmpty() || std::exchange(told_, true)) return;
        const QString message = tr("Unsent questions cannot be kept for the next start: %1.").arg(fault);
        deliver(this, [this, message] { Q_EMIT failed(message); });
    });
}

void Drafts::load() {
    worker_.post([this, session = session_](std::stop_token) {
        QFile in(fileOf(session));
        if (!in.open(QIODevice::ReadOnly)) return;
        const QJsonObject draft = QJsonDocument::fromJson(in.readAll()).object();
        QStringList waiting;
        for (const QJsonValue& text : draft["waiting"].toArray())
            waiting.append(text.toString());
        deliver(this, [this, session, text = draft["text"].toString(), waiting] { take(session, text, waiting); });
    });
}

void Drafts::take(const QString& session, const QString& text, QStringList waiting) {
    if (session != session_) return;
    if (text_.trimmed().isEmpty()) {
        text_ = text;
        Q_EMIT restored(text);
    } else if (!text.trimmed().isEmpty() && text != text_) {
        waiting.prepend(text);  // the box holds another question
    }
    queue_.putBack(waiting);
}

/// What was written for a session stays with it; what was written without one, or for one that keeps nothing, goes
/// along.
void Drafts::changeSession() {
    if (session_ == dialogue_.sessionFile()) return;
    if (!session_.isEmpty() && kept_) {
        store();
        queue_.takeAll();
        text_.clear();
        Q_EMIT restored({});
    } else if (session_.isEmpty()) {
        worker_.post([file = fileOf({})](std::stop_token) { QFile::remove(file); });
    }
    session_ = dialogue_.sessionFile();
    kept_ = dialogue_.readOnlyReason().isEmpty();
    if (kept_) load();
    settled_.start();
}

void Drafts::nameSession() {
    worker_.post([file = fileOf({})](std::stop_token) { QFile::remove(file); });
    session_ = dialogue_.sessionFile();
    settled_.start();
}

}  // namespace fleming::app
