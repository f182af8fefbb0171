// Tests the attention kernels of each SIMD table that this CPU supports, against references in double.

#include "inference/kernels/cpu/gemv.h"
#include "tests/inference/random_matrix.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

using namespace fleming::inference;

namespace {

/// Returns the index of column `c` in a row of queries.
std::int64_t queryIndex(std::int64_t c, bool interleaved) {
    return interleaved ? interleavedIndex(c) : c;
}

/// Returns the index of column `c` in a row of output: only its whole 32 columns are interleaved.
std::int64_t outputIndex(std::int64_t c, std::int64_t size, bool interleaved) {
    return interleaved && c < size / 32 * 32 ? interleavedIndex(c) : c;
}

class AttentionKernels : public testing::TestWithParam<const SimdKernels*> {
protected:
    void check(WeightType type, std::int64_t heads, std::int64_t tokens, std::int64_t size) {
        const bool interleaved = type == WeightType::bfloat16;
        const RandomMatrix keys(type, tokens, size), values(type, tokens, size);
        const std::int64_t stride = paddedColumns(size);
        const std::vector<float> plain = randomFloats(heads * size, 1.0F);
        std::vector<float> queries(static_cast<std::size_t>(heads * stride), 0.0F);
        for (std::int64_t h = 0; h < heads; ++h) {
            for (std::int64_t c = 0; c < size; ++c) {
                queries[static_cast<std::size_t>(h * stride + queryIndex(c, interleaved))] =
                    plain[static_cast<std::size_t>(h * size + c)];
            }
        }
        const float nan = std::numeric_limits<float>::quiet_NaN();
        std::vector<float> scores(static_cast<std::size_t>(heads * tokens), nan), output(queries.size(), nan);
        const AttentionOperands attention{keys.matrix.data, values.matrix.data, tokens,       size, heads,
                                          queries.data(),   scores.data(),      output.data()};
        (interleaved ? GetParam()->scoresBfloat16 : GetParam()->scoresFloat32)(attention);
        (interleaved ? GetParam()->weightedSumBfloat16 : GetParam()->weightedSumFloat32)(attention);
        for (std::int64_t h = 0; h < heads; ++h) {
            for (std::int64_t t = 0; t < tokens; ++t) {
                double expected = 0.0;
                for (std::int64_t c = 0; c < size; ++c) {
                    expected += double{plain[static_cast<std::size_t>(h * size + c)]} * weightAt(keys.matrix, t, c);
                }
                ASSERT_NEAR(scores[static_cast<std::size_t>(h * tokens + t)], expected, 1e-5) << h << ", " << t;
            }
            for (std::int64_t c = 0; c < size; ++c) {
                double expected = 0.0;
                for (std::int64_t t = 0; t < tokens; ++t) {
                    expected +=
                        double{scores[static_cast<std::size_t>(h * tokens + t)]} * weightAt(values.matrix, t, c);
                }
                ASSERT_NEAR(output[static_cast<std::size_t>(h * stride + outputIndex(c, size, interleaved))], expected,
                            1e-4)
                    << heads << " heads, " << tokens << " tokens of " << size << ": " << h << ", " << c;
            }
        }
    }
};

}  // namespace

TEST_P(AttentionKernels, MatchReferenceInDouble) {
    for (const WeightType type : {WeightType::float32, WeightType::bfloat16}) {
        for (const std::int64_t heads : {1, 2, 3, 5, 7, 8}) {
            check(type, heads, 1, 32);
            check(type, heads, 19, 64);
            check(type, heads, 40, 128);
            check(type, heads, 11, 8);
            check(type, heads, 6, 45);
            check(type, heads, 37, 45);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(AllKernels, AttentionKernels,
                         testing::ValuesIn(supportedSimdKernels().begin(), supportedSimdKernels().end()),
                         [](const auto& test) { return nameForTest(test.param->name); });
