// Tests the row-wise CUDA kernels and the argmax, emulated on the CPU, with fresh random operands of awkward sizes
// against references in double.
// clang-format off: the emulation of CUDA must precede the kernels
#include "tests/inference/cuda_test_values.h"
// clang-format on

#include "inference/kernels/cuda/argmax.cuh"
#include "inference/kernels/cuda/layers.cuh"
#include "inference/kernels/cuda/rows.cuh"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <vector>

namespace fleming::inference {
namespace {

template <typename T>
class CudaLayers : public testing::Test {};
TYPED_TEST_SUITE(CudaLayers, CudaElementTypes);

TYPED_TEST(CudaLayers, ComputeEmbeddingsNormsAndActivations) {
    using T = TypeParam;
    constexpr int kRows = 3;
    for (const int columns : {6, 256, 1700, 4098}) {
        const auto size = static_cast<std::size_t>(columns);
        const auto table = randomElements<T>(7 * columns), added = randomElements<T>(kRows * columns),
                   weight = randomElements<T>(columns);
        const std::vector<int> tokens{6, 0, 3};
        auto residual = poisoned<float>(kRows * columns);
        auto normed = poisoned<T>(kRows * columns);
        run({kRows}, {cuda::kRowThreads},
            [&] { cuda::embedTokens(table.data(), tokens.data(), residual.data(), columns); });
        run({kRows}, {cuda::kNormThreads}, [&] {
            cuda::addRmsNorm<T>(residual.data(), added.data(), weight.data(), 1e-6F, normed.data(), nullptr, columns);
        });
        for (std::size_t row = 0; row < kRows; ++row) {
            std::vector<double> sums;
            double squares = 0.0;
            for (std::size_t i = 0; i < size; ++i) {
                sums.push_back(double{toFloat(table[static_cast<std::size_t>(tokens[row]) * size + i])} +
                               toFloat(added[row * size + i]));
                squares += sums[i] * sums[i];
            }
            for (std::size_t i = 0; i < size; ++i) {
                const double expected = sums[i] / std::sqrt(squares / columns + 1e-6) * toFloat(weight[i]);
                ASSERT_NEAR(residual[row * size + i], sums[i], 1e-6);
                ASSERT_NEAR(toFloat(normed[row * size + i]), expected, tolerance<T>(std::abs(expected)));
            }
        }
        expectGuarded(residual);
        expectGuarded(normed);
        auto again = residual;
        expectSameGroups(normed, columns, kRows, [&](cuda::InputGroup* groups) {
            run({kRows}, {cuda::kNormThreads},
                [&] { cuda::addRmsNorm<T>(again.data(), nullptr, weight.data(), 1e-6F, nullptr, groups, columns); });
        });

        auto active = poisoned<T>(columns);
        run({count((columns + 511) / 512)}, {256},
            [&] { cuda::swiGlu<T>(table.data(), added.data(), active.data(), nullptr, columns); });
        for (std::size_t i = 0; i < size; ++i) {
            const double g = toFloat(table[i]), expected = g / (1 + std::exp(-g)) * toFloat(added[i]);
            ASSERT_NEAR(toFloat(active[i]), expected, tolerance<T>(std::abs(expected)));
        }
        expectGuarded(active);
        expectSameGroups(active, columns, 1, [&](cuda::InputGroup* groups) {
            run({count((columns + 511) / 512)}, {256},
                [&] { cuda::swiGlu<T>(table.data(), added.data(), nullptr, groups, columns); });
        });
    }
}

/// Checks the kernels for many rows, whose threads handle N elements at once, and at most K times N of a
/// row; Threads normalize a row.
template <typename T, int N, int K, int Threads>
void checkRows(int columns) {
    constexpr int kRows = 3;
    const auto size = static_cast<std::size_t>(columns);
    const auto x = randomFloats(kRows * columns, 2.0F);
    const auto added = randomElements<T>(kRows * columns), weight = randomElements<T>(columns),
               bias = randomElements<T>(columns);
    for (const bool centered : {false, true}) {
        auto normed = poisoned<T>(kRows * columns);
        constexpr unsigned kRowsPerBlock = cuda::kManyRowThreads / Threads;
        run({(kRows + kRowsPerBlock - 1) / kRowsPerBlock}, {cuda::kManyRowThreads}, [&] {
            cuda::normalizeRows<float, T, N, K, Threads>(x.data(), weight.data(), centered ? bias.data() : nullptr,
                                                         1e-5F, normed.data(), kRows, columns);
        });
        for (std::size_t row = 0; row < kRows; ++row) {
            double mean = 0.0, squares = 0.0;
            for (std::size_t i = 0; i < size && centered; ++i)
                mean += double{x[row * size + i]} / columns;
            for (std::size_t i = 0; i < size; ++i)
                squares += (x[row * size + i] - mean) * (x[row * size + i] - mean);
            for (std::size_t i = 0; i < size; ++i) {
                const double scaled =
                    (x[row * size + i] - mean) / std::sqrt(squares / columns + 1e-5) * toFloat(weight[i]);
                const double expected = scaled + (centered ? toFloat(bias[i]) : 0.0F);
                ASSERT_NEAR(toFloat(normed[row * size + i]), expected,
                            tolerance<T>(std::abs(scaled) + std::abs(expected)));
            }
        }
        expectGuarded(normed);

        std::vector<float> sums = x;
        sums.resize(x.size() + kGuard, kPoison);
        run({kRows}, {cuda::kManyRowThreads},
            [&] { cuda::addScaledRows<T, N>(sums.data(), added.data(), centered ? weight.data() : nullptr, columns); });
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double expected = x[i] + double{toFloat(added[i])} * (centered ? toFloat(weight[i % size]) : 1.0F);
            ASSERT_NEAR(sums[i], expected, 1e-5);
        }
        expectGuarded(sums);
    }
    const unsigned blocks = count((columns / N + cuda::kManyRowThreads - 1) / cuda::kManyRowThreads);
    auto gate = randomElements<T>(columns);
    gate.resize(size + kGuard, fromFloat<T>(kPoison));
    const auto before = gate;
    run({blocks}, {cuda::kManyRowThreads}, [&] { cuda::swiGluRows<T, N>(gate.data(), added.data(), columns); });
    for (std::size_t i = 0; i < size; ++i) {
        const double g = toFloat(before[i]), expected = g / (1 + std::exp(-g)) * toFloat(added[i]);
        ASSERT_NEAR(toFloat(gate[i]), expected, tolerance<T>(std::abs(expected)));
    }
    expectGuarded(gate);
}

TYPED_TEST(CudaLayers, ComputeManyRows) {
    checkRows<TypeParam, 1, 8, 32>(5);
    checkRows<TypeParam, 1, 16, 256>(1301);
    checkRows<TypeParam, 4, 8, 32>(1024);
    checkRows<TypeParam, 4, 4, 256>(3200);
}

TYPED_TEST(CudaLayers, RotateManyRows) {
    using T = TypeParam;
    constexpr int kTokens = 3, kHeads = 5, kSize = 36, kHalf = kSize / 2;
    const auto x = randomElements<T>(kTokens * kHeads * kSize);
    const auto angles = randomFloats(kTokens * kHalf, 3.0F);
    std::vector<float> cosines, sines;
    for (const float angle : angles) {
        cosines.push_back(std::cos(angle));
        sines.push_back(std::sin(angle));
    }
    auto rotated = poisoned<T>(kTokens * kHeads * kSize);
    run({kTokens}, {cuda::kManyRowThreads},
        [&] { cuda::rotateRows<T>(x.data(), cosines.data(), sines.data(), rotated.data(), kHeads, kSize); });
    for (std::size_t row = 0; row < kTokens * kHeads; ++row) {
        for (std::size_t i = 0; i < kHalf; ++i) {
            const double angle = angles[row / kHeads * kHalf + i], low = toFloat(x[row * kSize + i]),
                         high = toFloat(x[row * kSize + kHalf + i]);
            ASSERT_NEAR(toFloat(rotated[row * kSize + i]), low * std::cos(angle) - high * std::sin(angle),
                        tolerance<T>(5.0));
            ASSERT_NEAR(toFloat(rotated[row * kSize + kHalf + i]), high * std::cos(angle) + low * std::sin(angle),
                        tolerance<T>(5.0));
        }
    }
    expectGuarded(rotated);
}

TEST(CudaRotaryTable, HoldsCosinesAndSines) {
    constexpr int kHalf = 37;
    const std::vector<int> lengths{0, 3, 30000};
    const auto frequencies = randomFloats(3 * kHalf, 0.3F);
    auto table = poisoned<float>(3 * 2 * kHalf);
    run({3}, {cuda::kWarp}, [&] { cuda::computeRotaryTable(lengths.data(), frequencies.data(), table.data(), kHalf); });
    for (std::size_t m = 0; m < 3; ++m) {
        for (std::size_t i = 0; i < kHalf; ++i) {
            const double angle = double{static_cast<float>(lengths[m]) * frequencies[m * kHalf + i]};
            ASSERT_NEAR(table[m * 2 * kHalf + i], std::cos(angle), 1e-6);
            ASSERT_NEAR(table[m * 2 * kHalf + kHalf + i], std::sin(angle), 1e-6);
        }
    }
    expectGuarded(table);
}

cuda::ArgmaxToken choose(const std::vector<float>& logits) {
    std::vector<cuda::ArgmaxPartial> partials(cuda::kArgmaxBlocks);
    cuda::ArgmaxToken choice{-1, kPoison};
    run({cuda::kArgmaxBlocks}, {cuda::kArgmaxThreads},
        [&] { cuda::partialArgmax(logits.data(), static_cast<int>(logits.size()), partials.data()); });
    run({1}, {cuda::kArgmaxThreads}, [&] { cuda::finalArgmax(partials.data(), &choice); });
    return choice;
}

TEST(CudaArgmax, FindsTheMostProbableTokenAndItsProbability) {
    for (const std::int64_t size : {1, 3, 1000, 40000}) {
        std::vector<float> logits = randomFloats(size, 5.0F);
        if (size > 3) logits[1] = logits[static_cast<std::size_t>(size) - 1] = 99.0F;  // ties: the smallest id
        if (size > 3) logits[2] = -INFINITY;
        const auto best = std::ranges::max_element(logits);
        double sum = 0.0;
        for (const float logit : logits)
            sum += std::exp(double{logit} - *best);
        const cuda::ArgmaxToken chosen = choose(logits);
        EXPECT_EQ(chosen.id, best - logits.begin());
        EXPECT_NEAR(chosen.logProbability, -std::log(sum), 1e-5 * (1 + std::log(sum)));
    }
}

TEST(CudaArgmax, DetectsInvalidLogits) {
    EXPECT_FALSE(choose(std::vector<float>(50, -INFINITY)).logProbability <= 0.0F);
    std::vector<float> logits = randomFloats(3000, 1.0F);
    logits[1234] = NAN;
    EXPECT_FALSE(choose(logits).logProbability <= 0.0F);
    logits.front() = NAN;
    EXPECT_FALSE(choose(logits).logProbability <= 0.0F);
}

}  // namespace
}  // namespace fleming::inference
