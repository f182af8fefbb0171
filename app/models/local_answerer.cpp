#include "app/errors/error_text.h"
#include "app/models/answerer.h"
#include "app/models/model_checksum.h"
#include "base/error.h"
#include "inference/reasoning_parser.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace fleming::app {

namespace {

/// One thread owns the engine and the conversation; what is asked of it waits in a queue.
class LocalAnswerer : public Answerer {
public:
    LocalAnswerer() : thread_(&LocalAnswerer::work, this) {}

    ~LocalAnswerer() override {
        stop();
        {
            const std::lock_guard guard(mutex_);
            ending_ = true;
        }
        wake_.notify_one();
        thread_.join();
    }

    void load(const std::filesystem::path& folder, const inference::EngineOptions& options,
              LoadCallbacks callbacks) override {
        post([this, folder, options, callbacks = std::move(callbacks)](const std::stop_token& stop) {
            doLoad(folder, options, callbacks, stop);
        });
    }

    void startConversation(std::string systemText, std::vector<inference::PastTurn> history) override {
        post([this, systemText = std::move(systemText), history = std::move(history)](const std::stop_token&) mutable {
            conversation_.reset();
            if (engine_) conversation_.emplace(*engine_, std::move(systemText), std::move(history));
        });
    }

    void ask(Question question, AnswerCallbacks callbacks) override {
        post([this, question = std::move(question), callbacks = std::move(callbacks)](const std::stop_token& stop) {
            doAsk(question, callbacks, stop);
        });
    }

    void prepare(Question question, bool newConversation) override {
        post([this, question = std::move(question),
              newConversation](const std::stop_token& stop) { doPrepare(question, newConversation, stop); },
             Kind::ahead);
    }

    void stop() override {
        const std::lock_guard guard(mutex_);
        running_.request_stop();
        for (Entry& entry : waiting_)
            entry.stop.request_stop();
    }

private:
    using Job = std::function<void(const std::stop_token&)>;
    enum class Kind { wanted, ahead };  // ahead: gives way to whatever comes
    struct Entry {
        Job job;
        Kind kind = Kind::wanted;
        std::stop_source stop;
    };

    void post(Job job, Kind kind = Kind::wanted) {
        {
            const std::lock_guard guard(mutex_);
            if (runningKind_ == Kind::ahead) running_.request_stop();
            std::erase_if(waiting_, [](const Entry& entry) { return entry.kind == Kind::ahead; });
            waiting_.push_back({std::move(job), kind, {}});
        }
        wake_.notify_one();
    }

    void work() {
        std::unique_lock lock(mutex_);
        for (;;) {
            wake_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
            if (waiting_.empty()) break;
            Entry entry = std::move(waiting_.front());
            waiting_.pop_front();
            running_ = entry.stop;
            runningKind_ = entry.kind;
            lock.unlock();
            entry.job(entry.stop.get_token());
            entry.job = nullptr;
            lock.lock();
            runningKind_ = Kind::wanted;
        }
    }

    void doLoad(const std::filesystem::path& folder, const inference::EngineOptions& options,
                const LoadCallbacks& callbacks, const std::stop_token& stop);
    void doAsk(const Question& question, const AnswerCallbacks& callbacks, const std::stop_token& stop);
    void doPrepare(const Question& question, bool newConversation, const std::stop_token& stop);
    ModelIdentity loadEngine(const std::filesystem::path& folder, const inference::EngineOptions& options,
                             const inference::ProgressCallback& progress, const std::stop_token& stop);

    // On the thread alone. The conversation ends before its engine.
    std::unique_ptr<inference::Engine> engine_;
    std::optional<inference::Conversation> conversation_;

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Entry> waiting_;
    std::stop_source running_{std::nostopstate};
    Kind runningKind_ = Kind::wanted;
    bool ending_ = false;
    std::thread thread_;  // last: it uses all of the above
};

ModelIdentity LocalAnswerer::loadEngine(const std::filesystem::path& folder, const inference::EngineOptions& options,
                                        const inference::ProgressCallback& progress, const std::stop_token& stop) {
    const auto part = [&](double from, double to) {
        return [&progress, from, to](double fraction) {
            if (progress) progress(from + (to - from) * fraction);
        };
    };
    constexpr double kWeights = 0.6;  // the rest of the time goes into the checksum
    const auto begin = std::chrono::steady_clock::now();
    auto engine = std::make_unique<inference::Engine>(folder, options, stop, part(0.0, kWeights));
    ModelIdentity model;
    model.info = engine->info();
    model.loadSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    model.sha256 = modelChecksum(folder, stop, part(kWeights, 1.0));
    engine_ = std::move(engine);
    return model;
}

void LocalAnswerer::doLoad(const std::filesystem::path& folder, const inference::EngineOptions& options,
                           const LoadCallbacks& callbacks, const std::stop_token& stop) {
    try {
        if (stop.stop_requested()) throw Cancelled();
        inference::inspectCheckpoint(folder, options);  // a folder that is none costs nobody the model that is loaded
        conversation_.reset();
        engine_.reset();
        if (callbacks.onUnloaded) callbacks.onUnloaded();
        const ModelIdentity model = loadEngine(folder, options, callbacks.onProgress, stop);
        if (callbacks.onLoaded) callbacks.onLoaded(model);
    } catch (...) {
        const std::string message = messageOf(std::current_exception());
        if (callbacks.onFailed) callbacks.onFailed(message);
    }
}

void LocalAnswerer::doAsk(const Question& question, const AnswerCallbacks& callbacks, const std::stop_token& stop) {
    try {
        if (!engine_) {
            throw Error(QCoreApplication::translate("Answerer", "No model is loaded. Choose one first.").toStdString());
        }
        if (!conversation_) conversation_.emplace(*engine_, question.systemText);
        const inference::Answer answer =
            conversation_->ask(toTurn(question.text, question.evidence, question.reasoningPrompt), question.options,
                               callbacks.onToken, stop, callbacks.onReading);
        if (callbacks.onDone) callbacks.onDone(answer);
    } catch (...) {
        const std::string message = messageOf(std::current_exception());
        if (callbacks.onFailed) callbacks.onFailed(message);
    }
}

void LocalAnswerer::doPrepare(const Question& question, bool newConversation, const std::stop_token& stop) {
    if (!engine_) return;
    try {
        if (newConversation) {
            inference::Conversation(*engine_, question.systemText)
                .prepare(toTurn(question.text, question.evidence, question.reasoningPrompt),
                         stop);  // the engine keeps what it read
        } else if (conversation_) {
            conversation_->prepare(toTurn(question.text, question.evidence, question.reasoningPrompt), stop);
        }
    } catch (const Error&) {  // asking will say it
    }
}

}  // namespace

std::unique_ptr<Answerer> makeLocalAnswerer() {
    return std::make_unique<LocalAnswerer>();
}

}  // namespace fleming::app
