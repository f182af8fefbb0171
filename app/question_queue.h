#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

namespace fleming::app {

class Dialogue;
class ModelSlot;

/// Questions that wait until the answers before them are done. Each is asked when its turn comes, in the conversation and
/// about the evidence of that moment; whoever stops an answer stops that one alone. Part of the Workspace.
class QuestionQueue : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    QuestionQueue(Dialogue& dialogue, const ModelSlot& model, QObject* parent = nullptr);

    const QStringList& texts() const { return texts_; }
    void add(const QString& text);
    void remove(int index);         ///< outside the list: nothing happens
    void move(int from, int to);

Q_SIGNALS:
    void changed();

private:
    void askNext();

    Dialogue& dialogue_;
    const ModelSlot& model_;
    QStringList texts_;
};

}  // namespace fleming::app
