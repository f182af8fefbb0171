#pragma once

#include "inference/kernels/cuda/input_groups.cuh"
#include "inference/kernels/cuda/primitives.cuh"

// y = W x + bias for a few matrices that share x. Each weight is read once. A row of y is summed in the same order for
// any number of inputs.

namespace fleming::inference::cuda {

constexpr int kMaxTasks = 3;      // per launch
constexpr int kPanelWarps = 8;    // warps of a block that share the columns of some rows
constexpr int kPanelBlocks = 5;   // such blocks on a multiprocessor, at least
constexpr int kRowsPerBlock = 4;  // without tensor cores: one per warp

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

/// A queue of Stages pieces of weights, at most Chunks * 16 bytes each, in shared memory, which a warp fills ahead with
/// asynchronous copies. The copies keep the memory busy without registers, and begin before the results of the previous
/// kernel are there. Unroll: of the loop over the pieces.
template <int Warps, int Stages, int Chunks, int Unroll>
class WeightQueue {
public:
    using Piece = Chunk[Chunks];
    using Storage = Piece[Warps][Stages];

    __device__ explicit WeightQueue(Storage& storage) : stages_(storage[threadIdx.x / kWarp]) {}

    /// Starts to load the first pieces: copy(piece, Piece& to) starts the copies of this lane.
    template <typename Copy>
    __device__ void begin(int pieces, const Copy& copy) {
#pragma unroll 1
        for (int i = 0; i < Stages; ++i) {
            if (i < pieces) copy(i, stages_[i]);
            commitCopies();
        }
    }

    /// Calls use(piece, const Piece& from) for every piece in order. Call begin() first.
    template <typename Copy, typename Use>
    __device__ void drain(int pieces, const Copy& copy, const Use& use) {
        int stage = 0;
#pragma unroll Unroll
        for (int piece = 0; piece < pieces; ++piece) {
            waitForCopies<Stages - 1>();
            __syncwarp();  // the copies of all lanes
            use(piece, stages_[stage]);
            __syncwarp();  // all lanes have read the stage
            if (piece + Stages < pieces) copy(piece + Stages, stages_[stage]);
            commitCopies();
            stage = stage + 1 == Stages ? 0 : stage + 1;
        }
    }

private:
    Piece (&stages_)[Stages];
};

/// The sums of the warps of a block for its rows.
template <int Rows>
using RowSums = float[kPanelWarps][kMaxInputs][Rows];

/// Adds the sums of the warps and the bias, and stores the results of the rows [first, first + Rows).
template <int Rows, typename T, typename Y>
__device__ void storeRows(const GemvTask<T, Y>& task, int first, const RowSums<Rows>& sums, int inputs) {
    __syncthreads();
    for (int i = static_cast<int>(threadIdx.x); i < inputs * Rows; i += kPanelWarps * kWarp) {
        const int m = i / Rows, row = first + i % Rows;
        if (row >= task.rows) continue;
        float sum = task.bias ? toFloat(task.bias[row]) : 0.0F;
        for (const auto& part : sums)
            sum += part[m][i % Rows];
        task.y[static_cast<long long>(m) * task.rows + row] = fromFloat<Y>(sum);
    }
}

constexpr int kDenseRows = 8;      // of a block
constexpr int kDenseColumns = 64;  // of a piece: 128 bytes of each row

/// gemv with tensor cores and row-major matrices of 16-bit T; columns a multiple of 8; x [inputs, columns], 1 to
/// kMaxInputs inputs. Grid: one block of kPanelWarps warps per kDenseRows rows; the warps share the columns.
/// Fragments (see mma()): A is x, with input lane / 4, and B the weights, with row lane / 4. A lane holds the sums of
/// input lane / 4 for the rows 2 (lane % 4) and the next one. The columns are permuted, alike for weights and x, so
/// that a lane loads 16 bytes at once.
template <typename T, typename Y>
__global__ void __launch_bounds__(kPanelWarps* kWarp, kPanelBlocks) denseGemvMma(GemvTasks<T, Y> tasks, const T* x) {
    constexpr int kPerChunk = 8, kRowChunks = kDenseColumns / kPerChunk;
    using Queue = WeightQueue<kPanelWarps, 4, kDenseRows * kRowChunks, 1>;
    __shared__ typename Queue::Storage storage;
    __shared__ RowSums<kDenseRows> all;
    const GemvTask<T, Y> task = selectTask(tasks);
    const int columns = tasks.columns, inputs = tasks.inputs;
    const int lane = static_cast<int>(threadIdx.x) % kWarp, warp = static_cast<int>(threadIdx.x) / kWarp;
    const int eighth = lane / 4, quarter = lane % 4;
    const int firstRow = static_cast<int>(blockIdx.x - task.firstBlock) * kDenseRows;
    const int steps = (columns + kDenseColumns - 1) / kDenseColumns;
    const int pieces = steps > warp ? (steps - warp - 1) / kPanelWarps + 1 : 0;  // of this warp
    const T* weights = reinterpret_cast<const T*>(task.weights);
    const auto columnOf = [&](int piece, int chunk) {
        return (warp + piece * kPanelWarps) * kDenseColumns + chunk * kPerChunk;
    };
    // Chunk c of row r is at r * kRowChunks + (c ^ r): lanes that read a column of chunks use different banks.
    const auto copy = [&](int piece, typename Queue::Piece& to) {
#pragma unroll
        for (int i = lane; i < kDenseRows * kRowChunks; i += kWarp) {
            const int row = i / kRowChunks, chunk = i % kRowChunks, column = columnOf(piece, chunk);
            // Columns behind the last one meet an x of 0: any finite weights do.
            copyAsync(&to[row * kRowChunks + (chunk ^ row)],
                      weights + static_cast<long long>(min(firstRow + row, task.rows - 1)) * columns +
                          (column < columns ? column : 0));
        }
    };
    Queue queue(storage);
    queue.begin(pieces, copy);
    waitForPreviousKernel();
    const T* input = x + static_cast<long long>(min(eighth, inputs - 1)) * columns;  // missing inputs are not stored
    const auto loadInput = [&](int piece, Chunk(&to)[2]) {
#pragma unroll
        for (int i = 0; i < 2; ++i) {
            const int column = columnOf(piece, 2 * quarter + i);
            to[i] = column < columns ? *reinterpret_cast<const Chunk*>(input + column) : Chunk{};
        }
    };
    Chunk ahead[2];
    loadInput(0, ahead);
    float sums[4] = {};  // [row], of one input
    queue.drain(pieces, copy, [&](int piece, const typename Queue::Piece& from) {
        const Chunk now[2] = {ahead[0], ahead[1]};
        loadInput(piece + 1, ahead);
#pragma unroll
        for (int i = 0; i < 2; ++i) {
            const Chunk w = from[eighth * kRowChunks + ((2 * quarter + i) ^ eighth)];
#pragma unroll
            for (int pair = 0; pair < 4; pair += 2) {
                const unsigned a[4] = {now[i].value[pair], 0, now[i].value[pair + 1], 0};
                const unsigned b[2] = {w.value[pair], w.value[pair + 1]};
                mma<T>(sums, a, b);
            }
        }
    });
    allowNextKernel();  // not earlier: its blocks would take memory bandwidth from those that it waits for
#pragma unroll
    for (int i = 0; i < 2; ++i)
        all[warp][eighth][2 * quarter + i] = sums[i];
    storeRows<kDenseRows>(task, firstRow, all, inputs);
}

/// gemv without tensor cores, row-major matrices of T; columns a multiple of 8; x [inputs, columns], 1 to M inputs. One
/// warp per row. Block: kRowsPerBlock warps. Grid: one block per kRowsPerBlock rows of each matrix.
template <typename T, typename Y, int M>
__global__ void denseGemv(GemvTasks<T, Y> tasks, const T* x) {
    constexpr int kPerLoad = 16 / static_cast<int>(sizeof(T));
    const GemvTask<T, Y> task = selectTask(tasks);
    const int columns = tasks.columns, inputs = tasks.inputs;
    const int lane = static_cast<int>(threadIdx.x) % kWarp;
    const int row =
        static_cast<int>(blockIdx.x - task.firstBlock) * kRowsPerBlock + static_cast<int>(threadIdx.x) / kWarp;
    allowNextKernel();
    waitForPreviousKernel();
    if (row >= task.rows) return;  // the whole warp
    const T* w = reinterpret_cast<const T*>(task.weights) + static_cast<long long>(row) * columns;
    float sums[M] = {};
#pragma unroll 4
    for (int column = lane * kPerLoad; column < columns; column += kWarp * kPerLoad) {
        float a[kPerLoad];
        toFloats(loadWeights<kPerLoad>(w + column), a);
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
