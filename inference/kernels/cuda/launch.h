#pragma once

#include "inference/kernels/weight_matrix.h"

#include <cstdint>
#include <cuda_runtime_api.h>
#include <vector>

namespace fleming::inference::cuda {

/// The type of activations, of a cache, and of weights that are not quantised.
enum class Number { float32, bfloat16, float16 };

/// All addresses below are on the stream's device. Each function only queues its kernels; it throws Error where CUDA
/// refuses that. What the kernels do stands with them in *.cuh.
struct Queue {
    Number number = Number::bfloat16;
    cudaStream_t stream = nullptr;
};

/// The embeddings of `count` tokens: table [V, columns] -> residual, float32 [count, columns].
void embed(const Queue& queue, const void* table, const int* tokens, float* residual, int count, int columns);

/// residual += added (null: nothing), then normed = RMSNorm(residual) with `weight`: [count, columns], at most
/// mostNormColumns().
void addAndNormalise(const Queue& queue, float* residual, const void* added, const void* weight, float eps,
                     void* normed, int count, int columns);

int mostNormColumns();

/// result = silu(gate) * up, `count` numbers.
void swiGlu(const Queue& queue, const void* gate, const void* up, void* result, int count);

/// A matrix on the device; type float32 stands for the queue's number.
struct Matrix {
    WeightType type = WeightType::bfloat16;
    const void* data = nullptr;  ///< on a multiple of 16 bytes
    int rows = 0, columns = 0;   ///< columns a multiple of 8 where it is not quantised
};

/// y = W x + bias (null: none), y [inputs, rows].
struct Product {
    Matrix weights;
    const void* bias = nullptr;
    void* y = nullptr;
};

/// Products of the same x [inputs, columns], in one launch where their matrices are alike; y is float32 where `wide`,
/// else the queue's number. What an input gives does not depend on the others.
void multiply(const Queue& queue, const std::vector<Product>& products, const void* x, bool wide, int inputs);

/// The strips [first, last) of a quantised matrix as plain numbers [16 (last - first), columns].
void dequantize(const Queue& queue, const Matrix& weights, std::int64_t first, std::int64_t last, void* plain);

/// A layer's cache of one sequence: [kvHeads, capacity, size].
struct Cache {
    void *keys = nullptr, *values = nullptr;
    const int* length = nullptr;  ///< tokens that are in it; on the device
    int capacity = 0;

    bool operator==(const Cache& other) const {
        return keys == other.keys && values == other.values && length == other.length && capacity == other.capacity;
    }
};

struct HeadShape {
    int heads = 0, kvHeads = 0, size = 0;
};

/// Whether attend() can do it: sizes of 32, 64 and 128, at most 8 query heads to a key head.
bool canAttend(const HeadShape& shape);

/// Floats that attend() needs as room to work in.
std::int64_t attentionFloats(const HeadShape& shape);

/// One new token of each sequence: rotates the queries [sequences, heads, size] in place, puts keys and values
/// [sequences, kvHeads, size] into the caches as their tokens *length, and attends to them and all before: result
/// [sequences, heads, size]. frequencies [sequences, size / 2] (see rotary.h).
void attend(const Queue& queue, const HeadShape& shape, void* query, const void* key, const void* value,
            const std::vector<Cache>& caches, const float* frequencies, float* room, void* result);

/// The likeliest token of float32 logits [count] and the logarithm of its probability (NaN or above 0 where there is
/// none) into `choice` (8 bytes: int, float). `room`: choiceBytes().
void chooseLikeliest(const Queue& queue, const float* logits, int count, void* choice, void* room);
std::int64_t choiceBytes();

}  // namespace fleming::inference::cuda
