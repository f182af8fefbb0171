#pragma once

#include "inference/checkpoint/config.h"
#include "inference/kernels/cpu/activations.h"
#include "inference/kernels/cpu/simd_kernels.h"
#include "inference/model/language/kv_cache.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fleming::inference {

/// One sequence of a decode batch, as CpuDecoder sees it.
struct SequenceState {
    KvCache* cache = nullptr;         ///< has room for one more token
    std::int64_t sequenceLength = 0;  ///< length that determines the rotary base (see rotaryBase())
};

/// Causal grouped-query attention of one new token per sequence on the CPU, softmax in float32. As in Flash-Decoding
/// (T. Dao et al., 2023), the cached tokens are divided into splits, which the threads process independently and then
/// merge. The splits have a fixed size, so the result does not depend on the number of threads.
class CpuAttention {
public:
    CpuAttention(const LanguageConfig& config, const std::vector<SequenceState>& sequences);

    // Buffers for the projections of a layer: queries [sequences, heads * headSize], keys and values [sequences,
    // kvHeads * headSize], float32 without bias.
    float* queries() { return queries_.data(); }
    float* keys() { return keys_.data(); }
    float* values() { return values_.data(); }

    /// The biases of these projections, [heads * headSize] and [kvHeads * headSize].
    struct Biases {
        const float *query, *key, *value;
    };

    /// Computes the attention of layer `layer` from the buffers: adds the biases, applies the rotary embedding, appends
    /// keys and values to the caches, and writes the attention output [sequences, heads * headSize] to `output`,
    /// prepared for a matrix of type `next`. All threads of an OpenMP parallel region must call it. Ends with a
    /// barrier.
    void run(std::size_t layer, const Biases& biases, WeightType next, Activations& output);

private:
    struct Sequence {
        const KvCache* cache = nullptr;
        std::int64_t length = 0;      // including the new token
        std::vector<float> cos, sin;  // of the new token's position, [headSize / 2]
    };
    /// The tokens [first, last) of a sequence, for one key head.
    struct Split {
        std::size_t sequence = 0;
        std::int64_t keyHead = 0, first = 0, last = 0;
    };

    void addSequence(const LanguageConfig& config, const SequenceState& state);
    void rotate(const Sequence& sequence, const float* row, const float* bias, float* rotated) const;
    const float* rotatedQueries(const Split& split, const float* bias) const;
    void store(const Split& split, const KvCache::Layer& cached, const Biases& biases) const;
    void attend(std::size_t index, std::size_t layer, const Biases& biases);
    void combine(std::int64_t m, std::int64_t head, float* target) const;

    std::int64_t heads_, kvHeads_, group_, size_, stride_;
    bool interleaved_ = false;  // the caches are bfloat16; see AttentionOperands
    const SimdKernels& kernels_;
    std::vector<Sequence> sequences_;
    std::vector<Split> splits_;            // ordered by sequence and key head
    std::vector<std::size_t> firstSplit_;  // of each sequence and key head, and the end
    std::int64_t maxSplitTokens_ = 1;
    std::vector<float> queries_, keys_, values_;
    std::vector<float> scores_, outputs_;  // per split: [group, maxSplitTokens], [group, stride]
    std::vector<float> maxima_, sums_;     // per split: [group]
};

}  // namespace fleming::inference
