// Operands and function table of the gemm kernels for CPUs with AMX (Intel Advanced Matrix Extensions), and their
// packed layouts. This header contains only plain data and constexpr functions; see simd.h for the reason.
#pragma once

#include "inference/kernels/weight_matrix.h"

#include <stdint.h>

namespace fleming::inference {

// The kernels compute C = A B^T: A (left) and B (right) are bfloat16 [rows, depth], C is float32. Both operands are
// packed, as for a BLIS micro-kernel with MR = NR = 32:
//
// - A *tile* is one AMX register: 16 rows of 64 bytes, that is 16 rows x 32 bfloat16.
// - A *tile panel* is 32 consecutive rows of an operand, two tiles high. Tile panels follow one another in memory.
// - A *step* is 32 consecutive columns (elements of the depth) of a tile panel: two tiles, for rows 0..15 and 16..31.
//   The steps of a tile panel follow one another.
//
//     left tile    [16 rows][32 columns]               row-major
//     right tile   [16 column pairs][16 rows][2]       the VNNI layout that TDPBF16PS expects of its second operand
//
// If the depth is not a multiple of 32, the last step is padded: with zeros on the left, and with any finite values on
// the right. If the rows are not a multiple of 32, the contents of the missing rows do not matter.
constexpr int64_t kTilePanelRows = 32;
constexpr int64_t kStepDepth = 32;
constexpr int64_t kStepElements = kTilePanelRows * kStepDepth;
constexpr int64_t kStepsPerGroup = kGroupColumns / kStepDepth;

/// Returns the number of tile panels of `rows` rows, including a partial last one.
constexpr int64_t tilePanelCount(int64_t rows) {
    return (rows + kTilePanelRows - 1) / kTilePanelRows;
}
/// Returns the number of steps of a depth, including a partial last one.
constexpr int64_t stepCount(int64_t depth) {
    return (depth + kStepDepth - 1) / kStepDepth;
}

/// A matrix [rows, columns] to be packed.
struct PackSource {
    enum Layout { rowMajor, columnMajor, int8, int4 } layout;  // the last two: blocks of weight_matrix.h
    const uint8_t* data;
    int64_t rows, columns;
    int64_t stride;  ///< elements from a row to the next; of columnMajor, from a column to the next
};

/// Memory that the next call reads, fetched into the L2 cache during a gemm: `rows` runs of `bytes` bytes, `stride`
/// bytes apart.
struct PrefetchRange {
    const uint8_t* data;
    int64_t rows, bytes, stride;
};

struct AmxKernels {
    /// Packs the steps [firstStep, lastStep) of a tile panel of `source` as right tiles. Rows and columns outside the
    /// matrix become zeros, or the padding of the quantized blocks.
    void (*packRight)(const PackSource& source, int64_t tilePanel, int64_t firstStep, int64_t lastStep,
                      uint16_t* target);

    /// Computes C = A B^T, or C += A B^T with `add`: A has `leftPanels` tile panels, B `rightPanels`, both of `steps`
    /// steps. Strides of panels are in elements, of C in floats. Writes all 32 x 32 values of each pair of panels:
    /// c[32 i + r][32 j + s] for row r of left panel i and row s of right panel j.
    void (*gemm)(const uint16_t* left, int64_t leftStride, int64_t leftPanels, const uint16_t* right,
                 int64_t rightStride, int64_t rightPanels, int64_t steps, float* c, int64_t cStride, bool add,
                 const PrefetchRange& range);

    /// Computes exp(scale * (score - maximum)) of `scores[0..count)` (count > 0) and writes it, rounded to bfloat16, as
    /// a row of a left tile panel of `steps` steps, padded with zeros. Returns the sum of the values before rounding,
    /// with a relative error of a few 1e-6.
    float (*exponentialRow)(const float* scores, int64_t count, float scale, int64_t steps, uint16_t* row);

    /// Writes y = c + bias, rounded to bfloat16: [rows, columns], strides in elements. A null `bias` means 0.
    /// `nonTemporal`: bypasses the caches, for results that are larger than these.
    void (*storeResult)(const float* c, int64_t cStride, const uint16_t* bias, int64_t rows, int64_t columns,
                        uint16_t* y, int64_t yStride, bool nonTemporal);
};

// Use amxKernels() of amx_gemm.h: the CPU may lack AMX.
extern const AmxKernels kAmxKernels;

}  // namespace fleming::inference
