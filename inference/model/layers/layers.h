#pragma once

#include "inference/checkpoint/weights.h"

#include <torch/torch.h>

#include <vector>

namespace fleming::inference {

// The layers that the vision tower, the projector and the language model share. Each runs on the device of its input.
// The residual stream and the inputs of the norms are float32 for every model type: rounding the residual to bfloat16
// in each layer would cost more accuracy than all matmuls together. Weights, the outputs of the norms and the inputs of
// the linear layers have the type of the model.

/// Computes a linear layer, y = x W^T + bias: x [..., in] -> [..., out], of the type of x. x is [T, in] if W is
/// quantized. A single row is computed as a matrix-vector product.
torch::Tensor linear(const torch::Tensor& x, const LinearWeights& weights);

/// Returns linear(x, w) for each of `matrices`. Prepares x once for all of them.
std::vector<torch::Tensor> linearAll(const torch::Tensor& x, const std::vector<const LinearWeights*>& matrices);

/// Computes SwiGLU, silu(gate) * up, for tensors of the same shape. Overwrites `gate`.
torch::Tensor swiGlu(torch::Tensor gate, const torch::Tensor& up);

/// Computes x += y * scale: x float32 [..., H]; y [..., H] and scale [H] of the model's type. An undefined scale
/// means 1.
void addScaled(torch::Tensor& x, const torch::Tensor& y, const torch::Tensor& scale = {});

/// Computes the exact (erf) GELU of x, of any shape. Overwrites `x`.
torch::Tensor exactGelu(torch::Tensor x);

/// Computes LayerNorm over the last dimension: x float32 [..., H] -> [..., H], of the type of the weights.
torch::Tensor layerNorm(const torch::Tensor& x, const NormWeights& weights, double eps);

/// Computes RMSNorm over the last dimension, x / sqrt(mean(x^2) + eps) * weight, in float32: x [..., H], weight [H] ->
/// [..., H], of the type of the weight.
torch::Tensor rmsNorm(const torch::Tensor& x, const torch::Tensor& weight, double eps);

}  // namespace fleming::inference
