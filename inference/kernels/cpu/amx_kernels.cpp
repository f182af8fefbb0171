// The AMX kernels, for CPUs with AMX and AVX-512 (F, BW, VL, DQ, VNNI, BF16). Does not include the C++ standard
// library; see simd.h for the reason.
#include "inference/kernels/cpu/amx_kernels.h"

#include "inference/kernels/weight_matrix.h"

#include <immintrin.h>
#include <string.h>

namespace fleming::inference {

namespace {

constexpr int64_t kTileElements = kStepElements / 2;

/// Operand of LDTILECFG, palette 1: all eight tiles have 16 rows of 64 bytes. Layout: Intel 64 Architectures Software
/// Developer's Manual, volume 2, LDTILECFG.
struct alignas(64) TileConfiguration {
    uint8_t palette = 1, startRow = 0, reserved[14] = {};
    uint16_t rowBytes[16] = {64, 64, 64, 64, 64, 64, 64, 64};
    uint8_t rows[16] = {16, 16, 16, 16, 16, 16, 16, 16};
};
constexpr TileConfiguration kConfiguration;

/// Configures the tile registers of the thread, and releases them at the end of the scope.
class TileScope {
public:
    TileScope() { asm volatile("ldtilecfg %0" ::"m"(kConfiguration)); }
    ~TileScope() { _tile_release(); }
    TileScope(const TileScope&) = delete;
    TileScope& operator=(const TileScope&) = delete;
};

/// Prefetches a range into the L2 cache, some cache lines per call.
class Prefetcher {
public:
    explicit Prefetcher(const PrefetchRange& range) : range_(range) {}
    int64_t lines() const { return range_.rows * ((range_.bytes + 63) / 64); }
    void prefetch(int64_t lines) {
        for (; lines > 0 && row_ < range_.rows; --lines) {
            _mm_prefetch(range_.data + row_ * range_.stride + at_, _MM_HINT_T1);
            at_ += 64;
            if (at_ >= range_.bytes) {
                at_ = 0;
                ++row_;
            }
        }
    }

private:
    const PrefetchRange& range_;
    int64_t row_ = 0, at_ = 0;
};

/// Transposes a matrix of 16 rows x 16 pairs of bfloat16; a pair is 32 bits. `stride`: elements between rows.
inline void transposePairs(const uint16_t* rows, int64_t stride, uint16_t* target) {
    for (int quarter = 0; quarter < 4; ++quarter) {  // four pairs of each row
        __m512i r[4];                                // 128 bits each of the rows i, 4 + i, 8 + i, 12 + i
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

inline int64_t min(int64_t a, int64_t b) {
    return a < b ? a : b;
}

/// Packs a tile of a row-major source.
void packRows(const PackSource& s, int64_t firstRow, int64_t step, uint16_t* target) {
    const uint16_t* from = reinterpret_cast<const uint16_t*>(s.data) + firstRow * s.stride + step * kStepDepth;
    const int64_t rows = min(s.rows - firstRow, kPanelRows), columns = min(s.columns - step * kStepDepth, kStepDepth);
    if (rows == kPanelRows && columns == kStepDepth) return transposePairs(from, s.stride, target);
    uint16_t whole[kTileElements] = {};
    for (int64_t row = 0; row < rows; ++row) {
        memcpy(whole + row * kStepDepth, from + row * s.stride, static_cast<size_t>(columns) * sizeof(uint16_t));
    }
    transposePairs(whole, kStepDepth, target);
}

/// Packs a tile of a column-major source.
void packColumns(const PackSource& s, int64_t firstRow, int64_t step, uint16_t* target) {
    const uint16_t* from = reinterpret_cast<const uint16_t*>(s.data) + step * kStepDepth * s.stride + firstRow;
    const int64_t rows = min(s.rows - firstRow, kPanelRows), columns = min(s.columns - step * kStepDepth, kStepDepth);
    const auto mask = static_cast<__mmask16>((1U << rows) - 1U);
    for (int64_t c = 0; c < kStepDepth; c += 2) {
        const auto column = [&](int64_t i) {
            return _mm512_cvtepu16_epi32(i < columns ? _mm256_maskz_loadu_epi16(mask, from + i * s.stride)
                                                     : _mm256_setzero_si256());
        };
        _mm512_storeu_si512(target + c * kPanelRows, _mm512_or_si512(column(c), _mm512_slli_epi32(column(c + 1), 16)));
    }
}

inline __m512 loadBfloat16(const uint8_t* p) {
    const __m256i raw = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p));
    return _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(raw), 16));
}

/// Rounds two columns of 16 weights to bfloat16 and returns the 16 pairs (even, odd).
inline __m512i interleavePairs(__m512 even, __m512 odd) {
    const __m512i order = _mm512_set_epi16(31, 15, 30, 14, 29, 13, 28, 12, 27, 11, 26, 10, 25, 9, 24, 8, 23, 7, 22, 6,
                                           21, 5, 20, 4, 19, 3, 18, 2, 17, 1, 16, 0);
    return _mm512_permutexvar_epi16(order, reinterpret_cast<__m512i>(_mm512_cvtne2ps_pbh(odd, even)));
}

/// Dequantizes the columns [32 half, 32 half + 32) of an int8 block into a tile.
void packInt8(const uint8_t* block, int64_t half, uint16_t* target) {
    const __m512 scale = loadBfloat16(block);
    const uint8_t* quants = block + 2 * kPanelRows + half * kTileElements;
    const auto weights = [&](__m512i q) { return _mm512_mul_ps(_mm512_cvtepi32_ps(q), scale); };
    for (int64_t j = 0; j < 8; ++j) {  // four columns of each row
        const __m512i q = _mm512_loadu_si512(quants + 64 * j);
        const __m512 a = weights(_mm512_srai_epi32(_mm512_slli_epi32(q, 24), 24)),
                     b = weights(_mm512_srai_epi32(_mm512_slli_epi32(q, 16), 24));
        const __m512 c = weights(_mm512_srai_epi32(_mm512_slli_epi32(q, 8), 24)), d = weights(_mm512_srai_epi32(q, 24));
        _mm512_storeu_si512(target + 64 * j, interleavePairs(a, b));
        _mm512_storeu_si512(target + 64 * j + 32, interleavePairs(c, d));
    }
}

/// Dequantizes the columns [32 half, 32 half + 32) of an int4 block into a tile. Half 0 is in the low nibbles.
void packInt4(const uint8_t* block, int64_t half, uint16_t* target) {
    const __m512 scale = loadBfloat16(block), minimum = loadBfloat16(block + 2 * kPanelRows);
    const __m512i fifteen = _mm512_set1_epi32(15);
    const auto weights = [&](__m512i q, unsigned shift) {
        return _mm512_fmadd_ps(_mm512_cvtepi32_ps(_mm512_and_si512(_mm512_srli_epi32(q, shift), fifteen)), scale,
                               minimum);
    };
    const unsigned up = half == 0 ? 0 : 4;
    for (int64_t j = 0; j < 8; ++j) {
        const __m512i q = _mm512_loadu_si512(block + 4 * kPanelRows + 64 * j);
        _mm512_storeu_si512(target + 64 * j, interleavePairs(weights(q, up), weights(q, up + 8)));
        _mm512_storeu_si512(target + 64 * j + 32, interleavePairs(weights(q, up + 16), weights(q, up + 24)));
    }
}

void packTile(const PackSource& s, int64_t panel, int64_t step, uint16_t* target) {
    const int64_t block = panel * groupCount(s.columns) + step / kStepsPerGroup, half = step % kStepsPerGroup;
    if (panel * kPanelRows >= s.rows) {
        memset(target, 0, kTileElements * sizeof(uint16_t));
    } else if (s.layout == PackSource::rowMajor) {
        packRows(s, panel * kPanelRows, step, target);
    } else if (s.layout == PackSource::columnMajor) {
        packColumns(s, panel * kPanelRows, step, target);
    } else if (s.layout == PackSource::int8) {
        packInt8(s.data + block * kInt8BlockBytes, half, target);
    } else {
        packInt4(s.data + block * kInt4BlockBytes, half, target);
    }
}

void packRight(const PackSource& source, int64_t tilePanel, int64_t firstStep, int64_t lastStep, uint16_t* target) {
    for (int64_t step = firstStep; step < lastStep; ++step, target += kStepElements) {
        packTile(source, 2 * tilePanel, step, target);
        packTile(source, 2 * tilePanel + 1, step, target + kTileElements);
    }
}

/// Computes 32 x 32 values of C. Tile registers: 0 to 3 accumulate, 4 and 5 hold the left tiles, 6 and 7 the right
/// ones.
inline void gemmPanels(const uint16_t* left, const uint16_t* right, int64_t steps, float* c, int64_t cStride, bool add,
                       Prefetcher& prefetcher, int64_t linesPerStep) {
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
    for (int64_t step = 0; step < steps; ++step, left += kStepElements, right += kStepElements) {
        _tile_loadd(4, left, 64);
        _tile_loadd(6, right, 64);
        _tile_loadd(7, right + kTileElements, 64);
        _tile_dpbf16ps(0, 4, 6);
        _tile_dpbf16ps(1, 4, 7);
        _tile_loadd(5, left + kTileElements, 64);
        _tile_dpbf16ps(2, 5, 6);
        _tile_dpbf16ps(3, 5, 7);
        prefetcher.prefetch(linesPerStep);
    }
    _tile_stored(0, c, stride);
    _tile_stored(1, c + 16, stride);
    _tile_stored(2, below, stride);
    _tile_stored(3, below + 16, stride);
}

void gemm(const uint16_t* left, int64_t leftStride, int64_t leftPanels, const uint16_t* right, int64_t rightStride,
          int64_t rightPanels, int64_t steps, float* c, int64_t cStride, bool add, const PrefetchRange& range) {
    const TileScope tiles;
    Prefetcher prefetcher(range);
    const int64_t totalSteps = leftPanels * rightPanels * steps,
                  linesPerStep = (prefetcher.lines() + totalSteps - 1) / totalSteps;
    for (int64_t j = 0; j < rightPanels; ++j) {
        for (int64_t i = 0; i < leftPanels; ++i) {
            gemmPanels(left + i * leftStride, right + j * rightStride, steps,
                       c + i * kTilePanelRows * cStride + j * kTilePanelRows, cStride, add, prefetcher, linesPerStep);
        }
    }
}

/// Returns 2^x with a relative error below 2.4e-6: the Taylor series of 2^f, f = x - round(x). A NaN gives a NaN.
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

float exponentialRow(const float* scores, int64_t count, float scale, int64_t steps, uint16_t* row) {
    const auto laneMask = [&](int64_t first) {
        return static_cast<__mmask16>(count - first >= 16 ? 0xffffU
                                      : count <= first    ? 0U
                                                          : (1U << (count - first)) - 1U);
    };
    __m512 maxima = _mm512_set1_ps(scores[0]);
    for (int64_t i = 0; i < count; i += 16) {
        const __mmask16 some = laneMask(i);
        maxima = _mm512_mask_max_ps(maxima, some, maxima, _mm512_maskz_loadu_ps(some, scores + i));
    }
    const __m512 factor = _mm512_set1_ps(scale * 1.44269504F);  // e^x = 2^(x log2 e)
    const __m512 max = _mm512_set1_ps(_mm512_reduce_max_ps(maxima));
    const auto exponentials = [&](int64_t first) {
        const __mmask16 some = laneMask(first);
        return _mm512_maskz_mov_ps(
            some, powerOfTwo(_mm512_mul_ps(_mm512_sub_ps(_mm512_maskz_loadu_ps(some, scores + first), max), factor)));
    };
    __m512 sum = _mm512_setzero_ps();
    for (int64_t step = 0; step < steps; ++step, row += kStepElements) {
        const __m512 low = exponentials(step * kStepDepth), high = exponentials(step * kStepDepth + 16);
        sum = _mm512_add_ps(sum, _mm512_add_ps(low, high));
        _mm512_storeu_si512(row, reinterpret_cast<__m512i>(_mm512_cvtne2ps_pbh(high, low)));
    }
    return _mm512_reduce_add_ps(sum);
}

void storeResult(const float* c, int64_t cStride, const uint16_t* bias, int64_t rows, int64_t columns, uint16_t* y,
                 int64_t yStride, bool nonTemporal) {
    const bool wholeLines =
        nonTemporal && columns % 32 == 0 && yStride % 32 == 0 && reinterpret_cast<uintptr_t>(y) % 64 == 0;
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

const AmxKernels kAmxKernels{packRight, gemm, exponentialRow, storeResult};

}  // namespace fleming::inference
