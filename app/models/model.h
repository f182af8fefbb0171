#pragma once

#include "app/models/question.h"
#include "inference/conversation.h"
#include "inference/engine.h"
#include "inference/types.h"

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fleming::app {

/// The features of a model. Clients use no other features.
struct Capabilities {
    bool logProbabilities = false;        ///< its tokens have log-probabilities; else these are NaN
    bool prepare = false;                 ///< ModelChat::prepare() saves time
    bool parallel = false;                ///< requests of several chats are answered at the same time
    bool pixelsLeaveThisMachine = false;  ///< the frames of a question are sent to another machine
};

/// What is known of a model before it is loaded.
struct ModelSummary {
    inference::ModelInfo info;
    Capabilities capabilities;
};

/// What is known of a loaded model, for the session and the report.
struct ModelIdentity {
    inference::ModelInfo info;
    std::string sha256;        ///< what identifies the weights (see model_checksum.h)
    double loadSeconds = 0.0;  ///< s, for the weights
    Capabilities capabilities;
};

/// Where the answer to one request goes. A model calls these on its own thread; any may be empty. They must not throw.
/// At the end, it calls one of onDone and onFailed.
struct AnswerCallbacks {
    inference::ReadingCallback onReading;  ///< before the first token: how many images are encoded and prefilled
    std::function<void(const inference::Token&)> onToken;
    std::function<void(const inference::Answer&)> onDone;  ///< Answer::finish is stop, length or cancelled
    std::function<void(std::exception_ptr)> onFailed;      ///< the chat is then as before the request
};

/// Identifies a request among those of its chat. The caller chooses it: it knows the id before the first callback.
using RequestId = std::int64_t;

/// One conversation with a model. Its functions return at once and may be called from any thread, but not from a
/// callback.
class ModelChat {
public:
    /// Cancels the requests of this chat and waits, within one token, for their last callbacks.
    virtual ~ModelChat() = default;

    /// Asks the next question. Questions of one chat are answered one after another. The id differs from those of all
    /// requests of this chat that have not ended. Fails with Error "model.unloaded" after Model::unload().
    virtual void ask(RequestId id, Question question, AnswerCallbacks callbacks) = 0;

    /// Cancels a request, within one token. It still gets its last callback, and its turn stays in the conversation
    /// with the tokens generated so far, even if there are none. Does nothing if no such request is left.
    virtual void cancel(RequestId id) = 0;

    /// Works ahead on a question whose text is not complete: encodes and prefills its evidence. It changes no answer
    /// and reports no failure. A later ask() or prepare() of any chat of the model ends it. Does nothing if the model
    /// does not have the capability.
    virtual void prepare(Question question) = 0;
};

/// A loaded model. Its functions may be called from any thread.
class Model {
public:
    /// Does what unload() does.
    virtual ~Model() = default;

    virtual const ModelIdentity& identity() const = 0;

    /// Opens a conversation, which may outlive the model. An empty `systemText` means Fleming-VL's default. `history`
    /// has the earlier turns of a resumed conversation; they are prefilled with the first question.
    virtual std::unique_ptr<ModelChat> openChat(std::string systemText,
                                                std::vector<inference::PastTurn> history = {}) = 0;

    /// Returns the number of tokens of a text, or nothing if the model cannot tell or is unloaded.
    virtual std::optional<int> countTokens(std::string_view) const { return std::nullopt; }

    /// Cancels all requests, waits, within one token, for their last callbacks, and frees the memory.
    virtual void unload() = 0;
};

}  // namespace fleming::app
