// The products with strips of a matrix (weight_matrix.h), written once with the lanes of vectors.h and compiled for
// each instruction set. Every weight is read once, however many inputs there are up to kInputsAtOnce.
#pragma once

#include "inference/kernels/cpu/product.h"
#include "inference/kernels/cpu/vectors.h"
#include "inference/kernels/weight_matrix.h"

namespace fleming::inference::FLEMING_VECTORS {

#if defined(FLEMING_AVX512)
constexpr int kInputsAtOnce = 8;  // as many as its registers hold
#else
constexpr int kInputsAtOnce = 4;
#endif

/// Writes the strip's rows of y, of the inputs from `input`.
template <int M>
inline void writeStrip(const Product& p, int64_t strip, int64_t input, const Floats (&results)[M]) {
    const int64_t row = strip * kStripRows, count = p.rows - row;
    for (int m = 0; m < M; ++m) {
        float* y = p.y + (input + m) * p.rows + row;
        if (count >= kStripRows) {
            store(y, results[m]);
        } else {
            float lanes[kStripRows];
            store(lanes, results[m]);
            memcpy(y, lanes, static_cast<size_t>(count) * sizeof(float));
        }
    }
}

// What is special about each type of block: the sums of the numbers' products with M inputs' groups, `stride` numbers
// apart, and how such a sum adds to a row, given the scale and the sum of the input's group (see activations.h).

struct Int8Block {
    static constexpr int64_t kBytes = kInt8BlockBytes;

    template <int M>
    static void multiply(const uint8_t* block, const int8_t* x, int64_t stride, Ints (&dots)[M]) {
        prefetch(block + kBytes - 1);
#pragma GCC unroll 16
        for (int64_t j = 0; j < 16; ++j) {
            prefetch(block + 64 * j);
            const Quads w = loadQuads(block + 2 * kStripRows + 64 * j);
            for (int m = 0; m < M; ++m)
                dots[m] = dotSigned(dots[m], w, x + m * stride + 4 * j);
        }
    }

    static Floats add(const uint8_t* block, Ints dots, float scale, float sum, Floats row) {
        const Floats dot = multiplyAdd(toFloats(dots), scale, all(-kDotOffset * sum));
        return multiplyAdd(loadBfloat16(reinterpret_cast<const uint16_t*>(block)), dot, row);
    }
};

struct Int4Block {
    static constexpr int64_t kBytes = kInt4BlockBytes;

    template <int M>
    static void multiply(const uint8_t* block, const int8_t* x, int64_t stride, Ints (&dots)[M]) {
        prefetch(block + kBytes - 1);
        Ints highDots[M];
        for (int m = 0; m < M; ++m)
            highDots[m] = zeroInts();
#pragma GCC unroll 8
        for (int64_t j = 0; j < 8; ++j) {
            prefetch(block + 64 * j);
            const Quads both = loadQuads(block + 4 * kStripRows + 64 * j);
            const Quads low = lower(both), high = upper(both, low);
            for (int m = 0; m < M; ++m) {
                const int8_t* four = x + m * stride + 4 * j;
                dots[m] = dotSmall(dots[m], low, four);
                highDots[m] = dotSmall(highDots[m], high, four + kGroupColumns / 2);
            }
        }
        for (int m = 0; m < M; ++m)
            dots[m] = addUpper(dots[m], highDots[m]);
    }

    static Floats add(const uint8_t* block, Ints dots, float scale, float sum, Floats row) {
        const auto* scales = reinterpret_cast<const uint16_t*>(block);
        const Floats dot = multiplyAdd(toFloats(dots), scale, all(0.0F));
        return multiplyAdd(loadBfloat16(scales + kStripRows), sum, multiplyAdd(loadBfloat16(scales), dot, row));
    }
};

template <typename Block, int M>
void blockStrips(const Product& p, int64_t first, int64_t last, int64_t input) {
    const int64_t groups = groupsOf(p.columns), stride = groups * kGroupColumns;
    const int8_t* numbers = p.numbers + input * stride;
    const float *scales = p.scales + input * groups, *sums = p.sums + input * groups;
    const uint8_t* block = p.weights + first * groups * Block::kBytes;
    for (int64_t strip = first; strip < last; ++strip) {
        Floats rows[M];
        for (int m = 0; m < M; ++m)
            rows[m] = all(0.0F);
        for (int64_t g = 0; g < groups; ++g, block += Block::kBytes) {
            Ints dots[M];
            for (int m = 0; m < M; ++m)
                dots[m] = zeroInts();
            Block::template multiply<M>(block, numbers + g * kGroupColumns, stride, dots);
            for (int m = 0; m < M; ++m)
                rows[m] = Block::add(block, dots[m], scales[m * groups + g], sums[m * groups + g], rows[m]);
        }
        writeStrip<M>(p, strip, input, rows);
    }
}

// Thirty-two weights of a row as two vectors. Of bfloat16 the even columns, then the odd ones, which takes no
// shuffling; the inputs lie in this order too (Activations::paired).
inline void loadWeights(const float* p, Floats (&w)[2]) {
    w[0] = load(p);
    w[1] = load(p + 16);
}
inline void loadWeights(const uint16_t* p, Floats (&w)[2]) {
    const Quads both = loadQuads(reinterpret_cast<const uint8_t*>(p));
    w[0] = evenBfloat16(both);
    w[1] = oddBfloat16(both);
}

inline float lastWeights(const float* w, const float* x, int64_t count) {
    float total = 0.0F;
    for (int64_t c = 0; c < count; ++c)
        total += w[c] * x[c];
    return total;
}
inline float lastWeights(const uint16_t* w, const float* x, int64_t count) {
    float total = 0.0F;
    for (int64_t c = 0; c < count; ++c) {
        const uint32_t bits = static_cast<uint32_t>(w[c]) << 16;
        float weight;
        memcpy(&weight, &bits, sizeof weight);
        total += weight * x[pairedPlace(c)];
    }
    return total;
}

/// One row of row-major weights with M inputs. An input's sum is made in the same order whatever M is.
template <typename Weight, int M>
inline void plainRow(const Product& p, int64_t row, int64_t input) {
    const int64_t stride = pairedColumns(p.columns), whole = p.columns / 32 * 32;
    const Weight* w = reinterpret_cast<const Weight*>(p.weights) + row * p.columns;
    const float* x = p.x + input * stride;
    Floats sums[M][2];
    for (int m = 0; m < M; ++m)
        sums[m][0] = sums[m][1] = all(0.0F);
    for (int64_t c = 0; c < whole; c += 32) {
        prefetch(w + c);
        Floats weights[2];
        loadWeights(w + c, weights);
        for (int m = 0; m < M; ++m) {
            sums[m][0] = multiplyAdd(weights[0], load(x + m * stride + c), sums[m][0]);
            sums[m][1] = multiplyAdd(weights[1], load(x + m * stride + c + 16), sums[m][1]);
        }
    }
    for (int m = 0; m < M; ++m) {
        p.y[(input + m) * p.rows + row] =
            sum(sums[m][0]) + sum(sums[m][1]) + lastWeights(w + whole, x + m * stride + whole, p.columns - whole);
    }
}

template <typename Weight, int M>
void plainStrips(const Product& p, int64_t first, int64_t last, int64_t input) {
    const int64_t end = last * kStripRows < p.rows ? last * kStripRows : p.rows;
    for (int64_t row = first * kStripRows; row < end; ++row)
        plainRow<Weight, M>(p, row, input);
}

using SomeInputs = void (*)(const Product&, int64_t, int64_t, int64_t);

/// All inputs, eight, four, two and one at a time. A few strips after another, so that more inputs than those at once
/// find the weights in the cache.
inline void forInputs(const Product& p, int64_t first, int64_t last, SomeInputs eight, SomeInputs fourOf,
                      SomeInputs two, SomeInputs one) {
    const int64_t step = p.inputs > kInputsAtOnce ? 1 : last - first;
    for (int64_t strip = first; strip < last; strip += step) {
        const int64_t end = strip + step;
        int64_t input = 0;
        for (; kInputsAtOnce >= 8 && p.inputs - input >= 8; input += 8)
            eight(p, strip, end, input);
        for (; p.inputs - input >= 4; input += 4)
            fourOf(p, strip, end, input);
        for (; p.inputs - input >= 2; input += 2)
            two(p, strip, end, input);
        for (; p.inputs - input >= 1; ++input)
            one(p, strip, end, input);
    }
}

inline void float32Kernel(const Product& p, int64_t first, int64_t last) {
    forInputs(p, first, last, plainStrips<float, 8>, plainStrips<float, 4>, plainStrips<float, 2>,
              plainStrips<float, 1>);
}
inline void bfloat16Kernel(const Product& p, int64_t first, int64_t last) {
    forInputs(p, first, last, plainStrips<uint16_t, 8>, plainStrips<uint16_t, 4>, plainStrips<uint16_t, 2>,
              plainStrips<uint16_t, 1>);
}
inline void int8Kernel(const Product& p, int64_t first, int64_t last) {
    forInputs(p, first, last, blockStrips<Int8Block, 8>, blockStrips<Int8Block, 4>, blockStrips<Int8Block, 2>,
              blockStrips<Int8Block, 1>);
}
inline void int4Kernel(const Product& p, int64_t first, int64_t last) {
    forInputs(p, first, last, blockStrips<Int4Block, 8>, blockStrips<Int4Block, 4>, blockStrips<Int4Block, 2>,
              blockStrips<Int4Block, 1>);
}

}  // namespace fleming::inference::FLEMING_VECTORS
