// Tile kernels for CPUs with AMX and AVX-512 (BF16, VNNI). No standard library here (see vectors.h).
#include "inference/kernels/cpu/kernel_sets.h"
#include "inference/kernels/cpu/tile_kernels.h"
#include "inference/kernels/weight_matrix.h"

#include <immintrin.h>
#include <string.h>

namespace fleming::inference {

namespace {

constexpr int64_t kTileNumbers = kStepNumbers / 2;

/// All eight tiles are 16 rows of 64 bytes. Layout: Intel 64 manual, LDTILECFG, palette 1.
struct alignas(64) TileShapes {
    uint8_t palette = 1, startRow = 0, reserved[14] = {};
    uint16_t rowBytes[16] = {64, 64, 64, 64, 64, 64, 64, 64};
    uint8_t rows[16] = {16, 16, 16, 16, 16, 16, 16, 16};
};
constexpr TileShapes kShapes;

/// While it lives, the thread's tiles can be used.
class TilesInUse {
public:
    TilesInUse() { asm volatile("ldtilecfg %0" ::"m"(kShapes)); }
    ~TilesInUse() { _tile_release(); }
    TilesInUse(const TilesInUse&) = delete;
    TilesInUse& operator=(const TilesInUse&) = delete;
};

/// Goes through what is soon wanted, a cache line at a time.
class Fetcher {
public:
    explicit Fetcher(const SoonWanted& soon) : soon_(soon) {}
    int64_t lines() const { return soon_.pieces * ((soon_.bytes + 63) / 64); }
    void fetch(int64_t lines) {
        for (; lines > 0 && piece_ < soon_.pieces; --lines) {
            _mm_prefetch(soon_.data + piece_ * soon_.stride + at_, _MM_HINT_T1);
            at_ += 64;
            if (at_ >= soon_.bytes) {
                at_ = 0;
                ++piece_;
            }
        }
    }

private:
    const SoonWanted& soon_;
    int64_t piece_ = 0, at_ = 0;
};

/// Turns 16 rows of 16 pairs into 16 columns of them.
inline void transposePairs(const uint16_t* rows, int64_t stride, uint16_t* target) {
    for (int quarter = 0; quarter < 4; ++quarter) {  // four pairs of every row
        __m512i r[4];                                // rows i, 4 + i, 8 + i, 12 + i beside each other
        for (int i = 0; i < 4; ++i) {
            const auto part = [&](int row) {
                return _mm_loadu_si128(reinterpret_cast<const __m128i*>(rows + row * stride + 8 * quarter));
            };
            r[i] = _mm512_castsi128_si512(part(i));
            r[i] = _mm512_inserti32x4(r[i], part(4 + i), 1);
            r[i] = _mm512_inserti32x4(r[i], part(8 + i), 2);
            r[i] = _mm512_inserti32x4(r[i], part(12 + i), 3);
        }
        const __m512i low01 = _mm512_unpacklo_epi32(r[0], r[1]), high01 = _mm512_unpackhi_epi32(r[0], r[1]);
        const __m512i low23 = _mm512_unpacklo_epi32(r[2], r[3]), high23 = _mm512_unpackhi_epi32(r[2], r[3]);
        uint16_t* out = target + quarter * 4 * 32;
        _mm512_storeu_si512(out, _mm512_unpacklo_epi64(low01, low23));
        _mm512_storeu_si512(out + 32, _mm512_unpackhi_epi64(low01, low23));
        _mm512_storeu_si512(out + 64, _mm512_unpacklo_epi64(high01, high23));
        _mm512_storeu_si512(out + 96, _mm512_unpackhi_epi64(high01, high23));
    }
}

inline int64_t atMost(int64_t a, int64_t b) {
    return a < b ? a : b;
}

void packRows(const TileSource& s, int64_t firstRow, int64_t step, uint16_t* target) {
    const uint16_t* from = reinterpret_cast<const uint16_t*>(s.data) + firstRow * s.stride + step * kStepTerms;
    const int64_t rows = atMost(s.rows - firstRow, kStripRows),
                  columns = atMost(s.columns - step * kStepTerms, kStepTerms);
    if (rows == kStripRows && columns == kStepTerms) return transposePairs(from, s.stride, target);
    uint16_t whole[kTileNumbers] = {};
    for (int64_t row = 0; row < rows; ++row) {
        memcpy(whole + row * kStepTerms, from + row * s.stride, static_cast<size_t>(columns) * sizeof(uint16_t));
    }
    transposePairs(whole, kStepTerms, target);
}

/// Two columns of 16 rows become the rows' pairs.
void packColumns(const TileSource& s, int64_t firstRow, int64_t step, uint16_t* target) {
    const uint16_t* from = reinterpret_cast<const uint16_t*>(s.data) + step * kStepTerms * s.stride + firstRow;
    const int64_t rows = atMost(s.rows - firstRow, kStripRows),
                  columns = atMost(s.columns - step * kStepTerms, kStepTerms);
    const auto mask = static_cast<__mmask16>((1U << rows) - 1U);
    for (int64_t c = 0; c < kStepTerms; c += 2) {
        const auto column = [&](int64_t i) {
            return _mm512_cvtepu16_epi32(i < columns ? _mm256_maskz_loadu_epi16(mask, from + i * s.stride)
                                                     : _mm256_setzero_si256());
        };
        _mm512_storeu_si512(target + c * kStripRows, _mm512_or_si512(column(c), _mm512_slli_epi32(column(c + 1), 16)));
    }
}

inline __m512 sixteenBfloat16(const uint8_t* p) {
    const __m256i raw = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p));
    return _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(raw), 16));
}

/// Sixteen pairs of two columns.
inline __m512i pairs(__m512 even, __m512 odd) {
    const __m512i order = _mm512_set_epi16(31, 15, 30, 14, 29, 13, 28, 12, 27, 11, 26, 10, 25, 9, 24, 8, 23, 7, 22, 6,
                                           21, 5, 20, 4, 19, 3, 18, 2, 17, 1, 16, 0);
    return _mm512_permutexvar_epi16(order, reinterpret_cast<__m512i>(_mm512_cvtne2ps_pbh(odd, even)));
}

/// Half a block of int8: the columns 32 half .. 32 half + 31.
void packInt8(const uint8_t* block, int64_t half, uint16_t* target) {
    const __m512 scale = sixteenBfloat16(block);
    const uint8_t* numbers = block + 2 * kStripRows + half * kTileNumbers;
    const auto weights = [&](__m512i q) { return _mm512_mul_ps(_mm512_cvtepi32_ps(q), scale); };
    for (int64_t j = 0; j < 8; ++j) {  // four columns of every row
        const __m512i q = _mm512_loadu_si512(numbers + 64 * j);
        const __m512 a = weights(_mm512_srai_epi32(_mm512_slli_epi32(q, 24), 24)),
                     b = weights(_mm512_srai_epi32(_mm512_slli_epi32(q, 16), 24));
        const __m512 c = weights(_mm512_srai_epi32(_mm512_slli_epi32(q, 8), 24)), d = weights(_mm512_srai_epi32(q, 24));
        _mm512_storeu_si512(target + 64 * j, pairs(a, b));
        _mm512_storeu_si512(target + 64 * j + 32, pairs(c, d));
    }
}

/// The same of int4: the lower four bits are the first half, the upper four the second.
void packInt4(const uint8_t* block, int64_t half, uint16_t* target) {
    const __m512 scale = sixteenBfloat16(block), minimum = sixteenBfloat16(block + 2 * kStripRows);
    const __m512i fifteen = _mm512_set1_epi32(15);
    const auto weights = [&](__m512i q, unsigned shift) {
        return _mm512_fmadd_ps(_mm512_cvtepi32_ps(_mm512_and_si512(_mm512_srli_epi32(q, shift), fifteen)), scale,
                               minimum);
    };
    const unsigned up = half == 0 ? 0 : 4;
    for (int64_t j = 0; j < 8; ++j) {
        const __m512i q = _mm512_loadu_si512(block + 4 * kStripRows + 64 * j);
        _mm512_storeu_si512(target + 64 * j, pairs(weights(q, up), weights(q, up + 8)));
        _mm512_storeu_si512(target + 64 * j + 32, pairs(weights(q, up + 16), weights(q, up + 24)));
    }
}

void packTile(const TileSource& s, int64_t strip, int64_t step, uint16_t* target) {
    const int64_t block = strip * groupsOf(s.columns) + step / kStepsOfGroup, half = step % kStepsOfGroup;
    if (strip * kStripRows >= s.rows) {
        memset(target, 0, kTileNumbers * sizeof(uint16_t));
    } else if (s.layout == TileSource::byRows) {
        packRows(s, strip * kStripRows, step, target);
    } else if (s.layout == TileSource::byColumns) {
        packColumns(s, strip * kStripRows, step, target);
    } else if (s.layout == TileSource::int8) {
        packInt8(s.data + block * kInt8BlockBytes, half, target);
    } else {
        packInt4(s.data + block * kInt4BlockBytes, half, target);
    }
}

void packRight(const TileSource& source, int64_t band, int64_t firstStep, int64_t lastStep, uint16_t* target) {
    for (int64_t step = firstStep; step < lastStep; ++step, target += kStepNumbers) {
        packTile(source, 2 * band, step, target);
        packTile(source, 2 * band + 1, step, target + kTileNumbers);
    }
}

/// One block of 32 x 32: four tiles are sums, two the left's, two the right's.
inline void multiplyBands(const uint16_t* left, const uint16_t* right, int64_t steps, float* c, int64_t cStride,
                          bool add, Fetcher& fetcher, int64_t linesAtOnce) {
    const int64_t stride = cStride * static_cast<int64_t>(sizeof(float));
    float* below = c + 16 * cStride;
    if (add) {
        _tile_loadd(0, c, stride);
        _tile_loadd(1, c + 16, stride);
        _tile_loadd(2, below, stride);
        _tile_loadd(3, below + 16, stride);
    } else {
        _tile_zero(0);
        _tile_zero(1);
        _tile_zero(2);
        _tile_zero(3);
    }
    for (int64_t step = 0; step < steps; ++step, left += kStepNumbers, right += kStepNumbers) {
        _tile_loadd(4, left, 64);
        _tile_loadd(6, right, 64);
        _tile_loadd(7, right + kTileNumbers, 64);
        _tile_dpbf16ps(0, 4, 6);
        _tile_dpbf16ps(1, 4, 7);
        _tile_loadd(5, left + kTileNumbers, 64);
        _tile_dpbf16ps(2, 5, 6);
        _tile_dpbf16ps(3, 5, 7);
        fetcher.fetch(linesAtOnce);
    }
    _tile_stored(0, c, stride);
    _tile_stored(1, c + 16, stride);
    _tile_stored(2, below, stride);
    _tile_stored(3, below + 16, stride);
}

void multiply(const uint16_t* left, int64_t leftStride, int64_t leftBands, const uint16_t* right, int64_t rightStride,
              int64_t rightBands, int64_t steps, float* c, int64_t cStride, bool add, const SoonWanted& soon) {
    const TilesInUse tiles;
    Fetcher fetcher(soon);
    const int64_t all = leftBands * rightBands * steps, linesAtOnce = (fetcher.lines() + all - 1) / all;
    for (int64_t j = 0; j < rightBands; ++j) {
        for (int64_t i = 0; i < leftBands; ++i) {
            multiplyBands(left + i * leftStride, right + j * rightStride, steps,
                          c + i * kBandRows * cStride + j * kBandRows, cStride, add, fetcher, linesAtOnce);
        }
    }
}

/// 2^x by the first terms of its series around the nearest whole number: within 2.4e-6. A NaN stays one.
inline __m512 powerOfTwo(__m512 x) {
    const __m512 whole = _mm512_roundscale_ps(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC),
                 f = _mm512_sub_ps(x, whole);
    constexpr float kSeries[] = {1.33335581e-3F, 9.61812911e-3F, 5.55041087e-2F,
                                 0.240226507F,   0.693147181F,   1.0F};  // ln(2)^k / k!
    __m512 power = _mm512_set1_ps(kSeries[0]);
    for (int k = 1; k < 6; ++k)
        power = _mm512_fmadd_ps(power, f, _mm512_set1_ps(kSeries[k]));
    return _mm512_scalef_ps(power, whole);
}

float share(const float* scores, int64_t count, float scale, int64_t steps, uint16_t* row) {
    const auto maskOf = [&](int64_t first) {
        return static_cast<__mmask16>(count - first >= 16 ? 0xffffU
                                      : count <= first    ? 0U
                                                          : (1U << (count - first)) - 1U);
    };
    __m512 largest = _mm512_set1_ps(scores[0]);
    for (int64_t i = 0; i < count; i += 16) {
        const __mmask16 some = maskOf(i);
        largest = _mm512_mask_max_ps(largest, some, largest, _mm512_maskz_loadu_ps(some, scores + i));
    }
    const __m512 factor = _mm512_set1_ps(scale * 1.44269504F);  // to powers of two
    const __m512 top = _mm512_set1_ps(_mm512_reduce_max_ps(largest));
    const auto shares = [&](int64_t first) {
        const __mmask16 some = maskOf(first);
        return _mm512_maskz_mov_ps(
            some, powerOfTwo(_mm512_mul_ps(_mm512_sub_ps(_mm512_maskz_loadu_ps(some, scores + first), top), factor)));
    };
    __m512 sum = _mm512_setzero_ps();
    for (int64_t step = 0; step < steps; ++step, row += kStepNumbers) {
        const __m512 low = shares(step * kStepTerms), high = shares(step * kStepTerms + 16);
        sum = _mm512_add_ps(sum, _mm512_add_ps(low, high));
        _mm512_storeu_si512(row, reinterpret_cast<__m512i>(_mm512_cvtne2ps_pbh(high, low)));
    }
    return _mm512_reduce_add_ps(sum);
}

void finish(const float* c, int64_t cStride, const uint16_t* bias, int64_t rows, int64_t columns, uint16_t* y,
            int64_t yStride, bool far) {
    const bool wholeLines = far && columns % 32 == 0 && yStride % 32 == 0 && reinterpret_cast<uintptr_t>(y) % 64 == 0;
    for (int64_t row = 0; row < rows; ++row, c += cStride, y += yStride) {
        for (int64_t column = 0; column < columns; column += 16) {
            const auto mask =
                static_cast<__mmask16>(columns - column >= 16 ? 0xffffU : (1U << (columns - column)) - 1U);
            const auto sums = [&](int64_t at, __mmask16 some) {
                const __m512 sum = _mm512_loadu_ps(c + at);
                if (bias == nullptr) return sum;
                const __m512i added = _mm512_cvtepu16_epi32(_mm256_maskz_loadu_epi16(some, bias + at));
                return _mm512_add_ps(sum, _mm512_castsi512_ps(_mm512_slli_epi32(added, 16)));
            };
            if (wholeLines) {
                const __m512bh both = _mm512_cvtne2ps_pbh(sums(column + 16, 0xffffU), sums(column, 0xffffU));
                _mm512_stream_si512(reinterpret_cast<__m512i*>(y + column), reinterpret_cast<__m512i>(both));
                column += 16;
            } else {
                _mm256_mask_storeu_epi16(y + column, mask,
                                         reinterpret_cast<__m256i>(_mm512_cvtneps_pbh(sums(column, mask))));
            }
        }
    }
    if (wholeLines) _mm_sfence();
}

}  // namespace

const TileKernels kAmxKernels{packRight, multiply, share, finish};

}  // namespace fleming::inference
