#include "inference/conversation/state.h"

#include "base/error.h"
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

/// Returns the batch in which the features of the image at `start` were computed, by the first pass that used it.
BatchPlace placeOf(std::int64_t start, std::span<const CachePass> passes) {
    for (const CachePass& pass : passes) {
        const auto image = std::ranges::find(pass.images, start, &EncodedImage::start);
        if (image != pass.images.end()) return image->place;
    }
    return {};
}

/// Returns the first token of `stored` that differs from `made` in the first `systemTokens` tokens or in the last turn,
/// which begins at `turnStart` in `made`. The turns between them belong to other answers.
std::optional<std::int64_t> differenceOfPrompts(std::span<const std::int32_t> stored,
                                                std::span<const std::int32_t> made, std::int64_t systemTokens,
                                                std::int64_t turnStart) {
    const std::span<const std::int32_t> system = made.first(static_cast<std::size_t>(systemTokens)),
                                        turn = made.subspan(static_cast<std::size_t>(turnStart));
    const auto sameAsSystem = static_cast<std::size_t>(std::ranges::mismatch(stored, system).in2 - system.begin());
    if (sameAsSystem < system.size()) return static_cast<std::int64_t>(sameAsSystem);
    if (stored.size() < system.size() + turn.size()) return static_cast<std::int64_t>(stored.size());
    const std::span<const std::int32_t> last = stored.last(turn.size());
    const auto different = std::ranges::mismatch(last, turn).in1;
    if (different == last.end()) return std::nullopt;
    return static_cast<std::int64_t>(stored.size() - turn.size()) + (different - last.begin());
}

/// Returns true if features at both places are equal: the number of a batch has no influence.
bool isSameShape(const BatchPlace& a, const BatchPlace& b) {
    return a.size == b.size && a.index == b.index;
}

/// Returns how many tokens a cache that was computed by the passes `computed` has in common with one that is to be
/// computed by `wanted`. Leaves at least the last token to compute, for its logits.
std::int64_t commonTokens(std::span<const CachePass> computed, std::span<const CachePass> wanted) {
    const auto sameImages = [](const CachePass& a, const CachePass& b) {
        return std::ranges::all_of(b.images, [&](const EncodedImage& image) {
            const auto found = std::ranges::find(a.images, image.start, &EncodedImage::start);
            return found != a.images.end() && isSameShape(found->place, image.place);
        });
    };
    std::int64_t common = 0;
    for (std::size_t i = 0; i < std::min(computed.size(), wanted.size()); ++i) {
        const CachePass &has = computed[i], &wants = wanted[i];
        const bool isLast = i + 1 == wanted.size();
        if (has.first != wants.first || has.decoded != wants.decoded) break;
        if (wants.decoded) {
            common = std::min(has.last, wants.last - (isLast ? 1 : 0));
            if (has.last != wants.last) break;
        } else {
            if (isLast || has.end != wants.end || has.last < wants.last || !sameImages(has, wants)) break;
            common = wants.last;
            if (has.last > wants.last) break;
        }
    }
    return common;
}

}  // namespace

Conversation::State::State(Engine::Parts& engineParts)
    : parts(&engineParts), prompts(engineParts.prompts), cached{makeCache(engineParts.model), {}, false} {}

Conversation::State::~State() {
    const auto kept = prompts.lock();
    if (kept && !isolated) kept->keep(std::move(cached));
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

std::optional<std::int64_t> Conversation::State::repeatPrompt(const RunToRepeat& run, std::int64_t turnStart) {
    isolated = true;
    std::optional<std::int64_t> difference;
    if (!run.promptIds.empty() && run.promptIds != sequence.ids) {
        difference = differenceOfPrompts(run.promptIds, sequence.ids, systemTokens, turnStart);
        if (!takePrompt(run.promptIds)) throw Error("run.other_prompt");
    }
    const std::vector<CachePass>& passes = run.facts.passes;
    if (!passes.empty() && (passes.back().last != length() || passes.back().end != length()))
        throw Error("run.other_prompt");
    return difference;
}

void Conversation::State::reuse(std::span<const CachedSequence* const> running, std::span<const CachePass> passes) {
    if (!passes.empty()) return reuseOwn(passes);
    std::vector<TokenKey> wanted = keys();
    if (!wanted.empty()) wanted.pop_back();
    if (usesNtkScaling(parts->model.config.language, length())) wanted.clear();
    if (isolated) return cached.truncateToCommonPrefix(wanted);
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

/// Truncates the cache to what these passes have computed.
void Conversation::State::reuseOwn(std::span<const CachePass> passes) {
    std::vector<TokenKey> wanted = keys();
    if (usesNtkScaling(parts->model.config.language, length())) wanted.clear();
    cached.truncateToCommonPrefix(wanted);
    const auto reused = static_cast<std::size_t>(commonTokens(cached.cache.passes(), passes));
    cached.truncateToCommonPrefix(std::span(wanted).first(std::min(wanted.size(), reused)));
}

void Conversation::State::noteCached() {
    const std::vector<TokenKey> now = keys();
    if (commonPrefix(cached.keys, now) < cached.keys.size()) return;  // of another sequence: nothing has been computed
    cached.keys.assign(now.begin(), now.begin() + cached.cache.length());
    cached.ntkScaled = usesNtkScaling(parts->model.config.language, length());
}

/// Returns the images whose features are missing, in the batches in which they are to be encoded.
std::vector<Conversation::State::ImageBatch> Conversation::State::missingImages(std::span<const CachePass> passes) {
    const auto batchSize = static_cast<std::size_t>(imageBatch(parts->model.device));
    std::vector<MissingImage> missing;
    for (PromptImage& image : images) {
        PlacedImage& placed = image.placed;
        if (placed.start + parts->model.config.tokensPerImage() <= cached.cache.length()) continue;
        const BatchPlace wanted = placeOf(placed.start, passes);
        if (!passes.empty() && !isSameShape(placed.place, wanted)) placed.features = torch::Tensor();
        if (!placed.features.defined() && !isolated) {
            ImageFeatures known = parts->features.find(image.digest);
            placed.features = std::move(known.features);
            placed.place = known.place;
        }
        if (placed.features.defined()) continue;
        const auto equal = std::ranges::find_if(missing, [&](const MissingImage& other) {
            return other.images.front()->digest == image.digest && isSameShape(other.place, wanted);
        });
        if (equal != missing.end()) {
            equal->images.push_back(&image);
        } else {
            missing.push_back({{&image}, wanted});
        }
    }
    std::vector<ImageBatch> batches;
    for (MissingImage& image : missing) {
        const auto joins = [&](const ImageBatch& batch) {
            if (passes.empty()) return batch.size() < batchSize;
            const BatchPlace& first = batch.front().place;
            return first.size > 1 && first.size == image.place.size && first.batch == image.place.batch;
        };
        auto batch = std::ranges::find_if(batches, joins);
        if (batch == batches.end()) batch = batches.insert(batches.end(), ImageBatch{});
        batch->push_back(std::move(image));
    }
    if (!passes.empty()) return batches;
    for (ImageBatch& batch : batches) {
        const auto size = static_cast<int>(batch.size());
        const std::int64_t number = size > 1 ? ++parts->imageBatches : 0;
        for (int i = 0; i < size; ++i)
            batch[static_cast<std::size_t>(i)].place = {number, size, i};
    }
    return batches;
}

void Conversation::State::encode(const ImageBatch& batch, const std::stop_token& stop) {
    std::vector<ImageInput> inputs;
    for (const MissingImage& image : batch)
        inputs.push_back(image.images.front()->input);
    std::vector<float> pixels = pixelValues(inputs, static_cast<int>(parts->model.config.tileSize));
    const auto all = static_cast<std::size_t>(batch.front().place.size);
    const auto indexOf = [](const MissingImage& image) { return image.place.index; };
    if (all != batch.size() || !std::ranges::is_sorted(batch, {}, indexOf)) {
        // The batch of an earlier run. Its other images belonged to other prompts and do not affect these.
        const std::size_t each = pixels.size() / batch.size();
        std::vector<float> spread(all * each);
        for (std::size_t i = 0; i < batch.size(); ++i)
            std::copy_n(pixels.data() + i * each, each,
                        spread.data() + static_cast<std::size_t>(batch[i].place.index) * each);
        pixels = std::move(spread);
    }
    const torch::Tensor features = imageFeatures(parts->model, pixels, stop);
    for (const MissingImage& image : batch) {
        const torch::Tensor row = features.select(0, image.place.index);
        if (!isolated) parts->features.put(image.images.front()->digest, {row, image.place});
        for (PromptImage* each : image.images) {
            each->placed.features = row;
            each->placed.place = image.place;
        }
    }
}

int Conversation::State::encodeImages(const std::stop_token& stop, const ReadingCallback& onReading,
                                      std::span<const CachePass> passes) {
    const std::vector<ImageBatch> batches = missingImages(passes);
    std::size_t missing = 0;
    for (const ImageBatch& batch : batches)
        missing += batch.size();
    std::size_t left = missing;
    for (const ImageBatch& batch : batches) {
        if (stop.stop_requested()) throw Cancelled();
        encode(batch, stop);
        left -= batch.size();
        const auto all = static_cast<int>(images.size());
        if (onReading) onReading({all - static_cast<int>(left), 0, all});
    }
    waitFor(parts->model.device);
    for (PromptImage& image : images) {
        // A later turn of an isolated conversation may need the image in another batch.
        if (image.placed.features.defined() && !isolated) image.input = {};
    }
    return static_cast<int>(missing);
}

torch::Tensor Conversation::State::prefillPrompt(LogitPositions wanted, int maxNewTokens, const std::stop_token& stop,
                                                 const ReadingCallback& onReading, std::span<const CachePass> passes) {
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
    if (!passes.empty()) return prefillByPasses(parts->model, sequence.ids, placed, cached.cache, passes, stop, report);
    return prefill(parts->model, sequence.ids, placed, cached.cache, wanted, stop, report);
}

}  // namespace fleming::inference
