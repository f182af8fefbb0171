#pragma once

#include "inference/kernels/cuda/gemv.cuh"

// gemv with the int8 and int4 blocks of weight_matrix.h. 16-bit activations use the tensor cores, which take eight
// inputs in the time of one. float32 activations, and matrices whose last group is partial, use scalar instructions.

namespace fleming::inference::cuda {

constexpr int kPanel = 16;  // rows; kPanelRows of weight_matrix.h
constexpr int kGroup = 64;  // columns; kGroupColumns
constexpr int kLoneWarps = 2;  // of a block whose warps have a panel each

/// Sizes of a block, in bytes.
template <int Bits>
struct BlockLayout {
    static constexpr int kHead = Bits == 8 ? 2 * kPanel : 4 * kPanel;  // scales and minima
    static constexpr int kBytes = kHead + kPanel * kGroup * Bits / 8;
};

/// Converts a nibble n to the 16-bit float 16 + n without a conversion instruction: the bits of n replace the four most
/// significant mantissa bits of 16, which count 8, 4, 2 and 1. kSixteenPair and kOnePair are two packed values of 16
/// and 1; kShift is the bit of the mantissa that takes the lowest bit of n.
template <typename T>
struct Nibbles;
template <>
struct Nibbles<Bf16> {
    static constexpr unsigned kSixteenPair = 0x41804180U, kOnePair = 0x3f803f80U;
    static constexpr int kShift = 3;
};
template <>
struct Nibbles<Fp16> {
    static constexpr unsigned kSixteenPair = 0x4c004c00U, kOnePair = 0x3c003c00U;
    static constexpr int kShift = 6;
};
constexpr unsigned kSignBits = 0x00080008U;  // bit 3 of the nibbles at bits 0 and 16

/// Returns 16 + n for the two nibbles n of `word` at bits At and 16 + At. With `flip` = kSignBits, n ^ 8 replaces n.
template <typename T, int At>
__device__ unsigned nibbles(unsigned word, unsigned flip = 0) {
    constexpr int kShift = Nibbles<T>::kShift, kRight = At > kShift ? At - kShift : 0,
                  kLeft = At < kShift ? kShift - At : 0;
    return maskAndFlip(word >> kRight << kLeft, 0x000f000fU << kShift, Nibbles<T>::kSixteenPair ^ flip << kShift);
}

/// The elements of x that a lane multiplies with a block: of input lane / 4, the columns 4 (lane % 4) + 16 i .. + 3.
struct BlockInput {
    Pack<unsigned, 2> columns[4];

    template <typename T>
    __device__ void load(const T* x) {  // at the column 4 (lane % 4) of the block
#pragma unroll
        for (int i = 0; i < 4; ++i)
            columns[i] = *reinterpret_cast<const Pack<unsigned, 2>*>(x + 16 * i);
    }
};

/// Computes sums += block * x with the tensor cores. sums [row][input]: the rows 2 (lane / 4) and the next one, and the
/// inputs 2 (lane % 4) and the next one.
template <typename T, int Bits>
__device__ void multiplyBlock(const unsigned char* block, const BlockInput& x, float (&sums)[4]) {
    const int lane = static_cast<int>(threadIdx.x) % kWarp, eighth = lane / 4, quarter = lane % 4;
    float low[4] = {}, high[4] = {}, inputSums[4] = {};
#pragma unroll
    for (int i = 0; i < 4; ++i) {
        // Of x, the first and third of four elements meet the nibbles at bits 0 and 16 of a word, the others those at 8
        // and 24.
        const Pack<unsigned, 2> four = x.columns[i];
        const unsigned b[2] = {lowHalves(four.value[0], four.value[1]), highHalves(four.value[0], four.value[1])};
        const unsigned ones[4] = {Nibbles<T>::kOnePair, Nibbles<T>::kOnePair, Nibbles<T>::kOnePair,
                                  Nibbles<T>::kOnePair};
        mma<T>(inputSums, ones, b);
        // Of the two rows, the columns 4 quarter + 16 i .. + 3; the high nibbles of int4 are those 32 later.
        const auto words = *reinterpret_cast<const Pack<unsigned, 2>*>(
            block + BlockLayout<Bits>::kHead + ((quarter + i % (Bits / 2) * 4) * kPanel + 2 * eighth) * 4);
        const unsigned first = words.value[0], second = words.value[1];
        if (Bits == 8 || i < 2) {
            const unsigned a[4] = {nibbles<T, 0>(first), nibbles<T, 0>(second), nibbles<T, 8>(first),
                                   nibbles<T, 8>(second)};
            mma<T>(low, a, b);
        }
        if (Bits == 8 || i >= 2) {
            constexpr unsigned kFlip = Bits == 8 ? kSignBits : 0;
            const unsigned a[4] = {nibbles<T, 4>(first, kFlip), nibbles<T, 4>(second, kFlip),
                                   nibbles<T, 12>(first, kFlip), nibbles<T, 12>(second, kFlip)};
            mma<T>(high, a, b);
        }
    }
    float scales[2], minima[2] = {};
    loadFloats(reinterpret_cast<const Bf16*>(block) + 2 * eighth, scales);
    if (Bits == 4) loadFloats(reinterpret_cast<const Bf16*>(block) + kPanel + 2 * eighth, minima);
#pragma unroll
    for (int i = 0; i < 4; ++i) {
        const float scale = scales[i / 2], minimum = minima[i / 2];
        // Removes the 16 that nibbles() adds. The high nibble of int8 counts 16 times and also has 8 added.
        const float sum = Bits == 8 ? fmaf(16.0F, high[i], low[i]) : low[i] + high[i];
        const float offset = Bits == 8 ? -(16.0F * 16.0F + 16.0F + 128.0F) * scale : fmaf(-16.0F, scale, minimum);
        sums[i] = fmaf(scale, sum, fmaf(offset, inputSums[i % 2], sums[i]));
    }
}

/// gemv with tensor cores: x [inputs, columns], 1 to kMaxInputs inputs, columns a multiple of kGroup. For matrices of
/// few panels, Split = kPanelWarps warps, a block, share the groups of a panel. For others, Split = 1: each warp of a
/// block of kLoneWarps has a panel of its own.
template <typename T, typename Y, int Bits, int Split>
__global__ void __launch_bounds__((Split == 1 ? kLoneWarps : Split) * kWarp, Split == 1 ? 14 : 3)
    quantizedGemvMma(GemvTasks<T, Y> tasks, const T* x) {
    constexpr int kWarps = Split == 1 ? kLoneWarps : Split;
    constexpr int kPieceGroups = Bits == 8 ? 1 : 2, kBytes = BlockLayout<Bits>::kBytes, kChunks = kBytes / 16;
    using Queue = WeightQueue<kWarps, 4, kPieceGroups * kChunks>;
    __shared__ typename Queue::Storage storage;
    const GemvTask<T, Y> task = selectTask(tasks);
    const int columns = tasks.columns, inputs = tasks.inputs, groups = columns / kGroup;
    const int lane = static_cast<int>(threadIdx.x) % kWarp, warp = static_cast<int>(threadIdx.x) / kWarp;
    const int eighth = lane / 4, quarter = lane % 4;
    const int panel = static_cast<int>(blockIdx.x - task.firstBlock) * (kWarps / Split) + warp / Split;
    const int each = (groups + Split - 1) / Split, firstGroup = warp % Split * each;  // of this warp
    const int count = panel * kPanel < task.rows ? max(0, min(each, groups - firstGroup)) : 0;
    const int pieces = (count + kPieceGroups - 1) / kPieceGroups;
    const unsigned char* blocks = task.weights + (static_cast<long long>(panel) * groups + firstGroup) * kBytes;
    const auto copy = [&](int piece, typename Queue::Piece& to) {
        const unsigned char* from = blocks + static_cast<long long>(piece * kPieceGroups) * kBytes + lane * 16;
        const int chunks = min(kPieceGroups, count - piece * kPieceGroups) * kChunks;
#pragma unroll
        for (int i = 0; i * kWarp < kPieceGroups * kChunks; ++i) {
            if (lane + i * kWarp < chunks) copyAsync(&to[lane + i * kWarp], from + i * kWarp * 16);
        }
    };
    Queue queue(storage);
    queue.begin(pieces, copy);
    allowNextKernel();
    waitForPreviousKernel();
    const T* input = x + static_cast<long long>(min(eighth, inputs - 1)) * columns + firstGroup * kGroup +
                     4 * quarter;  // results of missing inputs are not stored
    BlockInput ahead[kPieceGroups];
    const auto loadInput = [&](int piece) {
#pragma unroll
        for (int g = 0; g < kPieceGroups; ++g) {
            if (piece * kPieceGroups + g < count) ahead[g].load(input + (piece * kPieceGroups + g) * kGroup);
        }
    };
    loadInput(0);
    float sums[4] = {};
    queue.drain(pieces, copy, [&](int piece, const typename Queue::Piece& from) {
        BlockInput now[kPieceGroups];
#pragma unroll
        for (int g = 0; g < kPieceGroups; ++g)
            now[g] = ahead[g];
        loadInput(piece + 1);
#pragma unroll
        for (int g = 0; g < kPieceGroups; ++g) {
            if (piece * kPieceGroups + g >= count) break;
            multiplyBlock<T, Bits>(reinterpret_cast<const unsigned char*>(from) + g * kBytes, now[g], sums);
        }
    });
    if constexpr (Split == 1) {
#pragma unroll
        for (int i = 0; i < 4; ++i) {
            const int m = 2 * quarter + i % 2, row = panel * kPanel + 2 * eighth + i / 2;
            if (m >= inputs || row >= task.rows) continue;
            const float bias = task.bias ? toFloat(task.bias[row]) : 0.0F;
            task.y[static_cast<long long>(m) * task.rows + row] = fromFloat<Y>(sums[i] + bias);
        }
    } else {
        __shared__ RowSums<kPanel> all;
#pragma unroll
        for (int i = 0; i < 4; ++i)
            all[warp][2 * quarter + i % 2][2 * eighth + i / 2] = sums[i];
        storeRows<kPanel>(task, panel * kPanel, all, inputs);
    }
}

/// Returns the dequantized weight of a row and column of a block.
template <int Bits>
__device__ float decodeWeight(const unsigned char* block, int row, int column) {
    const int quad = Bits == 8 ? column / 4 : column % (kGroup / 2) / 4;
    const unsigned byte = block[BlockLayout<Bits>::kHead + (quad * kPanel + row) * 4 + column % 4];
    const Bf16* head = reinterpret_cast<const Bf16*>(block);
    if (Bits == 8) return toFloat(head[row]) * static_cast<float>(static_cast<signed char>(byte));
    return toFloat(head[row]) * static_cast<float>(column < kGroup / 2 ? byte & 15U : byte >> 4) +
           toFloat(head[kPanel + row]);
}

/// Returns the dequantized weights of a row and the columns [first, first + 8) of a block; first a multiple of 8.
template <int Bits>
__device__ void decodeWeights(const unsigned char* block, int row, int first, float (&values)[8]) {
    const Bf16* head = reinterpret_cast<const Bf16*>(block);
    const float scale = toFloat(head[row]), minimum = Bits == 4 ? toFloat(head[kPanel + row]) : 0.0F;
    const int quad = (Bits == 8 ? first : first % (kGroup / 2)) / 4;
#pragma unroll
    for (int i = 0; i < 2; ++i) {
        const unsigned word =
            *reinterpret_cast<const unsigned*>(block + BlockLayout<Bits>::kHead + ((quad + i) * kPanel + row) * 4);
#pragma unroll
        for (int c = 0; c < 4; ++c) {
            const unsigned byte = word >> (8 * c) & 255U;
            if (Bits == 8) {
                values[4 * i + c] = scale * static_cast<float>(static_cast<signed char>(byte));
            } else {
                values[4 * i + c] = scale * static_cast<float>(first < kGroup / 2 ? byte & 15U : byte >> 4) + minimum;
            }
        }
    }
}

/// gemv with scalar instructions, for any T and number of columns. One warp per row and input. Block: kRowsPerBlock
/// warps. Grid: one block per kRowsPerBlock rows of each matrix (x), inputs (y).
template <typename T, typename Y, int Bits>
__global__ void quantizedGemvScalar(GemvTasks<T, Y> tasks, const T* x) {
    const GemvTask<T, Y> task = selectTask(tasks);
    const int columns = tasks.columns, groups = (columns + kGroup - 1) / kGroup;
    const int lane = static_cast<int>(threadIdx.x) % kWarp;
    const int row =
        static_cast<int>(blockIdx.x - task.firstBlock) * kRowsPerBlock + static_cast<int>(threadIdx.x) / kWarp;
    allowNextKernel();
    waitForPreviousKernel();
    if (row >= task.rows) return;  // the whole warp
    const unsigned char* blocks =
        task.weights + static_cast<long long>(row / kPanel) * groups * BlockLayout<Bits>::kBytes;
    const T* input = x + static_cast<long long>(blockIdx.y) * columns;
    float sum = 0.0F;
    for (int column = lane; column < columns; column += kWarp) {
        const unsigned char* block = blocks + static_cast<long long>(column / kGroup) * BlockLayout<Bits>::kBytes;
        sum = fmaf(decodeWeight<Bits>(block, row % kPanel, column % kGroup), toFloat(input[column]), sum);
    }
    sum = warpSum(sum);
    if (lane == 0)
        task.y[static_cast<long long>(blockIdx.y) * task.rows + row] =
            fromFloat<Y>(sum + (task.bias ? toFloat(task.bias[row]) : 0.0F));
}

constexpr int kDequantizeWarps = 8;  // per block: one group each

/// Converts panels of a quantized matrix to a dense row-major matrix [16 panels, columns], for a gemm. Grid: blocks of
/// kDequantizeWarps groups (x), panels (y). A lane converts eight neighbouring columns of a row at a time.
template <typename T, int Bits>
__global__ void dequantize(const unsigned char* weights, T* dense, int columns) {
    constexpr int kBytes = BlockLayout<Bits>::kBytes, kColumns = 8, kParts = kGroup / kColumns;
    const int groups = (columns + kGroup - 1) / kGroup;
    const int group = static_cast<int>(blockIdx.x) * kDequantizeWarps + static_cast<int>(threadIdx.x) / kWarp;
    if (group >= groups) return;
    const int lane = static_cast<int>(threadIdx.x) % kWarp;
    const long long panel = blockIdx.y;
    const unsigned char* block = weights + (panel * groups + group) * kBytes;
    for (int i = lane; i < kPanel * kParts; i += kWarp) {
        const int row = i / kParts, first = i % kParts * kColumns, column = group * kGroup + first;
        float values[kColumns];
        decodeWeights<Bits>(block, row, first, values);
        T* to = dense + (panel * kPanel + row) * columns + column;
        if (columns % kColumns == 0 && column < columns) {
            constexpr int kPerStore = 16 / static_cast<int>(sizeof(T));
#pragma unroll
            for (int c = 0; c < kColumns; c += kPerStore) {
                float some[kPerStore];
#pragma unroll
                for (int k = 0; k < kPerStore; ++k)
                    some[k] = values[c + k];
                storeFloats(to + c, some);
            }
            continue;
        }
        for (int c = 0; c < min(kColumns, columns - column); ++c)
            to[c] = fromFloat<T>(values[c]);
    }
}

}  // namespace fleming::inference::cuda
