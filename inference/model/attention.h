#pragma once

#include <torch/torch.h>

namespace fleming::inference {

/// softmax(q k^T / sqrt(d)) v over all keys, softmax in float32.
/// queries, keys, values [N, T, heads, d], any strides of N and T -> [N, T, heads * d].
torch::Tensor fullAttention(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values);

/// Causal grouped-query attention of the last T of L tokens, softmax in float32.
/// queries [T, heads, d]; keys, values [kvHeads, L, d]; head h uses key head h / (heads / kvHeads).
/// Query t sees keys 0 .. L - T + t. Returns [T, heads * d]. Scores are made in blocks of bounded size.
torch::Tensor causalAttention(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values);

}  // namespace fleming::inference
