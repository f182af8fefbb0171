// Attention of one token, for the query heads that share a key head, written once with the lanes of vectors.h (as
// strips.h). Each key and value is read once.
#pragma once

#include "inference/kernels/cpu/product.h"
#include "inference/kernels/cpu/strips.h"

namespace fleming::inference::FLEMING_VECTORS {

#if defined(FLEMING_AVX512)
constexpr int kHeadsAtOnce = 8;  // as many as its registers hold
#else
constexpr int kHeadsAtOnce = 4;
#endif

/// Columns in 32 bits: of bfloat16 an even and an odd one, which in a row of queries lie 16 places apart.
template <typename Element>
constexpr int kColumnsInLane = 4 / static_cast<int>(sizeof(Element));

template <typename Element>
inline Floats columnOf(Quads lanes, int which) {
    if constexpr (kColumnsInLane<Element> == 1) return asFloats(lanes);
    return which == 0 ? evenBfloat16(lanes) : oddBfloat16(lanes);
}

/// The scores of sixteen tokens for G heads: scores[h][t] = query[h] . key[t]. Keys are turned so that a lane is a
/// token's, once for all heads, which saves the sums over lanes.
template <typename Element, int G>
inline void scoreSixteen(const Attention& a, int64_t head, int64_t t) {
    const int64_t stride = pairedColumns(a.size), whole = a.size / 32 * 32;
    const float* queries = a.queries + head * stride;
    const Element* keys = static_cast<const Element*>(a.keys) + t * a.size;
    Floats dots[G][2];
#pragma GCC unroll 8
    for (int g = 0; g < G; ++g)
        dots[g][0] = dots[g][1] = all(0.0F);
    for (int64_t c = 0; c < whole; c += 16 * kColumnsInLane<Element>) {
        for (int64_t i = 0; i < 16; ++i)
            prefetch(keys + i * a.size + c);
        Quads turned[16];  // lane t: of token t
#pragma GCC unroll 16
        for (int i = 0; i < 16; ++i)
            turned[i] = loadQuads(reinterpret_cast<const uint8_t*>(keys + i * a.size + c));
        transpose(turned);
#pragma GCC unroll 16
        for (int i = 0; i < 16; ++i) {
#pragma GCC unroll 2
            for (int k = 0; k < kColumnsInLane<Element>; ++k) {
                const Floats column = columnOf<Element>(turned[i], k);
#pragma GCC unroll 8
                for (int g = 0; g < G; ++g)
                    dots[g][k] = multiplyAdd(column, queries[g * stride + c + 16 * k + i], dots[g][k]);
            }
        }
    }
#pragma GCC unroll 8
    for (int g = 0; g < G; ++g)
        store(a.scores + (head + g) * a.tokens + t, multiplyAdd(dots[g][0], 1.0F, dots[g][1]));
    if (whole == a.size) return;
    for (int g = 0; g < G; ++g) {
        float* scores = a.scores + (head + g) * a.tokens + t;
        for (int64_t i = 0; i < 16; ++i)
            scores[i] += lastWeights(keys + i * a.size + whole, queries + g * stride + whole, a.size - whole);
    }
}

/// The score of one token for one head.
template <typename Element>
inline void scoreOne(const Attention& a, int64_t head, int64_t t) {
    const int64_t whole = a.size / 32 * 32;
    const float* query = a.queries + head * pairedColumns(a.size);
    const Element* key = static_cast<const Element*>(a.keys) + t * a.size;
    Floats dot = all(0.0F);
    for (int64_t c = 0; c < whole; c += 32) {
        Floats k[2];
        loadWeights(key + c, k);
        dot = multiplyAdd(k[1], load(query + c + 16), multiplyAdd(k[0], load(query + c), dot));
    }
    a.scores[head * a.tokens + t] = sum(dot) + lastWeights(key + whole, query + whole, a.size - whole);
}

template <typename Element, int G>
inline void scoreHeads(const Attention& a, int64_t head) {
    if (a.tokens >= 16) {  // the last sixteen may overlap with those before
        for (int64_t t = 0; t < a.tokens; t += 16)
            scoreSixteen<Element, G>(a, head, t + 16 <= a.tokens ? t : a.tokens - 16);
    } else {
        for (int64_t t = 0; t < a.tokens; ++t) {
            for (int64_t g = 0; g < G; ++g)
                scoreOne<Element>(a, head + g, t);
        }
    }
}

/// Of G of the heads, 32 columns from `column`: sum over t of scores[h][t] * value[t], in the order of the lanes.
template <typename Element, int G>
inline void mixHeads(const Attention& a, int64_t head, int64_t column) {
    const int64_t stride = pairedColumns(a.size);
    const Element* value = static_cast<const Element*>(a.values) + column;
    const float* shares = a.scores + head * a.tokens;
    Floats sums[G][2];
    for (int g = 0; g < G; ++g)
        sums[g][0] = sums[g][1] = all(0.0F);
    for (int64_t t = 0; t < a.tokens; ++t, value += a.size) {
        prefetch(value);
        Floats v[2];
        loadWeights(value, v);
        for (int g = 0; g < G; ++g) {
            const float share = shares[g * a.tokens + t];
            sums[g][0] = multiplyAdd(v[0], share, sums[g][0]);
            sums[g][1] = multiplyAdd(v[1], share, sums[g][1]);
        }
    }
    for (int g = 0; g < G; ++g) {
        store(a.mixed + (head + g) * stride + column, sums[g][0]);
        store(a.mixed + (head + g) * stride + column + 16, sums[g][1]);
    }
}

inline float oneElement(const float* p) {
    return *p;
}
inline float oneElement(const uint16_t* p) {
    const float one[17] = {1.0F};  // the first of a pair's even places
    return lastWeights(p, one, 1);
}

/// The columns that do not fill 32, one by one; in plain order.
template <typename Element>
inline void mixLastColumns(const Attention& a, int64_t head, int64_t column) {
    for (int64_t c = column; c < a.size; ++c) {
        const Element* value = static_cast<const Element*>(a.values) + c;
        float total = 0.0F;
        for (int64_t t = 0; t < a.tokens; ++t, value += a.size)
            total += a.scores[head * a.tokens + t] * oneElement(value);
        a.mixed[head * pairedColumns(a.size) + c] = total;
    }
}

template <typename Element>
struct Score {
    template <int G>
    static void heads(const Attention& a, int64_t head, int64_t) {
        scoreHeads<Element, G>(a, head);
    }
};
template <typename Element>
struct Mix {
    template <int G>
    static void heads(const Attention& a, int64_t head, int64_t column) {
        mixHeads<Element, G>(a, head, column);
    }
};

/// Work::heads<G> for the last heads, fewer than G + 1.
template <typename Work, int G>
inline void forLastHeads(const Attention& a, int64_t head, int64_t column) {
    if constexpr (G > 0) {
        if (a.heads - head == G) return Work::template heads<G>(a, head, column);
        forLastHeads<Work, G - 1>(a, head, column);
    }
}

/// Work::heads<G> for all heads, as many at once as there may be.
template <typename Work>
inline void forHeads(const Attention& a, int64_t column) {
    int64_t head = 0;
    for (; a.heads - head >= kHeadsAtOnce; head += kHeadsAtOnce)
        Work::template heads<kHeadsAtOnce>(a, head, column);
    forLastHeads<Work, kHeadsAtOnce - 1>(a, head, column);
}

template <typename Element>
void scoresKernel(const Attention& a) {
    forHeads<Score<Element>>(a, 0);
}

template <typename Element>
void mixKernel(const Attention& a) {
    const int64_t whole = a.size / 32 * 32;
    for (int64_t column = 0; column < whole; column += 32)
        forHeads<Mix<Element>>(a, column);
    for (int64_t head = 0; head < a.heads; ++head)
        mixLastColumns<Element>(a, head, whole);
}

}  // namespace fleming::inference::FLEMING_VECTORS
