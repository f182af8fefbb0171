#pragma once

#include "inference/checkpoint/huge_pages.h"
#include "inference/kernels/weight_matrix.h"

#include <torch/torch.h>

#include <cstdint>
#include <functional>
#include <stop_token>

namespace fleming::inference {

/// Returns the rows [first, last) of a matrix, [last - first, in], on the CPU, in float32, bfloat16 or float16.
using ReadRows = std::function<torch::Tensor(std::int64_t first, std::int64_t last)>;

/// Returns quantized blocks (see weight_matrix.h) as a tensor whose element type tells which blocks they are: kChar for
/// int8, kByte for int4. The result shares the memory of `bytes`.
torch::Tensor asBlocks(const torch::Tensor& bytes, WeightType type);

/// Returns the quantized type of a tensor of blocks. Throws c10::Error if it holds no blocks.
WeightType blockType(const torch::Tensor& blocks);

/// Quantizes a matrix [out, in] to int8 or int4 blocks in memory of `arena`, with all threads. Asks `readRows` for a
/// few thousand rows at a time, so that a large matrix is never in memory as a whole. Throws Error if a weight is not
/// finite; Cancelled.
torch::Tensor quantizeTensor(std::int64_t out, std::int64_t in, WeightType type, const ReadRows& readRows,
                             HugePageArena& arena, const std::stop_token& stop = {});

}  // namespace fleming::inference
