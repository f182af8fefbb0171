#pragma once

#include "app/worker.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

namespace fleming::app {

class Dialogue;
class QuestionQueue;

/// What was written and not asked: the text in the question box and the questions that wait. It is kept in the
/// program's data folder, a file for each session, so that it is there when the session is opened again; a session
/// itself records only what was asked. Part of the Workspace.
class Drafts : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    Drafts(Dialogue& dialogue, QuestionQueue& queue, QObject* parent = nullptr);
    ~Drafts() override;  // stores what there is

    void setText(const QString& text);  ///< of the question box, whenever it changes
    void restore();                     ///< brings back what was written while there was no session file yet

Q_SIGNALS:
    void restored(QString text);   ///< for the question box
    void failed(QString message);  ///< once: it would be the same again

private:
    void store();
    void load();
    void take(const QString& session, const QString& text, QStringList waiting);
    void changeSession();
    void nameSession();

    Dialogue& dialogue_;
    QuestionQueue& queue_;
    QString session_;  // the file; empty: none yet
    QString text_;
    bool kept_ = true;   // false: the session is read-only, and another program may keep its drafts
    bool told_ = false;  // that it cannot be kept; on the worker's thread
    QTimer settled_;     // runs out when nothing was written for a moment
    Worker worker_{Worker::AtEnd::finish};
};

}  // namespace fleming::app
