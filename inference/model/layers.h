#pragma once

#include <torch/torch.h>

#include "inference/checkpoint/weights.h"

namespace fleming::inference {

/// y = x W^T + b: x [T, in] -> [T, out]. One row is a matrix-vector product, which reads the weights once.
torch::Tensor linear(const torch::Tensor& x, const LinearWeights& weights);

/// LayerNorm over the last dimension.
torch::Tensor layerNorm(const torch::Tensor& x, const NormWeights& weights, double eps);

/// RMSNorm over the last dimension: the mean of squares in float32, eps inside the root, the quotient rounded to x's
/// type, then times the weight [H].
torch::Tensor rmsNorm(const torch::Tensor& x, const torch::Tensor& weight, double eps);

}  // namespace fleming::inference
