// The gemv kernels, y = W x for a few inputs x, written once with simd.h and compiled for each instruction set. Each
// weight is loaded once for up to kMaxInputs inputs.
#pragma once

#include "inference/kernels/cpu/simd.h"
#include "inference/kernels/cpu/simd_kernels.h"
#include "inference/kernels/weight_matrix.h"

namespace fleming::inference::FLEMING_SIMD {

#if defined(FLEMING_AVX512)
constexpr int kMaxInputs = 8;  // limited by the number of vector registers
#else
constexpr int kMaxInputs = 4;
#endif

/// Stores a panel of results in y, for the M inputs starting at `input`.
template <int M>
inline void storePanel(const GemvOperands& p, int64_t panel, int64_t input, const Floats (&results)[M]) {
    const int64_t row = panel * kPanelRows, count = p.rows - row;
    for (int m = 0; m < M; ++m) {
        float* y = p.y + (input + m) * p.rows + row;
        if (count >= kPanelRows) {
            store(y, results[m]);
        } else {
            float lanes[kPanelRows];
            store(lanes, results[m]);
            memcpy(y, lanes, static_cast<size_t>(count) * sizeof(float));
        }
    }
}

// The operations that differ between the quantized types. dot() adds the integer dot products of the 16 rows of a block
// with one group of M inputs, which are `stride` quants apart. accumulate() adds to the float32 row sums the value of
// such a dot product, given the scale and the sum of the group of the input (GemvOperands).

struct Int8Block {
    static constexpr int64_t kBytes = kInt8BlockBytes;

    template <int M>
    static void dot(const uint8_t* block, const int8_t* x, int64_t stride, Ints (&dots)[M]) {
        prefetch(block + kBytes - 1);
#pragma GCC unroll 16
        for (int64_t j = 0; j < 16; ++j) {
            prefetch(block + 64 * j);
            const Quads w = loadQuads(block + 2 * kPanelRows + 64 * j);
            for (int m = 0; m < M; ++m)
                dots[m] = dotInt8(dots[m], w, x + m * stride + 4 * j);
        }
    }

    static Floats accumulate(const uint8_t* block, Ints dots, float scale, float sum, Floats row) {
        const Floats dot = multiplyAdd(toFloats(dots), scale, broadcast(-kDotOffset * sum));
        return multiplyAdd(loadBfloat16(reinterpret_cast<const uint16_t*>(block)), dot, row);
    }
};

struct Int4Block {
    static constexpr int64_t kBytes = kInt4BlockBytes;

    template <int M>
    static void dot(const uint8_t* block, const int8_t* x, int64_t stride, Ints (&dots)[M]) {
        prefetch(block + kBytes - 1);
        Ints highDots[M];
        for (int m = 0; m < M; ++m)
            highDots[m] = zeroInts();
#pragma GCC unroll 8
        for (int64_t j = 0; j < 8; ++j) {
            prefetch(block + 64 * j);
            const Quads both = loadQuads(block + 4 * kPanelRows + 64 * j);
            const Quads low = lowNibbles(both), high = highNibbles(both, low);
            for (int m = 0; m < M; ++m) {
                const int8_t* quad = x + m * stride + 4 * j;
                dots[m] = dotNibbles(dots[m], low, quad);
                highDots[m] = dotNibbles(highDots[m], high, quad + kGroupColumns / 2);
            }
        }
        for (int m = 0; m < M; ++m)
            dots[m] = addHighDots(dots[m], highDots[m]);
    }

    static Floats accumulate(const uint8_t* block, Ints dots, float scale, float sum, Floats row) {
        const auto* scales = reinterpret_cast<const uint16_t*>(block);
        const Floats dot = multiplyAdd(toFloats(dots), scale, broadcast(0.0F));
        return multiplyAdd(loadBfloat16(scales + kPanelRows), sum, multiplyAdd(loadBfloat16(scales), dot, row));
    }
};

template <typename Block, int M>
void quantizedPanels(const GemvOperands& p, int64_t first, int64_t last, int64_t input) {
    const int64_t groups = groupCount(p.columns), stride = groups * kGroupColumns;
    const int8_t* quants = p.quants + input * stride;
    const float *scales = p.scales + input * groups, *sums = p.sums + input * groups;
    const uint8_t* block = p.weights + first * groups * Block::kBytes;
    for (int64_t panel = first; panel < last; ++panel) {
        Floats rows[M];
        for (int m = 0; m < M; ++m)
            rows[m] = broadcast(0.0F);
        for (int64_t g = 0; g < groups; ++g, block += Block::kBytes) {
            Ints dots[M];
            for (int m = 0; m < M; ++m)
                dots[m] = zeroInts();
            Block::template dot<M>(block, quants + g * kGroupColumns, stride, dots);
            for (int m = 0; m < M; ++m)
                rows[m] = Block::accumulate(block, dots[m], scales[m * groups + g], sums[m * groups + g], rows[m]);
        }
        storePanel<M>(p, panel, input, rows);
    }
}

/// Loads 32 weights of a row as two vectors in the order of the activations: plain for float32, interleaved for
/// bfloat16 (see interleavedIndex()).
inline void load32(const float* p, Floats (&w)[2]) {
    w[0] = load(p);
    w[1] = load(p + 16);
}
inline void load32(const uint16_t* p, Floats (&w)[2]) {
    const Quads both = loadQuads(reinterpret_cast<const uint8_t*>(p));
    w[0] = evenBfloat16(both);
    w[1] = oddBfloat16(both);
}

/// Returns the dot product of the last `count` columns of a row, fewer than 32.
inline float dotTail(const float* w, const float* x, int64_t count) {
    float total = 0.0F;
    for (int64_t c = 0; c < count; ++c)
        total += w[c] * x[c];
    return total;
}
inline float dotTail(const uint16_t* w, const float* x, int64_t count) {
    float total = 0.0F;
    for (int64_t c = 0; c < count; ++c) {
        const uint32_t bits = static_cast<uint32_t>(w[c]) << 16;
        float weight;
        memcpy(&weight, &bits, sizeof weight);
        total += weight * x[interleavedIndex(c)];
    }
    return total;
}

/// Computes one row of a float32 or bfloat16 matrix for M inputs. The order of additions does not depend on M.
template <typename Weight, int M>
inline void denseRow(const GemvOperands& p, int64_t row, int64_t input) {
    const int64_t stride = paddedColumns(p.columns), whole = p.columns / 32 * 32;
    const Weight* w = reinterpret_cast<const Weight*>(p.weights) + row * p.columns;
    const float* x = p.x + input * stride;
    Floats sums[M][2];
    for (int m = 0; m < M; ++m)
        sums[m][0] = sums[m][1] = broadcast(0.0F);
    for (int64_t c = 0; c < whole; c += 32) {
        prefetch(w + c);
        Floats weights[2];
        load32(w + c, weights);
        for (int m = 0; m < M; ++m) {
            sums[m][0] = multiplyAdd(weights[0], load(x + m * stride + c), sums[m][0]);
            sums[m][1] = multiplyAdd(weights[1], load(x + m * stride + c + 16), sums[m][1]);
        }
    }
    for (int m = 0; m < M; ++m) {
        p.y[(input + m) * p.rows + row] = reduceAdd(sums[m][0]) + reduceAdd(sums[m][1]) +
                                          dotTail(w + whole, x + m * stride + whole, p.columns - whole);
    }
}

template <typename Weight, int M>
void densePanels(const GemvOperands& p, int64_t first, int64_t last, int64_t input) {
    const int64_t end = last * kPanelRows < p.rows ? last * kPanelRows : p.rows;
    for (int64_t row = first * kPanelRows; row < end; ++row)
        denseRow<Weight, M>(p, row, input);
}

using PanelsFunction = void (*)(const GemvOperands&, int64_t, int64_t, int64_t);

/// Processes all inputs in batches of 8, 4, 2 and 1. If there are more than kMaxInputs, panel by panel, so that all
/// batches but the first find the weights in the cache.
inline void forInputs(const GemvOperands& p, int64_t first, int64_t last, PanelsFunction by8, PanelsFunction by4,
                      PanelsFunction by2, PanelsFunction by1) {
    const int64_t step = p.inputs > kMaxInputs ? 1 : last - first;
    for (int64_t panel = first; panel < last; panel += step) {
        const int64_t end = panel + step;
        int64_t input = 0;
        for (; kMaxInputs >= 8 && p.inputs - input >= 8; input += 8)
            by8(p, panel, end, input);
        for (; p.inputs - input >= 4; input += 4)
            by4(p, panel, end, input);
        for (; p.inputs - input >= 2; input += 2)
            by2(p, panel, end, input);
        for (; p.inputs - input >= 1; ++input)
            by1(p, panel, end, input);
    }
}

inline void gemvFloat32(const GemvOperands& p, int64_t first, int64_t last) {
    forInputs(p, first, last, densePanels<float, 8>, densePanels<float, 4>, densePanels<float, 2>,
              densePanels<float, 1>);
}
inline void gemvBfloat16(const GemvOperands& p, int64_t first, int64_t last) {
    forInputs(p, first, last, densePanels<uint16_t, 8>, densePanels<uint16_t, 4>, densePanels<uint16_t, 2>,
              densePanels<uint16_t, 1>);
}
inline void gemvInt8(const GemvOperands& p, int64_t first, int64_t last) {
    forInputs(p, first, last, quantizedPanels<Int8Block, 8>, quantizedPanels<Int8Block, 4>,
              quantizedPanels<Int8Block, 2>, quantizedPanels<Int8Block, 1>);
}
inline void gemvInt4(const GemvOperands& p, int64_t first, int64_t last) {
    forInputs(p, first, last, quantizedPanels<Int4Block, 8>, quantizedPanels<Int4Block, 4>,
              quantizedPanels<Int4Block, 2>, quantizedPanels<Int4Block, 1>);
}

}  // namespace fleming::inference::FLEMING_SIMD
