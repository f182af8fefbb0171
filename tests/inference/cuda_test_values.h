#pragma once

// Operands of the tests of the CUDA kernels, emulated on the CPU. Outputs are filled with a poison value before, and
// the guard elements behind them are checked afterwards.

// clang-format off: the emulation must precede the kernels
#include "tests/inference/cuda_emulation.h"
// clang-format on

#include "inference/kernels/cuda/input_groups.cuh"
#include "inference/kernels/cuda/primitives.cuh"
#include "tests/inference/random_matrix.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <gtest/gtest.h>
#include <type_traits>
#include <vector>

namespace fleming::inference {

using cuda::Bf16;
using cuda::Fp16;
using cuda::fromFloat;
using cuda::toFloat;

constexpr float kPoison = 12345.0F;
constexpr std::size_t kGuard = 40;

inline unsigned count(std::int64_t value) {
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

inline cuda::InputScale scaleOf(const cuda::InputGroup& group, std::int64_t input) {
    return group.scales[input / 2].value[input % 2];
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

/// The element types of the kernels.
using CudaElementTypes = testing::Types<float, Bf16, Fp16>;

}  // namespace fleming::inference
