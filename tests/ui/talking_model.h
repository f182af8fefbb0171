#pragma once

#include "app/models/model_backends.h"
#include "base/error.h"

#include <chrono>
#include <map>
#include <memory>
#include <thread>
#include <utility>

namespace fleming::ui::testing {

/// Answers each question with some words, or fails, on a thread of its own. Any number of questions at a time.
class TalkingChat : public app::ModelChat {
public:
    void ask(app::RequestId id, app::Question, app::AnswerCallbacks callbacks) override {
        answers_[id] = std::jthread([id, callbacks = std::move(callbacks)](const std::stop_token& stop) {
            inference::Answer answer;
            for (int i = 0; i < kTokens && !stop.stop_requested(); ++i) {
                std::this_thread::sleep_for(std::chrono::milliseconds(15));
                inference::Token token;
                token.id = i;
                token.channel = i < kTokens / 2 ? inference::Channel::reasoning : inference::Channel::answer;
                token.text = i % 4 == 0 ? "Image-1 " : "shows words. ";
                token.logProbability = -0.5F;
                token.parts = {{token.channel, token.text}};
                (i < kTokens / 2 ? answer.reasoning : answer.finalAnswer) += token.text;
                answer.text += token.text;
                answer.tokens.push_back(token);
                if (callbacks.onToken) callbacks.onToken(token);
            }
            answer.finish = stop.stop_requested() ? inference::Finish::cancelled : inference::Finish::stop;
            if (id % 7 == 3) {
                if (callbacks.onFailed) callbacks.onFailed(std::make_exception_ptr(Error("engine.out_of_memory")));
            } else if (callbacks.onDone) {
                callbacks.onDone(answer);
            }
        });
    }
    void cancel(app::RequestId id) override {
        if (const auto found = answers_.find(id); found != answers_.end()) found->second.request_stop();
    }
    void prepare(app::Question) override {}

private:
    static constexpr int kTokens = 24;
    std::map<app::RequestId, std::jthread> answers_;
};

class TalkingModel : public app::Model {
public:
    explicit TalkingModel(app::ModelIdentity identity) : identity_(std::move(identity)) {}
    const app::ModelIdentity& identity() const override { return identity_; }
    std::unique_ptr<app::ModelChat> openChat(std::string, std::vector<inference::PastTurn>) override {
        return std::make_unique<TalkingChat>();
    }
    void unload() override {}

    /// Returns backends that load this model from any folder.
    static app::ModelBackends backends() {
        app::ModelBackend<app::LocalCheckpoint> backend;
        backend.inspect = [](const app::LocalCheckpoint& checkpoint) {
            app::ModelSummary summary;
            summary.info.path = checkpoint.folder;
            summary.info.name = "Talking";
            summary.info.device = "cpu";
            summary.capabilities.logProbabilities = true;
            return summary;
        };
        backend.checksum = [](const app::LocalCheckpoint&, std::stop_token, const inference::ProgressCallback&) {
            return std::string(64, 'b');
        };
        backend.load = [inspect = backend.inspect](const app::LocalCheckpoint& checkpoint, std::stop_token,
                                                   const inference::ProgressCallback& progress) {
            const app::ModelSummary summary = inspect(checkpoint);
            progress(0.5);
            return std::make_shared<TalkingModel>(
                app::ModelIdentity{summary.info, std::string(64, 'b'), 0.0, summary.capabilities});
        };
        app::ModelBackends backends;
        std::get<app::ModelBackend<app::LocalCheckpoint>>(backends) = std::move(backend);
        return backends;
    }

private:
    app::ModelIdentity identity_;
};

}  // namespace fleming::ui::testing
