#pragma once

#include "inference/conversation/state.h"
#include "inference/tokens/sampler.h"
#include "inference/tokens/token_stream.h"

#include <torch/torch.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace fleming::inference {

/// Generates one answer, from the question to the last token, and appends its tokens to the conversation.
class Generation {
public:
    /// `conversation` must outlive the object. Throws Error with a "sampling." code if an option is out of range.
    Generation(Conversation::State& conversation, const GenerationOptions& options, const TokenCallback& onToken);

    /// Appends the question and computes its new tokens, except for a prefix in common with one of `running`. If
    /// `repeat` is not null, computes them as that run did. A stop request ends the answer as cancelled. Throws
    /// TooLittleMemory, Error("run.other_prompt").
    void read(const Turn& turn, const std::stop_token& stop, const ReadingCallback& onReading,
              std::span<const CachedSequence* const> running = {}, const RunToRepeat* repeat = nullptr);

    /// Samples the next token. Returns false if the answer ends: at the end token, the limit or a stop request.
    /// Otherwise reserves cache memory for the token; the caller computes the next logits by compute(), or in a batch
    /// with other answers and take().
    bool choose(const std::stop_token& stop);

    /// Computes the logits after the chosen token.
    void compute(const std::stop_token& stop);

    /// Sets the logits [1, V] after the chosen token.
    void take(torch::Tensor logits) { logits_ = std::move(logits); }

    /// Completes the answer and returns it. Call it once choose() has returned false.
    Answer finish();

    Conversation::State& conversation() const { return conversation_; }

private:
    using Clock = std::chrono::steady_clock;

    bool endsAnswer(std::int32_t id) const;
    void add(const Choice& choice);
    void emit(std::vector<Token> tokens);

    Conversation::State& conversation_;
    GenerationOptions options_;
    TokenCallback onToken_;
    Sampler sampler_;
    TokenStream stream_;
    Answer answer_;
    std::optional<Finish> finish_;
    torch::Tensor logits_;
    std::int64_t count_ = 0;  // generated tokens
    Clock::time_point decodeStart_;
};

}  // namespace fleming::inference
