#pragma once

#include "inference/types.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace fleming::inference {

class Engine;

/// The system text of the internvl2_5 template, for conversations without one of their own.
inline constexpr const char* kDefaultSystemText =
    "你是书生·万象，英文名是InternVL，是由上海人工智能实验室、清华大学及多家合作单位联合开发的多模态大语言模型。";

/// The text by which Fleming-VL asks for <think> and <answer>. It opens a user turn.
inline constexpr const char* kReasoningPrompt =
    "A conversation between User and Assistant. The user asks a question, and the Assistant solves it. The assistant "
    "first thinks about the reasoning process in the mind and then provides the user a concise final answer in a short "
    "word or phrase. The reasoning process and answer are enclosed within <think> </think> and <answer> </answer> "
    "tags, respectively, i.e., <think> reasoning process here </think><answer> answer here </answer>";

/// One question. All of `text` is data: control tokens in it are encoded as ordinary characters.
struct Turn {
    std::string text;
    std::vector<ImageInput> images;  ///< Image-1, Image-2, ... in this order; each becomes one square
    bool reasoningPrompt = true;     ///< whether kReasoningPrompt opens the turn
};

/// A turn of an earlier conversation that a new one continues.
struct PastTurn {
    Turn turn;
    std::string answer;  ///< the whole text of the answer, tags included

    /// The token ids of the turn, from a model with the same tokenizer. If they are given, the texts are not tokenized
    /// again: that can give other ids than those the model generated.
    std::vector<std::int32_t> promptIds{};  ///< Answer::promptIds, with all turns before it; empty: encode the texts
    std::vector<std::int32_t> answerIds{};  ///< ids of Answer::tokens; empty: encode `answer`
};

/// A sequence of questions and answers with its KV cache: a follow-up question prefills only its new tokens. Nothing is
/// computed twice: image features are cached by the pixels of the image, and a conversation reuses the longest common
/// prefix that an earlier conversation of the same engine left in its cache (the same evidence, an edited question).
class Conversation {
public:
    /// Starts a conversation on `engine`, which must outlive it. An empty `systemText` selects kDefaultSystemText.
    /// `history` is prefilled together with the first question.
    explicit Conversation(Engine& engine, const std::string& systemText = {},
                          const std::vector<PastTurn>& history = {});
    Conversation(Conversation&&) noexcept = default;
    Conversation& operator=(Conversation&&) noexcept = default;

    /// Generates the answer to `turn`, until the end token, the limit of new tokens or a stop request. A stop request
    /// takes effect within one token, in the vision tower and the prefill within one layer; the turn then stays in the
    /// history with the tokens generated so far. `onToken` receives each token as it comes. Throws Error if `options`
    /// are out of range, an image is invalid or memory runs out; the conversation is then as it was before the call.
    Answer ask(const Turn& turn, const GenerationOptions& options = {}, const TokenCallback& onToken = {},
               std::stop_token stop = {}, const ReadingCallback& onReading = {});

    /// Generates the answer as ask() does, but computes the prompt as an earlier run did, from the turns of this
    /// conversation alone: it neither takes image features, keys and values from the engine's caches, nor leaves any
    /// there, then and later. With the run's model, device and Answer::run it generates the run's tokens. Throws
    /// Error("run.other_prompt") if the run does not fit the turns.
    Answer repeat(const Turn& turn, const GenerationOptions& options, const RunToRepeat& run,
                  const TokenCallback& onToken = {}, std::stop_token stop = {}, const ReadingCallback& onReading = {});

    /// Encodes and prefills in advance what a question with the images of `turn` begins with, so that ask() starts to
    /// answer sooner. Ignores `turn.text` and adds nothing to the history. A stop request keeps what has been computed.
    /// Throws Error as ask() does.
    void prepare(const Turn& turn, std::stop_token stop = {});

    /// Returns the number of tokens in the KV cache.
    int cachedTokens() const;

    struct State;  // private to the engine module
    State& state() const { return *state_; }

private:
    std::shared_ptr<State> state_;  // shared_ptr: its deleter belongs to the module, which alone knows the type
};

}  // namespace fleming::inference
