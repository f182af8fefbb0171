#pragma once

#include "app/worker.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

namespace fleming::app {

class CurrentSession;
class QuestionQueue;

/// Unsent text: the text of the question box, and the questions in the queue. Both are stored in the program's data
/// folder, one file per session, and are restored when the session is opened again. The session records only asked
/// questions.
///
/// All functions are called on the GUI thread, on which all signals are emitted. Files are read and written on a
/// worker.
class Drafts : public QObject {
    Q_OBJECT

public:
    /// Both outlive this object.
    Drafts(CurrentSession& session, QuestionQueue& queue, QObject* parent = nullptr);
    ~Drafts() override;  // stores the drafts

    /// Returns the text of the question box.
    const QString& text() const { return text_; }

    /// Sets the text of the question box. Emits textChanged() if the text differs.
    void setText(const QString& text);

    /// Restores the drafts of the current session, which may have no file yet: textChanged() and
    /// QuestionQueue::changed() follow.
    void restore();

Q_SIGNALS:
    /// text() has changed; the question box shows it.
    void textChanged(QString text);
    /// Drafts cannot be stored. Emitted for the first failure only.
    void failed(QString message);

private:
    void changeText(const QString& text);
    void store();
    void take(const QString& session, const QString& text, QStringList waiting);
    void changeSession();
    void nameSession();

    CurrentSession& session_;
    QuestionQueue& queue_;
    QString sessionFile_;  // of the session of text_ and the queue; may be empty
    QString text_;
    bool kept_ = true;          // false for a read-only session: another program may keep its drafts
    bool failureTold_ = false;  // used by the worker's thread only
    QTimer settled_;            // fires when the text has not changed for a second
    Worker worker_{Worker::AtEnd::finish};
};

}  // namespace fleming::app
