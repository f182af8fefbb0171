#pragma once

#include "inference/kernels/weight_matrix.h"

#include <cstdint>
#include <cuda_runtime_api.h>
#include <vector>

// Launchers of the CUDA kernels for decoding, one new token of each of `count` (or `inputs`) sequences; after these,
// those for many tokens or patches. All pointers are device pointers on the device of the stream. Each function only
// enqueues kernels on the stream, so it can be captured in a CUDA graph, and throws Error "cuda.launch_failed"
// (argument: CUDA's message) if a launch fails. The kernels are described where they are defined, in *.cuh.

namespace fleming::inference::cuda {

/// The element type of activations, KV caches and unquantized weights.
enum class ElementType { float32, bfloat16, float16 };

/// Where and in which element type to compute.
struct LaunchContext {
    ElementType type = ElementType::bfloat16;
    cudaStream_t stream = nullptr;
    /// Kernels may start before the previous kernel of the stream has ended (programmatic dependent launch), if that
    /// one was launched here too. Needs compute capability 9.0.
    bool overlap = false;
};

/// Looks up token embeddings: table [V, columns] -> residual, float32 [count, columns].
void embedTokens(const LaunchContext& context, const void* table, const int* tokens, float* residual, int count,
                 int columns);

// Some functions can write their result as gemv() needs it for quantized matrices, in place of the result itself: to
// `quantized`, gemvWorkspaceBytes() of the row length, for at most maxQuantizedInputs() rows. Null: they do not.

/// Returns the maximum number of rows of quantized results.
int maxQuantizedInputs();

/// Computes residual += added (null: 0), then normed = RMSNorm(residual) * weight, as one kernel: float32 residual
/// [count, columns], added and normed [count, columns], weight [columns]. `columns` is even and at most
/// maxNormColumns().
void addRmsNorm(const LaunchContext& context, float* residual, const void* added, const void* weight, float eps,
                void* normed, void* quantized, int count, int columns);

/// Returns the maximum row length of addRmsNorm().
int maxNormColumns();

/// Computes result = silu(gate) * up: [count, columns].
void swiGlu(const LaunchContext& context, const void* gate, const void* up, void* result, void* quantized, int count,
            int columns);

/// A weight matrix on the device. An unquantized matrix has the element type of the context.
struct Matrix {
    WeightType type = WeightType::bfloat16;
    const void* data = nullptr;  ///< aligned to 16 bytes
    int rows = 0, columns = 0;   ///< columns of an unquantized matrix: a multiple of 8
};

/// One y = W x + bias.
struct Gemv {
    Matrix weights;              ///< W [rows, columns]
    const void* bias = nullptr;  ///< [rows], or null for 0
    void* y = nullptr;           ///< [inputs, rows]
};

/// Computes all `gemvs` with the same x [inputs, columns], in one launch if their matrices have the same type and
/// columns. y is float32 if `wide`, else of the element type of the context. The result for an input does not depend on
/// the other inputs. With quantized matrices and 16-bit elements, x is quantized to int8 in groups of 64 columns, as on
/// the CPU, into `workspace`: gemvWorkspaceBytes(columns) bytes, aligned to 16; a null x means that another function
/// has written it there. Otherwise `workspace` is not used.
void gemv(const LaunchContext& context, const std::vector<Gemv>& gemvs, const void* x, bool wide, int inputs,
          void* workspace);
/// Returns the size of the workspace of gemv(), in bytes.
std::int64_t gemvWorkspaceBytes(std::int64_t columns);

/// Converts the panels [first, last) of a quantized matrix to a dense row-major matrix [16 (last - first), columns] of
/// the element type of the context.
void dequantize(const LaunchContext& context, const Matrix& weights, std::int64_t first, std::int64_t last,
                void* dense);

/// The KV cache of one layer of one sequence: keys and values [kvHeads, capacity, headSize].
struct Cache {
    void *keys = nullptr, *values = nullptr;
    const int* length = nullptr;  ///< device pointer to the number of cached tokens
    int capacity = 0;

    bool operator==(const Cache& other) const {
        return keys == other.keys && values == other.values && length == other.length && capacity == other.capacity;
    }
};

/// Number of query heads and of key/value heads, and the head size.
struct HeadShape {
    int heads = 0, kvHeads = 0, size = 0;
};

/// Returns true if attend() supports the shape: head size 32, 64 or 128, and at most 8 query heads per key head.
bool supportsAttention(const HeadShape& shape);

/// Returns the size of the workspace of attend(), in floats.
std::int64_t attentionWorkspaceFloats(const HeadShape& shape);

/// Computes the rotation of the new tokens, for attend(): lengths [sequences], their positions; frequencies [sequences,
/// half], in radians per position (see rotaryFrequencies()) -> table float32 [sequences, 2 half].
void rotaryTable(const LaunchContext& context, const int* lengths, const float* frequencies, float* table,
                 int sequences, int half);

/// Computes the attention of one new token per sequence: applies the rotary embedding to the queries [sequences, heads,
/// size] and the keys [sequences, kvHeads, size], appends keys and values to the caches at index *length, and attends
/// to all tokens up to the new one. result [sequences, heads, size]; `quantized` only for head sizes of at least 64.
/// `table`: from rotaryTable().
void attend(const LaunchContext& context, const HeadShape& shape, const void* query, const void* key, const void* value,
            const std::vector<Cache>& caches, const float* table, float* workspace, void* result, void* quantized);

/// Writes the argmax token of float32 logits [count] and the natural logarithm of its probability to `token` (8 bytes:
/// int id, float logarithm). The logarithm is NaN or positive if a logit is NaN or +inf, or all are -inf. `workspace`:
/// argmaxWorkspaceBytes() bytes.
void argmaxToken(const LaunchContext& context, const float* logits, int count, void* token, void* workspace);
/// Returns the size of the workspace of argmaxToken(), in bytes.
std::int64_t argmaxWorkspaceBytes();

/// Returns true if normalizeRows() supports rows of this length.
bool supportsNormalize(std::int64_t columns);

/// Computes normed = RMSNorm(x) * weight, or LayerNorm(x) * weight + bias if bias is not null: x [rows, columns],
/// float32 if `wide`, else of the element type; weight and bias [columns]; normed [rows, columns].
void normalizeRows(const LaunchContext& context, const void* x, bool wide, const void* weight, const void* bias,
                   float eps, void* normed, std::int64_t rows, int columns);

/// Computes sum += added * factors (null: 1): sum float32 and added [rows, columns], factors [columns].
void addScaledRows(const LaunchContext& context, float* sum, const void* added, const void* factors, std::int64_t rows,
                   int columns);

/// Computes gate = silu(gate) * up for `count` elements.
void swiGluRows(const LaunchContext& context, void* gate, const void* up, std::int64_t count);

/// Applies the rotary embedding, see rotate() in rotary.h: x and rotated [tokens, heads, size], cosines and sines
/// float32 [tokens, size / 2].
void rotateRows(const LaunchContext& context, const void* x, const float* cosines, const float* sines, void* rotated,
                std::int64_t tokens, int heads, int size);

}  // namespace fleming::inference::cuda
