#pragma once

#include "inference/checkpoint/weights.h"
#include "inference/model/layers/rotary.h"

#include <torch/torch.h>

namespace fleming::inference::cuda {

// The layers of layers.h, attention.h and rotary.h for many tokens or patches on a CUDA device.

/// Computes y = x W^T + bias with a quantized W: x [T, in] -> [T, out], of the type of x. Up to 8 rows use the gemv
/// kernels; more rows use cuBLAS on dequantized slabs of W.
torch::Tensor quantizedLinear(const torch::Tensor& x, const LinearWeights& weights);

/// Returns true if normalize() supports x: on CUDA, and its rows are not too long.
bool supportsNormalize(const torch::Tensor& x);

/// Computes LayerNorm, or RMSNorm if `bias` is undefined, over the last dimension: x [..., H], float32 or of the type
/// of the weight [H] -> [..., H], of the type of the weight.
torch::Tensor normalize(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias, double eps);

/// See addScaled() in layers.h. x and y are contiguous.
void addScaled(torch::Tensor& x, const torch::Tensor& y, const torch::Tensor& scale);

/// See swiGlu() in layers.h. Overwrites `gate`; both are contiguous.
void swiGlu(torch::Tensor& gate, const torch::Tensor& up);

/// See rotate() in rotary.h.
torch::Tensor rotate(const torch::Tensor& x, const RotaryTable& table);

/// Returns true if flashAttention() supports these queries [..., d]: 16 bits, compute capability 8.0, and d a multiple
/// of 8 up to 256.
bool supportsFlashAttention(const torch::Tensor& queries);

/// Computes attention with the fused kernel of libtorch (FlashAttention-2; T. Dao, 2023): queries [N, T, heads, d],
/// keys and values [N, L, key heads, d] -> [N, T, heads, d], contiguous. The last dimension of each is contiguous;
/// heads is a multiple of the key heads. If `causal`, the last T keys are the tokens of the queries, and each query
/// sees the keys up to its own.
torch::Tensor flashAttention(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values,
                             bool causal);

}  // namespace fleming::inference::cuda
