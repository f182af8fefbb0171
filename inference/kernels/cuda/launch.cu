#include "base/error.h"
#include "inference/kernels/cuda/argmax.cuh"
#include "inference/kernels/cuda/attention.cuh"
#include "inference/kernels/cuda/gemv.cuh"
#include "inference/kernels/cuda/launch.h"
#include "inference/kernels/cuda/layers.cuh"
#include "inference/kernels/cuda/quantized_gemv.cuh"

#include <algorithm>
#include <cstddef>

namespace fleming::inference::cuda {

namespace {

constexpr unsigned kSplits = kMaxSplits;  // enough thread blocks to occupy all multiprocessors

static_assert(kPanel == kPanelRows && kGroup == kGroupColumns);

void check() {
    const cudaError_t error = cudaGetLastError();
    if (error != cudaSuccess) throw Error("cuda.launch_failed", {}, {cudaGetErrorString(error)});
}

/// Returns count / each, rounded up.
unsigned blocks(std::int64_t count, std::int64_t each) {
    return static_cast<unsigned>((count + each - 1) / each);
}

/// Calls `work` with a value-initialized element of `type`, then checks the launch.
template <typename Work>
void dispatchElementType(ElementType type, const Work& work) {
    switch (type) {
        case ElementType::float32:
            work(float{});
            break;
        case ElementType::bfloat16:
            work(Bf16{});
            break;
        case ElementType::float16:
            work(Fp16{});
            break;
    }
    check();
}

template <typename T, typename Y, int M>
void launchDense(cudaStream_t stream, const GemvTasks<T, Y>& tasks, const T* x, unsigned blocks) {
    denseGemv<T, Y, M><<<blocks, kRowsPerBlock * kWarp, 0, stream>>>(tasks, x);
}

template <typename T, typename Y>
void launchDense(cudaStream_t stream, const GemvTasks<T, Y>& tasks, const T* x, unsigned blocks) {
    switch (tasks.inputs) {
        case 1:
            return launchDense<T, Y, 1>(stream, tasks, x, blocks);
        case 2:
            return launchDense<T, Y, 2>(stream, tasks, x, blocks);
        case 3:
        case 4:
            return launchDense<T, Y, 4>(stream, tasks, x, blocks);
        default:
            launchDense<T, Y, kMaxInputs>(stream, tasks, x, blocks);
    }
}

/// Returns true if the matrix is multiplied with tensor cores: quantized, 16-bit activations, whole groups.
template <typename T>
bool usesTensorCores(const Matrix& matrix) {
    return isQuantized(matrix.type) && sizeof(T) == 2 && matrix.columns % kGroup == 0;
}

template <typename T, typename Y, int Bits>
void launchQuantized(cudaStream_t stream, const GemvTasks<T, Y>& tasks, const T* x, unsigned blocks, bool tensorCores) {
    if constexpr (sizeof(T) == 2) {
        if (tensorCores) {
            quantizedGemvMma<T, Y, Bits><<<blocks, kPanelWarps * kWarp, 0, stream>>>(tasks, x);
            return;
        }
    }
    const dim3 grid(blocks, static_cast<unsigned>(tasks.inputs));
    quantizedGemvScalar<T, Y, Bits><<<grid, kRowsPerBlock * kWarp, 0, stream>>>(tasks, x);
}

/// Launches gemvs whose matrices have the same type and columns, for at most kMaxInputs inputs starting at `input`.
template <typename T, typename Y>
void launchTasks(cudaStream_t stream, const std::vector<Gemv>& gemvs, const T* x, int input, int inputs) {
    const Matrix& first = gemvs.front().weights;
    const bool tensorCores = usesTensorCores<T>(first);
    GemvTasks<T, Y> tasks{{}, static_cast<int>(gemvs.size()), first.columns, inputs};
    unsigned grid = 0;
    for (std::size_t i = 0; i < gemvs.size(); ++i) {
        const Matrix& matrix = gemvs[i].weights;
        tasks.of[i] = {static_cast<const unsigned char*>(matrix.data), static_cast<const T*>(gemvs[i].bias),
                       static_cast<Y*>(gemvs[i].y) + static_cast<std::int64_t>(input) * matrix.rows, matrix.rows, grid};
        grid += blocks(matrix.rows, tensorCores ? kPanel : kRowsPerBlock);
    }
    const T* from = x + static_cast<std::int64_t>(input) * first.columns;
    switch (first.type) {
        case WeightType::int8:
            return launchQuantized<T, Y, 8>(stream, tasks, from, grid, tensorCores);
        case WeightType::int4:
            return launchQuantized<T, Y, 4>(stream, tasks, from, grid, tensorCores);
        default:
            launchDense<T, Y>(stream, tasks, from, grid);
    }
}

template <typename T, typename Y>
void launchGemv(cudaStream_t stream, const std::vector<Gemv>& gemvs, const T* x, int inputs) {
    const Matrix& first = gemvs.front().weights;
    bool uniform = gemvs.size() <= kMaxTasks;
    for (const Gemv& one : gemvs)
        uniform = uniform && one.weights.type == first.type && one.weights.columns == first.columns;
    if (!uniform) {
        for (const Gemv& one : gemvs)
            launchGemv<T, Y>(stream, {one}, x, inputs);
        return;
    }
    for (int input = 0; input < inputs; input += kMaxInputs)
        launchTasks<T, Y>(stream, gemvs, x, input, std::min(kMaxInputs, inputs - input));
}

/// Returns the caches of the sequences [first, first + count), count <= kMaxSequences.
template <typename T>
LayerCaches<T> selectCaches(const std::vector<Cache>& caches, std::size_t first, unsigned count) {
    LayerCaches<T> some{};
    for (std::size_t i = 0; i < count; ++i) {
        const Cache& cache = caches[first + i];
        some.of[i] = {static_cast<T*>(cache.keys), static_cast<T*>(cache.values), cache.length, cache.capacity};
    }
    return some;
}

template <typename T>
void launchAttention(cudaStream_t stream, const HeadShape& shape, const T* query, const LayerCaches<T>& caches,
                     unsigned sequences, float* workspace) {
    const dim3 grid(static_cast<unsigned>(shape.kvHeads), kSplits, sequences);
    constexpr unsigned kThreads = kAttentionWarps * kWarp;
    const int group = shape.heads / shape.kvHeads;
    switch (shape.size) {
        case 32:
            attendSplits<T, 1><<<grid, kThreads, 0, stream>>>(query, caches, workspace, group);
            break;
        case 64:
            attendSplits<T, 2><<<grid, kThreads, 0, stream>>>(query, caches, workspace, group);
            break;
        default:
            attendSplits<T, 4><<<grid, kThreads, 0, stream>>>(query, caches, workspace, group);
    }
}

}  // namespace

void embedTokens(const LaunchContext& context, const void* table, const int* tokens, float* residual, int count,
                 int columns) {
    dispatchElementType(context.type, [&](auto element) {
        using T = decltype(element);
        embedTokens<T><<<static_cast<unsigned>(count), kRowThreads, 0, context.stream>>>(static_cast<const T*>(table),
                                                                                         tokens, residual, columns);
    });
}

void addRmsNorm(const LaunchContext& context, float* residual, const void* added, const void* weight, float eps,
                void* normed, int count, int columns) {
    dispatchElementType(context.type, [&](auto element) {
        using T = decltype(element);
        addRmsNorm<T><<<static_cast<unsigned>(count), kNormThreads, 0, context.stream>>>(
            residual, static_cast<const T*>(added), static_cast<const T*>(weight), eps, static_cast<T*>(normed),
            columns);
    });
}

void swiGlu(const LaunchContext& context, const void* gate, const void* up, void* result, int count) {
    dispatchElementType(context.type, [&](auto element) {
        using T = decltype(element);
        swiGlu<T><<<blocks(count, kRowThreads), kRowThreads, 0, context.stream>>>(
            static_cast<const T*>(gate), static_cast<const T*>(up), static_cast<T*>(result), count);
    });
}

void gemv(const LaunchContext& context, const std::vector<Gemv>& gemvs, const void* x, bool wide, int inputs) {
    dispatchElementType(context.type, [&](auto element) {
        using T = decltype(element);
        if (wide) {
            launchGemv<T, float>(context.stream, gemvs, static_cast<const T*>(x), inputs);
        } else {
            launchGemv<T, T>(context.stream, gemvs, static_cast<const T*>(x), inputs);
        }
    });
}

void dequantize(const LaunchContext& context, const Matrix& weights, std::int64_t first, std::int64_t last,
                void* dense) {
    const auto* bytes = static_cast<const unsigned char*>(weights.data) +
                        weightBytes(weights.type, first * kPanelRows, weights.columns);
    const dim3 grid(static_cast<unsigned>(groupCount(weights.columns)), static_cast<unsigned>(last - first));
    dispatchElementType(context.type, [&](auto element) {
        using T = decltype(element);
        if (weights.type == WeightType::int8) {
            dequantize<T, 8><<<grid, kWarp, 0, context.stream>>>(bytes, static_cast<T*>(dense), weights.columns);
        } else {
            dequantize<T, 4><<<grid, kWarp, 0, context.stream>>>(bytes, static_cast<T*>(dense), weights.columns);
        }
    });
}

bool supportsAttention(const HeadShape& shape) {
    const bool size = shape.size == 32 || shape.size == 64 || shape.size == 128;
    return size && shape.heads % shape.kvHeads == 0 && shape.heads / shape.kvHeads <= kMaxGroupSize;
}

int maxNormColumns() {
    return kNormThreads * kNormColumnsPerThread;
}

std::int64_t attentionWorkspaceFloats(const HeadShape& shape) {
    return std::int64_t{kMaxSequences} * shape.heads * kSplits * kSplitFloats;
}

void attend(const LaunchContext& context, const HeadShape& shape, void* query, const void* key, const void* value,
            const std::vector<Cache>& caches, const float* frequencies, float* workspace, void* result) {
    dispatchElementType(context.type, [&](auto element) {
        using T = decltype(element);
        const std::int64_t rows = std::int64_t{shape.heads} * shape.size,
                           keyRows = std::int64_t{shape.kvHeads} * shape.size;
        for (std::size_t first = 0; first < caches.size(); first += kMaxSequences) {
            const auto count = static_cast<unsigned>(std::min<std::size_t>(kMaxSequences, caches.size() - first));
            const auto done = static_cast<std::int64_t>(first);
            const LayerCaches<T> some = selectCaches<T>(caches, first, count);
            T* queries = static_cast<T*>(query) + done * rows;
            rotateAndStore<T>
                <<<dim3(static_cast<unsigned>(shape.heads + shape.kvHeads), count), kWarp, 0, context.stream>>>(
                    queries, static_cast<const T*>(key) + done * keyRows, static_cast<const T*>(value) + done * keyRows,
                    some, frequencies + done * (shape.size / 2), shape.heads, shape.size);
            launchAttention<T>(context.stream, shape, queries, some, count, workspace);
            combineSplits<T><<<dim3(static_cast<unsigned>(shape.heads), count), kRowThreads / 2, 0, context.stream>>>(
                workspace, static_cast<T*>(result) + done * rows, static_cast<int>(kSplits), shape.size);
        }
    });
}

void argmaxToken(const LaunchContext& context, const float* logits, int count, void* token, void* workspace) {
    auto* partials = static_cast<ArgmaxPartial*>(workspace);
    partialArgmax<<<kArgmaxBlocks, kArgmaxThreads, 0, context.stream>>>(logits, count, partials);
    finalArgmax<<<1, kArgmaxThreads, 0, context.stream>>>(partials, static_cast<ArgmaxToken*>(token));
    check();
}

std::int64_t argmaxWorkspaceBytes() {
    return kArgmaxBlocks * static_cast<std::int64_t>(sizeof(ArgmaxPartial));
}

}  // namespace fleming::inference::cuda
