#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

namespace fleming::app {

class Dialogue;
class ModelSlot;

/// Questions that wait until the answers before them are done. Each is asked when its turn comes, in the conversation
/// and about the evidence of that moment; where an answer is stopped, or a question cannot be asked, those that wait
/// are held until they are released. Part of the Workspace.
class QuestionQueue : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    QuestionQueue(Dialogue& dialogue, const ModelSlot& model, QObject* parent = nullptr);

    const QStringList& texts() const { return texts_; }
    void add(const QString& text);
    void putBack(const QStringList& texts);  ///< before those that wait; all of them are held
    QStringList takeAll();                   ///< none wait afterwards
    void hold();
    void release();
    bool isHeld() const { return held_; }  ///< only where questions wait
    void remove(int index);                ///< outside the list: nothing happens
    void move(int from, int to);

Q_SIGNALS:
    void changed();

private:
    void askNext();
    void setHeld(bool held);

    Dialogue& dialogue_;
    const ModelSlot& model_;
    QStringList texts_;
    bool held_ = false;
};

}  // namespace fleming::app
