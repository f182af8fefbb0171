#pragma once

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

constexpr int kNormThreads = 1024, kNormColumnsPerThread = 8;  // at most, per thread

/// Computes residual += added (null: 0) and normed = RMSNorm(residual) * weight for rows of at most kNormThreads *
/// kNormColumnsPerThread columns. Grid: one block of kNormThreads per row. A thread issues all its loads before it uses
/// one, and the row stays in registers.
template <typename T>
__global__ void addRmsNorm(float* residual, const T* added, const T* weight, float eps, T* normed, int columns) {
    const long long row = static_cast<long long>(blockIdx.x) * columns;
    const int first = static_cast<int>(threadIdx.x);
    allowNextKernel();
    waitForPreviousKernel();
    float values[kNormColumnsPerThread], weights[kNormColumnsPerThread], squares = 0.0F;
#pragma unroll
    for (int i = 0; i < kNormColumnsPerThread; ++i) {
        const int column = first + i * kNormThreads;
        values[i] = weights[i] = 0.0F;
        if (column >= columns) continue;
        values[i] = residual[row + column] + (added ? toFloat(added[row + column]) : 0.0F);
        weights[i] = toFloat(weight[column]);
    }
#pragma unroll
    for (int i = 0; i < kNormColumnsPerThread; ++i)
        squares += values[i] * values[i];
    const float scale = rsqrtf(blockSum(squares) / static_cast<float>(columns) + eps);
#pragma unroll
    for (int i = 0; i < kNormColumnsPerThread; ++i) {
        const int column = first + i * kNormThreads;
        if (column >= columns) continue;
        residual[row + column] = values[i];
        normed[row + column] = fromFloat<T>(values[i] * scale * weights[i]);
    }
}

/// Computes result = silu(gate) * up for `count` elements. One thread per element.
template <typename T>
__global__ void swiGlu(const T* gate, const T* up, T* result, int count) {
    const int i = static_cast<int>(blockIdx.x * blockDim.x + threadIdx.x);
    allowNextKernel();
    waitForPreviousKernel();
    if (i >= count) return;
    const float g = toFloat(gate[i]);
    result[i] = fromFloat<T>(g / (1.0F + expf(-g)) * toFloat(up[i]));
}

}  // namespace fleming::inference::cuda
