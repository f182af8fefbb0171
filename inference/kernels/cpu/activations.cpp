#include "inference/kernels/cpu/activations.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "inference/kernels/cpu/clones.h"

namespace fleming::inference {

namespace {

constexpr float kSmallest = 1e-30F;  // what is less is taken for zero

FLEMING_FOR_EACH_CPU
void quantizeGroup(const float* x, std::int8_t* numbers, float& scale, float& sum) {
    float largest = 0.0F, nothing = 0.0F;
    for (std::int64_t i = 0; i < kGroupColumns; ++i) {
        largest = std::max(largest, std::fabs(x[i]));
        nothing += x[i] * 0.0F;
    }
    // What is no finite number must not get lost: the sampler looks for it in the logits.
    const bool finite = nothing == 0.0F;
    const float inverse = finite && largest > kSmallest ? 127.0F / largest : 0.0F;
    std::int32_t total = 0;
    for (std::int64_t i = 0; i < kGroupColumns; ++i) {
        const float value = finite ? x[i] * inverse : 0.0F;
        const auto number = static_cast<std::int32_t>(value < 0.0F ? value - 0.5F : value + 0.5F);
        numbers[i] = static_cast<std::int8_t>(number);
        total += number;
    }
    scale = finite ? largest / 127.0F : std::numeric_limits<float>::quiet_NaN();
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
    if (type == WeightType::bfloat16) pair(m);
    if (!isQuantized(type)) return;
    for (std::int64_t g = 0; g < groups_; ++g) quantize(m, g);
}

void Activations::pair(std::int64_t m) {
    const float* x = row(m);
    float* target = paired_.data() + m * stride_;
    for (std::int64_t c = 0; c < stride_; c += 32) {
        for (std::int64_t i = 0; i < 16; ++i) {
            target[c + i] = x[c + 2 * i];
            target[c + 16 + i] = x[c + 2 * i + 1];
        }
    }
}

void Activations::quantize(std::int64_t m, std::int64_t group) {
    const std::int64_t first = group * kGroupColumns;
    std::array<float, kGroupColumns> values{};
    std::copy_n(row(m) + first, std::min(kGroupColumns, columns_ - first), values.begin());
    const auto at = static_cast<std::size_t>(m * groups_ + group);
    quantizeGroup(values.data(), numbers_.data() + m * groups_ * kGroupColumns + first, scales_[at], sums_[at]);
}

Product Activations::product(const WeightMatrix& weights, float* y) const {
    const float* x = weights.type == WeightType::bfloat16 ? paired_.data() : floats_.data();
    return {reinterpret_cast<const std::uint8_t*>(weights.data), weights.rows, weights.columns, rows_, x,
            numbers_.data(), scales_.data(), sums_.data(), y};
}

}  // namespace fleming::inference
