// Tests gemv with each SIMD table that this CPU supports, on fresh random matrices of awkward sizes, against references
// in double computed from weightAt().

#include "inference/kernels/cpu/gemv.h"

#include "tests/inference/random_matrix.h"

#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <tuple>

using namespace fleming::inference;

namespace {

struct Size {
    std::int64_t rows, columns;
};
constexpr Size kSizes[] = {{1, 1}, {5, 7}, {16, 64}, {37, 130}, {100, 513}, {48, 896}, {33, 3584}};

Activations randomActivations(std::int64_t inputs, std::int64_t columns, WeightType type) {
    Activations x(inputs, columns);
    for (std::int64_t m = 0; m < inputs; ++m) {
        const std::vector<float> values = randomFloats(columns, 1.0F);
        std::copy(values.begin(), values.end(), x.row(m));
        x.prepare(m, type);
    }
    return x;
}

/// Returns element c of input m as the kernel sees it: after quantization if the weights are quantized.
double inputAt(const GemvOperands& p, const Activations& x, WeightType type, std::int64_t m, std::int64_t c) {
    const std::int64_t groups = groupCount(x.columns());
    if (!isQuantized(type)) return x.row(m)[c];
    return double{p.scales[m * groups + c / kGroupColumns]} * p.quants[m * groups * kGroupColumns + c];
}

std::string testName(const SimdKernels& kernels, WeightType type) {
    constexpr std::array kNames{"float32", "bfloat16", "float16", "int8", "int4"};
    return nameForTest(kernels.name) + "_" + kNames[static_cast<std::size_t>(type)];
}

class Gemv : public testing::TestWithParam<std::tuple<const SimdKernels*, WeightType>> {};

}  // namespace

TEST_P(Gemv, MatchesReferenceInDouble) {
    const auto [kernels, type] = GetParam();
    for (const auto [rows, columns] : kSizes) {
        const RandomMatrix random(type, rows, columns);
        for (const std::int64_t inputs : {1, 2, 3, 7, 8, 13}) {
            const Activations x = randomActivations(inputs, columns, type);
            std::vector<float> y(static_cast<std::size_t>(inputs * rows), std::numeric_limits<float>::quiet_NaN());
            gemv(random.matrix, x, y.data(), 0, panelCount(rows), *kernels);
            const GemvOperands p = x.operands(random.matrix, y.data());
            for (std::int64_t m = 0; m < inputs; ++m) {
                for (std::int64_t row = 0; row < rows; ++row) {
                    double expected = 0.0, magnitude = 0.0;
                    for (std::int64_t c = 0; c < columns; ++c) {
                        const double term = inputAt(p, x, type, m, c) * weightAt(random.matrix, row, c);
                        expected += term;
                        magnitude += std::abs(term);
                    }
                    ASSERT_NEAR(y[static_cast<std::size_t>(m * rows + row)], expected, 2e-6 * magnitude + 1e-9)
                        << rows << " x " << columns << ", input " << m << " of " << inputs << ", row " << row;
                }
            }
        }
    }
}

TEST_P(Gemv, WritesNothingOutsideItsPanels) {
    const auto [kernels, type] = GetParam();
    constexpr std::int64_t kRows = 50, kColumns = 96, kInputs = 9;
    constexpr float kPoison = -12345.0F;
    const RandomMatrix random(type, kRows, kColumns);
    const Activations x = randomActivations(kInputs, kColumns, type);
    std::vector<float> all(kInputs * kRows, kPoison), part(kInputs * kRows + 1, kPoison);
    gemv(random.matrix, x, all.data(), 0, panelCount(kRows), *kernels);
    gemv(random.matrix, x, part.data(), 1, 2, *kernels);
    for (std::int64_t m = 0; m < kInputs; ++m) {
        for (std::int64_t row = 0; row < kRows; ++row) {
            const auto at = static_cast<std::size_t>(m * kRows + row);
            EXPECT_NE(all[at], kPoison);
            EXPECT_EQ(part[at], row >= 16 && row < 32 ? all[at] : kPoison) << m << ", " << row;
        }
    }
    EXPECT_EQ(part.back(), kPoison);
}

TEST_P(Gemv, PropagatesNanAndInfinity) {
    const auto [kernels, type] = GetParam();
    const RandomMatrix random(type, 20, 200);
    for (const float bad : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        Activations x = randomActivations(2, 200, type);
        x.row(1)[150] = bad;
        x.prepare(1, type);
        std::vector<float> y(40);
        gemv(random.matrix, x, y.data(), 0, 2, *kernels);
        for (std::size_t row = 0; row < 20; ++row) {
            EXPECT_TRUE(std::isfinite(y[row]));
            EXPECT_FALSE(std::isfinite(y[20 + row]));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(AllKernels, Gemv,
                         testing::Combine(testing::ValuesIn(supportedSimdKernels().begin(),
                                                            supportedSimdKernels().end()),
                                          testing::ValuesIn(kAllWeightTypes)),
                         [](const auto& test) { return testName(*std::get<0>(test.param), std::get<1>(test.param)); });
