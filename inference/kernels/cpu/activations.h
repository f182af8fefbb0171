#pragma once

#include "inference/kernels/cpu/product.h"
#include "inference/kernels/weight_matrix.h"

#include <cstdint>
#include <vector>

namespace fleming::inference {

/// The right-hand side of products on the CPU: a few rows of float32 activations, and what the kernels for the
/// different types of weights want of them. Who writes row(m) calls prepare() for the type of the matrix that comes
/// next.
class Activations {
public:
    Activations(std::int64_t rows, std::int64_t columns);

    std::int64_t rows() const { return rows_; }
    std::int64_t columns() const { return columns_; }

    /// `columns()` numbers; the zeros after them, to pairedColumns(), must stay zeros.
    float* row(std::int64_t m) { return floats_.data() + m * stride_; }
    const float* row(std::int64_t m) const { return floats_.data() + m * stride_; }

    /// Makes of row m what a matrix of `type` is multiplied with. float32: nothing. bfloat16: of every 32 columns first
    /// the even, then the odd ones. int8, int4: x = scale * q in groups of kGroupColumns, scale = largest magnitude /
    /// 127. Different rows may be done by different threads.
    void prepare(std::int64_t m, WeightType type);
    /// The same for the columns [first, last) alone; both on a multiple of kGroupColumns, or the end.
    void prepare(std::int64_t m, WeightType type, std::int64_t first, std::int64_t last);

    /// The operands of a product of these activations with a matrix that they have been prepared for.
    Product product(const WeightMatrix& weights, float* y) const;

private:
    void quantize(std::int64_t m, std::int64_t group);

    std::int64_t rows_, columns_, stride_, groups_;
    std::vector<float> floats_, paired_;  // [rows, stride]
    std::vector<float> scales_, sums_;    // [rows, groups]; sums: scale * the sum of the numbers
    std::vector<std::int8_t> numbers_;    // [rows, groups * kGroupColumns]
};

}  // namespace fleming::inference
