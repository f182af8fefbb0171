#pragma once

#include "inference/checkpoint/weights.h"

#include <torch/torch.h>

namespace fleming::inference {

/// x [T, in] times a quantised matrix on a CUDA device, bias added -> [T, out], in x's type. Few rows read the blocks
/// once; for many, some rows of the matrix after another become plain numbers for cuBLAS.
torch::Tensor linearQuantizedOnCuda(const torch::Tensor& x, const LinearWeights& weights);

}  // namespace fleming::inference
