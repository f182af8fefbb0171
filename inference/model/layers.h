#pragma once

#include "inference/checkpoint/weights.h"

#include <torch/torch.h>

#include <vector>

namespace fleming::inference {

/// The residual stream, what the norms take and what is added to it, is float32 in every type of model: rounding it to
/// bfloat16 at each layer would cost more accuracy than all products together. Weights, and what is multiplied with
/// them, are in the model's type.

/// y = x W^T + b: x [..., in] -> [..., out]. One row is a matrix-vector product, which reads the weights once.
torch::Tensor linear(const torch::Tensor& x, const LinearWeights& weights);

/// The same of several matrices; x is made ready for them once.
std::vector<torch::Tensor> linearTogether(const torch::Tensor& x, const std::vector<const LinearWeights*>& matrices);

/// silu(gate) * up, of one shape; takes gate for itself.
torch::Tensor swiGlu(torch::Tensor gate, const torch::Tensor& up);

/// x += y * scale: x float32 [..., H], y of its shape and scale [H] in the model's type; scale undefined: 1.
void addScaled(torch::Tensor& x, const torch::Tensor& y, const torch::Tensor& scale = {});

/// The exact GELU of x, whatever its shape; takes x for itself.
torch::Tensor exactGelu(torch::Tensor x);

/// LayerNorm over the last dimension: x float32 [..., H] -> the weights' type.
torch::Tensor layerNorm(const torch::Tensor& x, const NormWeights& weights, double eps);

/// RMSNorm over the last dimension: x / sqrt(mean(x^2) + eps) * weight [H], all in float32, -> the weight's type.
torch::Tensor rmsNorm(const torch::Tensor& x, const torch::Tensor& weight, double eps);

}  // namespace fleming::inference
