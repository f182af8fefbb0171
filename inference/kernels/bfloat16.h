#pragma once

#include <bit>
#include <cstdint>

namespace fleming::inference {

/// The upper half of a float's bits.
using Bfloat16 = std::uint16_t;

inline float toFloat(Bfloat16 value) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(value) << 16);
}

/// Rounded to the nearest, to even where two are equally near; a NaN stays one.
inline Bfloat16 toBfloat16(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    if ((bits & 0x7fffffffU) > 0x7f800000U) return static_cast<Bfloat16>((bits >> 16) | 0x40U);
    return static_cast<Bfloat16>((bits + 0x7fffU + ((bits >> 16) & 1U)) >> 16);
}

}  // namespace fleming::inference
