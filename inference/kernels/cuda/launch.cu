#include "inference/kernels/cuda/launch.h"

#include <string>

#include "base/error.h"
#include "inference/kernels/cuda/attention.cuh"
#include "inference/kernels/cuda/choice.cuh"
#include "inference/kernels/cuda/layers.cuh"
#include "inference/kernels/cuda/products.cuh"

namespace fleming::inference::cuda {

namespace {

constexpr unsigned kParts = 64;  // of a sequence; its blocks keep every multiprocessor at work

static_assert(kStrip == kStripRows && kGroup == kGroupColumns);

void check() {
    const cudaError_t error = cudaGetLastError();
    if (error != cudaSuccess) throw Error(std::string("CUDA could not start a kernel: ") + cudaGetErrorString(error));
}

unsigned blocks(std::int64_t count, std::int64_t each) { return static_cast<unsigned>((count + each - 1) / each); }

/// Calls `work` with a value of the number's type.
template <typename Work>
void forNumber(Number number, const Work& work) {
    switch (number) {
        case Number::float32: work(float{}); break;
        case Number::bfloat16: work(Bf16{}); break;
        case Number::float16: work(Fp16{}); break;
    }
    check();
}

template <typename T, typename Y, int M>
void multiplySome(cudaStream_t stream, const Matrix& w, const T* x, const T* bias, Y* y) {
    const auto* bytes = static_cast<const unsigned char*>(w.data);
    constexpr unsigned kThreads = kStripWarps * kWarp;
    switch (w.type) {
        case WeightType::int8:
            multiplyQuantized<T, Y, 8, M><<<blocks(w.rows, kStrip), kThreads, 0, stream>>>(bytes, x, bias, y, w.rows, w.columns);
            break;
        case WeightType::int4:
            multiplyQuantized<T, Y, 4, M><<<blocks(w.rows, kStrip), kThreads, 0, stream>>>(bytes, x, bias, y, w.rows, w.columns);
            break;
        default:
            multiplyPlain<T, Y, M><<<blocks(w.rows, kRowsInBlock), kRowsInBlock * kWarp, 0, stream>>>(static_cast<const T*>(w.data), x, bias, y,
                                                                                                     w.rows, w.columns);
    }
}

template <typename T, typename Y>
void multiplyAll(cudaStream_t stream, const Matrix& w, const T* x, const T* bias, Y* y, int inputs) {
    while (inputs > 0) {
        const int some = inputs >= 8 ? 8 : inputs >= 4 ? 4 : inputs >= 2 ? 2 : 1;
        switch (some) {
            case 8: multiplySome<T, Y, 8>(stream, w, x, bias, y); break;
            case 4: multiplySome<T, Y, 4>(stream, w, x, bias, y); break;
            case 2: multiplySome<T, Y, 2>(stream, w, x, bias, y); break;
            default: multiplySome<T, Y, 1>(stream, w, x, bias, y);
        }
        x += static_cast<std::int64_t>(some) * w.columns;
        y += static_cast<std::int64_t>(some) * w.rows;
        inputs -= some;
    }
}

template <typename T>
void attendTo(cudaStream_t stream, const HeadShape& shape, const T* query, const LayerCache<T>& cache, float* room) {
    const dim3 grid(static_cast<unsigned>(shape.kvHeads), kParts);
    constexpr unsigned kThreads = kAttentionWarps * kWarp;
    const int group = shape.heads / shape.kvHeads;
    switch (shape.size) {
        case 32: attendParts<T, 1><<<grid, kThreads, 0, stream>>>(query, cache, room, group); break;
        case 64: attendParts<T, 2><<<grid, kThreads, 0, stream>>>(query, cache, room, group); break;
        default: attendParts<T, 4><<<grid, kThreads, 0, stream>>>(query, cache, room, group);
    }
}

}  // namespace

void embed(const Queue& queue, const void* table, const int* tokens, float* residual, int count, int columns) {
    forNumber(queue.number, [&](auto number) {
        using T = decltype(number);
        embed<T><<<static_cast<unsigned>(count), kRowThreads, 0, queue.stream>>>(static_cast<const T*>(table), tokens, residual, columns);
    });
}

void addAndNormalise(const Queue& queue, float* residual, const void* added, const void* weight, float eps, void* normed, int count, int columns) {
    forNumber(queue.number, [&](auto number) {
        using T = decltype(number);
        addAndNormalise<T><<<static_cast<unsigned>(count), kRowThreads, 0, queue.stream>>>(
            residual, static_cast<const T*>(added), static_cast<const T*>(weight), eps, static_cast<T*>(normed), columns);
    });
}

void swiGlu(const Queue& queue, const void* gate, const void* up, void* result, int count) {
    forNumber(queue.number, [&](auto number) {
        using T = decltype(number);
        swiGlu<T><<<blocks(count, kRowThreads), kRowThreads, 0, queue.stream>>>(static_cast<const T*>(gate), static_cast<const T*>(up),
                                                                                static_cast<T*>(result), count);
    });
}

void multiply(const Queue& queue, const Matrix& weights, const void* x, const void* bias, void* y, bool wide, int inputs) {
    forNumber(queue.number, [&](auto number) {
        using T = decltype(number);
        const auto *from = static_cast<const T*>(x), *added = static_cast<const T*>(bias);
        if (wide) {
            multiplyAll(queue.stream, weights, from, added, static_cast<float*>(y), inputs);
        } else {
            multiplyAll(queue.stream, weights, from, added, static_cast<T*>(y), inputs);
        }
    });
}

void dequantize(const Queue& queue, const Matrix& weights, std::int64_t first, std::int64_t last, void* plain) {
    const auto* bytes = static_cast<const unsigned char*>(weights.data) + weightBytes(weights.type, first * kStripRows, weights.columns);
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

std::int64_t attentionFloats(const HeadShape& shape) { return std::int64_t{shape.heads} * kParts * kPartRows; }

void attend(const Queue& queue, const HeadShape& shape, void* query, const void* key, const void* value, const Cache& cache,
            const float* frequencies, float* room, void* result) {
    forNumber(queue.number, [&](auto number) {
        using T = decltype(number);
        const LayerCache<T> layer{static_cast<T*>(cache.keys), static_cast<T*>(cache.values), cache.length, cache.capacity};
        rotateAndStore<T><<<static_cast<unsigned>(shape.heads + shape.kvHeads), kWarp, 0, queue.stream>>>(
            static_cast<T*>(query), static_cast<const T*>(key), static_cast<const T*>(value), layer, frequencies, shape.heads, shape.size);
        attendTo(queue.stream, shape, static_cast<const T*>(query), layer, room);
        combineParts<T><<<static_cast<unsigned>(shape.heads), kRowThreads / 2, 0, queue.stream>>>(room, static_cast<T*>(result),
                                                                                                 static_cast<int>(kParts), shape.size);
    });
}

void chooseLikeliest(const Queue& queue, const float* logits, int count, void* choice, int* token, int* length, void* room) {
    auto* shares = static_cast<Likeliest*>(room);
    likeliestOfShares<<<kChoiceBlocks, kChoiceThreads, 0, queue.stream>>>(logits, count, shares);
    likeliestOfAll<<<1, kChoiceThreads, 0, queue.stream>>>(shares, static_cast<DeviceChoice*>(choice), token, length);
    check();
}

std::int64_t choiceBytes() { return kChoiceBlocks * static_cast<std::int64_t>(sizeof(Likeliest)); }

}  // namespace fleming::inference::cuda
