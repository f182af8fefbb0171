#pragma once

#include "inference/conversation.h"

#include <exception>
#include <functional>
#include <optional>
#include <stop_token>

namespace fleming::inference {

/// A question that is asked in a conversation, and where its answer goes. answerSideBySide() calls the callbacks on its
/// own thread, as Conversation::ask() does; at the end, it calls one of onDone and onFailed.
struct Request {
    Conversation* conversation = nullptr;  ///< outlives the request; it has one request at a time
    Turn turn;
    GenerationOptions options;
    TokenCallback onToken;
    ReadingCallback onReading;
    std::function<void(Answer)> onDone;
    /// Called if the question cannot be answered; the conversation is then as before the request.
    std::function<void(std::exception_ptr)> onFailed;
    std::stop_token stop;                 ///< ends this request with Finish::cancelled
    std::optional<RunToRepeat> repeat{};  ///< if set, the request is answered as by Conversation::repeat()
};

/// Returns the next request to begin, or nothing if there is none now. It is called before each step, until it returns
/// nothing.
using NextRequest = std::function<std::optional<Request>()>;

/// Answers requests of several conversations of one engine side by side: one step generates a token of each and reads
/// the weights once (unless they are split over several devices). Each request gets the answer that
/// Conversation::ask() gives. A request for which memory does not suffice waits until another one has ended. Returns
/// when all requests have ended and `next` has no other. Throws what `next` and the callbacks throw; the requests that
/// run then end without a callback, and their conversations cannot be used again.
void answerSideBySide(Engine& engine, const NextRequest& next);

}  // namespace fleming::inference
