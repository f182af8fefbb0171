#include "inference/model/forward.h"

#include "base/error.h"
#include "inference/model/device.h"
#include "inference/model/language_model.h"
#include "inference/model/projector.h"
#include "inference/model/vision_tower.h"

#include <algorithm>

namespace fleming::inference {

namespace {

/// The embeddings [count, D] of ids[first ...], with the pictures' features in their places.
torch::Tensor embed(const Model& model, std::span<const std::int32_t> ids, std::span<const PlacedPicture> pictures,
                    std::int64_t first, std::int64_t count) {
    torch::Tensor rows = embedTokens(ids.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count)),
                                     model.weights.language);
    for (const PlacedPicture& picture : pictures) {
        const std::int64_t from = std::max(first, picture.start);
        const std::int64_t to = std::min(first + count, picture.start + model.config.tokensPerImage());
        if (from < to) {
            rows.narrow(0, from - first, to - from).copy_(picture.features.narrow(0, from - picture.start, to - from));
        }
    }
    return rows;
}

}  // namespace

KvCache makeCache(const Model& model) {
    return {model.config.language, model.placement.layers, model.dtype,
            [](torch::Device device) { return availableMemory(device); }};
}

torch::Tensor pictureFeatures(const Model& model, std::span<const float> pixels, const std::stop_token& stop) {
    const std::int64_t side = model.config.tileSize;
    const std::int64_t pictures = static_cast<std::int64_t>(pixels.size()) / (3 * side * side);
    // from_blob takes no const pointer; the values are only read.
    const torch::Tensor input =
        torch::from_blob(const_cast<float*>(pixels.data()), {pictures, 3, side, side}).to(model.device, model.dtype);
    return projector(visionTower(input, model.weights.vision, model.config, stop), model.weights.projector,
                     model.config);
}

// Large enough that the weights are read seldom, small enough that activations stay small and a stop is heeded soon.
std::int64_t prefillChunk(torch::Device device) {
    return device.is_cpu() ? 512 : 2048;
}

torch::Tensor prefill(const Model& model, std::span<const std::int32_t> ids, std::span<const PlacedPicture> pictures,
                      KvCache& cache, LogitsOf wanted, const std::stop_token& stop,
                      const std::function<void(std::int64_t tokens)>& onChunk) {
    const LanguageWeights& weights = model.weights.language;
    const LanguageConfig& config = model.config.language;
    const auto length = static_cast<std::int64_t>(ids.size());
    cache.reserve(length);
    const bool inPicture = std::ranges::any_of(pictures, [&](const PlacedPicture& picture) {
        return picture.start < length && length <= picture.start + model.config.tokensPerImage();
    });
    if (model.decoder && cache.length() == length - 1 && !inPicture) return decode(model, {{ids, &cache}}, stop).cpu();
    std::vector<torch::Tensor> results;
    while (cache.length() < length) {
        const std::int64_t count = std::min(prefillChunk(model.device), length - cache.length());
        torch::Tensor hidden = languageModel(embed(model, ids, pictures, cache.length(), count), cache, length, weights,
                                             config, stop);  // [count, D]
        if (onChunk) onChunk(cache.length());
        if (wanted == LogitsOf::noPosition) continue;
        if (wanted == LogitsOf::lastPosition) {
            if (cache.length() < length) continue;
            hidden = hidden.narrow(0, count - 1, 1);
        }
        results.push_back(logits(hidden, weights, config).cpu());
    }
    return results.empty() ? torch::Tensor() : at::cat(results);
}

torch::Tensor decode(const Model& model, const std::vector<OpenSequence>& sequences, const std::stop_token& stop) {
    if (stop.stop_requested()) throw Cancelled();
    if (model.decoder) return model.decoder->decode(sequences);
    std::vector<torch::Tensor> rows;
    for (const OpenSequence& one : sequences)
        rows.push_back(prefill(model, one.ids, {}, *one.cache, LogitsOf::lastPosition, stop));
    return at::cat(rows);
}

Choice chooseToken(const Model& model, const torch::Tensor& logits, Sampler& sampler) {
    if (model.decoder) return model.decoder->choose(logits, sampler);
    return sampler.choose({logits.data_ptr<float>(), static_cast<std::size_t>(logits.numel())});
}

}  // namespace fleming::inference
