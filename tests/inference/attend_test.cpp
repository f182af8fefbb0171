// The kernels of one token's attention, against sums in double.

#include "inference/kernels/cpu/multiply.h"
#include "tests/inference/random_matrix.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

using namespace fleming::inference;

namespace {

/// Where column c lies in a row for the kernels of bfloat16: in each whole 32 the even ones first.
std::int64_t pairedPlace(std::int64_t c, std::int64_t size, bool paired) {
    if (!paired || c >= size / 32 * 32) return c;
    return c / 32 * 32 + c % 2 * 16 + c % 32 / 2;
}

/// The last columns of bfloat16 queries lie in pairs too.
std::int64_t queryPlace(std::int64_t c, bool paired) {
    return paired ? c / 32 * 32 + c % 2 * 16 + c % 32 / 2 : c;
}

class Attend : public testing::TestWithParam<const Kernels*> {
protected:
    void check(WeightType type, std::int64_t heads, std::int64_t tokens, std::int64_t size) {
        const bool paired = type == WeightType::bfloat16;
        const RandomMatrix keys(type, tokens, size), values(type, tokens, size);
        const std::int64_t stride = pairedColumns(size);
        const std::vector<float> plain = randomFloats(heads * size, 1.0F);
        std::vector<float> queries(static_cast<std::size_t>(heads * stride), 0.0F);
        for (std::int64_t h = 0; h < heads; ++h) {
            for (std::int64_t c = 0; c < size; ++c) {
                queries[static_cast<std::size_t>(h * stride + queryPlace(c, paired))] =
                    plain[static_cast<std::size_t>(h * size + c)];
            }
        }
        const float nan = std::numeric_limits<float>::quiet_NaN();
        std::vector<float> scores(static_cast<std::size_t>(heads * tokens), nan), mixed(queries.size(), nan);
        const Attention attention{keys.matrix.data, values.matrix.data, tokens,      size, heads,
                                  queries.data(),   scores.data(),      mixed.data()};
        (paired ? GetParam()->scoresBfloat16 : GetParam()->scoresFloat32)(attention);
        (paired ? GetParam()->mixBfloat16 : GetParam()->mixFloat32)(attention);
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
                ASSERT_NEAR(mixed[static_cast<std::size_t>(h * stride + pairedPlace(c, size, paired))], expected, 1e-4)
                    << heads << " heads, " << tokens << " tokens of " << size << ": " << h << ", " << c;
            }
        }
    }
};

}  // namespace

TEST_P(Attend, agreesWithSumsInDouble) {
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

INSTANTIATE_TEST_SUITE_P(AllKernels, Attend, testing::ValuesIn(kernelsHere().begin(), kernelsHere().end()),
                         [](const auto& test) { return nameForTest(test.param->name); });
