#pragma once

#include "inference/kernels/cuda/primitives.cuh"

// The int8 form of activations x, for gemv with quantized weights.

namespace fleming::inference::cuda {

constexpr int kMaxInputs = 8;       // of a tensor-core tile
constexpr int kGroup = 64;          // columns; kGroupColumns of weight_matrix.h
constexpr int kGroupsPerBlock = 4;  // of quantizeInputs()

/// The scale of a quantized group, and scale * sum of its quants.
struct InputScale {
    float scale, sum;
};

/// A group of columns of up to kMaxInputs quantized inputs: x = scale * q, scale = max |x| / 127, as on the CPU
/// (activations.h). A group with a value that is not finite gets a NaN scale.
struct alignas(16) InputGroup {
    /// Of each input, in the order of the fragments: the columns 4 (j + 4 i) .. + 3 are the bytes of [j].value[i].
    Chunk quants[kMaxInputs][4];
    Pack<InputScale, 2> scales[kMaxInputs / 2];  ///< of two inputs each
};

/// Returns the groups to allocate for rows of `columns`: more than there are, because the kernels load ahead.
constexpr long long inputGroups(long long columns) {
    return (columns + kGroup - 1) / kGroup + 12;
}

/// Returns the maximum magnitude in a warp, or NaN if one is NaN.
__device__ inline float warpMagnitude(float value) {
    value = fabsf(value);
    for (int mask = kWarp / 2; mask > 0; mask /= 2) {
        const float other = __shfl_xor_sync(0xffffffffU, value, mask);
        value = other > value || other != other ? other : value;
    }
    return value;
}

/// Quantizes a group of one input. Each lane of a warp has the values of the columns 2 lane and the next one, 0 behind
/// the last column.
__device__ inline void quantizeGroup(const float (&values)[2], InputGroup& group, int input) {
    const int lane = static_cast<int>(threadIdx.x) % kWarp, quad = lane / 2;
    const float first = fabsf(values[0]), second = fabsf(values[1]);
    const float maximum = warpMagnitude(first > second || first != first ? first : second);
    constexpr float kMinMagnitude = 1e-30F;  // groups with smaller values become zero
    const bool finite = maximum < INFINITY;
    const float inverse = finite && maximum > kMinMagnitude ? 127.0F / maximum : 0.0F;
    const int quants[2] = {finite ? static_cast<int>(rintf(values[0] * inverse)) : 0,
                           finite ? static_cast<int>(rintf(values[1] * inverse)) : 0};
    const float total = warpSum(static_cast<float>(quants[0] + quants[1]));
    const unsigned bytes = (static_cast<unsigned>(quants[0]) & 255U) | (static_cast<unsigned>(quants[1]) & 255U) << 8;
    using Pair = unsigned short __attribute__((may_alias));
    reinterpret_cast<Pair*>(&group.quants[input][quad % 4].value[quad / 4])[lane % 2] = static_cast<Pair>(bytes);
    if (lane != 0) return;
    const float scale = finite ? maximum / 127.0F : NAN;
    group.scales[input / 2].value[input % 2] = {scale, scale * total};
}

/// Quantizes x [inputs, columns] to groups [ceil(columns / kGroup)]. Grid: blocks of kGroupsPerBlock groups (x), inputs
/// (y), at most kMaxInputs. Block: one warp per group.
template <typename T>
__global__ void quantizeInputs(const T* x, InputGroup* groups, int columns) {
    const int lane = static_cast<int>(threadIdx.x) % kWarp, input = static_cast<int>(blockIdx.y);
    const int group = static_cast<int>(blockIdx.x) * kGroupsPerBlock + static_cast<int>(threadIdx.x) / kWarp;
    allowNextKernel();
    waitForPreviousKernel();
    if (group * kGroup >= columns) return;  // the whole warp
    float values[2];
    for (int i = 0; i < 2; ++i) {
        const int column = group * kGroup + 2 * lane + i;
        values[i] = column < columns ? toFloat(x[static_cast<long long>(input) * columns + column]) : 0.0F;
    }
    quantizeGroup(values, groups[group], input);
}

}  // namespace fleming::inference::cuda
