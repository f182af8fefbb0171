// A thin SIMD layer for the kernels: 16 lanes of float32 or int32 and the operations that gemv and attention need.
// A source file defines FLEMING_AVX512 or FLEMING_AVX2 (or neither) before it includes this header and is compiled with
// the matching -m options; everything here goes into a namespace of that instruction set.
// Do not include the C++ standard library here. Its inline functions, compiled for AVX-512 in one source file, could be
// the copy that the linker keeps for the whole program, which would then crash on a CPU without AVX-512.
#pragma once

#include <stdint.h>
#include <string.h>

#if defined(FLEMING_AVX512) || defined(FLEMING_AVX2)
#include <immintrin.h>
#endif

#if defined(FLEMING_AVX512)
#define FLEMING_SIMD avx512
#elif defined(FLEMING_AVX2)
#define FLEMING_SIMD avx2
#else
#define FLEMING_SIMD portable
#endif

namespace fleming::inference::FLEMING_SIMD {

/// Prefetches the cache line at p + ahead bytes into the L2 cache. The hardware prefetcher stops at the end of a 4 KiB
/// page, and the L2 cache can have more outstanding misses than the L1 cache.
constexpr int64_t kPrefetchDistance = 8192;  // bytes
inline void prefetch(const void* p, int64_t ahead = kPrefetchDistance) {
    __builtin_prefetch(static_cast<const char*>(p) + ahead, 0, 2);
}

#if defined(FLEMING_AVX512)  // AVX-512 F, BW, VL, DQ and VNNI

struct Floats {
    __m512 v;
};
struct Ints {
    __m512i v;
};
struct Quads {
    __m512i v;
};  // 16 lanes of four 8-bit integers

inline Floats broadcast(float x) {
    return {_mm512_set1_ps(x)};
}
inline Floats load(const float* p) {
    return {_mm512_loadu_ps(p)};
}
inline Floats loadBfloat16(const uint16_t* p) {
    const __m256i raw = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p));
    return {_mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(raw), 16))};
}
inline void store(float* p, Floats a) {
    _mm512_storeu_ps(p, a.v);
}
inline Floats multiplyAdd(Floats a, Floats b, Floats c) {
    return {_mm512_fmadd_ps(a.v, b.v, c.v)};
}
inline Floats multiplyAdd(Floats a, float b, Floats c) {
    return {_mm512_fmadd_ps(a.v, _mm512_set1_ps(b), c.v)};
}
inline float reduceAdd(Floats a) {
    return _mm512_reduce_add_ps(a.v);
}

inline Ints zeroInts() {
    return {_mm512_setzero_si512()};
}
inline Floats toFloats(Ints a) {
    return {_mm512_cvtepi32_ps(a.v)};
}

inline Quads loadQuads(const uint8_t* p) {
    return {_mm512_loadu_si512(p)};
}
/// evenBfloat16() and oddBfloat16() return the elements at even and odd indices of 32 bfloat16 values.
inline Floats evenBfloat16(Quads a) {
    return {_mm512_castsi512_ps(_mm512_slli_epi32(a.v, 16))};
}
inline Floats oddBfloat16(Quads a) {
    return {_mm512_castsi512_ps(_mm512_and_si512(a.v, _mm512_set1_epi32(static_cast<int>(0xffff0000U))))};
}
inline Floats asFloats(Quads a) {
    return {_mm512_castsi512_ps(a.v)};
}
/// Transposes a 16 x 16 matrix of 32-bit elements.
inline void transpose(Quads (&rows)[16]) {
    __m512i pairs[16], fours[16];
#pragma GCC unroll 8
    for (int i = 0; i < 16; i += 2) {
        pairs[i] = _mm512_unpacklo_epi32(rows[i].v, rows[i + 1].v);
        pairs[i + 1] = _mm512_unpackhi_epi32(rows[i].v, rows[i + 1].v);
    }
#pragma GCC unroll 4
    for (int i = 0; i < 16; i += 4) {  // 128-bit lane q of fours[i + j] is column 4 q + j of the rows i .. i + 3
        fours[i] = _mm512_unpacklo_epi64(pairs[i], pairs[i + 2]);
        fours[i + 1] = _mm512_unpackhi_epi64(pairs[i], pairs[i + 2]);
        fours[i + 2] = _mm512_unpacklo_epi64(pairs[i + 1], pairs[i + 3]);
        fours[i + 3] = _mm512_unpackhi_epi64(pairs[i + 1], pairs[i + 3]);
    }
#pragma GCC unroll 4
    for (int j = 0; j < 4; ++j) {
        const __m512i evenUpper = _mm512_shuffle_i32x4(fours[j], fours[4 + j], 0x88),
                      oddUpper = _mm512_shuffle_i32x4(fours[j], fours[4 + j], 0xdd);
        const __m512i evenLower = _mm512_shuffle_i32x4(fours[8 + j], fours[12 + j], 0x88);
        const __m512i oddLower = _mm512_shuffle_i32x4(fours[8 + j], fours[12 + j], 0xdd);
        rows[j].v = _mm512_shuffle_i32x4(evenUpper, evenLower, 0x88);
        rows[4 + j].v = _mm512_shuffle_i32x4(oddUpper, oddLower, 0x88);
        rows[8 + j].v = _mm512_shuffle_i32x4(evenUpper, evenLower, 0xdd);
        rows[12 + j].v = _mm512_shuffle_i32x4(oddUpper, oddLower, 0xdd);
    }
}
inline Quads lowNibbles(Quads a) {
    return {_mm512_and_si512(a.v, _mm512_set1_epi8(15))};
}
/// The AVX-512 version leaves the high nibbles in place, that is times 16, which saves a shift; see addHighDots().
inline Quads highNibbles(Quads both, Quads low) {
    return {_mm512_xor_si512(both.v, low.v)};
}
inline __m512i broadcastQuad(const int8_t* p) {
    int32_t quad;
    memcpy(&quad, p, 4);
    return _mm512_set1_epi32(quad);
}
/// Adds to each lane the dot product of its four nibbles w, from lowNibbles() or highNibbles(), with the four int8 at
/// p.
inline Ints dotNibbles(Ints sums, Quads w, const int8_t* p) {
    return {_mm512_dpbusd_epi32(sums.v, w.v, broadcastQuad(p))};
}
/// Adds the dot products of low and high nibbles.
inline Ints addHighDots(Ints lowerSums, Ints upperSums) {
    return {_mm512_add_epi32(lowerSums.v, _mm512_srai_epi32(upperSums.v, 4))};
}
/// Adds to each lane the dot product of its four int8 w, in [-127, 127], with the four int8 at p. The result is too
/// large by kDotOffset * sum(x), which the caller subtracts: VPDPBUSD takes unsigned w, so the AVX-512 version adds 128
/// to w.
constexpr float kDotOffset = 128.0F;
inline Ints dotInt8(Ints sums, Quads w, const int8_t* p) {
    return {_mm512_dpbusd_epi32(sums.v, _mm512_xor_si512(w.v, _mm512_set1_epi8(-128)), broadcastQuad(p))};
}

#elif defined(FLEMING_AVX2)  // AVX2 and FMA

struct Floats {
    __m256 a, b;
};
struct Ints {
    __m256i a, b;
};
struct Quads {
    __m256i a, b;
};

inline Floats broadcast(float x) {
    return {_mm256_set1_ps(x), _mm256_set1_ps(x)};
}
inline Floats load(const float* p) {
    return {_mm256_loadu_ps(p), _mm256_loadu_ps(p + 8)};
}
inline __m256 eightBfloat16(const uint16_t* p) {
    const __m128i raw = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    return _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_cvtepu16_epi32(raw), 16));
}
inline Floats loadBfloat16(const uint16_t* p) {
    return {eightBfloat16(p), eightBfloat16(p + 8)};
}
inline void store(float* p, Floats x) {
    _mm256_storeu_ps(p, x.a);
    _mm256_storeu_ps(p + 8, x.b);
}
inline Floats multiplyAdd(Floats x, Floats y, Floats z) {
    return {_mm256_fmadd_ps(x.a, y.a, z.a), _mm256_fmadd_ps(x.b, y.b, z.b)};
}
inline Floats multiplyAdd(Floats x, float y, Floats z) {
    const __m256 all = _mm256_set1_ps(y);
    return {_mm256_fmadd_ps(x.a, all, z.a), _mm256_fmadd_ps(x.b, all, z.b)};
}
inline float reduceAdd(Floats x) {
    const __m256 eight = _mm256_add_ps(x.a, x.b);
    __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    four = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(four, _mm_movehdup_ps(four)));
}

inline Ints zeroInts() {
    return {_mm256_setzero_si256(), _mm256_setzero_si256()};
}
inline Floats toFloats(Ints x) {
    return {_mm256_cvtepi32_ps(x.a), _mm256_cvtepi32_ps(x.b)};
}

inline __m256i load32(const uint8_t* p) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p));
}
inline Quads loadQuads(const uint8_t* p) {
    return {load32(p), load32(p + 32)};
}
inline Floats evenBfloat16(Quads x) {
    return {_mm256_castsi256_ps(_mm256_slli_epi32(x.a, 16)), _mm256_castsi256_ps(_mm256_slli_epi32(x.b, 16))};
}
inline Floats oddBfloat16(Quads x) {
    const __m256i mask = _mm256_set1_epi32(static_cast<int>(0xffff0000U));
    return {_mm256_castsi256_ps(_mm256_and_si256(x.a, mask)), _mm256_castsi256_ps(_mm256_and_si256(x.b, mask))};
}
inline Floats asFloats(Quads x) {
    return {_mm256_castsi256_ps(x.a), _mm256_castsi256_ps(x.b)};
}
/// Transposes an 8 x 8 matrix of 32-bit elements.
inline void transpose(__m256i (&rows)[8]) {
    __m256i pairs[8], fours[8];
#pragma GCC unroll 4
    for (int i = 0; i < 8; i += 2) {
        pairs[i] = _mm256_unpacklo_epi32(rows[i], rows[i + 1]);
        pairs[i + 1] = _mm256_unpackhi_epi32(rows[i], rows[i + 1]);
    }
#pragma GCC unroll 2
    for (int i = 0; i < 8; i += 4) {  // 128-bit lane q of fours[i + j] is column 4 q + j of the rows i .. i + 3
        fours[i] = _mm256_unpacklo_epi64(pairs[i], pairs[i + 2]);
        fours[i + 1] = _mm256_unpackhi_epi64(pairs[i], pairs[i + 2]);
        fours[i + 2] = _mm256_unpacklo_epi64(pairs[i + 1], pairs[i + 3]);
        fours[i + 3] = _mm256_unpackhi_epi64(pairs[i + 1], pairs[i + 3]);
    }
#pragma GCC unroll 4
    for (int j = 0; j < 4; ++j) {
        rows[j] = _mm256_permute2x128_si256(fours[j], fours[4 + j], 0x20);
        rows[4 + j] = _mm256_permute2x128_si256(fours[j], fours[4 + j], 0x31);
    }
}
/// Transposes a 16 x 16 matrix of 32-bit elements as four 8 x 8 quadrants.
inline void transpose(Quads (&rows)[16]) {
    __m256i quadrants[4][8];
#pragma GCC unroll 8
    for (int i = 0; i < 8; ++i) {
        quadrants[0][i] = rows[i].a;
        quadrants[1][i] = rows[i].b;
        quadrants[2][i] = rows[8 + i].a;
        quadrants[3][i] = rows[8 + i].b;
    }
    for (auto& quadrant : quadrants)
        transpose(quadrant);
#pragma GCC unroll 8
    for (int i = 0; i < 8; ++i) {
        rows[i] = {quadrants[0][i], quadrants[2][i]};
        rows[8 + i] = {quadrants[1][i], quadrants[3][i]};
    }
}
inline Quads lowNibbles(Quads x) {
    const __m256i mask = _mm256_set1_epi8(15);
    return {_mm256_and_si256(x.a, mask), _mm256_and_si256(x.b, mask)};
}
inline Quads highNibbles(Quads x, Quads) {
    return lowNibbles({_mm256_srli_epi16(x.a, 4), _mm256_srli_epi16(x.b, 4)});
}
inline __m256i broadcastQuad(const int8_t* p) {
    int32_t quad;
    memcpy(&quad, p, 4);
    return _mm256_set1_epi32(quad);
}
/// Adds dot products of unsigned w and signed x. VPMADDUBSW adds two products in 16 bits, which cannot overflow: their
/// sum is at most 2 * 127 * 127.
inline __m256i dot(__m256i sums, __m256i w, __m256i x) {
    return _mm256_add_epi32(sums, _mm256_madd_epi16(_mm256_maddubs_epi16(w, x), _mm256_set1_epi16(1)));
}
inline Ints dotNibbles(Ints sums, Quads w, const int8_t* p) {
    const __m256i x = broadcastQuad(p);
    return {dot(sums.a, w.a, x), dot(sums.b, w.b, x)};
}
inline Ints addHighDots(Ints x, Ints y) {
    return {_mm256_add_epi32(x.a, y.a), _mm256_add_epi32(x.b, y.b)};
}
constexpr float kDotOffset = 0.0F;
inline Ints dotInt8(Ints sums, Quads w, const int8_t* p) {
    const __m256i x = broadcastQuad(p);
    return {dot(sums.a, _mm256_abs_epi8(w.a), _mm256_sign_epi8(x, w.a)),
            dot(sums.b, _mm256_abs_epi8(w.b), _mm256_sign_epi8(x, w.b))};
}

#else  // portable

struct Floats {
    float v[16];
};
struct Ints {
    int32_t v[16];
};
struct Quads {
    uint8_t v[64];
};

inline Floats broadcast(float x) {
    Floats result;
    for (float& lane : result.v)
        lane = x;
    return result;
}
inline Floats load(const float* p) {
    Floats result;
    memcpy(result.v, p, sizeof result.v);
    return result;
}
inline Floats loadBfloat16(const uint16_t* p) {
    Floats result;
    for (int i = 0; i < 16; ++i) {
        const uint32_t bits = static_cast<uint32_t>(p[i]) << 16;
        memcpy(&result.v[i], &bits, 4);
    }
    return result;
}
inline void store(float* p, Floats a) {
    memcpy(p, a.v, sizeof a.v);
}
inline Floats multiplyAdd(Floats a, Floats b, Floats c) {
    for (int i = 0; i < 16; ++i)
        c.v[i] += a.v[i] * b.v[i];
    return c;
}
inline Floats multiplyAdd(Floats a, float b, Floats c) {
    for (int i = 0; i < 16; ++i)
        c.v[i] += a.v[i] * b;
    return c;
}
inline float reduceAdd(Floats a) {
    float total = 0.0F;
    for (float x : a.v)
        total += x;
    return total;
}

inline Ints zeroInts() {
    return {};
}
inline Floats toFloats(Ints a) {
    Floats result;
    for (int i = 0; i < 16; ++i)
        result.v[i] = static_cast<float>(a.v[i]);
    return result;
}
inline Quads loadQuads(const uint8_t* p) {
    Quads result;
    memcpy(result.v, p, sizeof result.v);
    return result;
}
inline Floats evenBfloat16(Quads a) {
    Floats result;
    for (int i = 0; i < 16; ++i) {
        const uint32_t bits = static_cast<uint32_t>(a.v[4 * i]) << 16 | static_cast<uint32_t>(a.v[4 * i + 1]) << 24;
        memcpy(&result.v[i], &bits, 4);
    }
    return result;
}
inline Floats oddBfloat16(Quads a) {
    Floats result;
    for (int i = 0; i < 16; ++i) {
        const uint32_t bits = static_cast<uint32_t>(a.v[4 * i + 2]) << 16 | static_cast<uint32_t>(a.v[4 * i + 3]) << 24;
        memcpy(&result.v[i], &bits, 4);
    }
    return result;
}
inline Floats asFloats(Quads a) {
    Floats result;
    memcpy(result.v, a.v, sizeof result.v);
    return result;
}
/// Transposes a 16 x 16 matrix of 32-bit elements.
inline void transpose(Quads (&rows)[16]) {
    Quads columns[16];
    for (int i = 0; i < 16; ++i) {
        for (int k = 0; k < 16; ++k)
            memcpy(columns[k].v + 4 * i, rows[i].v + 4 * k, 4);
    }
    memcpy(rows, columns, sizeof columns);
}
inline Quads lowNibbles(Quads a) {
    for (uint8_t& x : a.v)
        x &= 15U;
    return a;
}
inline Quads highNibbles(Quads a, Quads) {
    for (uint8_t& x : a.v)
        x = static_cast<uint8_t>(x >> 4);
    return a;
}
constexpr float kDotOffset = 0.0F;
inline Ints dotInt8(Ints sums, Quads w, const int8_t* p) {
    for (int i = 0; i < 16; ++i) {
        for (int k = 0; k < 4; ++k)
            sums.v[i] += static_cast<int8_t>(w.v[4 * i + k]) * p[k];
    }
    return sums;
}
inline Ints dotNibbles(Ints sums, Quads w, const int8_t* p) {
    return dotInt8(sums, w, p);
}
inline Ints addHighDots(Ints a, Ints b) {
    for (int i = 0; i < 16; ++i)
        a.v[i] += b.v[i];
    return a;
}

#endif

}  // namespace fleming::inference::FLEMING_SIMD
