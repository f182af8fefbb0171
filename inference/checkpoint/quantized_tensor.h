#pragma once

#include "inference/checkpoint/large_pages.h"
#include "inference/kernels/weight_matrix.h"

#include <torch/torch.h>

#include <cstdint>
#include <functional>
#include <stop_token>

namespace fleming::inference {

/// Some rows [last - first, in] of a matrix, on the CPU, float32, bfloat16 or float16.
using RowsOfMatrix = std::function<torch::Tensor(std::int64_t first, std::int64_t last)>;

/// Blocks (see weight_matrix.h) as a tensor that says of which type they are: those of int8 are signed bytes, those of
/// int4 unsigned ones. `bytes` are shared, not copied.
torch::Tensor asBlocks(const torch::Tensor& bytes, WeightType type);

/// The type of blocks; throws c10::Error where the tensor is none of them.
WeightType typeOfBlocks(const torch::Tensor& blocks);

/// The blocks of a matrix [out, in], made int8 or int4 by all threads. A few
/// thousand rows at a time are asked for, so that a large matrix need not be in memory as a whole. It lies in `pages`.
/// Throws Error where a weight is no finite number; Cancelled.
torch::Tensor quantizedTensor(std::int64_t out, std::int64_t in, WeightType type, const RowsOfMatrix& rows,
                              LargePages& pages, const std::stop_token& stop = {});

}  // namespace fleming::inference
