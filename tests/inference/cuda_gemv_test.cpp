// Tests gemv on CUDA, emulated on the CPU, with fresh random operands of awkward sizes against references in double.
// clang-format off: the emulation of CUDA must precede the kernels
#include "tests/inference/cuda_test_values.h"
// clang-format on

#include "inference/kernels/cuda/gemv.cuh"
#include "inference/kernels/cuda/quantized_gemv.cuh"

#include <algorithm>
#include <cmath>
#include <deque>
#include <gtest/gtest.h>
#include <utility>
#include <vector>

namespace fleming::inference {
namespace {

TEST(CudaElements, RoundTripAndRoundToEven) {
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

template <typename T>
class CudaGemv : public testing::Test {};
TYPED_TEST_SUITE(CudaGemv, CudaElementTypes);

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

TYPED_TEST(CudaGemv, ComputeDenseGemv) {
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

TYPED_TEST(CudaGemv, ComputeQuantizedGemv) {
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

}  // namespace
}  // namespace fleming::inference
