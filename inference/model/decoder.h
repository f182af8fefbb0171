#pragma once

#include "inference/model/kv_cache.h"
#include "inference/sampling.h"

#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace fleming::inference {

struct Model;

/// A sequence whose last token alone is not in its cache yet.
struct OpenSequence {
    std::span<const std::int32_t> ids;
    KvCache* cache = nullptr;  ///< of its own, with room for the token
};

/// The language model for single tokens: the same numbers as languageModel() and logits(), but for their rounding, made
/// in the way that suits one token on a device.
class Decoder {
public:
    virtual ~Decoder() = default;

    /// Computes the last token of each of some sequences: float32 logits [M, V], where the device is; valid until the
    /// next call.
    virtual torch::Tensor decode(std::span<const OpenSequence> sequences) = 0;

    /// The token that `sampler` chooses by logits [1, V], wherever these are.
    virtual Choice choose(const torch::Tensor& logits, Sampler& sampler) = 0;
};

/// The decoder for the model's device; null where there is none for its shape. It refers to the model, which must stay
/// at its place from now on.
std::shared_ptr<Decoder> makeDecoder(const Model& model);
std::shared_ptr<Decoder> makeCudaDecoder(const Model& model);  // only in builds with CUDA

}  // namespace fleming::inference
