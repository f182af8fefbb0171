// Operands and function tables of the SIMD kernels. The kernels are templates (gemv_kernels.h, attention_kernels.h)
// that simd_kernels_*.cpp compile once for each instruction set (simd_kernel_table.h). This header contains only plain
// data and constexpr functions; see simd.h for the reason.
#pragma once

#include <stdint.h>

namespace fleming::inference {

/// Returns `columns` rounded up to a multiple of 32: the row stride, in floats, of activations in memory.
constexpr int64_t paddedColumns(int64_t columns) {
    return (columns + 31) / 32 * 32;
}

/// The interleaved layout of float32 rows that are multiplied with bfloat16 matrices. In each 32 columns, the even
/// columns precede the odd ones:
///
///     column   0  2  4 ... 30 | 1  3  5 ... 31 | 32 34 ... 62 | 33 35 ... 63 | ...
///     index    0  1  2 ... 15 |16 17 18 ... 31 | 32 33 ... 47 | 48 49 ... 63 | ...
///
/// One load of 32 bfloat16 weights, viewed as 16 lanes of 32 bits, gives the even columns by a shift and the odd
/// columns by a mask. So the weights need no shuffle.
///
/// Returns the index of column `c` in an interleaved row.
constexpr int64_t interleavedIndex(int64_t c) {
    return c / 32 * 32 + c % 2 * 16 + c % 32 / 2;
}

/// Operands of y = W x for a few inputs x ("gemv"). W is a matrix in the layout of weight_matrix.h; the activations
/// are those of activations.h.
struct GemvOperands {
    const uint8_t* weights;  ///< W [rows, columns]
    int64_t rows, columns;
    int64_t inputs;        ///< number of vectors x and y
    const float* x;        ///< [inputs, paddedColumns(columns)], for float32 W; interleaved for bfloat16 W
    const int8_t* quants;  ///< [inputs, groups * kGroupColumns], for int8 and int4 W, as are scales and sums
    const float* scales;   ///< [inputs, groups]
    const float* sums;     ///< [inputs, groups]: sum of the dequantized x of the group
    float* y;              ///< [inputs, rows]
};

/// Computes the rows of the panels [firstPanel, lastPanel) of y for all inputs.
using GemvKernel = void (*)(const GemvOperands& operands, int64_t firstPanel, int64_t lastPanel);

/// Operands of the attention of one token over `tokens` cached tokens, for the query heads that share a key head.
/// Rows of queries and output are paddedColumns(headSize) floats. If keys and values are bfloat16, queries are
/// interleaved, and output is interleaved in its whole 32 columns; a remainder of less than 32 columns is in plain
/// order in the output.
struct AttentionOperands {
    const void *keys, *values;  ///< [tokens, headSize], float32 or bfloat16
    int64_t tokens, headSize;
    int64_t heads;
    const float* queries;  ///< [heads, headSize]
    float* scores;         ///< [heads, tokens]: written by the scores kernel, read as weights by the weighted sum
    float* output;         ///< [heads, headSize]: sum over tokens of weight * value
};
using AttentionKernel = void (*)(const AttentionOperands& operands);

/// The kernels of one instruction set. A gemv kernel computes a row of y in the same order of operations for any number
/// of inputs, so the result for an input does not depend on the others.
struct SimdKernels {
    const char* name;
    GemvKernel gemvFloat32, gemvBfloat16, gemvInt8, gemvInt4;  ///< by the type of W
    AttentionKernel scoresFloat32, scoresBfloat16;             ///< scores = query . key
    AttentionKernel weightedSumFloat32, weightedSumBfloat16;   ///< output = sum of weights * values
};

// Use supportedSimdKernels() of gemv.h: the CPU may lack the instructions of a table.
extern const SimdKernels kAvx512Kernels, kAvx2Kernels, kPortableKernels;

}  // namespace fleming::inference
