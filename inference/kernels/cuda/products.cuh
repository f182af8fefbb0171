#pragma once

#include "inference/kernels/cuda/numbers.cuh"

// y = W x + b for some matrices and the x that they share: every weight is read once, from the first byte to the last.
// A row of y is made in the same order of sums however many inputs there are.

namespace fleming::inference::cuda {

constexpr int kMostProducts = 3;  // of a launch
constexpr int kRowsInBlock = 4;   // of a plain matrix: one a warp

/// A matrix [rows, columns] and what becomes of it: y [inputs, rows]; bias [rows] or null.
template <typename T, typename Y>
struct MatrixProduct {
    const unsigned char* weights;
    const T* bias;
    Y* y;
    int rows;
    unsigned firstBlock;  ///< of those that share the launch; the grid has blocks for all
};

template <typename T, typename Y>
struct Products {
    MatrixProduct<T, Y> of[kMostProducts];
    int count, columns, inputs;
};

template <typename T, typename Y>
__device__ MatrixProduct<T, Y> productOfBlock(const Products<T, Y>& products) {
    MatrixProduct<T, Y> mine = products.of[0];
#pragma unroll
    for (int i = 1; i < kMostProducts; ++i) {
        if (i < products.count && blockIdx.x >= products.of[i].firstBlock) mine = products.of[i];
    }
    return mine;
}

/// Row-major matrices, columns a multiple of 8; x [inputs, columns], 1 to M inputs. A warp a row: kRowsInBlock * kWarp
/// threads a block, a block for each kRowsInBlock rows of a matrix.
template <typename T, typename Y, int M>
__global__ void multiplyPlain(Products<T, Y> products, const T* x) {
    constexpr int kAtOnce = 16 / static_cast<int>(sizeof(T));
    const MatrixProduct<T, Y> mine = productOfBlock(products);
    const int columns = products.columns, inputs = products.inputs;
    const int lane = static_cast<int>(threadIdx.x) % kWarp;
    const int row =
        static_cast<int>(blockIdx.x - mine.firstBlock) * kRowsInBlock + static_cast<int>(threadIdx.x) / kWarp;
    if (row >= mine.rows) return;  // the whole warp
    const T* w = reinterpret_cast<const T*>(mine.weights) + static_cast<long long>(row) * columns;
    float sums[M] = {};
#pragma unroll 4
    for (int column = lane * kAtOnce; column < columns; column += kWarp * kAtOnce) {
        float a[kAtOnce];
        loadFloatsOnce(w + column, a);
#pragma unroll
        for (int m = 0; m < M; ++m) {
            float b[kAtOnce];
            loadFloats(x + static_cast<long long>(min(m, inputs - 1)) * columns + column, b);
#pragma unroll
            for (int i = 0; i < kAtOnce; ++i)
                sums[m] = fmaf(a[i], b[i], sums[m]);
        }
    }
#pragma unroll
    for (int m = 0; m < M; ++m) {
        const float sum = warpSum(sums[m]);
        if (lane == 0 && m < inputs) {
            mine.y[static_cast<long long>(m) * mine.rows + row] =
                fromFloat<Y>(sum + (mine.bias ? toFloat(mine.bias[row]) : 0.0F));
        }
    }
}

}  // namespace fleming::inference::cuda
