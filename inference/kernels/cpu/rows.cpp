#include "inference/kernels/cpu/rows.h"

#include <algorithm>
#include <cmath>

#include "inference/kernels/cpu/clones.h"

namespace fleming::inference {

FLEMING_FOR_EACH_CPU
void rmsNormRow(const float* x, const float* weight, float eps, std::int64_t size, float* y) {
    constexpr std::int64_t kLanes = 16;  // sums side by side, so that the compiler may use vectors
    float lanes[kLanes] = {};
    const std::int64_t whole = size / kLanes * kLanes;
    for (std::int64_t i = 0; i < whole; i += kLanes) {
        for (std::int64_t lane = 0; lane < kLanes; ++lane) lanes[lane] += x[i + lane] * x[i + lane];
    }
    float sum = 0.0F;
    for (const float lane : lanes) sum += lane;
    for (std::int64_t i = whole; i < size; ++i) sum += x[i] * x[i];
    const float scale = 1.0F / std::sqrt(sum / static_cast<float>(size) + eps);
    for (std::int64_t i = 0; i < size; ++i) y[i] = x[i] * scale * weight[i];
}

FLEMING_FOR_EACH_CPU
void addRow(float* x, const float* y, std::int64_t size) {
    for (std::int64_t i = 0; i < size; ++i) x[i] += y[i];
}

void swiGluRow(const float* gate, const float* up, std::int64_t size, float* y) {
    for (std::int64_t i = 0; i < size; ++i) y[i] = gate[i] / (1.0F + std::exp(-gate[i])) * up[i];
}

Softmax exponentialRow(float* scores, std::int64_t count) {
    Softmax result{*std::max_element(scores, scores + count), 0.0F};
    for (std::int64_t i = 0; i < count; ++i) {
        scores[i] = std::exp(scores[i] - result.largest);
        result.sum += scores[i];
    }
    return result;
}

FLEMING_FOR_EACH_CPU
void rotateRow(const float* x, const float* cos, const float* sin, std::int64_t size, float* y) {
    const std::int64_t half = size / 2;
    for (std::int64_t i = 0; i < half; ++i) {
        const float low = x[i], high = x[half + i];
        y[i] = low * cos[i] - high * sin[i];
        y[half + i] = high * cos[i] + low * sin[i];
    }
}

FLEMING_FOR_EACH_CPU
void bfloat16Row(const float* x, std::int64_t size, Bfloat16* y) {
    for (std::int64_t i = 0; i < size; ++i) y[i] = toBfloat16(x[i]);
}

}  // namespace fleming::inference
