#include "app/library/session_library.h"

#include "app/errors/error_text.h"
#include "app/library/session_index.h"
#include "app/session/current_session.h"
#include "app/session/session.h"
#include "base/error.h"

#include <utility>

namespace fleming::app {

namespace {

constexpr qint64 kSlow = 1000;    // ms
constexpr qint64 kBetween = 100;  // ms, of two progress signals

}  // namespace

SessionLibrary::SessionLibrary(CurrentSession& session, QObject* parent) : QObject(parent), session_(session) {}

SessionLibrary::~SessionLibrary() {
    // A connection must be closed on the thread that made it.
    searching_.request_stop();
    searches_.post([this](std::stop_token) { searched_.reset(); });
}

void SessionLibrary::fail() {
    deliver(this,
            [this, message = QString::fromStdString(messageOf(std::current_exception()))] { Q_EMIT failed(message); });
}

void SessionLibrary::update() {
    updates_.post([this](const std::stop_token& stop) {
        try {
            const IndexDatabase index(libraryFile(), sessionIndexSchema());
            QStringList skipped;
            QElapsedTimer clock;
            clock.start();
            qint64 told = kSlow;
            const auto progress = [&](int done, int total) {
                if (clock.elapsed() < told) return;
                told = clock.elapsed() + kBetween;
                deliver(this, [this, done, total] { Q_EMIT progressed(done, total); });
            };
            for (const Error& error : IndexUpdate(index).run(knownSessions(), stop, progress))
                skipped << messageOf(error);
            deliver(this, [this, skipped, choices = filterChoices(index)] { Q_EMIT updated(skipped, choices); });
        } catch (const Cancelled&) {
            // The library is destroyed.
        } catch (...) {
            fail();
        }
    });
}

void SessionLibrary::search(const SessionFilter& filter) {
    searching_.request_stop();
    searching_ = searches_.post([this, filter](const std::stop_token& stop) {
        try {
            if (stop.stop_requested()) return;
            if (!searched_) searched_ = std::make_unique<IndexDatabase>(libraryFile(), sessionIndexSchema());
            constexpr int kMost = 500;
            auto hits = std::make_shared<SessionHits>(searchSessions(*searched_, filter, kMost, stop));
            deliver(this, [this, hits, stop] {
                if (!stop.stop_requested()) Q_EMIT found(hits);
            });
        } catch (const Cancelled&) {
        } catch (...) {
            searched_.reset();
            fail();
        }
    });
}

void SessionLibrary::rename(const QString& file, const QString& title) {
    if (file == session_.file()) {
        // The window has the file open. Its title is in the file when the next update reads it.
        connect(&session_, &CurrentSession::titleChanged, this, &SessionLibrary::update, Qt::SingleShotConnection);
        session_.setTitle(title);
        return;
    }
    updates_.post([this, file, title](std::stop_token) {
        try {
            Session(file.toStdString()).setTitle(title.simplified().toStdString());
        } catch (...) {
            fail();
        }
    });
    update();
}

}  // namespace fleming::app
