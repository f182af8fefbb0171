#pragma once

#include <bit>
#include <cstdint>

namespace fleming::inference {

/// e^x to within two units in the last place, without a branch or a call, so that a loop over it becomes vectors. Below
/// -87.3 it is the smallest normal float or less, above 88.3 about 2e38; a NaN gives a NaN.
/// Method: x = n ln 2 + r, |r| <= ln 2 / 2, and e^r by the polynomial of the Cephes library's expf (S. Moshier).
inline float exponential(float x) {
    constexpr float kLog2e = 1.44269504F, kLn2High = 0.693359375F, kLn2Low = -2.12194440e-4F;
    constexpr float kRound = 12582912.0F;  // 1.5 * 2^23: adding it leaves the nearest whole number in the last bits
    const float above = -87.3F > x ? -87.3F : x;  // so written that a NaN stays
    const float bounded = 88.3F < above ? 88.3F : above;
    const float shifted = bounded * kLog2e + kRound;
    const float n = shifted - kRound;
    const float r = bounded - n * kLn2High - n * kLn2Low;
    float p = 1.9875691500e-4F;
    p = p * r + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    const float value = p * r * r + r + 1.0F;
    const std::uint32_t exponent = (std::bit_cast<std::uint32_t>(shifted) << 23) + 0x3f800000U;
    return value * std::bit_cast<float>(exponent);
}

}  // namespace fleming::inference
