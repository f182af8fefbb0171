// Sixteen lanes of float32 or int32, and the few operations on them that the products need, for one instruction set. It
// is included by the file that is compiled for that set, which says which (FLEMING_AVX512, FLEMING_AVX2 or neither),
// and has a namespace of its own there. No standard library here: its inline functions, compiled for a set that a
// machine lacks, could become the whole program's.
#pragma once

#include <stdint.h>
#include <string.h>

#if defined(FLEMING_AVX512) || defined(FLEMING_AVX2)
#include <immintrin.h>
#endif

#if defined(FLEMING_AVX512)
#define FLEMING_VECTORS avx512
#elif defined(FLEMING_AVX2)
#define FLEMING_VECTORS avx2
#else
#define FLEMING_VECTORS portable
#endif

namespace fleming::inference::FLEMING_VECTORS {

/// Asks for the 64 bytes at p + ahead, into the second cache: the processor itself foresees reads only to the end of a
/// page of memory, and has more room for what is on its way there than to the first cache.
constexpr int64_t kAhead = 8192;  // bytes
inline void prefetch(const void* p, int64_t ahead = kAhead) {
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
};  // 16 lanes of four 8-bit numbers

inline Floats all(float x) {
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
inline float sum(Floats a) {
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
/// Of 32 bfloat16 numbers those at even and at odd places.
inline Floats evenBfloat16(Quads a) {
    return {_mm512_castsi512_ps(_mm512_slli_epi32(a.v, 16))};
}
inline Floats oddBfloat16(Quads a) {
    return {_mm512_castsi512_ps(_mm512_and_si512(a.v, _mm512_set1_epi32(static_cast<int>(0xffff0000U))))};
}
inline Floats asFloats(Quads a) {
    return {_mm512_castsi512_ps(a.v)};
}
/// Of sixteen rows of sixteen 32-bit numbers the columns.
inline void transpose(Quads (&rows)[16]) {
    __m512i pairs[16], fours[16];
#pragma GCC unroll 8
    for (int i = 0; i < 16; i += 2) {
        pairs[i] = _mm512_unpacklo_epi32(rows[i].v, rows[i + 1].v);
        pairs[i + 1] = _mm512_unpackhi_epi32(rows[i].v, rows[i + 1].v);
    }
#pragma GCC unroll 4
    for (int i = 0; i < 16; i += 4) {  // then quarter q of fours[i + j] is column 4 q + j of the rows i .. i + 3
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
inline Quads lower(Quads a) {
    return {_mm512_and_si512(a.v, _mm512_set1_epi8(15))};
}
/// Here the upper four bits stay where they are, which is 16 times their worth: it saves a shift.
inline Quads upper(Quads both, Quads low) {
    return {_mm512_xor_si512(both.v, low.v)};
}
inline __m512i four(const int8_t* p) {
    int32_t all;
    memcpy(&all, p, 4);
    return _mm512_set1_epi32(all);
}
/// sums + w * x: w as lower() and upper() give it, x the four numbers at p for every lane.
inline Ints dotSmall(Ints sums, Quads w, const int8_t* p) {
    return {_mm512_dpbusd_epi32(sums.v, w.v, four(p))};
}
/// The sums of the lower bits' products and of the upper ones', together.
inline Ints addUpper(Ints lowerSums, Ints upperSums) {
    return {_mm512_add_epi32(lowerSums.v, _mm512_srai_epi32(upperSums.v, 4))};
}
/// As dotSmall for w from -127 to 127; kDotOffset times the sum of all x must be taken off at the end.
constexpr float kDotOffset = 128.0F;
inline Ints dotSigned(Ints sums, Quads w, const int8_t* p) {
    return {_mm512_dpbusd_epi32(sums.v, _mm512_xor_si512(w.v, _mm512_set1_epi8(-128)), four(p))};
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

inline Floats all(float x) {
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
inline float sum(Floats x) {
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
/// Of eight rows of eight 32-bit numbers the columns.
inline void transpose(__m256i (&rows)[8]) {
    __m256i pairs[8], fours[8];
#pragma GCC unroll 4
    for (int i = 0; i < 8; i += 2) {
        pairs[i] = _mm256_unpacklo_epi32(rows[i], rows[i + 1]);
        pairs[i + 1] = _mm256_unpackhi_epi32(rows[i], rows[i + 1]);
    }
#pragma GCC unroll 2
    for (int i = 0; i < 8; i += 4) {  // then half q of fours[i + j] is column 4 q + j of the rows i .. i + 3
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
/// Of sixteen rows of sixteen the columns: of its four quarters.
inline void transpose(Quads (&rows)[16]) {
    __m256i quarters[4][8];
#pragma GCC unroll 8
    for (int i = 0; i < 8; ++i) {
        quarters[0][i] = rows[i].a;
        quarters[1][i] = rows[i].b;
        quarters[2][i] = rows[8 + i].a;
        quarters[3][i] = rows[8 + i].b;
    }
    for (auto& quarter : quarters)
        transpose(quarter);
#pragma GCC unroll 8
    for (int i = 0; i < 8; ++i) {
        rows[i] = {quarters[0][i], quarters[2][i]};
        rows[8 + i] = {quarters[1][i], quarters[3][i]};
    }
}
inline Quads lower(Quads x) {
    const __m256i mask = _mm256_set1_epi8(15);
    return {_mm256_and_si256(x.a, mask), _mm256_and_si256(x.b, mask)};
}
inline Quads upper(Quads x, Quads) {
    return lower({_mm256_srli_epi16(x.a, 4), _mm256_srli_epi16(x.b, 4)});
}
inline __m256i four(const int8_t* p) {
    int32_t all;
    memcpy(&all, p, 4);
    return _mm256_set1_epi32(all);
}
/// sums + unsigned * signed. The 16-bit sums of two products must not overflow: at most 127 * 127 * 2.
inline __m256i dot(__m256i sums, __m256i w, __m256i x) {
    return _mm256_add_epi32(sums, _mm256_madd_epi16(_mm256_maddubs_epi16(w, x), _mm256_set1_epi16(1)));
}
inline Ints dotSmall(Ints sums, Quads w, const int8_t* p) {
    const __m256i x = four(p);
    return {dot(sums.a, w.a, x), dot(sums.b, w.b, x)};
}
inline Ints addUpper(Ints x, Ints y) {
    return {_mm256_add_epi32(x.a, y.a), _mm256_add_epi32(x.b, y.b)};
}
constexpr float kDotOffset = 0.0F;
inline Ints dotSigned(Ints sums, Quads w, const int8_t* p) {
    const __m256i x = four(p);
    return {dot(sums.a, _mm256_abs_epi8(w.a), _mm256_sign_epi8(x, w.a)),
            dot(sums.b, _mm256_abs_epi8(w.b), _mm256_sign_epi8(x, w.b))};
}

#else  // whatever the compiler makes of it

struct Floats {
    float v[16];
};
struct Ints {
    int32_t v[16];
};
struct Quads {
    uint8_t v[64];
};

inline Floats all(float x) {
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
inline float sum(Floats a) {
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
/// Of sixteen rows of sixteen 32-bit numbers the columns.
inline void transpose(Quads (&rows)[16]) {
    Quads columns[16];
    for (int i = 0; i < 16; ++i) {
        for (int k = 0; k < 16; ++k)
            memcpy(columns[k].v + 4 * i, rows[i].v + 4 * k, 4);
    }
    memcpy(rows, columns, sizeof columns);
}
inline Quads lower(Quads a) {
    for (uint8_t& x : a.v)
        x &= 15U;
    return a;
}
inline Quads upper(Quads a, Quads) {
    for (uint8_t& x : a.v)
        x = static_cast<uint8_t>(x >> 4);
    return a;
}
constexpr float kDotOffset = 0.0F;
inline Ints dotSigned(Ints sums, Quads w, const int8_t* p) {
    for (int i = 0; i < 16; ++i) {
        for (int k = 0; k < 4; ++k)
            sums.v[i] += static_cast<int8_t>(w.v[4 * i + k]) * p[k];
    }
    return sums;
}
inline Ints dotSmall(Ints sums, Quads w, const int8_t* p) {
    return dotSigned(sums, w, p);
}
inline Ints addUpper(Ints a, Ints b) {
    for (int i = 0; i < 16; ++i)
        a.v[i] += b.v[i];
    return a;
}

#endif

}  // namespace fleming::inference::FLEMING_VECTORS
