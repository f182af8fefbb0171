#pragma once

#include "inference/types.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace fleming::inference {

class Engine;

/// The system text of the internvl2_5 template, used where none is given.
extern const char* const kDefaultSystemText;

/// The text with which Fleming-VL asks for <think> and <answer>; it opens a user turn.
extern const char* const kReasoningPrompt;

/// One question. All of `text` is data: control tokens written in it are ordinary characters.
struct Turn {
    std::string text;
    std::vector<ImageInput> images;  ///< Image-1, Image-2, ... in this order; each becomes one tile
    bool reasoningPrompt = true;     ///< open the turn with kReasoningPrompt
};

/// A past turn, given back to a conversation that is taken up again.
struct PastTurn {
    Turn turn;
    std::string answer;  ///< all the text of the answer, tags included

    /// The token ids as they were when the turn was answered by a model with the same tokenizer; where they are given,
    /// the texts are not tokenized again, which can give other ids.
    std::vector<std::int32_t> promptIds{};  ///< Answer::promptIds, with all turns before it; empty: made from the texts
    std::vector<std::int32_t> answerIds{};  ///< ids of Answer::tokens; empty: made from `answer`
};

/// Questions and answers in order, with the KV cache of all of them: a follow-up prefills only what is new. Nothing is
/// computed twice: features of pictures are kept by their pixels, and a conversation goes on from whatever an earlier
/// one of the same engine has in common with it from the beginning (the same evidence, an edited question).
class Conversation {
public:
    /// `engine` must outlive the conversation. An empty `systemText` means none was given: kDefaultSystemText is used.
    /// `history` is prefilled together with the first question.
    explicit Conversation(Engine& engine, std::string systemText = {}, std::vector<PastTurn> history = {});
    Conversation(Conversation&&) noexcept = default;
    Conversation& operator=(Conversation&&) noexcept = default;

    /// Asks and generates until the end token, the limit, or a stop request (within one token; also during the vision
    /// tower and the prefill, which are done in pieces). `onToken` gets each token as it comes.
    /// A cancelled turn keeps its place in the history with what was generated.
    /// Throws Error where memory for the KV cache runs out; the conversation is then as before the call.
    Answer ask(const Turn& turn, const GenerationOptions& options = {}, const TokenCallback& onToken = {},
               std::stop_token stop = {}, const ReadingCallback& onReading = {});

    /// Works ahead: encodes and prefills what a question about these pictures will begin with, so that asking it has
    /// little left to do. The conversation says the same afterwards. Where it is stopped, what was done is kept.
    /// `turn.text` does not matter. Throws Error as ask() does.
    void prepare(const Turn& turn, std::stop_token stop = {});

    /// Tokens now in the KV cache.
    int cachedTokens() const;

    struct State;  // private to the engine module
    State& state() const { return *state_; }

private:
    std::shared_ptr<State> state_;  // shared_ptr: it ends as the module says
};

}  // namespace fleming::inference
