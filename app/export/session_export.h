#pragma once

#include "app/export/exchange_selection.h"
#include "app/export/exporters.h"
#include "app/export/preview.h"
#include "app/session/session_store.h"
#include "app/worker.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <optional>
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

    /// Finds out what start() would write, and cancels an earlier call. The session is read once, with
    /// Detail::light, and kept until endPreviews(). -> previewed or previewFailed
    void preview(const ExportRequest& request, const QString& session, std::vector<Exchange> unstored);
    void endPreviews();

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
    void previewed(fleming::app::ExportPreview preview);
    void previewFailed(QString message);

private:
    void end(const std::function<void()>& tell);
    SessionSnapshot readToPreview(const ExportRequest& request, const std::filesystem::path& session,
                                  const std::vector<Exchange>& unstored, const std::stop_token& stop);

    SessionStore& store_;
    int running_ = 0;
    std::stop_source stop_;  // of the exports that run
    std::stop_source previewStop_;
    QTimer slow_;                               // runs during the first second of an export
    std::optional<SessionSnapshot> previewed_;  // of Detail::light; used only on the worker's thread
    Worker worker_{Worker::AtEnd::finish};
};

}  // namespace fleming::app
