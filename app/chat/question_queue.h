#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

namespace fleming::app {

class Chat;
class ModelSlot;

/// Questions that wait for the running answer. When an answer is complete, the first question is asked, in the current
/// conversation and about the current evidence. If an answer is stopped or a question cannot be asked, the queue is on
/// hold until release().
///
/// All functions are called on the GUI thread, on which all signals are emitted.
class QuestionQueue : public QObject {
    Q_OBJECT

public:
    /// Both outlive this object.
    QuestionQueue(Chat& chat, const ModelSlot& model, QObject* parent = nullptr);

    /// Returns the questions in the order in which they will be asked.
    const QStringList& texts() const { return texts_; }

    /// Appends a question, and asks it immediately if nothing precedes it. Ignores blank text.
    void add(const QString& text);

    /// Inserts questions before the others and puts the queue on hold.
    void putBack(const QStringList& texts);

    /// Removes and returns all questions.
    QStringList takeAll();

    /// Removes a question. Does nothing if `index` is out of range.
    void remove(int index);

    /// Moves a question to the index `to`. Does nothing if an index is out of range.
    void move(int from, int to);

    /// Stops asking until release(). Does nothing if the queue is empty.
    void hold();

    /// Ends the hold and continues to ask.
    void release();

    /// Returns true if questions wait for release(). An empty queue is never on hold.
    bool isHeld() const { return held_; }

Q_SIGNALS:
    /// texts() or isHeld() has changed.
    void changed();

private:
    void askNext();
    void setHeld(bool held);

    Chat& chat_;
    const ModelSlot& model_;
    QStringList texts_;
    bool held_ = false;
};

}  // namespace fleming::app
