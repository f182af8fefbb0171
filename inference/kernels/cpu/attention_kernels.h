// The attention kernels of one token, for the query heads that share a key head, written once with simd.h and compiled
// for each instruction set (as gemv_kernels.h). Each key and value is loaded once for up to kMaxHeads heads.
#pragma once

#include "inference/kernels/cpu/gemv_kernels.h"
#include "inference/kernels/cpu/simd_kernels.h"

namespace fleming::inference::FLEMING_SIMD {

#if defined(FLEMING_AVX512)
constexpr int kMaxHeads = 8;  // limited by the number of vector registers
#else
constexpr int kMaxHeads = 4;
#endif

/// Key columns in a 32-bit lane: one of float32; an even and an odd one of bfloat16, whose query elements are 16 apart
/// in the interleaved layout.
template <typename Element>
constexpr int kColumnsPerLane = 4 / static_cast<int>(sizeof(Element));

template <typename Element>
inline Floats extractColumn(Quads lanes, int which) {
    if constexpr (kColumnsPerLane<Element> == 1) return asFloats(lanes);
    return which == 0 ? evenBfloat16(lanes) : oddBfloat16(lanes);
}

/// Computes scores[h][t] = query[h] . key[t] of 16 tokens for G heads. Transposes the keys once for all heads, so that
/// a lane holds a token and no horizontal sum is needed.
template <typename Element, int G>
inline void scoreSixteenTokens(const AttentionOperands& a, int64_t head, int64_t t) {
    const int64_t stride = paddedColumns(a.headSize), whole = a.headSize / 32 * 32;
    const float* queries = a.queries + head * stride;
    const Element* keys = static_cast<const Element*>(a.keys) + t * a.headSize;
    Floats dots[G][2];
#pragma GCC unroll 8
    for (int g = 0; g < G; ++g)
        dots[g][0] = dots[g][1] = broadcast(0.0F);
    for (int64_t c = 0; c < whole; c += 16 * kColumnsPerLane<Element>) {
        for (int64_t i = 0; i < 16; ++i)
            prefetch(keys + i * a.headSize + c);
        Quads transposed[16];  // lane t belongs to token t
#pragma GCC unroll 16
        for (int i = 0; i < 16; ++i)
            transposed[i] = loadQuads(reinterpret_cast<const uint8_t*>(keys + i * a.headSize + c));
        transpose(transposed);
#pragma GCC unroll 16
        for (int i = 0; i < 16; ++i) {
#pragma GCC unroll 2
            for (int k = 0; k < kColumnsPerLane<Element>; ++k) {
                const Floats column = extractColumn<Element>(transposed[i], k);
#pragma GCC unroll 8
                for (int g = 0; g < G; ++g)
                    dots[g][k] = multiplyAdd(column, queries[g * stride + c + 16 * k + i], dots[g][k]);
            }
        }
    }
#pragma GCC unroll 8
    for (int g = 0; g < G; ++g)
        store(a.scores + (head + g) * a.tokens + t, multiplyAdd(dots[g][0], 1.0F, dots[g][1]));
    if (whole == a.headSize) return;
    for (int g = 0; g < G; ++g) {
        float* scores = a.scores + (head + g) * a.tokens + t;
        for (int64_t i = 0; i < 16; ++i)
            scores[i] += dotTail(keys + i * a.headSize + whole, queries + g * stride + whole, a.headSize - whole);
    }
}

/// Computes the score of one token for one head.
template <typename Element>
inline void scoreOneToken(const AttentionOperands& a, int64_t head, int64_t t) {
    const int64_t whole = a.headSize / 32 * 32;
    const float* query = a.queries + head * paddedColumns(a.headSize);
    const Element* key = static_cast<const Element*>(a.keys) + t * a.headSize;
    Floats dot = broadcast(0.0F);
    for (int64_t c = 0; c < whole; c += 32) {
        Floats k[2];
        load32(key + c, k);
        dot = multiplyAdd(k[1], load(query + c + 16), multiplyAdd(k[0], load(query + c), dot));
    }
    a.scores[head * a.tokens + t] = reduceAdd(dot) + dotTail(key + whole, query + whole, a.headSize - whole);
}

template <typename Element, int G>
inline void scoreHeads(const AttentionOperands& a, int64_t head) {
    if (a.tokens >= 16) {  // the last 16 tokens may overlap the previous 16
        for (int64_t t = 0; t < a.tokens; t += 16)
            scoreSixteenTokens<Element, G>(a, head, t + 16 <= a.tokens ? t : a.tokens - 16);
    } else {
        for (int64_t t = 0; t < a.tokens; ++t) {
            for (int64_t g = 0; g < G; ++g)
                scoreOneToken<Element>(a, head + g, t);
        }
    }
}

/// Computes 32 columns of the output of G heads, starting at `column`: sum over t of weight[h][t] * value[t]. The
/// output is interleaved for bfloat16.
template <typename Element, int G>
inline void weightedSum(const AttentionOperands& a, int64_t head, int64_t column) {
    const int64_t stride = paddedColumns(a.headSize);
    const Element* value = static_cast<const Element*>(a.values) + column;
    const float* weights = a.scores + head * a.tokens;
    Floats sums[G][2];
    for (int g = 0; g < G; ++g)
        sums[g][0] = sums[g][1] = broadcast(0.0F);
    for (int64_t t = 0; t < a.tokens; ++t, value += a.headSize) {
        prefetch(value);
        Floats v[2];
        load32(value, v);
        for (int g = 0; g < G; ++g) {
            const float weight = weights[g * a.tokens + t];
            sums[g][0] = multiplyAdd(v[0], weight, sums[g][0]);
            sums[g][1] = multiplyAdd(v[1], weight, sums[g][1]);
        }
    }
    for (int g = 0; g < G; ++g) {
        store(a.output + (head + g) * stride + column, sums[g][0]);
        store(a.output + (head + g) * stride + column + 16, sums[g][1]);
    }
}

inline float loadElement(const float* p) {
    return *p;
}
inline float loadElement(const uint16_t* p) {
    const float one[17] = {1.0F};  // index 0 of an interleaved row is column 0
    return dotTail(p, one, 1);
}

/// Computes the remaining columns, fewer than 32, in plain order.
template <typename Element>
inline void weightedSumTail(const AttentionOperands& a, int64_t head, int64_t column) {
    for (int64_t c = column; c < a.headSize; ++c) {
        const Element* value = static_cast<const Element*>(a.values) + c;
        float total = 0.0F;
        for (int64_t t = 0; t < a.tokens; ++t, value += a.headSize)
            total += a.scores[head * a.tokens + t] * loadElement(value);
        a.output[head * paddedColumns(a.headSize) + c] = total;
    }
}

template <typename Element>
struct Scores {
    template <int G>
    static void heads(const AttentionOperands& a, int64_t head, int64_t) {
        scoreHeads<Element, G>(a, head);
    }
};
template <typename Element>
struct WeightedSum {
    template <int G>
    static void heads(const AttentionOperands& a, int64_t head, int64_t column) {
        weightedSum<Element, G>(a, head, column);
    }
};

/// Calls Work::heads<n> for the remaining n heads, n <= G.
template <typename Work, int G>
inline void forRemainingHeads(const AttentionOperands& a, int64_t head, int64_t column) {
    if constexpr (G > 0) {
        if (a.heads - head == G) return Work::template heads<G>(a, head, column);
        forRemainingHeads<Work, G - 1>(a, head, column);
    }
}

/// Calls Work::heads for all heads, in batches of kMaxHeads and a remainder.
template <typename Work>
inline void forHeads(const AttentionOperands& a, int64_t column) {
    int64_t head = 0;
    for (; a.heads - head >= kMaxHeads; head += kMaxHeads)
        Work::template heads<kMaxHeads>(a, head, column);
    forRemainingHeads<Work, kMaxHeads - 1>(a, head, column);
}

template <typename Element>
void scoresKernel(const AttentionOperands& a) {
    forHeads<Scores<Element>>(a, 0);
}

template <typename Element>
void weightedSumKernel(const AttentionOperands& a) {
    const int64_t whole = a.headSize / 32 * 32;
    for (int64_t column = 0; column < whole; column += 32)
        forHeads<WeightedSum<Element>>(a, column);
    for (int64_t head = 0; head < a.heads; ++head)
        weightedSumTail<Element>(a, head, whole);
}

}  // namespace fleming::inference::FLEMING_SIMD
