#include "inference/conversation/generation.h"

#include "base/error.h"

#include <algorithm>
#include <string>
#include <utility>

namespace fleming::inference {

namespace {

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Returns the bytes of a token, or an empty text for a row of the embedding table that the tokenizer does not use.
std::string tokenBytes(std::int32_t id, const Tokenizer& tokenizer) {
    try {
        return tokenizer.bytes(id);
    } catch (const Error&) {
        return {};
    }
}

}  // namespace

Generation::Generation(Conversation::State& conversation, const GenerationOptions& options,
                       const TokenCallback& onToken)
    : conversation_(conversation), options_(options), onToken_(onToken), sampler_(options) {}

void Generation::read(const Turn& turn, const std::stop_token& stop, const ReadingCallback& onReading,
                      std::span<const CachedSequence* const> running, const RunToRepeat* repeat) {
    Conversation::State& state = conversation_;
    const std::int64_t turnStart = state.length();
    state.appendQuestion(turn);
    state.parts->chat.appendAnswer(state.sequence, {});
    std::span<const CachePass> passes;
    if (repeat != nullptr) {
        answer_.promptDiffersAt = state.repeatPrompt(*repeat, turnStart);
        passes = repeat->facts.passes;
    }
    state.reuse(running, passes);
    answer_.promptIds = state.sequence.ids;
    answer_.promptTokens = static_cast<int>(state.length());
    answer_.prefilledTokens = static_cast<int>(state.length() - state.cached.cache.length());
    answer_.imageTokens = state.parts->info.tokensPerImage * static_cast<int>(turn.images.size());
    auto start = Clock::now();
    try {
        answer_.encodedImages = state.encodeImages(stop, onReading, passes);
        answer_.timing.visionSeconds = secondsSince(start);
        start = Clock::now();
        logits_ = state.prefillPrompt(LogitPositions::last, options_.maxNewTokens, stop, onReading, passes);
        answer_.timing.prefillSeconds = secondsSince(start);
    } catch (const Cancelled&) {
        finish_ = Finish::cancelled;
    }
    answer_.run = state.parts->environment;
    answer_.run.threads = at::get_num_threads();
    answer_.run.passes = state.cached.cache.passes();
    decodeStart_ = Clock::now();
}

bool Generation::choose(const std::stop_token& stop) {
    if (!finish_ && count_ >= options_.maxNewTokens) finish_ = Finish::length;
    if (finish_) return false;
    const Choice choice = chooseToken(conversation_.parts->model, logits_, sampler_);
    if (endsAnswer(choice.id)) {
        finish_ = Finish::stop;
        return false;
    }
    add(choice);
    if (count_ >= options_.maxNewTokens) {
        finish_ = Finish::length;
    } else if (stop.stop_requested()) {
        finish_ = Finish::cancelled;
    } else {
        conversation_.cached.cache.reserve(conversation_.length());
    }
    return !finish_;
}

void Generation::compute(const std::stop_token& stop) {
    try {
        logits_ = decode(conversation_.parts->model, {{conversation_.sequence.ids, &conversation_.cached.cache}}, stop);
    } catch (const Cancelled&) {
        finish_ = Finish::cancelled;
    }
}

Answer Generation::finish() {
    emit(stream_.finish());
    answer_.reasoning = stream_.parser().reasoning();
    answer_.finalAnswer = stream_.parser().finalAnswer();
    answer_.finish = finish_.value_or(Finish::cancelled);
    if (count_ > 0) {
        answer_.timing.decodeSeconds = secondsSince(decodeStart_);
        answer_.timing.tokensPerSecond = static_cast<double>(count_) / answer_.timing.decodeSeconds;
    }
    conversation_.noteCached();
    conversation_.parts->chat.appendEndOfAnswer(conversation_.sequence);
    return std::move(answer_);
}

bool Generation::endsAnswer(std::int32_t id) const {
    const std::vector<std::int32_t>& ends = conversation_.parts->endTokens;
    return std::ranges::find(ends, id) != ends.end();
}

void Generation::add(const Choice& choice) {
    ++count_;
    conversation_.sequence.ids.push_back(choice.id);
    emit(stream_.add(choice.id, tokenBytes(choice.id, *conversation_.parts->tokenizer), choice.logProbability));
}

void Generation::emit(std::vector<Token> tokens) {
    for (Token& token : tokens) {
        answer_.text += token.text;
        if (onToken_) onToken_(token);
        answer_.tokens.push_back(std::move(token));
    }
}

}  // namespace fleming::inference
