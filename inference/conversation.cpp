#include "inference/conversation.h"

#include <algorithm>
#include <span>
#include <string>
#include <chrono>
#include <memory>
#include <new>
#include <utility>

#include "base/error.h"
#include "inference/chat_template.h"
#include "inference/engine.h"
#include "inference/image_processor.h"
#include "inference/model/device.h"
#include "inference/model/engine_parts.h"
#include "inference/model/rotary.h"
#include "inference/sampling.h"
#include "inference/token_stream.h"

namespace fleming::inference {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Room in the cache that is made together with the prompt's, so that an answer of usual length never waits for it.
constexpr std::int64_t kUsualAnswer = 1024;

/// The embedding table may have rows for which the tokenizer has no token: those have no text.
std::string bytesOf(std::int32_t id, const Tokenizer& tokenizer) {
    try {
        return tokenizer.bytes(id);
    } catch (const Error&) {
        return {};
    }
}

/// The tokens of one answer as they are generated.
class AnswerWriter {
public:
    AnswerWriter(Answer& answer, const TokenCallback& onToken) : answer_(answer), onToken_(onToken) {}

    void add(const Choice& choice, const Tokenizer& tokenizer) {
        ++count_;
        emit(stream_.add(choice.id, bytesOf(choice.id, tokenizer), choice.logProbability));
    }

    void finish() {
        emit(stream_.finish());
        answer_.reasoning = stream_.parser().reasoning();
        answer_.finalAnswer = stream_.parser().finalAnswer();
    }

    std::int64_t count() const { return count_; }

private:
    void emit(std::vector<Token> tokens) {
        for (Token& token : tokens) {
            answer_.text += token.text;
            if (onToken_) onToken_(token);
            answer_.tokens.push_back(std::move(token));
        }
    }

    Answer& answer_;
    const TokenCallback& onToken_;
    TokenStream stream_;
    std::int64_t count_ = 0;
};

}  // namespace

/// `sequence` holds every token of the conversation, and `pictures` one entry for each picture in it. `cached` has the keys
/// and values of some sequence's tokens: of this one, or of what was computed before it was changed.
struct Conversation::State {
    struct Picture {
        ImageInput input;      // its pixels go once the features are there
        std::string digest;
        PlacedPicture placed;  // features undefined until they are needed
    };

    explicit State(Engine::Parts& engineParts)
        : parts(&engineParts), prompts(engineParts.prompts), cached{makeCache(engineParts.model), {}, false} {}
    ~State() {
        if (const auto kept = prompts.lock()) kept->keep(std::move(cached));
    }

    void appendQuestion(const Turn& turn);
    std::vector<TokenKey> keys() const;
    void reuse();
    void noteCached();
    int computePictures(const std::stop_token& stop, const ReadingCallback& onReading);
    torch::Tensor prefillPrompt(LogitsOf wanted, int maxNewTokens, const std::stop_token& stop, const ReadingCallback& onReading);
    Finish generate(torch::Tensor logits, const GenerationOptions& options, Sampler& sampler, AnswerWriter& writer,
                    const std::stop_token& stop);
    void answerQuestion(const GenerationOptions& options, Answer& answer, AnswerWriter& writer, const std::stop_token& stop,
                        const ReadingCallback& onReading);
    /// A function that brings the conversation back to what it says now; what was computed since stays in the cache.
    auto restorePoint() {
        return [this, tokens = sequence.ids.size(), count = pictures.size()] {
            noteCached();
            sequence.ids.resize(tokens);
            sequence.pictureStarts.resize(count);
            pictures.resize(count);
        };
    }
    bool endsAnswer(std::int32_t id) const { return std::ranges::find(parts->endTokens, id) != parts->endTokens.end(); }
    std::int64_t length() const { return static_cast<std::int64_t>(sequence.ids.size()); }

    Engine::Parts* parts;
    std::weak_ptr<PromptCache> prompts;
    TokenSequence sequence;
    std::vector<Picture> pictures;
    CachedSequence cached;
};

void Conversation::State::appendQuestion(const Turn& turn) {
    parts->chat.appendQuestion(sequence, turn);
    for (const ImageInput& image : turn.images) {
        pictures.push_back({image, pictureDigest(image), {sequence.pictureStarts[pictures.size()], {}}});
    }
}

std::vector<TokenKey> Conversation::State::keys() const {
    std::vector<TokenKey> keys(sequence.ids.begin(), sequence.ids.end());
    for (const Picture& picture : pictures) {
        const auto start = static_cast<std::size_t>(picture.placed.start);
        for (std::int64_t i = 0; i < parts->model.config.tokensPerImage(); ++i) {
            keys[start + static_cast<std::size_t>(i)] = pictureKey(picture.digest, i);
        }
    }
    return keys;
}

/// Goes on from the cached sequence that has most in common with this one, its own or a kept one. At least the last token
/// is left to compute, for its logits are wanted.
void Conversation::State::reuse() {
    std::vector<TokenKey> wanted = keys();
    if (!wanted.empty()) wanted.pop_back();
    if (stretchesRotary(parts->model.config.language, length())) wanted.clear();
    const std::size_t own = cached.stretched ? 0 : commonPrefix(cached.keys, wanted);
    if (auto better = parts->prompts->take(wanted, own)) {
        std::swap(cached, *better);
        parts->prompts->keep(std::move(*better));
    }
    cached.cutTo(wanted);
}

/// Writes down what the cache holds now: the beginning of this sequence.
void Conversation::State::noteCached() {
    const std::vector<TokenKey> now = keys();
    if (commonPrefix(cached.keys, now) < cached.keys.size()) return;  // not this sequence yet: nothing was computed
    cached.keys.assign(now.begin(), now.begin() + cached.cache.length());
    cached.stretched = stretchesRotary(parts->model.config.language, length());
}

/// The features of all pictures that reach into what is still to be computed; on the CPU one at a time, on CUDA a few.
/// Returns how many had to go through the vision tower.
int Conversation::State::computePictures(const std::stop_token& stop, const ReadingCallback& onReading) {
    const std::size_t atOnce = parts->model.device.is_cpu() ? 1 : 8;
    std::vector<Picture*> missing;
    for (Picture& picture : pictures) {
        if (picture.placed.start + parts->model.config.tokensPerImage() <= cached.cache.length()) continue;
        if (!picture.placed.features.defined()) picture.placed.features = parts->features.find(picture.digest);
        const bool alike = std::ranges::any_of(missing, [&](const Picture* other) { return other->digest == picture.digest; });
        if (!picture.placed.features.defined() && !alike) missing.push_back(&picture);
    }
    for (std::size_t first = 0; first < missing.size(); first += atOnce) {
        if (stop.stop_requested()) throw Cancelled();
        const std::span<Picture*> some = std::span(missing).subspan(first, std::min(atOnce, missing.size() - first));
        std::vector<ImageInput> inputs;
        for (const Picture* picture : some) inputs.push_back(picture->input);
        const std::vector<float> pixels = pixelValues(inputs, static_cast<int>(parts->model.config.tileSize));
        const torch::Tensor features = pictureFeatures(parts->model, pixels, stop);
        for (std::size_t i = 0; i < some.size(); ++i) {
            const torch::Tensor row = features.select(0, static_cast<std::int64_t>(i));
            parts->features.put(some[i]->digest, row);
            for (Picture& picture : pictures) {
                if (picture.digest == some[i]->digest) picture.placed.features = row;
            }
        }
        const auto left = static_cast<int>(missing.size() - first - some.size()), all = static_cast<int>(pictures.size());
        if (onReading) onReading({all - left, 0, all});
    }
    waitFor(parts->model.device);
    for (Picture& picture : pictures) {
        if (picture.placed.features.defined()) picture.input = {};
    }
    return static_cast<int>(missing.size());
}

/// Returns the logits [1, V] that follow the prompt, where they are wanted.
torch::Tensor Conversation::State::prefillPrompt(LogitsOf wanted, int maxNewTokens, const std::stop_token& stop,
                                                 const ReadingCallback& onReading) {
    const std::int64_t hoped = length() + std::min<std::int64_t>(maxNewTokens, kUsualAnswer);
    try {
        cached.cache.reserve(length(), hoped);
    } catch (const Error&) {
        if (parts->prompts->empty()) throw;
        parts->prompts->clear();  // what was kept for later gives way
        cached.cache.reserve(length(), hoped);
    }
    std::vector<PlacedPicture> placed;
    for (const Picture& picture : pictures) {
        if (picture.placed.features.defined()) placed.push_back(picture.placed);
    }
    const auto report = [&](std::int64_t tokens) {
        const auto read = std::ranges::count_if(pictures, [&](const Picture& picture) { return picture.placed.start < tokens; });
        const auto all = static_cast<int>(pictures.size());
        if (onReading && all > 0) onReading({all, static_cast<int>(read), all});
    };
    return prefill(parts->model, sequence.ids, placed, cached.cache, wanted, stop, report);
}

/// Goes on from the logits [1, V] after the prompt until the end token, the limit or a stop request.
Finish Conversation::State::generate(torch::Tensor logits, const GenerationOptions& options, Sampler& sampler,
                                     AnswerWriter& writer, const std::stop_token& stop) {
    while (writer.count() < options.maxNewTokens) {
        const Choice choice = sampler.choose({logits.data_ptr<float>(), static_cast<std::size_t>(logits.numel())});
        if (endsAnswer(choice.id)) return Finish::stop;
        sequence.ids.push_back(choice.id);
        writer.add(choice, *parts->tokenizer);
        if (writer.count() == options.maxNewTokens) break;
        if (stop.stop_requested()) return Finish::cancelled;
        logits = prefill(parts->model, sequence.ids, {}, cached.cache, LogitsOf::lastPosition, stop);
    }
    return Finish::length;
}

void Conversation::State::answerQuestion(const GenerationOptions& options, Answer& answer, AnswerWriter& writer,
                                         const std::stop_token& stop, const ReadingCallback& onReading) {
    Sampler sampler(options);
    auto start = Clock::now();
    try {
        answer.encodedImages = computePictures(stop, onReading);
        answer.timing.visionSeconds = secondsSince(start);

        start = Clock::now();
        const torch::Tensor logits = prefillPrompt(LogitsOf::lastPosition, options.maxNewTokens, stop, onReading);
        answer.timing.prefillSeconds = secondsSince(start);

        start = Clock::now();
        answer.finish = generate(logits, options, sampler, writer, stop);
    } catch (const Cancelled&) {
        answer.finish = Finish::cancelled;
    }
    writer.finish();
    if (writer.count() > 0) {
        answer.timing.decodeSeconds = secondsSince(start);
        answer.timing.tokensPerSecond = static_cast<double>(writer.count()) / answer.timing.decodeSeconds;
    }
}

Conversation::Conversation(Engine& engine, std::string systemText, std::vector<PastTurn> history)
    : state_(std::make_unique<State>(engine.parts())) {
    const ChatTemplate& chat = state_->parts->chat;
    chat.appendSystem(state_->sequence, systemText.empty() ? kDefaultSystemText : systemText);
    for (const PastTurn& past : history) {
        state_->appendQuestion(past.turn);
        chat.appendAnswer(state_->sequence, past.answer);
        chat.appendEndOfAnswer(state_->sequence);
    }
}

Conversation::~Conversation() = default;
Conversation::Conversation(Conversation&&) noexcept = default;
Conversation& Conversation::operator=(Conversation&&) noexcept = default;

namespace {

/// Does `work` on a state; where it fails, `restore` and one clear Error.
template <typename Work, typename Restore>
auto guarded(const Work& work, const Restore& restore) {
    try {
        return work();
    } catch (const c10::Error& error) {
        restore();
        throwTorchError("The model could not be computed", error);
    } catch (const std::bad_alloc&) {
        restore();
        throw Error("Too little memory to answer. Ask with fewer pictures or close other programs.");
    } catch (...) {
        restore();
        throw;
    }
}

}  // namespace

Answer Conversation::ask(const Turn& turn, const GenerationOptions& options, const TokenCallback& onToken,
                         std::stop_token stop, const ReadingCallback& onReading) {
    const c10::InferenceMode inferenceMode;
    State& state = *state_;
    useThreads(state.parts->threads);
    const auto restore = state.restorePoint();
    return guarded([&] {
        state.appendQuestion(turn);
        state.parts->chat.appendAnswer(state.sequence, {});
        state.reuse();
        Answer answer;
        answer.promptTokens = static_cast<int>(state.length());
        answer.prefilledTokens = static_cast<int>(state.length() - state.cached.cache.length());
        answer.imageTokens = state.parts->info.tokensPerImage * static_cast<int>(turn.images.size());
        AnswerWriter writer(answer, onToken);
        state.answerQuestion(options, answer, writer, stop, onReading);
        state.noteCached();
        state.parts->chat.appendEndOfAnswer(state.sequence);
        return answer;
    }, restore);
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
            state.prefillPrompt(LogitsOf::noPosition, static_cast<int>(kUsualAnswer), stop, {});
        } catch (const Cancelled&) {
        }
        restore();
    }, restore);
}

int Conversation::cachedTokens() const {
    return static_cast<int>(state_->cached.cache.length());
}

}  // namespace fleming::inference
