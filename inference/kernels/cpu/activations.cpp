#include "inference/kernels/cpu/activations.h"

#include "inference/kernels/cpu/clones.h"
#include "inference/kernels/cpu/rows.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

namespace fleming::inference {

namespace {

constexpr float kSmallest = 1e-30F;    // what is less is taken for zero
constexpr float kRound = 12582912.0F;  // 1.5 * 2^23: adding it leaves the nearest whole number in the last bits

/// All in whole numbers and without a branch, so that the compiler may use vectors.
FLEMING_FOR_EACH_CPU
void quantizeGroup(const float* x, std::int8_t* numbers, float& scale, float& sum) {
    std::uint32_t bits = 0;  // of the largest magnitude: they are in the order of the numbers
    for (std::int64_t i = 0; i < kGroupColumns; ++i) {
        const std::uint32_t magnitude = std::bit_cast<std::uint32_t>(x[i]) & 0x7fffffffU;
        bits = magnitude > bits ? magnitude : bits;
    }
    if (bits >= 0x7f800000U) {  // what is no finite number must not get lost: the sampler looks for it in the logits
        std::fill_n(numbers, kGroupColumns, std::int8_t{0});
        scale = sum = std::numeric_limits<float>::quiet_NaN();
        return;
    }
    const float largest = std::bit_cast<float>(bits), inverse = largest > kSmallest ? 127.0F / largest : 0.0F;
    std::int32_t total = 0;
    for (std::int64_t i = 0; i < kGroupColumns; ++i) {
        const std::int32_t number =
            std::bit_cast<std::int32_t>(x[i] * inverse + kRound) - std::bit_cast<std::int32_t>(kRound);
        numbers[i] = static_cast<std::int8_t>(number);
        total += number;
    }
    scale = largest / 127.0F;
    sum = scale * static_cast<float>(total);
}

}  // namespace

Activations::Activations(std::int64_t rows, std::int64_t columns)
    : rows_(rows),
      columns_(columns),
      stride_(pairedColumns(columns)),
      groups_(groupsOf(columns)),
      floats_(static_cast<std::size_t>(rows * stride_)),
      paired_(floats_.size()),
      scales_(static_cast<std::size_t>(rows * groups_)),
      sums_(scales_.size()),
      numbers_(static_cast<std::size_t>(rows * groups_ * kGroupColumns)) {}

void Activations::prepare(std::int64_t m, WeightType type) {
    prepare(m, type, 0, columns_);
}

void Activations::prepare(std::int64_t m, WeightType type, std::int64_t first, std::int64_t last) {
    if (type == WeightType::bfloat16) {
        pairRow(row(m) + first, pairedColumns(last) - first, 1.0F, paired_.data() + m * stride_ + first);
    }
    if (!isQuantized(type)) return;
    for (std::int64_t g = first / kGroupColumns; g < groupsOf(last); ++g)
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
    quantizeGroup(x, numbers_.data() + m * groups_ * kGroupColumns + first, scales_[at], sums_[at]);
}

Product Activations::product(const WeightMatrix& weights, float* y) const {
    const float* x = weights.type == WeightType::bfloat16 ? paired_.data() : floats_.data();
    return {reinterpret_cast<const std::uint8_t*>(weights.data),
            weights.rows,
            weights.columns,
            rows_,
            x,
            numbers_.data(),
            scales_.data(),
            sums_.data(),
            y};
}

}  // namespace fleming::inference
