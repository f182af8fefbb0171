// Tests the row-wise kernels against references in double.

#include "inference/kernels/cpu/row_kernels.h"

#include "inference/kernels/cpu/exponential.h"
#include "inference/kernels/cpu/maximum.h"
#include "inference/kernels/cpu/simd_kernels.h"
#include "tests/inference/random_matrix.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <vector>

using namespace fleming::inference;

TEST(RowKernels, ComputeExponentialsWithinTwoUlp) {
    for (double x = -87.0; x < 88.0; x += 0.00137) {
        const auto narrow = static_cast<float>(x);
        EXPECT_NEAR(exponential(narrow) / std::exp(double{narrow}), 1.0, 2.4e-7) << narrow;
    }
    EXPECT_EQ(exponential(0.0F), 1.0F);
    EXPECT_LT(exponential(-1000.0F), 1e-37F);
    EXPECT_LT(exponential(-std::numeric_limits<float>::infinity()), 1e-37F);
    EXPECT_GT(exponential(1000.0F), 1e38F);
    EXPECT_TRUE(std::isnan(exponential(std::numeric_limits<float>::quiet_NaN())));
}

TEST(RowKernels, MatchReferenceForSoftmaxAndZeroThePadding) {
    for (const std::int64_t count : {1, 5, 16, 33, 1025}) {
        std::vector<float> row = randomFloats(count + 3, 4.0F);
        const std::vector<float> scores = row;
        double sum = 0.0;
        for (std::int64_t i = 0; i < count; ++i)
            sum += std::exp(0.125 * scores[static_cast<std::size_t>(i)]);
        softmaxRow(row.data(), count, 2, 0.125F);
        for (std::int64_t i = 0; i < count; ++i) {
            const auto at = static_cast<std::size_t>(i);
            EXPECT_NEAR(row[at], std::exp(0.125 * scores[at]) / sum, 1e-6);
        }
        EXPECT_EQ(row[static_cast<std::size_t>(count)], 0.0F);
        EXPECT_EQ(row[static_cast<std::size_t>(count) + 1], 0.0F);
        EXPECT_EQ(row[static_cast<std::size_t>(count) + 2], scores[static_cast<std::size_t>(count) + 2]);

        std::vector<Bfloat16> narrow;
        for (const float score : scores)
            narrow.push_back(toBfloat16(score));
        softmaxRow(narrow.data(), count, 2, 0.125F);
        for (std::int64_t i = 0; i < count; ++i) {
            const auto at = static_cast<std::size_t>(i);
            EXPECT_NEAR(toFloat(narrow[at]), row[at], 0.02F * row[at] + 1e-6F);
        }
        EXPECT_EQ(narrow[static_cast<std::size_t>(count)], 0);
    }
}

TEST(RowKernels, PropagateNanInSoftmax) {
    std::vector<float> row(40, 1.0F);
    row[7] = std::numeric_limits<float>::quiet_NaN();
    softmaxRow(row.data(), 40, 0, 1.0F);
    EXPECT_TRUE(std::isnan(row[7]));
}

TEST(RowKernels, ComputeExactGelu) {
    std::vector<float> row = randomFloats(1000, 3.0F);
    row.insert(row.end(), {0.0F, -0.0F, 30.0F, -30.0F, 1e-8F});
    const std::vector<float> x = row;
    geluRow(row.data(), static_cast<std::int64_t>(row.size()));
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double expected = 0.5 * x[i] * (1.0 + std::erf(x[i] / std::sqrt(2.0)));
        EXPECT_NEAR(row[i], expected, 5e-7 * (1.0 + std::abs(x[i]))) << x[i];
    }
}

TEST(RowKernels, MatchReferenceForSwiGluAndRmsNorm) {
    const std::vector<float> gate = randomFloats(77, 2.0F), up = randomFloats(77, 2.0F);
    std::vector<float> y(77);
    swiGluRow(gate.data(), up.data(), 77, y.data());
    for (std::size_t i = 0; i < y.size(); ++i)
        EXPECT_NEAR(y[i], gate[i] / (1.0 + std::exp(-double{gate[i]})) * up[i], 1e-5);
    double squares = 0.0;
    for (const float x : gate)
        squares += double{x} * x;
    rmsNormRow(gate.data(), up.data(), 1e-6F, 77, y.data());
    for (std::size_t i = 0; i < y.size(); ++i)
        EXPECT_NEAR(y[i], gate[i] / std::sqrt(squares / 77 + 1e-6) * up[i], 1e-5);
}

TEST(RowKernels, MatchReferenceForLayerNorm) {
    for (const std::int64_t size : {1, 16, 77}) {
        const std::vector<float> x = randomFloats(size, 2.0F), weight = randomFloats(size, 1.0F),
                                 bias = randomFloats(size, 1.0F);
        double mean = 0.0, variance = 0.0;
        for (const float value : x)
            mean += double{value} / static_cast<double>(size);
        for (const float value : x)
            variance += (value - mean) * (value - mean) / static_cast<double>(size);
        std::vector<float> y(x.size());
        layerNormRow(x.data(), weight.data(), bias.data(), 1e-6F, size, y.data());
        std::vector<Bfloat16> narrowWeight, narrowBias, narrow(x.size());
        for (const float value : weight)
            narrowWeight.push_back(toBfloat16(value));
        for (const float value : bias)
            narrowBias.push_back(toBfloat16(value));
        layerNormRow(x.data(), narrowWeight.data(), narrowBias.data(), 1e-6F, size, narrow.data());
        for (std::size_t i = 0; i < y.size(); ++i) {
            const double expected = (x[i] - mean) / std::sqrt(variance + 1e-6) * weight[i] + bias[i];
            EXPECT_NEAR(y[i], expected, 2e-5);
            const double rounded =
                (x[i] - mean) / std::sqrt(variance + 1e-6) * toFloat(narrowWeight[i]) + toFloat(narrowBias[i]);
            EXPECT_NEAR(toFloat(narrow[i]), rounded, 0.004 * std::abs(rounded) + 1e-4);
        }
    }
}

TEST(RowKernels, MatchFloat32ForBfloat16) {
    for (const std::int64_t size : {1, 16, 77}) {
        std::vector<Bfloat16> gate, up, narrow(static_cast<std::size_t>(size) + 1, 0x7777);
        for (const float x : randomFloats(size, 2.0F))
            gate.push_back(toBfloat16(x));
        for (const float x : randomFloats(size, 2.0F))
            up.push_back(toBfloat16(x));
        const auto widened = [](const std::vector<Bfloat16>& row) {
            std::vector<float> wide;
            for (const Bfloat16 x : row)
                wide.push_back(toFloat(x));
            return wide;
        };
        const std::vector<float> wideGate = widened(gate), wideUp = widened(up), x = randomFloats(size, 2.0F);
        std::vector<float> y(static_cast<std::size_t>(size));
        const auto expectSame = [&] {
            for (std::size_t i = 0; i < y.size(); ++i)
                EXPECT_NEAR(toFloat(narrow[i]), y[i], 0.004F * std::abs(y[i]));
            EXPECT_EQ(narrow.back(), 0x7777);
        };
        swiGluRow(wideGate.data(), wideUp.data(), size, y.data());
        swiGluRow(gate.data(), up.data(), size, narrow.data());
        expectSame();
        swiGluRow(gate.data(), up.data(), size, gate.data());
        EXPECT_TRUE(std::equal(gate.begin(), gate.end(), narrow.begin()));
        rmsNormRow(x.data(), wideUp.data(), 1e-6F, size, y.data());
        rmsNormRow(x.data(), up.data(), 1e-6F, size, narrow.data());
        expectSame();
    }
}

TEST(RowKernels, MatchReferenceForAddScaledRow) {
    const std::vector<float> start = randomFloats(77, 1.0F), y = randomFloats(77, 1.0F), scale = randomFloats(77, 1.0F);
    std::vector<Bfloat16> narrow(77), narrowScale(77);
    toBfloat16Row(y.data(), 77, narrow.data());
    toBfloat16Row(scale.data(), 77, narrowScale.data());
    for (const bool scaled : {false, true}) {
        std::vector<float> wide = start, accumulated = start;
        addScaledRow(wide.data(), y.data(), scaled ? scale.data() : nullptr, 77);
        addScaledRow(accumulated.data(), narrow.data(), scaled ? narrowScale.data() : nullptr, 77);
        for (std::size_t i = 0; i < 77; ++i) {
            EXPECT_NEAR(wide[i], double{start[i]} + double{y[i]} * (scaled ? scale[i] : 1.0F), 1e-5);
            EXPECT_NEAR(accumulated[i],
                        double{start[i]} + double{toFloat(narrow[i])} * (scaled ? toFloat(narrowScale[i]) : 1.0F),
                        1e-5);
        }
    }
}

TEST(RowKernels, InvertRotationByTheOppositeAngle) {
    const std::vector<float> x = randomFloats(64, 1.0F);
    std::vector<float> cos(32), sin(32), back(32), y(64), z(64);
    for (std::size_t i = 0; i < 32; ++i) {
        cos[i] = std::cos(0.3F * static_cast<float>(i));
        sin[i] = std::sin(0.3F * static_cast<float>(i));
        back[i] = -sin[i];
    }
    rotateRow(x.data(), cos.data(), sin.data(), 64, y.data());
    EXPECT_NEAR(y[5], x[5] * cos[5] - x[37] * sin[5], 1e-6);
    rotateRow(y.data(), cos.data(), back.data(), 64, z.data());
    for (std::size_t i = 0; i < 64; ++i)
        EXPECT_NEAR(z[i], x[i], 1e-5);

    std::vector<Bfloat16> narrow(64), rotatedBack(64);
    toBfloat16Row(y.data(), 64, narrow.data());
    rotateRow(narrow.data(), cos.data(), back.data(), 64, rotatedBack.data());
    for (std::size_t i = 0; i < 64; ++i)
        EXPECT_NEAR(toFloat(rotatedBack[i]), x[i], 2.0F / 256.0F * std::hypot(x[i], x[(i + 32) % 64]));
}

TEST(RowKernels, HandleInfinityAndNanInMaximum) {
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    EXPECT_EQ(maximum(nullptr, 0), -kInfinity);
    for (const std::int64_t count : {1, 15, 16, 17, 1000}) {
        for (const float shift : {-5.0F, 0.0F, 5.0F}) {
            std::vector<float> row = randomFloats(count, 1.0F);
            for (float& x : row)
                x += shift;
            EXPECT_EQ(maximum(row.data(), count), *std::ranges::max_element(row));
            row[static_cast<std::size_t>(count / 2)] = kInfinity;
            EXPECT_EQ(maximum(row.data(), count), kInfinity);
            row[static_cast<std::size_t>(count / 2)] = std::numeric_limits<float>::quiet_NaN();
            EXPECT_TRUE(std::isnan(maximum(row.data(), count)));
            row.assign(row.size(), -kInfinity);
            EXPECT_EQ(maximum(row.data(), count), -kInfinity);
        }
    }
}

TEST(RowKernels, InvertInterleavingByDeinterleaving) {
    const std::vector<float> row = randomFloats(96, 1.0F);
    std::vector<float> interleaved(96), back(96);
    interleaveRow(row.data(), 96, 2.0F, interleaved.data());
    for (std::int64_t c = 0; c < 96; ++c) {
        EXPECT_EQ(interleaved[static_cast<std::size_t>(interleavedIndex(c))], 2.0F * row[static_cast<std::size_t>(c)]);
    }
    deinterleaveRow(interleaved.data(), 96, 0.5F, back.data());
    EXPECT_EQ(back, row);
}
