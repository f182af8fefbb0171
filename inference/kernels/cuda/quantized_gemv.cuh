#pragma once

#include "inference/kernels/cuda/gemv.cuh"

// gemv with the int8 and int4 blocks of weight_matrix.h. 16-bit activations use the tensor cores, which take eight
// inputs in the time of one. float32 activations, and matrices whose last group is partial, use scalar instructions.

namespace fleming::inference::cuda {

constexpr int kPanel = 16;      // rows; kPanelRows of weight_matrix.h
constexpr int kGroup = 64;      // columns; kGroupColumns
constexpr int kPanelWarps = 8;  // warps that share the groups of a panel
constexpr int kMaxInputs = 8;

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
    return ((word >> kRight << kLeft) & (0x000f000fU << kShift)) ^ (Nibbles<T>::kSixteenPair ^ flip << kShift);
}

/// gemv with tensor cores: x [inputs, columns], 1 to kMaxInputs inputs, columns a multiple of kGroup. Grid: one block
/// of kPanelWarps warps per panel; the warps share its groups. Fragments: a lane holds the rows 2 (lane / 4) and the
/// next one of the weights, input lane / 4 of x, and the sums of these two rows for the inputs 2 (lane % 4) and the
/// next one.
template <typename T, typename Y, int Bits>
__global__ void quantizedGemvMma(GemvTasks<T, Y> tasks, const T* x) {
    using Block = BlockLayout<Bits>;
    const GemvTask<T, Y> task = selectTask(tasks);
    const int columns = tasks.columns, inputs = tasks.inputs, groups = columns / kGroup;
    const int lane = static_cast<int>(threadIdx.x) % kWarp, warp = static_cast<int>(threadIdx.x) / kWarp;
    const int eighth = lane / 4, quarter = lane % 4;
    const int panel = static_cast<int>(blockIdx.x - task.firstBlock);
    const unsigned char* blocks = task.weights + static_cast<long long>(panel) * groups * Block::kBytes;
    const T* input = x + static_cast<long long>(min(eighth, inputs - 1)) * columns +
                     4 * quarter;  // results of missing inputs are not stored
    float sums[4] = {};            // [row][input]
#pragma unroll 2
    for (int group = warp; group < groups; group += kPanelWarps) {
        const unsigned char* block = blocks + static_cast<long long>(group) * Block::kBytes;
        Pack<unsigned, 2> words[Bits / 2];  // of the two rows, the columns 4 quarter + 16 i .. + 3
#pragma unroll
        for (int i = 0; i < Bits / 2; ++i) {
            words[i] = loadOnce<2>(reinterpret_cast<const unsigned*>(block + Block::kHead) +
                                   (quarter + 4 * i) * kPanel + 2 * eighth);
        }
        float scales[2], minima[2] = {};
        loadFloatsOnce(reinterpret_cast<const Bf16*>(block) + 2 * eighth, scales);
        if (Bits == 4) loadFloatsOnce(reinterpret_cast<const Bf16*>(block) + kPanel + 2 * eighth, minima);
        float low[4] = {}, high[4] = {}, inputSums[4] = {};
#pragma unroll
        for (int i = 0; i < 4; ++i) {
            // Four elements of x. The first and third meet the nibbles at bits 0 and 16 of a word, the others those at
            // 8 and 24.
            const Pack<unsigned, 2> four = *reinterpret_cast<const Pack<unsigned, 2>*>(input + group * kGroup + 16 * i);
            const unsigned b[2] = {(four.value[0] & 0xffffU) | four.value[1] << 16,
                                   four.value[0] >> 16 | (four.value[1] & 0xffff0000U)};
            const unsigned ones[4] = {Nibbles<T>::kOnePair, Nibbles<T>::kOnePair, Nibbles<T>::kOnePair,
                                      Nibbles<T>::kOnePair};
            mma<T>(inputSums, ones, b);
            const unsigned first = words[i % (Bits / 2)].value[0], second = words[i % (Bits / 2)].value[1];
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
#pragma unroll
        for (int i = 0; i < 4; ++i) {
            const float scale = scales[i / 2], minimum = minima[i / 2];
            // Removes the 16 that nibbles() adds. The high nibble of int8 counts 16 times and also has 8 added.
            const float sum = Bits == 8 ? fmaf(16.0F, high[i], low[i]) : low[i] + high[i];
            const float offset = Bits == 8 ? -(16.0F * 16.0F + 16.0F + 128.0F) * scale : fmaf(-16.0F, scale, minimum);
            sums[i] = fmaf(scale, sum, fmaf(offset, inputSums[i % 2], sums[i]));
        }
    }
    __shared__ float partials[kPanelWarps][kMaxInputs][kPanel];
#pragma unroll
    for (int i = 0; i < 4; ++i)
        partials[warp][2 * quarter + i % 2][2 * eighth + i / 2] = sums[i];
    __syncthreads();
    for (int i = static_cast<int>(threadIdx.x); i < inputs * kPanel; i += kPanelWarps * kWarp) {
        const int m = i / kPanel, row = panel * kPanel + i % kPanel;
        if (row >= task.rows) continue;
        float sum = task.bias ? toFloat(task.bias[row]) : 0.0F;
        for (const auto& partial : partials)
            sum += partial[m][i % kPanel];
        task.y[static_cast<long long>(m) * task.rows + row] = fromFloat<Y>(sum);
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

/// gemv with scalar instructions, for any T and number of columns. One warp per row and input. Block: kRowsPerBlock
/// warps. Grid: one block per kRowsPerBlock rows of each matrix (x), inputs (y).
template <typename T, typename Y, int Bits>
__global__ void quantizedGemvScalar(GemvTasks<T, Y> tasks, const T* x) {
    const GemvTask<T, Y> task = selectTask(tasks);
    const int columns = tasks.columns, groups = (columns + kGroup - 1) / kGroup;
    const int lane = static_cast<int>(threadIdx.x) % kWarp;
    const int row =
        static_cast<int>(blockIdx.x - task.firstBlock) * kRowsPerBlock + static_cast<int>(threadIdx.x) / kWarp;
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

/// Converts panels of a quantized matrix to a dense row-major matrix [16 panels, columns], for a gemm. Grid: groups
/// (x), panels (y). Block: one warp.
template <typename T, int Bits>
__global__ void dequantize(const unsigned char* weights, T* dense, int columns) {
    const int group = static_cast<int>(blockIdx.x), panel = static_cast<int>(blockIdx.y);
    const unsigned char* block =
        weights + (static_cast<long long>(panel) * static_cast<int>(gridDim.x) + group) * BlockLayout<Bits>::kBytes;
    for (int column = static_cast<int>(threadIdx.x); column < kGroup; column += kWarp) {
        const int at = group * kGroup + column;
        if (at >= columns) continue;
        for (int row = 0; row < kPanel; ++row) {
            dense[(static_cast<long long>(panel) * kPanel + row) * columns + at] =
                fromFloat<T>(decodeWeight<Bits>(block, row, column));
        }
    }
}

}  // namespace fleming::inference::cuda
