#pragma once

#include "inference/kernels/bfloat16.h"
#include "inference/kernels/weight_matrix.h"

#include <cstddef>
#include <cstdint>

namespace fleming::inference {

/// Quantizes the panels [firstPanel, lastPanel) of `source` (float32 or bfloat16) to int8 or int4 blocks (layout:
/// weight_matrix.h). `target` is the start of the whole quantized matrix, weightBytes(type, rows, columns) bytes.
/// Disjoint panel ranges may be quantized concurrently.
///
/// int8: scale = max |w| / 127 per group (as Q8_0 of llama.cpp). int4: asymmetric; several clipped ranges of the group
/// are tried, scale and minimum of each are refined by least squares, and the one with the smallest squared error wins
/// (compare make_qkx2_quants in ggml-quants.c of llama.cpp).
///
/// Throws Error "quantize.weight_not_finite" (argument: the row) if a weight is not finite or exceeds 1e15.
void quantize(const WeightMatrix& source, WeightType type, std::int64_t firstPanel, std::int64_t lastPanel,
              std::byte* target);

/// Converts the rows of the panels [firstPanel, lastPanel) of an int8 or int4 matrix to a dense row-major matrix
/// [rows of these panels, columns]. `target` receives the first of these rows. Disjoint panel ranges may be converted
/// concurrently. The bfloat16 overload rounds to nearest even.
void dequantize(const WeightMatrix& matrix, std::int64_t firstPanel, std::int64_t lastPanel, float* target);
void dequantize(const WeightMatrix& matrix, std::int64_t firstPanel, std::int64_t lastPanel, Bfloat16* target);

/// Returns one weight of a matrix of any type except float16. Slow; meant for tests.
float weightAt(const WeightMatrix& matrix, std::int64_t row, std::int64_t column);

}  // namespace fleming::inference
