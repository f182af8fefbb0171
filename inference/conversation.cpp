#include "inference/conversation.h"

#include <utility>

#include "inference/conversation/generation.h"
#include "inference/conversation/state.h"

namespace fleming::inference {

Conversation::Conversation(Engine& engine, std::string systemText, std::vector<PastTurn> history)
    : state_(std::make_unique<State>(engine.parts())) {
    const ChatTemplate& chat = state_->parts->chat;
    chat.appendSystem(state_->sequence, systemText.empty() ? kDefaultSystemText : systemText);
    for (const PastTurn& past : history) state_->appendPast(past);
}

Conversation::~Conversation() = default;
Conversation::Conversation(Conversation&&) noexcept = default;
Conversation& Conversation::operator=(Conversation&&) noexcept = default;

Answer Conversation::ask(const Turn& turn, const GenerationOptions& options, const TokenCallback& onToken,
                         std::stop_token stop, const ReadingCallback& onReading) {
    const c10::InferenceMode inferenceMode;
    State& state = *state_;
    useThreads(state.parts->threads);
    return guarded([&] {
        Generation generation(state, options, onToken);
        generation.read(turn, stop, onReading);
        while (generation.choose(stop)) generation.compute(stop);
        return generation.finish();
    }, state.restorePoint());
}

void Conversation::prepare(const Turn& turn, std::stop_token stop) {
    if (turn.images.empty()) return;
    const c10::InferenceMode inferenceMode;
    State& state = *state_;
    useThreads(state.parts->threads);
    const auto restore = state.restorePoint();
    guarded([&] {
        state.appendQuestion(turn);
        // What follows the last picture may become other tokens together with the question's text.
        const std::int64_t end = state.sequence.pictureStarts.back() + state.parts->model.config.tokensPerImage() + 1;
        state.sequence.ids.resize(static_cast<std::size_t>(end));
        state.reuse();
        try {
            state.computePictures(stop, {});
            state.prefillPrompt(LogitsOf::noPosition, GenerationOptions{}.maxNewTokens, stop, {});
        } catch (const Cancelled&) {
        }
        restore();
    }, restore);
}

int Conversation::cachedTokens() const {
    return static_cast<int>(state_->cached.cache.length());
}

}  // namespace fleming::inference
