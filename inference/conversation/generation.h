#pragma once

#include "inference/conversation/state.h"
#include "inference/sampling.h"
#include "inference/token_stream.h"

#include <torch/torch.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace fleming::inference {

/// An answer in the making, from the question to its last token. What is said is written into the conversation as it
/// comes.
class Generation {
public:
    /// Both must outlive it. Throws Error where `options` are no good.
    Generation(Conversation::State& conversation, const GenerationOptions& options, const TokenCallback& onToken);

    /// Appends the question and computes all that is new in it, except what it has in common with one of `running`.
    void read(const Turn& turn, const std::stop_token& stop, const ReadingCallback& onReading,
              std::span<const CachedSequence* const> running = {});

    /// Chooses the next token. False where the answer has come to its end: by the end token, the limit or a stop
    /// request; else what follows the token is to be computed, by compute() or with that of other answers, for which
    /// there is room in the cache.
    bool choose(const std::stop_token& stop);

    /// Computes the logits after the token that was chosen.
    void compute(const std::stop_token& stop);
    /// Takes these logits [1, V] as those after the token that was chosen.
    void take(torch::Tensor logits) { logits_ = std::move(logits); }

    /// The answer, once choose() has said that it has come to its end.
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
    std::int64_t count_ = 0;  // of tokens
    Clock::time_point decodeStart_;
};

}  // namespace fleming::inference
