#pragma once

#include "app/export/exchange_selection.h"
#include "app/export/exporters.h"
#include "app/session/session_store.h"
#include "app/worker.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <stop_token>
#include <vector>

namespace fleming::app {

/// What the user wants to export.
struct ExportRequest {
    const Exporter* exporter = nullptr;
    QString path;  ///< of the file or folder to write
    ExportOptions options;
    ExchangeSelection selection;
};

/// Exports the session of the window on a thread of its own, through its own connection to the file: answers are stored
/// meanwhile. All functions are called on the GUI thread, on which all signals are emitted.
class SessionExport : public QObject {
    Q_OBJECT

public:
    /// `store` outlives this object. It records each export as an event.
    explicit SessionExport(SessionStore& store, QObject* parent = nullptr);
    ~SessionExport() override;  // completes all exports

    /// Exports the session file `session`, once everything that was given to the store is in it. `unstored`
    /// replaces exchanges that the session file holds only in part. -> progressed, then written, cancelled or failed
    void start(const ExportRequest& request, const QString& session, std::vector<Exchange> unstored);

    /// Cancels all exports. What is at their paths stays as it was.
    void cancel();

Q_SIGNALS:
    /// An export has been running for a second.
    void becameSlow();
    /// The part of an export that is done, from 0 to 1. Emitted after becameSlow() only.
    void progressed(double fraction);
    void written(QString path);
    void cancelled();
    void failed(QString message);

private:
    void end(const std::function<void()>& tell);

    SessionStore& store_;
    int running_ = 0;
    std::stop_source stop_;  // of the exports that run
    QTimer slow_;            // runs during the first second of an export
    Worker worker_{Worker::AtEnd::finish};
};

}  // namespace fleming::app
