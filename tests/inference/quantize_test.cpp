// Tests the quantization of weights to int8 and int4: layout and error.

#include "inference/kernels/quantize.h"

#include "base/error.h"
#include "tests/inference/random_matrix.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

using namespace fleming::inference;

namespace {

double relativeError(const RandomMatrix& random) {
    double error = 0.0, size = 0.0;
    for (std::int64_t row = 0; row < random.matrix.rows; ++row) {
        for (std::int64_t c = 0; c < random.matrix.columns; ++c) {
            const double value = random.plain[static_cast<std::size_t>(row * random.matrix.columns + c)];
            const double difference = weightAt(random.matrix, row, c) - value;
            error += difference * difference;
            size += value * value;
        }
    }
    return std::sqrt(error / size);
}

}  // namespace

TEST(Quantize, HasTheDocumentedSizes) {
    EXPECT_EQ(weightBytes(WeightType::int8, 16, 64) * 8, 16 * 64 * 33 / 4);  // 8.25 bits per weight
    EXPECT_EQ(weightBytes(WeightType::int4, 16, 64) * 8, 16 * 64 * 9 / 2);   // 4.5
    EXPECT_EQ(weightBytes(WeightType::int4, 17, 65), 4 * weightBytes(WeightType::int4, 16, 64));
}

TEST(Quantize, HasAnInt8ErrorWithinHalfAStep) {
    const RandomMatrix random(WeightType::int8, 37, 200);
    for (std::int64_t row = 0; row < 37; ++row) {
        for (std::int64_t first = 0; first < 200; first += kGroupColumns) {
            const std::int64_t last = std::min<std::int64_t>(first + kGroupColumns, 200);
            float maximum = 0.0F;
            for (std::int64_t c = first; c < last; ++c) {
                maximum = std::max(maximum, std::fabs(random.plain[static_cast<std::size_t>(row * 200 + c)]));
            }
            const float step = maximum / 127.0F * 1.008F;  // the scale is rounded up to bfloat16: up to 1 / 128 larger
            for (std::int64_t c = first; c < last; ++c) {
                EXPECT_LE(
                    std::fabs(weightAt(random.matrix, row, c) - random.plain[static_cast<std::size_t>(row * 200 + c)]),
                    0.5001F * step);
            }
        }
    }
}

// Weights with a normal distribution, in groups of 64: 16 equidistant levels from minimum to maximum have a relative
// error of about 0.0914 (range 4.75 standard deviations; step / sqrt(12)). The search reaches 0.0845 on average, with a
// standard deviation of 0.0003 between runs.
TEST(Quantize, HasSmallErrors) {
    EXPECT_LT(relativeError(RandomMatrix(WeightType::int8, 64, 1024)), 0.007);
    EXPECT_LT(relativeError(RandomMatrix(WeightType::int4, 64, 1024)), 0.0875);
}

TEST(Quantize, GivesTheSameFromBfloat16) {
    const RandomMatrix random(WeightType::bfloat16, 21, 100);
    std::vector<float> rounded(21 * 100);
    for (std::int64_t i = 0; i < 2100; ++i)
        rounded[static_cast<std::size_t>(i)] = weightAt(random.matrix, i / 100, i % 100);
    const WeightMatrix wide{WeightType::float32, 21, 100, reinterpret_cast<const std::byte*>(rounded.data())};
    for (const WeightType type : {WeightType::int8, WeightType::int4}) {
        std::vector<std::byte> a(static_cast<std::size_t>(weightBytes(type, 21, 100))), b(a.size(), std::byte{0xa5});
        quantize(random.matrix, type, 0, 2, a.data());
        quantize(wide, type, 1, 2, b.data());
        quantize(wide, type, 0, 1, b.data());
        EXPECT_EQ(a, b);
    }
}

TEST(Quantize, KeepsZerosAndConstants) {
    for (const float value : {0.0F, 0.25F, -3.0F}) {
        const std::vector<float> plain(16 * 64, value);
        const WeightMatrix source{WeightType::float32, 16, 64, reinterpret_cast<const std::byte*>(plain.data())};
        for (const WeightType type : {WeightType::int8, WeightType::int4}) {
            std::vector<std::byte> bytes(static_cast<std::size_t>(weightBytes(type, 16, 64)));
            quantize(source, type, 0, 1, bytes.data());
            EXPECT_NEAR(weightAt({type, 16, 64, bytes.data()}, 3, 33), value, 0.005F * std::fabs(value));
        }
    }
}

TEST(Quantize, RejectsWeightsThatAreNotFinite) {
    for (const float bad : {std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::infinity(), 3e38F}) {
        std::vector<float> plain(16 * 64, 0.5F);
        plain[100] = bad;
        const WeightMatrix source{WeightType::float32, 16, 64, reinterpret_cast<const std::byte*>(plain.data())};
        std::vector<std::byte> bytes(static_cast<std::size_t>(weightBytes(WeightType::int8, 16, 64)));
        for (const WeightType type : {WeightType::int4, WeightType::int8}) {
            try {
                quantize(source, type, 0, 1, bytes.data());
                ADD_FAILURE() << bad << " was quantized";
            } catch (const fleming::Error& error) {
                EXPECT_EQ(error.code(), "quantize.weight_not_finite");
                EXPECT_EQ(error.arguments(), std::vector<std::string>{"1"});
            }
        }
    }
}

TEST(Bfloat16, RoundsToNearestEven) {
    EXPECT_EQ(toFloat(toBfloat16(1.0F)), 1.0F);
    EXPECT_EQ(toBfloat16(1.00390625F), 0x3f80);  // a tie, rounds down to even
    EXPECT_EQ(toBfloat16(1.01171875F), 0x3f82);  // a tie, rounds up to even
    EXPECT_TRUE(std::isnan(toFloat(toBfloat16(std::numeric_limits<float>::quiet_NaN()))));
    EXPECT_TRUE(std::isinf(toFloat(toBfloat16(std::numeric_limits<float>::infinity()))));
}

TEST(Quantize, DequantizesToTheSameWeights) {
    for (const WeightType type : {WeightType::int8, WeightType::int4}) {
        const RandomMatrix random(type, 37, 130);
        std::vector<float> plain(21 * 130 + 1, 99.0F);
        dequantize(random.matrix, 1, 3, plain.data());
        std::vector<Bfloat16> rounded(21 * 130);
        dequantize(random.matrix, 1, 3, rounded.data());
        for (std::int64_t row = 16; row < 37; ++row) {
            for (std::int64_t c = 0; c < 130; ++c) {
                const auto at = static_cast<std::size_t>((row - 16) * 130 + c);
                EXPECT_FLOAT_EQ(plain[at], weightAt(random.matrix, row, c));
                EXPECT_EQ(rounded[at], toBfloat16(plain[at]));
            }
        }
        EXPECT_EQ(plain.back(), 99.0F);
    }
}
