#pragma once

#include "inference/checkpoint/config.h"
#include "inference/checkpoint/weights.h"
#include "inference/model/decoding/cpu_attention.h"

#include <torch/torch.h>

#include <vector>

namespace fleming::inference {

/// The language model for decoding on the CPU. All layers run inside one OpenMP parallel region on plain float32 rows,
/// without a tensor per operation. Each weight is read from memory once per step, for all sequences. The result for a
/// sequence depends neither on the other sequences nor on the number of threads.
class CpuDecoder {
public:
    /// Keeps references to both arguments. Copies norms and biases as float32.
    CpuDecoder(const LanguageWeights& weights, const LanguageConfig& config);

    /// Computes one new token of each of M sequences: replaces its embedding by the hidden state before the last norm,
    /// hidden float32 [M, D], contiguous. Adds the tokens to the caches; two sequences must not share a cache.
    void decode(torch::Tensor& hidden, const std::vector<SequenceState>& sequences) const;

    /// Applies the last norm and the output layer: hidden float32 [M, D], contiguous -> float32 logits [M, V].
    torch::Tensor logits(const torch::Tensor& hidden) const;

private:
    struct LayerVectors {
        std::vector<float> inputNorm, postAttentionNorm, queryBias, keyBias, valueBias;
    };

    const LanguageWeights& weights_;
    const LanguageConfig& config_;
    std::vector<LayerVectors> layers_;
    std::vector<float> norm_;
};

}  // namespace fleming::inference
