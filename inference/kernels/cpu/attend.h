// Attention of one token, for the query heads that share a key head, written once with the lanes of vectors.h (as
// strips.h). Each key and value is read once.
#pragma once

#include "inference/kernels/cpu/product.h"
#include "inference/kernels/cpu/strips.h"

namespace fleming::inference::FLEMING_VECTORS {

/// G of the heads' scores: scores[h][t] = query[h] . key[t].
template <typename Element, int G>
inline void scoreHeads(const Attention& a, int64_t head) {
    const int64_t stride = pairedColumns(a.size), whole = a.size / 32 * 32;
    const float* queries = a.queries + head * stride;
    const Element* key = static_cast<const Element*>(a.keys);
    for (int64_t t = 0; t < a.tokens; ++t, key += a.size) {
        Floats dots[G];
        for (int g = 0; g < G; ++g) dots[g] = all(0.0F);
        for (int64_t c = 0; c < whole; c += 32) {
            prefetch(key + c);
            Floats k[2];
            loadWeights(key + c, k);
            for (int g = 0; g < G; ++g) {
                const float* query = queries + g * stride + c;
                dots[g] = multiplyAdd(k[1], load(query + 16), multiplyAdd(k[0], load(query), dots[g]));
            }
        }
        for (int g = 0; g < G; ++g) {
            a.scores[(head + g) * a.tokens + t] =
                sum(dots[g]) + lastWeights(key + whole, queries + g * stride + whole, a.size - whole);
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
    for (; a.heads - head >= 2; head += 2) scoreHeads<Element, 2>(a, head);
    for (; a.heads - head >= 1; ++head) scoreHeads<Element, 1>(a, head);
}

template <typename Element>
void mixKernel(const Attention& a) {
    const int64_t whole = a.size / 32 * 32;
    for (int64_t column = 0; column < whole; column += 32) {
        int64_t head = 0;
        for (; a.heads - head >= 4; head += 4) mixHeads<Element, 4>(a, head, column);
        for (; a.heads - head >= 2; head += 2) mixHeads<Element, 2>(a, head, column);
        for (; a.heads - head >= 1; ++head) mixHeads<Element, 1>(a, head, column);
    }
    for (int64_t head = 0; head < a.heads; ++head) mixLastColumns<Element>(a, head, whole);
}

}  // namespace fleming::inference::FLEMING_VECTORS
