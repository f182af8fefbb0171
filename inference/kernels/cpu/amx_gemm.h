#pragma once

#include "inference/kernels/bfloat16.h"
#include "inference/kernels/cpu/amx_kernels.h"
#include "inference/kernels/weight_matrix.h"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace fleming::inference {

/// Returns the AMX kernels, or null if the CPU has no AMX, the operating system does not grant its use, or the
/// environment variable FLEMING_NO_AMX is set (for tests of the other path).
const AmxKernels* amxKernels();

/// A buffer of uninitialized elements that starts on a cache line (64 bytes).
template <typename Element>
class AlignedBuffer {
public:
    /// Grows the buffer to at least `elements` elements. Growing discards the contents. Never shrinks.
    void resize(std::int64_t elements) {
        const auto wanted = static_cast<std::size_t>(elements);
        if (wanted <= size_) return;
        constexpr std::size_t kLine = 64;
        storage_ = std::make_unique_for_overwrite<Element[]>(wanted + kLine / sizeof(Element));
        size_ = wanted;
        const std::size_t misalignment = reinterpret_cast<std::uintptr_t>(storage_.get()) % kLine;
        data_ = storage_.get() + (kLine - misalignment) % kLine / sizeof(Element);
    }
    Element* data() const { return data_; }

private:
    std::unique_ptr<Element[]> storage_;
    std::size_t size_ = 0;
    Element* data_ = nullptr;
};

/// Writes `size` elements as row `row` of a left tile panel, and zero-pads the last step.
void packLeftRow(std::uint16_t* panel, std::int64_t row, const Bfloat16* elements, std::int64_t size);

/// A bfloat16 matrix [rows, columns], packed as the left operand of an AMX gemm (layout: amx_kernels.h).
class AmxRows {
public:
    AmxRows(std::int64_t rows, std::int64_t columns);

    std::int64_t rows() const { return rows_; }
    std::int64_t columns() const { return columns_; }
    std::int64_t panels() const { return tilePanelCount(rows_); }
    std::int64_t panelElements() const { return steps_ * kStepElements; }
    const std::uint16_t* panel(std::int64_t index) const { return tiles_.data() + index * panelElements(); }

    /// Packs `columns()` elements as row `row`. Different rows may be set concurrently.
    void set(std::int64_t row, const Bfloat16* elements);

private:
    std::int64_t rows_, columns_, steps_;
    AlignedBuffer<std::uint16_t> tiles_;
};

/// Rows of the weight matrix that one task of amxGemm() computes.
constexpr std::int64_t kGemmTaskRows = 2 * kTilePanelRows;
/// Returns the number of tasks for a weight matrix with `rows` rows.
constexpr std::int64_t gemmTaskCount(std::int64_t rows) {
    return (rows + kGemmTaskRows - 1) / kGemmTaskRows;
}

/// Computes the columns [64 task, 64 task + 64) of y = x W^T + bias: x [tokens, columns], W = `weights` [rows,
/// columns], y [tokens, rows] row-major. Accumulates in float32 and rounds to bfloat16 once. `weights` are bfloat16,
/// int8 or int4; quantized weights are rounded to bfloat16. bias [rows] or null. A row of y does not depend on the
/// other rows of x. Different tasks may be computed concurrently.
void amxGemm(const AmxKernels& kernels, const WeightMatrix& weights, const Bfloat16* bias, const AmxRows& x,
             std::int64_t task, Bfloat16* y);

}  // namespace fleming::inference
