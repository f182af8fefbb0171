#include "inference/kernels/quantize.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <string>

#include "base/error.h"
#include "inference/kernels/bfloat16.h"
#include "inference/kernels/cpu/clones.h"

namespace fleming::inference {

namespace {

using Group = std::array<float, kGroupColumns>;
using Numbers = std::array<std::int32_t, kGroupColumns>;

constexpr float kLargestInt8 = 127.0F, kLargestInt4 = 15.0F;
constexpr float kLargestWeight = 1e15F;  // so that sums of squares stay numbers

struct Int4Fit {
    float scale = 0.0F, minimum = 0.0F;
};

FLEMING_FOR_EACH_CPU
void toInt4(const Group& w, Int4Fit fit, Numbers& q) {
    const float inverse = fit.scale > 0.0F ? 1.0F / fit.scale : 0.0F;
    for (std::size_t i = 0; i < w.size(); ++i) {
        const float x = (w[i] - fit.minimum) * inverse;
        q[i] = static_cast<std::int32_t>(std::min(std::max(x, 0.0F), kLargestInt4) + 0.5F);
    }
}

/// The scale and minimum that bring the numbers q nearest to w.
FLEMING_FOR_EACH_CPU
Int4Fit leastSquares(const Group& w, const Numbers& q) {
    float sumQ = 0.0F, sumQQ = 0.0F, sumW = 0.0F, sumWQ = 0.0F;
    for (std::size_t i = 0; i < w.size(); ++i) {
        const auto number = static_cast<float>(q[i]);
        sumQ += number;
        sumQQ += number * number;
        sumW += w[i];
        sumWQ += w[i] * number;
    }
    constexpr auto kCount = static_cast<float>(kGroupColumns);
    const float spread = kCount * sumQQ - sumQ * sumQ;
    if (spread <= 0.0F) return {0.0F, sumW / kCount};
    const float scale = (kCount * sumWQ - sumQ * sumW) / spread;
    return {scale, (sumW - scale * sumQ) / kCount};
}

FLEMING_FOR_EACH_CPU
float squaredError(const Group& w, Int4Fit fit, const Numbers& q) {
    float sum = 0.0F;
    for (std::size_t i = 0; i < w.size(); ++i) {
        const float difference = w[i] - (fit.scale * static_cast<float>(q[i]) + fit.minimum);
        sum += difference * difference;
    }
    return sum;
}

Int4Fit stored(Int4Fit fit) {
    return {toFloat(toBfloat16(fit.scale)), toFloat(toBfloat16(fit.minimum))};
}

/// The best fit as it can be stored, and its numbers.
Int4Fit fitInt4(const Group& w, Numbers& best) {
    constexpr int kRanges = 8;
    constexpr float kStep = 0.025F;  // of the range, taken off at each end
    const auto [least, largest] = std::minmax_element(w.begin(), w.end());
    const float range = *largest - *least;
    Int4Fit bestFit;
    float bestError = INFINITY;
    Numbers q{};
    for (int k = 0; k < kRanges; ++k) {
        const float cut = kStep * static_cast<float>(k) * range;
        toInt4(w, {(range - 2.0F * cut) / kLargestInt4, *least + cut}, q);
        const Int4Fit fit = stored(leastSquares(w, q));
        toInt4(w, fit, q);
        const float error = squaredError(w, fit, q);
        if (error < bestError) {
            bestError = error;
            bestFit = fit;
            best = q;
        }
    }
    return bestFit;
}

/// Rounded up, so that the largest magnitude stays within 127 steps.
float storedUp(float scale) {
    const Bfloat16 nearest = toBfloat16(scale);
    return toFloat(toFloat(nearest) < scale ? static_cast<Bfloat16>(nearest + 1) : nearest);
}

FLEMING_FOR_EACH_CPU
float largestMagnitude(const Group& w) {
    float largest = 0.0F;
    for (const float x : w) largest = std::max(largest, std::fabs(x));
    return largest;
}

float fitInt8(const Group& w, Numbers& q) {
    const float scale = storedUp(largestMagnitude(w) / kLargestInt8);
    const float inverse = scale > 0.0F ? 1.0F / scale : 0.0F;
    for (std::size_t i = 0; i < w.size(); ++i) {
        q[i] = static_cast<std::int32_t>(std::lrint(std::clamp(w[i] * inverse, -kLargestInt8, kLargestInt8)));
    }
    return scale;
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
        std::transform(raw.begin(), raw.end(), w.begin(), toFloat);
    }
    if (!std::all_of(w.begin(), w.end(), [](float x) { return std::fabs(x) <= kLargestWeight; })) {
        throw Error("A weight in row " + std::to_string(row) + " is no finite number, or far too large, so the matrix cannot be quantised.");
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

/// The numbers of a row's group in the order of the columns.
void readNumbers(WeightType type, const std::byte* block, std::int64_t row, std::int8_t* q) {
    constexpr std::int64_t kHalf = kGroupColumns / 2;
    if (type == WeightType::int8) {
        for (std::int64_t c = 0; c < kGroupColumns; c += 4) std::memcpy(q + c, block + int8Place(row, c), 4);
        return;
    }
    std::array<std::uint8_t, kHalf> both{};
    for (std::int64_t c = 0; c < kHalf; c += 4) std::memcpy(both.data() + c, block + int4Place(row, c), 4);
    for (std::size_t c = 0; c < both.size(); ++c) {
        q[c] = static_cast<std::int8_t>(both[c] & 15U);
        q[c + both.size()] = static_cast<std::int8_t>(both[c] >> 4);
    }
}

FLEMING_FOR_EACH_CPU
void scaleNumbers(const std::int8_t* q, float scale, float minimum, std::int64_t count, float* target) {
    for (std::int64_t c = 0; c < count; ++c) target[c] = scale * static_cast<float>(q[c]) + minimum;
}

FLEMING_FOR_EACH_CPU
void scaleNumbers(const std::int8_t* q, float scale, float minimum, std::int64_t count, Bfloat16* target) {
    for (std::int64_t c = 0; c < count; ++c) target[c] = toBfloat16(scale * static_cast<float>(q[c]) + minimum);
}

template <typename Number>
void dequantizeStrips(const WeightMatrix& m, std::int64_t firstStrip, std::int64_t lastStrip, Number* target) {
    const std::int64_t groups = groupsOf(m.columns), firstRow = firstStrip * kStripRows;
    const std::int64_t lastRow = std::min(lastStrip * kStripRows, m.rows);
    std::array<std::int8_t, kGroupColumns> q{};
    for (std::int64_t row = firstRow; row < lastRow; ++row) {
        for (std::int64_t group = 0; group < groups; ++group) {
            const std::byte* block = m.data + (row / kStripRows * groups + group) * blockBytes(m.type);
            const std::int64_t inStrip = row % kStripRows, first = group * kGroupColumns;
            readNumbers(m.type, block, inStrip, q.data());
            const float minimum = m.type == WeightType::int8 ? 0.0F : bfloat16At(block, kStripRows + inStrip);
            scaleNumbers(q.data(), bfloat16At(block, inStrip), minimum, std::min(kGroupColumns, m.columns - first),
                         target + (row - firstRow) * m.columns + first);
        }
    }
}

}  // namespace

void dequantize(const WeightMatrix& matrix, std::int64_t firstStrip, std::int64_t lastStrip, float* target) {
    dequantizeStrips(matrix, firstStrip, lastStrip, target);
}

void dequantize(const WeightMatrix& matrix, std::int64_t firstStrip, std::int64_t lastStrip, Bfloat16* target) {
    dequantizeStrips(matrix, firstStrip, lastStrip, target);
}

void quantize(const WeightMatrix& source, WeightType type, std::int64_t firstStrip, std::int64_t lastStrip, std::byte* target) {
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
