// Tests the CUDA kernels, emulated on the CPU, with fresh random operands of awkward sizes against references in
// double. Outputs are filled with a poison value before, and the guard elements behind them are checked afterwards.

// clang-format off: the emulation must precede the kernels
#include "tests/inference/cuda_emulation.h"
// clang-format on

#include "inference/kernels/cuda/argmax.cuh"
#include "inference/kernels/cuda/attention.cuh"
#include "inference/kernels/cuda/gemv.cuh"
#include "inference/kernels/cuda/layers.cuh"
#include "inference/kernels/cuda/quantized_gemv.cuh"
#include "inference/kernels/cuda/rows.cuh"
#include "tests/inference/random_matrix.h"

#include <bit>
#include <cmath>
#include <cstring>
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
std::vector<T> convert(const std::vector<float>& values) {
    std::vector<T> result;
    for (const float value : values)
        result.push_back(fromFloat<T>(value));
    return result;
}

template <typename T>
std::vector<T> randomElements(std::int64_t size, float spread = 1.0F) {
    return convert<T>(randomFloats(size, spread));
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

/// Returns the tolerance of a result: float32 accumulation, and one rounding to T.
template <typename T>
double tolerance(double magnitude) {
    const double rounding = std::is_same_v<T, float> ? 0.0 : std::is_same_v<T, Fp16> ? 0x1p-11 : 0x1p-8;
    return magnitude * (rounding + 1e-5) + 1e-6;
}

template <typename T>
class CudaKernels : public testing::Test {};
using Types = testing::Types<float, Bf16, Fp16>;
TYPED_TEST_SUITE(CudaKernels, Types);

TEST(CudaElementTypes, RoundTripAndRoundToEven) {
    for (unsigned bits = 0; bits < 0x10000U; ++bits) {
        const float value = toFloat(Fp16{static_cast<unsigned short>(bits)});
        if (std::isnan(value)) continue;
        ASSERT_EQ(fromFloat<Fp16>(value).bits, bits) << value;
        ASSERT_EQ(toFloat(fromFloat<Bf16>(toFloat(Bf16{static_cast<unsigned short>(bits)}))),
                  toFloat(Bf16{static_cast<unsigned short>(bits)}));
    }
    EXPECT_EQ(toFloat(fromFloat<Fp16>(1.0F + 0x1p-11F)), 1.0F);  // ties to even
    EXPECT_EQ(toFloat(fromFloat<Fp16>(1.0F + 3 * 0x1p-11F)), 1.0F + 0x1p-9F);
    EXPECT_EQ(toFloat(fromFloat<Bf16>(1.0F + 0x1p-8F)), 1.0F);
    EXPECT_TRUE(std::isnan(toFloat(fromFloat<Bf16>(NAN))));
}

cuda::InputScale scaleOf(const cuda::InputGroup& group, std::int64_t input) {
    return group.scales[input / 2].value[input % 2];
}

/// A random matrix, aligned to 16 bytes, with its bias and the output y of some inputs.
template <typename T, typename Y>
struct TestMatrix {
    TestMatrix(WeightType type, std::int64_t rowCount, std::int64_t columns, std::int64_t inputs)
        : rows(rowCount),
          random(type, rowCount, columns),
          bias(randomElements<T>(rowCount)),
          y(poisoned<Y>(inputs * rowCount)) {
        if (isQuantized(type)) {
            bytes.assign(random.bytes.size() + 16, 0);
            const auto* from = reinterpret_cast<const unsigned char*>(random.bytes.data());
            std::copy(from, from + random.bytes.size(), start());
        } else {
            dense = randomElements<T>(rowCount * columns, 0.1F);
        }
    }

    unsigned char* start() {
        return reinterpret_cast<unsigned char*>((reinterpret_cast<std::uintptr_t>(bytes.data()) + 15) / 16 * 16);
    }
    const unsigned char* data() {
        return dense.empty() ? start() : reinterpret_cast<const unsigned char*>(dense.data());
    }

    double weight(std::int64_t row, std::int64_t column) const {
        return dense.empty() ? double{weightAt(random.matrix, row, column)}
                             : double{toFloat(dense[static_cast<std::size_t>(row * random.matrix.columns + column)])};
    }

    std::int64_t rows;
    RandomMatrix random;
    std::vector<unsigned char> bytes;
    std::vector<T> dense, bias;
    std::vector<Y> y;
};

/// Calls launch(tasks, blocks) with the tasks of all matrices and the number of thread blocks.
template <typename T, typename Y, typename Launch>
void launchAll(std::deque<TestMatrix<T, Y>>& matrices, std::int64_t columns, int inputs, std::int64_t rowsPerBlock,
               const Launch& launch) {
    cuda::GemvTasks<T, Y> tasks{{}, static_cast<int>(matrices.size()), static_cast<int>(columns), inputs};
    unsigned blocks = 0;
    for (std::size_t i = 0; i < matrices.size(); ++i) {
        tasks.of[i] = {matrices[i].data(), matrices[i].bias.data(), matrices[i].y.data(),
                       static_cast<int>(matrices[i].rows), blocks};
        blocks += count((matrices[i].rows + rowsPerBlock - 1) / rowsPerBlock);
    }
    launch(tasks, blocks);
}

template <typename T, typename Y, typename X>
void expectGemv(const std::deque<TestMatrix<T, Y>>& matrices, const std::vector<X>& x, std::int64_t columns,
                int inputs) {
    for (const TestMatrix<T, Y>& matrix : matrices) {
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
std::deque<TestMatrix<T, Y>> makeMatrices(WeightType type, const std::vector<int>& rows, std::int64_t columns,
                                          int inputs) {
    std::deque<TestMatrix<T, Y>> matrices;
    for (const int count : rows)
        matrices.emplace_back(type, count, columns, inputs);
    return matrices;
}

TYPED_TEST(CudaKernels, ComputeDenseGemv) {
    using T = TypeParam;
    for (const auto& [rows, columns] :
         std::vector<std::pair<std::vector<int>, int>>{{{1}, 8}, {{5, 2, 9}, 24}, {{37, 4}, 264}, {{12}, 1000}}) {
        for (const int inputs : {1, 3, 4}) {
            const auto x = randomElements<T>(inputs * columns);
            auto matrices = makeMatrices<T, float>(WeightType::float32, rows, columns, inputs);
            launchAll(matrices, columns, inputs, cuda::kRowsPerBlock, [&](const auto& tasks, unsigned blocks) {
                run({blocks}, {cuda::kRowsPerBlock * cuda::kWarp},
                    [&] { cuda::denseGemv<T, float, 4>(tasks, x.data()); });
            });
            expectGemv(matrices, x, columns, inputs);
        }
    }
}

template <typename T, int Bits>
void checkQuantized(const std::vector<int>& rows, std::int64_t columns, int inputs) {
    const auto x = randomElements<T>(inputs * columns);
    auto matrices = makeMatrices<T, T>(Bits == 8 ? WeightType::int8 : WeightType::int4, rows, columns, inputs);
    launchAll(matrices, columns, inputs, cuda::kRowsPerBlock, [&](const auto& tasks, unsigned blocks) {
        run({blocks, count(inputs)}, {cuda::kRowsPerBlock * cuda::kWarp},
            [&] { cuda::quantizedGemvScalar<T, T, Bits>(tasks, x.data()); });
    });
    expectGemv(matrices, x, columns, inputs);

    TestMatrix<T, T>& matrix = matrices.front();
    auto dense = poisoned<T>(panelCount(matrix.rows) * kPanelRows * columns);
    run({count((groupCount(columns) + cuda::kDequantizeWarps - 1) / cuda::kDequantizeWarps),
         count(panelCount(matrix.rows))},
        {cuda::kDequantizeWarps * cuda::kWarp},
        [&] { cuda::dequantize<T, Bits>(matrix.data(), dense.data(), static_cast<int>(columns)); });
    for (std::int64_t row = 0; row < matrix.rows; ++row) {
        for (std::int64_t c = 0; c < columns; ++c) {
            ASSERT_EQ(toFloat(dense[static_cast<std::size_t>(row * columns + c)]),
                      toFloat(fromFloat<T>(weightAt(matrix.random.matrix, row, c))))
                << row << ", " << c << " of " << matrix.rows << " x " << columns;
        }
    }
    expectGuarded(dense);
}

TYPED_TEST(CudaKernels, ComputeQuantizedGemv) {
    for (const auto& [rows, columns] :
         std::vector<std::pair<std::vector<int>, int>>{{{1}, 1}, {{16, 3}, 64}, {{37, 16, 1}, 130}, {{20}, 1000}}) {
        checkQuantized<TypeParam, 8>(rows, columns, 2);
        checkQuantized<TypeParam, 4>(rows, columns, 2);
    }
}

/// Quantizes x [inputs, columns] with the kernel, checks the error, and replaces x by what the groups represent.
template <typename T>
std::vector<cuda::InputGroup> quantize(std::vector<float>& x, std::int64_t columns, int inputs) {
    const auto elements = convert<T>(x);
    std::vector<cuda::InputGroup> groups(static_cast<std::size_t>(cuda::inputGroups(columns)));
    run({count((columns + cuda::kGroup * cuda::kGroupsPerBlock - 1) / (cuda::kGroup * cuda::kGroupsPerBlock)),
         count(inputs)},
        {cuda::kGroupsPerBlock * cuda::kWarp},
        [&] { cuda::quantizeInputs<T>(elements.data(), groups.data(), static_cast<int>(columns)); });
    for (std::int64_t m = 0; m < inputs; ++m) {
        for (std::int64_t c = 0; c < columns; ++c) {
            const cuda::InputGroup& group = groups[static_cast<std::size_t>(c / cuda::kGroup)];
            const std::int64_t quad = c % cuda::kGroup / 4;
            const unsigned word = group.quants[m][quad % 4].value[quad / 4];
            const auto quant = static_cast<signed char>(word >> (8 * (c % 4)));
            const auto at = static_cast<std::size_t>(m * columns + c);
            const float scale = scaleOf(group, m).scale, value = scale * static_cast<float>(quant);
            EXPECT_NEAR(value, toFloat(elements[at]), scale * 0.501F);
            x[at] = value;
        }
    }
    return groups;
}

/// Checks the tensor-core gemv, and that the result of an input is bitwise the same alone and in a batch. Bits: 16 for
/// an unquantized matrix. Split: the warps that share a panel of a quantized matrix.
template <typename T, int Bits, int Split = cuda::kPanelWarps>
void checkTensorCores(const std::vector<int>& rows, std::int64_t columns, int inputs) {
    constexpr WeightType kType = Bits == 8 ? WeightType::int8 : Bits == 4 ? WeightType::int4 : WeightType::bfloat16;
    constexpr int kRows = Bits == 16 ? cuda::kDenseRows : cuda::kPanel * (Split == 1 ? cuda::kLoneWarps : 1);
    constexpr unsigned kThreads = (Split == 1 ? cuda::kLoneWarps : cuda::kPanelWarps) * cuda::kWarp;
    auto matrices = makeMatrices<T, float>(kType, rows, columns, inputs);
    std::vector<float> x = randomFloats(inputs * columns, 1.0F);
    for (float& value : x)
        value = toFloat(fromFloat<T>(value));
    const auto compute = [&](int some) {
        std::vector<float> used(x.begin(), x.begin() + some * columns);
        launchAll(matrices, columns, some, kRows, [&](const auto& tasks, unsigned blocks) {
            if constexpr (Bits == 16) {
                const auto elements = convert<T>(used);
                run({blocks}, {kThreads}, [&] { cuda::denseGemvMma<T, float>(tasks, elements.data()); });
            } else {
                const auto groups = quantize<T>(used, columns, some);
                run({blocks}, {kThreads}, [&] { cuda::quantizedGemvMma<T, float, Bits, Split>(tasks, groups.data()); });
            }
        });
        return used;
    };
    expectGemv(matrices, compute(inputs), columns, inputs);
    std::vector<std::vector<float>> together;
    for (TestMatrix<T, float>& matrix : matrices)
        together.push_back(matrix.y);
    std::rotate(x.begin(), x.end() - columns, x.end());  // the last input comes first
    compute(1);
    for (std::size_t i = 0; i < matrices.size(); ++i) {
        const auto rowCount = static_cast<std::size_t>(matrices[i].rows);
        for (std::size_t row = 0; row < rowCount; ++row) {
            ASSERT_EQ(matrices[i].y[row], together[i][static_cast<std::size_t>(inputs - 1) * rowCount + row]);
        }
    }
}

TEST(CudaTensorCores, QuantizeInputsThatAreNotFinite) {
    for (const float bad : {INFINITY, -INFINITY, NAN}) {
        std::vector<float> x(128, 1.0F);
        x[5] = bad;
        x[70] = -3.0F;
        std::vector<cuda::InputGroup> groups(static_cast<std::size_t>(cuda::inputGroups(128)));
        run({1}, {cuda::kGroupsPerBlock * cuda::kWarp},
            [&] { cuda::quantizeInputs<float>(x.data(), groups.data(), 128); });
        EXPECT_TRUE(std::isnan(scaleOf(groups[0], 0).scale) && std::isnan(scaleOf(groups[0], 0).sum));
        EXPECT_FLOAT_EQ(scaleOf(groups[1], 0).scale, 3.0F / 127.0F);
        EXPECT_FLOAT_EQ(scaleOf(groups[1], 0).sum, 3.0F / 127.0F * (63.0F * 42.0F - 127.0F));
    }
}

TEST(CudaTensorCores, ComputeQuantizedGemv) {
    for (const auto& [rows, columns] :
         std::vector<std::pair<std::vector<int>, int>>{{{1}, 64}, {{16, 3, 150}, 128}, {{9}, 130}, {{20, 5}, 1088}}) {
        for (const int inputs : {1, 5, 8}) {
            checkTensorCores<Bf16, 8>(rows, columns, inputs);
            checkTensorCores<Bf16, 4>(rows, columns, inputs);
            checkTensorCores<Fp16, 8>(rows, columns, inputs);
            checkTensorCores<Fp16, 4>(rows, columns, inputs);
            checkTensorCores<Bf16, 8, 1>(rows, columns, inputs);
            checkTensorCores<Bf16, 4, 1>(rows, columns, inputs);
        }
    }
}

TEST(CudaTensorCores, ComputeDenseGemv) {
    for (const auto& [rows, columns] :
         std::vector<std::pair<std::vector<int>, int>>{{{1}, 8}, {{16, 3, 30}, 120}, {{20, 5}, 1096}}) {
        for (const int inputs : {1, 5, 8}) {
            checkTensorCores<Bf16, 16>(rows, columns, inputs);
            checkTensorCores<Fp16, 16>(rows, columns, inputs);
        }
    }
}

/// Checks that compute(groups) writes what quantizeInputs() makes of `rows` [inputs, columns].
template <typename T, typename Compute>
void expectSameGroups(const std::vector<T>& rows, int columns, int inputs, const Compute& compute) {
    std::vector<cuda::InputGroup> expected(static_cast<std::size_t>(cuda::inputGroups(columns))),
        groups(expected.size());
    const int perBlock = cuda::kGroup * cuda::kGroupsPerBlock;
    run({count((columns + perBlock - 1) / perBlock), count(inputs)}, {cuda::kGroupsPerBlock * cuda::kWarp},
        [&] { cuda::quantizeInputs<T>(rows.data(), expected.data(), columns); });
    compute(groups.data());
    for (std::size_t g = 0; g < static_cast<std::size_t>((columns + cuda::kGroup - 1) / cuda::kGroup); ++g) {
        for (int m = 0; m < inputs; ++m) {
            ASSERT_EQ(scaleOf(groups[g], m).scale, scaleOf(expected[g], m).scale) << g << ", " << m;
            ASSERT_EQ(scaleOf(groups[g], m).sum, scaleOf(expected[g], m).sum);
            ASSERT_EQ(std::memcmp(groups[g].quants[m], expected[g].quants[m], sizeof(groups[g].quants[m])), 0);
        }
    }
}

TYPED_TEST(CudaKernels, ComputeEmbeddingsNormsAndActivations) {
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

TYPED_TEST(CudaKernels, ComputeManyRows) {
    checkRows<TypeParam, 1, 8, 32>(5);
    checkRows<TypeParam, 1, 16, 256>(1301);
    checkRows<TypeParam, 4, 8, 32>(1024);
    checkRows<TypeParam, 4, 4, 256>(3200);
}

TYPED_TEST(CudaKernels, RotateManyRows) {
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

TYPED_TEST(CudaKernels, ComputeAttentionOfOneToken) {
    checkAttention<TypeParam, 64>({0}, 6, 2, 8);
    checkAttention<TypeParam, 64>({1, 40}, 7, 1, 3);
    checkAttention<TypeParam, 128>({61}, 8, 8, 5);
    checkAttention<TypeParam, 32>({130, 0, 7, 600}, 4, 2, 1);
    checkAttention<TypeParam, 128>({333, 150, 16, 15}, 14, 2, 32);
    checkAttention<TypeParam, 128>({700}, 8, 1, 3);  // several tiles per split
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
