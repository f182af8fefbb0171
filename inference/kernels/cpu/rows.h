#pragma once

#include "inference/kernels/bfloat16.h"

#include <cstdint>

namespace fleming::inference {

// Functions of single rows of activations. Where the numbers are bfloat16, what is between them is float32.

/// y = x / sqrt(mean(x^2) + eps) * weight. x and y may be the same.
void rmsNormRow(const float* x, const float* weight, float eps, std::int64_t size, float* y);
void rmsNormRow(const float* x, const Bfloat16* weight, float eps, std::int64_t size, Bfloat16* y);

/// y = (x - mean(x)) / sqrt(variance(x) + eps) * weight + bias. x and y may be the same.
void layerNormRow(const float* x, const float* weight, const float* bias, float eps, std::int64_t size, float* y);
void layerNormRow(const float* x, const Bfloat16* weight, const Bfloat16* bias, float eps, std::int64_t size,
                  Bfloat16* y);

/// x += y.
void addRow(float* x, const float* y, std::int64_t size);

/// x += y * scale, number by number; scale null: 1.
void addScaledRow(float* x, const float* y, const float* scale, std::int64_t size);
void addScaledRow(float* x, const Bfloat16* y, const Bfloat16* scale, std::int64_t size);

/// y = silu(gate) * up, silu(x) = x / (1 + exp(-x)). y may be gate.
void swiGluRow(const float* gate, const float* up, std::int64_t size, float* y);
void swiGluRow(const Bfloat16* gate, const Bfloat16* up, std::int64_t size, Bfloat16* y);

/// Turns scores into exp(score - largest); returns the largest and the sum. A softmax is done by dividing by the sum,
/// once all parts of the row are known.
struct Softmax {
    float largest = 0.0F, sum = 0.0F;
};
Softmax exponentialRow(float* scores, std::int64_t count);

/// softmax(scale * the first `count` of the row) in place, the sums in float32; zeros in the `rest` that follow.
void softmaxRow(float* row, std::int64_t count, std::int64_t rest, float scale);
void softmaxRow(Bfloat16* row, std::int64_t count, std::int64_t rest, float scale);

/// The exact GELU in place: x / 2 * (1 + erf(x / sqrt 2)), erf to within 2e-7 (Abramowitz and Stegun, 7.1.26).
void geluRow(float* row, std::int64_t size);
void geluRow(Bfloat16* row, std::int64_t size);

/// Rotates a head in the half-split form: pairs (x[i], x[i + size / 2]) by the angles whose cosines and sines are
/// given.
void rotateRow(const float* x, const float* cos, const float* sin, std::int64_t size, float* y);
void rotateRow(const Bfloat16* x, const float* cos, const float* sin, std::int64_t size, Bfloat16* y);

/// To bfloat16, rounded to the nearest.
void bfloat16Row(const float* x, std::int64_t size, Bfloat16* y);

/// y = x * scale, in pairs: of each 32 numbers first those at even places, then those at odd ones (pairedPlace); and
/// back into plain order. `size` is a multiple of 32.
void pairRow(const float* x, std::int64_t size, float scale, float* y);
void unpairRow(const float* x, std::int64_t size, float scale, float* y);

}  // namespace fleming::inference
