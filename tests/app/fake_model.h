#pragma once

#include "app/models/model_backends.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace fleming::app {

/// The settings of a fake model, and a record of its requests. `mutex` protects all members; `changed` is notified.
struct FakeModelRecord {
    std::mutex mutex;
    std::condition_variable changed;

    Capabilities capabilities{.logProbabilities = true, .prepare = true, .parallel = true};
    std::vector<std::string> script{"<think>", "Look at ", "Image-1.", "</think>", "<answer>", "yes", "</answer>"};
    std::string failure;      ///< error code with which the next question fails
    bool mayContinue = true;  ///< false: answers pause after the first token
    int answersAtOnce = 1;    ///< answers end only after this many requests have waited at the same time

    int waiting = 0;      ///< requests that have not ended
    int mostWaiting = 0;  ///< the maximum of `waiting`
    bool ended = false;   ///< the model is destroyed
    std::vector<Question> questions;
    std::vector<std::pair<Question, bool>> prepared;  ///< second: true for a new conversation
    std::vector<std::pair<std::string, std::vector<inference::PastTurn>>>
        conversations;  ///< conversations with a question
};

/// Returns a backend whose models answer every question with `script`, each on its own thread. The name of a model is
/// the name of its folder. Loading the folder "/no model" fails.
ModelBackends fakeBackends(std::shared_ptr<FakeModelRecord> record);

}  // namespace fleming::app
