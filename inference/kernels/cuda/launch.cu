#include "base/error.h"
#include "inference/kernels/cuda/argmax.cuh"
#include "inference/kernels/cuda/attention.cuh"
#include "inference/kernels/cuda/gemv.cuh"
#include "inference/kernels/cuda/launch.h"
#include "inference/kernels/cuda/layers.cuh"
#include "inference/kernels/cuda/quantized_gemv.cuh"
#include "inference/kernels/cuda/rows.cuh"

#include <algorithm>
#include <cstddef>
#include <type_traits>

namespace fleming::inference::cuda {

namespace {

constexpr unsigned kSplits = kMaxSplits;  // enough thread blocks to occupy all multiprocessors
constexpr int kMaxNormPacks = 16;         // per thread of normalizeRows()
constexpr unsigned kManyPanels = 2000;    // a warp for each occupies all multiprocessors

static_assert(kPanel == kPanelRows && kGroup == kGroupColumns);

void check() {
    const cudaError_t error = cudaGetLastError();
    if (error != cudaSuccess) throw Error("cuda.launch_failed", {}, {cudaGetErrorString(error)});
}

/// Returns count / each, rounded up.
unsigned blocks(std::int64_t count, std::int64_t each) {
    return static_cast<unsigned>((count + each - 1) / each);
}

/// Enqueues kernel<<<grid, threads, sharedBytes>>>(arguments...).
template <typename... Parameters, typename... Arguments>
void launchWith(const LaunchContext& context, std::size_t sharedBytes, void (*kernel)(Parameters...), dim3 grid,
                unsigned threads, const Arguments&... arguments) {
    cudaLaunchAttribute overlap{};
    overlap.id = cudaLaunchAttributeProgrammaticStreamSerialization;
    overlap.val.programmaticStreamSerializationAllowed = 1;
    cudaLaunchConfig_t config{};
    config.gridDim = grid;
    config.blockDim = dim3(threads);
    config.dynamicSmemBytes = sharedBytes;
    config.stream = context.stream;
    config.attrs = &overlap;
    config.numAttrs = context.overlap ? 1 : 0;
    cudaLaunchKernelEx(&config, kernel, static_cast<Parameters>(arguments)...);
}

/// Enqueues kernel<<<grid, threads>>>(arguments...).
template <typename... Parameters, typename... Arguments>
void launch(const LaunchContext& context, void (*kernel)(Parameters...), dim3 grid, unsigned threads,
            const Arguments&... arguments) {
    launchWith(context, 0, kernel, grid, threads, arguments...);
}

/// Returns the dynamic shared memory with which a multiprocessor holds only its share of `blocks` thread blocks, or 0
/// if it cannot hold one block more anyway, or not its share.
std::size_t spreadingBytes(const void* kernel, unsigned blocks) {
    int device = 0;
    cudaGetDevice(&device);
    const auto attribute = [&](cudaDeviceAttr which) {
        int value = 0;
        cudaDeviceGetAttribute(&value, which, device);
        return static_cast<std::size_t>(value);
    };
    cudaFuncAttributes attributes{};
    cudaFuncGetAttributes(&attributes, kernel);
    const std::size_t multiprocessors = attribute(cudaDevAttrMultiProcessorCount),
                      all = attribute(cudaDevAttrMaxSharedMemoryPerMultiprocessor),
                      share = (blocks + multiprocessors - 1) / multiprocessors, wanted = all / (share + 1) + 1,
                      used = attributes.sharedSizeBytes + attribute(cudaDevAttrReservedSharedMemoryPerBlock);
    if (wanted <= used || wanted * share > all) return 0;
    const std::size_t bytes =
        std::min(wanted - used, attribute(cudaDevAttrMaxSharedMemoryPerBlockOptin) - attributes.sharedSizeBytes);
    cudaFuncSetAttribute(kernel, cudaFuncAttributeMaxDynamicSharedMemorySize, static_cast<int>(bytes));
    return bytes;
}

/// launch() for kernels that are bound by memory. If all blocks run at once, each multiprocessor gets its share of
/// them: with room for more, some get more than others, and the slowest determines the time.
template <typename... Parameters, typename... Arguments>
void launchSpread(const LaunchContext& context, void (*kernel)(Parameters...), unsigned grid, unsigned threads,
                  const Arguments&... arguments) {
    launchWith(context, spreadingBytes(reinterpret_cast<const void*>(kernel), grid), kernel, grid, threads,
               arguments...);
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

template <typename T, typename Y>
void launchDense(const LaunchContext& context, const GemvTasks<T, Y>& tasks, const T* x, unsigned blocks) {
    if constexpr (sizeof(T) == 2)
        return launchSpread(context, denseGemvMma<T, Y>, blocks, kPanelWarps * kWarp, tasks, x);
    constexpr unsigned kThreads = kRowsPerBlock * kWarp;
    switch (tasks.inputs) {
        case 1:
            return launch(context, denseGemv<T, Y, 1>, blocks, kThreads, tasks, x);
        case 2:
            return launch(context, denseGemv<T, Y, 2>, blocks, kThreads, tasks, x);
        case 3:
        case 4:
            return launch(context, denseGemv<T, Y, 4>, blocks, kThreads, tasks, x);
        default:
            launch(context, denseGemv<T, Y, kMaxInputs>, blocks, kThreads, tasks, x);
    }
}

/// Returns the rows of a thread block for `gemvs`, whose matrices have the same type and columns.
template <typename T>
int rowsPerBlock(const std::vector<Gemv>& gemvs) {
    const Matrix& first = gemvs.front().weights;
    if (sizeof(T) != 2) return kRowsPerBlock;
    if (!isQuantized(first.type)) return kDenseRows;
    unsigned panels = 0;
    for (const Gemv& one : gemvs)
        panels += blocks(one.weights.rows, kPanel);
    return panels < kManyPanels ? kPanel : kPanel * kLoneWarps;
}

template <typename T, typename Y, int Bits>
void launchQuantized(const LaunchContext& context, const GemvTasks<T, Y>& tasks, const T* x, InputGroup* quantized,
                     unsigned grid, int rowsPerBlock) {
    if constexpr (sizeof(T) == 2) {
        if (x != nullptr) {
            const dim3 inputs(blocks(tasks.columns, kGroup * kGroupsPerBlock), static_cast<unsigned>(tasks.inputs));
            launch(context, quantizeInputs<T>, inputs, kGroupsPerBlock * kWarp, x, quantized, tasks.columns);
        }
        if (rowsPerBlock == kPanel) {
            launchSpread(context, quantizedGemvMma<T, Y, Bits, kPanelWarps>, grid, kPanelWarps * kWarp, tasks,
                         quantized);
        } else {
            launchSpread(context, quantizedGemvMma<T, Y, Bits, 1>, grid, kLoneWarps * kWarp, tasks, quantized);
        }
    } else {
        const dim3 withInputs(grid, static_cast<unsigned>(tasks.inputs));
        launch(context, quantizedGemvScalar<T, Y, Bits>, withInputs, kRowsPerBlock * kWarp, tasks, x);
    }
}

/// Launches gemvs whose matrices have the same type and columns, for at most kMaxInputs inputs starting at `input`.
template <typename T, typename Y>
void launchTasks(const LaunchContext& context, const std::vector<Gemv>& gemvs, const T* x, InputGroup* quantized,
                 int input, int inputs) {
    const Matrix& first = gemvs.front().weights;
    const int each = rowsPerBlock<T>(gemvs);
    GemvTasks<T, Y> tasks{{}, static_cast<int>(gemvs.size()), first.columns, inputs};
    unsigned grid = 0;
    for (std::size_t i = 0; i < gemvs.size(); ++i) {
        const Matrix& matrix = gemvs[i].weights;
        tasks.of[i] = {static_cast<const unsigned char*>(matrix.data), static_cast<const T*>(gemvs[i].bias),
                       static_cast<Y*>(gemvs[i].y) + static_cast<std::int64_t>(input) * matrix.rows, matrix.rows, grid};
        grid += blocks(matrix.rows, each);
    }
    const T* from = x == nullptr ? nullptr : x + static_cast<std::int64_t>(input) * first.columns;
    switch (first.type) {
        case WeightType::int8:
            return launchQuantized<T, Y, 8>(context, tasks, from, quantized, grid, each);
        case WeightType::int4:
            return launchQuantized<T, Y, 4>(context, tasks, from, quantized, grid, each);
        default:
            launchDense<T, Y>(context, tasks, from, grid);
    }
}

template <typename T, typename Y>
void launchGemv(const LaunchContext& context, const std::vector<Gemv>& gemvs, const T* x, int inputs,
                InputGroup* quantized) {
    const Matrix& first = gemvs.front().weights;
    bool uniform = gemvs.size() <= kMaxTasks;
    for (const Gemv& one : gemvs)
        uniform = uniform && one.weights.type == first.type && one.weights.columns == first.columns;
    if (!uniform) {
        for (const Gemv& one : gemvs)
            launchGemv<T, Y>(context, {one}, x, inputs, quantized);
        return;
    }
    for (int input = 0; input < inputs; input += kMaxInputs)
        launchTasks<T, Y>(context, gemvs, x, quantized, input, std::min(kMaxInputs, inputs - input));
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

template <typename T, int Size>
void launchAttention(const LaunchContext& context, const AttentionTask<T>& task, dim3 grid) {
    if constexpr (sizeof(T) == 2) {
        launch(context, attendSplitsMma<T, Size>, grid, kAttentionWarps * kWarp, task);
    } else {
        launch(context, attendSplits<T, Size>, grid, kMaxGroupSize * kWarp, task);
    }
}

template <typename T>
void launchAttention(const LaunchContext& context, const HeadShape& shape, const AttentionTask<T>& task,
                     unsigned sequences) {
    const dim3 grid(static_cast<unsigned>(shape.kvHeads), kSplits, sequences);
    switch (shape.size) {
        case 32:
            return launchAttention<T, 32>(context, task, grid);
        case 64:
            return launchAttention<T, 64>(context, task, grid);
        default:
            launchAttention<T, 128>(context, task, grid);
    }
}

/// Calls work(integral constant N) with the number of elements that a thread handles at once in rows of `columns`.
template <typename Work>
void dispatchVector(std::int64_t columns, const Work& work) {
    columns % 4 == 0 ? work(std::integral_constant<int, 4>{}) : work(std::integral_constant<int, 1>{});
}

}  // namespace

void embedTokens(const LaunchContext& context, const void* table, const int* tokens, float* residual, int count,
                 int columns) {
    dispatchElementType(context.type, [&](auto element) {
        using T = decltype(element);
        launch(context, embedTokens<T>, static_cast<unsigned>(count), kRowThreads, static_cast<const T*>(table), tokens,
               residual, columns);
    });
}

void rotaryTable(const LaunchContext& context, const int* lengths, const float* frequencies, float* table,
                 int sequences, int half) {
    launch(context, computeRotaryTable, static_cast<unsigned>(sequences), kWarp, lengths, frequencies, table, half);
    check();
}

void addRmsNorm(const LaunchContext& context, float* residual, const void* added, const void* weight, float eps,
                void* normed, void* quantized, int count, int columns) {
    dispatchElementType(context.type, [&](auto element) {
        using T = decltype(element);
        launch(context, addRmsNorm<T>, static_cast<unsigned>(count), kNormThreads, residual,
               static_cast<const T*>(added), static_cast<const T*>(weight), eps, static_cast<T*>(normed),
               static_cast<InputGroup*>(quantized), columns);
    });
}

void swiGlu(const LaunchContext& context, const void* gate, const void* up, void* result, void* quantized, int count,
            int columns) {
    dispatchElementType(context.type, [&](auto element) {
        using T = decltype(element);
        launch(context, swiGlu<T>, dim3(blocks(columns, 2 * kRowThreads), static_cast<unsigned>(count)), kRowThreads,
               static_cast<const T*>(gate), static_cast<const T*>(up), static_cast<T*>(result),
               static_cast<InputGroup*>(quantized), columns);
    });
}

std::int64_t gemvWorkspaceBytes(std::int64_t columns) {
    return inputGroups(columns) * static_cast<std::int64_t>(sizeof(InputGroup));
}

void gemv(const LaunchContext& context, const std::vector<Gemv>& gemvs, const void* x, bool wide, int inputs,
          void* workspace) {
    auto* quantized = static_cast<InputGroup*>(workspace);
    dispatchElementType(context.type, [&](auto element) {
        using T = decltype(element);
        if (wide) {
            launchGemv<T, float>(context, gemvs, static_cast<const T*>(x), inputs, quantized);
        } else {
            launchGemv<T, T>(context, gemvs, static_cast<const T*>(x), inputs, quantized);
        }
    });
}

void dequantize(const LaunchContext& context, const Matrix& weights, std::int64_t first, std::int64_t last,
                void* dense) {
    const auto* bytes = static_cast<const unsigned char*>(weights.data) +
                        weightBytes(weights.type, first * kPanelRows, weights.columns);
    const dim3 grid(blocks(groupCount(weights.columns), kDequantizeWarps), static_cast<unsigned>(last - first));
    constexpr unsigned kThreads = kDequantizeWarps * kWarp;
    dispatchElementType(context.type, [&](auto element) {
        using T = decltype(element);
        if (weights.type == WeightType::int8) {
            launch(context, dequantize<T, 8>, grid, kThreads, bytes, static_cast<T*>(dense), weights.columns);
        } else {
            launch(context, dequantize<T, 4>, grid, kThreads, bytes, static_cast<T*>(dense), weights.columns);
        }
    });
}

int maxQuantizedInputs() {
    return kMaxInputs;
}

bool supportsAttention(const HeadShape& shape) {
    const bool size = shape.size == 32 || shape.size == 64 || shape.size == 128;
    return size && shape.heads % shape.kvHeads == 0 && shape.heads / shape.kvHeads <= kMaxGroupSize;
}

int maxNormColumns() {
    return 2 * kNormThreads * kNormPairsPerThread;
}

std::int64_t attentionWorkspaceFloats(const HeadShape& shape) {
    return std::int64_t{kMaxSequences} * shape.heads * kSplits * kSplitFloats;
}

void attend(const LaunchContext& context, const HeadShape& shape, const void* query, const void* key, const void* value,
            const std::vector<Cache>& caches, const float* table, float* workspace, void* result, void* quantized) {
    dispatchElementType(context.type, [&](auto element) {
        using T = decltype(element);
        const std::int64_t rows = std::int64_t{shape.heads} * shape.size,
                           keyRows = std::int64_t{shape.kvHeads} * shape.size;
        for (std::size_t first = 0; first < caches.size(); first += kMaxSequences) {
            const auto count = static_cast<unsigned>(std::min<std::size_t>(kMaxSequences, caches.size() - first));
            const auto done = static_cast<std::int64_t>(first);
            const AttentionTask<T> task{static_cast<const T*>(query) + done * rows,
                                        static_cast<const T*>(key) + done * keyRows,
                                        static_cast<const T*>(value) + done * keyRows,
                                        selectCaches<T>(caches, first, count),
                                        table + done * shape.size,
                                        workspace,
                                        shape.heads / shape.kvHeads};
            launchAttention<T>(context, shape, task, count);
            launch(context, combineSplits<T>, dim3(static_cast<unsigned>(shape.heads), count),
                   static_cast<unsigned>(kCombineParts * shape.size / 2), workspace, task.caches,
                   static_cast<T*>(result) + done * rows, static_cast<InputGroup*>(quantized),
                   static_cast<int>(kSplits), shape.size);
        }
    });
}

void argmaxToken(const LaunchContext& context, const float* logits, int count, void* token, void* workspace) {
    auto* partials = static_cast<ArgmaxPartial*>(workspace);
    launch(context, partialArgmax, kArgmaxBlocks, kArgmaxThreads, logits, count, partials);
    launch(context, finalArgmax, 1, kArgmaxThreads, partials, static_cast<ArgmaxToken*>(token));
    check();
}

std::int64_t argmaxWorkspaceBytes() {
    return kArgmaxBlocks * static_cast<std::int64_t>(sizeof(ArgmaxPartial));
}

bool supportsNormalize(std::int64_t columns) {
    return columns <= (columns % 4 == 0 ? 4 : 1) * kManyRowThreads * kMaxNormPacks;
}

void normalizeRows(const LaunchContext& context, const void* x, bool wide, const void* weight, const void* bias,
                   float eps, void* normed, std::int64_t rows, int columns) {
    dispatchElementType(context.type, [&](auto element) {
        using T = decltype(element);
        dispatchVector(columns, [&](auto n) {
            const auto start = [&](auto* from) {
                using X = std::remove_const_t<std::remove_pointer_t<decltype(from)>>;
                const auto run = [&](auto* kernel, int rowsPerBlock) {
                    launch(context, kernel, blocks(rows, rowsPerBlock), kManyRowThreads, from,
                           static_cast<const T*>(weight), static_cast<const T*>(bias), eps, static_cast<T*>(normed),
                           static_cast<long long>(rows), columns);
                };
                constexpr int kPerWarp = kManyRowThreads / kWarp;
                if (columns <= kWarp * n() * 8) return run(normalizeRows<X, T, n(), 8, kWarp>, kPerWarp);
                if (columns <= kManyRowThreads * n() * 4) return run(normalizeRows<X, T, n(), 4, kManyRowThreads>, 1);
                run(normalizeRows<X, T, n(), kMaxNormPacks, kManyRowThreads>, 1);
            };
            wide ? start(static_cast<const float*>(x)) : start(static_cast<const T*>(x));
        });
    });
}

void addScaledRows(const LaunchContext& context, float* sum, const void* added, const void* factors, std::int64_t rows,
                   int columns) {
    dispatchElementType(context.type, [&](auto element) {
        using T = decltype(element);
        dispatchVector(columns, [&](auto n) {
            launch(context, addScaledRows<T, n()>, static_cast<unsigned>(rows), kManyRowThreads, sum,
                   static_cast<const T*>(added), static_cast<const T*>(factors), columns);
        });
    });
}

void swiGluRows(const LaunchContext& context, void* gate, const void* up, std::int64_t count) {
    dispatchElementType(context.type, [&](auto element) {
        using T = decltype(element);
        dispatchVector(count, [&](auto n) {
            launch(context, swiGluRows<T, n()>, blocks(count / n(), kManyRowThreads), kManyRowThreads,
                   static_cast<T*>(gate), static_cast<const T*>(up), static_cast<long long>(count));
        });
    });
}

void rotateRows(const LaunchContext& context, const void* x, const float* cosines, const float* sines, void* rotated,
                std::int64_t tokens, int heads, int size) {
    dispatchElementType(context.type, [&](auto element) {
        using T = decltype(element);
        launch(context, rotateRows<T>, static_cast<unsigned>(tokens), kManyRowThreads, static_cast<const T*>(x),
               cosines, sines, static_cast<T*>(rotated), heads, size);
    });
}

}  // namespace fleming::inference::cuda
