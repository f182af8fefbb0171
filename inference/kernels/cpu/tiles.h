#pragma once

#include "inference/kernels/bfloat16.h"
#include "inference/kernels/cpu/tile_kernels.h"
#include "inference/kernels/weight_matrix.h"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace fleming::inference {

/// The kernels of this machine's tile registers; null where it has none, the system does not let us use them, or the
/// variable FLEMING_NO_TILES is set (for tests of what other machines do).
const TileKernels* tileKernelsHere();

/// Room for numbers, on a multiple of 64 bytes.
template <typename Number>
class TileBuffer {
public:
    /// What was there is lost where it grows; new room holds anything.
    void resize(std::int64_t numbers) {
        const auto wanted = static_cast<std::size_t>(numbers);
        if (wanted <= size_) return;
        constexpr std::size_t kLine = 64;
        room_ = std::make_unique_for_overwrite<Number[]>(wanted + kLine / sizeof(Number));
        size_ = wanted;
        const std::size_t past = reinterpret_cast<std::uintptr_t>(room_.get()) % kLine;
        data_ = room_.get() + (kLine - past) % kLine / sizeof(Number);
    }
    Number* data() const { return data_; }

private:
    std::unique_ptr<Number[]> room_;
    std::size_t size_ = 0;
    Number* data_ = nullptr;
};

/// Puts `size` numbers into a row of a left band, and zeros after them where a step is not full.
void setBandRow(std::uint16_t* band, std::int64_t row, const Bfloat16* numbers, std::int64_t size);

/// Rows of bfloat16 numbers, packed as the left side of a product in tiles.
class TiledRows {
public:
    TiledRows(std::int64_t rows, std::int64_t columns);

    std::int64_t rows() const { return rows_; }
    std::int64_t columns() const { return columns_; }
    std::int64_t bands() const { return bandsOf(rows_); }
    std::int64_t bandNumbers() const { return steps_ * kStepNumbers; }
    const std::uint16_t* band(std::int64_t index) const { return tiles_.data() + index * bandNumbers(); }

    /// Takes `columns()` numbers for a row. Different rows may be set by different threads.
    void set(std::int64_t row, const Bfloat16* numbers);

private:
    std::int64_t rows_, columns_, steps_;
    TileBuffer<std::uint16_t> tiles_;
};

/// Rows of a matrix that are one task of a product in tiles.
constexpr std::int64_t kTileTaskRows = 2 * kBandRows;
constexpr std::int64_t tileTasksOf(std::int64_t rows) {
    return (rows + kTileTaskRows - 1) / kTileTaskRows;
}

/// The rows [64 task, 64 task + 64) of y = x W^T + bias, rounded to bfloat16 once: y [x.rows(), weights.rows]; sums in
/// float32. weights: bfloat16, int8 or int4 (rounded to bfloat16); their columns are x's. bias [weights.rows], or null.
/// A row of y does not depend on how many there are. Different tasks may be done by different threads.
void multiplyTiles(const TileKernels& kernels, const WeightMatrix& weights, const Bfloat16* bias, const TiledRows& x,
                   std::int64_t task, Bfloat16* y);

}  // namespace fleming::inference
