#pragma once

#include "inference/checkpoint/config.h"
#include "inference/checkpoint/weights.h"
#include "inference/model/language/kv_cache.h"

#include <torch/torch.h>

#include <cstdint>
#include <span>
#include <stop_token>

namespace fleming::inference {

// The Qwen2 language model, for any number of tokens and any device. Source: modeling_qwen2.py of transformers.

/// Returns the token embeddings of `ids`: [T, D], of the type of the weights.
torch::Tensor embedTokens(std::span<const std::int32_t> ids, const LanguageWeights& weights);

/// Runs the decoder layers on the T tokens that follow those of the cache: embeddings [T, D] -> hidden states before
/// the last norm, float32 [T, D]. The cache has room for the tokens (KvCache::reserve()) and holds them afterwards.
/// `sequenceLength` is the length of the whole sequence, which determines the rotary base (see rotaryBase()).
/// The layers may be on different devices: the hidden states are copied from device to device and back to the device
/// of the embeddings. Throws Cancelled if a stop is requested between two layers; the length of the cache is then
/// unchanged.
torch::Tensor languageModel(const torch::Tensor& embeddings, KvCache& cache, std::int64_t sequenceLength,
                            const LanguageWeights& weights, const LanguageConfig& config, const std::stop_token& stop);

/// Applies the last norm and the output layer: hidden float32 [T, D] -> float32 logits [T, V].
torch::Tensor logits(const torch::Tensor& hidden, const LanguageWeights& weights, const LanguageConfig& config);

}  // namespace fleming::inference
