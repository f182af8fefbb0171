// Tests the AMX gemm and attention, if this CPU has AMX, on fresh random operands of awkward sizes, against references
// in double.

#include "inference/kernels/cpu/amx_attention.h"
#include "inference/kernels/cpu/amx_gemm.h"
#include "tests/inference/random_matrix.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

using namespace fleming::inference;

namespace {

constexpr Bfloat16 kPoison = 0x7fc0;  // a NaN

std::vector<Bfloat16> randomBfloat16(std::int64_t count, float spread) {
    std::vector<Bfloat16> elements;
    for (const float value : randomFloats(count, spread))
        elements.push_back(toBfloat16(value));
    return elements;
}

std::vector<Bfloat16> gemm(const WeightMatrix& matrix, const Bfloat16* bias, const std::vector<Bfloat16>& x,
                           std::int64_t tokens) {
    AmxRows rows(tokens, matrix.columns);
    for (std::int64_t t = 0; t < tokens; ++t)
        rows.set(t, x.data() + t * matrix.columns);
    std::vector<Bfloat16> y(static_cast<std::size_t>(tokens * matrix.rows), kPoison);
    for (std::int64_t task = 0; task < gemmTaskCount(matrix.rows); ++task)
        amxGemm(*amxKernels(), matrix, bias, rows, task, y.data());
    return y;
}

struct Size {
    std::int64_t tokens, rows, columns;
};
constexpr Size kSizes[] = {{1, 1, 1},      {2, 5, 7},       {16, 16, 64},   {33, 37, 130},   {31, 100, 513},
                           {64, 64, 1024}, {70, 130, 1100}, {1100, 48, 96}, {40, 160, 3584}, {1300, 1024, 64}};

class Amx : public testing::Test {
protected:
    void SetUp() override {
        if (amxKernels() == nullptr) GTEST_SKIP() << "This CPU has no AMX, or FLEMING_NO_AMX is set.";
    }
};

/// Returns the tolerance of a result: one rounding to bfloat16, and float32 accumulation.
double tolerance(double value, double magnitudes) {
    return std::abs(value) / 256.0 + 1e-5 * magnitudes;
}

}  // namespace

TEST_F(Amx, MatchesReferenceInDoubleForGemm) {
    for (const WeightType type : {WeightType::bfloat16, WeightType::int8, WeightType::int4}) {
        for (const auto [tokens, rows, columns] : kSizes) {
            const RandomMatrix random(type, rows, columns);
            const std::vector<Bfloat16> x = randomBfloat16(tokens * columns, 1.0F), bias = randomBfloat16(rows, 1.0F);
            const bool withBias = columns % 2 == 0;
            const std::vector<Bfloat16> y = gemm(random.matrix, withBias ? bias.data() : nullptr, x, tokens);
            std::uniform_int_distribution<std::int64_t> anyToken(0, tokens - 1), anyRow(0, rows - 1);
            for (int i = 0; i < 500; ++i) {
                const std::int64_t t = i == 0 ? tokens - 1 : anyToken(randomNumbers()),
                                   row = i == 0 ? rows - 1 : anyRow(randomNumbers());
                double sum = withBias ? toFloat(bias[static_cast<std::size_t>(row)]) : 0.0, magnitudes = std::abs(sum);
                for (std::int64_t c = 0; c < columns; ++c) {
                    const double weight = toFloat(toBfloat16(weightAt(random.matrix, row, c)));
                    const double term = weight * toFloat(x[static_cast<std::size_t>(t * columns + c)]);
                    sum += term;
                    magnitudes += std::abs(term);
                }
                // An int4 weight near a tie may round either way: the kernel computes it with a fused multiply-add.
                const double slack =
                    type == WeightType::int4 ? magnitudes / 256.0 / std::sqrt(static_cast<double>(columns)) : 0.0;
                ASSERT_NEAR(toFloat(y[static_cast<std::size_t>(t * rows + row)]), sum,
                            tolerance(sum, magnitudes) + slack)
                    << tokens << " x " << rows << " x " << columns << " at " << t << ", " << row;
            }
            EXPECT_EQ(std::ranges::count(y, kPoison), 0);
        }
    }
}

TEST_F(Amx, ComputesEachRowIndependently) {
    const RandomMatrix random(WeightType::bfloat16, 70, 1500);
    std::vector<Bfloat16> x = randomBfloat16(90 * 1500, 1.0F);
    const std::vector<Bfloat16> all = gemm(random.matrix, nullptr, x, 90);
    const std::vector<Bfloat16> some = gemm(random.matrix, nullptr, x, 41);
    EXPECT_TRUE(std::equal(some.begin(), some.end(), all.begin()));
    x[3 * 1500 + 7] = kPoison;
    const std::vector<Bfloat16> poisoned = gemm(random.matrix, nullptr, x, 90);
    for (std::size_t t = 0; t < 90; ++t) {
        for (std::size_t row = 0; row < 70; ++row) {
            if (t == 3)
                EXPECT_TRUE(std::isnan(toFloat(poisoned[t * 70 + row])));
            else
                ASSERT_EQ(poisoned[t * 70 + row], all[t * 70 + row]);
        }
    }
}

TEST_F(Amx, ComputesAnUnnormalizedSoftmax) {
    for (const std::int64_t count : {1, 5, 16, 32, 33, 100, 1025}) {
        std::vector<float> scores = randomFloats(count, 10.0F);
        scores.front() = -1e30F;  // has a weight of almost 0 unless it is the only score
        const double largest = *std::ranges::max_element(scores);
        const std::int64_t steps = (count + kStepDepth - 1) / kStepDepth + 1;
        std::vector<Bfloat16> panel(static_cast<std::size_t>(steps * kStepElements), kPoison);
        const float returned =
            amxKernels()->exponentialRow(scores.data(), count, 0.3F, steps, panel.data() + 5 * kStepDepth);
        double sum = 0.0;
        for (std::int64_t i = 0; i < steps * kStepDepth; ++i) {
            const auto place =
                static_cast<std::size_t>(i / kStepDepth * kStepElements + 5 * kStepDepth + i % kStepDepth);
            const double expected = i < count ? std::exp(0.3 * (scores[static_cast<std::size_t>(i)] - largest)) : 0.0;
            ASSERT_NEAR(toFloat(panel[place]), expected, expected * (1.0 / 256.0 + 1e-5) + 1e-37)
                << count << " at " << i;
            sum += expected;
        }
        EXPECT_NEAR(returned, sum, 1e-5 * sum);
        EXPECT_EQ(std::ranges::count(panel, kPoison),
                  steps * (kStepElements - kStepDepth));  // the other rows are untouched

        scores.back() = std::numeric_limits<float>::quiet_NaN();
        EXPECT_TRUE(std::isnan(amxKernels()->exponentialRow(scores.data(), count, 0.3F, steps, panel.data())));
    }
}

namespace {

struct Case {
    std::int64_t tokens, length, size, group;
    bool causal;
};
constexpr Case kCases[] = {{1, 1, 8, 1, false},     {5, 5, 16, 1, false},   {33, 65, 64, 1, false},
                           {40, 40, 24, 7, true},   {70, 300, 64, 7, true}, {9, 1030, 128, 4, true},
                           {100, 257, 80, 1, false}};

}  // namespace

TEST_F(Amx, MatchesReferenceInDoubleForAttention) {
    for (const auto [tokens, length, size, group, causal] : kCases) {
        // Strides exceed the row lengths; the gaps hold poison.
        const std::int64_t stride = size * group + 3, keyStride = size + 5;
        const auto spread = [&](std::int64_t rows, std::int64_t width, std::int64_t step) {
            std::vector<Bfloat16> elements(static_cast<std::size_t>(rows * step), kPoison);
            for (std::int64_t r = 0; r < rows; ++r) {
                const std::vector<Bfloat16> row = randomBfloat16(width, 2.0F);
                std::ranges::copy(row, elements.begin() + r * step);
            }
            return elements;
        };
        const std::vector<Bfloat16> queries = spread(tokens, size * group, stride),
                                    keys = spread(length, size, keyStride), values = spread(length, size, keyStride);
        std::vector<Bfloat16> output(static_cast<std::size_t>(tokens * stride), kPoison);
        AmxHead head(*amxKernels(), length, size);
        for (std::int64_t panel = 0; panel < head.panels(); ++panel)
            head.pack(panel, {keys.data(), keyStride}, {values.data(), keyStride});
        const QueryRows rows{
            queries.data(), stride, output.data(), stride, tokens * group, group, causal ? length - tokens + 1 : length,
            causal ? 1 : 0};
        for (std::int64_t panel = 0; panel * kTilePanelRows < rows.rows; ++panel)
            head.attend(rows, panel);

        for (std::int64_t t = 0; t < tokens; ++t) {
            const std::int64_t visible = causal ? length - tokens + 1 + t : length;
            for (std::int64_t g = 0; g < group; ++g) {
                std::vector<double> weights;
                double largest = -std::numeric_limits<double>::infinity(), sum = 0.0;
                for (std::int64_t k = 0; k < visible; ++k) {
                    double score = 0.0;
                    for (std::int64_t c = 0; c < size; ++c) {
                        score += double{toFloat(queries[static_cast<std::size_t>(t * stride + g * size + c)])} *
                                 toFloat(keys[static_cast<std::size_t>(k * keyStride + c)]);
                    }
                    weights.push_back(score / std::sqrt(static_cast<double>(size)));
                    largest = std::max(largest, weights.back());
                }
                for (double& weight : weights)
                    sum += weight = std::exp(weight - largest);
                for (std::int64_t c = 0; c < size; ++c) {
                    double expected = 0.0, magnitudes = 0.0;
                    for (std::int64_t k = 0; k < visible; ++k) {
                        const double term = weights[static_cast<std::size_t>(k)] / sum *
                                            toFloat(values[static_cast<std::size_t>(k * keyStride + c)]);
                        expected += term;
                        magnitudes += std::abs(term);
                    }
                    // Each weight is rounded to bfloat16, and so is the result.
                    ASSERT_NEAR(toFloat(output[static_cast<std::size_t>(t * stride + g * size + c)]), expected,
                                std::abs(expected) / 256.0 + magnitudes / 256.0 + 1e-6)
                        << tokens << " tokens, " << length << " keys, size " << size;
                }
            }
            for (std::int64_t c = size * group; c < stride; ++c)
                EXPECT_EQ(output[static_cast<std::size_t>(t * stride + c)], kPoison);
        }
    }
}
