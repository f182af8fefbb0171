#pragma once

#include "inference/checkpoint/weights.h"

#include <torch/torch.h>

#include <vector>

namespace fleming::inference {

/// Whether what is done with x goes in tiles: it is bfloat16, on a CPU that has them (kernels/cpu/tiles.h).
bool goesInTiles(const torch::Tensor& x);

// The functions of layers.h and attention.h for such tensors.
std::vector<torch::Tensor> linearInTiles(const torch::Tensor& x, const std::vector<const LinearWeights*>& matrices);
torch::Tensor fullAttentionInTiles(const torch::Tensor& queries, const torch::Tensor& keys,
                                   const torch::Tensor& values);
torch::Tensor causalAttentionInTiles(const torch::Tensor& queries, const torch::Tensor& keys,
                                     const torch::Tensor& values);

}  // namespace fleming::inference
