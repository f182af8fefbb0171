#include "inference/model/attention.h"

#include "inference/kernels/cpu/rows.h"
#include "inference/model/in_tiles.h"
#include "inference/model/numbers.h"
#include "inference/model/tasks.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fleming::inference {

namespace {

// float32 scores of one block on CUDA: 32 MB.
constexpr std::int64_t kScoresPerBlock = std::int64_t{8} << 20;

// Scores that a thread makes at once on the CPU: they stay in its cache.
constexpr std::int64_t kScoresAtOnce = std::int64_t{1} << 19;

// Keys beyond the last that a block of queries sees are left out in steps of so many: oneDNN makes a kernel for each
// new shape.
constexpr std::int64_t kKeysStep = 256;

double scaleOf(std::int64_t size) {
    return 1.0 / std::sqrt(static_cast<double>(size));
}

/// softmax(scores / sqrt(d)) in float32 whatever the type of the scores, rounded to that type for the next product.
/// Takes the scores for itself.
torch::Tensor softmaxScaled(torch::Tensor scores, std::int64_t size) {
    return at::softmax(scores.to(torch::kFloat32).mul_(scaleOf(size)), -1).to(scores.scalar_type());
}

/// The keys that lie after a query are hidden. scores [..., rows, L]: the last `rows` columns are the rows' own tokens.
void hideFuture(torch::Tensor& scores) {
    const std::int64_t rows = scores.size(-2);
    if (rows == 1) return;
    const torch::Tensor future =
        at::ones({rows, rows}, torch::TensorOptions().dtype(torch::kBool).device(scores.device())).triu_(1);
    scores.narrow(-1, scores.size(-1) - rows, rows).masked_fill_(future, -std::numeric_limits<float>::infinity());
}

/// queries [K, G, rows, d] (K key heads, G query heads for each), keys and values [K, L, d] -> [K, G, rows, d].
torch::Tensor attendBlock(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values) {
    const std::int64_t keyHeads = queries.size(0), group = queries.size(1), rows = queries.size(2);
    const torch::Tensor flat = queries.reshape({keyHeads, group * rows, queries.size(3)});
    torch::Tensor scores = at::bmm(flat, keys.transpose(1, 2)).view({keyHeads, group, rows, keys.size(1)});
    hideFuture(scores);
    const torch::Tensor weights = softmaxScaled(scores, queries.size(3));
    return at::bmm(weights.view({keyHeads, group * rows, keys.size(1)}), values).view(queries.sizes());
}

/// softmax(scores / sqrt(d)) in place; of row r the first `visible` + r / group columns count.
void softmaxRows(torch::Tensor& scores, std::int64_t size, std::int64_t visible, std::int64_t group) {
    const auto scale = static_cast<float>(scaleOf(size));
    const std::int64_t rows = scores.size(0), columns = scores.size(1);
    withNumbers(scores, [&](auto* numbers) {
        for (std::int64_t r = 0; r < rows; ++r) {
            const std::int64_t count = std::min(visible + r / group, columns);
            softmaxRow(numbers + r * columns, count, columns - count, scale);
        }
    });
}

/// Attention of some rows to one head's keys: queries [rows * group, d], keys and values [L, d] -> [rows * group, d].
/// The first row sees `visible` keys, each other one more than the row before it.
torch::Tensor attendRows(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values,
                         std::int64_t visible, std::int64_t group) {
    torch::Tensor scores = at::mm(queries, keys.t());
    softmaxRows(scores, queries.size(1), visible, group);
    return at::mm(scores, values);
}

/// Calls `work(head, firstRow, rows)` for every head and block of rows, by all threads. `scores`: that a row has.
template <typename Work>
void forRowsOfHeads(std::int64_t heads, std::int64_t rows, std::int64_t scores, const Work& work) {
    const std::int64_t most = std::clamp<std::int64_t>(kScoresAtOnce / scores, 8, 256);
    const std::int64_t blocks = (rows + most - 1) / most, atOnce = (rows + blocks - 1) / blocks;
    forTasks(heads * blocks, [&](std::int64_t task) {
        const std::int64_t row = task % blocks * atOnce;
        work(task / blocks, row, std::min(atOnce, rows - row));
    });
}

/// [N, T, heads, d] -> [N * heads, T, d]
torch::Tensor byHeads(const torch::Tensor& x) {
    return x.transpose(1, 2).reshape({x.size(0) * x.size(2), x.size(1), x.size(3)});
}

/// [N * heads, T, d] -> [N, T, heads * d]
torch::Tensor byTokens(const torch::Tensor& x, std::int64_t pictures) {
    const std::int64_t heads = x.size(0) / pictures;
    return x.view({pictures, heads, x.size(1), x.size(2)})
        .transpose(1, 2)
        .reshape({pictures, x.size(1), heads * x.size(2)});
}

torch::Tensor fullAttentionOnCpu(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values) {
    torch::Tensor result = torch::empty(queries.sizes(), queries.options());
    const std::int64_t length = keys.size(1);
    forRowsOfHeads(queries.size(0), queries.size(1), length,
                   [&](std::int64_t head, std::int64_t row, std::int64_t rows) {
                       const torch::Tensor mixed = attendRows(queries.select(0, head).narrow(0, row, rows),
                                                              keys.select(0, head), values.select(0, head), length, 1);
                       result.select(0, head).narrow(0, row, rows).copy_(mixed);
                   });
    return result;
}

/// A key head's queries are rows of one product: [T, heads, d] -> for each key head [T * group, d].
torch::Tensor causalAttentionOnCpu(const torch::Tensor& queries, const torch::Tensor& keys,
                                   const torch::Tensor& values) {
    const std::int64_t tokens = queries.size(0), heads = queries.size(1), size = queries.size(2);
    const std::int64_t keyHeads = keys.size(0), length = keys.size(1), group = heads / keyHeads;
    torch::Tensor result = torch::empty({tokens, heads, size}, queries.options());
    forRowsOfHeads(keyHeads, tokens, group * length, [&](std::int64_t head, std::int64_t row, std::int64_t rows) {
        const auto part = [&](const torch::Tensor& x) { return x.narrow(0, row, rows).narrow(1, head * group, group); };
        const std::int64_t visible = length - tokens + row + 1;  // to the first row
        const std::int64_t seen = std::min(length, (visible + rows + kKeysStep - 2) / kKeysStep * kKeysStep);
        const torch::Tensor mixed =
            attendRows(part(queries).reshape({rows * group, size}), keys.select(0, head).narrow(0, 0, seen),
                       values.select(0, head).narrow(0, 0, seen), visible, group);
        part(result).copy_(mixed.view({rows, group, size}));
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
    const std::int64_t rowsAtOnce = std::clamp<std::int64_t>(kScoresPerBlock / (heads * length), 1, rows);
    for (std::int64_t row = 0; row < rows; row += rowsAtOnce) {
        const std::int64_t count = std::min(rowsAtOnce, rows - row);
        const std::int64_t visible = length - rows + row + count;
        resultView.narrow(2, row, count)
            .copy_(
                attendBlock(grouped.narrow(2, row, count), keys.narrow(1, 0, visible), values.narrow(1, 0, visible)));
    }
    return result.view({rows, heads * size});
}

}  // namespace

torch::Tensor fullAttention(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values) {
    if (goesInTiles(queries)) return fullAttentionInTiles(queries, keys, values);
    const torch::Tensor q = byHeads(queries), k = byHeads(keys), v = byHeads(values);
    const torch::Tensor mixed = q.is_cpu()
                                    ? fullAttentionOnCpu(q, k, v)
                                    : at::matmul(softmaxScaled(at::matmul(q, k.transpose(-1, -2)), q.size(-1)), v);
    return byTokens(mixed, queries.size(0));
}

torch::Tensor causalAttention(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values) {
    if (goesInTiles(queries)) return causalAttentionInTiles(queries, keys, values);
    return queries.is_cpu() ? causalAttentionOnCpu(queries, keys, values)
                            : causalAttentionOnCuda(queries, keys, values);
}

}  // namespace fleming::inference
