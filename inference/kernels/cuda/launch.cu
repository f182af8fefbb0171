#include "base/error.h"
#include "inference/kernels/cuda/attention.cuh"
#include "inference/kernels/cuda/choice.cuh"
#include "inference/kernels/cuda/launch.h"
#include "inference/kernels/cuda/layers.cuh"
#include "inference/kernels/cuda/products.cuh"
#include "inference/kernels/cuda/quantized.cuh"

#include <algorithm>
#include <cstddef>
#include <string>

namespace fleming::inference::cuda {

namespace {

constexpr unsigned kParts = kMostParts;  // of a sequence; their blocks keep every multiprocessor at work

static_assert(kStrip == kStripRows && kGroup == kGroupColumns);

void check() {
    const cudaError_t error = cudaGetLastError();
    if (error != cudaSuccess) throw Error(std::string("CUDA could not start a kernel: ") + cudaGetErrorString(error));
}

unsigned blocks(std::int64_t count, std::int64_t each) {
    return static_cast<unsigned>((count + each - 1) / each);
}

/// Calls `work` with a value of the number's type.
template <typename Work>
void forNumber(Number number, const Work& work) {
    switch (number) {
        case Number::float32:
            work(float{});
            break;
        case Number::bfloat16:
            work(Bf16{});
            break;
        case Number::float16:
            work(Fp16{});
            break;
    }
    check();
}

template <typename T, typename Y, int M>
void launchPlain(cudaStream_t stream, const Products<T, Y>& products, const T* x, unsigned blocks) {
    multiplyPlain<T, Y, M><<<blocks, kRowsInBlock * kWarp, 0, stream>>>(products, x);
}

template <typename T, typename Y>
void launchPlain(cudaStream_t stream, const Products<T, Y>& products, const T* x, unsigned blocks) {
    switch (products.inputs) {
        case 1:
            return launchPlain<T, Y, 1>(stream, products, x, blocks);
        case 2:
            return launchPlain<T, Y, 2>(stream, products, x, blocks);
        case 3:
        case 4:
            return launchPlain<T, Y, 4>(stream, products, x, blocks);
        default:
            launchPlain<T, Y, kMostInputs>(stream, products, x, blocks);
    }
}

/// Whether the tensor cores multiply with this matrix.
template <typename T>
bool inStrips(const Matrix& matrix) {
    return isQuantized(matrix.type) && sizeof(T) == 2 && matrix.columns % kGroup == 0;
}

template <typename T, typename Y, int Bits>
void launchQuantized(cudaStream_t stream, const Products<T, Y>& products, const T* x, unsigned blocks, bool strips) {
    if constexpr (sizeof(T) == 2) {
        if (strips) {
            multiplyQuantized<T, Y, Bits><<<blocks, kStripWarps * kWarp, 0, stream>>>(products, x);
            return;
        }
    }
    const dim3 grid(blocks, static_cast<unsigned>(products.inputs));
    multiplyQuantizedPlainly<T, Y, Bits><<<grid, kRowsInBlock * kWarp, 0, stream>>>(products, x);
}

/// The products of matrices that are alike with at most kMostInputs inputs, those from `input`.
template <typename T, typename Y>
void multiplySome(cudaStream_t stream, const std::vector<Product>& wanted, const T* x, int input, int inputs) {
    const Matrix& first = wanted.front().weights;
    const bool strips = inStrips<T>(first);
    Products<T, Y> products{{}, static_cast<int>(wanted.size()), first.columns, inputs};
    unsigned grid = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const Matrix& matrix = wanted[i].weights;
        products.of[i] = {static_cast<const unsigned char*>(matrix.data), static_cast<const T*>(wanted[i].bias),
                          static_cast<Y*>(wanted[i].y) + static_cast<std::int64_t>(input) * matrix.rows, matrix.rows,
                          grid};
        grid += blocks(matrix.rows, strips ? kStrip : kRowsInBlock);
    }
    const T* from = x + static_cast<std::int64_t>(input) * first.columns;
    switch (first.type) {
        case WeightType::int8:
            return launchQuantized<T, Y, 8>(stream, products, from, grid, strips);
        case WeightType::int4:
            return launchQuantized<T, Y, 4>(stream, products, from, grid, strips);
        default:
            launchPlain<T, Y>(stream, products, from, grid);
    }
}

template <typename T, typename Y>
void multiplyAll(cudaStream_t stream, const std::vector<Product>& products, const T* x, int inputs) {
    const Matrix& first = products.front().weights;
    bool alike = products.size() <= kMostProducts;
    for (const Product& one : products)
        alike = alike && one.weights.type == first.type && one.weights.columns == first.columns;
    if (!alike) {
        for (const Product& one : products)
            multiplyAll<T, Y>(stream, {one}, x, inputs);
        return;
    }
    for (int input = 0; input < inputs; input += kMostInputs)
        multiplySome<T, Y>(stream, products, x, input, std::min(kMostInputs, inputs - input));
}

/// The caches of the sequences from `first`, as many as a launch takes.
template <typename T>
LayerCaches<T> cachesFrom(const std::vector<Cache>& caches, std::size_t first, unsigned count) {
    LayerCaches<T> some{};
    for (std::size_t i = 0; i < count; ++i) {
        const Cache& cache = caches[first + i];
        some.of[i] = {static_cast<T*>(cache.keys), static_cast<T*>(cache.values), cache.length, cache.capacity};
    }
    return some;
}

template <typename T>
void attendTo(cudaStream_t stream, const HeadShape& shape, const T* query, const LayerCaches<T>& caches,
              unsigned sequences, float* room) {
    const dim3 grid(static_cast<unsigned>(shape.kvHeads), kParts, sequences);
    constexpr unsigned kThreads = kAttentionWarps * kWarp;
    const int group = shape.heads / shape.kvHeads;
    switch (shape.size) {
        case 32:
            attendParts<T, 1><<<grid, kThreads, 0, stream>>>(query, caches, room, group);
            break;
        case 64:
            attendParts<T, 2><<<grid, kThreads, 0, stream>>>(query, caches, room, group);
            break;
        default:
            attendParts<T, 4><<<grid, kThreads, 0, stream>>>(query, caches, room, group);
    }
}

}  // namespace

void embed(const Queue& queue, const void* table, const int* tokens, float* residual, int count, int columns) {
    forNumber(queue.number, [&](auto number) {
        using T = decltype(number);
        embed<T><<<static_cast<unsigned>(count), kRowThreads, 0, queue.stream>>>(static_cast<const T*>(table), tokens,
                                                                                 residual, columns);
    });
}

void addAndNormalise(const Queue& queue, float* residual, const void* added, const void* weight, float eps,
                     void* normed, int count, int columns) {
    forNumber(queue.number, [&](auto number) {
        using T = decltype(number);
        addAndNormalise<T><<<static_cast<unsigned>(count), kNormThreads, 0, queue.stream>>>(
            residual, static_cast<const T*>(added), static_cast<const T*>(weight), eps, static_cast<T*>(normed),
            columns);
    });
}

void swiGlu(const Queue& queue, const void* gate, const void* up, void* result, int count) {
    forNumber(queue.number, [&](auto number) {
        using T = decltype(number);
        swiGlu<T><<<blocks(count, kRowThreads), kRowThreads, 0, queue.stream>>>(
            static_cast<const T*>(gate), static_cast<const T*>(up), static_cast<T*>(result), count);
    });
}

void multiply(const Queue& queue, const std::vector<Product>& products, const void* x, bool wide, int inputs) {
    forNumber(queue.number, [&](auto number) {
        using T = decltype(number);
        if (wide) {
            multiplyAll<T, float>(queue.stream, products, static_cast<const T*>(x), inputs);
        } else {
            multiplyAll<T, T>(queue.stream, products, static_cast<const T*>(x), inputs);
        }
    });
}

void dequantize(const Queue& queue, const Matrix& weights, std::int64_t first, std::int64_t last, void* plain) {
    const auto* bytes = static_cast<const unsigned char*>(weights.data) +
                        weightBytes(weights.type, first * kStripRows, weights.columns);
    const dim3 grid(static_cast<unsigned>(groupsOf(weights.columns)), static_cast<unsigned>(last - first));
    forNumber(queue.number, [&](auto number) {
        using T = decltype(number);
        if (weights.type == WeightType::int8) {
            dequantize<T, 8><<<grid, kWarp, 0, queue.stream>>>(bytes, static_cast<T*>(plain), weights.columns);
        } else {
            dequantize<T, 4><<<grid, kWarp, 0, queue.stream>>>(bytes, static_cast<T*>(plain), weights.columns);
        }
    });
}

bool canAttend(const HeadShape& shape) {
    const bool size = shape.size == 32 || shape.size == 64 || shape.size == 128;
    return size && shape.heads % shape.kvHeads == 0 && shape.heads / shape.kvHeads <= kMostHeadsOfKey;
}

int mostNormColumns() {
    return kNormThreads * kNormColumns;
}

std::int64_t attentionFloats(const HeadShape& shape) {
    return std::int64_t{kMostSequences} * shape.heads * kParts * kPartRows;
}

void attend(const Queue& queue, const HeadShape& shape, void* query, const void* key, const void* value,
            const std::vector<Cache>& caches, const float* frequencies, float* room, void* result) {
    forNumber(queue.number, [&](auto number) {
        using T = decltype(number);
        const std::int64_t rows = std::int64_t{shape.heads} * shape.size,
                           keyRows = std::int64_t{shape.kvHeads} * shape.size;
        for (std::size_t first = 0; first < caches.size(); first += kMostSequences) {
            const auto count = static_cast<unsigned>(std::min<std::size_t>(kMostSequences, caches.size() - first));
            const auto done = static_cast<std::int64_t>(first);
            const LayerCaches<T> some = cachesFrom<T>(caches, first, count);
            T* queries = static_cast<T*>(query) + done * rows;
            rotateAndStore<T>
                <<<dim3(static_cast<unsigned>(shape.heads + shape.kvHeads), count), kWarp, 0, queue.stream>>>(
                    queries, static_cast<const T*>(key) + done * keyRows, static_cast<const T*>(value) + done * keyRows,
                    some, frequencies + done * (shape.size / 2), shape.heads, shape.size);
            attendTo<T>(queue.stream, shape, queries, some, count, room);
            combineParts<T><<<dim3(static_cast<unsigned>(shape.heads), count), kRowThreads / 2, 0, queue.stream>>>(
                room, static_cast<T*>(result) + done * rows, static_cast<int>(kParts), shape.size);
        }
    });
}

void chooseLikeliest(const Queue& queue, const float* logits, int count, void* choice, void* room) {
    auto* shares = static_cast<Likeliest*>(room);
    likeliestOfShares<<<kChoiceBlocks, kChoiceThreads, 0, queue.stream>>>(logits, count, shares);
    likeliestOfAll<<<1, kChoiceThreads, 0, queue.stream>>>(shares, static_cast<DeviceChoice*>(choice));
    check();
}

std::int64_t choiceBytes() {
    return kChoiceBlocks * static_cast<std::int64_t>(sizeof(Likeliest));
}

}  // namespace fleming::inference::cuda
