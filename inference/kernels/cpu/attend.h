// Attention of one token, for the query heads that share a key head, written once with the lanes of vectors.h (as
// strips.h). Each key and value is read once.
#pragma once

#include "inference/kernels/cpu/product.h"
#include "inference/kernels/cpu/strips.h"

namespace fleming::inference::FLEMING_VECTORS {

#if defined(FLEMING_AVX512)
constexpr int kTokensAtOnce = 4, kMixedAtOnce = 8;  // as many as its registers hold
#else
constexpr int kTokensAtOnce = 1, kMixedAtOnce = 4;
#endif

/// The scores of T tokens for G heads: scores[h][t] = query[h] . key[t].
template <typename Element, int G, int T>
inline void scoreTokens(const Attention& a, int64_t head, int64_t t) {
    const int64_t stride = pairedColumns(a.size), whole = a.size / 32 * 32;
    const float* queries = a.queries + head * stride;
    const Element* keys = static_cast<const Element*>(a.keys) + t * a.size;
    const Element* values = static_cast<const Element*>(a.values) + t * a.size;
    Floats dots[G][kTokensAtOnce];
    for (int g = 0; g < G; ++g) {
        for (int i = 0; i < kTokensAtOnce; ++i) dots[g][i] = all(0.0F);
    }
    for (int64_t c = 0; c < whole; c += 32) {
        Floats k[T][2];
        for (int i = 0; i < T; ++i) {
            prefetch(keys + i * a.size + c);
            prefetch(values + i * a.size + c, 0);  // wanted next
            loadWeights(keys + i * a.size + c, k[i]);
        }
        for (int g = 0; g < G; ++g) {
            const Floats even = load(queries + g * stride + c), odd = load(queries + g * stride + c + 16);
            for (int i = 0; i < T; ++i) dots[g][i] = multiplyAdd(k[i][1], odd, multiplyAdd(k[i][0], even, dots[g][i]));
        }
    }
    for (int g = 0; g < G; ++g) {
        float sums[kTokensAtOnce];
        sumEach(dots[g], sums);
        memcpy(a.scores + (head + g) * a.tokens + t, sums, T * sizeof(float));
    }
    if (whole == a.size) return;
    for (int g = 0; g < G; ++g) {
        for (int i = 0; i < T; ++i) {
            a.scores[(head + g) * a.tokens + t + i] += lastWeights(keys + i * a.size + whole, queries + g * stride + whole, a.size - whole);
        }
    }
}

template <typename Element, int G>
inline void scoreHeads(const Attention& a, int64_t head) {
    int64_t t = 0;
    for (; a.tokens - t >= kTokensAtOnce; t += kTokensAtOnce) scoreTokens<Element, G, kTokensAtOnce>(a, head, t);
    for (; t < a.tokens; ++t) scoreTokens<Element, G, 1>(a, head, t);
}

/// Of G of the heads, 32 columns from `column`: sum over t of scores[h][t] * value[t], in the order of the lanes.
template <typename Element, int G>
inline void mixHeads(const Attention& a, int64_t head, int64_t column) {
    const int64_t stride = pairedColumns(a.size);
    const Element* value = static_cast<const Element*>(a.values) + column;
    const float* shares = a.scores + head * a.tokens;
    Floats sums[G][2];
    for (int g = 0; g < G; ++g) sums[g][0] = sums[g][1] = all(0.0F);
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

inline float oneElement(const float* p) { return *p; }
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
        for (int64_t t = 0; t < a.tokens; ++t, value += a.size) total += a.scores[head * a.tokens + t] * oneElement(value);
        a.mixed[head * pairedColumns(a.size) + c] = total;
    }
}

template <typename Element>
void scoresKernel(const Attention& a) {
    int64_t head = 0;
    for (; a.heads - head >= 4; head += 4) scoreHeads<Element, 4>(a, head);
    if (a.heads - head == 3) scoreHeads<Element, 3>(a, head);
    if (a.heads - head == 2) scoreHeads<Element, 2>(a, head);
    if (a.heads - head == 1) scoreHeads<Element, 1>(a, head);
}

/// The last `heads` of the heads, fewer than G.
template <typename Element, int G>
inline void mixLastHeads(const Attention& a, int64_t heads, int64_t column) {
    if constexpr (G > 1) {
        if (heads == G - 1) return mixHeads<Element, G - 1>(a, a.heads - heads, column);
        mixLastHeads<Element, G - 1>(a, heads, column);
    }
}

template <typename Element>
void mixKernel(const Attention& a) {
    const int64_t whole = a.size / 32 * 32;
    for (int64_t column = 0; column < whole; column += 32) {
        int64_t head = 0;
        for (; a.heads - head >= kMixedAtOnce; head += kMixedAtOnce) mixHeads<Element, kMixedAtOnce>(a, head, column);
        if (head < a.heads) mixLastHeads<Element, kMixedAtOnce>(a, a.heads - head, column);
    }
    for (int64_t head = 0; head < a.heads; ++head) mixLastColumns<Element>(a, head, whole);
}

}  // namespace fleming::inference::FLEMING_VECTORS
