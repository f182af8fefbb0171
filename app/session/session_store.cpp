#include "app/session/session_store.h"

#include <filesystem>

#include <QCoreApplication>

#include "app/failure.h"
#include "app/report/report.h"
#include "app/settings.h"
#include "base/error.h"

namespace fleming::app {

namespace {

QString currentMessage() { return QString::fromStdString(messageOf(std::current_exception())); }

std::filesystem::path toPath(const QString& file) { return file.toStdString(); }

}  // namespace

SessionStore::SessionStore(QObject* parent) : QObject(parent) {}

SessionStore::~SessionStore() {
    worker_.post([this](std::stop_token) { session_.reset(); });  // a connection ends on the thread that made it
}

void SessionStore::open(const QString& file, IfMissing ifMissing) {
    worker_.post([this, file, ifMissing](std::stop_token) {
        try {
            std::error_code ignored;
            if (ifMissing == IfMissing::leave && !std::filesystem::exists(toPath(file), ignored)) {
                deliver(this, [this] { Q_EMIT openFailed({}); });
                return;
            }
            auto session = std::make_unique<Session>(toPath(file));
            auto exchanges = std::make_shared<std::vector<Exchange>>(session->exchanges());
            session_ = std::move(session);
            const QString path = QString::fromStdString(session_->path().string());
            deliver(this, [this, path, exchanges] { Q_EMIT opened(path, exchanges); });
        } catch (...) {
            deliver(this, [this, message = currentMessage()] { Q_EMIT openFailed(message); });
        }
    });
}

void SessionStore::leave() {
    worker_.post([this](std::stop_token) { session_.reset(); });
}

void SessionStore::makeFile() {
    const std::filesystem::path file = toPath(newSessionFile());
    std::error_code ignored;  // where the folder is missing then, the session says so
    std::filesystem::create_directories(file.parent_path(), ignored);
    session_ = std::make_unique<Session>(file);
    deliver(this, [this, path = QString::fromStdString(file.string())] { Q_EMIT madeFile(path); });
}

void SessionStore::begin(std::int64_t conversation, Question question, ModelIdentity model) {
    auto shared = std::make_shared<Question>(std::move(question));
    worker_.post([this, conversation, shared, model = std::move(model)](std::stop_token) {
        try {
            if (!session_) makeFile();
            const std::int64_t id =
                session_->begin(conversation != 0 ? conversation : session_->newConversation(), *shared, model);
            auto exchange = std::make_shared<Exchange>(session_->exchange(id));
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
        session_->append(exchange, std::span<const inference::Token>(*tokens));
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
            deliver(this, [this, exchange, text = QString::fromStdString(message)] { Q_EMIT exchangeFailed(exchange, text); });
        });
    });
}

void SessionStore::review(std::int64_t exchange, const Review& review) {
    worker_.post([this, exchange, review](std::stop_token) {
        try {
            if (!session_) return;
            session_->review(exchange, review);
            const Review stored = session_->exchange(exchange).reviews.back();
            deliver(this, [this, exchange, stored] { Q_EMIT reviewed(exchange, stored); });
        } catch (...) {
            deliver(this, [this, message = currentMessage()] { Q_EMIT failed(message); });
        }
    });
}

void SessionStore::exportReport(const QString& sessionFile, const QString& pdf, const ReportOptions& options) {
    // On a thread of its own, through a connection of its own: tokens go on being stored meanwhile.
    reports_.post([this, sessionFile, pdf, options](std::stop_token) {
        try {
            writeReport(Session(toPath(sessionFile)).exchanges(), toPath(pdf), options);
            deliver(this, [this, pdf] { Q_EMIT reportWritten(pdf); });
        } catch (...) {
            deliver(this, [this, message = currentMessage()] { Q_EMIT failed(message); });
        }
    });
}

}  // namespace fleming::app
