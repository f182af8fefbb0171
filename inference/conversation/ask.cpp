#include "inference/conversation/ask.h"

#include "inference/conversation/generation.h"
#include "inference/conversation/state.h"

namespace fleming::inference::core {

std::shared_ptr<Conversation::State> startConversation(Engine::Parts& engine, const std::string& systemText,
                                                       const std::vector<PastTurn>& history) {
    auto state = std::make_shared<Conversation::State>(engine);
    engine.chat.appendSystem(state->sequence, systemText.empty() ? kDefaultSystemText : systemText);
    state->systemTokens = state->length();
    for (const PastTurn& past : history)
        state->appendPast(past);
    return state;
}

Answer ask(Conversation::State& state, const Turn& turn, const GenerationOptions& options, const RunToRepeat* repeat,
           const TokenCallback& onToken, std::stop_token stop, const ReadingCallback& onReading) {
    const c10::InferenceMode inferenceMode;
    useThreads(repeat != nullptr && repeat->facts.threads > 0 ? repeat->facts.threads : state.parts->threads);
    return guarded(
        [&] {
            Generation generation(state, options, onToken);
            generation.read(turn, stop, onReading, {}, repeat);
            while (generation.choose(stop))
                generation.compute(stop);
            return generation.finish();
        },
        state.restorePoint());
}

void prepare(Conversation::State& state, const Turn& turn, std::stop_token stop) {
    if (turn.images.empty()) return;
    const c10::InferenceMode inferenceMode;
    useThreads(state.parts->threads);
    const auto restore = state.restorePoint();
    guarded(
        [&] {
            state.appendQuestion(turn);
            // End after the last image: the text after it can have other tokens once it continues with a question.
            const std::int64_t end = state.sequence.imageStarts.back() + state.parts->model.config.tokensPerImage() + 1;
            state.sequence.ids.resize(static_cast<std::size_t>(end));
            state.reuse();
            try {
                state.encodeImages(stop, {});
                state.prefillPrompt(LogitPositions::none, GenerationOptions{}.maxNewTokens, stop, {});
            } catch (const Cancelled&) {
            }
            restore();
        },
        restore);
}

int cachedTokens(const Conversation::State& state) {
    return static_cast<int>(state.cached.cache.length());
}

}  // namespace fleming::inference::core
