// The CUDA kernels on an emulation of CUDA, on fresh random numbers of awkward sizes, against plain sums in double. Results
// are poisoned before, and what lies behind them is looked at after.
#include "tests/inference/cuda_emulation.h"

#include "inference/kernels/cuda/attention.cuh"
#include "inference/kernels/cuda/choice.cuh"
#include "inference/kernels/cuda/layers.cuh"
#include "inference/kernels/cuda/products.cuh"

#include <bit>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "tests/inference/random_matrix.h"

namespace fleming::inference {
namespace {

using cuda::Bf16;
using cuda::Fp16;
using cuda::fromFloat;
using cuda::toFloat;

constexpr float kPoison = 12345.0F;
constexpr std::size_t kGuard = 40;

unsigned count(std::int64_t value) { return static_cast<unsigned>(value); }

template <typename T>
std::vector<T> numbers(const std::vector<float>& values) {
    std::vector<T> result;
    for (const float value : values) result.push_back(fromFloat<T>(value));
    return result;
}

template <typename T>
std::vector<T> randomNumbersOf(std::int64_t size, float spread = 1.0F) { return numbers<T>(randomFloats(size, spread)); }

template <typename T>
std::vector<T> poisoned(std::int64_t size) {
    return std::vector<T>(static_cast<std::size_t>(size) + kGuard, fromFloat<T>(kPoison));
}

template <typename T>
void expectGuarded(const std::vector<T>& values) {
    for (std::size_t i = values.size() - kGuard; i < values.size(); ++i) ASSERT_EQ(toFloat(values[i]), toFloat(fromFloat<T>(kPoison)));
}

/// How far a result may lie from the exact one: sums in float, and one rounding to T.
template <typename T>
double tolerance(double magnitude) {
    const double rounding = std::is_same_v<T, float> ? 0.0 : std::is_same_v<T, Fp16> ? 0x1p-11 : 0x1p-8;
    return magnitude * (rounding + 1e-5) + 1e-6;
}

template <typename T>
class CudaKernels : public testing::Test {};
using Types = testing::Types<float, Bf16, Fp16>;
TYPED_TEST_SUITE(CudaKernels, Types);

TEST(CudaNumbers, HalvesAreThoseOfTheStandard) {
    for (unsigned bits = 0; bits < 0x10000U; ++bits) {
        const float value = toFloat(Fp16{static_cast<unsigned short>(bits)});
        if (std::isnan(value)) continue;
        ASSERT_EQ(fromFloat<Fp16>(value).bits, bits) << value;
        ASSERT_EQ(toFloat(fromFloat<Bf16>(toFloat(Bf16{static_cast<unsigned short>(bits)}))), toFloat(Bf16{static_cast<unsigned short>(bits)}));
    }
    EXPECT_EQ(toFloat(fromFloat<Fp16>(1.0F + 0x1p-11F)), 1.0F);  // to even
    EXPECT_EQ(toFloat(fromFloat<Fp16>(1.0F + 3 * 0x1p-11F)), 1.0F + 0x1p-9F);
    EXPECT_EQ(toFloat(fromFloat<Bf16>(1.0F + 0x1p-8F)), 1.0F);
    EXPECT_TRUE(std::isnan(toFloat(fromFloat<Bf16>(NAN))));
}

TYPED_TEST(CudaKernels, ProductsWithPlainMatrices) {
    using T = TypeParam;
    for (const auto& [rows, columns] : {std::pair{1, 8}, {5, 24}, {37, 264}, {12, 1000}}) {
        constexpr int kInputs = 3;
        const auto w = randomNumbersOf<T>(std::int64_t{rows} * columns, 0.1F), x = randomNumbersOf<T>(kInputs * columns), bias = randomNumbersOf<T>(rows);
        auto y = poisoned<float>(kInputs * rows);
        run({count((rows + cuda::kRowsInBlock - 1) / cuda::kRowsInBlock)}, {cuda::kRowsInBlock * cuda::kWarp},
            [&, r = rows, c = columns] { cuda::multiplyPlain<T, float, kInputs>(w.data(), x.data(), bias.data(), y.data(), r, c); });
        for (int m = 0; m < kInputs; ++m) {
            for (int row = 0; row < rows; ++row) {
                double sum = toFloat(bias[static_cast<std::size_t>(row)]), magnitude = 0.0;
                for (int c = 0; c < columns; ++c) {
                    const double part = double{toFloat(w[static_cast<std::size_t>(row * columns + c)])} * toFloat(x[static_cast<std::size_t>(m * columns + c)]);
                    sum += part;
                    magnitude += std::abs(part);
                }
                ASSERT_NEAR(y[static_cast<std::size_t>(m * rows + row)], sum, tolerance<float>(magnitude));
            }
        }
        expectGuarded(y);
    }
}

template <typename T, int Bits>
void checkQuantized(std::int64_t rows, std::int64_t columns) {
    constexpr int kInputs = 2;
    const RandomMatrix random(Bits == 8 ? WeightType::int8 : WeightType::int4, rows, columns);
    const auto* bytes = reinterpret_cast<const unsigned char*>(random.bytes.data());
    alignas(16) std::vector<unsigned char> aligned(random.bytes.size() + 16);
    auto* start = reinterpret_cast<unsigned char*>((reinterpret_cast<std::uintptr_t>(aligned.data()) + 15) / 16 * 16);
    std::copy(bytes, bytes + random.bytes.size(), start);
    const auto x = randomNumbersOf<T>(kInputs * columns), bias = randomNumbersOf<T>(rows);
    auto y = poisoned<T>(kInputs * rows);
    run({count(stripsOf(rows))}, {cuda::kStripWarps * cuda::kWarp}, [&] {
        cuda::multiplyQuantized<T, T, Bits, kInputs>(start, x.data(), bias.data(), y.data(), static_cast<int>(rows), static_cast<int>(columns));
    });
    for (std::int64_t m = 0; m < kInputs; ++m) {
        for (std::int64_t row = 0; row < rows; ++row) {
            double sum = toFloat(bias[static_cast<std::size_t>(row)]), magnitude = std::abs(sum);
            for (std::int64_t c = 0; c < columns; ++c) {
                const double part = double{weightAt(random.matrix, row, c)} * toFloat(x[static_cast<std::size_t>(m * columns + c)]);
                sum += part;
                magnitude += std::abs(part);
            }
            ASSERT_NEAR(toFloat(y[static_cast<std::size_t>(m * rows + row)]), sum, tolerance<T>(magnitude)) << rows << " x " << columns;
        }
    }
    expectGuarded(y);

    auto plain = poisoned<T>(stripsOf(rows) * kStripRows * columns);
    run({count(groupsOf(columns)), count(stripsOf(rows))}, {cuda::kWarp},
        [&] { cuda::dequantize<T, Bits>(start, plain.data(), static_cast<int>(columns)); });
    for (std::int64_t row = 0; row < rows; ++row) {
        for (std::int64_t c = 0; c < columns; ++c)
            ASSERT_EQ(toFloat(plain[static_cast<std::size_t>(row * columns + c)]), toFloat(fromFloat<T>(weightAt(random.matrix, row, c)))) << row << ", " << c << " of " << rows << " x " << columns;
    }
    expectGuarded(plain);
}

TYPED_TEST(CudaKernels, ProductsWithQuantizedMatrices) {
    for (const auto& [rows, columns] : {std::pair{1, 1}, {16, 64}, {37, 130}, {20, 1000}}) {
        checkQuantized<TypeParam, 8>(rows, columns);
        checkQuantized<TypeParam, 4>(rows, columns);
    }
}

TYPED_TEST(CudaKernels, EmbeddingsNormsAndActivations) {
    using T = TypeParam;
    constexpr int kRows = 3;
    for (const int columns : {5, 256, 700}) {
        const auto size = static_cast<std::size_t>(columns);
        const auto table = randomNumbersOf<T>(7 * columns), added = randomNumbersOf<T>(kRows * columns), weight = randomNumbersOf<T>(columns);
        const std::vector<int> tokens{6, 0, 3};
        auto residual = poisoned<float>(kRows * columns);
        auto normed = poisoned<T>(kRows * columns);
        run({kRows}, {cuda::kRowThreads}, [&] { cuda::embed(table.data(), tokens.data(), residual.data(), columns); });
        run({kRows}, {cuda::kRowThreads}, [&] { cuda::addAndNormalise(residual.data(), added.data(), weight.data(), 1e-6F, normed.data(), columns); });
        for (std::size_t row = 0; row < kRows; ++row) {
            std::vector<double> sums;
            double squares = 0.0;
            for (std::size_t i = 0; i < size; ++i) {
                sums.push_back(double{toFloat(table[static_cast<std::size_t>(tokens[row]) * size + i])} + toFloat(added[row * size + i]));
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

        auto active = poisoned<T>(columns);
        run({count((columns + 255) / 256)}, {256}, [&] { cuda::swiGlu(table.data(), added.data(), active.data(), columns); });
        for (std::size_t i = 0; i < size; ++i) {
            const double g = toFloat(table[i]), expected = g / (1 + std::exp(-g)) * toFloat(added[i]);
            ASSERT_NEAR(toFloat(active[i]), expected, tolerance<T>(std::abs(expected)));
        }
        expectGuarded(active);
    }
}

/// One layer's attention of a new token after `before` others, from the projections to the result.
template <typename T, int PerLane>
void checkAttention(int before, int heads, int keyHeads, unsigned partCount) {
    constexpr int kSize = PerLane * cuda::kWarp, kHalf = kSize / 2;
    const int capacity = before + 3, group = heads / keyHeads;
    auto query = randomNumbersOf<T>(heads * kSize);
    const auto key = randomNumbersOf<T>(keyHeads * kSize), value = randomNumbersOf<T>(keyHeads * kSize);
    const auto cacheSize = std::int64_t{keyHeads} * capacity * kSize;
    auto keys = randomNumbersOf<T>(cacheSize), values = randomNumbersOf<T>(cacheSize);
    const std::vector<T> oldQuery = query, oldKeys = keys, oldValues = values;
    const std::vector<float> frequencies = [] {
        std::vector<float> all;
        for (int i = 0; i < kHalf; ++i) all.push_back(std::pow(10000.0F, -static_cast<float>(i) / kHalf));
        return all;
    }();
    const cuda::LayerCache<T> cache{keys.data(), values.data(), &before, capacity};
    run({count(heads + keyHeads)}, {cuda::kWarp}, [&] {
        cuda::rotateAndStore(query.data(), key.data(), value.data(), cache, frequencies.data(), heads, kSize);
    });
    const auto rotated = [&](const std::vector<T>& from, int head, int i) {
        const double angle = double{static_cast<float>(before) * frequencies[static_cast<std::size_t>(i % kHalf)]};
        const double low = toFloat(from[static_cast<std::size_t>(head * kSize + i % kHalf)]), high = toFloat(from[static_cast<std::size_t>(head * kSize + i % kHalf + kHalf)]);
        return i < kHalf ? low * std::cos(angle) - high * std::sin(angle) : high * std::cos(angle) + low * std::sin(angle);
    };
    for (int head = 0; head < heads; ++head) {
        for (int i = 0; i < kSize; ++i) ASSERT_NEAR(toFloat(query[static_cast<std::size_t>(head * kSize + i)]), rotated(oldQuery, head, i), tolerance<T>(5.0));
    }
    for (int head = 0; head < keyHeads; ++head) {
        for (int token = 0; token < capacity; ++token) {
            for (int i = 0; i < kSize; ++i) {
                const auto at = static_cast<std::size_t>((head * capacity + token) * kSize + i);
                if (token == before) {
                    ASSERT_NEAR(toFloat(keys[at]), rotated(key, head, i), tolerance<T>(5.0));
                    ASSERT_EQ(toFloat(values[at]), toFloat(value[static_cast<std::size_t>(head * kSize + i)]));
                } else {
                    ASSERT_EQ(toFloat(keys[at]), toFloat(oldKeys[at]));
                    ASSERT_EQ(toFloat(values[at]), toFloat(oldValues[at]));
                }
            }
        }
    }

    auto parts = poisoned<float>(std::int64_t{heads} * partCount * cuda::kPartRows);
    auto result = poisoned<T>(heads * kSize);
    run({count(keyHeads), partCount}, {cuda::kAttentionWarps * cuda::kWarp}, [&] { cuda::attendParts<T, PerLane>(query.data(), cache, parts.data(), group); });
    run({count(heads)}, {64}, [&] { cuda::combineParts<T>(parts.data(), result.data(), static_cast<int>(partCount), kSize); });
    for (int head = 0; head < heads; ++head) {
        const auto first = static_cast<std::size_t>(head / group * capacity * kSize);
        std::vector<double> shares;
        double sum = 0.0;
        for (int token = 0; token <= before; ++token) {
            double score = 0.0;
            for (int i = 0; i < kSize; ++i)
                score += double{toFloat(query[static_cast<std::size_t>(head * kSize + i)])} * toFloat(keys[first + static_cast<std::size_t>(token * kSize + i)]);
            shares.push_back(std::exp(score / std::sqrt(double{kSize})));
            sum += shares.back();
        }
        for (int i = 0; i < kSize; ++i) {
            double expected = 0.0;
            for (int token = 0; token <= before; ++token)
                expected += shares[static_cast<std::size_t>(token)] / sum * toFloat(values[first + static_cast<std::size_t>(token * kSize + i)]);
            ASSERT_NEAR(toFloat(result[static_cast<std::size_t>(head * kSize + i)]), expected, tolerance<T>(3.0)) << before << " tokens before";
        }
    }
    expectGuarded(parts);
    expectGuarded(result);
}

TYPED_TEST(CudaKernels, AttentionOfOneToken) {
    checkAttention<TypeParam, 2>(0, 6, 2, 8);
    checkAttention<TypeParam, 2>(1, 7, 1, 3);
    checkAttention<TypeParam, 4>(61, 8, 8, 5);
    checkAttention<TypeParam, 1>(130, 4, 2, 1);
    checkAttention<TypeParam, 4>(333, 14, 2, 64);
}

struct Chosen {
    int id;
    float logProbability;
    int nextToken, length;
};

Chosen choose(const std::vector<float>& logits) {
    std::vector<cuda::Likeliest> shares(cuda::kChoiceBlocks);
    cuda::DeviceChoice choice{-1, kPoison};
    int token = -1, length = 41;
    run({cuda::kChoiceBlocks}, {cuda::kChoiceThreads}, [&] { cuda::likeliestOfShares(logits.data(), static_cast<int>(logits.size()), shares.data()); });
    run({1}, {cuda::kChoiceThreads}, [&] { cuda::likeliestOfAll(shares.data(), &choice, &token, &length); });
    return {choice.id, choice.logProbability, token, length};
}

TEST(CudaChoice, IsTheLikeliestTokenWithItsProbability) {
    for (const std::int64_t size : {1, 3, 1000, 40000}) {
        std::vector<float> logits = randomFloats(size, 5.0F);
        if (size > 3) logits[1] = logits[static_cast<std::size_t>(size) - 1] = 99.0F;  // of equal ones the first
        if (size > 3) logits[2] = -INFINITY;
        const auto best = std::ranges::max_element(logits);
        double sum = 0.0;
        for (const float logit : logits) sum += std::exp(double{logit} - *best);
        const Chosen chosen = choose(logits);
        EXPECT_EQ(chosen.id, best - logits.begin());
        EXPECT_EQ(chosen.nextToken, chosen.id);
        EXPECT_EQ(chosen.length, 42);
        EXPECT_NEAR(chosen.logProbability, -std::log(sum), 1e-5 * (1 + std::log(sum)));
    }
}

TEST(CudaChoice, SaysWhereThereIsNone) {
    EXPECT_FALSE(choose(std::vector<float>(50, -INFINITY)).logProbability <= 0.0F);
    std::vector<float> logits = randomFloats(3000, 1.0F);
    logits[1234] = NAN;
    EXPECT_FALSE(choose(logits).logProbability <= 0.0F);
    logits.front() = NAN;
    EXPECT_FALSE(choose(logits).logProbability <= 0.0F);
}

}  // namespace
}  // namespace fleming::inference
