#pragma once

#include "inference/checkpoint/config.h"
#include "inference/checkpoint/weights.h"
#include "inference/model/decoding/decoder.h"
#include "inference/model/device/placement.h"
#include "inference/model/language/kv_cache.h"

#include <torch/torch.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace fleming::inference {

// The forward pass of the whole model: the public face of this folder.

/// A loaded checkpoint.
struct Model {
    Config config;
    Weights weights;
    Placement placement;
    torch::Device device = torch::kCPU;  // placement.main
    torch::ScalarType dtype = torch::kFloat32;
    std::shared_ptr<Decoder> decoder;  // refers to this model; null if no backend supports it
};

/// The image features of one image, at their place in the sequence.
struct PlacedImage {
    std::int64_t start = 0;  ///< position of the first feature, which replaces the token embedding there
    torch::Tensor features;  ///< [tokensPerImage, D]
    BatchPlace place{};      ///< where the features come from
};

/// Returns an empty KV cache for `model`, which checks the free memory of its devices before it grows.
KvCache makeCache(const Model& model);

/// Computes image features with the vision tower and the projector: `pixels` float32 (N, 3, tileSize, tileSize),
/// normalized -> [N, tokensPerImage, D] on the model's device. Throws Cancelled within one layer of a stop request.
torch::Tensor imageFeatures(const Model& model, std::span<const float> pixels, const std::stop_token& stop);

/// Returns the number of images that imageFeatures() is best given at once on `device`.
std::int64_t imageBatch(torch::Device device);

/// Returns the number of tokens that prefill() computes at once on `device`.
std::int64_t prefillChunk(torch::Device device);

/// The positions whose logits prefill() returns.
enum class LogitPositions { none, last, all };

/// Computes the tokens of `ids` that are not yet in `cache` (at least one), in chunks, and adds them to the cache.
/// `images` contains at least the images with features at these positions. Returns float32 logits on the CPU: [1, V] of
/// the last position, [T, V] of all T new positions, or an undefined tensor. Calls `onChunk` with the length of the
/// cache after each chunk.
/// Throws TooLittleMemory if the cache cannot grow. Throws Cancelled within one layer of a stop request; the cache then
/// holds the completed chunks.
torch::Tensor prefill(const Model& model, std::span<const std::int32_t> ids, std::span<const PlacedImage> images,
                      KvCache& cache, LogitPositions wanted, const std::stop_token& stop,
                      const std::function<void(std::int64_t tokens)>& onChunk = {});

/// Computes the tokens of `ids` that are not yet in `cache` by `passes`, which cover all of `ids`; the cache has the
/// beginning of these passes and not the last one. Returns float32 logits [1, V] of the last position. Otherwise like
/// prefill().
torch::Tensor prefillByPasses(const Model& model, std::span<const std::int32_t> ids,
                              std::span<const PlacedImage> images, KvCache& cache, std::span<const CachePass> passes,
                              const std::stop_token& stop,
                              const std::function<void(std::int64_t tokens)>& onChunk = {});

/// Computes the last token of each of M sequences and adds it to its cache. Returns float32 logits [M, V], on the
/// model's device or the CPU, valid until the next call. The result for a sequence does not depend on the others.
/// Throws Cancelled on a stop request.
torch::Tensor decode(const Model& model, const std::vector<DecodeSequence>& sequences, const std::stop_token& stop);

/// Returns the token that `sampler` chooses from float32 logits [1, V], on any device.
Choice chooseToken(const Model& model, const torch::Tensor& logits, Sampler& sampler);

}  // namespace fleming::inference
