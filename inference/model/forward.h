#pragma once

#include "inference/checkpoint/config.h"
#include "inference/checkpoint/weights.h"
#include "inference/model/decoder.h"
#include "inference/model/kv_cache.h"
#include "inference/model/placement.h"

#include <torch/torch.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace fleming::inference {

/// A checkpoint ready to compute.
struct Model {
    Config config;
    Weights weights;
    Placement placement;
    torch::Device device = torch::kCPU;  // placement.main
    torch::ScalarType dtype = torch::kFloat32;
    std::shared_ptr<Decoder> decoder;  // for single tokens; refers to the model; null where there is none for it
};

/// What the language model sees of a picture: `features` [tokensPerImage, D] in place of the token embeddings from
/// position `start` of the sequence.
struct PlacedPicture {
    std::int64_t start = 0;
    torch::Tensor features;
};

/// An empty cache for `model`, watching the memory of its devices.
KvCache makeCache(const Model& model);

/// The vision tower and the projector: pixel values float32 (N, 3, tileSize, tileSize) -> features [N, tokensPerImage,
/// D]. Throws Cancelled on a stop request, within one layer.
torch::Tensor pictureFeatures(const Model& model, std::span<const float> pixels, const std::stop_token& stop);

/// Tokens that prefill() computes at once on `device`.
std::int64_t prefillChunk(torch::Device device);

/// For which positions logits are wanted.
enum class LogitsOf { noPosition, lastPosition, everyPosition };

/// Runs the tokens of `ids` that are not in `cache` yet (at least one), in chunks, and returns float32 logits on the
/// CPU: [1, V] of the last position, [T, V] of all T new ones, or an undefined tensor. Pictures that reach into the new
/// part must be placed. `onChunk` is told the cache's length after each chunk. Throws Cancelled on a stop request,
/// within one layer of one chunk; the cache then holds the chunks that are complete.
torch::Tensor prefill(const Model& model, std::span<const std::int32_t> ids, std::span<const PlacedPicture> pictures,
                      KvCache& cache, LogitsOf wanted, const std::stop_token& stop,
                      const std::function<void(std::int64_t tokens)>& onChunk = {});

/// Computes the last token of each of some sequences: float32 logits [M, V], on the model's device or the CPU, valid
/// until the next call. The CPU reads the weights once for all of them, and the numbers are those that each would have
/// got alone. Throws Cancelled on a stop request.
torch::Tensor decode(const Model& model, const std::vector<OpenSequence>& sequences, const std::stop_token& stop);

/// The token that `sampler` chooses by logits [1, V], wherever they are.
Choice chooseToken(const Model& model, const torch::Tensor& logits, Sampler& sampler);

}  // namespace fleming::inference
