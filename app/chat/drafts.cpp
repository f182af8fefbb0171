#include "app/chat/drafts.h"

#include "app/chat/question_queue.h"
#include "app/draft_file.h"
#include "app/session/current_session.h"

#include <QJsonArray>
#include <QJsonObject>

#include <utility>

namespace fleming::app {

namespace {

constexpr int kSettledAfter = 1000;  // ms

const QString kSuffix = QStringLiteral(".json");

/// Returns the drafts as JSON, which is empty if there is nothing to store.
QJsonObject toJson(const QString& text, const QStringList& waiting) {
    if (text.trimmed().isEmpty() && waiting.isEmpty()) return {};
    return {{"text", text}, {"waiting", QJsonArray::fromStringList(waiting)}};
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
    worker_.post([this, session = sessionFile_, draft = toJson(text_, queue_.texts())](std::stop_token) {
        const QString fault = writeDraftFile(draftFile(session, kSuffix), draft);
        if (fault.isEmpty() || std::exchange(failureTold_, true)) return;
        const QString message = tr("Unsent questions cannot be kept for the next start: %1.").arg(fault);
        deliver(this, [this, message] { Q_EMIT failed(message); });
    });
}

void Drafts::restore() {
    worker_.post([this, session = sessionFile_](std::stop_token) {
        const QJsonObject draft = readDraftFile(draftFile(session, kSuffix));
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
        worker_.post([](std::stop_token) { writeDraftFile(draftFile({}, kSuffix), {}); });
    }
    sessionFile_ = session_.file();
    kept_ = !session_.isReadOnly();
    if (kept_) restore();
    settled_.start();
}

void Drafts::nameSession() {
    worker_.post([](std::stop_token) { writeDraftFile(draftFile({}, kSuffix), {}); });
    sessionFile_ = session_.file();
    settled_.start();
}

}  // namespace fleming::app
