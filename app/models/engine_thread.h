#pragma once

#include "app/models/model.h"
#include "app/models/model_ref.h"
#include "inference/side_by_side.h"
#include "inference/tokenizer.h"

#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace fleming::app {

/// What a chat is to the engine. Only EngineThread uses the members.
struct EngineChat {
    std::string systemText;
    std::vector<inference::PastTurn> history;
    std::optional<inference::Conversation> conversation;  // from the first question on
    bool answering = false;
};

/// An inference::Engine, the thread on which it runs, and the queue of what its chats ask. The local model and its
/// chats share it. All functions may be called from any thread but the engine's.
class EngineThread {
public:
    /// Loads the checkpoint on the new thread and waits for it: OpenMP keeps one team of threads for each thread that
    /// computes. Throws what inference::Engine and checkpointChecksum() throw.
    EngineThread(const LocalCheckpoint& checkpoint, const Capabilities& capabilities, const std::stop_token& stop,
                 const inference::ProgressCallback& progress);
    ~EngineThread();
    EngineThread(const EngineThread&) = delete;
    EngineThread& operator=(const EngineThread&) = delete;

    const ModelIdentity& identity() const { return identity_; }

    // See ModelChat.
    void ask(std::shared_ptr<EngineChat> chat, RequestId id, Question question, AnswerCallbacks callbacks);
    void cancel(const EngineChat& chat, RequestId id);
    void prepare(std::shared_ptr<EngineChat> chat, Question question);

    /// Cancels the requests of a chat, waits for them, and has its conversation freed.
    void close(std::shared_ptr<EngineChat> chat);

    /// See Model::countTokens().
    std::optional<int> countTokens(std::string_view text) const;

    /// Cancels everything, waits for it, and frees the engine. Later requests fail with Error "model.unloaded".
    void end();

private:
    struct Request {
        std::shared_ptr<EngineChat> chat;
        RequestId id = 0;
        Question question;
        AnswerCallbacks callbacks;
        std::stop_source stop;
        bool begun = false;
    };
    struct Preparation {
        Preparation(std::shared_ptr<EngineChat> its, Question about)
            : chat(std::move(its)), question(std::move(about)) {}

        std::shared_ptr<EngineChat> chat;
        Question question;
        std::stop_source stop;
        bool begun = false;
    };
    using Place = std::list<Request>::iterator;

    void load(const LocalCheckpoint& checkpoint, const std::stop_token& stop,
              const inference::ProgressCallback& progress);
    void work();
    void dropPreparation();
    std::optional<inference::Request> nextRequest();
    inference::Request toInference(Place request);
    void finish(Place request, const std::function<void(const AnswerCallbacks&)>& report);
    void prepareNow(const Preparation& preparation);
    void freeClosed();
    inference::Conversation& conversationOf(const std::shared_ptr<EngineChat>& chat);

    ModelIdentity identity_;

    // On the thread only.
    std::optional<inference::Engine> engine_;
    std::set<std::shared_ptr<EngineChat>> open_;  // those that have a conversation

    std::mutex mutex_;  // protects what follows, and EngineChat::answering
    std::condition_variable changed_;
    std::list<Request> requests_;               // those that have not ended, in the order in which they were asked
    std::shared_ptr<Preparation> preparation_;  // the latest, waiting or running
    std::vector<std::shared_ptr<EngineChat>> closed_;  // their conversations are still to be freed
    bool ending_ = false;

    mutable std::mutex counting_;                      // protects tokenizer_ from the end of the engine
    const inference::Tokenizer* tokenizer_ = nullptr;  // of engine_

    std::mutex joining_;
    std::thread thread_;
};

}  // namespace fleming::app
