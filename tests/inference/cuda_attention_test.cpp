// Tests the CUDA attention of one token, emulated on the CPU, with fresh random operands of awkward sizes against a
// reference in double.
// clang-format off: the emulation of CUDA must precede the kernels
#include "tests/inference/cuda_test_values.h"
// clang-format on

#include "inference/kernels/cuda/attention.cuh"
#include "inference/kernels/cuda/layers.cuh"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <vector>

namespace fleming::inference {
namespace {

template <typename T>
class CudaAttention : public testing::Test {};
TYPED_TEST_SUITE(CudaAttention, CudaElementTypes);

/// A sequence with a random KV cache, before the attention of its new token.
template <typename T>
struct TestSequence {
    TestSequence(int tokens, int keyHeads, int size) : before(tokens), capacity(tokens + 3) {
        keys = oldKeys = randomElements<T>(std::int64_t{keyHeads} * capacity * size);
        values = oldValues = randomElements<T>(std::int64_t{keyHeads} * capacity * size);
        const float base = tokens % 2 == 0 ? 10000.0F : 500.0F;
        for (int i = 0; i < size / 2; ++i)
            frequencies.push_back(std::pow(base, -2.0F * static_cast<float>(i) / static_cast<float>(size)));
    }

    int before, capacity;
    std::vector<T> keys, values, oldKeys, oldValues;
    std::vector<float> frequencies;
};

/// Checks the attention of one new token of each sequence, from the projections to the output. `before`: the number of
/// cached tokens of each sequence.
template <typename T, int Size>
void checkAttention(const std::vector<int>& before, int heads, int keyHeads, unsigned splitCount) {
    constexpr int kSize = Size, kHalf = kSize / 2;
    const int group = heads / keyHeads;
    const auto sequences = static_cast<std::int64_t>(before.size());
    std::vector<TestSequence<T>> made;
    cuda::LayerCaches<T> caches{};
    std::vector<float> frequencies;
    for (const int tokens : before)
        made.emplace_back(tokens, keyHeads, kSize);
    for (std::size_t m = 0; m < made.size(); ++m) {
        caches.of[m] = {made[m].keys.data(), made[m].values.data(), &made[m].before, made[m].capacity};
        frequencies.insert(frequencies.end(), made[m].frequencies.begin(), made[m].frequencies.end());
    }
    const auto query = randomElements<T>(sequences * heads * kSize),
               key = randomElements<T>(sequences * keyHeads * kSize),
               value = randomElements<T>(sequences * keyHeads * kSize);
    auto splits = poisoned<float>(sequences * heads * splitCount * cuda::kSplitFloats);
    auto result = poisoned<T>(sequences * heads * kSize);
    auto table = poisoned<float>(sequences * kSize);
    std::vector<int> lengths = before;
    run({count(sequences)}, {cuda::kWarp},
        [&] { cuda::computeRotaryTable(lengths.data(), frequencies.data(), table.data(), kHalf); });
    expectGuarded(table);
    const cuda::AttentionTask<T> task{query.data(), key.data(),    value.data(), caches,
                                      table.data(), splits.data(), group};
    const dim3 grid{count(keyHeads), splitCount, count(sequences)};
    if constexpr (sizeof(T) == 2) {
        run(grid, {cuda::kAttentionWarps * cuda::kWarp}, [&] { cuda::attendSplitsMma<T, Size>(task); });
    } else {
        run(grid, {cuda::kMaxGroupSize * cuda::kWarp}, [&] { cuda::attendSplits<T, Size>(task); });
    }
    run({count(heads), count(sequences)}, {cuda::kCombineParts * kSize / 2}, [&] {
        cuda::combineSplits<T>(splits.data(), caches, result.data(), nullptr, static_cast<int>(splitCount), kSize);
    });
    if (kSize >= cuda::kGroup) {
        expectSameGroups(result, heads * kSize, static_cast<int>(sequences), [&](cuda::InputGroup* groups) {
            run({count(heads), count(sequences)}, {cuda::kCombineParts * kSize / 2}, [&] {
                cuda::combineSplits<T>(splits.data(), caches, static_cast<T*>(nullptr), groups,
                                       static_cast<int>(splitCount), kSize);
            });
        });
    }

    for (std::size_t m = 0; m < made.size(); ++m) {
        const TestSequence<T>& one = made[m];
        const auto rotated = [&](const std::vector<T>& from, std::size_t row, int i) {
            const double angle =
                double{static_cast<float>(one.before) * one.frequencies[static_cast<std::size_t>(i % kHalf)]};
            const double low = toFloat(from[row * kSize + static_cast<std::size_t>(i % kHalf)]),
                         high = toFloat(from[row * kSize + static_cast<std::size_t>(i % kHalf + kHalf)]);
            return i < kHalf ? low * std::cos(angle) - high * std::sin(angle)
                             : high * std::cos(angle) + low * std::sin(angle);
        };
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
            std::vector<double> queries, weights;
            for (int i = 0; i < kSize; ++i)
                queries.push_back(toFloat(fromFloat<T>(static_cast<float>(rotated(query, row / kSize, i)))));
            double sum = 0.0;
            for (int token = 0; token <= one.before; ++token) {
                double score = 0.0;
                for (std::size_t i = 0; i < kSize; ++i)
                    score += queries[i] * toFloat(one.keys[first + static_cast<std::size_t>(token * kSize) + i]);
                weights.push_back(std::exp(score / std::sqrt(double{kSize})));
                sum += weights.back();
            }
            for (std::size_t i = 0; i < kSize; ++i) {
                double expected = 0.0;
                for (int token = 0; token <= one.before; ++token)
                    expected += weights[static_cast<std::size_t>(token)] / sum *
                                toFloat(one.values[first + static_cast<std::size_t>(token * kSize) + i]);
                ASSERT_NEAR(toFloat(result[row + i]), expected, tolerance<T>(3.0)) << one.before << " tokens before";
            }
        }
    }
    expectGuarded(splits);
    expectGuarded(result);
}

TYPED_TEST(CudaAttention, ComputeAttentionOfOneToken) {
    checkAttention<TypeParam, 64>({0}, 6, 2, 8);
    checkAttention<TypeParam, 64>({1, 40}, 7, 1, 3);
    checkAttention<TypeParam, 128>({61}, 8, 8, 5);
    checkAttention<TypeParam, 32>({130, 0, 7, 600}, 4, 2, 1);
    checkAttention<TypeParam, 128>({333, 150, 16, 15}, 14, 2, 32);
    checkAttention<TypeParam, 128>({700}, 8, 1, 3);  // several tiles per split
}

}  // namespace
}  // namespace fleming::inference
