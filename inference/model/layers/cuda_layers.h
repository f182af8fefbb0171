#pragma once

#include "inference/checkpoint/weights.h"

#include <torch/torch.h>

namespace fleming::inference {

/// Computes y = x W^T + bias with a quantized W on a CUDA device: x [T, in] -> [T, out], of the type of x. Up to 8 rows
/// use the gemv kernels; more rows use cuBLAS on dequantized slabs of W.
torch::Tensor quantizedLinearOnCuda(const torch::Tensor& x, const LinearWeights& weights);

}  // namespace fleming::inference
