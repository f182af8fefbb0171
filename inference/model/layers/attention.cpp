#include "inference/model/layers/attention.h"

#include "inference/kernels/cpu/row_kernels.h"
#include "inference/model/layers/amx_layers.h"
#include "inference/model/layers/element_type.h"
#include "inference/model/layers/parallel_tasks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#ifdef FLEMING_CUDA
#include "inference/model/layers/cuda_layers.h"
#endif

namespace fleming::inference {

namespace {

// Scores of one block on CUDA: 32 MiB of float32.
constexpr std::int64_t kScoresPerBlock = std::int64_t{8} << 20;

// Scores of one task on the CPU, which stay in the cache of its core.
constexpr std::int64_t kScoresPerTask = std::int64_t{1} << 19;

// On the CPU, a block of causal queries skips the keys after its last query. Their number is a multiple of this:
// oneDNN generates a kernel for each new shape.
constexpr std::int64_t kKeyStep = 256;

/// Returns 1 / sqrt(d) for head size d.
double scoreScale(std::int64_t size) {
    return 1.0 / std::sqrt(static_cast<double>(size));
}

/// Computes softmax(scores / sqrt(d)) in float32 and rounds it to the type of the scores. Overwrites float32 scores.
torch::Tensor softmaxScaled(const torch::Tensor& scores, std::int64_t size) {
    return at::softmax(scores.to(torch::kFloat32).mul_(scoreScale(size)), -1).to(scores.scalar_type());
}

/// Sets the scores of the keys after each query to -inf. scores [..., rows, L]: the last `rows` keys are the tokens of
/// the queries.
void maskFuture(torch::Tensor& scores) {
    const std::int64_t rows = scores.size(-2);
    if (rows == 1) return;
    const torch::Tensor future =
        at::ones({rows, rows}, torch::TensorOptions().dtype(torch::kBool).device(scores.device())).triu_(1);
    scores.narrow(-1, scores.size(-1) - rows, rows).masked_fill_(future, -std::numeric_limits<float>::infinity());
}

/// Computes causal attention: queries [K, G, rows, d] (K key heads, G query heads per key head), keys and values
/// [K, L, d] -> [K, G, rows, d].
torch::Tensor attendBlock(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values) {
    const std::int64_t keyHeads = queries.size(0), group = queries.size(1), rows = queries.size(2);
    const torch::Tensor flat = queries.reshape({keyHeads, group * rows, queries.size(3)});
    torch::Tensor scores = at::bmm(flat, keys.transpose(1, 2)).view({keyHeads, group, rows, keys.size(1)});
    maskFuture(scores);
    const torch::Tensor weights = softmaxScaled(scores, queries.size(3));
    return at::bmm(weights.view({keyHeads, group * rows, keys.size(1)}), values).view(queries.sizes());
}

/// Computes softmax(scores / sqrt(d)) in place. Row r sees the first `visible` + r / group columns; the other weights
/// become 0.
void softmaxRows(torch::Tensor& scores, std::int64_t size, std::int64_t visible, std::int64_t group) {
    const auto scale = static_cast<float>(scoreScale(size));
    const std::int64_t rows = scores.size(0), columns = scores.size(1);
    dispatchElementType(scores, [&](auto* elements) {
        for (std::int64_t r = 0; r < rows; ++r) {
            const std::int64_t count = std::min(visible + r / group, columns);
            softmaxRow(elements + r * columns, count, columns - count, scale);
        }
    });
}

/// Computes the attention of some tokens over one key head: queries [tokens * group, d], keys and values [L, d] ->
/// [tokens * group, d]. The first token sees `visible` keys, and each token one more than the token before it, at most
/// L.
torch::Tensor attendRows(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values,
                         std::int64_t visible, std::int64_t group) {
    torch::Tensor scores = at::mm(queries, keys.t());
    softmaxRows(scores, queries.size(1), visible, group);
    return at::mm(scores, values);
}

/// Calls work(head, firstRow, rows) in parallel for each head and block of rows. `scores`: scores per row.
template <typename Work>
void parallelRows(std::int64_t heads, std::int64_t rows, std::int64_t scores, const Work& work) {
    const std::int64_t maxRows = std::clamp<std::int64_t>(kScoresPerTask / scores, 8, 256);
    const std::int64_t blocks = (rows + maxRows - 1) / maxRows, rowsPerTask = (rows + blocks - 1) / blocks;
    parallelTasks(heads * blocks, [&](std::int64_t task) {
        const std::int64_t row = task % blocks * rowsPerTask;
        work(task / blocks, row, std::min(rowsPerTask, rows - row));
    });
}

/// Reorders [N, T, heads, d] -> [N * heads, T, d].
torch::Tensor splitHeads(const torch::Tensor& x) {
    return x.transpose(1, 2).reshape({x.size(0) * x.size(2), x.size(1), x.size(3)});
}

/// Reorders [N * heads, T, d] -> [N, T, heads * d].
torch::Tensor mergeHeads(const torch::Tensor& x, std::int64_t images) {
    const std::int64_t heads = x.size(0) / images;
    return x.view({images, heads, x.size(1), x.size(2)})
        .transpose(1, 2)
        .reshape({images, x.size(1), heads * x.size(2)});
}

torch::Tensor fullAttentionOnCpu(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values) {
    torch::Tensor result = torch::empty(queries.sizes(), queries.options());
    const std::int64_t length = keys.size(1);
    parallelRows(queries.size(0), queries.size(1), length, [&](std::int64_t head, std::int64_t row, std::int64_t rows) {
        const torch::Tensor output = attendRows(queries.select(0, head).narrow(0, row, rows), keys.select(0, head),
                                                values.select(0, head), length, 1);
        result.select(0, head).narrow(0, row, rows).copy_(output);
    });
    return result;
}

/// Computes one matmul per key head, with its queries as rows: [T * group, d].
torch::Tensor causalAttentionOnCpu(const torch::Tensor& queries, const torch::Tensor& keys,
                                   const torch::Tensor& values) {
    const std::int64_t tokens = queries.size(0), heads = queries.size(1), size = queries.size(2);
    const std::int64_t keyHeads = keys.size(0), length = keys.size(1), group = heads / keyHeads;
    torch::Tensor result = torch::empty({tokens, heads, size}, queries.options());
    parallelRows(keyHeads, tokens, group * length, [&](std::int64_t head, std::int64_t row, std::int64_t rows) {
        const auto block = [&](const torch::Tensor& x) {
            return x.narrow(0, row, rows).narrow(1, head * group, group);
        };
        const std::int64_t visible = length - tokens + row + 1;  // keys that the first row of the block sees
        const std::int64_t keyCount = std::min(length, (visible + rows + kKeyStep - 2) / kKeyStep * kKeyStep);
        const torch::Tensor output =
            attendRows(block(queries).reshape({rows * group, size}), keys.select(0, head).narrow(0, 0, keyCount),
                       values.select(0, head).narrow(0, 0, keyCount), visible, group);
        block(result).copy_(output.view({rows, group, size}));
    });
    return result.view({tokens, heads * size});
}

torch::Tensor causalAttentionOnCuda(const torch::Tensor& queries, const torch::Tensor& keys,
                                    const torch::Tensor& values) {
    const std::int64_t rows = queries.size(0), heads = queries.size(1), size = queries.size(2);
    const std::int64_t keyHeads = keys.size(0), length = keys.size(1), group = heads / keyHeads;
    const torch::Tensor grouped = queries.view({rows, keyHeads, group, size}).permute({1, 2, 0, 3});
    torch::Tensor result = torch::empty({rows, keyHeads, group, size}, queries.options());
    const torch::Tensor resultView = result.permute({1, 2, 0, 3});
    const std::int64_t rowsPerBlock = std::clamp<std::int64_t>(kScoresPerBlock / (heads * length), 1, rows);
    for (std::int64_t row = 0; row < rows; row += rowsPerBlock) {
        const std::int64_t count = std::min(rowsPerBlock, rows - row);
        const std::int64_t visible = length - rows + row + count;
        resultView.narrow(2, row, count)
            .copy_(
                attendBlock(grouped.narrow(2, row, count), keys.narrow(1, 0, visible), values.narrow(1, 0, visible)));
    }
    return result.view({rows, heads * size});
}

}  // namespace

torch::Tensor fullAttention(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values) {
    if (usesAmx(queries)) return amxFullAttention(queries, keys, values);
#ifdef FLEMING_CUDA
    if (cuda::supportsFlashAttention(queries)) return cuda::flashAttention(queries, keys, values, false).flatten(2);
#endif
    const torch::Tensor q = splitHeads(queries), k = splitHeads(keys), v = splitHeads(values);
    const torch::Tensor output = q.is_cpu()
                                     ? fullAttentionOnCpu(q, k, v)
                                     : at::matmul(softmaxScaled(at::matmul(q, k.transpose(-1, -2)), q.size(-1)), v);
    return mergeHeads(output, queries.size(0));
}

torch::Tensor causalAttention(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values) {
    if (usesAmx(queries)) return amxCausalAttention(queries, keys, values);
#ifdef FLEMING_CUDA
    if (cuda::supportsFlashAttention(queries)) {
        return cuda::flashAttention(queries.unsqueeze(0), keys.transpose(0, 1).unsqueeze(0),
                                    values.transpose(0, 1).unsqueeze(0), true)
            .view({queries.size(0), -1});
    }
#endif
    return queries.is_cpu() ? causalAttentionOnCpu(queries, keys, values)
                            : causalAttentionOnCuda(queries, keys, values);
}

}  // namespace fleming::inference
