#include "inference/kernels/cpu/activations.h"

#include "base/target_clones.h"
#include "inference/kernels/cpu/row_kernels.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

namespace fleming::inference {

namespace {

constexpr float kMinMagnitude = 1e-30F;  // groups with smaller values become zero
constexpr float kRound = 12582912.0F;    // 1.5 * 2^23: x + kRound has round(x) in its low mantissa bits

/// Quantizes one group. The loops use integers and have no branches, so that GCC vectorizes them.
FLEMING_TARGET_CLONES
void quantizeGroup(const float* x, std::int8_t* quants, float& scale, float& sum) {
    std::uint32_t bits = 0;  // of the maximum magnitude; non-negative floats are ordered as their bits
    for (std::int64_t i = 0; i < kGroupColumns; ++i) {
        const std::uint32_t magnitude = std::bit_cast<std::uint32_t>(x[i]) & 0x7fffffffU;
        bits = magnitude > bits ? magnitude : bits;
    }
    if (bits >= 0x7f800000U) {  // NaN or infinity: reaches the logits, where the sampler detects it
        std::fill_n(quants, kGroupColumns, std::int8_t{0});
        scale = sum = std::numeric_limits<float>::quiet_NaN();
        return;
    }
    const float maximum = std::bit_cast<float>(bits), inverse = maximum > kMinMagnitude ? 127.0F / maximum : 0.0F;
    std::int32_t total = 0;
    for (std::int64_t i = 0; i < kGroupColumns; ++i) {
        const std::int32_t quant =
            std::bit_cast<std::int32_t>(x[i] * inverse + kRound) - std::bit_cast<std::int32_t>(kRound);
        quants[i] = static_cast<std::int8_t>(quant);
        total += quant;
    }
    scale = maximum / 127.0F;
    sum = scale * static_cast<float>(total);
}

}  // namespace

Activations::Activations(std::int64_t rows, std::int64_t columns)
    : rows_(rows),
      columns_(columns),
      stride_(paddedColumns(columns)),
      groups_(groupCount(columns)),
      floats_(static_cast<std::size_t>(rows * stride_)),
      interleaved_(floats_.size()),
      scales_(static_cast<std::size_t>(rows * groups_)),
      sums_(scales_.size()),
      quants_(static_cast<std::size_t>(rows * groups_ * kGroupColumns)) {}

void Activations::prepare(std::int64_t m, WeightType type) {
    prepare(m, type, 0, columns_);
}

void Activations::prepare(std::int64_t m, WeightType type, std::int64_t first, std::int64_t last) {
    if (type == WeightType::bfloat16) {
        interleaveRow(row(m) + first, paddedColumns(last) - first, 1.0F, interleaved_.data() + m * stride_ + first);
    }
    if (!isQuantized(type)) return;
    for (std::int64_t g = first / kGroupColumns; g < groupCount(last); ++g)
        quantize(m, g);
}

void Activations::quantize(std::int64_t m, std::int64_t group) {
    const std::int64_t first = group * kGroupColumns;
    const float* x = row(m) + first;
    std::array<float, kGroupColumns> last{};
    if (columns_ - first < kGroupColumns) {
        std::copy_n(x, columns_ - first, last.begin());
        x = last.data();
    }
    const auto at = static_cast<std::size_t>(m * groups_ + group);
    quantizeGroup(x, quants_.data() + m * groups_ * kGroupColumns + first, scales_[at], sums_[at]);
}

GemvOperands Activations::operands(const WeightMatrix& weights, float* y) const {
    const float* x = weights.type == WeightType::bfloat16 ? interleaved_.data() : floats_.data();
    return {reinterpret_cast<const std::uint8_t*>(weights.data),
            weights.rows,
            weights.columns,
            rows_,
            x,
            quants_.data(),
            scales_.data(),
            sums_.data(),
            y};
}

}  // namespace fleming::inference
