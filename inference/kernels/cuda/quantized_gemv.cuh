#pragma once

#include "inference/kernels/cuda/gemv.cuh"
#include "inference/kernels/cuda/input_groups.cuh"

// gemv with the int8 and int4 blocks of weight_matrix.h. For 16-bit activations, x is quantized to int8 and multiplied
// with the tensor cores, which take eight inputs in the time of one. float32 activations use scalar instructions.

namespace fleming::inference::cuda {

constexpr int kPanel = 16;     // rows; kPanelRows of weight_matrix.h
constexpr int kLoneWarps = 2;  // of a block whose warps have a panel each
// Such blocks, and blocks that share a panel, that a multiprocessor holds at least. More would spill registers.
constexpr int kLoneBlocks = 14, kSharingBlocks = 3;

/// Sizes of a block, in bytes.
template <int Bits>
struct BlockLayout {
    static constexpr int kHead = Bits == 8 ? 2 * kPanel : 4 * kPanel;  // scales and minima
    static constexpr int kBytes = kHead + kPanel * kGroup * Bits / 8;
};

/// What a lane needs of an InputGroup: the fragments of input lane / 4, and the scales of the inputs 2 (lane % 4) and
/// the next one. Those of missing inputs are arbitrary.
struct InputPart {
    Chunk quants;
    Pack<InputScale, 2> scales;

    __device__ void load(const InputGroup& group, int inputs) {
        const int lane = static_cast<int>(threadIdx.x) % kWarp, last = inputs - 1;
        quants = group.quants[min(lane / 4, last)][lane % 4];
        scales = group.scales[min(lane % 4, last / 2)];
    }
};

/// Computes sums += block * x with the tensor cores. sums [row][input]: the rows 2 (lane / 4) and the next one, and the
/// inputs 2 (lane % 4) and the next one.
template <int Bits>
__device__ void multiplyBlock(const unsigned char* block, const InputPart& x, float (&sums)[4]) {
    const int lane = static_cast<int>(threadIdx.x) % kWarp, eighth = lane / 4, quarter = lane % 4;
    const auto words = [&](int i) {  // of the two rows, the columns 4 (quarter + 4 i) .. + 3 (int4: and those 32 later)
        return *reinterpret_cast<const Pack<unsigned, 2>*>(block + BlockLayout<Bits>::kHead +
                                                           ((quarter + 4 * i) * kPanel + 2 * eighth) * 4);
    };
    int products[4] = {};
#pragma unroll
    for (int half = 0; half < 2; ++half) {
        const Pack<unsigned, 2> left = words(Bits == 8 ? 2 * half : 0), right = words(Bits == 8 ? 2 * half + 1 : 1);
        unsigned a[4] = {left.value[0], left.value[1], right.value[0], right.value[1]};
        if (Bits == 4) {
#pragma unroll
            for (unsigned& word : a)
                word = word >> (4 * half) & 0x0f0f0f0fU;
        }
        const unsigned b[2] = {x.quants.value[2 * half], x.quants.value[2 * half + 1]};
        mma(products, a, b);
    }
    float scales[2], minima[2] = {};
    loadFloats(reinterpret_cast<const Bf16*>(block) + 2 * eighth, scales);
    if (Bits == 4) loadFloats(reinterpret_cast<const Bf16*>(block) + kPanel + 2 * eighth, minima);
#pragma unroll
    for (int i = 0; i < 4; ++i) {
        const float scale = scales[i / 2] * x.scales.value[i % 2].scale;
        sums[i] = fmaf(scale, static_cast<float>(products[i]), sums[i]);
        if (Bits == 4) sums[i] = fmaf(minima[i / 2], x.scales.value[i % 2].sum, sums[i]);
    }
}

/// gemv with tensor cores: x from quantizeInputs(), 1 to kMaxInputs inputs. For matrices of few panels, Split =
/// kPanelWarps warps, a block, share the groups of a panel. For others, Split = 1: each warp of a block of kLoneWarps
/// has a panel of its own.
template <typename T, typename Y, int Bits, int Split>
__global__ void __launch_bounds__((Split == 1 ? kLoneWarps : Split) * kWarp, Split == 1 ? kLoneBlocks : kSharingBlocks)
    quantizedGemvMma(GemvTasks<T, Y> tasks, const InputGroup* x) {
    constexpr int kWarps = Split == 1 ? kLoneWarps : Split;
    constexpr int kPieceGroups = Bits == 8 ? 1 : 2, kBytes = BlockLayout<Bits>::kBytes, kChunks = kBytes / 16;
    using Queue = WeightQueue<kWarps, 4, kPieceGroups * kChunks, 2>;
    __shared__ typename Queue::Storage storage;
    const GemvTask<T, Y> task = selectTask(tasks);
    const int inputs = tasks.inputs, groups = (tasks.columns + kGroup - 1) / kGroup;
    const int lane = static_cast<int>(threadIdx.x) % kWarp, warp = static_cast<int>(threadIdx.x) / kWarp;
    const int eighth = lane / 4, quarter = lane % 4;
    const int panel = static_cast<int>(blockIdx.x - task.firstBlock) * (kWarps / Split) + warp / Split;
    const int each = (groups + Split - 1) / Split, firstGroup = warp % Split * each;  // of this warp
    const int count = panel * kPanel < task.rows ? max(0, min(each, groups - firstGroup)) : 0;
    const int pieces = (count + kPieceGroups - 1) / kPieceGroups;
    const unsigned char* blocks = task.weights + (static_cast<long long>(panel) * groups + firstGroup) * kBytes;
    const unsigned char* source = blocks + lane * 16;  // of the next piece
    int left = count * kChunks - lane;
    const auto copy = [&](int, typename Queue::Piece& to) {
#pragma unroll
        for (int i = 0; i * kWarp < kPieceGroups * kChunks; ++i) {
            if (lane + i * kWarp < kPieceGroups * kChunks && i * kWarp < left)
                copyAsync(&to[lane + i * kWarp], source + i * kWarp * 16);
        }
        source += kPieceGroups * kBytes;
        left -= kPieceGroups * kChunks;
    };
    Queue queue(storage);
    queue.begin(pieces, copy);
    waitForPreviousKernel();
    InputPart ahead[kPieceGroups];
    const InputGroup* input = x + firstGroup;
    const auto loadInput = [&] {  // also behind the last group: see inputGroups()
#pragma unroll
        for (int g = 0; g < kPieceGroups; ++g)
            ahead[g].load(input[g], inputs);
        input += kPieceGroups;
    };
    loadInput();
    float sums[4] = {};
    queue.drain(pieces, copy, [&](int piece, const typename Queue::Piece& from) {
        InputPart now[kPieceGroups];
#pragma unroll
        for (int g = 0; g < kPieceGroups; ++g)
            now[g] = ahead[g];
        loadInput();
#pragma unroll
        for (int g = 0; g < kPieceGroups; ++g) {
            if (piece * kPieceGroups + g >= count) break;
            multiplyBlock<Bits>(reinterpret_cast<const unsigned char*>(from) + g * kBytes, now[g], sums);
        }
    });
    allowNextKernel();  // not earlier, see denseGemvMma()
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

/// Returns the dequantized weight of a column of a block, from the byte that holds it. `minimum`: of int4.
template <int Bits>
__device__ float decodeByte(unsigned byte, int column, float scale, float minimum) {
    if (Bits == 8) return scale * static_cast<float>(static_cast<signed char>(byte));
    return scale * static_cast<float>(column < kGroup / 2 ? byte & 15U : byte >> 4) + minimum;
}

/// Returns the dequantized weight of a row and column of a block.
template <int Bits>
__device__ float decodeWeight(const unsigned char* block, int row, int column) {
    const int quad = Bits == 8 ? column / 4 : column % (kGroup / 2) / 4;
    const unsigned byte = block[BlockLayout<Bits>::kHead + (quad * kPanel + row) * 4 + column % 4];
    const Bf16* head = reinterpret_cast<const Bf16*>(block);
    return decodeByte<Bits>(byte, column, toFloat(head[row]), Bits == 4 ? toFloat(head[kPanel + row]) : 0.0F);
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
        for (int c = 0; c < 4; ++c)
            values[4 * i + c] = decodeByte<Bits>(word >> (8 * c) & 255U, first, scale, minimum);
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
