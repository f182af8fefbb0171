#pragma once

#include <bit>
#include <cstdint>
#include <limits>

namespace fleming::inference {

/// Returns the maximum of `x[0..count)`, or -inf if `count` is 0. Unspecified if any element is NaN.
/// Compares integers whose order is that of the floats: GCC vectorizes a maximum only of integers without -ffast-math.
[[gnu::always_inline]] inline float maximum(const float* x, std::int64_t count) {
    const auto ordered = [](std::int32_t bits) { return bits ^ ((bits >> 31) & 0x7fffffff); };  // its own inverse
    std::int32_t max = ordered(std::bit_cast<std::int32_t>(-std::numeric_limits<float>::infinity()));
    for (std::int64_t i = 0; i < count; ++i) {
        const std::int32_t value = ordered(std::bit_cast<std::int32_t>(x[i]));
        max = value > max ? value : max;
    }
    return std::bit_cast<float>(ordered(max));
}

}  // namespace fleming::inference
