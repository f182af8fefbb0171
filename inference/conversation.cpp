#include "inference/conversation.h"

#include <algorithm>
#include <chrono>
#include <new>
#include <optional>
#include <utility>

#include "base/error.h"
#include "inference/chat_template.h"
#include "inference/engine.h"
#include "inference/image_processor.h"
#include "inference/model/device.h"
#include "inference/model/engine_parts.h"
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

/// `sequence` holds every token of the conversation, `cache` the keys and values of its first cache.length() tokens, and
/// `pictures` one entry for each picture in the sequence. What a cancelled turn or the given history has not computed is
/// computed with the next question.
struct Conversation::State {
    /// A picture is kept as pixels until its features are computed.
    struct Picture {
        std::optional<ImageInput> pixels;
        PlacedPicture placed;
    };

    explicit State(Engine::Parts& engineParts) : parts(&engineParts), cache(makeCache(engineParts.model)) {}

    void appendQuestion(const Turn& turn);
    void computePictures(const std::stop_token& stop);
    torch::Tensor prefillPrompt(int maxNewTokens, const std::stop_token& stop);
    Finish generate(torch::Tensor logits, const GenerationOptions& options, Sampler& sampler, AnswerWriter& writer,
                    const std::stop_token& stop);
    void answerQuestion(const GenerationOptions& options, Answer& answer, AnswerWriter& writer,
                        const std::stop_token& stop);
    bool endsAnswer(std::int32_t id) const { return std::ranges::find(parts->endTokens, id) != parts->endTokens.end(); }

    Engine::Parts* parts;
    TokenSequence sequence;
    std::vector<Picture> pictures;
    KvCache cache;
};

void Conversation::State::appendQuestion(const Turn& turn) {
    parts->chat.appendQuestion(sequence, turn);
    for (const ImageInput& image : turn.images) {
        pictures.push_back({image, {sequence.pictureStarts[pictures.size()], {}}});
    }
}

/// The features of all pictures that have none yet; on the CPU one at a time, on CUDA a few.
void Conversation::State::computePictures(const std::stop_token& stop) {
    const std::size_t atOnce = parts->model.device.is_cpu() ? 1 : 8;
    auto first = std::ranges::find_if(pictures, [](const Picture& picture) { return picture.pixels.has_value(); });
    while (first != pictures.end()) {
        if (stop.stop_requested()) throw Cancelled();
        const auto last = first + static_cast<std::ptrdiff_t>(
                                      std::min(atOnce, static_cast<std::size_t>(pictures.end() - first)));
        std::vector<ImageInput> inputs;
        for (auto picture = first; picture != last; ++picture) inputs.push_back(*picture->pixels);
        const std::vector<float> pixels = pixelValues(inputs, static_cast<int>(parts->model.config.tileSize));
        const torch::Tensor features = pictureFeatures(parts->model, pixels, stop);
        for (auto picture = first; picture != last; ++picture) {
            picture->placed.features = features.select(0, picture - first);
            picture->pixels.reset();
        }
        first = last;
    }
    waitFor(parts->model.device);
}

/// Returns the logits [1, V] that follow the prompt.
torch::Tensor Conversation::State::prefillPrompt(int maxNewTokens, const std::stop_token& stop) {
    const auto length = static_cast<std::int64_t>(sequence.ids.size());
    cache.reserve(length, length + std::min<std::int64_t>(maxNewTokens, kUsualAnswer));
    std::vector<PlacedPicture> placed;
    for (const Picture& picture : pictures) placed.push_back(picture.placed);
    return prefill(parts->model, sequence.ids, placed, cache, LogitsOf::lastPosition, stop);
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
        logits = prefill(parts->model, sequence.ids, {}, cache, LogitsOf::lastPosition, stop);
    }
    return Finish::length;
}

void Conversation::State::answerQuestion(const GenerationOptions& options, Answer& answer, AnswerWriter& writer,
                                         const std::stop_token& stop) {
    Sampler sampler(options);
    auto start = Clock::now();
    try {
        computePictures(stop);
        answer.timing.visionSeconds = secondsSince(start);

        start = Clock::now();
        const torch::Tensor logits = prefillPrompt(options.maxNewTokens, stop);
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

Answer Conversation::ask(const Turn& turn, const GenerationOptions& options, const TokenCallback& onToken,
                         std::stop_token stop) {
    const c10::InferenceMode inferenceMode;
    State& state = *state_;
    useThreads(state.parts->threads);

    const std::size_t oldTokens = state.sequence.ids.size(), oldPictures = state.pictures.size();
    std::int64_t oldCached = state.cache.length();
    const auto restore = [&] {
        state.sequence.ids.resize(oldTokens);
        state.sequence.pictureStarts.resize(oldPictures);
        state.pictures.resize(oldPictures);
        state.cache.truncate(oldCached);
    };
    try {
        state.appendQuestion(turn);
        state.parts->chat.appendAnswer(state.sequence, {});
        const auto prompt = static_cast<std::int64_t>(state.sequence.ids.size());
        if (mustPrefillAfresh(state.parts->model, state.cache, prompt)) {
            state.cache.truncate(0);
            oldCached = 0;
        }
        Answer answer;
        answer.promptTokens = static_cast<int>(prompt);
        answer.prefilledTokens = static_cast<int>(prompt - state.cache.length());
        answer.imageTokens = state.parts->info.tokensPerImage * static_cast<int>(turn.images.size());
        AnswerWriter writer(answer, onToken);
        state.answerQuestion(options, answer, writer, stop);
        state.parts->chat.appendEndOfAnswer(state.sequence);
        return answer;
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

int Conversation::cachedTokens() const {
    return static_cast<int>(state_->cache.length());
}

}  // namespace fleming::inference
