#pragma once

#include "inference/conversation.h"
#include "inference/engine.h"
#include "inference/types.h"
#include "viewer/render/frame.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace fleming::app {

/// What is asked, with all that belongs to it.
struct Question {
    std::string text;
    std::vector<viewer::Frame> evidence;  ///< new in this turn; a follow-up usually has none
    bool reasoningPrompt = true;
    std::string systemText;  ///< empty: Fleming-VL's own; the first turn of a conversation decides
    inference::GenerationOptions options;
};

/// The model that answers, for the session and the report.
struct ModelIdentity {
    inference::ModelInfo info;
    std::string sha256;  ///< over the checkpoint's files (see model_checksum.h)
    double loadSeconds = 0.0;
};

/// Callbacks come on the answerer's own thread; any may be left out. They must not throw.
struct LoadCallbacks {
    std::function<void(double fraction)> onProgress;
    std::function<void()> onUnloaded;  ///< the model before is let go of: there is none now
    std::function<void(const ModelIdentity&)> onLoaded;
    std::function<void(const std::string& message)> onFailed;  ///< also "Cancelled." after a stop
};
struct AnswerCallbacks {
    inference::ReadingCallback onReading;
    std::function<void(const inference::Token&)> onToken;
    std::function<void(const inference::Answer&)> onDone;  ///< finish says stop, length or cancelled
    std::function<void(const std::string& message)> onFailed;
};

/// Who answers questions. One stands behind the window: LocalAnswerer; a remote one can stand beside it.
/// Calls return at once; work is queued in order. A destroyed answerer stops its work within a token and waits for
/// that.
class Answerer {
public:
    virtual ~Answerer() = default;

    /// Loads a checkpoint, in place of the one before: a folder that cannot be one leaves the model and its
    /// conversation as they are; else both end (onUnloaded) before the new one takes its memory.
    virtual void load(const std::filesystem::path& folder, const inference::EngineOptions& options,
                      LoadCallbacks callbacks) = 0;

    /// Begins a new conversation; `history` is one that is taken up again.
    virtual void startConversation(std::string systemText, std::vector<inference::PastTurn> history) = 0;

    /// Asks the next question of the conversation; without one, begins it with the question's system text.
    virtual void ask(Question question, AnswerCallbacks callbacks) = 0;

    /// Works ahead on a question whose text is still being written: its evidence is encoded and read. Of no consequence
    /// but speed: whatever is asked of the answerer next stops it, and it fails in silence. `newConversation`: it will
    /// begin one; else it goes on with the running one.
    virtual void prepare(Question question, bool newConversation) = 0;

    /// Stops the running answer or load, and whatever is queued. Every one of them still gets its last callback; a
    /// question that is stopped, even before it began, keeps its place in the conversation.
    virtual void stop() = 0;
};

/// Runs inference::Engine in its own thread.
std::unique_ptr<Answerer> makeLocalAnswerer();

/// A turn as the engine takes it.
inference::Turn toTurn(const std::string& text, const std::vector<viewer::Frame>& evidence, bool reasoningPrompt);

/// A frame as the engine takes it (the square is stretched or cut as its provenance says).
inference::ImageInput toImageInput(const viewer::Frame& frame);

}  // namespace fleming::app
