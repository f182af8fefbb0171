#pragma once

#include <bit>
#include <cstdint>

namespace fleming::inference {

/// Returns e^x with an error of at most 2 ULP. Has no branch and no call, so that GCC vectorizes loops over it.
/// x is clamped to [-87.3, 88.3], which gives about 1.2e-38 and 2e38. A NaN gives a NaN.
/// Method: x = n ln 2 + r with |r| <= ln 2 / 2; e^r by the polynomial of expf in the Cephes library (S. Moshier).
inline float exponential(float x) {
    constexpr float kLog2e = 1.44269504F, kLn2High = 0.693359375F, kLn2Low = -2.12194440e-4F;
    constexpr float kRound = 12582912.0F;         // 1.5 * 2^23: x + kRound has round(x) in its low mantissa bits
    const float above = -87.3F > x ? -87.3F : x;  // this order of operands keeps a NaN
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
