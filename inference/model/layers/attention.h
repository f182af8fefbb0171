#pragma once

#include <torch/torch.h>

namespace fleming::inference {

/// Computes full attention, softmax(Q K^T / sqrt(d)) V over all keys, softmax in float32: queries, keys and values
/// [N, T, heads, d] -> [N, T, heads * d]. N and T may have any strides.
torch::Tensor fullAttention(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values);

/// Computes causal grouped-query attention of the last T of L tokens, softmax in float32: queries [T, heads, d]; keys
/// and values [kvHeads, L, d] -> [T, heads * d]. Head h uses key head h / (heads / kvHeads). Query t sees the keys
/// 0 .. L - T + t. Scores are computed in blocks of bounded size, so memory grows linearly with L.
torch::Tensor causalAttention(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values);

}  // namespace fleming::inference
