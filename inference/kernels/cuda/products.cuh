#pragma once

#include "inference/kernels/cuda/numbers.cuh"

// y = W x + b for some x: every weight is read once, from the first byte to the last.

namespace fleming::inference::cuda {

constexpr int kStrip = 16;    // rows, see weight_matrix.h
constexpr int kGroup = 64;    // columns
constexpr int kRowsInBlock = 4;    // of a plain matrix: one a warp
constexpr int kStripWarps = 8;     // that share the groups of a strip

/// A row-major matrix [rows, columns], columns a multiple of 8; x [M, columns], y [M, rows]; bias [rows] or null. A warp a
/// row: kRowsInBlock * kWarp threads a block, a block for each kRowsInBlock rows.
template <typename T, typename Y, int M>
__global__ void multiplyPlain(const T* weights, const T* x, const T* bias, Y* y, int rows, int columns) {
    constexpr int kAtOnce = 16 / static_cast<int>(sizeof(T));
    const int lane = static_cast<int>(threadIdx.x) % kWarp;
    const int row = static_cast<int>(blockIdx.x) * kRowsInBlock + static_cast<int>(threadIdx.x) / kWarp;
    if (row >= rows) return;  // the whole warp
    const T* w = weights + static_cast<long long>(row) * columns;
    float sums[M] = {};
#pragma unroll 4
    for (int column = lane * kAtOnce; column < columns; column += kWarp * kAtOnce) {
        float a[kAtOnce];
        loadFloats(w + column, a);
#pragma unroll
        for (int m = 0; m < M; ++m) {
            float b[kAtOnce];
            loadFloats(x + static_cast<long long>(m) * columns + column, b);
#pragma unroll
            for (int i = 0; i < kAtOnce; ++i) sums[m] += a[i] * b[i];
        }
    }
#pragma unroll
    for (int m = 0; m < M; ++m) {
        const float sum = warpSum(sums[m]);
        if (lane == 0) y[static_cast<long long>(m) * rows + row] = fromFloat<Y>(sum + (bias ? toFloat(bias[row]) : 0.0F));
    }
}

/// Four rows' weights of four columns, as a lane reads them: byte 4 r + i is row r, column i.
struct Quads {
    unsigned row[4];
};

/// The matrices of weight_matrix.h; x [M, columns], y [M, rows]; bias [rows] or null. A block of kStripWarps warps for each
/// strip: the warps share its groups, and a lane takes four rows and eight columns of a group.
template <typename T, typename Y, int Bits, int M>
__global__ void multiplyQuantized(const unsigned char* weights, const T* x, const T* bias, Y* y, int rows, int columns) {
    constexpr int kHead = Bits == 8 ? 2 * kStrip : 4 * kStrip;  // bytes of scales and minima
    constexpr int kBlock = kHead + kStrip * kGroup * Bits / 8;
    const int lane = static_cast<int>(threadIdx.x) % kWarp, warp = static_cast<int>(threadIdx.x) / kWarp;
    const int quad = lane % 4, four = lane / 4;  // rows 4 quad .. 4 quad + 3; columns 4 four .. and 32 + 4 four ..
    const int groups = (columns + kGroup - 1) / kGroup;
    const unsigned char* strip = weights + static_cast<long long>(blockIdx.x) * groups * kBlock;
    float sums[M][4] = {};
#pragma unroll 2
    for (int group = warp; group < groups; group += kStripWarps) {
        const unsigned char* block = strip + static_cast<long long>(group) * kBlock;
        float scales[4], minima[4] = {};
        loadFloats(reinterpret_cast<const Bf16*>(block) + 4 * quad, scales);
        const Pack<Quads, 1> first = *(reinterpret_cast<const Pack<Quads, 1>*>(block + kHead) + lane);
        Pack<Quads, 1> second = first;
        if (Bits == 8) {
            second = *(reinterpret_cast<const Pack<Quads, 1>*>(block + kHead) + kWarp + lane);
        } else {
            loadFloats(reinterpret_cast<const Bf16*>(block) + kStrip + 4 * quad, minima);
        }
#pragma unroll
        for (int m = 0; m < M; ++m) {
            float inputs[8];
            const T* from = x + static_cast<long long>(m) * columns + group * kGroup + 4 * four;
#pragma unroll
            for (int i = 0; i < 4; ++i) {  // a matrix' columns need not be whole groups
                inputs[i] = group * kGroup + 4 * four + i < columns ? toFloat(from[i]) : 0.0F;
                inputs[4 + i] = group * kGroup + kGroup / 2 + 4 * four + i < columns ? toFloat(from[kGroup / 2 + i]) : 0.0F;
            }
            float all = 0.0F;
#pragma unroll
            for (float input : inputs) all += input;
#pragma unroll
            for (int r = 0; r < 4; ++r) {
                float sum = 0.0F;
#pragma unroll
                for (int i = 0; i < 4; ++i) {
                    const unsigned low = first.value[0].row[r] >> (8 * i) & 0xffU, high = second.value[0].row[r] >> (8 * i) & 0xffU;
                    const int a = Bits == 8 ? static_cast<signed char>(low) : static_cast<int>(low & 15U);
                    const int b = Bits == 8 ? static_cast<signed char>(high) : static_cast<int>(high >> 4);
                    sum += inputs[i] * static_cast<float>(a) + inputs[4 + i] * static_cast<float>(b);
                }
                sums[m][r] += scales[r] * sum + minima[r] * all;
            }
        }
    }
    __shared__ float parts[kStripWarps][M][kStrip];
#pragma unroll
    for (int m = 0; m < M; ++m) {
#pragma unroll
        for (int r = 0; r < 4; ++r) {
            const float sum = warpSum(sums[m][r], 4);
            if (four == 0) parts[warp][m][4 * quad + r] = sum;
        }
    }
    __syncthreads();
    for (int task = static_cast<int>(threadIdx.x); task < M * kStrip; task += kStripWarps * kWarp) {
        const int m = task / kStrip, row = static_cast<int>(blockIdx.x) * kStrip + task % kStrip;
        if (row >= rows) continue;
        float sum = bias ? toFloat(bias[row]) : 0.0F;
        for (const auto& part : parts) sum += part[m][task % kStrip];
        y[static_cast<long long>(m) * rows + row] = fromFloat<Y>(sum);
    }
}

/// The strips of a quantised matrix as plain numbers, row-major [16 strips, columns], for the products of many rows. A block
/// of kWarp threads for each group (x) and strip (y).
template <typename T, int Bits>
__global__ void dequantize(const unsigned char* weights, T* plain, int columns) {
    constexpr int kHead = Bits == 8 ? 2 * kStrip : 4 * kStrip;
    constexpr int kBlock = kHead + kStrip * kGroup * Bits / 8;
    const int group = static_cast<int>(blockIdx.x), strip = static_cast<int>(blockIdx.y);
    const unsigned char* block = weights + (static_cast<long long>(strip) * static_cast<int>(gridDim.x) + group) * kBlock;
    const Bf16* head = reinterpret_cast<const Bf16*>(block);
    for (int column = static_cast<int>(threadIdx.x); column < kGroup; column += kWarp) {
        const int at = group * kGroup + column;
        if (at >= columns) continue;
        const int quarter = Bits == 8 ? column / 4 : column % (kGroup / 2) / 4;
        const unsigned char* bytes = block + kHead + quarter * kStrip * 4 + column % 4;
        for (int row = 0; row < kStrip; ++row) {
            const unsigned byte = bytes[4 * row];
            float value = 0.0F;
            if (Bits == 8) {
                value = toFloat(head[row]) * static_cast<float>(static_cast<signed char>(byte));
            } else {
                const unsigned q = column < kGroup / 2 ? byte & 15U : byte >> 4;
                value = toFloat(head[row]) * static_cast<float>(q) + toFloat(head[kStrip + row]);
            }
            plain[(static_cast<long long>(strip) * kStrip + row) * columns + at] = fromFloat<T>(value);
        }
    }
}

}  // namespace fleming::inference::cuda
