#include "app/session/session_store.h"

#include "app/errors/error_text.h"
#include "app/export/json/session_import.h"
#include "app/session/file/writer_lock.h"
#include "app/settings.h"
#include "base/error.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdio>
#include <filesystem>

namespace fleming::app {

namespace {

QString currentMessage() {
    return QString::fromStdString(messageOf(std::current_exception()));
}

std::filesystem::path toPath(const QString& file) {
    return file.toStdString();
}

}  // namespace

SessionStore::SessionStore(QObject* parent) : QObject(parent) {}

SessionStore::~SessionStore() {
    leave();  // a connection must be closed on the thread that made it
}

/// Calls `open` on the session's thread, and tells if it fails.
template <typename Open>
void SessionStore::openOrReport(Open&& open) {
    worker_.post([this, open = std::forward<Open>(open)](std::stop_token stop) {
        try {
            settle();
            open(stop);
        } catch (...) {
            deliver(this, [this, message = currentMessage()] { Q_EMIT openFailed(message); });
        }
    });
}

void SessionStore::open(const QString& file) {
    openOrReport([this, file](const std::stop_token&) { openNow(toPath(file)); });
}

void SessionStore::openExported(const QString& json) {
    openOrReport([this, json](const std::stop_token& stop) {
        const std::filesystem::path file = toPath(newSessionFile());
        std::filesystem::create_directories(file.parent_path());
        importSession(toPath(json), file, stop);
        openNow(file);
    });
}

void SessionStore::openNow(const std::filesystem::path& file) {
    std::error_code ignored;
    // If this program has the file open, a second object could only read it.
    const bool same = session_ && std::filesystem::equivalent(session_->path(), file, ignored);
    auto other = same ? nullptr : std::make_unique<Session>(file);
    Session& session = same ? *session_ : *other;
    auto read = std::make_shared<OpenedSession>();
    read->file = QString::fromStdString(session.path().string());
    read->exchanges = session.exchanges(Detail::light);
    read->measurements = session.measurements();
    read->nextMeasurement = session.nextMeasurement();
    read->title = QString::fromStdString(session.title());
    read->place = readPlace(read->file);
    if (session.readOnlyReason()) read->readOnlyReason = messageOf(*session.readOnlyReason());
    if (!same) enter(std::move(other));
    deliver(this, [this, read] { Q_EMIT opened(read); });
}

void SessionStore::lookFor(const QString& file) {
    worker_.post([this, file](std::stop_token) {
        std::error_code ignored;
        if (!std::filesystem::is_regular_file(toPath(file), ignored) || WriterLock(toPath(file)).isSessionHeld())
            return;
        deliver(this, [this, file] { Q_EMIT found(file); });
    });
}

void SessionStore::leave() {
    worker_.post([this](std::stop_token) {
        settle();
        enter(nullptr);
    });
}

/// Replaces the session. Null leaves it.
void SessionStore::enter(std::unique_ptr<Session> session) {
    unsettled_.clear();
    activity_.reset();
    session_ = std::move(session);
    if (!session_) return;
    activity_ = std::make_unique<ActivityLog>(*session_);
    activity_->noteSettings(settings_);
}

void SessionStore::noteSettings(const QJsonObject& settings) {
    worker_.post([this, settings](std::stop_token) {
        for (auto each = settings.begin(); each != settings.end(); ++each)
            settings_[each.key()] = each.value();
        if (activity_) activity_->noteSettings(settings);
    });
}

/// Stores failures for which the disk had no room when they happened.
void SessionStore::settle() {
    for (auto each = unsettled_.begin(); each != unsettled_.end();) {
        try {
            if (session_) session_->fail(each->first, each->second);
            each = unsettled_.erase(each);
        } catch (const Error&) {
            return;  // still no room; the next to open the file finds the exchange interrupted
        }
    }
}

void SessionStore::makeFile() {
    std::filesystem::path file = toPath(newSessionFile());
    std::error_code ignored;  // if the folder cannot be created, the session reports it
    std::filesystem::create_directories(file.parent_path(), ignored);
    // "x": two programs that begin a session in the same second must not get the same file.
    std::FILE* made = nullptr;
    while ((made = std::fopen(file.c_str(), "wx")) == nullptr && errno == EEXIST)
        file = toPath(newSessionFile());
    if (made != nullptr) std::fclose(made);
    try {
        enter(std::make_unique<Session>(file));
    } catch (...) {
        std::filesystem::remove(file, ignored);
        throw;
    }
    deliver(this, [this, path = QString::fromStdString(file.string())] { Q_EMIT madeFile(path); });
}

void SessionStore::begin(std::int64_t conversation, std::int64_t follows, Question question, ModelIdentity model) {
    auto shared = std::make_shared<Question>(std::move(question));
    worker_.post([this, conversation, follows, shared, model = std::move(model)](std::stop_token) {
        try {
            settle();
            if (!session_) makeFile();
            auto exchange = std::make_shared<Exchange>(session_->begin(
                conversation != 0 ? conversation : session_->newConversation(), *shared, model, follows));
            deliver(this, [this, exchange, shared] { Q_EMIT began(exchange, shared); });
        } catch (...) {
            deliver(this, [this, message = currentMessage()] { Q_EMIT beginFailed(message); });
        }
    });
}

void SessionStore::append(std::int64_t exchange, inference::Token token) {
    const std::lock_guard guard(mutex_);
    std::vector<inference::Token>& tokens = pending_[exchange];
    tokens.push_back(std::move(token));
    if (tokens.size() == 1) worker_.post([this, exchange](std::stop_token) { flush(exchange); });
}

void SessionStore::flush(std::int64_t exchange) {
    auto tokens = std::make_shared<std::vector<inference::Token>>();
    {
        const std::lock_guard guard(mutex_);
        tokens->swap(pending_[exchange]);
        pending_.erase(exchange);
    }
    storeOrGiveUp(exchange, [&] {
        session_->append(exchange, *tokens);
        deliver(this, [this, exchange, tokens] { Q_EMIT appended(exchange, tokens); });
    });
}

template <typename Store>
void SessionStore::storeOrGiveUp(std::int64_t exchange, Store&& store) {
    if (exchange == givenUp_ || !session_) return;
    try {
        store();
    } catch (...) {
        givenUp_ = exchange;
        unsettled_[exchange] = currentMessage().toStdString();
        deliver(this, [this, exchange, message = currentMessage()] { Q_EMIT storingFailed(exchange, message); });
    }
}

void SessionStore::finish(std::int64_t exchange, inference::Answer answer) {
    auto shared = std::make_shared<inference::Answer>(std::move(answer));
    worker_.post([this, exchange, shared](std::stop_token) {
        storeOrGiveUp(exchange, [&] {
            session_->finish(exchange, *shared);
            deliver(this, [this, exchange, shared] { Q_EMIT finished(exchange, shared); });
        });
    });
}

void SessionStore::fail(std::int64_t exchange, std::string message) {
    worker_.post([this, exchange, message = std::move(message)](std::stop_token) {
        storeOrGiveUp(exchange, [&] {
            session_->fail(exchange, message);
            deliver(this, [this, exchange, text = QString::fromStdString(message)] {
                Q_EMIT exchangeFailed(exchange, text);
            });
        });
    });
}

void SessionStore::review(std::int64_t exchange, const Review& review) {
    worker_.post([this, exchange, review](std::stop_token) {
        try {
            if (!session_) return;
            const Review stored = session_->review(exchange, review);
            deliver(this, [this, exchange, stored] { Q_EMIT reviewed(exchange, stored); });
        } catch (...) {
            deliver(this, [this, exchange, review, message = currentMessage()] {
                Q_EMIT reviewFailed(exchange, review, message);
            });
        }
    });
}

/// Returns true if this file is the session. On the session's thread.
bool SessionStore::isOpen(const QString& session) const {
    std::error_code ignored;
    return session_ && std::filesystem::equivalent(session_->path(), toPath(session), ignored);
}

void SessionStore::recordMeasurement(const QString& session, const RecordedMeasurement& measurement) {
    worker_.post([this, session, measurement](std::stop_token) {
        if (!isOpen(session)) return;
        try {
            const RecordedMeasurement stored = session_->recordMeasurement(measurement);
            deliver(this, [this, session, stored] { Q_EMIT measurementRecorded(session, stored); });
        } catch (...) {
            deliver(this, [this, session, id = measurement.id, message = currentMessage()] {
                Q_EMIT measurementFailed(session, id, message);
            });
        }
    });
}

void SessionStore::removeMeasurement(const QString& session, std::int64_t id) {
    worker_.post([this, session, id](std::stop_token) {
        if (!isOpen(session)) return;
        try {
            session_->removeMeasurement(id);
            deliver(this, [this, session, id] { Q_EMIT measurementRemoved(session, id); });
        } catch (...) {
            deliver(this, [this, session, id, message = currentMessage()] {
                Q_EMIT measurementFailed(session, id, message);
            });
        }
    });
}

void SessionStore::recordExport(const QString& session, const ExportRecord& record) {
    worker_.post([this, session, record](std::stop_token) {
        if (!isOpen(session) || session_->readOnlyReason()) return;
        try {
            session_->recordExport(record, settings::witnessFile());
        } catch (...) {
            deliver(this, [this, message = currentMessage()] { Q_EMIT failed(message); });
        }
    });
}

void SessionStore::recordReplay(const ReplayRecord& record) {
    worker_.post([this, record](std::stop_token) {
        try {
            if (!session_) return;
            const ReplayRecord stored = session_->recordReplay(record);
            deliver(this, [this, stored] { Q_EMIT replayRecorded(stored); });
        } catch (...) {
            deliver(this, [this, message = currentMessage()] { Q_EMIT failed(message); });
        }
    });
}

void SessionStore::complete(const std::vector<std::int64_t>& exchanges) {
    worker_.post([this, exchanges](std::stop_token) {
        try {
            auto whole = std::make_shared<std::vector<Exchange>>();
            for (const std::int64_t id : exchanges) {
                if (!session_) throw Error("session.no_exchange", {}, {std::to_string(id)});
                whole->push_back(session_->exchange(id));
            }
            deliver(this, [this, whole] { Q_EMIT completed(whole); });
        } catch (...) {
            deliver(this, [this, message = currentMessage()] { Q_EMIT completeFailed(message); });
        }
    });
}

void SessionStore::setTitle(const QString& title) {
    worker_.post([this, title](std::stop_token) {
        try {
            if (!session_) return;
            session_->setTitle(title.toStdString());
            deliver(this, [this, title] { Q_EMIT titled(title); });
        } catch (...) {
            deliver(this, [this, message = currentMessage()] { Q_EMIT failed(message); });
        }
    });
}

void SessionStore::keepPlace(const QString& session, const ReadingPlace& place) {
    worker_.post([session, place](std::stop_token) { storePlace(session, place); });
}

void SessionStore::whenStored(std::function<void()> action) {
    worker_.post([action = std::move(action)](std::stop_token) { action(); });
}

}  // namespace fleming::app
