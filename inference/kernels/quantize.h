#pragma once

#include "inference/kernels/bfloat16.h"
#include "inference/kernels/weight_matrix.h"

#include <cstddef>
#include <cstdint>

namespace fleming::inference {

/// Turns the strips [firstStrip, lastStrip) of `source` (float32 or bfloat16) into blocks of int8 or int4. `target` is
/// the first byte of the whole matrix of weightBytes(type, rows, columns). Different strips may be done by different
/// threads.
///
/// int8: scale = largest magnitude / 127. int4: of some ranges inside a group's least and largest value the one whose
/// squared error is least, after scale and minimum are fitted to the numbers that the range gives (least squares).
/// Throws Error where a weight is no finite number.
void quantize(const WeightMatrix& source, WeightType type, std::int64_t firstStrip, std::int64_t lastStrip,
              std::byte* target);

/// The rows of the strips [firstStrip, lastStrip) of an int8 or int4 matrix as plain numbers, row-major, `columns` of
/// them a row; `target` is the first of these rows.
void dequantize(const WeightMatrix& matrix, std::int64_t firstStrip, std::int64_t lastStrip, float* target);
void dequantize(const WeightMatrix& matrix, std::int64_t firstStrip, std::int64_t lastStrip, Bfloat16* target);

/// One weight of any matrix, as a product sees it. For tests and rare looks: products have kernels of their own.
float weightAt(const WeightMatrix& matrix, std::int64_t row, std::int64_t column);

}  // namespace fleming::inference
