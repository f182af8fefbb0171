#pragma once

#include "inference/kernels/bfloat16.h"
#include "inference/kernels/cpu/amx_gemm.h"

#include <cstdint>

namespace fleming::inference {

/// A non-owning view of rows in memory: row i starts at data + i * stride.
struct StridedRows {
    const Bfloat16* data = nullptr;
    std::int64_t stride = 0;  ///< in elements
};

/// The queries of the heads that share one key head, and the place of their attention output. There are tokens * group
/// query rows: row r belongs to token r / group and head r % group. The heads of a token are contiguous.
struct QueryRows {
    const Bfloat16* queries = nullptr;
    std::int64_t stride = 0;  ///< elements from the first head of a token to that of the next token
    Bfloat16* output = nullptr;
    std::int64_t outputStride = 0;  ///< as stride, for the output
    std::int64_t rows = 0, group = 1;
    std::int64_t visible = 0;           ///< number of keys that the first token sees, at least 1
    std::int64_t visibleIncrement = 0;  ///< keys that each token sees beyond the one before it: 1 if causal, else 0
};

/// Attention of many query rows over one key head, with AMX: softmax(Q K^T / sqrt(headSize)) V. Scores and softmax sums
/// are float32. As in FlashAttention (T. Dao et al., 2022), the exponentials are rounded to bfloat16 for the weighted
/// sum of values, and the result is divided by the softmax sum at the end.
class AmxHead {
public:
    /// `length` keys and values of `size` elements.
    AmxHead(const AmxKernels& kernels, std::int64_t length, std::int64_t size);

    /// Returns the number of tile panels of the keys.
    std::int64_t panels() const { return keyPanels_; }
    /// Packs the keys and values of one tile panel (32 tokens). Different panels may be packed concurrently.
    void pack(std::int64_t panel, StridedRows keys, StridedRows values);

    /// Computes the attention output of the query rows [32 panel, 32 panel + 32). All panels of the keys are packed.
    /// Different query panels may be computed concurrently.
    void attend(const QueryRows& queries, std::int64_t panel) const;

private:
    struct Scratch;
    /// Converts the scores of a query panel to unnormalized attention weights.
    void computeWeights(const QueryRows& queries, std::int64_t firstRow, std::int64_t rows, Scratch& scratch) const;

    const AmxKernels* kernels_;
    std::int64_t length_, size_, keyPanels_, keySteps_, valuePanels_;
    AlignedBuffer<std::uint16_t> keys_, values_;
};

}  // namespace fleming::inference
