#pragma once

#include "inference/kernels/cuda/numbers.cuh"

// The likeliest token, chosen on the device: what goes to the host are eight bytes.

namespace fleming::inference::cuda {

constexpr int kChoiceThreads = 256;
constexpr int kChoiceBlocks = 64;

/// The likeliest of some tokens: of equal logits the smallest id.
struct Likeliest {
    float logit;
    int id;
    float sum;  ///< of exp(logit - this->logit) over all that were looked at
};

/// A token and the natural logarithm of its probability; NaN where a logit is none or there is no finite one.
struct DeviceChoice {
    int id;
    float logProbability;
};

__device__ inline Likeliest likelier(const Likeliest& a, const Likeliest& b) {
    const bool first = a.logit > b.logit || (a.logit == b.logit && a.id <= b.id) || b.logit != b.logit;
    const Likeliest &best = first ? a : b, &other = first ? b : a;
    // A NaN stays in the sum. Where both are minus infinity there is nothing to add.
    const float share = other.sum == 0.0F ? 0.0F : other.sum * expf(other.logit - best.logit);
    return {best.logit, best.id, best.sum + share};
}

__device__ inline Likeliest likeliestOfBlock(Likeliest mine) {
    __shared__ Likeliest all[kChoiceThreads];
    all[threadIdx.x] = mine;
    for (int step = kChoiceThreads / 2; step > 0; step /= 2) {
        __syncthreads();
        if (static_cast<int>(threadIdx.x) < step)
            all[threadIdx.x] = likelier(all[threadIdx.x], all[threadIdx.x + step]);
    }
    __syncthreads();
    return all[0];
}

/// The likeliest of each of kChoiceBlocks shares of the logits [count].
static __global__ void likeliestOfShares(const float* logits, int count, Likeliest* shares) {
    Likeliest mine{-INFINITY, 0x7fffffff, 0.0F};
    for (int id = static_cast<int>(blockIdx.x * kChoiceThreads + threadIdx.x); id < count;
         id += kChoiceBlocks * kChoiceThreads) {
        const float logit = logits[id];
        if (logit == -INFINITY) continue;
        mine = likelier(mine, {logit, id, 1.0F});
    }
    mine = likeliestOfBlock(mine);
    if (threadIdx.x == 0) shares[blockIdx.x] = mine;
}

/// The likeliest of all into `choice`. One block.
static __global__ void likeliestOfAll(const Likeliest* shares, DeviceChoice* choice) {
    Likeliest mine{-INFINITY, 0x7fffffff, 0.0F};
    if (static_cast<int>(threadIdx.x) < kChoiceBlocks) mine = shares[threadIdx.x];
    mine = likeliestOfBlock(mine);
    if (threadIdx.x == 0) *choice = {mine.id, -logf(mine.sum)};
}

}  // namespace fleming::inference::cuda
