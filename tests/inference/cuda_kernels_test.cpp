// The CUDA kernels on an emulation of CUDA, on fresh random numbers of awkward sizes, against plain sums in double.
// Results are poisoned before, and what lies behind them is looked at after.
// clang-format off: it has to come before the kernels
#include "tests/inference/cuda_emulation.h"
// clang-format on

#include "inference/kernels/cuda/attention.cuh"
#include "inference/kernels/cuda/choice.cuh"
#include "inference/kernels/cuda/layers.cuh"
#include "inference/kernels/cuda/products.cuh"
#include "inference/kernels/cuda/quantized.cuh"
#include "tests/inference/random_matrix.h"

#include <bit>
#include <cmath>
#include <deque>
#include <gtest/gtest.h>
#include <limits>
#include <span>
#include <vector>

namespace fleming::inference {
namespace {

using cuda::Bf16;
using cuda::Fp16;
using cuda::fromFloat;
using cuda::toFloat;

constexpr float kPoison = 12345.0F;
constexpr std::size_t kGuard = 40;

unsigned count(std::int64_t value) {
    return static_cast<unsigned>(value);
}

template <typename T>
std::vector<T> numbers(const std::vector<float>& values) {
    std::vector<T> result;
    for (const float value : values)
        result.push_back(fromFloat<T>(value));
    return result;
}

template <typename T>
std::vector<T> randomNumbersOf(std::int64_t size, float spread = 1.0F) {
    return numbers<T>(randomFloats(size, spread));
}

template <typename T>
std::vector<T> poisoned(std::int64_t size) {
    return std::vector<T>(static_cast<std::size_t>(size) + kGuard, fromFloat<T>(kPoison));
}

template <typename T>
void expectGuarded(const std::vector<T>& values) {
    for (std::size_t i = values.size() - kGuard; i < values.size(); ++i)
        ASSERT_EQ(toFloat(values[i]), toFloat(fromFloat<T>(kPoison)));
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
        ASSERT_EQ(toFloat(fromFloat<Bf16>(toFloat(Bf16{static_cast<unsigned short>(bits)}))),
                  toFloat(Bf16{static_cast<unsigned short>(bits)}));
    }
    EXPECT_EQ(toFloat(fromFloat<Fp16>(1.0F + 0x1p-11F)), 1.0F);  // to even
    EXPECT_EQ(toFloat(fromFloat<Fp16>(1.0F + 3 * 0x1p-11F)), 1.0F + 0x1p-9F);
    EXPECT_EQ(toFloat(fromFloat<Bf16>(1.0F + 0x1p-8F)), 1.0F);
    EXPECT_TRUE(std::isnan(toFloat(fromFloat<Bf16>(NAN))));
}

/// A random matrix on a multiple of 16 bytes, with its bias and room for the results of some inputs.
template <typename T, typename Y>
struct MadeMatrix {
    MadeMatrix(WeightType type, std::int64_t rowCount, std::int64_t columns, std::int64_t inputs)
        : rows(rowCount),
          random(type, rowCount, columns),
          bias(randomNumbersOf<T>(rowCount)),
          y(poisoned<Y>(inputs * rowCount)) {
        if (isQuantized(type)) {
            bytes.assign(random.bytes.size() + 16, 0);
            const auto* from = reinterpret_cast<const unsigned char*>(random.bytes.data());
            std::copy(from, from + random.bytes.size(), start());
        } else {
            plain = randomNumbersOf<T>(rowCount * columns, 0.1F);
        }
    }

    unsigned char* start() {
        return reinterpret_cast<unsigned char*>((reinterpret_cast<std::uintptr_t>(bytes.data()) + 15) / 16 * 16);
    }
    const unsigned char* data() {
        return plain.empty() ? start() : reinterpret_cast<const unsigned char*>(plain.data());
    }

    double weight(std::int64_t row, std::int64_t column) const {
        return plain.empty() ? double{weightAt(random.matrix, row, column)}
                             : double{toFloat(plain[static_cast<std::size_t>(row * random.matrix.columns + column)])};
    }

    std::int64_t rows;
    RandomMatrix random;
    std::vector<unsigned char> bytes;
    std::vector<T> plain, bias;
    std::vector<Y> y;
};

/// Products of the matrices with all inputs in one launch, `launch` of the operands and the grid's length.
template <typename T, typename Y, typename Launch>
void multiplyAll(std::deque<MadeMatrix<T, Y>>& matrices, std::int64_t columns, int inputs, std::int64_t rowsInBlock,
                 const Launch& launch) {
    cuda::Products<T, Y> products{{}, static_cast<int>(matrices.size()), static_cast<int>(columns), inputs};
    unsigned blocks = 0;
    for (std::size_t i = 0; i < matrices.size(); ++i) {
        products.of[i] = {matrices[i].data(), matrices[i].bias.data(), matrices[i].y.data(),
                          static_cast<int>(matrices[i].rows), blocks};
        blocks += count((matrices[i].rows + rowsInBlock - 1) / rowsInBlock);
    }
    launch(products, blocks);
}

template <typename T, typename Y>
void expectProducts(const std::deque<MadeMatrix<T, Y>>& matrices, const std::vector<T>& x, std::int64_t columns,
                    int inputs) {
    for (const MadeMatrix<T, Y>& matrix : matrices) {
        for (std::int64_t m = 0; m < inputs; ++m) {
            for (std::int64_t row = 0; row < matrix.rows; ++row) {
                double sum = toFloat(matrix.bias[static_cast<std::size_t>(row)]), magnitude = std::abs(sum);
                for (std::int64_t c = 0; c < columns; ++c) {
                    const double part = matrix.weight(row, c) * toFloat(x[static_cast<std::size_t>(m * columns + c)]);
                    sum += part;
                    magnitude += std::abs(part);
                }
                ASSERT_NEAR(toFloat(matrix.y[static_cast<std::size_t>(m * matrix.rows + row)]), sum,
                            tolerance<Y>(magnitude))
                    << matrix.rows << " x " << columns << ", " << inputs << " inputs";
            }
        }
        expectGuarded(matrix.y);
    }
}

template <typename T, typename Y>
std::deque<MadeMatrix<T, Y>> makeMatrices(WeightType type, const std::vector<int>& rows, std::int64_t columns,
                                          int inputs) {
    std::deque<MadeMatrix<T, Y>> matrices;
    for (const int count : rows)
        matrices.emplace_back(type, count, columns, inputs);
    return matrices;
}

TYPED_TEST(CudaKernels, ProductsWithPlainMatrices) {
    using T = TypeParam;
    for (const auto& [rows, columns] :
         std::vector<std::pair<std::vector<int>, int>>{{{1}, 8}, {{5, 2, 9}, 24}, {{37, 4}, 264}, {{12}, 1000}}) {
        for (const int inputs : {1, 3, 4}) {
            const auto x = randomNumbersOf<T>(inputs * columns);
            auto matrices = makeMatrices<T, float>(WeightType::float32, rows, columns, inputs);
            multiplyAll(matrices, columns, inputs, cuda::kRowsInBlock, [&](const auto& products, unsigned blocks) {
                run({blocks}, {cuda::kRowsInBlock * cuda::kWarp},
                    [&] { cuda::multiplyPlain<T, float, 4>(products, x.data()); });
            });
            expectProducts(matrices, x, columns, inputs);
        }
    }
}

template <typename T, int Bits>
void checkQuantized(const std::vector<int>& rows, std::int64_t columns, int inputs) {
    const auto x = randomNumbersOf<T>(inputs * columns);
    auto matrices = makeMatrices<T, T>(Bits == 8 ? WeightType::int8 : WeightType::int4, rows, columns, inputs);
    multiplyAll(matrices, columns, inputs, cuda::kRowsInBlock, [&](const auto& products, unsigned blocks) {
        run({blocks, count(inputs)}, {cuda::kRowsInBlock * cuda::kWarp},
            [&] { cuda::multiplyQuantizedPlainly<T, T, Bits>(products, x.data()); });
    });
    expectProducts(matrices, x, columns, inputs);

    MadeMatrix<T, T>& matrix = matrices.front();
    auto plain = poisoned<T>(stripsOf(matrix.rows) * kStripRows * columns);
    run({count(groupsOf(columns)), count(stripsOf(matrix.rows))}, {cuda::kWarp},
        [&] { cuda::dequantize<T, Bits>(matrix.data(), plain.data(), static_cast<int>(columns)); });
    for (std::int64_t row = 0; row < matrix.rows; ++row) {
        for (std::int64_t c = 0; c < columns; ++c) {
            ASSERT_EQ(toFloat(plain[static_cast<std::size_t>(row * columns + c)]),
                      toFloat(fromFloat<T>(weightAt(matrix.random.matrix, row, c))))
                << row << ", " << c << " of " << matrix.rows << " x " << columns;
        }
    }
    expectGuarded(plain);
}

TYPED_TEST(CudaKernels, ProductsWithQuantizedMatrices) {
    for (const auto& [rows, columns] :
         std::vector<std::pair<std::vector<int>, int>>{{{1}, 1}, {{16, 3}, 64}, {{37, 16, 1}, 130}, {{20}, 1000}}) {
        checkQuantized<TypeParam, 8>(rows, columns, 2);
        checkQuantized<TypeParam, 4>(rows, columns, 2);
    }
}

/// In the tensor cores; and an input's results are the same bits, alone and among others.
template <typename T, int Bits>
void checkInTiles(const std::vector<int>& rows, std::int64_t columns, int inputs) {
    auto x = randomNumbersOf<T>(inputs * columns);
    auto matrices = makeMatrices<T, float>(Bits == 8 ? WeightType::int8 : WeightType::int4, rows, columns, inputs);
    const auto multiply = [&](int some) {
        multiplyAll(matrices, columns, some, cuda::kStrip, [&](const auto& products, unsigned blocks) {
            run({blocks}, {cuda::kStripWarps * cuda::kWarp},
                [&] { cuda::multiplyQuantized<T, float, Bits>(products, x.data()); });
        });
    };
    multiply(inputs);
    expectProducts(matrices, x, columns, inputs);
    std::vector<std::vector<float>> together;
    for (MadeMatrix<T, float>& matrix : matrices)
        together.push_back(matrix.y);
    std::rotate(x.begin(), x.end() - columns, x.end());  // the last input comes first
    multiply(1);
    for (std::size_t i = 0; i < matrices.size(); ++i) {
        const auto rowCount = static_cast<std::size_t>(matrices[i].rows);
        for (std::size_t row = 0; row < rowCount; ++row) {
            ASSERT_EQ(matrices[i].y[row], together[i][static_cast<std::size_t>(inputs - 1) * rowCount + row]);
        }
    }
}

TEST(CudaTiles, ProductsWithQuantizedMatrices) {
    for (const auto& [rows, columns] :
         std::vector<std::pair<std::vector<int>, int>>{{{1}, 64}, {{16, 3, 30}, 128}, {{20, 5}, 1088}}) {
        for (const int inputs : {1, 5, 8}) {
            checkInTiles<Bf16, 8>(rows, columns, inputs);
            checkInTiles<Bf16, 4>(rows, columns, inputs);
            checkInTiles<Fp16, 8>(rows, columns, inputs);
            checkInTiles<Fp16, 4>(rows, columns, inputs);
        }
    }
}

TYPED_TEST(CudaKernels, EmbeddingsNormsAndActivations) {
    using T = TypeParam;
    constexpr int kRows = 3;
    for (const int columns : {5, 256, 1700}) {
        const auto size = static_cast<std::size_t>(columns);
        const auto table = randomNumbersOf<T>(7 * columns), added = randomNumbersOf<T>(kRows * columns),
                   weight = randomNumbersOf<T>(columns);
        const std::vector<int> tokens{6, 0, 3};
        auto residual = poisoned<float>(kRows * columns);
        auto normed = poisoned<T>(kRows * columns);
        run({kRows}, {cuda::kRowThreads}, [&] { cuda::embed(table.data(), tokens.data(), residual.data(), columns); });
        run({kRows}, {cuda::kNormThreads}, [&] {
            cuda::addAndNormalise(residual.data(), added.data(), weight.data(), 1e-6F, normed.data(), columns);
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

        auto active = poisoned<T>(columns);
        run({count((columns + 255) / 256)}, {256},
            [&] { cuda::swiGlu(table.data(), added.data(), active.data(), columns); });
        for (std::size_t i = 0; i < size; ++i) {
            const double g = toFloat(table[i]), expected = g / (1 + std::exp(-g)) * toFloat(added[i]);
            ASSERT_NEAR(toFloat(active[i]), expected, tolerance<T>(std::abs(expected)));
        }
        expectGuarded(active);
    }
}

/// A sequence of an attention, before it.
template <typename T>
struct MadeSequence {
    MadeSequence(int tokens, int keyHeads, int size) : before(tokens), capacity(tokens + 3) {
        keys = oldKeys = randomNumbersOf<T>(std::int64_t{keyHeads} * capacity * size);
        values = oldValues = randomNumbersOf<T>(std::int64_t{keyHeads} * capacity * size);
        const float base = tokens % 2 == 0 ? 10000.0F : 500.0F;
        for (int i = 0; i < size / 2; ++i)
            frequencies.push_back(std::pow(base, -2.0F * static_cast<float>(i) / static_cast<float>(size)));
    }

    int before, capacity;
    std::vector<T> keys, values, oldKeys, oldValues;
    std::vector<float> frequencies;
};

/// One layer's attention of a new token of each of some sequences, which have `before` others, from the projections to
/// the result.
template <typename T, int PerLane>
void checkAttention(const std::vector<int>& before, int heads, int keyHeads, unsigned partCount) {
    constexpr int kSize = PerLane * cuda::kWarp, kHalf = kSize / 2;
    const int group = heads / keyHeads;
    const auto sequences = static_cast<std::int64_t>(before.size());
    std::vector<MadeSequence<T>> made;
    cuda::LayerCaches<T> caches{};
    std::vector<float> frequencies;
    for (const int tokens : before)
        made.emplace_back(tokens, keyHeads, kSize);
    for (std::size_t m = 0; m < made.size(); ++m) {
        caches.of[m] = {made[m].keys.data(), made[m].values.data(), &made[m].before, made[m].capacity};
        frequencies.insert(frequencies.end(), made[m].frequencies.begin(), made[m].frequencies.end());
    }
    auto query = randomNumbersOf<T>(sequences * heads * kSize);
    const auto key = randomNumbersOf<T>(sequences * keyHeads * kSize),
               value = randomNumbersOf<T>(sequences * keyHeads * kSize);
    const std::vector<T> oldQuery = query;
    run({count(heads + keyHeads), count(sequences)}, {cuda::kWarp}, [&] {
        cuda::rotateAndStore(query.data(), key.data(), value.data(), caches, frequencies.data(), heads, kSize);
    });
    auto parts = poisoned<float>(sequences * heads * partCount * cuda::kPartRows);
    auto result = poisoned<T>(sequences * heads * kSize);
    run({count(keyHeads), partCount, count(sequences)}, {cuda::kAttentionWarps * cuda::kWarp},
        [&] { cuda::attendParts<T, PerLane>(query.data(), caches, parts.data(), group); });
    run({count(heads), count(sequences)}, {64},
        [&] { cuda::combineParts<T>(parts.data(), result.data(), static_cast<int>(partCount), kSize); });

    for (std::size_t m = 0; m < made.size(); ++m) {
        const MadeSequence<T>& one = made[m];
        const auto rotated = [&](const std::vector<T>& from, std::size_t row, int i) {
            const double angle =
                double{static_cast<float>(one.before) * one.frequencies[static_cast<std::size_t>(i % kHalf)]};
            const double low = toFloat(from[row * kSize + static_cast<std::size_t>(i % kHalf)]),
                         high = toFloat(from[row * kSize + static_cast<std::size_t>(i % kHalf + kHalf)]);
            return i < kHalf ? low * std::cos(angle) - high * std::sin(angle)
                             : high * std::cos(angle) + low * std::sin(angle);
        };
        for (int head = 0; head < heads; ++head) {
            const std::size_t row = m * static_cast<std::size_t>(heads) + static_cast<std::size_t>(head);
            for (int i = 0; i < kSize; ++i)
                ASSERT_NEAR(toFloat(query[row * kSize + static_cast<std::size_t>(i)]), rotated(oldQuery, row, i),
                            tolerance<T>(5.0));
        }
        for (int head = 0; head < keyHeads; ++head) {
            const std::size_t row = m * static_cast<std::size_t>(keyHeads) + static_cast<std::size_t>(head);
            for (int token = 0; token < one.capacity; ++token) {
                for (int i = 0; i < kSize; ++i) {
                    const auto at = static_cast<std::size_t>((head * one.capacity + token) * kSize + i);
                    if (token == one.before) {
                        ASSERT_NEAR(toFloat(one.keys[at]), rotated(key, row, i), tolerance<T>(5.0));
                        ASSERT_EQ(toFloat(one.values[at]), toFloat(value[row * kSize + static_cast<std::size_t>(i)]));
                    } else {
                        ASSERT_EQ(toFloat(one.keys[at]), toFloat(one.oldKeys[at]));
                        ASSERT_EQ(toFloat(one.values[at]), toFloat(one.oldValues[at]));
                    }
                }
            }
        }
        for (int head = 0; head < heads; ++head) {
            const std::size_t row = (m * static_cast<std::size_t>(heads) + static_cast<std::size_t>(head)) * kSize;
            const auto first = static_cast<std::size_t>(head / group * one.capacity * kSize);
            std::vector<double> shares;
            double sum = 0.0;
            for (int token = 0; token <= one.before; ++token) {
                double score = 0.0;
                for (std::size_t i = 0; i < kSize; ++i)
                    score += double{toFloat(query[row + i])} *
                             toFloat(one.keys[first + static_cast<std::size_t>(token * kSize) + i]);
                shares.push_back(std::exp(score / std::sqrt(double{kSize})));
                sum += shares.back();
            }
            for (std::size_t i = 0; i < kSize; ++i) {
                double expected = 0.0;
                for (int token = 0; token <= one.before; ++token)
                    expected += shares[static_cast<std::size_t>(token)] / sum *
                                toFloat(one.values[first + static_cast<std::size_t>(token * kSize) + i]);
                ASSERT_NEAR(toFloat(result[row + i]), expected, tolerance<T>(3.0)) << one.before << " tokens before";
            }
        }
    }
    expectGuarded(parts);
    expectGuarded(result);
}

TYPED_TEST(CudaKernels, AttentionOfOneToken) {
    checkAttention<TypeParam, 2>({0}, 6, 2, 8);
    checkAttention<TypeParam, 2>({1, 40}, 7, 1, 3);
    checkAttention<TypeParam, 4>({61}, 8, 8, 5);
    checkAttention<TypeParam, 1>({130, 0, 7}, 4, 2, 1);
    checkAttention<TypeParam, 4>({333}, 14, 2, 64);
}

cuda::DeviceChoice choose(const std::vector<float>& logits) {
    std::vector<cuda::Likeliest> shares(cuda::kChoiceBlocks);
    cuda::DeviceChoice choice{-1, kPoison};
    run({cuda::kChoiceBlocks}, {cuda::kChoiceThreads},
        [&] { cuda::likeliestOfShares(logits.data(), static_cast<int>(logits.size()), shares.data()); });
    run({1}, {cuda::kChoiceThreads}, [&] { cuda::likeliestOfAll(shares.data(), &choice); });
    return choice;
}

TEST(CudaChoice, IsTheLikeliestTokenWithItsProbability) {
    for (const std::int64_t size : {1, 3, 1000, 40000}) {
        std::vector<float> logits = randomFloats(size, 5.0F);
        if (size > 3) logits[1] = logits[static_cast<std::size_t>(size) - 1] = 99.0F;  // of equal ones the first
        if (size > 3) logits[2] = -INFINITY;
        const auto best = std::ranges::max_element(logits);
        double sum = 0.0;
        for (const float logit : logits)
            sum += std::exp(double{logit} - *best);
        const cuda::DeviceChoice chosen = choose(logits);
        EXPECT_EQ(chosen.id, best - logits.begin());
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
