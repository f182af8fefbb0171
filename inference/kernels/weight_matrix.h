#pragma once

#include <cstddef>
#include <cstdint>

namespace fleming::inference {

/// How a matrix of weights lies in memory. float32, bfloat16 and float16 are row-major, as a checkpoint holds them;
/// float16 is for CUDA, no kernel of the CPU takes it. int8 and int4 lie in blocks (see below) that a product reads
/// once, from the first byte to the last.
enum class WeightType { float32, bfloat16, float16, int8, int4 };

/// A matrix [rows, columns] in memory that somebody else owns; y = W x.
struct WeightMatrix {
    WeightType type = WeightType::float32;
    std::int64_t rows = 0, columns = 0;
    const std::byte* data = nullptr;  ///< weightBytes() of them
};

/// A strip is 16 rows; a group is 64 columns, with a scale of its own in every row. A block is a strip's share of a
/// group; the blocks of a strip follow one another, and the strips too. What a matrix lacks to whole blocks is zeros.
///
/// int8 (8.25 bits a weight), w = scale * q, q from -127 to 127:
///     bfloat16 scale[16]; then for j = 0 .. 15: int8 q[16][4], row by row, of the columns 4j .. 4j + 3.
/// int4 (4.5 bits a weight), w = scale * q + minimum, q from 0 to 15:
///     bfloat16 scale[16], minimum[16]; then for j = 0 .. 7: uint8 q[16][4], row by row, of the columns 4j .. 4j + 3 in
///     the lower four bits and of the columns 32 + 4j .. 32 + 4j + 3 in the upper four.
constexpr std::int64_t kStripRows = 16;
constexpr std::int64_t kGroupColumns = 64;
constexpr std::int64_t kInt8BlockBytes = 2 * kStripRows + kStripRows * kGroupColumns;
constexpr std::int64_t kInt4BlockBytes = 4 * kStripRows + kStripRows * kGroupColumns / 2;

constexpr std::int64_t stripsOf(std::int64_t rows) {
    return (rows + kStripRows - 1) / kStripRows;
}
constexpr std::int64_t groupsOf(std::int64_t columns) {
    return (columns + kGroupColumns - 1) / kGroupColumns;
}
constexpr std::int64_t blockBytes(WeightType type) {
    return type == WeightType::int8 ? kInt8BlockBytes : kInt4BlockBytes;
}

constexpr bool isQuantized(WeightType type) {
    return type == WeightType::int8 || type == WeightType::int4;
}

/// Bytes of a matrix.
constexpr std::int64_t weightBytes(WeightType type, std::int64_t rows, std::int64_t columns) {
    switch (type) {
        case WeightType::float32:
            return 4 * rows * columns;
        case WeightType::bfloat16:
        case WeightType::float16:
            return 2 * rows * columns;
        default:
            return stripsOf(rows) * groupsOf(columns) * blockBytes(type);
    }
}

}  // namespace fleming::inference
