#include "app/export/session_export.h"

#include "app/errors/error_text.h"
#include "app/session/session.h"
#include "base/error.h"

#include <algorithm>
#include <filesystem>
#include <future>

namespace fleming::app {

namespace {

std::filesystem::path toPath(const QString& file) {
    return file.toStdString();
}

SessionSnapshot readSession(const std::filesystem::path& file, const std::vector<Exchange>& unstored, Detail detail,
                            const std::stop_token& stop) {
    SessionSnapshot snapshot = Session(file, Session::Access::read).snapshot(stop, detail);
    for (Exchange& exchange : snapshot.exchanges) {
        const auto whole = std::ranges::find(unstored, exchange.id, &Exchange::id);
        if (whole == unstored.end()) continue;
        exchange = *whole;
        snapshot.unrecorded.insert(exchange.id);
    }
    return snapshot;
}

}  // namespace

SessionExport::SessionExport(SessionStore& store, QObject* parent) : QObject(parent), store_(store) {
    constexpr int kSecond = 1000;  // ms
    slow_.setSingleShot(true);
    slow_.setInterval(kSecond);
    connect(&slow_, &QTimer::timeout, this, &SessionExport::becameSlow);
}

SessionExport::~SessionExport() {
    // Exports that wait for the store reach the worker before the worker completes its queue.
    std::promise<void> stored;
    store_.whenStored([&stored] { stored.set_value(); });
    stored.get_future().wait();
}

void SessionExport::start(const ExportRequest& request, const QString& session, std::vector<Exchange> unstored) {
    if (running_++ == 0) {
        slow_.start();
        stop_ = {};
    }
    const auto write = [this, request, session, unstored = std::move(unstored),
                        stop = stop_.get_token()](std::stop_token) {
        try {
            if (stop.stop_requested()) throw Cancelled();
            SessionSnapshot snapshot =
                select(readSession(toPath(session), unstored, Detail::complete, stop), request.selection);
            const auto progress = [this](double fraction) {
                deliver(this, [this, fraction] {
                    if (!slow_.isActive()) Q_EMIT progressed(fraction);
                });
            };
            const ExportRecord record =
                exportTo(toPath(request.path), *request.exporter, std::move(snapshot), request.options, progress, stop);
            store_.recordExport(session, record);
            end([this, path = request.path] { Q_EMIT written(path); });
        } catch (const Cancelled&) {
            end([this] { Q_EMIT cancelled(); });
        } catch (...) {
            end([this, message = QString::fromStdString(messageOf(std::current_exception()))] {
                Q_EMIT failed(message);
            });
        }
    };
    store_.whenStored([this, write] { worker_.post(write); });
}

/// Ends an export, on the worker's thread.
void SessionExport::end(const std::function<void()>& tell) {
    deliver(this, [this, tell] {
        if (--running_ == 0) slow_.stop();
        tell();
    });
}

/// Returns the session as previewExport() needs it. Runs on the worker's thread.
SessionSnapshot SessionExport::readToPreview(const ExportRequest& request, const std::filesystem::path& session,
                                             const std::vector<Exchange>& unstored, const std::stop_token& stop) {
    if (!previewed_) previewed_ = readSession(session, unstored, Detail::light, stop);
    SessionSnapshot chosen = select(*previewed_, request.selection);
    Exchange& first = chosen.exchanges.front();
    if (!first.isComplete) first = Session(session, Session::Access::read).exchange(first.id);
    return chosen;
}

void SessionExport::preview(const ExportRequest& request, const QString& session, std::vector<Exchange> unstored) {
    previewStop_.request_stop();
    previewStop_ = {};
    const auto find = [this, request, session, unstored = std::move(unstored),
                       stop = previewStop_.get_token()](std::stop_token) {
        try {
            if (stop.stop_requested()) throw Cancelled();
            SessionSnapshot chosen = readToPreview(request, toPath(session), unstored, stop);
            const ExportPreview preview = previewExport(*request.exporter, std::move(chosen), request.options, stop);
            deliver(this, [this, preview, stop] {
                if (!stop.stop_requested()) Q_EMIT previewed(preview);
            });
        } catch (const Cancelled&) {
            // Another preview follows, or none is wanted any more.
        } catch (...) {
            deliver(this, [this, stop, message = QString::fromStdString(messageOf(std::current_exception()))] {
                if (!stop.stop_requested()) Q_EMIT previewFailed(message);
            });
        }
    };
    store_.whenStored([this, find] { worker_.post(find); });
}

void SessionExport::endPreviews() {
    previewStop_.request_stop();
    store_.whenStored([this] { worker_.post([this](std::stop_token) { previewed_.reset(); }); });
}

void SessionExport::cancel() {
    stop_.request_stop();
}

}  // namespace fleming::app
