#pragma once

#include "inference/checkpoint/config.h"
#include "inference/checkpoint/weights.h"
#include "inference/model/kv_cache.h"

#include <torch/torch.h>

#include <cstdint>
#include <span>
#include <stop_token>

namespace fleming::inference {

/// Rows of the embedding table: [T, D].
torch::Tensor embedTokens(std::span<const std::int32_t> ids, const LanguageWeights& weights);

/// Qwen2 over the T tokens that follow the cache's: embeddings [T, D] -> hidden states, float32 [T, D], before the last
/// norm.
/// The cache must have room for them (reserve); it holds them afterwards. `sequenceLength` is the length that the
/// rotary base is made for: that of the whole sequence of which these tokens are a part (see rotaryBase).
/// Layers may lie on different devices: the hidden states follow them, and come back to the embeddings' device.
/// A stop request between two layers throws Cancelled; the cache's length is then as before.
torch::Tensor languageModel(const torch::Tensor& embeddings, KvCache& cache, std::int64_t sequenceLength,
                            const LanguageWeights& weights, const LanguageConfig& config, const std::stop_token& stop);

/// The last norm and the head: hidden states, float32 [T, D], -> float32 logits [T, V].
torch::Tensor logits(const torch::Tensor& hidden, const LanguageWeights& weights, const LanguageConfig& config);

}  // namespace fleming::inference
