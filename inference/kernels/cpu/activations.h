#pragma once

#include "inference/kernels/cpu/simd_kernels.h"
#include "inference/kernels/weight_matrix.h"

#include <cstdint>
#include <vector>

namespace fleming::inference {

/// The activations x [rows, columns] of a gemv: float32 rows, and their form for each type of weights. After writing
/// row(m), call prepare() with the type of the next matrix.
class Activations {
public:
    Activations(std::int64_t rows, std::int64_t columns);

    std::int64_t rows() const { return rows_; }
    std::int64_t columns() const { return columns_; }

    /// Returns row m: `columns()` floats. The padding up to paddedColumns(columns()) is zero and must stay zero.
    float* row(std::int64_t m) { return floats_.data() + m * stride_; }
    const float* row(std::int64_t m) const { return floats_.data() + m * stride_; }

    /// Prepares row m for a matrix of `type`. float32: nothing to do. bfloat16: interleaves the row (simd_kernels.h).
    /// int8 and int4: quantizes the row to int8, x = scale * q, scale = max |x| / 127 in each group of kGroupColumns; a
    /// group with a value that is not finite gets a NaN scale. Different rows may be prepared concurrently.
    void prepare(std::int64_t m, WeightType type);
    /// Prepares the columns [first, last) of row m only. `first` and `last` are multiples of kGroupColumns, or the end.
    void prepare(std::int64_t m, WeightType type, std::int64_t first, std::int64_t last);

    /// Returns the operands of y = W x. The rows were prepared for weights.type.
    GemvOperands operands(const WeightMatrix& weights, float* y) const;

private:
    void quantize(std::int64_t m, std::int64_t group);

    std::int64_t rows_, columns_, stride_, groups_;
    std::vector<float> floats_, interleaved_;  // [rows, stride]
    std::vector<float> scales_, sums_;         // [rows, groups]; sums: scale * sum of the quants
    std::vector<std::int8_t> quants_;          // [rows, groups * kGroupColumns]
};

}  // namespace fleming::inference
