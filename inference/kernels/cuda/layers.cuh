#pragma once

#include "inference/kernels/cuda/input_groups.cuh"
#include "inference/kernels/cuda/primitives.cuh"

// The kernels of a transformer layer other than gemv and attention, for one new token of each of M sequences.

namespace fleming::inference::cuda {

constexpr int kRowThreads = 256;

/// Looks up token embeddings: table [V, columns] -> residual [M, columns]. Grid: one block per token.
template <typename T>
__global__ void embedTokens(const T* table, const int* tokens, float* residual, int columns) {
    allowNextKernel();
    waitForPreviousKernel();
    const T* from = table + static_cast<long long>(tokens[blockIdx.x]) * columns;
    float* to = residual + static_cast<long long>(blockIdx.x) * columns;
    for (int i = static_cast<int>(threadIdx.x); i < columns; i += static_cast<int>(blockDim.x))
        to[i] = toFloat(from[i]);
}

/// Computes the rotation of one new token of each of M sequences: lengths [M], its positions; frequencies [M, half], in
/// radians per position -> table [M, 2 half], cosines and then sines. Grid: one block per sequence.
static __global__ void computeRotaryTable(const int* lengths, const float* frequencies, float* table, int half) {
    const int row = static_cast<int>(blockIdx.x);
    allowNextKernel();
    waitForPreviousKernel();
    for (int i = static_cast<int>(threadIdx.x); i < half; i += static_cast<int>(blockDim.x)) {
        const float angle = static_cast<float>(lengths[row]) * frequencies[row * half + i];
        table[row * 2 * half + i] = cosf(angle);
        table[row * 2 * half + half + i] = sinf(angle);
    }
}

constexpr int kNormThreads = 1024, kNormPairsPerThread = 4;  // at most, per thread

/// Computes residual += added (null: 0) and normed = RMSNorm(residual) * weight for rows of at most 2 kNormThreads *
/// kNormPairsPerThread columns, an even number; quantizes normed to `groups` instead if it is not null. Grid: one block
/// of kNormThreads per row. A thread issues all its loads before it uses one, and the row stays in registers.
template <typename T>
__global__ void addRmsNorm(float* residual, const T* added, const T* weight, float eps, T* normed, InputGroup* groups,
                           int columns) {
    const long long row = static_cast<long long>(blockIdx.x) * columns;
    const int first = 2 * static_cast<int>(threadIdx.x);
    float values[kNormPairsPerThread][2] = {}, weights[kNormPairsPerThread][2] = {}, squares = 0.0F;
    allowNextKernel();
    waitForPreviousKernel();
#pragma unroll
    for (int i = 0; i < kNormPairsPerThread; ++i) {
        const int column = first + i * 2 * kNormThreads;
        if (column >= columns) continue;
        float sums[2] = {};
        loadFloats(residual + row + column, values[i]);
        loadFloats(weight + column, weights[i]);
        if (added) loadFloats(added + row + column, sums);
        values[i][0] += sums[0];
        values[i][1] += sums[1];
    }
#pragma unroll
    for (int i = 0; i < kNormPairsPerThread; ++i)
        squares += values[i][0] * values[i][0] + values[i][1] * values[i][1];
    const float scale = rsqrtf(blockSum(squares) / static_cast<float>(columns) + eps);
#pragma unroll
    for (int i = 0; i < kNormPairsPerThread; ++i) {
        const int column = first + i * 2 * kNormThreads, group = column / kGroup;  // a warp has a group
        if (group * kGroup >= columns) continue;
        float results[2];
        for (int k = 0; k < 2; ++k)
            results[k] = toFloat(fromFloat<T>(values[i][k] * scale * weights[i][k]));
        if (groups) quantizeGroup(results, groups[group], static_cast<int>(blockIdx.x));
        if (column >= columns) continue;
        storeFloats(residual + row + column, values[i]);
        if (!groups) storeFloats(normed + row + column, results);
    }
}

/// Computes result = silu(gate) * up for rows of `columns` elements; quantizes it to `groups` instead if it is not
/// null. Grid: blocks of kRowThreads pairs of columns (x), rows (y).
template <typename T>
__global__ void swiGlu(const T* gate, const T* up, T* result, InputGroup* groups, int columns) {
    const int column = 2 * static_cast<int>(blockIdx.x * blockDim.x + threadIdx.x), group = column / kGroup;
    allowNextKernel();
    waitForPreviousKernel();
    if (group * kGroup >= columns) return;  // the whole warp, which has a group
    const long long row = static_cast<long long>(blockIdx.y) * columns;
    float values[2] = {};
    for (int k = 0; k < 2; ++k) {
        if (column + k >= columns) continue;
        const T rounded = fromFloat<T>(swiGluOf(toFloat(gate[row + column + k]), toFloat(up[row + column + k])));
        values[k] = toFloat(rounded);
        if (!groups) result[row + column + k] = rounded;
    }
    if (groups) quantizeGroup(values, groups[group], static_cast<int>(blockIdx.y));
}

}  // namespace fleming::inference::cuda
