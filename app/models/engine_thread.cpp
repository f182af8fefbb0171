#include "app/models/engine_thread.h"

#include "app/models/model_checksum.h"
#include "base/error.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <future>
#include <utility>

namespace fleming::app {

EngineThread::EngineThread(const LocalCheckpoint& checkpoint, const Capabilities& capabilities,
                           const std::stop_token& stop, const inference::ProgressCallback& progress) {
    identity_.capabilities = capabilities;
    std::promise<void> loaded;
    std::future<void> outcome = loaded.get_future();
    thread_ = std::thread([&, this, loaded = std::move(loaded)]() mutable {
        try {
            load(checkpoint, stop, progress);
        } catch (...) {
            engine_.reset();
            loaded.set_exception(std::current_exception());
            return;
        }
        tokenizer_ = &engine_->tokenizer();
        loaded.set_value();  // the constructor's arguments are not used from here on
        work();
    });
    try {
        outcome.get();
    } catch (...) {
        thread_.join();
        throw;
    }
}

EngineThread::~EngineThread() {
    end();
}

// --- from any thread ------------------------------------------------------------------------------------------------

void EngineThread::end() {
    {
        const std::lock_guard guard(mutex_);
        ending_ = true;
        for (Request& request : requests_)
            request.stop.request_stop();
        dropPreparation();
    }
    changed_.notify_all();
    const std::lock_guard guard(joining_);
    if (thread_.joinable()) thread_.join();
}

void EngineThread::ask(std::shared_ptr<EngineChat> chat, RequestId id, Question question, AnswerCallbacks callbacks) {
    {
        const std::lock_guard guard(mutex_);
        dropPreparation();
        if (!ending_) {
            requests_.push_back({std::move(chat), id, std::move(question), std::move(callbacks), {}, false});
            callbacks = {};
        }
    }
    changed_.notify_all();
    if (callbacks.onFailed) callbacks.onFailed(std::make_exception_ptr(Error("model.unloaded")));
}

void EngineThread::cancel(const EngineChat& chat, RequestId id) {
    const std::lock_guard guard(mutex_);
    for (Request& request : requests_) {
        if (request.chat.get() == &chat && request.id == id) request.stop.request_stop();
    }
}

void EngineThread::prepare(std::shared_ptr<EngineChat> chat, Question question) {
    {
        const std::lock_guard guard(mutex_);
        dropPreparation();
        if (!ending_) preparation_ = std::make_shared<Preparation>(std::move(chat), std::move(question));
    }
    changed_.notify_all();
}

std::optional<int> EngineThread::countTokens(std::string_view text) const {
    const std::lock_guard counting(counting_);
    if (tokenizer_ == nullptr) return std::nullopt;
    return static_cast<int>(tokenizer_->encode(text).size());
}

void EngineThread::close(std::shared_ptr<EngineChat> chat) {
    std::unique_lock lock(mutex_);
    const auto isOfChat = [&](const auto& one) { return one.chat == chat; };
    for (Request& request : requests_) {
        if (isOfChat(request)) request.stop.request_stop();
    }
    changed_.wait(lock, [&] { return std::ranges::none_of(requests_, isOfChat); });
    if (preparation_ && isOfChat(*preparation_)) dropPreparation();
    closed_.push_back(std::move(chat));
    changed_.notify_all();
}

/// Requires the mutex.
void EngineThread::dropPreparation() {
    if (preparation_) preparation_->stop.request_stop();
    preparation_.reset();
}

// --- on the engine's thread -----------------------------------------------------------------------------------------

void EngineThread::load(const LocalCheckpoint& checkpoint, const std::stop_token& stop,
                        const inference::ProgressCallback& progress) {
    constexpr double kWeights = 0.6;  // of the time; the rest is the checksum's
    const auto part = [&](double from, double to) {
        return [&progress, from, to](double fraction) {
            if (progress) progress(from + (to - from) * fraction);
        };
    };
    const auto begin = std::chrono::steady_clock::now();
    engine_.emplace(checkpoint.folder, checkpoint.options, stop, part(0.0, kWeights));
    identity_.info = engine_->info();
    identity_.loadSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    identity_.sha256 = checkpointChecksum(checkpoint.folder, stop, part(kWeights, 1.0));
}

void EngineThread::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        const auto canPrepare = [this] { return preparation_ && !preparation_->begun; };
        changed_.wait(lock, [&] { return ending_ || !requests_.empty() || canPrepare() || !closed_.empty(); });
        if (!requests_.empty()) {
            lock.unlock();
            inference::answerSideBySide(*engine_, [this] { return nextRequest(); });
            lock.lock();
        } else if (canPrepare()) {
            const std::shared_ptr<Preparation> preparation = preparation_;
            preparation->begun = true;
            lock.unlock();
            prepareNow(*preparation);
            lock.lock();
        } else if (closed_.empty()) {
            break;
        }
        lock.unlock();
        freeClosed();
        lock.lock();
    }
    lock.unlock();
    for (const auto& chat : open_)
        chat->conversation.reset();
    {
        const std::lock_guard counting(counting_);
        tokenizer_ = nullptr;
    }
    engine_.reset();
}

/// Returns the first request that does not wait for another one of its chat.
std::optional<inference::Request> EngineThread::nextRequest() {
    freeClosed();
    for (;;) {
        std::unique_lock lock(mutex_);
        const auto request =
            std::ranges::find_if(requests_, [](const Request& one) { return !one.begun && !one.chat->answering; });
        if (request == requests_.end()) return std::nullopt;
        request->begun = true;
        request->chat->answering = true;
        lock.unlock();
        try {
            return toInference(request);
        } catch (...) {
            const std::exception_ptr failure = std::current_exception();
            finish(request, [&](const AnswerCallbacks& callbacks) {
                if (callbacks.onFailed) callbacks.onFailed(failure);
            });
        }
    }
}

inference::Request EngineThread::toInference(Place request) {
    inference::Request result;
    result.conversation = &conversationOf(request->chat);
    const Question question = std::move(request->question);  // frees the frames once they are converted
    result.turn = toTurn(question);
    result.options = question.options;
    result.repeat = question.repeat;
    result.onToken = request->callbacks.onToken;
    result.onReading = request->callbacks.onReading;
    result.onDone = [this, request](const inference::Answer& answer) {
        finish(request, [&](const AnswerCallbacks& callbacks) {
            if (callbacks.onDone) callbacks.onDone(answer);
        });
    };
    result.onFailed = [this, request](const std::exception_ptr& failure) {
        finish(request, [&](const AnswerCallbacks& callbacks) {
            if (callbacks.onFailed) callbacks.onFailed(failure);
        });
    };
    result.stop = request->stop.get_token();
    return result;
}

/// Calls the last callback of a request, then removes it. The order matters to close().
void EngineThread::finish(Place request, const std::function<void(const AnswerCallbacks&)>& report) {
    report(request->callbacks);
    std::list<Request> ended;
    {
        const std::lock_guard guard(mutex_);
        request->chat->answering = false;
        ended.splice(ended.begin(), requests_, request);
    }
    changed_.notify_all();
}

void EngineThread::prepareNow(const Preparation& preparation) {
    try {
        EngineChat& chat = *preparation.chat;
        const inference::Turn turn = toTurn(preparation.question);
        const std::stop_token stop = preparation.stop.get_token();
        if (chat.conversation) {
            chat.conversation->prepare(turn, stop);
        } else {  // the engine keeps what it has computed
            inference::Conversation(*engine_, chat.systemText, chat.history).prepare(turn, stop);
        }
    } catch (const std::exception&) {  // the question will fail for the same reason, and report it
    }
}

void EngineThread::freeClosed() {
    std::vector<std::shared_ptr<EngineChat>> closed;
    {
        const std::lock_guard guard(mutex_);
        closed.swap(closed_);
    }
    for (const auto& chat : closed) {
        chat->conversation.reset();
        open_.erase(chat);
    }
}

inference::Conversation& EngineThread::conversationOf(const std::shared_ptr<EngineChat>& chat) {
    if (!chat->conversation) {
        chat->conversation.emplace(*engine_, std::move(chat->systemText), std::move(chat->history));
        open_.insert(chat);
    }
    return *chat->conversation;
}

}  // namespace fleming::app
