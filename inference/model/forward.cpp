#include "inference/model/forward.h"

#include "base/error.h"
#include "inference/model/device/device.h"
#include "inference/model/language/language_model.h"
#include "inference/model/vision/projector.h"
#include "inference/model/vision/vision_tower.h"

#include <algorithm>

namespace fleming::inference {

namespace {

/// Returns the input embeddings [count, D] of ids[first, first + count): token embeddings, and image features at the
/// positions of the images.
torch::Tensor embed(const Model& model, std::span<const std::int32_t> ids, std::span<const PlacedImage> images,
                    std::int64_t first, std::int64_t count) {
    torch::Tensor rows = embedTokens(ids.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count)),
                                     model.weights.language);
    for (const PlacedImage& image : images) {
        const std::int64_t from = std::max(first, image.start);
        const std::int64_t to = std::min(first + count, image.start + model.config.tokensPerImage());
        if (from < to) {
            rows.narrow(0, from - first, to - from).copy_(image.features.narrow(0, from - image.start, to - from));
        }
    }
    return rows;
}

/// Computes the `count` tokens after those in `cache` together, adds them to the cache and returns their hidden states
/// [count, D].
torch::Tensor computePass(const Model& model, std::span<const std::int32_t> ids, std::span<const PlacedImage> images,
                          KvCache& cache, std::int64_t count, std::int64_t sequenceLength,
                          const std::stop_token& stop) {
    const std::int64_t first = cache.length();
    torch::Tensor hidden = languageModel(embed(model, ids, images, first, count), cache, sequenceLength,
                                         model.weights.language, model.config.language, stop);
    for (const PlacedImage& image : images) {
        const bool overlaps = image.start < first + count && first < image.start + model.config.tokensPerImage();
        if (overlaps && image.place.size > 1) cache.noteImage({image.start, image.place});
    }
    return hidden;
}

}  // namespace

KvCache makeCache(const Model& model) {
    return {model.config.language, model.placement.layers, model.dtype,
            [](torch::Device device) { return availableMemory(device); }};
}

torch::Tensor imageFeatures(const Model& model, std::span<const float> pixels, const std::stop_token& stop) {
    const std::int64_t side = model.config.tileSize;
    const std::int64_t images = static_cast<std::int64_t>(pixels.size()) / (3 * side * side);
    // from_blob() takes no const pointer; the pixels are only read.
    torch::Tensor input = torch::from_blob(const_cast<float*>(pixels.data()), {images, 3, side, side});
    if (model.device.is_cuda())  // converted on the CPU into pinned memory, which the GPU reads at full speed
        input = torch::empty(input.sizes(), torch::TensorOptions(model.dtype).pinned_memory(true)).copy_(input);
    input = input.to(model.device, model.dtype, /*non_blocking=*/true);
    return projector(visionTower(input, model.weights.vision, model.config, stop), model.weights.projector,
                     model.config);
}

// The matmuls of one image do not occupy a GPU. 16 covers the images of a usual question.
std::int64_t imageBatch(torch::Device device) {
    return device.is_cpu() ? 1 : 16;
}

// A compromise: larger chunks read the weights less often; smaller ones need less memory for activations and react
// sooner to a stop request.
std::int64_t prefillChunk(torch::Device device) {
    return device.is_cpu() ? 512 : 4096;
}

torch::Tensor prefill(const Model& model, std::span<const std::int32_t> ids, std::span<const PlacedImage> images,
                      KvCache& cache, LogitPositions wanted, const std::stop_token& stop,
                      const std::function<void(std::int64_t tokens)>& onChunk) {
    const LanguageWeights& weights = model.weights.language;
    const LanguageConfig& config = model.config.language;
    const auto length = static_cast<std::int64_t>(ids.size());
    cache.reserve(length);
    const bool inImage = std::ranges::any_of(images, [&](const PlacedImage& image) {
        return image.start < length && length <= image.start + model.config.tokensPerImage();
    });
    if (model.decoder && cache.length() == length - 1 && !inImage) return decode(model, {{ids, &cache}}, stop).cpu();
    std::vector<torch::Tensor> results;
    while (cache.length() < length) {
        const std::int64_t count = std::min(prefillChunk(model.device), length - cache.length());
        torch::Tensor hidden = computePass(model, ids, images, cache, count, length, stop);
        if (onChunk) onChunk(cache.length());
        if (wanted == LogitPositions::none) continue;
        if (wanted == LogitPositions::last) {
            if (cache.length() < length) continue;
            hidden = hidden.narrow(0, count - 1, 1);
        }
        results.push_back(logits(hidden, weights, config).cpu());
    }
    return results.empty() ? torch::Tensor() : at::cat(results);
}

torch::Tensor prefillByPasses(const Model& model, std::span<const std::int32_t> ids,
                              std::span<const PlacedImage> images, KvCache& cache, std::span<const CachePass> passes,
                              const std::stop_token& stop, const std::function<void(std::int64_t tokens)>& onChunk) {
    const auto length = static_cast<std::int64_t>(ids.size());
    torch::Tensor lastLogits;
    for (const CachePass& pass : passes) {
        if (pass.last <= cache.length()) continue;
        cache.reserve(std::max(length, pass.end));
        while (pass.decoded && cache.length() < pass.last) {
            const std::span<const std::int32_t> begin = ids.first(static_cast<std::size_t>(cache.length() + 1));
            lastLogits = decode(model, {{begin, &cache}}, stop).cpu();
        }
        if (!pass.decoded) {
            // The tokens after pass.last belonged to another prompt. They affect no token before them, so any will do.
            std::vector<std::int32_t> known(ids.begin(), ids.end());
            known.resize(static_cast<std::size_t>(std::max(length, pass.end)));
            const torch::Tensor hidden =
                computePass(model, known, images, cache, pass.end - pass.first, length, stop);  // [end - first, D]
            cache.truncate(pass.last);
            if (pass.last == length) {
                lastLogits =
                    logits(hidden.narrow(0, length - 1 - pass.first, 1), model.weights.language, model.config.language)
                        .cpu();
            }
        }
        if (onChunk) onChunk(cache.length());
    }
    return lastLogits;
}

torch::Tensor decode(const Model& model, const std::vector<DecodeSequence>& sequences, const std::stop_token& stop) {
    if (stop.stop_requested()) throw Cancelled();
    if (model.decoder) return model.decoder->decode(sequences);
    std::vector<torch::Tensor> rows;
    for (const DecodeSequence& one : sequences)
        rows.push_back(prefill(model, one.ids, {}, *one.cache, LogitPositions::last, stop));
    return at::cat(rows);
}

Choice chooseToken(const Model& model, const torch::Tensor& logits, Sampler& sampler) {
    if (model.decoder) return model.decoder->choose(logits, sampler);
    return sampler.choose({logits.data_ptr<float>(), static_cast<std::size_t>(logits.numel())});
}

}  // namespace fleming::inference
