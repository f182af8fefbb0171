#include "inference/model/attention.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fleming::inference {

namespace {

// float32 scores of one block: 32 MB.
constexpr std::int64_t kScoresPerBlock = std::int64_t{8} << 20;

/// softmax(scores / sqrt(d)) in float32 whatever the type of the scores, rounded to that type for the next product.
/// Takes the scores for itself.
torch::Tensor softmaxScaled(torch::Tensor scores, std::int64_t size) {
    const double scale = 1.0 / std::sqrt(static_cast<double>(size));
    return at::softmax(scores.to(torch::kFloat32).mul_(scale), -1).to(scores.scalar_type());
}

/// a [B, m, k] times b [B, k, n]. Of a single pair as plain matrices, which the CPU multiplies without copying a strided
/// one (a batched bfloat16 product copies).
torch::Tensor product(const torch::Tensor& a, const torch::Tensor& b) {
    return a.size(0) == 1 ? at::mm(a.select(0, 0), b.select(0, 0)).unsqueeze(0) : at::bmm(a, b);
}

/// The keys that lie after a query are hidden. scores [..., rows, L]: the last `rows` columns are the rows' own tokens.
void hideFuture(torch::Tensor& scores) {
    const std::int64_t rows = scores.size(-2);
    if (rows == 1) return;
    const torch::Tensor future =
        at::ones({rows, rows}, torch::TensorOptions().dtype(torch::kBool).device(scores.device())).triu_(1);
    scores.narrow(-1, scores.size(-1) - rows, rows)
        .masked_fill_(future, -std::numeric_limits<float>::infinity());
}

/// queries [K, G, rows, d] (K key heads, G query heads for each), keys and values [K, L, d] -> [K, G, rows, d].
torch::Tensor attendBlock(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values) {
    const std::int64_t keyHeads = queries.size(0), group = queries.size(1), rows = queries.size(2);
    const torch::Tensor flat = queries.reshape({keyHeads, group * rows, queries.size(3)});
    torch::Tensor scores = product(flat, keys.transpose(1, 2)).view({keyHeads, group, rows, keys.size(1)});
    hideFuture(scores);
    const torch::Tensor weights = softmaxScaled(scores, queries.size(3));
    return product(weights.view({keyHeads, group * rows, keys.size(1)}), values).view(queries.sizes());
}

}  // namespace

torch::Tensor fullAttention(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values) {
    const torch::Tensor scores = at::matmul(queries, keys.transpose(-1, -2));
    return at::matmul(softmaxScaled(scores, queries.size(-1)), values);
}

torch::Tensor causalAttention(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values) {
    const std::int64_t rows = queries.size(0), heads = queries.size(1), size = queries.size(2);
    // A decode step on the CPU: oneDNN would make a new bfloat16 kernel for every length that the cache grows to.
    if (rows == 1 && queries.is_cpu() && queries.scalar_type() == torch::kBFloat16) {
        const auto wide = [](const torch::Tensor& x) { return x.to(torch::kFloat32); };
        return causalAttention(wide(queries), wide(keys), wide(values)).to(torch::kBFloat16);
    }
    const std::int64_t keyHeads = keys.size(0), length = keys.size(1), group = heads / keyHeads;
    const torch::Tensor grouped = queries.view({rows, keyHeads, group, size}).permute({1, 2, 0, 3});
    torch::Tensor result = torch::empty({rows, keyHeads, group, size}, queries.options());
    const torch::Tensor resultView = result.permute({1, 2, 0, 3});

    // On the CPU one key head at a time (see product), on CUDA all at once.
    const std::int64_t headsAtOnce = queries.is_cpu() ? 1 : keyHeads;
    const std::int64_t rowsAtOnce =
        std::clamp<std::int64_t>(kScoresPerBlock / (headsAtOnce * group * length), 1, rows);
    for (std::int64_t head = 0; head < keyHeads; head += headsAtOnce) {
        for (std::int64_t row = 0; row < rows; row += rowsAtOnce) {
            const std::int64_t count = std::min(rowsAtOnce, rows - row);
            const std::int64_t visible = length - rows + row + count;
            resultView.narrow(0, head, headsAtOnce)
                .narrow(2, row, count)
                .copy_(attendBlock(grouped.narrow(0, head, headsAtOnce).narrow(2, row, count),
                                   keys.narrow(0, head, headsAtOnce).narrow(1, 0, visible),
                                   values.narrow(0, head, headsAtOnce).narrow(1, 0, visible)));
        }
    }
    return result.view({rows, heads * size});
}

}  // namespace fleming::inference
