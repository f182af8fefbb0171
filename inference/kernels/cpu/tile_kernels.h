// What a CPU with tile registers (AMX) does in products of many rows; nothing but numbers and addresses (see
// vectors.h).
#pragma once

#include "inference/kernels/weight_matrix.h"

#include <stdint.h>

namespace fleming::inference {

// C = A B^T in float32, both sides bfloat16. Both are packed: a band is 32 of their rows, a step 32 of the terms that
// are summed; a band's steps follow one another, each of two tiles of 16 rows. The left tile is plain: [16 rows][32
// terms]. The right one has each row's pairs of terms below one another: [16 pairs][16 rows][2 terms]. Terms that are
// missing to whole steps are zeros on the left and finite numbers on the right; rows that are missing to whole bands
// may be anything.
constexpr int64_t kBandRows = 32;
constexpr int64_t kStepTerms = 32;
constexpr int64_t kStepNumbers = kBandRows * kStepTerms;
constexpr int64_t kStepsOfGroup = kGroupColumns / kStepTerms;

constexpr int64_t bandsOf(int64_t rows) {
    return (rows + kBandRows - 1) / kBandRows;
}
constexpr int64_t stepsOf(int64_t terms) {
    return (terms + kStepTerms - 1) / kStepTerms;
}

/// A matrix [rows, columns] to be packed; stride: numbers from a row to the next (from a column, where column by
/// column).
struct TileSource {
    enum Layout { byRows, byColumns, int8, int4 } layout;  // the last two in blocks (weight_matrix.h)
    const uint8_t* data;
    int64_t rows, columns, stride;
};

/// Memory that is soon wanted, `pieces` of `bytes` each, `stride` bytes apart: fetched while the product goes on.
struct SoonWanted {
    const uint8_t* data;
    int64_t pieces, bytes, stride;
};

struct TileKernels {
    /// The steps [firstStep, lastStep) of a band, as right tiles. Rows and columns past the matrix' become zeros, or
    /// what the blocks hold there.
    void (*packRight)(const TileSource& source, int64_t band, int64_t firstStep, int64_t lastStep, uint16_t* target);

    /// c[32 i + r][32 j + s] (=, or += with `add`) the sum over `steps` of the bands i of the left and j of the right;
    /// strides of bands in numbers, of c in floats. All of c's 32 x 32 blocks are written.
    void (*multiply)(const uint16_t* left, int64_t leftStride, int64_t leftBands, const uint16_t* right,
                     int64_t rightStride, int64_t rightBands, int64_t steps, float* c, int64_t cStride, bool add,
                     const SoonWanted& soon);

    /// exp(scale * (score - largest)) of the first `count` of a row's scores (at least one), rounded, as a row of a
    /// left band of `steps` steps: zeros after them. Returns their sum, within a few millionths, of the numbers before
    /// they are rounded.
    float (*share)(const float* scores, int64_t count, float scale, int64_t steps, uint16_t* row);

    /// y = c + bias (null: none), rounded to bfloat16: [rows, columns], strides in numbers. `far`: past the caches, for
    /// results that are larger than they.
    void (*finish)(const float* c, int64_t cStride, const uint16_t* bias, int64_t rows, int64_t columns, uint16_t* y,
                   int64_t yStride, bool far);
};

}  // namespace fleming::inference
