#include "inference/pixels/resample.h"

#include "base/target_clones.h"

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

std::uint8_t toByte(std::int32_t sum) {
    return static_cast<std::uint8_t>(std::clamp(sum >> kFractionBits, 0, 255));
}

/// Red, green, blue and an unused element in one register.
using Pixel = std::int32_t __attribute__((vector_size(16)));

/// Resamples one row. Every sum has `taps` terms, so that no branch is mispredicted; the weights past a span are 0.
FLEMING_AVX2_CLONES
void resampleRow(const Pixel* __restrict row, const ResampleWeights& weights, int taps,
                 std::uint8_t* __restrict output) {
    const std::int32_t* weight = weights.weights.data();
    for (const ResampleWeights::Span& span : weights.spans) {
        const Pixel* pixel = row + span.first;
        Pixel sum = {kHalf, kHalf, kHalf, kHalf};
        for (int k = 0; k < taps; ++k)
            sum += pixel[k] * weight[k];
        sum >>= kFractionBits;
        sum = sum < 0 ? Pixel{} : sum;
        sum = sum > 255 ? Pixel{} + 255 : sum;
        for (int channel = 0; channel < 3; ++channel)
            output[channel] = static_cast<std::uint8_t>(sum[channel]);
        output += 3;
        weight += weights.stride;
    }
}

/// Computes one output row: the weighted sum of `count` rows of `rowBytes` bytes.
FLEMING_AVX2_CLONES
void addRows(const std::uint8_t* __restrict rows, int rowBytes, const std::int32_t* __restrict weights, int count,
             std::uint8_t* __restrict output) {
    constexpr int kBlock = 32;  // sums in registers
    for (int begin = 0; begin < rowBytes; begin += kBlock) {
        const int size = std::min(kBlock, rowBytes - begin);
        std::int32_t sums[kBlock];
        std::fill_n(sums, kBlock, kHalf);
        const std::uint8_t* row = rows + begin;
        if (size == kBlock) {
            for (int k = 0; k < count; ++k, row += rowBytes) {
                for (int i = 0; i < kBlock; ++i)
                    sums[i] += row[i] * weights[k];
            }
        } else {
            for (int k = 0; k < count; ++k, row += rowBytes) {
                for (int i = 0; i < size; ++i)
                    sums[i] += row[i] * weights[k];
            }
        }
        for (int i = 0; i < size; ++i)
            output[begin + i] = toByte(sums[i]);
    }
}

}  // namespace

const std::int32_t* ResampleWeights::row(int output) const {
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
            const double weight =
                sum != 0.0 ? exact[static_cast<std::size_t>(k)] / sum : exact[static_cast<std::size_t>(k)];
            const double scaled = weight * (1 << kFractionBits);
            weights[k] = static_cast<std::int32_t>(weight < 0 ? scaled - 0.5 : scaled + 0.5);
        }
        result.spans.push_back({first, size});
    }
    return result;
}

void resampleRows(const std::uint8_t* input, int inputWidth, int rows, const ResampleWeights& weights,
                  std::uint8_t* output) {
    int taps = 0;
    for (const ResampleWeights::Span& span : weights.spans)
        taps = std::max(taps, span.count);
    std::vector<Pixel> row(static_cast<std::size_t>(inputWidth) + static_cast<std::size_t>(taps));
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < inputWidth; ++x, input += 3)
            row[static_cast<std::size_t>(x)] = Pixel{input[0], input[1], input[2], 0};
        resampleRow(row.data(), weights, taps, output);
        output += weights.spans.size() * 3;
    }
}

void resampleColumns(const std::uint8_t* input, int rowBytes, const ResampleWeights& weights, std::uint8_t* output) {
    for (int y = 0; y < static_cast<int>(weights.spans.size()); ++y, output += rowBytes) {
        const auto [first, count] = weights.spans[static_cast<std::size_t>(y)];
        addRows(input + static_cast<std::ptrdiff_t>(first) * rowBytes, rowBytes, weights.row(y), count, output);
    }
}

}  // namespace fleming::inference
