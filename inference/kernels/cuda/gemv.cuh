#pragma once

#include "inference/kernels/cuda/primitives.cuh"

// y = W x + bias for a few matrices that share x. Each weight is read once, in the order of memory. A row of y is
// summed in the same order for any number of inputs.

namespace fleming::inference::cuda {

constexpr int kMaxTasks = 3;      // per launch
constexpr int kRowsPerBlock = 4;  // of an unquantized matrix: one per warp

/// One y = W x + bias: W [rows, columns], y [inputs, rows], bias [rows] or null.
template <typename T, typename Y>
struct GemvTask {
    const unsigned char* weights;
    const T* bias;
    Y* y;
    int rows;
    unsigned firstBlock;  ///< index in the grid, which has the blocks of all tasks
};

template <typename T, typename Y>
struct GemvTasks {
    GemvTask<T, Y> of[kMaxTasks];
    int count, columns, inputs;
};

/// Returns the task of this thread block.
template <typename T, typename Y>
__device__ GemvTask<T, Y> selectTask(const GemvTasks<T, Y>& tasks) {
    GemvTask<T, Y> task = tasks.of[0];
#pragma unroll
    for (int i = 1; i < kMaxTasks; ++i) {
        if (i < tasks.count && blockIdx.x >= tasks.of[i].firstBlock) task = tasks.of[i];
    }
    return task;
}

/// gemv with row-major matrices of T; columns a multiple of 8; x [inputs, columns], 1 to M inputs. One warp per row.
/// Block: kRowsPerBlock warps. Grid: one block per kRowsPerBlock rows of each matrix.
template <typename T, typename Y, int M>
__global__ void denseGemv(GemvTasks<T, Y> tasks, const T* x) {
    constexpr int kPerLoad = 16 / static_cast<int>(sizeof(T));
    const GemvTask<T, Y> task = selectTask(tasks);
    const int columns = tasks.columns, inputs = tasks.inputs;
    const int lane = static_cast<int>(threadIdx.x) % kWarp;
    const int row =
        static_cast<int>(blockIdx.x - task.firstBlock) * kRowsPerBlock + static_cast<int>(threadIdx.x) / kWarp;
    if (row >= task.rows) return;  // the whole warp
    const T* w = reinterpret_cast<const T*>(task.weights) + static_cast<long long>(row) * columns;
    float sums[M] = {};
#pragma unroll 4
    for (int column = lane * kPerLoad; column < columns; column += kWarp * kPerLoad) {
        float a[kPerLoad];
        loadFloatsOnce(w + column, a);
#pragma unroll
        for (int m = 0; m < M; ++m) {
            float b[kPerLoad];
            loadFloats(x + static_cast<long long>(min(m, inputs - 1)) * columns + column, b);
#pragma unroll
            for (int i = 0; i < kPerLoad; ++i)
                sums[m] = fmaf(a[i], b[i], sums[m]);
        }
    }
#pragma unroll
    for (int m = 0; m < M; ++m) {
        const float sum = warpSum(sums[m]);
        if (lane == 0 && m < inputs) {
            task.y[static_cast<long long>(m) * task.rows + row] =
                fromFloat<Y>(sum + (task.bias ? toFloat(task.bias[row]) : 0.0F));
        }
    }
}

}  // namespace fleming::inference::cuda
