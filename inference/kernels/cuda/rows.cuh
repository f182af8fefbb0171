#pragma once

#include "inference/kernels/cuda/primitives.cuh"

// Row-wise and element-wise kernels for many tokens or patches: prefill and the vision tower. They are bound by memory:
// a thread loads and stores N elements at once, so columns is a multiple of N.

namespace fleming::inference::cuda {

constexpr int kManyRowThreads = 256;

/// Computes normed = RMSNorm(x) * weight, or LayerNorm(x) * weight + bias if bias is not null: x [rows, columns], at
/// most Threads * N * K columns, which stay in registers. Threads compute a row: a warp or a block. Grid: blocks of
/// kManyRowThreads for kManyRowThreads / Threads rows each.
template <typename X, typename T, int N, int K, int Threads>
__global__ void normalizeRows(const X* x, const T* weight, const T* bias, float eps, T* normed, long long rows,
                              int columns) {
    static_assert(Threads == kWarp || Threads == kManyRowThreads);
    const int thread = static_cast<int>(threadIdx.x), first = thread % Threads * N;
    const long long index = static_cast<long long>(blockIdx.x) * (kManyRowThreads / Threads) + thread / Threads;
    if (index >= rows) return;  // the whole warp or block
    const long long row = index * columns;
    constexpr int kStep = Threads * N;
    const auto total = [](float value) { return Threads == kWarp ? warpSum(value) : blockSum(value); };
    float values[K][N] = {}, sum = 0.0F, mean = 0.0F, squares = 0.0F;
#pragma unroll
    for (int k = 0; k < K; ++k) {
        if (first + k * kStep < columns) loadFloats(x + row + first + k * kStep, values[k]);
    }
    if (bias) {
#pragma unroll
        for (int k = 0; k < K; ++k) {
#pragma unroll
            for (int i = 0; i < N; ++i)
                sum += values[k][i];
        }
        mean = total(sum) / static_cast<float>(columns);
    }
#pragma unroll
    for (int k = 0; k < K; ++k) {
        if (first + k * kStep >= columns) continue;
#pragma unroll
        for (int i = 0; i < N; ++i)
            squares += (values[k][i] - mean) * (values[k][i] - mean);
    }
    const float scale = rsqrtf(total(squares) / static_cast<float>(columns) + eps);
#pragma unroll
    for (int k = 0; k < K; ++k) {
        const int column = first + k * kStep;
        if (column >= columns) continue;
        float weights[N], biases[N] = {};
        loadFloats(weight + column, weights);
        if (bias) loadFloats(bias + column, biases);
#pragma unroll
        for (int i = 0; i < N; ++i)
            values[k][i] = (values[k][i] - mean) * scale * weights[i] + biases[i];
        storeFloats(normed + row + column, values[k]);
    }
}

/// Computes sum += added * factors (null: 1): sum and added [rows, columns], factors [columns]. Grid: one block of
/// kManyRowThreads per row.
template <typename T, int N>
__global__ void addScaledRows(float* sum, const T* added, const T* factors, int columns) {
    const long long row = static_cast<long long>(blockIdx.x) * columns;
    for (int column = static_cast<int>(threadIdx.x) * N; column < columns; column += kManyRowThreads * N) {
        float sums[N], values[N], scales[N];
        loadFloats(sum + row + column, sums);
        loadFloats(added + row + column, values);
        if (factors) loadFloats(factors + column, scales);
#pragma unroll
        for (int i = 0; i < N; ++i)
            sums[i] += factors ? values[i] * scales[i] : values[i];
        storeFloats(sum + row + column, sums);
    }
}

/// Computes gate = silu(gate) * up for `count` elements, a multiple of N. Grid: one thread per N elements.
template <typename T, int N>
__global__ void swiGluRows(T* gate, const T* up, long long count) {
    const long long at = (static_cast<long long>(blockIdx.x) * kManyRowThreads + threadIdx.x) * N;
    if (at >= count) return;
    float gates[N], ups[N];
    loadFloats(gate + at, gates);
    loadFloats(up + at, ups);
#pragma unroll
    for (int i = 0; i < N; ++i)
        gates[i] = swiGluOf(gates[i], ups[i]);
    storeFloats(gate + at, gates);
}

/// Applies the rotary embedding (half-split form, see rotary.h): x and rotated [tokens, heads, size], cosines and sines
/// float32 [tokens, size / 2]. Grid: one block of kManyRowThreads per token.
template <typename T>
__global__ void rotateRows(const T* x, const float* cosines, const float* sines, T* rotated, int heads, int size) {
    const int half = size / 2;
    const long long token = static_cast<long long>(blockIdx.x);
    for (int i = static_cast<int>(threadIdx.x); i < heads * half; i += kManyRowThreads) {
        const int pair = i % half;
        const long long at = token * heads * size + i / half * size + pair;
        const float low = toFloat(x[at]), high = toFloat(x[at + half]);
        const float cosine = cosines[token * half + pair], sine = sines[token * half + pair];
        rotated[at] = fromFloat<T>(low * cosine - high * sine);
        rotated[at + half] = fromFloat<T>(high * cosine + low * sine);
    }
}

}  // namespace fleming::inference::cuda
