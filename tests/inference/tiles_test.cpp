// Products and attention in tiles, where this machine has them, on fresh random numbers of awkward sizes, against sums
// in double.

#include "inference/kernels/cpu/tiles.h"

#include "inference/kernels/cpu/tile_attention.h"
#include "tests/inference/random_matrix.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

using namespace fleming::inference;

namespace {

constexpr Bfloat16 kPoison = 0x7fc0;  // not a number

std::vector<Bfloat16> randomBfloat16(std::int64_t count, float spread) {
    std::vector<Bfloat16> numbers;
    for (const float value : randomFloats(count, spread))
        numbers.push_back(toBfloat16(value));
    return numbers;
}

std::vector<Bfloat16> product(const WeightMatrix& matrix, const Bfloat16* bias, const std::vector<Bfloat16>& x,
                              std::int64_t tokens) {
    TiledRows rows(tokens, matrix.columns);
    for (std::int64_t t = 0; t < tokens; ++t)
        rows.set(t, x.data() + t * matrix.columns);
    std::vector<Bfloat16> y(static_cast<std::size_t>(tokens * matrix.rows), kPoison);
    for (std::int64_t task = 0; task < tileTasksOf(matrix.rows); ++task)
        multiplyTiles(*tileKernelsHere(), matrix, bias, rows, task, y.data());
    return y;
}

struct Size {
    std::int64_t tokens, rows, columns;
};
constexpr Size kSizes[] = {{1, 1, 1},      {2, 5, 7},       {16, 16, 64},   {33, 37, 130},   {31, 100, 513},
                           {64, 64, 1024}, {70, 130, 1100}, {1100, 48, 96}, {40, 160, 3584}, {1300, 1024, 64}};

class Tiles : public testing::Test {
protected:
    void SetUp() override {
        if (tileKernelsHere() == nullptr) GTEST_SKIP() << "This machine has no tiles.";
    }
};

/// Half of a bfloat16's last place, and what sums in float32 lose.
double tolerance(double value, double magnitudes) {
    return std::abs(value) / 256.0 + 1e-5 * magnitudes;
}

}  // namespace

TEST_F(Tiles, productsAgreeWithSumsInDouble) {
    for (const WeightType type : {WeightType::bfloat16, WeightType::int8, WeightType::int4}) {
        for (const auto [tokens, rows, columns] : kSizes) {
            const RandomMatrix random(type, rows, columns);
            const std::vector<Bfloat16> x = randomBfloat16(tokens * columns, 1.0F), bias = randomBfloat16(rows, 1.0F);
            const bool withBias = columns % 2 == 0;
            const std::vector<Bfloat16> y = product(random.matrix, withBias ? bias.data() : nullptr, x, tokens);
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
                // int4 may round a weight to either side where a fused product and sum differs from a separate one.
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

TEST_F(Tiles, aRowDoesNotDependOnTheOthers) {
    const RandomMatrix random(WeightType::bfloat16, 70, 1500);
    std::vector<Bfloat16> x = randomBfloat16(90 * 1500, 1.0F);
    const std::vector<Bfloat16> all = product(random.matrix, nullptr, x, 90);
    const std::vector<Bfloat16> some = product(random.matrix, nullptr, x, 41);
    EXPECT_TRUE(std::equal(some.begin(), some.end(), all.begin()));
    x[3 * 1500 + 7] = kPoison;
    const std::vector<Bfloat16> poisoned = product(random.matrix, nullptr, x, 90);
    for (std::size_t t = 0; t < 90; ++t) {
        for (std::size_t row = 0; row < 70; ++row) {
            if (t == 3)
                EXPECT_TRUE(std::isnan(toFloat(poisoned[t * 70 + row])));
            else
                ASSERT_EQ(poisoned[t * 70 + row], all[t * 70 + row]);
        }
    }
}

TEST_F(Tiles, sharesAreASoftmaxBeforeItIsDivided) {
    for (const std::int64_t count : {1, 5, 16, 32, 33, 100, 1025}) {
        std::vector<float> scores = randomFloats(count, 10.0F);
        scores.front() = -1e30F;  // next to nothing, if it is not alone
        const double largest = *std::ranges::max_element(scores);
        const std::int64_t steps = (count + kStepTerms - 1) / kStepTerms + 1;
        std::vector<Bfloat16> band(static_cast<std::size_t>(steps * kStepNumbers), kPoison);
        const float told = tileKernelsHere()->share(scores.data(), count, 0.3F, steps, band.data() + 5 * kStepTerms);
        double sum = 0.0;
        for (std::int64_t i = 0; i < steps * kStepTerms; ++i) {
            const auto place =
                static_cast<std::size_t>(i / kStepTerms * kStepNumbers + 5 * kStepTerms + i % kStepTerms);
            const double expected = i < count ? std::exp(0.3 * (scores[static_cast<std::size_t>(i)] - largest)) : 0.0;
            ASSERT_NEAR(toFloat(band[place]), expected, expected * (1.0 / 256.0 + 1e-5) + 1e-37)
                << count << " at " << i;
            sum += expected;
        }
        EXPECT_NEAR(told, sum, 1e-5 * sum);
        EXPECT_EQ(std::ranges::count(band, kPoison), steps * (kStepNumbers - kStepTerms));  // the other rows

        scores.back() = std::numeric_limits<float>::quiet_NaN();
        EXPECT_TRUE(std::isnan(tileKernelsHere()->share(scores.data(), count, 0.3F, steps, band.data())));
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

TEST_F(Tiles, attentionAgreesWithSumsInDouble) {
    for (const auto [tokens, length, size, group, causal] : kCases) {
        // Strides are wider than the numbers, and what lies between is poison.
        const std::int64_t stride = size * group + 3, keyStride = size + 5;
        const auto spread = [&](std::int64_t rows, std::int64_t width, std::int64_t step) {
            std::vector<Bfloat16> numbers(static_cast<std::size_t>(rows * step), kPoison);
            for (std::int64_t r = 0; r < rows; ++r) {
                const std::vector<Bfloat16> row = randomBfloat16(width, 2.0F);
                std::ranges::copy(row, numbers.begin() + r * step);
            }
            return numbers;
        };
        const std::vector<Bfloat16> queries = spread(tokens, size * group, stride),
                                    keys = spread(length, size, keyStride), values = spread(length, size, keyStride);
        std::vector<Bfloat16> mixed(static_cast<std::size_t>(tokens * stride), kPoison);
        TiledHead head(*tileKernelsHere(), length, size);
        for (std::int64_t band = 0; band < head.bands(); ++band)
            head.pack(band, {keys.data(), keyStride}, {values.data(), keyStride});
        const HeadQueries rows{
            queries.data(), stride, mixed.data(), stride, tokens * group, group, causal ? length - tokens + 1 : length,
            causal ? 1 : 0};
        for (std::int64_t band = 0; band * kBandRows < rows.rows; ++band)
            head.attend(rows, band);

        for (std::int64_t t = 0; t < tokens; ++t) {
            const std::int64_t visible = causal ? length - tokens + 1 + t : length;
            for (std::int64_t g = 0; g < group; ++g) {
                std::vector<double> shares;
                double largest = -std::numeric_limits<double>::infinity(), sum = 0.0;
                for (std::int64_t k = 0; k < visible; ++k) {
                    double score = 0.0;
                    for (std::int64_t c = 0; c < size; ++c) {
                        score += double{toFloat(queries[static_cast<std::size_t>(t * stride + g * size + c)])} *
                                 toFloat(keys[static_cast<std::size_t>(k * keyStride + c)]);
                    }
                    shares.push_back(score / std::sqrt(static_cast<double>(size)));
                    largest = std::max(largest, shares.back());
                }
                for (double& share : shares)
                    sum += share = std::exp(share - largest);
                for (std::int64_t c = 0; c < size; ++c) {
                    double expected = 0.0, magnitudes = 0.0;
                    for (std::int64_t k = 0; k < visible; ++k) {
                        const double term = shares[static_cast<std::size_t>(k)] / sum *
                                            toFloat(values[static_cast<std::size_t>(k * keyStride + c)]);
                        expected += term;
                        magnitudes += std::abs(term);
                    }
                    // Each share is off by half of its last place, the result too.
                    ASSERT_NEAR(toFloat(mixed[static_cast<std::size_t>(t * stride + g * size + c)]), expected,
                                std::abs(expected) / 256.0 + magnitudes / 256.0 + 1e-6)
                        << tokens << " tokens, " << length << " keys, size " << size;
                }
            }
            for (std::int64_t c = size * group; c < stride; ++c)
                EXPECT_EQ(mixed[static_cast<std::size_t>(t * stride + c)], kPoison);
        }
    }
}
