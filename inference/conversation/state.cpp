#include "inference/conversation/state.h"

#include "inference/image_processor.h"
#include "inference/model/rotary.h"

#include <algorithm>
#include <utility>

namespace fleming::inference {

namespace {

/// Room in the cache that is made together with the prompt's, so that an answer of usual length never waits for it.
constexpr std::int64_t kUsualAnswer = 1024;

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
        pictures.push_back({image, pictureDigest(image), {sequence.pictureStarts[pictures.size()], {}}});
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

/// Puts `ids` in place of the prompt that was made from the texts, where its pictures are as many as there are.
bool Conversation::State::takePrompt(const std::vector<std::int32_t>& ids) {
    if (ids.empty() || !areTokens(ids, parts->model)) return false;
    std::vector<std::int64_t> starts = parts->chat.pictureStarts(ids);
    if (starts.size() != pictures.size()) return false;
    for (std::size_t i = 0; i < pictures.size(); ++i)
        pictures[i].placed.start = starts[i];
    sequence = {ids, std::move(starts)};
    return true;
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

void Conversation::State::reuse(std::span<const CachedSequence* const> running) {
    std::vector<TokenKey> wanted = keys();
    if (!wanted.empty()) wanted.pop_back();
    if (stretchesRotary(parts->model.config.language, length())) wanted.clear();
    std::size_t most = cached.stretched ? 0 : commonPrefix(cached.keys, wanted);
    const CachedSequence* source = nullptr;
    for (const CachedSequence* other : running) {
        const std::size_t common = other->stretched ? 0 : commonPrefix(other->keys, wanted);
        if (common <= most) continue;
        most = common;
        source = other;
    }
    if (auto kept = parts->prompts->take(wanted, most)) {
        std::swap(cached, *kept);
        parts->prompts->keep(std::move(*kept));
        source = nullptr;
    }
    cached.cutTo(wanted);
    if (source != nullptr) {
        cached.cache.reserve(static_cast<std::int64_t>(most), length() + kUsualAnswer);
        cached.cache.copy(source->cache, static_cast<std::int64_t>(most));
        cached.keys.assign(wanted.begin(), wanted.begin() + static_cast<std::ptrdiff_t>(most));
    }
}

void Conversation::State::noteCached() {
    const std::vector<TokenKey> now = keys();
    if (commonPrefix(cached.keys, now) < cached.keys.size()) return;  // not this sequence yet: nothing was computed
    cached.keys.assign(now.begin(), now.begin() + cached.cache.length());
    cached.stretched = stretchesRotary(parts->model.config.language, length());
}

int Conversation::State::computePictures(const std::stop_token& stop, const ReadingCallback& onReading) {
    const std::size_t atOnce = parts->model.device.is_cpu() ? 1 : 8;
    std::vector<Picture*> missing;
    for (Picture& picture : pictures) {
        if (picture.placed.start + parts->model.config.tokensPerImage() <= cached.cache.length()) continue;
        if (!picture.placed.features.defined()) picture.placed.features = parts->features.find(picture.digest);
        const bool alike =
            std::ranges::any_of(missing, [&](const Picture* other) { return other->digest == picture.digest; });
        if (!picture.placed.features.defined() && !alike) missing.push_back(&picture);
    }
    for (std::size_t first = 0; first < missing.size(); first += atOnce) {
        if (stop.stop_requested()) throw Cancelled();
        const std::span<Picture*> some = std::span(missing).subspan(first, std::min(atOnce, missing.size() - first));
        std::vector<ImageInput> inputs;
        for (const Picture* picture : some)
            inputs.push_back(picture->input);
        const std::vector<float> pixels = pixelValues(inputs, static_cast<int>(parts->model.config.tileSize));
        const torch::Tensor features = pictureFeatures(parts->model, pixels, stop);
        for (std::size_t i = 0; i < some.size(); ++i) {
            const torch::Tensor row = features.select(0, static_cast<std::int64_t>(i));
            parts->features.put(some[i]->digest, row);
            for (Picture& picture : pictures) {
                if (picture.digest == some[i]->digest) picture.placed.features = row;
            }
        }
        const auto left = static_cast<int>(missing.size() - first - some.size()),
                   all = static_cast<int>(pictures.size());
        if (onReading) onReading({all - left, 0, all});
    }
    waitFor(parts->model.device);
    for (Picture& picture : pictures) {
        if (picture.placed.features.defined()) picture.input = {};
    }
    return static_cast<int>(missing.size());
}

torch::Tensor Conversation::State::prefillPrompt(LogitsOf wanted, int maxNewTokens, const std::stop_token& stop,
                                                 const ReadingCallback& onReading) {
    const std::int64_t hoped = length() + std::min<std::int64_t>(maxNewTokens, kUsualAnswer);
    try {
        cached.cache.reserve(length(), hoped);
    } catch (const TooLittleMemory&) {
        if (parts->prompts->empty()) throw;
        parts->prompts->clear();  // what was kept for later gives way
        cached.cache.reserve(length(), hoped);
    }
    std::vector<PlacedPicture> placed;
    for (const Picture& picture : pictures) {
        if (picture.placed.features.defined()) placed.push_back(picture.placed);
    }
    const auto report = [&](std::int64_t tokens) {
        const auto read =
            std::ranges::count_if(pictures, [&](const Picture& picture) { return picture.placed.start < tokens; });
        const auto all = static_cast<int>(pictures.size());
        if (onReading && all > 0) onReading({all, static_cast<int>(read), all});
    };
    return prefill(parts->model, sequence.ids, placed, cached.cache, wanted, stop, report);
}

}  // namespace fleming::inference
