#include "tests/app/fake_model.h"

#include "app/worker.h"
#include "base/error.h"
#include "inference/reasoning_parser.h"
#include "inference/tokens/token_stream.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>
#include <optional>

namespace fleming::app {

namespace {

/// The state that a model shares with its chats.
struct Shared {
    explicit Shared(std::shared_ptr<FakeModelRecord> its) : record(std::move(its)) {}

    std::shared_ptr<FakeModelRecord> record;
    std::stop_source unloaded;
    int unended = 0;  // requests whose last callback has not returned
};

inference::Answer answer(FakeModelRecord& record, const AnswerCallbacks& callbacks, const std::stop_token& stop) {
    const std::stop_callback wake(stop, [&] {
        const std::lock_guard guard(record.mutex);
        record.changed.notify_all();
    });
    std::unique_lock lock(record.mutex);
    inference::Answer answer;
    answer.promptIds = {100, static_cast<std::int32_t>(record.questions.size())};
    const float logProbability = record.capabilities.logProbabilities ? -0.5F : std::numeric_limits<float>::quiet_NaN();
    inference::TokenStream stream;  // splits tokens into channels as the engine does
    const auto emit = [&](const std::vector<inference::Token>& tokens) {
        for (const inference::Token& token : tokens) {
            answer.tokens.push_back(token);
            answer.text += token.text;
            if (!callbacks.onToken) continue;
            lock.unlock();  // the callback may wait for a thread that calls ask() or cancel()
            callbacks.onToken(token);
            lock.lock();
        }
    };
    const auto wait = [&](const auto& condition) {
        record.changed.wait_for(lock, std::chrono::seconds(60), [&] { return stop.stop_requested() || condition(); });
    };
    std::int32_t id = 0;
    const std::vector<std::string> script = record.script;
    for (const std::string& text : script) {
        if (!answer.tokens.empty()) wait([&] { return record.mayContinue; });
        if (stop.stop_requested()) break;
        emit(stream.add(id++, text, logProbability));
    }
    emit(stream.finish());
    wait([&] { return record.mostWaiting >= record.answersAtOnce; });
    answer.finish = stop.stop_requested() ? inference::Finish::cancelled : inference::Finish::stop;
    const inference::ParsedAnswer parsed = inference::parseAnswer(answer.text);
    answer.reasoning = parsed.reasoning;
    answer.finalAnswer = parsed.finalAnswer;
    return answer;
}

class FakeChat : public ModelChat {
public:
    FakeChat(std::shared_ptr<Shared> shared, std::string systemText, std::vector<inference::PastTurn> history)
        : shared_(std::move(shared)),
          record_(*shared_->record),
          start_(std::pair(std::move(systemText), std::move(history))) {}
    ~FakeChat() override { worker_.cancelAll(); }

    void ask(RequestId id, Question question, AnswerCallbacks callbacks) override {
        {
            const std::lock_guard guard(record_.mutex);
            if (start_) record_.conversations.push_back(std::move(*start_));
            start_.reset();
            ++record_.waiting;
            ++shared_->unended;
            record_.mostWaiting = std::max(record_.mostWaiting, record_.waiting);
        }
        record_.changed.notify_all();
        const std::stop_source stop =
            worker_.post([this, question = std::move(question), callbacks = std::move(callbacks)](
                             std::stop_token cancelled) { answerOne(question, callbacks, cancelled); });
        const std::lock_guard guard(record_.mutex);
        stops_[id] = stop;
    }

    void cancel(RequestId id) override {
        std::stop_source stop{std::nostopstate};
        {
            const std::lock_guard guard(record_.mutex);
            if (const auto found = stops_.find(id); found != stops_.end()) stop = found->second;
        }
        stop.request_stop();  // outside the mutex, which the waiting answer locks
    }

    void prepare(Question question) override {
        const std::lock_guard guard(record_.mutex);
        record_.prepared.emplace_back(std::move(question), start_ && start_->second.empty());
    }

private:
    void answerOne(const Question& question, const AnswerCallbacks& callbacks, const std::stop_token& cancelled) {
        std::string failure;
        {
            const std::lock_guard guard(record_.mutex);
            record_.questions.push_back(question);
            failure = std::exchange(record_.failure, {});
        }
        std::stop_source stop;
        const std::stop_callback onCancel(cancelled, [&] { stop.request_stop(); });
        const std::stop_callback onUnload(shared_->unloaded.get_token(), [&] { stop.request_stop(); });
        if (failure.empty()) {
            const inference::Answer complete = answer(record_, callbacks, stop.get_token());
            stopWaiting();
            callbacks.onDone(complete);
        } else {
            stopWaiting();
            callbacks.onFailed(std::make_exception_ptr(Error(failure)));
        }
        const std::lock_guard guard(record_.mutex);
        --shared_->unended;
        record_.changed.notify_all();
    }

    /// Called before the last callback, since the next request may follow it.
    void stopWaiting() {
        const std::lock_guard guard(record_.mutex);
        --record_.waiting;
    }

    std::shared_ptr<Shared> shared_;
    FakeModelRecord& record_;
    std::optional<std::pair<std::string, std::vector<inference::PastTurn>>> start_;  // empty after the first question
    std::map<RequestId, std::stop_source> stops_;
    Worker worker_{Worker::AtEnd::finish};
};

class FakeModel : public Model {
public:
    FakeModel(const std::filesystem::path& folder, std::shared_ptr<FakeModelRecord> record)
        : shared_(std::make_shared<Shared>(std::move(record))) {
        identity_.info.name = folder.filename().string();
        identity_.info.path = folder;
        identity_.sha256 = std::string(64, 'c');
        identity_.capabilities = shared_->record->capabilities;
    }
    ~FakeModel() override {
        unload();
        const std::lock_guard guard(shared_->record->mutex);
        shared_->record->ended = true;
    }

    const ModelIdentity& identity() const override { return identity_; }
    std::unique_ptr<ModelChat> openChat(std::string systemText, std::vector<inference::PastTurn> history) override {
        return std::make_unique<FakeChat>(shared_, std::move(systemText), std::move(history));
    }
    void unload() override {
        shared_->unloaded.request_stop();
        std::unique_lock lock(shared_->record->mutex);
        shared_->record->changed.wait(lock, [this] { return shared_->unended == 0; });
    }

private:
    std::shared_ptr<Shared> shared_;
    ModelIdentity identity_;
};

}  // namespace

ModelBackends fakeBackends(std::shared_ptr<FakeModelRecord> record) {
    ModelBackend<LocalCheckpoint> backend;
    backend.inspect = [record](const LocalCheckpoint& checkpoint) {
        if (checkpoint.folder == "/no model") throw Error("fake.no_model", checkpoint.folder.string());
        ModelSummary summary;
        summary.info.name = checkpoint.folder.filename().string();
        summary.info.path = checkpoint.folder;
        summary.capabilities = record->capabilities;
        return summary;
    };
    backend.checksum = [](const LocalCheckpoint&, std::stop_token, const inference::ProgressCallback&) {
        return std::string(64, 'c');
    };
    backend.load = [record](const LocalCheckpoint& checkpoint, std::stop_token stop,
                            const inference::ProgressCallback& progress) {
        if (stop.stop_requested()) throw Cancelled();
        if (progress) progress(0.5);
        return std::make_shared<FakeModel>(checkpoint.folder, record);
    };
    ModelBackends backends;
    std::get<ModelBackend<LocalCheckpoint>>(backends) = std::move(backend);
    return backends;
}

}  // namespace fleming::app
