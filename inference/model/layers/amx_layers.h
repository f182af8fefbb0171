#pragma once

#include "inference/checkpoint/weights.h"

#include <torch/torch.h>

#include <vector>

namespace fleming::inference {

// The layers of layers.h and attention.h on AMX, for CPU tensors of many rows. Callers check usesAmx() first.

/// Returns true if `x` is bfloat16 on the CPU and the CPU has AMX (see amxKernels()).
bool usesAmx(const torch::Tensor& x);

/// Returns x W^T + bias for each of `matrices` (bfloat16, int8 or int4): x [..., in] -> [..., out], bfloat16. Packs x
/// once for all of them.
std::vector<torch::Tensor> amxLinear(const torch::Tensor& x, const std::vector<const LinearWeights*>& matrices);

/// fullAttention() for bfloat16: queries, keys and values [N, T, heads, d], contiguous in the last two dimensions ->
/// [N, T, heads * d].
torch::Tensor amxFullAttention(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values);

/// causalAttention() for bfloat16: queries [T, heads, d]; keys and values [kvHeads, L, d], contiguous in the last
/// dimension -> [T, heads * d].
torch::Tensor amxCausalAttention(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values);

}  // namespace fleming::inference
