#include "inference/kernels/quantize.h"

#include "base/error.h"
#include "base/target_clones.h"
#include "inference/kernels/bfloat16.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <string>

namespace fleming::inference {

namespace {

using Group = std::array<float, kGroupColumns>;
using Quants = std::array<std::int32_t, kGroupColumns>;

constexpr float kMaxInt8 = 127.0F, kMaxInt4 = 15.0F;
constexpr float kMaxWeight = 1e15F;  // keeps sums of squares finite

struct Int4Fit {
    float scale = 0.0F, minimum = 0.0F;
};

/// Sums over a group for the least-squares fit of its weights w to their quants q.
struct Int4Sums {
    float q = 0.0F, qq = 0.0F, wq = 0.0F;
};

// GCC vector extensions: 16 lanes, which GCC maps to the vectors of each target.
using Lanes = float __attribute__((vector_size(64)));
using IntLanes = std::int32_t __attribute__((vector_size(64)));
constexpr std::int64_t kLanes = 16;

/// Quantizes w to q in [0, 15] with the scale and minimum of `fit`, and returns the sums.
FLEMING_TARGET_CLONES
Int4Sums toInt4(const Group& w, Int4Fit fit, Quants& q) {
    Lanes sumQ{}, sumQQ{}, sumWQ{};
    const float inverse = fit.scale > 0.0F ? 1.0F / fit.scale : 0.0F, shift = 0.5F - fit.minimum * inverse;
    for (std::size_t i = 0; i < w.size(); i += kLanes) {
        Lanes weights;
        std::memcpy(&weights, w.data() + i, sizeof weights);
        Lanes x = weights * inverse + shift;
        x = x > 0.0F ? x : Lanes{};
        x = x < kMaxInt4 ? x : Lanes{} + kMaxInt4;
        const IntLanes quants = __builtin_convertvector(x, IntLanes);
        std::memcpy(q.data() + i, &quants, sizeof quants);
        const Lanes back = __builtin_convertvector(quants, Lanes);
        sumQ += back;
        sumQQ += back * back;
        sumWQ += weights * back;
    }
    Int4Sums sums;
    for (std::int64_t lane = 0; lane < kLanes; ++lane) {
        sums.q += sumQ[lane];
        sums.qq += sumQQ[lane];
        sums.wq += sumWQ[lane];
    }
    return sums;
}

/// Returns the scale and minimum that minimize the squared error for fixed quants. `sumW`: the sum of the weights.
Int4Fit leastSquares(const Int4Sums& sums, float sumW) {
    constexpr auto kCount = static_cast<float>(kGroupColumns);
    const float spread = kCount * sums.qq - sums.q * sums.q;
    if (spread <= 0.0F) return {0.0F, sumW / kCount};
    const float scale = (kCount * sums.wq - sums.q * sumW) / spread;
    return {scale, (sumW - scale * sums.q) / kCount};
}

/// Returns the squared error, sum of (w - scale q - minimum)^2, less the sum of w^2, which is the same for all fits.
double squaredError(const Int4Sums& sums, float sumW, Int4Fit fit) {
    const double s = fit.scale, m = fit.minimum;
    return s * s * sums.qq + 2.0 * s * m * sums.q + m * m * kGroupColumns - 2.0 * s * sums.wq - 2.0 * m * sumW;
}

Int4Fit roundToBfloat16(Int4Fit fit) {
    return {toFloat(toBfloat16(fit.scale)), toFloat(toBfloat16(fit.minimum))};
}

struct Range {
    float minimum = 0.0F, maximum = 0.0F, sum = 0.0F;
};

FLEMING_TARGET_CLONES
Range findRange(const Group& w) {
    Lanes minimum, sum{};
    std::memcpy(&minimum, w.data(), sizeof minimum);
    Lanes maximum = minimum;
    for (std::size_t i = 0; i < w.size(); i += kLanes) {
        Lanes x;
        std::memcpy(&x, w.data() + i, sizeof x);
        minimum = x < minimum ? x : minimum;
        maximum = x > maximum ? x : maximum;
        sum += x;
    }
    Range range{minimum[0], maximum[0], 0.0F};
    for (std::int64_t lane = 0; lane < kLanes; ++lane) {
        range.minimum = minimum[lane] < range.minimum ? minimum[lane] : range.minimum;
        range.maximum = maximum[lane] > range.maximum ? maximum[lane] : range.maximum;
        range.sum += sum[lane];
    }
    return range;
}

/// Returns the best fit with bfloat16 scale and minimum, and its quants in `q`.
Int4Fit fitInt4(const Group& w, Quants& q) {
    constexpr int kRanges = 6;
    constexpr float kStep = 0.03F;  // fraction of the range that is clipped at each end
    const Range range = findRange(w);
    const float width = range.maximum - range.minimum;
    Int4Fit bestFit;
    double bestError = std::numeric_limits<double>::infinity();
    for (int k = 0; k < kRanges; ++k) {
        const float cut = kStep * static_cast<float>(k) * width;
        const Int4Sums first = toInt4(w, {(width - 2.0F * cut) / kMaxInt4, range.minimum + cut}, q);
        const Int4Fit fit = roundToBfloat16(leastSquares(first, range.sum));
        const double error = squaredError(toInt4(w, fit, q), range.sum, fit);
        if (error < bestError) {
            bestError = error;
            bestFit = fit;
        }
    }
    toInt4(w, bestFit, q);
    return bestFit;
}

/// Rounds a scale up, so that the maximum magnitude does not exceed 127 steps.
float roundUpToBfloat16(float scale) {
    const Bfloat16 nearest = toBfloat16(scale);
    return toFloat(toFloat(nearest) < scale ? static_cast<Bfloat16>(nearest + 1) : nearest);
}

FLEMING_TARGET_CLONES
void toInt8(const Group& w, float inverse, Quants& q) {
    for (std::size_t i = 0; i < w.size(); ++i) {
        const float x = w[i] * inverse;
        const float bounded = x < -kMaxInt8 ? -kMaxInt8 : x > kMaxInt8 ? kMaxInt8 : x;
        q[i] = static_cast<std::int32_t>(bounded < 0.0F ? bounded - 0.5F : bounded + 0.5F);
    }
}

float fitInt8(const Group& w, Quants& q) {
    const Range range = findRange(w);
    const float scale = roundUpToBfloat16(std::max(-range.minimum, range.maximum) / kMaxInt8);
    toInt8(w, scale > 0.0F ? 1.0F / scale : 0.0F, q);
    return scale;
}

FLEMING_TARGET_CLONES
bool allInRange(const Group& w) {
    std::int32_t bad = 0;
    for (const float x : w)
        bad += std::fabs(x) <= kMaxWeight ? 0 : 1;
    return bad == 0;
}

FLEMING_TARGET_CLONES
void widen(const std::array<Bfloat16, kGroupColumns>& raw, Group& w) {
    for (std::size_t i = 0; i < w.size(); ++i)
        w[i] = toFloat(raw[i]);
}

/// Loads a group of a row as float32, padded with zeros. Throws Error if a weight is out of range.
Group loadGroup(const WeightMatrix& m, std::int64_t row, std::int64_t group) {
    Group w{};
    if (row >= m.rows) return w;
    const std::int64_t first = group * kGroupColumns, count = std::min(kGroupColumns, m.columns - first);
    const std::int64_t offset = row * m.columns + first;
    if (m.type == WeightType::float32) {
        std::memcpy(w.data(), m.data + 4 * offset, static_cast<std::size_t>(4 * count));
    } else {
        std::array<Bfloat16, kGroupColumns> raw{};
        std::memcpy(raw.data(), m.data + 2 * offset, static_cast<std::size_t>(2 * count));
        widen(raw, w);
    }
    if (!allInRange(w)) {
        throw Error("quantize.weight_not_finite", {}, {std::to_string(row)});
    }
    return w;
}

void storeBfloat16(std::byte* target, std::int64_t index, float value) {
    const Bfloat16 bits = toBfloat16(value);
    std::memcpy(target + 2 * index, &bits, sizeof bits);
}

float loadBfloat16(const std::byte* source, std::int64_t index) {
    Bfloat16 bits = 0;
    std::memcpy(&bits, source + 2 * index, sizeof bits);
    return toFloat(bits);
}

// Byte offset of the quant of column c in a block (layout: weight_matrix.h).
std::int64_t int8Offset(std::int64_t row, std::int64_t c) {
    return 2 * kPanelRows + c / 4 * 4 * kPanelRows + row * 4 + c % 4;
}

std::int64_t int4Offset(std::int64_t row, std::int64_t c) {
    constexpr std::int64_t kHalf = kGroupColumns / 2;
    return 4 * kPanelRows + c % kHalf / 4 * 4 * kPanelRows + row * 4 + c % 4;
}

void storeInt8(const Group& w, std::int64_t row, std::byte* block) {
    Quants q{};
    storeBfloat16(block, row, fitInt8(w, q));
    for (std::int64_t c = 0; c < kGroupColumns; ++c) {
        block[int8Offset(row, c)] = static_cast<std::byte>(q[static_cast<std::size_t>(c)]);
    }
}

void storeInt4(const Group& w, std::int64_t row, std::byte* block) {
    Quants q{};
    const Int4Fit fit = fitInt4(w, q);
    storeBfloat16(block, row, fit.scale);
    storeBfloat16(block, kPanelRows + row, fit.minimum);
    constexpr std::int64_t kHalf = kGroupColumns / 2;
    for (std::int64_t c = 0; c < kHalf; ++c) {
        const auto low = q[static_cast<std::size_t>(c)], high = q[static_cast<std::size_t>(c + kHalf)];
        block[int4Offset(row, c)] = static_cast<std::byte>(low | high << 4);
    }
}

float weightAt(WeightType type, const std::byte* block, std::int64_t row, std::int64_t c) {
    const float scale = loadBfloat16(block, row);
    if (type == WeightType::int8) {
        return scale * static_cast<float>(static_cast<std::int8_t>(block[int8Offset(row, c)]));
    }
    const auto both = std::to_integer<unsigned>(block[int4Offset(row, c)]);
    return scale * static_cast<float>(c < kGroupColumns / 2 ? both & 15U : both >> 4) +
           loadBfloat16(block, kPanelRows + row);
}

/// Unpacks the quants of a block to rows[row][column].
void unpackBlock(WeightType type, const std::byte* block, std::int8_t (*rows)[kGroupColumns]) {
    constexpr std::int64_t kHalf = kGroupColumns / 2;
    if (type == WeightType::int8) {
        for (std::int64_t row = 0; row < kPanelRows; ++row) {
            for (std::int64_t c = 0; c < kGroupColumns; c += 4)
                std::memcpy(rows[row] + c, block + int8Offset(row, c), 4);
        }
        return;
    }
    for (std::int64_t row = 0; row < kPanelRows; ++row) {
        std::array<std::uint8_t, kHalf> both{};
        for (std::int64_t c = 0; c < kHalf; c += 4)
            std::memcpy(both.data() + c, block + int4Offset(row, c), 4);
        for (std::int64_t c = 0; c < kHalf; ++c) {
            rows[row][c] = static_cast<std::int8_t>(both[static_cast<std::size_t>(c)] & 15U);
            rows[row][c + kHalf] = static_cast<std::int8_t>(both[static_cast<std::size_t>(c)] >> 4);
        }
    }
}

inline void store(float value, float* target) {
    *target = value;
}
inline void store(float value, Bfloat16* target) {
    *target = toBfloat16(value);
}

/// Writes a block as `rows` rows of `columns` elements, `stride` elements apart. Inlined into the target clones below.
template <typename Element>
[[gnu::always_inline]] inline void dequantizeBlock(WeightType type, const std::byte* block, std::int64_t rows,
                                                   std::int64_t columns, Element* target, std::int64_t stride) {
    std::int8_t q[kPanelRows][kGroupColumns];
    unpackBlock(type, block, q);
    for (std::int64_t row = 0; row < rows; ++row) {
        const float scale = loadBfloat16(block, row);
        const float minimum = type == WeightType::int8 ? 0.0F : loadBfloat16(block, kPanelRows + row);
        const auto decode = [&, quants = q[row], out = target + row * stride](std::int64_t count) {
            for (std::int64_t c = 0; c < count; ++c)
                store(scale * static_cast<float>(quants[c]) + minimum, out + c);
        };
        columns == kGroupColumns ? decode(kGroupColumns) : decode(columns);  // a constant trip count is twice as fast
    }
}

template <typename Element>
[[gnu::always_inline]] inline void dequantizeBlocks(const WeightMatrix& m, std::int64_t firstPanel,
                                                    std::int64_t lastPanel, Element* target) {
    const std::int64_t groups = groupCount(m.columns);
    for (std::int64_t panel = firstPanel; panel < lastPanel; ++panel) {
        const std::int64_t rows = std::min(kPanelRows, m.rows - panel * kPanelRows);
        for (std::int64_t group = 0; group < groups; ++group) {
            const std::int64_t column = group * kGroupColumns;
            dequantizeBlock(m.type, m.data + (panel * groups + group) * blockBytes(m.type), rows,
                            std::min(kGroupColumns, m.columns - column),
                            target + (panel - firstPanel) * kPanelRows * m.columns + column, m.columns);
        }
    }
}

}  // namespace

FLEMING_TARGET_CLONES
void dequantize(const WeightMatrix& matrix, std::int64_t firstPanel, std::int64_t lastPanel, float* target) {
    dequantizeBlocks(matrix, firstPanel, lastPanel, target);
}

FLEMING_TARGET_CLONES
void dequantize(const WeightMatrix& matrix, std::int64_t firstPanel, std::int64_t lastPanel, Bfloat16* target) {
    dequantizeBlocks(matrix, firstPanel, lastPanel, target);
}

void quantize(const WeightMatrix& source, WeightType type, std::int64_t firstPanel, std::int64_t lastPanel,
              std::byte* target) {
    const std::int64_t groups = groupCount(source.columns);
    for (std::int64_t panel = firstPanel; panel < lastPanel; ++panel) {
        for (std::int64_t group = 0; group < groups; ++group) {
            std::byte* block = target + (panel * groups + group) * blockBytes(type);
            for (std::int64_t row = 0; row < kPanelRows; ++row) {
                const Group w = loadGroup(source, panel * kPanelRows + row, group);
                type == WeightType::int8 ? storeInt8(w, row, block) : storeInt4(w, row, block);
            }
        }
    }
}

float weightAt(const WeightMatrix& m, std::int64_t row, std::int64_t column) {
    if (isQuantized(m.type)) {
        const std::int64_t block = row / kPanelRows * groupCount(m.columns) + column / kGroupColumns;
        return weightAt(m.type, m.data + block * blockBytes(m.type), row % kPanelRows, column % kGroupColumns);
    }
    if (m.type == WeightType::bfloat16) return loadBfloat16(m.data, row * m.columns + column);
    float value = 0.0F;
    std::memcpy(&value, m.data + 4 * (row * m.columns + column), sizeof value);
    return value;
}

}  // namespace fleming::inference
