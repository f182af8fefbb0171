#pragma once

#include "inference/model/language/kv_cache.h"
#include "inference/tokens/sampler.h"

#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace fleming::inference {

struct Model;

/// One sequence of a decode batch. All of its tokens except the last one are in its cache.
struct DecodeSequence {
    std::span<const std::int32_t> ids;  ///< token ids of the whole sequence
    KvCache* cache = nullptr;           ///< has room for one more token; sequences of a batch do not share a cache
};

/// The language model for decoding, that is for one new token per sequence: a backend for a device. It computes the
/// same as languageModel() and logits() except for rounding.
class Decoder {
public:
    virtual ~Decoder() = default;

    /// Computes the last token of each of M sequences, adds it to its cache, and returns float32 logits [M, V] on the
    /// device. The logits are valid until the next call.
    virtual torch::Tensor decode(std::span<const DecodeSequence> sequences) = 0;

    /// Returns the token that `sampler` chooses from float32 logits [1, V], on the device or the CPU.
    virtual Choice choose(const torch::Tensor& logits, Sampler& sampler) = 0;
};

/// Returns the decoder for the device of `model`, or null if the model is split over several devices or no decoder
/// supports its shape. The decoder refers to `model`, which must outlive it and keep its address.
std::shared_ptr<Decoder> makeDecoder(const Model& model);

}  // namespace fleming::inference
