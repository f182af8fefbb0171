#pragma once

#include <stdint.h>

namespace fleming::inference {

/// Columns in whole steps of 32: as long as a row of inputs is in memory.
constexpr int64_t pairedColumns(int64_t columns) {
    return (columns + 31) / 32 * 32;
}

/// Where column c lies in a row whose columns are in pairs: of each 32 the even ones first.
constexpr int64_t pairedPlace(int64_t c) {
    return c / 32 * 32 + c % 2 * 16 + c % 32 / 2;
}

/// The operands of y = W x as the kernels take them: nothing but numbers and addresses (see vectors.h). For the layouts
/// see weight_matrix.h and activations.h.
struct Product {
    const uint8_t* weights;
    int64_t rows, columns;
    int64_t inputs;         ///< how many x and y there are
    const float* x;         ///< [inputs, pairedColumns(columns)]; for float32 weights in order, for bfloat16 in pairs
    const int8_t* numbers;  ///< [inputs, groups * kGroupColumns]; these three for int8 and int4 weights
    const float* scales;    ///< [inputs, groups]
    const float* sums;      ///< [inputs, groups]
    float* y;               ///< [inputs, rows]
};

/// A kernel: the rows of the strips [first, last) of all y.
using StripsKernel = void (*)(const Product& product, int64_t first, int64_t last);

/// The operands of one token's attention over some tokens, for the query heads that share a key head. Rows of queries
/// and of what is mixed are pairedColumns(size) long; where keys and values are bfloat16, each whole 32 of their
/// columns have the even ones first.
struct Attention {
    const void *keys, *values;  ///< [tokens, size], float32 or bfloat16
    int64_t tokens, size;
    int64_t heads;
    const float* queries;  ///< [heads, size]
    float* scores;         ///< [heads, tokens]: a scores kernel writes them, a mix kernel takes them as shares
    float* mixed;          ///< [heads, size]: sum over the tokens of share * value
};
using AttentionKernel = void (*)(const Attention& attention);

/// The kernels of one instruction set.
struct Kernels {
    const char* name;
    StripsKernel float32, bfloat16, int8, int4;
    AttentionKernel scoresFloat32, scoresBfloat16, mixFloat32, mixBfloat16;
};

}  // namespace fleming::inference
