#include "app/replay/session_replay.h"

#include "app/errors/error_text.h"
#include "app/replay/replay_text.h"
#include "app/session/session.h"
#include "base/error.h"

#include <algorithm>
#include <future>
#include <utility>

namespace fleming::app {

namespace {

/// The exchanges to replay, and those before them.
struct Reading {
    std::vector<Exchange> exchanges;
    std::vector<std::int64_t> wanted;
};

Reading readExchanges(const std::filesystem::path& file, std::int64_t exchange) {
    const Session session(file, Session::Access::read);
    Reading reading;
    if (exchange == 0) {
        reading.exchanges = session.exchanges();
        for (const Exchange& each : reading.exchanges) {
            if (canReplay(each)) reading.wanted.push_back(each.id);
        }
    } else {
        reading.wanted = {exchange};
        for (std::int64_t id = exchange; id != 0; id = reading.exchanges.back().follows)
            reading.exchanges.push_back(session.exchange(id));
        std::ranges::reverse(reading.exchanges);
    }
    return reading;
}

}  // namespace

SessionReplay::SessionReplay(ModelSlot& model, CurrentSession& session, QObject* parent)
    : QObject(parent), model_(model), session_(session) {
    connect(&session_, &CurrentSession::replaced, this, &SessionReplay::cancel);
}

SessionReplay::~SessionReplay() {
    cancel();
    // A replay that waits for the store reaches the worker before the worker ends.
    std::promise<void> stored;
    session_.whenStored([&stored] { stored.set_value(); });
    stored.get_future().wait();
}

void SessionReplay::start(qint64 exchange) {
    if (running_) {
        Q_EMIT failed(tr("Answers are being replayed. Wait for the end, or cancel it."));
        return;
    }
    if (!model_.handle()) {
        Q_EMIT failed(tr("No model is loaded. Choose the model that gave the answer first."));
        return;
    }
    const auto& exchanges = session_.exchanges();
    const bool any = std::ranges::any_of(exchanges, [exchange](const Exchange& each) {
        return (exchange == 0 || each.id == exchange) && canReplay(each);
    });
    if (!any) {
        Q_EMIT failed(tr("There is no answer to replay."));
        return;
    }
    running_ = true;
    stop_ = std::stop_source();
    Q_EMIT runningChanged();
    // The file has everything once the store has done what it was given before.
    session_.whenStored([this, model = model_.handle(), file = session_.file(), exchange, stop = stop_.get_token()] {
        worker_.post([=, this](const std::stop_token&) { run(model, file, exchange, stop); });
    });
}

void SessionReplay::cancel() {
    stop_.request_stop();
}

void SessionReplay::run(const std::shared_ptr<Model>& model, const QString& file, qint64 exchange,
                        const std::stop_token& stop) {
    try {
        const Reading reading = readExchanges(file.toStdString(), exchange);
        int count = 0, identical = 0;
        QString text;
        ReplayCallbacks callbacks;
        callbacks.onProgress = [this](double fraction) {
            deliver(this, [this, fraction] { Q_EMIT progressed(fraction); });
        };
        callbacks.onReplayed = [&](const ExchangeReplay& result) {
            ++count;
            identical += result.record.identical ? 1 : 0;
            text = replayText(result);
            deliver(this, [this, stop, record = result.record] {
                const bool isOfThisSession = !stop.stop_requested();
                if (isOfThisSession && !session_.isReadOnly()) session_.recordReplay(record);
            });
        };
        replay(*model, reading.exchanges, reading.wanted, callbacks, stop);
        if (count != 1) text = tr("%1 of %n answer(s) were replayed identically.", nullptr, count).arg(identical);
        deliver(this, [this, text] {
            end();
            Q_EMIT finished(text);
        });
    } catch (const Cancelled&) {
        deliver(this, [this] {
            end();
            Q_EMIT cancelled();
        });
    } catch (...) {
        deliver(this, [this, message = QString::fromStdString(messageOf(std::current_exception()))] {
            end();
            Q_EMIT failed(message);
        });
    }
}

void SessionReplay::end() {
    running_ = false;
    Q_EMIT runningChanged();
}

}  // namespace fleming::app
