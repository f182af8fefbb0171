#include "inference/conversation/state.h"

#include "inference/image_processor.h"
#include "inference/model/layers/rotary.h"

#include <algorithm>
#include <utility>

namespace fleming::inference {

namespace {

/// Cache memory to reserve together with the prompt, so that an answer of usual length never grows the cache.
constexpr std::int64_t kUsualAnswerTokens = 1024;

/// Returns true if all ids are in the model's vocabulary.
bool areTokens(const std::vector<std::int32_t>& ids, const Model& model) {
    return std::ranges::all_of(
        ids, [size = model.config.language.vocabulary](std::int32_t id) { return id >= 0 && id < size; });
}

}  // namespace

Conversation::State::State(Engine::Parts& engineParts)
    : parts(&engineParts), prompts(engineParts.prompts), cached{makeCache(engineParts.model), {}, false} {}

Conversation::State::~State() {
    if (const auto kept = prompts.lock()) kept->keep(std::move(cached));
}

void Conversation::State::appendQuestion(const Turn& turn) {
    parts->chat.appendQuestion(sequence, turn);
    for (const ImageInput& image : turn.images) {
        images.push_back({image, imageDigest(image), {sequence.imageStarts[images.size()], {}}});
    }
}

void Conversation::State::appendPast(const PastTurn& past) {
    const ChatTemplate& chat = parts->chat;
    appendQuestion(past.turn);
    const bool known = areTokens(past.answerIds, parts->model) && (past.answer.empty() || !past.answerIds.empty());
    if (known) {
        if (!takePrompt(past.promptIds)) chat.appendAnswer(sequence, {});
        sequence.ids.insert(sequence.ids.end(), past.answerIds.begin(), past.answerIds.end());
    } else {
        chat.appendAnswer(sequence, past.answer);
    }
    chat.appendEndOfAnswer(sequence);
}

/// Replaces the sequence by `ids` if they are tokens of the model and have the same number of images.
bool Conversation::State::takePrompt(const std::vector<std::int32_t>& ids) {
    if (ids.empty() || !areTokens(ids, parts->model)) return false;
    std::vector<std::int64_t> starts = parts->chat.findImages(ids);
    if (starts.size() != images.size()) return false;
    for (std::size_t i = 0; i < images.size(); ++i)
        images[i].placed.start = starts[i];
    sequence = {ids, std::move(starts)};
    return true;
}

std::vector<TokenKey> Conversation::State::keys() const {
    std::vector<TokenKey> keys(sequence.ids.begin(), sequence.ids.end());
    for (const PromptImage& image : images) {
        const auto start = static_cast<std::size_t>(image.placed.start);
        for (std::int64_t i = 0; i < parts->model.config.tokensPerImage(); ++i) {
            keys[start + static_cast<std::size_t>(i)] = imageTokenKey(image.digest, i);
        }
    }
    return keys;
}

void Conversation::State::reuse(std::span<const CachedSequence* const> running) {
    std::vector<TokenKey> wanted = keys();
    if (!wanted.empty()) wanted.pop_back();
    if (usesNtkScaling(parts->model.config.language, length())) wanted.clear();
    std::size_t most = cached.ntkScaled ? 0 : commonPrefix(cached.keys, wanted);
    const CachedSequence* source = nullptr;
    for (const CachedSequence* other : running) {
        const std::size_t common = other->ntkScaled ? 0 : commonPrefix(other->keys, wanted);
        if (common <= most) continue;
        most = common;
        source = other;
    }
    if (auto kept = parts->prompts->take(wanted, most)) {
        std::swap(cached, *kept);
        parts->prompts->keep(std::move(*kept));
        source = nullptr;
    }
    cached.truncateToCommonPrefix(wanted);
    if (source != nullptr) {
        cached.cache.reserve(static_cast<std::int64_t>(most), length() + kUsualAnswerTokens);
        cached.cache.copy(source->cache, static_cast<std::int64_t>(most));
        cached.keys.assign(wanted.begin(), wanted.begin() + static_cast<std::ptrdiff_t>(most));
    }
}

void Conversation::State::noteCached() {
    const std::vector<TokenKey> now = keys();
    if (commonPrefix(cached.keys, now) < cached.keys.size()) return;  // of another sequence: nothing has been computed
    cached.keys.assign(now.begin(), now.begin() + cached.cache.length());
    cached.ntkScaled = usesNtkScaling(parts->model.config.language, length());
}

int Conversation::State::encodeImages(const std::stop_token& stop, const ReadingCallback& onReading) {
    const auto batchSize = static_cast<std::size_t>(imageBatch(parts->model.device));
    std::vector<PromptImage*> missing;
    for (PromptImage& image : images) {
        if (image.placed.start + parts->model.config.tokensPerImage() <= cached.cache.length()) continue;
        if (!image.placed.features.defined()) image.placed.features = parts->features.find(image.digest);
        const bool repeated =
            std::ranges::any_of(missing, [&](const PromptImage* other) { return other->digest == image.digest; });
        if (!image.placed.features.defined() && !repeated) missing.push_back(&image);
    }
    for (std::size_t first = 0; first < missing.size(); first += batchSize) {
        if (stop.stop_requested()) throw Cancelled();
        const std::span<PromptImage*> batch =
            std::span(missing).subspan(first, std::min(batchSize, missing.size() - first));
        std::vector<ImageInput> inputs;
        for (const PromptImage* image : batch)
            inputs.push_back(image->input);
        const std::vector<float> pixels = pixelValues(inputs, static_cast<int>(parts->model.config.tileSize));
        const torch::Tensor features = imageFeatures(parts->model, pixels, stop);
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const torch::Tensor row = features.select(0, static_cast<std::int64_t>(i));
            parts->features.put(batch[i]->digest, row);
            for (PromptImage& image : images) {
                if (image.digest == batch[i]->digest) image.placed.features = row;
            }
        }
        const auto left = static_cast<int>(missing.size() - first - batch.size()),
                   all = static_cast<int>(images.size());
        if (onReading) onReading({all - left, 0, all});
    }
    waitFor(parts->model.device);
    for (PromptImage& image : images) {
        if (image.placed.features.defined()) image.input = {};
    }
    return static_cast<int>(missing.size());
}

torch::Tensor Conversation::State::prefillPrompt(LogitPositions wanted, int maxNewTokens, const std::stop_token& stop,
                                                 const ReadingCallback& onReading) {
    const std::int64_t wantedTokens = length() + std::min<std::int64_t>(maxNewTokens, kUsualAnswerTokens);
    try {
        cached.cache.reserve(length(), wantedTokens);
    } catch (const TooLittleMemory&) {
        if (parts->prompts->empty()) throw;
        parts->prompts->clear();  // frees the caches that are kept for later conversations
        cached.cache.reserve(length(), wantedTokens);
    }
    std::vector<PlacedImage> placed;
    for (const PromptImage& image : images) {
        if (image.placed.features.defined()) placed.push_back(image.placed);
    }
    const auto report = [&](std::int64_t tokens) {
        const auto read =
            std::ranges::count_if(images, [&](const PromptImage& image) { return image.placed.start < tokens; });
        const auto all = static_cast<int>(images.size());
        if (onReading && all > 0) onReading({all, static_cast<int>(read), all});
    };
    return prefill(parts->model, sequence.ids, placed, cached.cache, wanted, stop, report);
}

}  // namespace fleming::inference
