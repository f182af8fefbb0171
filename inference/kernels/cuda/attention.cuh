#pragma once

#include "inference/kernels/cuda/layers.cuh"
#include "inference/kernels/cuda/numbers.cuh"

// Causal grouped-query attention of one new token over all tokens of its cache, softmax in float32. The tokens are cut
// into parts, each part is attended to by itself, and the parts are put together (T. Dao et al., Flash-Decoding, 2023).

namespace fleming::inference::cuda {

constexpr int kAttentionWarps = 4;
constexpr int kMostHeadsOfKey = 8;  // query heads that share a key head
constexpr int kMostHeadSize = 128;  // a multiple of kWarp
constexpr int kMostParts = 64;
constexpr int kPartRows = kMostHeadSize + 2;  // floats of a part's result for a head: largest score, sum, values

/// What a warp has seen of some tokens for one query head.
template <int PerLane>
struct Seen {
    float largest = -1e30F, sum = 0.0F, mixed[PerLane] = {};

    __device__ void add(float score, const float (&values)[PerLane]) {
        const float before = largest;
        largest = fmaxf(largest, score);
        const float fade = expf(before - largest), share = expf(score - largest);
        sum = sum * fade + share;
#pragma unroll
        for (int i = 0; i < PerLane; ++i)
            mixed[i] = mixed[i] * fade + share * values[i];
    }
};

/// How many tokens a part takes, where `length` are cut into `parts`.
__device__ inline int tokensOfPart(int length, int parts) {
    const int each = (length + parts - 1) / parts;
    return each < kAttentionWarps ? kAttentionWarps : each;
}

/// query [sequences, heads, size]; the caches hold the new tokens too, at *length. parts [sequences, heads, gridDim.y,
/// kPartRows]. A block of kAttentionWarps warps for each key head (x), part (y) and sequence (z); PerLane = size /
/// kWarp.
template <typename T, int PerLane>
__global__ void attendParts(const T* query, LayerCaches<T> caches, float* parts, int group) {
    constexpr int kSize = PerLane * kWarp;
    const LayerCache<T> cache = caches.of[blockIdx.z];
    const long long heads = static_cast<long long>(gridDim.x) * group;
    query += blockIdx.z * heads * kSize;
    parts += blockIdx.z * heads * gridDim.y * kPartRows;
    const int lane = static_cast<int>(threadIdx.x) % kWarp, warp = static_cast<int>(threadIdx.x) / kWarp;
    const int keyHead = static_cast<int>(blockIdx.x), part = static_cast<int>(blockIdx.y);
    const int tokens = *cache.length + 1, each = tokensOfPart(tokens, static_cast<int>(gridDim.y));
    const int end = min(tokens, (part + 1) * each);
    const float scale = rsqrtf(static_cast<float>(kSize));
    float queries[kMostHeadsOfKey][PerLane];
    Seen<PerLane> seen[kMostHeadsOfKey];
#pragma unroll
    for (int h = 0; h < kMostHeadsOfKey; ++h) {
        if (h >= group) break;
        loadFloats(query + (static_cast<long long>(keyHead) * group + h) * kSize + lane * PerLane, queries[h]);
    }
    for (int token = part * each + warp; token < end; token += kAttentionWarps) {
        const long long at = (static_cast<long long>(keyHead) * cache.capacity + token) * kSize + lane * PerLane;
        float key[PerLane], value[PerLane];
        loadFloats(cache.keys + at, key);
        loadFloats(cache.values + at, value);
#pragma unroll
        for (int h = 0; h < kMostHeadsOfKey; ++h) {
            if (h >= group) break;
            float score = 0.0F;
#pragma unroll
            for (int i = 0; i < PerLane; ++i)
                score += queries[h][i] * key[i];
            seen[h].add(warpSum(score) * scale, value);
        }
    }
    __shared__ float shared[kAttentionWarps][kPartRows];
#pragma unroll
    for (int h = 0; h < kMostHeadsOfKey; ++h) {
        if (h >= group) break;
        __syncthreads();
        if (lane == 0) {
            shared[warp][0] = seen[h].largest;
            shared[warp][1] = seen[h].sum;
        }
#pragma unroll
        for (int i = 0; i < PerLane; ++i)
            shared[warp][2 + lane * PerLane + i] = seen[h].mixed[i];
        __syncthreads();
        float largest = shared[0][0];
        for (int w = 1; w < kAttentionWarps; ++w)
            largest = fmaxf(largest, shared[w][0]);
        float* result = parts + ((static_cast<long long>(keyHead) * group + h) * gridDim.y + part) * kPartRows;
        for (int i = 1 + static_cast<int>(threadIdx.x); i < 2 + kSize; i += kAttentionWarps * kWarp) {
            float sum = 0.0F;
            for (int w = 0; w < kAttentionWarps; ++w)
                sum += shared[w][i] * expf(shared[w][0] - largest);
            result[i] = sum;
        }
        if (threadIdx.x == 0) result[0] = largest;
    }
}

/// Puts the parts, at most kMostParts, together: result [sequences, heads, size]. A block of whole warps for each head
/// (x) and sequence (y).
template <typename T>
__global__ void combineParts(const float* parts, T* result, int partCount, int size) {
    __shared__ float shares[kMostParts];
    const long long row = static_cast<long long>(blockIdx.y) * gridDim.x + blockIdx.x;
    const float* mine = parts + row * partCount * kPartRows;
    const int lane = static_cast<int>(threadIdx.x) % kWarp;
    float largest = -1e30F, sum = 0.0F;
    for (int part = lane; part < partCount; part += kWarp)
        largest = fmaxf(largest, mine[part * kPartRows]);
    largest = warpMax(largest);
    for (int part = lane; part < partCount; part += kWarp) {  // every warp, so that each has the sum
        const float share = expf(mine[part * kPartRows] - largest);
        sum += share * mine[part * kPartRows + 1];
        if (static_cast<int>(threadIdx.x) < kWarp) shares[part] = share;
    }
    sum = warpSum(sum);
    __syncthreads();
    for (int i = static_cast<int>(threadIdx.x); i < size; i += static_cast<int>(blockDim.x)) {
        float value = 0.0F;
#pragma unroll 16
        for (int part = 0; part < partCount; ++part)
            value = fmaf(shares[part], mine[part * kPartRows + 2 + i], value);
        result[row * size + i] = fromFloat<T>(value / sum);
    }
}

}  // namespace fleming::inference::cuda
