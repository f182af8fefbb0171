#include "inference/kernels/quantize.h"

#include "base/error.h"
#include "inference/kernels/bfloat16.h"
#include "inference/kernels/cpu/clones.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <string>

namespace fleming::inference {

namespace {

using Group = std::array<float, kGroupColumns>;
using Numbers = std::array<std::int32_t, kGroupColumns>;

constexpr float kLargestInt8 = 127.0F, kLargestInt4 = 15.0F;
constexpr float kLargestWeight = 1e15F;  // so that sums of squares stay numbers

struct Int4Fit {
    float scale = 0.0F, minimum = 0.0F;
};

/// What a fit by least squares needs of the numbers q that the weights w of a group became.
struct Int4Sums {
    float q = 0.0F, qq = 0.0F, wq = 0.0F;
};

// Vectors of the compiler's own, sixteen lanes whatever the instruction set.
using Lanes = float __attribute__((vector_size(64)));
using IntLanes = std::int32_t __attribute__((vector_size(64)));
constexpr std::int64_t kLanes = 16;

/// Turns w into numbers from 0 to 15 by a scale and a minimum, and sums them up.
FLEMING_FOR_EACH_CPU
Int4Sums toInt4(const Group& w, Int4Fit fit, Numbers& q) {
    Lanes sumQ{}, sumQQ{}, sumWQ{};
    const float inverse = fit.scale > 0.0F ? 1.0F / fit.scale : 0.0F, shift = 0.5F - fit.minimum * inverse;
    for (std::size_t i = 0; i < w.size(); i += kLanes) {
        Lanes weights;
        std::memcpy(&weights, w.data() + i, sizeof weights);
        Lanes x = weights * inverse + shift;
        x = x > 0.0F ? x : Lanes{};
        x = x < kLargestInt4 ? x : Lanes{} + kLargestInt4;
        const IntLanes numbers = __builtin_convertvector(x, IntLanes);
        std::memcpy(q.data() + i, &numbers, sizeof numbers);
        const Lanes back = __builtin_convertvector(numbers, Lanes);
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

/// The scale and minimum that bring the numbers nearest to weights whose sum is `sumW`.
Int4Fit leastSquares(const Int4Sums& sums, float sumW) {
    constexpr auto kCount = static_cast<float>(kGroupColumns);
    const float spread = kCount * sums.qq - sums.q * sums.q;
    if (spread <= 0.0F) return {0.0F, sumW / kCount};
    const float scale = (kCount * sums.wq - sums.q * sumW) / spread;
    return {scale, (sumW - scale * sums.q) / kCount};
}

/// The sum of (w - scale q - minimum)^2, but for that of w^2.
double squaredError(const Int4Sums& sums, float sumW, Int4Fit fit) {
    const double s = fit.scale, m = fit.minimum;
    return s * s * sums.qq + 2.0 * s * m * sums.q + m * m * kGroupColumns - 2.0 * s * sums.wq - 2.0 * m * sumW;
}

Int4Fit stored(Int4Fit fit) {
    return {toFloat(toBfloat16(fit.scale)), toFloat(toBfloat16(fit.minimum))};
}

struct Range {
    float least = 0.0F, largest = 0.0F, sum = 0.0F;
};

FLEMING_FOR_EACH_CPU
Range rangeOf(const Group& w) {
    Lanes least, sum{};
    std::memcpy(&least, w.data(), sizeof least);
    Lanes largest = least;
    for (std::size_t i = 0; i < w.size(); i += kLanes) {
        Lanes x;
        std::memcpy(&x, w.data() + i, sizeof x);
        least = x < least ? x : least;
        largest = x > largest ? x : largest;
        sum += x;
    }
    Range range{least[0], largest[0], 0.0F};
    for (std::int64_t lane = 0; lane < kLanes; ++lane) {
        range.least = least[lane] < range.least ? least[lane] : range.least;
        range.largest = largest[lane] > range.largest ? largest[lane] : range.largest;
        range.sum += sum[lane];
    }
    return range;
}

/// The best fit as it can be stored, and its numbers.
Int4Fit fitInt4(const Group& w, Numbers& q) {
    constexpr int kRanges = 6;
    constexpr float kStep = 0.03F;  // of the range, taken off at each end
    const Range range = rangeOf(w);
    const float width = range.largest - range.least;
    Int4Fit bestFit;
    double bestError = std::numeric_limits<double>::infinity();
    for (int k = 0; k < kRanges; ++k) {
        const float cut = kStep * static_cast<float>(k) * width;
        const Int4Sums first = toInt4(w, {(width - 2.0F * cut) / kLargestInt4, range.least + cut}, q);
        const Int4Fit fit = stored(leastSquares(first, range.sum));
        const double error = squaredError(toInt4(w, fit, q), range.sum, fit);
        if (error < bestError) {
            bestError = error;
            bestFit = fit;
        }
    }
    toInt4(w, bestFit, q);
    return bestFit;
}

/// Rounded up, so that the largest magnitude stays within 127 steps.
float storedUp(float scale) {
    const Bfloat16 nearest = toBfloat16(scale);
    return toFloat(toFloat(nearest) < scale ? static_cast<Bfloat16>(nearest + 1) : nearest);
}

FLEMING_FOR_EACH_CPU
void toInt8(const Group& w, float inverse, Numbers& q) {
    for (std::size_t i = 0; i < w.size(); ++i) {
        const float x = w[i] * inverse;
        const float bounded = x < -kLargestInt8 ? -kLargestInt8 : x > kLargestInt8 ? kLargestInt8 : x;
        q[i] = static_cast<std::int32_t>(bounded < 0.0F ? bounded - 0.5F : bounded + 0.5F);
    }
}

float fitInt8(const Group& w, Numbers& q) {
    const Range range = rangeOf(w);
    const float scale = storedUp(std::max(-range.least, range.largest) / kLargestInt8);
    toInt8(w, scale > 0.0F ? 1.0F / scale : 0.0F, q);
    return scale;
}

FLEMING_FOR_EACH_CPU
bool allUsable(const Group& w) {
    std::int32_t bad = 0;
    for (const float x : w)
        bad += std::fabs(x) <= kLargestWeight ? 0 : 1;
    return bad == 0;
}

FLEMING_FOR_EACH_CPU
void widen(const std::array<Bfloat16, kGroupColumns>& raw, Group& w) {
    for (std::size_t i = 0; i < w.size(); ++i)
        w[i] = toFloat(raw[i]);
}

/// The weights of a row's group; zeros past the matrix' edges.
Group groupOf(const WeightMatrix& m, std::int64_t row, std::int64_t group) {
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
    if (!allUsable(w)) {
        throw Error("A weight in row " + std::to_string(row) +
                    " is not finite or is far too large, so the matrix "
                    "cannot be quantized.");
    }
    return w;
}

void putBfloat16(std::byte* target, std::int64_t index, float value) {
    const Bfloat16 bits = toBfloat16(value);
    std::memcpy(target + 2 * index, &bits, sizeof bits);
}

float bfloat16At(const std::byte* source, std::int64_t index) {
    Bfloat16 bits = 0;
    std::memcpy(&bits, source + 2 * index, sizeof bits);
    return toFloat(bits);
}

// Where the number of a row's column c lies in a block (see weight_matrix.h).
std::int64_t int8Place(std::int64_t row, std::int64_t c) {
    return 2 * kStripRows + c / 4 * 4 * kStripRows + row * 4 + c % 4;
}

std::int64_t int4Place(std::int64_t row, std::int64_t c) {
    constexpr std::int64_t kHalf = kGroupColumns / 2;
    return 4 * kStripRows + c % kHalf / 4 * 4 * kStripRows + row * 4 + c % 4;
}

void putInt8(const Group& w, std::int64_t row, std::byte* block) {
    Numbers q{};
    putBfloat16(block, row, fitInt8(w, q));
    for (std::int64_t c = 0; c < kGroupColumns; ++c) {
        block[int8Place(row, c)] = static_cast<std::byte>(q[static_cast<std::size_t>(c)]);
    }
}

void putInt4(const Group& w, std::int64_t row, std::byte* block) {
    Numbers q{};
    const Int4Fit fit = fitInt4(w, q);
    putBfloat16(block, row, fit.scale);
    putBfloat16(block, kStripRows + row, fit.minimum);
    constexpr std::int64_t kHalf = kGroupColumns / 2;
    for (std::int64_t c = 0; c < kHalf; ++c) {
        const auto low = q[static_cast<std::size_t>(c)], high = q[static_cast<std::size_t>(c + kHalf)];
        block[int4Place(row, c)] = static_cast<std::byte>(low | high << 4);
    }
}

float weightAt(WeightType type, const std::byte* block, std::int64_t row, std::int64_t c) {
    const float scale = bfloat16At(block, row);
    if (type == WeightType::int8) {
        return scale * static_cast<float>(static_cast<std::int8_t>(block[int8Place(row, c)]));
    }
    const auto both = std::to_integer<unsigned>(block[int4Place(row, c)]);
    return scale * static_cast<float>(c < kGroupColumns / 2 ? both & 15U : both >> 4) +
           bfloat16At(block, kStripRows + row);
}

/// The numbers of a block, row by row in the order of the columns.
void readNumbers(WeightType type, const std::byte* block, std::int8_t (*rows)[kGroupColumns]) {
    constexpr std::int64_t kHalf = kGroupColumns / 2;
    if (type == WeightType::int8) {
        for (std::int64_t row = 0; row < kStripRows; ++row) {
            for (std::int64_t c = 0; c < kGroupColumns; c += 4)
                std::memcpy(rows[row] + c, block + int8Place(row, c), 4);
        }
        return;
    }
    for (std::int64_t row = 0; row < kStripRows; ++row) {
        std::array<std::uint8_t, kHalf> both{};
        for (std::int64_t c = 0; c < kHalf; c += 4)
            std::memcpy(both.data() + c, block + int4Place(row, c), 4);
        for (std::int64_t c = 0; c < kHalf; ++c) {
            rows[row][c] = static_cast<std::int8_t>(both[static_cast<std::size_t>(c)] & 15U);
            rows[row][c + kHalf] = static_cast<std::int8_t>(both[static_cast<std::size_t>(c)] >> 4);
        }
    }
}

inline void put(float value, float* target) {
    *target = value;
}
inline void put(float value, Bfloat16* target) {
    *target = toBfloat16(value);
}

/// One block of a matrix as plain numbers: `rows` rows of `columns` numbers, `stride` apart. What is inlined here is
/// compiled anew for each kind of CPU, with what calls it.
template <typename Number>
[[gnu::always_inline]] inline void dequantizeBlock(WeightType type, const std::byte* block, std::int64_t rows,
                                                   std::int64_t columns, Number* target, std::int64_t stride) {
    std::int8_t q[kStripRows][kGroupColumns];
    readNumbers(type, block, q);
    for (std::int64_t row = 0; row < rows; ++row) {
        const float scale = bfloat16At(block, row);
        const float minimum = type == WeightType::int8 ? 0.0F : bfloat16At(block, kStripRows + row);
        const auto putAll = [&, numbers = q[row], out = target + row * stride](std::int64_t count) {
            for (std::int64_t c = 0; c < count; ++c)
                put(scale * static_cast<float>(numbers[c]) + minimum, out + c);
        };
        columns == kGroupColumns ? putAll(kGroupColumns) : putAll(columns);  // a known number of them is twice as fast
    }
}

template <typename Number>
[[gnu::always_inline]] inline void dequantizeBlocks(const WeightMatrix& m, std::int64_t firstStrip,
                                                    std::int64_t lastStrip, Number* target) {
    const std::int64_t groups = groupsOf(m.columns);
    for (std::int64_t strip = firstStrip; strip < lastStrip; ++strip) {
        const std::int64_t rows = std::min(kStripRows, m.rows - strip * kStripRows);
        for (std::int64_t group = 0; group < groups; ++group) {
            const std::int64_t column = group * kGroupColumns;
            dequantizeBlock(m.type, m.data + (strip * groups + group) * blockBytes(m.type), rows,
                            std::min(kGroupColumns, m.columns - column),
                            target + (strip - firstStrip) * kStripRows * m.columns + column, m.columns);
        }
    }
}

}  // namespace

FLEMING_FOR_EACH_CPU
void dequantize(const WeightMatrix& matrix, std::int64_t firstStrip, std::int64_t lastStrip, float* target) {
    dequantizeBlocks(matrix, firstStrip, lastStrip, target);
}

FLEMING_FOR_EACH_CPU
void dequantize(const WeightMatrix& matrix, std::int64_t firstStrip, std::int64_t lastStrip, Bfloat16* target) {
    dequantizeBlocks(matrix, firstStrip, lastStrip, target);
}

void quantize(const WeightMatrix& source, WeightType type, std::int64_t firstStrip, std::int64_t lastStrip,
              std::byte* target) {
    const std::int64_t groups = groupsOf(source.columns);
    for (std::int64_t strip = firstStrip; strip < lastStrip; ++strip) {
        for (std::int64_t group = 0; group < groups; ++group) {
            std::byte* block = target + (strip * groups + group) * blockBytes(type);
            for (std::int64_t row = 0; row < kStripRows; ++row) {
                const Group w = groupOf(source, strip * kStripRows + row, group);
                type == WeightType::int8 ? putInt8(w, row, block) : putInt4(w, row, block);
            }
        }
    }
}

float weightAt(const WeightMatrix& m, std::int64_t row, std::int64_t column) {
    if (isQuantized(m.type)) {
        const std::int64_t block = row / kStripRows * groupsOf(m.columns) + column / kGroupColumns;
        return weightAt(m.type, m.data + block * blockBytes(m.type), row % kStripRows, column % kGroupColumns);
    }
    if (m.type == WeightType::bfloat16) return bfloat16At(m.data, row * m.columns + column);
    float value = 0.0F;
    std::memcpy(&value, m.data + 4 * (row * m.columns + column), sizeof value);
    return value;
}

}  // namespace fleming::inference
