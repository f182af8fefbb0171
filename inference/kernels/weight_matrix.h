#pragma once

#include <cstddef>
#include <cstdint>

namespace fleming::inference {

/// The element type and memory layout of a weight matrix. float32, bfloat16 and float16 are row-major, as in a
/// checkpoint; float16 is only for CUDA. int8 and int4 are stored in quantized blocks, described below.
enum class WeightType { float32, bfloat16, float16, int8, int4 };

/// A non-owning view of a weight matrix W [rows, columns] of a linear layer y = W x.
struct WeightMatrix {
    WeightType type = WeightType::float32;
    std::int64_t rows = 0, columns = 0;
    const std::byte* data = nullptr;  ///< weightBytes(type, rows, columns) bytes
};

/// Layout of quantized matrices. A *panel* is 16 consecutive rows. A *group* is 64 consecutive columns; each row of a
/// group has its own scale. A *block* is the intersection of a panel and a group. The blocks of a panel are stored in
/// the order of their columns, and the panels in the order of their rows, so that a gemv reads the matrix sequentially.
/// Partial panels and groups are padded with zeros.
///
/// int8 block (8.25 bits per weight), w = scale * q, q in [-127, 127]:
///
///     bfloat16 scale[16]
///     int8     q[16][16][4]       // [j][row][i]: column 4 j + i of the group
///
/// int4 block (4.5 bits per weight), w = scale * q + minimum, q in [0, 15]:
///
///     bfloat16 scale[16]
///     bfloat16 minimum[16]
///     uint8    q[8][16][4]        // [j][row][i]: column 4 j + i in the low nibble, column 32 + 4 j + i in the high
///     one
///
/// The formats correspond to Q8_0 and Q4_1 of llama.cpp, with bfloat16 scales, groups of 64 in place of 32, and 16 rows
/// interleaved for SIMD.
constexpr std::int64_t kPanelRows = 16;
constexpr std::int64_t kGroupColumns = 64;
constexpr std::int64_t kInt8BlockBytes = 2 * kPanelRows + kPanelRows * kGroupColumns;
constexpr std::int64_t kInt4BlockBytes = 4 * kPanelRows + kPanelRows * kGroupColumns / 2;

/// Returns the number of panels of a matrix with `rows` rows, including a partial last one.
constexpr std::int64_t panelCount(std::int64_t rows) {
    return (rows + kPanelRows - 1) / kPanelRows;
}
/// Returns the number of groups of a row with `columns` columns, including a partial last one.
constexpr std::int64_t groupCount(std::int64_t columns) {
    return (columns + kGroupColumns - 1) / kGroupColumns;
}
/// Returns the bytes of one block. `type` is int8 or int4.
constexpr std::int64_t blockBytes(WeightType type) {
    return type == WeightType::int8 ? kInt8BlockBytes : kInt4BlockBytes;
}

/// Returns true if matrices of this type are stored in blocks.
constexpr bool isQuantized(WeightType type) {
    return type == WeightType::int8 || type == WeightType::int4;
}

/// Returns the bytes of a matrix [rows, columns], padding included.
constexpr std::int64_t weightBytes(WeightType type, std::int64_t rows, std::int64_t columns) {
    switch (type) {
        case WeightType::float32:
            return 4 * rows * columns;
        case WeightType::bfloat16:
        case WeightType::float16:
            return 2 * rows * columns;
        default:
            return panelCount(rows) * groupCount(columns) * blockBytes(type);
    }
}

}  // namespace fleming::inference
