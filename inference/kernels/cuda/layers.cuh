#pragma once

#include "inference/kernels/cuda/primitives.cuh"

// The kernels of a transformer layer other than gemv and attention, for one new token of each of M sequences.

namespace fleming::inference::cuda {

constexpr int kRowThreads = 256;

/// Looks up token embeddings: table [V, columns] -> residual [M, columns]. Grid: one block per token.
template <typename T>
__global__ void embedTokens(const T* table, const int* tokens, float* residual, int columns) {
    const T* from = table + static_cast<long long>(tokens[blockIdx.x]) * columns;
    float* to = residual + static_cast<long long>(blockIdx.x) * columns;
    for (int i = static_cast<int>(threadIdx.x); i < columns; i += static_cast<int>(blockDim.x))
        to[i] = toFloat(from[i]);
}

constexpr int kNormThreads = 1024, kNormColumnsPerThread = 8;  // at most, per thread

/// Computes residual += added (null: 0) and normed = RMSNorm(residual) * weight for rows of at most kNormThreads *
/// kNormColumnsPerThread columns. Grid: one block of kNormThreads per row. A thread issues all its loads before it uses
/// one, and the row stays in registers.
template <typename T>
__global__ void addRmsNorm(float* residual, const T* added, const T* weight, float eps, T* normed, int columns) {
    const long long row = static_cast<long long>(blockIdx.x) * columns;
    const int first = static_cast<int>(threadIdx.x);
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
    if (i >= count) return;
    const float g = toFloat(gate[i]);
    result[i] = fromFloat<T>(g / (1.0F + expf(-g)) * toFloat(up[i]));
}

/// The KV cache of one layer of one sequence, [kvHeads, capacity, size], and the number of cached tokens.
template <typename T>
struct LayerCache {
    T *keys, *values;
    const int* length;
    int capacity;
};

constexpr int kMaxSequences = 8;  // per launch

template <typename T>
struct LayerCaches {
    LayerCache<T> of[kMaxSequences];
};

/// Applies the rotary embedding (half-split form, see rotary.h) to the new queries [M, heads, size] in place, and to
/// the new keys [M, kvHeads, size], which it appends to the caches with their values. frequencies [M, size / 2]. Grid:
/// heads (x; first the query heads, then the key heads), sequences (y).
template <typename T>
__global__ void rotateAndStore(T* query, const T* key, const T* value, LayerCaches<T> caches, const float* frequencies,
                               int heads, int size) {
    const int sequence = static_cast<int>(blockIdx.y), keyHeads = static_cast<int>(gridDim.x) - heads;
    const LayerCache<T> cache = caches.of[sequence];
    query += static_cast<long long>(sequence) * heads * size;
    key += static_cast<long long>(sequence) * keyHeads * size;
    value += static_cast<long long>(sequence) * keyHeads * size;
    frequencies += sequence * (size / 2);
    const int head = static_cast<int>(blockIdx.x), half = size / 2, position = *cache.length;
    const bool isQuery = head < heads;
    const T* from =
        isQuery ? query + static_cast<long long>(head) * size : key + static_cast<long long>(head - heads) * size;
    const long long place = (static_cast<long long>(head - heads) * cache.capacity + position) * size;
    T* to = isQuery ? query + static_cast<long long>(head) * size : cache.keys + place;
    for (int i = static_cast<int>(threadIdx.x); i < half; i += static_cast<int>(blockDim.x)) {
        const float angle = static_cast<float>(position) * frequencies[i], c = cosf(angle), s = sinf(angle);
        const float low = toFloat(from[i]), high = toFloat(from[i + half]);
        to[i] = fromFloat<T>(low * c - high * s);
        to[i + half] = fromFloat<T>(high * c + low * s);
        if (isQuery) continue;
        cache.values[place + i] = value[static_cast<long long>(head - heads) * size + i];
        cache.values[place + i + half] = value[static_cast<long long>(head - heads) * size + i + half];
    }
}

}  // namespace fleming::inference::cuda
