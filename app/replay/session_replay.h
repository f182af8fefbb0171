#pragma once

#include "app/models/model_slot.h"
#include "app/replay/replay.h"
#include "app/session/current_session.h"
#include "app/worker.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace fleming::app {

/// Replays answers of the window's session with the loaded model, on a thread of its own, which reads the file through
/// its own connection. The model answers questions meanwhile. Each result is stored in the session if it can be
/// written. All functions are called on the GUI thread, on which all signals are emitted.
class SessionReplay : public QObject {
    Q_OBJECT

public:
    /// The parts outlive this object.
    SessionReplay(ModelSlot& model, CurrentSession& session, QObject* parent = nullptr);
    ~SessionReplay() override;  // cancels

    /// Replays an exchange, or all that have an answer if `exchange` is 0: runningChanged() follows, then finished(),
    /// cancelled() or failed(). Emits failed() if that is not possible now.
    void start(qint64 exchange = 0);

    /// Cancels the replay. What has been replayed stays.
    void cancel();

    /// Returns true from start() until finished(), cancelled() or failed().
    bool isRunning() const { return running_; }

Q_SIGNALS:
    void runningChanged();
    /// The part that is done, from 0 to 1.
    void progressed(double fraction);
    /// `result` has full sentences: about the answer or, if there are several, about all of them.
    void finished(QString result);
    void cancelled();
    /// What the user asked for failed: what happened, and what to do.
    void failed(QString message);

private:
    void run(const std::shared_ptr<Model>& model, const QString& file, qint64 exchange, const std::stop_token& stop);
    void end();

    ModelSlot& model_;
    CurrentSession& session_;
    bool running_ = false;
    std::stop_source stop_;
    Worker worker_;
};

}  // namespace fleming::app
