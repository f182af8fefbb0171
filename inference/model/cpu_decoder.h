#pragma once

#include "inference/checkpoint/config.h"
#include "inference/checkpoint/weights.h"
#include "inference/model/cpu_attention.h"

#include <torch/torch.h>

#include <vector>

namespace fleming::inference {

/// The language model for single tokens on the CPU: what languageModel() and logits() compute, but without a tensor for
/// every step. All threads go through the layers together; each weight is read from memory once for all sequences. The
/// same numbers come out however many sequences there are, and however many threads.
class CpuDecoder {
public:
    /// Both must outlive the decoder; small weights (norms, biases) are copied as float32.
    CpuDecoder(const LanguageWeights& weights, const LanguageConfig& config);

    /// One new token of each of some sequences: its embeddings, float32 [M, D], contiguous, become the hidden states
    /// before the last norm. The caches hold the tokens afterwards; two sequences must not share one.
    void decode(torch::Tensor& hidden, const std::vector<DecodedSequence>& sequences) const;

    /// The last norm and the head: hidden states, float32 [M, D], contiguous -> float32 logits [M, V].
    torch::Tensor logits(const torch::Tensor& hidden) const;

private:
    struct LayerRows {
        std::vector<float> inputNorm, postAttentionNorm, queryBias, keyBias, valueBias;
    };

    const LanguageWeights& weights_;
    const LanguageConfig& config_;
    std::vector<LayerRows> layers_;
    std::vector<float> norm_;
};

}  // namespace fleming::inference
