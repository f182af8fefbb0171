#pragma once

#include <bit>
#include <cstdint>

namespace fleming::inference {

/// A bfloat16 value as stored in memory: the upper 16 bits of an IEEE 754 float.
using Bfloat16 = std::uint16_t;

/// Returns the value as a float. The conversion is exact.
inline float toFloat(Bfloat16 value) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(value) << 16);
}

/// Rounds to the nearest bfloat16, ties to even. A NaN stays a (quiet) NaN.
inline Bfloat16 toBfloat16(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    if ((bits & 0x7fffffffU) > 0x7f800000U) return static_cast<Bfloat16>((bits >> 16) | 0x40U);
    return static_cast<Bfloat16>((bits + 0x7fffU + ((bits >> 16) & 1U)) >> 16);
}

}  // namespace fleming::inference
