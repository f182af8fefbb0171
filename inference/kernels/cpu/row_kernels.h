#pragma once

#include "inference/kernels/bfloat16.h"

#include <cstdint>

namespace fleming::inference {

// Row-wise kernels: each works on one row of `size` contiguous elements in the calling thread. The bfloat16 overloads
// accumulate in float32 and round the result to nearest even.

/// Computes RMSNorm: y = x / sqrt(mean(x^2) + eps) * weight. `y` may alias `x`.
void rmsNormRow(const float* x, const float* weight, float eps, std::int64_t size, float* y);
void rmsNormRow(const float* x, const Bfloat16* weight, float eps, std::int64_t size, Bfloat16* y);

/// Computes LayerNorm: y = (x - mean(x)) / sqrt(variance(x) + eps) * weight + bias. `y` may alias `x`.
void layerNormRow(const float* x, const float* weight, const float* bias, float eps, std::int64_t size, float* y);
void layerNormRow(const float* x, const Bfloat16* weight, const Bfloat16* bias, float eps, std::int64_t size,
                  Bfloat16* y);

/// Computes x += y.
void addRow(float* x, const float* y, std::int64_t size);

/// Computes x += y * scale, element by element. A null `scale` means 1.
void addScaledRow(float* x, const float* y, const float* scale, std::int64_t size);
void addScaledRow(float* x, const Bfloat16* y, const Bfloat16* scale, std::int64_t size);

/// Computes SwiGLU: y = silu(gate) * up, silu(x) = x / (1 + exp(-x)). `y` may alias `gate`.
void swiGluRow(const float* gate, const float* up, std::int64_t size, float* y);
void swiGluRow(const Bfloat16* gate, const Bfloat16* up, std::int64_t size, Bfloat16* y);

/// The maximum of a row of scores, and the sum of exp(score - maximum): the softmax sum.
struct SoftmaxStats {
    float maximum = 0.0F, sum = 0.0F;
};

/// Replaces each of `scores[0..count)` by exp(score - maximum) and returns the statistics. The caller divides by the
/// sum once all parts of the row are known (online softmax).
SoftmaxStats exponentialRow(float* scores, std::int64_t count);

/// Replaces `row[0..count)` by softmax(scale * row[0..count)) and the `padding` elements after it by zeros.
void softmaxRow(float* row, std::int64_t count, std::int64_t padding, float scale);
void softmaxRow(Bfloat16* row, std::int64_t count, std::int64_t padding, float scale);

/// Applies the exact GELU in place: x / 2 * (1 + erf(x / sqrt(2))), with an error of erf of at most 2e-7 (Abramowitz
/// and Stegun, formula 7.1.26).
void geluRow(float* row, std::int64_t size);
void geluRow(Bfloat16* row, std::int64_t size);

/// Applies rotary position embedding to one head, in the half-split form of Qwen2: rotates (x[i], x[i + size / 2]) by
/// the angle with cosine cos[i] and sine sin[i], i < size / 2. `y` must not alias `x` partially.
void rotateRow(const float* x, const float* cos, const float* sin, std::int64_t size, float* y);
void rotateRow(const Bfloat16* x, const float* cos, const float* sin, std::int64_t size, Bfloat16* y);

/// Converts a row to bfloat16, rounding to nearest even.
void toBfloat16Row(const float* x, std::int64_t size, Bfloat16* y);

/// Computes y = x * scale in the interleaved layout (see interleavedIndex()). `size` is a multiple of 32.
void interleaveRow(const float* x, std::int64_t size, float scale, float* y);
/// Computes y = x * scale from an interleaved row x. `size` is a multiple of 32.
void deinterleaveRow(const float* x, std::int64_t size, float scale, float* y);

}  // namespace fleming::inference
