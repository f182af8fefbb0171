#pragma once

#include "inference/kernels/cuda/layers.cuh"
#include "inference/kernels/cuda/primitives.cuh"

// Causal grouped-query attention of one new token per sequence over its KV cache, softmax in float32. Flash-Decoding
// (T. Dao et al., 2023): the cached tokens are divided into splits; attendSplits() computes an online softmax and a
// weighted sum of values for each split, and combineSplits() merges them.

namespace fleming::inference::cuda {

constexpr int kAttentionWarps = 4;
constexpr int kMaxGroupSize = 8;   // query heads per key head
constexpr int kMaxHeadSize = 128;  // a multiple of kWarp
constexpr int kMaxSplits = 64;
constexpr int kSplitFloats = kMaxHeadSize + 2;  // partial result of a head: maximum score, softmax sum, output

/// The online softmax of one query head over the tokens that a warp has processed. A lane holds PerLane elements of the
/// unnormalized output.
template <int PerLane>
struct OnlineSoftmax {
    float maximum = -1e30F, sum = 0.0F, output[PerLane] = {};

    __device__ void add(float score, const float (&values)[PerLane]) {
        const float before = maximum;
        maximum = fmaxf(maximum, score);
        const float decay = expf(before - maximum), weight = expf(score - maximum);
        sum = sum * decay + weight;
#pragma unroll
        for (int i = 0; i < PerLane; ++i)
            output[i] = output[i] * decay + weight * values[i];
    }
};

/// Returns the tokens per split if `length` tokens are divided into `splits`. The last splits may be empty.
__device__ inline int tokensPerSplit(int length, int splits) {
    const int each = (length + splits - 1) / splits;
    return each < kAttentionWarps ? kAttentionWarps : each;
}

/// query [sequences, heads, size], rotated; the caches already hold the new token at index *length. splits [sequences,
/// heads, gridDim.y, kSplitFloats]. Grid: key heads (x), splits (y), sequences (z). Block: kAttentionWarps warps; each
/// warp processes every kAttentionWarps-th token. PerLane = size / kWarp.
template <typename T, int PerLane>
__global__ void attendSplits(const T* query, LayerCaches<T> caches, float* splits, int group) {
    constexpr int kSize = PerLane * kWarp;
    const LayerCache<T> cache = caches.of[blockIdx.z];
    const long long heads = static_cast<long long>(gridDim.x) * group;
    query += blockIdx.z * heads * kSize;
    splits += blockIdx.z * heads * gridDim.y * kSplitFloats;
    const int lane = static_cast<int>(threadIdx.x) % kWarp, warp = static_cast<int>(threadIdx.x) / kWarp;
    const int keyHead = static_cast<int>(blockIdx.x), split = static_cast<int>(blockIdx.y);
    const int tokens = *cache.length + 1, each = tokensPerSplit(tokens, static_cast<int>(gridDim.y));
    const int end = min(tokens, (split + 1) * each);
    const float scale = rsqrtf(static_cast<float>(kSize));
    float queries[kMaxGroupSize][PerLane];
    OnlineSoftmax<PerLane> softmax[kMaxGroupSize];
#pragma unroll
    for (int h = 0; h < kMaxGroupSize; ++h) {
        if (h >= group) break;
        loadFloats(query + (static_cast<long long>(keyHead) * group + h) * kSize + lane * PerLane, queries[h]);
    }
    for (int token = split * each + warp; token < end; token += kAttentionWarps) {
        const long long at = (static_cast<long long>(keyHead) * cache.capacity + token) * kSize + lane * PerLane;
        float key[PerLane], value[PerLane];
        loadFloats(cache.keys + at, key);
        loadFloats(cache.values + at, value);
#pragma unroll
        for (int h = 0; h < kMaxGroupSize; ++h) {
            if (h >= group) break;
            float score = 0.0F;
#pragma unroll
            for (int i = 0; i < PerLane; ++i)
                score += queries[h][i] * key[i];
            softmax[h].add(warpSum(score) * scale, value);
        }
    }
    __shared__ float shared[kAttentionWarps][kSplitFloats];
#pragma unroll
    for (int h = 0; h < kMaxGroupSize; ++h) {
        if (h >= group) break;
        __syncthreads();
        if (lane == 0) {
            shared[warp][0] = softmax[h].maximum;
            shared[warp][1] = softmax[h].sum;
        }
#pragma unroll
        for (int i = 0; i < PerLane; ++i)
            shared[warp][2 + lane * PerLane + i] = softmax[h].output[i];
        __syncthreads();
        float maximum = shared[0][0];
        for (int w = 1; w < kAttentionWarps; ++w)
            maximum = fmaxf(maximum, shared[w][0]);
        float* result = splits + ((static_cast<long long>(keyHead) * group + h) * gridDim.y + split) * kSplitFloats;
        for (int i = 1 + static_cast<int>(threadIdx.x); i < 2 + kSize; i += kAttentionWarps * kWarp) {
            float sum = 0.0F;
            for (int w = 0; w < kAttentionWarps; ++w)
                sum += shared[w][i] * expf(shared[w][0] - maximum);
            result[i] = sum;
        }
        if (threadIdx.x == 0) result[0] = maximum;
    }
}

/// Merges the splits, at most kMaxSplits: result [sequences, heads, size]. Grid: heads (x), sequences (y). Block: whole
/// warps.
template <typename T>
__global__ void combineSplits(const float* splits, T* result, int splitCount, int size) {
    __shared__ float weights[kMaxSplits];
    const long long row = static_cast<long long>(blockIdx.y) * gridDim.x + blockIdx.x;
    const float* partials = splits + row * splitCount * kSplitFloats;
    const int lane = static_cast<int>(threadIdx.x) % kWarp;
    float maximum = -1e30F, sum = 0.0F;
    for (int split = lane; split < splitCount; split += kWarp)
        maximum = fmaxf(maximum, partials[split * kSplitFloats]);
    maximum = warpMax(maximum);
    for (int split = lane; split < splitCount; split += kWarp) {  // in every warp, so that each has the sum
        const float weight = expf(partials[split * kSplitFloats] - maximum);
        sum += weight * partials[split * kSplitFloats + 1];
        if (static_cast<int>(threadIdx.x) < kWarp) weights[split] = weight;
    }
    sum = warpSum(sum);
    __syncthreads();
    for (int i = static_cast<int>(threadIdx.x); i < size; i += static_cast<int>(blockDim.x)) {
        float value = 0.0F;
#pragma unroll 16
        for (int split = 0; split < splitCount; ++split)
            value = fmaf(weights[split], partials[split * kSplitFloats + 2 + i], value);
        result[row * size + i] = fromFloat<T>(value / sum);
    }
}

}  // namespace fleming::inference::cuda
