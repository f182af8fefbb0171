#pragma once

#include "app/models/answerer.h"
#include "app/worker.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

namespace fleming::app {

/// An answerer that says what a test wants, on a thread of its own. It streams `script` and counts what it was asked.
class FakeAnswerer : public Answerer {
public:
    struct Record {
        std::mutex mutex;
        std::condition_variable changed;
        std::vector<std::string> script{"<think>", "Look at ", "Image-1.", "</think>", "<answer>", "yes", "</answer>"};
        std::string failure;  ///< what the next question fails with
        bool mayGoOn = true;  ///< false: waits after the first token
        bool ended = false;   ///< the answerer is destroyed
        std::vector<Question> questions;
        std::vector<std::pair<Question, bool>> prepared;  ///< and whether for a new conversation
        std::vector<std::pair<std::string, std::vector<inference::PastTurn>>> conversations;
    };

    explicit FakeAnswerer(std::shared_ptr<Record> record) : record_(std::move(record)) {}
    ~FakeAnswerer() override {
        stop();
        const std::lock_guard guard(record_->mutex);
        record_->ended = true;
    }

    void load(const std::filesystem::path& folder, const inference::EngineOptions&, LoadCallbacks callbacks) override;
    void startConversation(std::string systemText, std::vector<inference::PastTurn> history) override;
    void ask(Question question, AnswerCallbacks callbacks) override;
    void prepare(Question question, bool newConversation) override;
    void stop() override;

private:
    std::shared_ptr<Record> record_;
    Worker worker_{Worker::AtEnd::finish};
};

}  // namespace fleming::app
