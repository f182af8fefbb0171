#pragma once

#include "inference/kernels/cuda/products.cuh"

// Products with the int8 and int4 matrices of weight_matrix.h. 16-bit activations go to the tensor cores, which take
// eight inputs in the time of one; float32, and matrices of odd sizes, are multiplied plainly.

namespace fleming::inference::cuda {

constexpr int kStrip = 16;      // rows, see weight_matrix.h
constexpr int kGroup = 64;      // columns
constexpr int kStripWarps = 8;  // that share the groups of a strip
constexpr int kMostInputs = 8;

/// How a matrix' blocks lie.
template <int Bits>
struct BlockOf {
    static constexpr int kHead = Bits == 8 ? 2 * kStrip : 4 * kStrip;  // bytes of scales and minima
    static constexpr int kBytes = kHead + kStrip * kGroup * Bits / 8;
};

/// For a nibble n, 16 + n as a 16-bit number, which needs no conversion: n in the fraction's first four bits behind
/// 16's exponent.
template <typename T>
struct Nibbles;
template <>
struct Nibbles<Bf16> {
    static constexpr unsigned kSixteens = 0x41804180U, kOnes = 0x3f803f80U;
    static constexpr int kPlace = 3;
};
template <>
struct Nibbles<Fp16> {
    static constexpr unsigned kSixteens = 0x4c004c00U, kOnes = 0x3c003c00U;
    static constexpr int kPlace = 6;
};
constexpr unsigned kSignBits = 0x00080008U;  // of nibbles at bits 0 and 16

/// 16 + n for the nibbles n of `word` at bit `At` and at bit 16 + At; n is taken ^ 8 where `flip` is kSignBits.
template <typename T, int At>
__device__ unsigned nibbles(unsigned word, unsigned flip = 0) {
    constexpr int kPlace = Nibbles<T>::kPlace, kRight = At > kPlace ? At - kPlace : 0,
                  kLeft = At < kPlace ? kPlace - At : 0;
    return ((word >> kRight << kLeft) & (0x000f000fU << kPlace)) ^ (Nibbles<T>::kSixteens ^ flip << kPlace);
}

/// x [inputs, columns], 1 to kMostInputs inputs, columns in whole groups. A block of kStripWarps warps for each strip:
/// the warps share its groups. A lane has the rows 2 (lane / 4) and the next of the weights, input lane / 4 of x, and
/// of the sums these two rows for the inputs 2 (lane % 4) and the next.
template <typename T, typename Y, int Bits>
__global__ void multiplyQuantized(Products<T, Y> products, const T* x) {
    using Block = BlockOf<Bits>;
    const MatrixProduct<T, Y> mine = productOfBlock(products);
    const int columns = products.columns, inputs = products.inputs, groups = columns / kGroup;
    const int lane = static_cast<int>(threadIdx.x) % kWarp, warp = static_cast<int>(threadIdx.x) / kWarp;
    const int eighth = lane / 4, quarter = lane % 4;
    const int strip = static_cast<int>(blockIdx.x - mine.firstBlock);
    const unsigned char* blocks = mine.weights + static_cast<long long>(strip) * groups * Block::kBytes;
    const T* input = x + static_cast<long long>(min(eighth, inputs - 1)) * columns +
                     4 * quarter;  // what has no input is not written
    float sums[4] = {};            // [row][input]
#pragma unroll 2
    for (int group = warp; group < groups; group += kStripWarps) {
        const unsigned char* block = blocks + static_cast<long long>(group) * Block::kBytes;
        Pack<unsigned, 2> words[Bits / 2];  // of the two rows, the columns 4 quarter + 16 i and the three after
#pragma unroll
        for (int i = 0; i < Bits / 2; ++i) {
            words[i] = loadOnce<2>(reinterpret_cast<const unsigned*>(block + Block::kHead) +
                                   (quarter + 4 * i) * kStrip + 2 * eighth);
        }
        float scales[2], minima[2] = {};
        loadFloatsOnce(reinterpret_cast<const Bf16*>(block) + 2 * eighth, scales);
        if (Bits == 4) loadFloatsOnce(reinterpret_cast<const Bf16*>(block) + kStrip + 2 * eighth, minima);
        float low[4] = {}, high[4] = {}, all[4] = {};
#pragma unroll
        for (int i = 0; i < 4; ++i) {
            // Four numbers: of these the first and the third belong to a word's bits 0 and 16, the others to 8 and 24.
            const Pack<unsigned, 2> four = *reinterpret_cast<const Pack<unsigned, 2>*>(input + group * kGroup + 16 * i);
            const unsigned b[2] = {(four.value[0] & 0xffffU) | four.value[1] << 16,
                                   four.value[0] >> 16 | (four.value[1] & 0xffff0000U)};
            const unsigned ones[4] = {Nibbles<T>::kOnes, Nibbles<T>::kOnes, Nibbles<T>::kOnes, Nibbles<T>::kOnes};
            multiplyTiles<T>(all, ones, b);
            const unsigned first = words[i % (Bits / 2)].value[0], second = words[i % (Bits / 2)].value[1];
            if (Bits == 8 || i < 2) {
                const unsigned a[4] = {nibbles<T, 0>(first), nibbles<T, 0>(second), nibbles<T, 8>(first),
                                       nibbles<T, 8>(second)};
                multiplyTiles<T>(low, a, b);
            }
            if (Bits == 8 || i >= 2) {
                constexpr unsigned kFlip = Bits == 8 ? kSignBits : 0;
                const unsigned a[4] = {nibbles<T, 4>(first, kFlip), nibbles<T, 4>(second, kFlip),
                                       nibbles<T, 12>(first, kFlip), nibbles<T, 12>(second, kFlip)};
                multiplyTiles<T>(high, a, b);
            }
        }
#pragma unroll
        for (int i = 0; i < 4; ++i) {
            const float scale = scales[i / 2], minimum = minima[i / 2];
            // Each nibble had 16 added; of int8 the upper one 8 more, and it counts 16 times.
            const float sum = Bits == 8 ? fmaf(16.0F, high[i], low[i]) : low[i] + high[i];
            const float offset = Bits == 8 ? -(16.0F * 16.0F + 16.0F + 128.0F) * scale : fmaf(-16.0F, scale, minimum);
            sums[i] = fmaf(scale, sum, fmaf(offset, all[i % 2], sums[i]));
        }
    }
    __shared__ float parts[kStripWarps][kMostInputs][kStrip];
#pragma unroll
    for (int i = 0; i < 4; ++i)
        parts[warp][2 * quarter + i % 2][2 * eighth + i / 2] = sums[i];
    __syncthreads();
    for (int task = static_cast<int>(threadIdx.x); task < inputs * kStrip; task += kStripWarps * kWarp) {
        const int m = task / kStrip, row = strip * kStrip + task % kStrip;
        if (row >= mine.rows) continue;
        float sum = mine.bias ? toFloat(mine.bias[row]) : 0.0F;
        for (const auto& part : parts)
            sum += part[m][task % kStrip];
        mine.y[static_cast<long long>(m) * mine.rows + row] = fromFloat<Y>(sum);
    }
}

/// The weight of a block's row and column.
template <int Bits>
__device__ float weightOf(const unsigned char* block, int row, int column) {
    const int quad = Bits == 8 ? column / 4 : column % (kGroup / 2) / 4;
    const unsigned byte = block[BlockOf<Bits>::kHead + (quad * kStrip + row) * 4 + column % 4];
    const Bf16* head = reinterpret_cast<const Bf16*>(block);
    if (Bits == 8) return toFloat(head[row]) * static_cast<float>(static_cast<signed char>(byte));
    return toFloat(head[row]) * static_cast<float>(column < kGroup / 2 ? byte & 15U : byte >> 4) +
           toFloat(head[kStrip + row]);
}

/// The same for any numbers and columns: a warp a row and input, kRowsInBlock * kWarp threads a block, a block for each
/// kRowsInBlock rows (x) and input (y).
template <typename T, typename Y, int Bits>
__global__ void multiplyQuantizedPlainly(Products<T, Y> products, const T* x) {
    const MatrixProduct<T, Y> mine = productOfBlock(products);
    const int columns = products.columns, groups = (columns + kGroup - 1) / kGroup;
    const int lane = static_cast<int>(threadIdx.x) % kWarp;
    const int row =
        static_cast<int>(blockIdx.x - mine.firstBlock) * kRowsInBlock + static_cast<int>(threadIdx.x) / kWarp;
    if (row >= mine.rows) return;  // the whole warp
    const unsigned char* blocks = mine.weights + static_cast<long long>(row / kStrip) * groups * BlockOf<Bits>::kBytes;
    const T* input = x + static_cast<long long>(blockIdx.y) * columns;
    float sum = 0.0F;
    for (int column = lane; column < columns; column += kWarp) {
        const unsigned char* block = blocks + static_cast<long long>(column / kGroup) * BlockOf<Bits>::kBytes;
        sum = fmaf(weightOf<Bits>(block, row % kStrip, column % kGroup), toFloat(input[column]), sum);
    }
    sum = warpSum(sum);
    if (lane == 0)
        mine.y[static_cast<long long>(blockIdx.y) * mine.rows + row] =
            fromFloat<Y>(sum + (mine.bias ? toFloat(mine.bias[row]) : 0.0F));
}

/// The strips of a quantised matrix as plain numbers, row-major [16 strips, columns], for the products of many rows. A
/// block of kWarp threads for each group (x) and strip (y).
template <typename T, int Bits>
__global__ void dequantize(const unsigned char* weights, T* plain, int columns) {
    const int group = static_cast<int>(blockIdx.x), strip = static_cast<int>(blockIdx.y);
    const unsigned char* block =
        weights + (static_cast<long long>(strip) * static_cast<int>(gridDim.x) + group) * BlockOf<Bits>::kBytes;
    for (int column = static_cast<int>(threadIdx.x); column < kGroup; column += kWarp) {
        const int at = group * kGroup + column;
        if (at >= columns) continue;
        for (int row = 0; row < kStrip; ++row) {
            plain[(static_cast<long long>(strip) * kStrip + row) * columns + at] =
                fromFloat<T>(weightOf<Bits>(block, row, column));
        }
    }
}

}  // namespace fleming::inference::cuda
