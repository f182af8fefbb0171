#pragma once

#include "inference/kernels/cuda/primitives.cuh"

// Greedy sampling on the device: only the argmax token and its log-probability, eight bytes, are copied to the host.

namespace fleming::inference::cuda {

constexpr int kArgmaxThreads = 256;
constexpr int kArgmaxBlocks = 64;

/// The argmax of some logits. Of equal logits, the smallest id.
struct ArgmaxPartial {
    float logit;
    int id;
    float sum;  ///< softmax sum: exp(logit[i] - logit) over all of these logits
};

/// A token and the natural logarithm of its probability, which is NaN or positive if the logits are invalid (see
/// argmaxToken()).
struct ArgmaxToken {
    int id;
    float logProbability;
};

/// Merges the argmax of two sets of logits.
__device__ inline ArgmaxPartial combine(const ArgmaxPartial& a, const ArgmaxPartial& b) {
    const bool first = a.logit > b.logit || (a.logit == b.logit && a.id <= b.id) || b.logit != b.logit;
    const ArgmaxPartial &best = first ? a : b, &other = first ? b : a;
    // A NaN propagates to the sum. A sum of 0 means that `other` has no logits; exp(-inf - -inf) would be NaN.
    const float scaled = other.sum == 0.0F ? 0.0F : other.sum * expf(other.logit - best.logit);
    return {best.logit, best.id, best.sum + scaled};
}

/// Merges the argmax of all kArgmaxThreads threads of the block; every thread gets the result.
__device__ inline ArgmaxPartial blockArgmax(ArgmaxPartial partial) {
    __shared__ ArgmaxPartial all[kArgmaxThreads];
    all[threadIdx.x] = partial;
    for (int step = kArgmaxThreads / 2; step > 0; step /= 2) {
        __syncthreads();
        if (static_cast<int>(threadIdx.x) < step) all[threadIdx.x] = combine(all[threadIdx.x], all[threadIdx.x + step]);
    }
    __syncthreads();
    return all[0];
}

/// Computes the argmax of each of kArgmaxBlocks interleaved parts of logits [count]. Grid: kArgmaxBlocks blocks of
/// kArgmaxThreads threads.
static __global__ void partialArgmax(const float* logits, int count, ArgmaxPartial* partials) {
    allowNextKernel();
    waitForPreviousKernel();
    ArgmaxPartial partial{-INFINITY, 0x7fffffff, 0.0F};
    for (int id = static_cast<int>(blockIdx.x * kArgmaxThreads + threadIdx.x); id < count;
         id += kArgmaxBlocks * kArgmaxThreads) {
        const float logit = logits[id];
        if (logit == -INFINITY) continue;
        partial = combine(partial, {logit, id, 1.0F});
    }
    partial = blockArgmax(partial);
    if (threadIdx.x == 0) partials[blockIdx.x] = partial;
}

/// Merges partials [kArgmaxBlocks]. Grid: one block of kArgmaxThreads threads.
static __global__ void finalArgmax(const ArgmaxPartial* partials, ArgmaxToken* token) {
    allowNextKernel();
    waitForPreviousKernel();
    ArgmaxPartial partial{-INFINITY, 0x7fffffff, 0.0F};
    if (static_cast<int>(threadIdx.x) < kArgmaxBlocks) partial = partials[threadIdx.x];
    partial = blockArgmax(partial);
    if (threadIdx.x == 0) *token = {partial.id, -logf(partial.sum)};
}

}  // namespace fleming::inference::cuda
