#pragma once

#include "inference/checkpoint/config.h"
#include "inference/kernels/cpu/activations.h"
#include "inference/kernels/cpu/product.h"
#include "inference/model/kv_cache.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fleming::inference {

/// A sequence that gets one more token.
struct DecodedSequence {
    KvCache* cache = nullptr;         ///< with room for one more token
    std::int64_t sequenceLength = 0;  ///< that the rotary base is made for (see rotaryBase)
};

/// Causal grouped-query attention of one new token of each of some sequences, on the CPU, softmax in float32. A
/// sequence is attended to in parts of fixed length by whichever threads are free, so that the result does not depend
/// on their number.
class CpuAttention {
public:
    CpuAttention(const LanguageConfig& config, const std::vector<DecodedSequence>& sequences);

    /// Room for a layer's projections, [sequences, heads * headSize] and [sequences, kvHeads * headSize].
    float* queries() { return queries_.data(); }
    float* keys() { return keys_.data(); }
    float* values() { return values_.data(); }

    /// A layer's biases of these projections, [heads * headSize] and [kvHeads * headSize].
    struct Biases {
        const float *query, *key, *value;
    };

    /// To be called by all threads of an OpenMP team, once the projections are there: adds the biases, writes the
    /// layer's keys and values into the caches and the result into `mixed` [sequences, heads * headSize], prepared for
    /// a product with a matrix of type `next`.
    void run(std::size_t layer, const Biases& biases, WeightType next, Activations& mixed);

private:
    struct Sequence {
        const KvCache* cache = nullptr;
        std::int64_t length = 0;      // with the new token
        std::vector<float> cos, sin;  // [headSize / 2]
    };
    struct Part {
        std::size_t sequence = 0;
        std::int64_t keyHead = 0, first = 0, last = 0;
    };

    void addSequence(const LanguageConfig& config, const DecodedSequence& decoded);
    void rotate(const Sequence& sequence, const float* row, const float* bias, float* rotated) const;
    const float* rotatedQueries(const Part& part, const float* bias) const;
    void store(const Part& part, const KvCache::Layer& cached, const Biases& biases) const;
    void attend(std::size_t part, std::size_t layer, const Biases& biases);
    void combine(std::int64_t m, std::int64_t head, float* target) const;

    std::int64_t heads_, kvHeads_, group_, size_, stride_;
    bool paired_ = false;  // the caches hold bfloat16, whose kernels want queries in pairs and give results so
    const Kernels& kernels_;
    std::vector<Sequence> sequences_;
    std::vector<Part> parts_;
    std::vector<std::size_t> firstPart_;  // of each sequence and key head, and the end of all
    std::int64_t longestPart_ = 1;
    std::vector<float> queries_, keys_, values_;
    std::vector<float> scores_, mixed_;  // of each part: [group, longestPart], [group, stride]
    std::vector<float> largest_, sums_;  // of each part: [group]
};

}  // namespace fleming::inference
