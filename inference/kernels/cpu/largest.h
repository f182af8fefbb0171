#pragma once

#include <bit>
#include <cstdint>
#include <limits>

namespace fleming::inference {

/// The largest of `count` numbers; minus infinity where there are none. Where a NaN is among them, that or a number.
/// In whole numbers that have the same order, since only of these does the compiler make vectors.
[[gnu::always_inline]] inline float largestOf(const float* x, std::int64_t count) {
    const auto ordered = [](std::int32_t bits) { return bits ^ ((bits >> 31) & 0x7fffffff); };  // its own inverse
    std::int32_t largest = ordered(std::bit_cast<std::int32_t>(-std::numeric_limits<float>::infinity()));
    for (std::int64_t i = 0; i < count; ++i) {
        const std::int32_t value = ordered(std::bit_cast<std::int32_t>(x[i]));
        largest = value > largest ? value : largest;
    }
    return std::bit_cast<float>(ordered(largest));
}

}  // namespace fleming::inference
