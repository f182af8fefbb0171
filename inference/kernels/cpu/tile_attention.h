#pragma once

#include "inference/kernels/bfloat16.h"
#include "inference/kernels/cpu/tiles.h"

#include <cstdint>

namespace fleming::inference {

/// Rows of numbers in memory that somebody else owns: row i begins at data + i * stride.
struct HeadRows {
    const Bfloat16* data = nullptr;
    std::int64_t stride = 0;
};

/// The queries of the heads that share a head's keys, and where their results go. A row is one head of one token: row r
/// is the head r % group of the token r / group, `size` numbers that follow those of the head before it.
struct HeadQueries {
    const Bfloat16* queries = nullptr;
    std::int64_t stride = 0;  ///< numbers from a token's first head to the next token's
    Bfloat16* mixed = nullptr;
    std::int64_t mixedStride = 0;
    std::int64_t rows = 0, group = 1;
    std::int64_t visible = 0;      ///< so many keys, the first ones, are seen by the first token: at least one
    std::int64_t visibleMore = 0;  ///< and so many more by each token than by the one before it: 1 or 0
};

/// One head's keys and values [length, size], packed for attention in tiles: softmax(Q K^T / sqrt(size)) V, scores and
/// sums in float32, the exponentials rounded to bfloat16 for the product with the values (as in FlashAttention, Dao et
/// al. 2022).
class TiledHead {
public:
    TiledHead(const TileKernels& kernels, std::int64_t length, std::int64_t size);

    std::int64_t bands() const { return keyBands_; }
    /// Packs 32 keys and their values. Different bands may be packed by different threads.
    void pack(std::int64_t band, HeadRows keys, HeadRows values);

    /// The rows [32 band, 32 band + 32) of what the queries see; everything has been packed. Different bands may be
    /// done by different threads.
    void attend(const HeadQueries& queries, std::int64_t band) const;

private:
    struct Scratch;
    /// Turns the scores of a band into its shares of the values.
    void takeShares(const HeadQueries& queries, std::int64_t firstRow, std::int64_t rows, Scratch& scratch) const;

    const TileKernels* kernels_;
    std::int64_t length_, size_, keyBands_, keySteps_, valueBands_;
    TileBuffer<std::uint16_t> keys_, values_;
};

}  // namespace fleming::inference
