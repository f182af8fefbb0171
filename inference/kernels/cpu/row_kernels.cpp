#include "inference/kernels/cpu/row_kernels.h"

#include "base/target_clones.h"
#include "inference/kernels/cpu/exponential.h"
#include "inference/kernels/cpu/maximum.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace fleming::inference {

namespace {

// The inline functions below are compiled for each target of the FLEMING_TARGET_CLONES function that calls them.

constexpr std::int64_t kLanes = 16;  // independent partial sums, so that GCC can vectorize

/// Returns the sum of the lanes. Overwrites them.
[[gnu::always_inline]] inline float reduceLanes(float (&lanes)[kLanes]) {
    for (std::int64_t half = kLanes / 2; half > 0; half /= 2) {
        for (std::int64_t lane = 0; lane < half; ++lane)
            lanes[lane] += lanes[lane + half];
    }
    return lanes[0];
}

/// Returns the sum of value(i) for i in [0, size).
template <typename Value>
[[gnu::always_inline]] inline float sum(std::int64_t size, const Value& value) {
    float lanes[kLanes] = {};
    const std::int64_t whole = size / kLanes * kLanes;
    for (std::int64_t i = 0; i < whole; i += kLanes) {
        for (std::int64_t lane = 0; lane < kLanes; ++lane)
            lanes[lane] += value(i + lane);
    }
    float total = reduceLanes(lanes);
    for (std::int64_t i = whole; i < size; ++i)
        total += value(i);
    return total;
}

[[gnu::always_inline]] inline float rmsScale(const float* x, float eps, std::int64_t size) {
    const float squares = sum(size, [x](std::int64_t i) { return x[i] * x[i]; });
    return 1.0F / std::sqrt(squares / static_cast<float>(size) + eps);
}

/// The mean and the reciprocal standard deviation of a row.
struct Moments {
    float mean = 0.0F, scale = 0.0F;
};

[[gnu::always_inline]] inline Moments moments(const float* x, float eps, std::int64_t size) {
    const float mean = sum(size, [x](std::int64_t i) { return x[i]; }) / static_cast<float>(size);
    const float squares = sum(size, [x, mean](std::int64_t i) { return (x[i] - mean) * (x[i] - mean); });
    return {mean, 1.0F / std::sqrt(squares / static_cast<float>(size) + eps)};
}

}  // namespace

FLEMING_TARGET_CLONES
void rmsNormRow(const float* x, const float* weight, float eps, std::int64_t size, float* y) {
    const float scale = rmsScale(x, eps, size);
    for (std::int64_t i = 0; i < size; ++i)
        y[i] = x[i] * scale * weight[i];
}

FLEMING_TARGET_CLONES
void rmsNormRow(const float* x, const Bfloat16* weight, float eps, std::int64_t size, Bfloat16* y) {
    const float scale = rmsScale(x, eps, size);
    for (std::int64_t i = 0; i < size; ++i)
        y[i] = toBfloat16(x[i] * scale * toFloat(weight[i]));
}

FLEMING_TARGET_CLONES
void layerNormRow(const float* x, const float* weight, const float* bias, float eps, std::int64_t size, float* y) {
    const Moments m = moments(x, eps, size);
    for (std::int64_t i = 0; i < size; ++i)
        y[i] = (x[i] - m.mean) * m.scale * weight[i] + bias[i];
}

FLEMING_TARGET_CLONES
void layerNormRow(const float* x, const Bfloat16* weight, const Bfloat16* bias, float eps, std::int64_t size,
                  Bfloat16* y) {
    const Moments m = moments(x, eps, size);
    for (std::int64_t i = 0; i < size; ++i) {
        y[i] = toBfloat16((x[i] - m.mean) * m.scale * toFloat(weight[i]) + toFloat(bias[i]));
    }
}

FLEMING_TARGET_CLONES
void addRow(float* x, const float* y, std::int64_t size) {
    for (std::int64_t i = 0; i < size; ++i)
        x[i] += y[i];
}

FLEMING_TARGET_CLONES
void addScaledRow(float* x, const float* y, const float* scale, std::int64_t size) {
    if (scale == nullptr) return addRow(x, y, size);
    for (std::int64_t i = 0; i < size; ++i)
        x[i] += y[i] * scale[i];
}

FLEMING_TARGET_CLONES
void addScaledRow(float* x, const Bfloat16* y, const Bfloat16* scale, std::int64_t size) {
    if (scale == nullptr) {
        for (std::int64_t i = 0; i < size; ++i)
            x[i] += toFloat(y[i]);
    } else {
        for (std::int64_t i = 0; i < size; ++i)
            x[i] += toFloat(y[i]) * toFloat(scale[i]);
    }
}

FLEMING_TARGET_CLONES
void swiGluRow(const float* gate, const float* up, std::int64_t size, float* y) {
    for (std::int64_t i = 0; i < size; ++i)
        y[i] = gate[i] / (1.0F + exponential(-gate[i])) * up[i];
}

FLEMING_TARGET_CLONES
void swiGluRow(const Bfloat16* gate, const Bfloat16* up, std::int64_t size, Bfloat16* y) {
    for (std::int64_t i = 0; i < size; ++i) {
        const float x = toFloat(gate[i]);
        y[i] = toBfloat16(x / (1.0F + exponential(-x)) * toFloat(up[i]));
    }
}

FLEMING_TARGET_CLONES
SoftmaxStats exponentialRow(float* scores, std::int64_t count) {
    const float max = maximum(scores, count);
    float sums[kLanes] = {};
    const auto exponentialLanes = [&](float* at) {
        for (std::int64_t lane = 0; lane < kLanes; ++lane) {
            at[lane] = exponential(at[lane] - max);
            sums[lane] += at[lane];
        }
    };
    const std::int64_t whole = count / kLanes * kLanes;
    for (std::int64_t i = 0; i < whole; i += kLanes)
        exponentialLanes(scores + i);
    if (whole < count) {
        float last[kLanes];
        std::fill_n(last, kLanes, -std::numeric_limits<float>::infinity());  // adds less than 1e-37 to the sum
        std::copy_n(scores + whole, count - whole, last);
        exponentialLanes(last);
        std::copy_n(last, count - whole, scores + whole);
    }
    return {max, reduceLanes(sums)};
}

FLEMING_TARGET_CLONES
void scaleRow(float* row, std::int64_t size, float factor) {
    for (std::int64_t i = 0; i < size; ++i)
        row[i] *= factor;
}

void softmaxRow(float* row, std::int64_t count, std::int64_t padding, float scale) {
    scaleRow(row, count, scale);
    const SoftmaxStats softmax = exponentialRow(row, count);
    scaleRow(row, count, 1.0F / softmax.sum);
    std::fill_n(row + count, padding, 0.0F);
}

FLEMING_TARGET_CLONES
void widenRow(const Bfloat16* row, std::int64_t size, float scale, float* wide) {
    for (std::int64_t i = 0; i < size; ++i)
        wide[i] = toFloat(row[i]) * scale;
}

void softmaxRow(Bfloat16* row, std::int64_t count, std::int64_t padding, float scale) {
    thread_local std::vector<float> wide;
    wide.resize(static_cast<std::size_t>(count));
    widenRow(row, count, scale, wide.data());
    const SoftmaxStats softmax = exponentialRow(wide.data(), count);
    scaleRow(wide.data(), count, 1.0F / softmax.sum);
    toBfloat16Row(wide.data(), count, row);
    std::fill_n(row + count, padding, Bfloat16{0});
}

namespace {

inline float gelu(float x) {
    const float z = std::fabs(x) * 0.707106781F;
    const float t = 1.0F / (1.0F + 0.3275911F * z);
    float p = 1.061405429F;
    p = p * t - 1.453152027F;
    p = p * t + 1.421413741F;
    p = p * t - 0.284496736F;
    p = p * t + 0.254829592F;
    const float complement = p * t * exponential(-z * z);  // 1 - erf(z)
    return x < 0.0F ? 0.5F * x * complement : x - 0.5F * x * complement;
}

}  // namespace

FLEMING_TARGET_CLONES
void geluRow(float* row, std::int64_t size) {
    for (std::int64_t i = 0; i < size; ++i)
        row[i] = gelu(row[i]);
}

FLEMING_TARGET_CLONES
void geluRow(Bfloat16* row, std::int64_t size) {
    for (std::int64_t i = 0; i < size; ++i)
        row[i] = toBfloat16(gelu(toFloat(row[i])));
}

FLEMING_TARGET_CLONES
void rotateRow(const float* x, const float* cos, const float* sin, std::int64_t size, float* y) {
    const std::int64_t half = size / 2;
    for (std::int64_t i = 0; i < half; ++i) {
        const float low = x[i], high = x[half + i];
        y[i] = low * cos[i] - high * sin[i];
        y[half + i] = high * cos[i] + low * sin[i];
    }
}

FLEMING_TARGET_CLONES
void rotateRow(const Bfloat16* x, const float* cos, const float* sin, std::int64_t size, Bfloat16* y) {
    const std::int64_t half = size / 2;
    for (std::int64_t i = 0; i < half; ++i) {
        const float low = toFloat(x[i]), high = toFloat(x[half + i]);
        y[i] = toBfloat16(low * cos[i] - high * sin[i]);
        y[half + i] = toBfloat16(high * cos[i] + low * sin[i]);
    }
}

FLEMING_TARGET_CLONES
void toBfloat16Row(const float* x, std::int64_t size, Bfloat16* y) {
    for (std::int64_t i = 0; i < size; ++i)
        y[i] = toBfloat16(x[i]);
}

FLEMING_TARGET_CLONES
void interleaveRow(const float* x, std::int64_t size, float scale, float* y) {
    for (std::int64_t c = 0; c < size; c += 32) {
        for (std::int64_t i = 0; i < 16; ++i) {
            y[c + i] = x[c + 2 * i] * scale;
            y[c + 16 + i] = x[c + 2 * i + 1] * scale;
        }
    }
}

FLEMING_TARGET_CLONES
void deinterleaveRow(const float* x, std::int64_t size, float scale, float* y) {
    for (std::int64_t c = 0; c < size; c += 32) {
        for (std::int64_t i = 0; i < 16; ++i) {
            y[c + 2 * i] = x[c + i] * scale;
            y[c + 2 * i + 1] = x[c + 16 + i] * scale;
        }
    }
}

}  // namespace fleming::inference
