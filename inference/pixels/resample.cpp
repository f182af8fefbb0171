#include "inference/pixels/resample.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace fleming::inference {

namespace {

constexpr int kFractionBits = 22;
constexpr std::int32_t kHalf = 1 << (kFractionBits - 1);

double bicubic(double x) {
    constexpr double a = -0.5;
    x = std::abs(x);
    if (x < 1.0) return ((a + 2.0) * x - (a + 3.0)) * x * x + 1;
    if (x < 2.0) return (((x - 5) * x + 8) * x - 4) * a;
    return 0.0;
}

std::uint8_t toByte(std::int32_t sum) { return static_cast<std::uint8_t>(std::clamp(sum >> kFractionBits, 0, 255)); }

// One vector width for every machine would waste most of them; the compiler makes a version for each and picks at start.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define FLEMING_VECTOR_VERSIONS __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define FLEMING_VECTOR_VERSIONS
#endif

/// sums[i] += row[i] * weight
FLEMING_VECTOR_VERSIONS
void addWeighted(std::int32_t* __restrict sums, const std::uint8_t* __restrict row, std::int32_t weight, int size) {
    for (int i = 0; i < size; ++i) sums[i] += row[i] * weight;
}

FLEMING_VECTOR_VERSIONS
void storeBytes(std::uint8_t* __restrict output, const std::int32_t* __restrict sums, int size) {
    for (int i = 0; i < size; ++i) output[i] = toByte(sums[i]);
}

}  // namespace

const std::int32_t* ResampleWeights::of(int output) const {
    return weights.data() + static_cast<std::ptrdiff_t>(output) * stride;
}

ResampleWeights bicubicWeights(int inputSize, std::int64_t outputSize, std::int64_t begin, int count) {
    const double scale = static_cast<double>(inputSize) / static_cast<double>(outputSize);
    const double filterScale = std::max(scale, 1.0);
    const double support = 2.0 * filterScale;
    const double inverse = 1.0 / filterScale;

    ResampleWeights result;
    result.stride = static_cast<int>(std::ceil(support)) * 2 + 1;
    result.spans.reserve(static_cast<std::size_t>(count));
    result.weights.assign(static_cast<std::size_t>(count) * static_cast<std::size_t>(result.stride), 0);
    std::vector<double> exact(static_cast<std::size_t>(result.stride));
    for (int i = 0; i < count; ++i) {
        const double centre = (static_cast<double>(begin + i) + 0.5) * scale;
        const int first = std::max(0, static_cast<int>(centre - support + 0.5));
        const int size = std::min(inputSize, static_cast<int>(centre + support + 0.5)) - first;
        double sum = 0.0;
        for (int k = 0; k < size; ++k) {
            exact[static_cast<std::size_t>(k)] = bicubic((k + first - centre + 0.5) * inverse);
            sum += exact[static_cast<std::size_t>(k)];
        }
        std::int32_t* weights = result.weights.data() + static_cast<std::ptrdiff_t>(i) * result.stride;
        for (int k = 0; k < size; ++k) {
            const double weight = sum != 0.0 ? exact[static_cast<std::size_t>(k)] / sum : exact[static_cast<std::size_t>(k)];
            const double scaled = weight * (1 << kFractionBits);
            weights[k] = static_cast<std::int32_t>(weight < 0 ? scaled - 0.5 : scaled + 0.5);
        }
        result.spans.push_back({first, size});
    }
    return result;
}

void resampleRows(const std::uint8_t* input, int inputWidth, int rows, const ResampleWeights& weights, std::uint8_t* output) {
    const int outputWidth = static_cast<int>(weights.spans.size());
    for (int y = 0; y < rows; ++y) {
        const std::uint8_t* row = input + static_cast<std::ptrdiff_t>(y) * inputWidth * 3;
        for (int x = 0; x < outputWidth; ++x, output += 3) {
            const auto [first, count] = weights.spans[static_cast<std::size_t>(x)];
            const std::int32_t* weight = weights.of(x);
            const std::uint8_t* pixel = row + static_cast<std::ptrdiff_t>(first) * 3;
            std::int32_t red = kHalf;
            std::int32_t green = kHalf;
            std::int32_t blue = kHalf;
            for (int k = 0; k < count; ++k, pixel += 3) {
                red += pixel[0] * weight[k];
                green += pixel[1] * weight[k];
                blue += pixel[2] * weight[k];
            }
            output[0] = toByte(red);
            output[1] = toByte(green);
            output[2] = toByte(blue);
        }
    }
}

void resampleColumns(const std::uint8_t* input, int rowBytes, const ResampleWeights& weights, std::uint8_t* output) {
    std::vector<std::int32_t> sums(static_cast<std::size_t>(rowBytes));
    for (int y = 0; y < static_cast<int>(weights.spans.size()); ++y, output += rowBytes) {
        const auto [first, count] = weights.spans[static_cast<std::size_t>(y)];
        std::fill(sums.begin(), sums.end(), kHalf);
        for (int k = 0; k < count; ++k) {
            addWeighted(sums.data(), input + static_cast<std::ptrdiff_t>(first + k) * rowBytes, weights.of(y)[k], rowBytes);
        }
        storeBytes(output, sums.data(), rowBytes);
    }
}

}  // namespace fleming::inference
