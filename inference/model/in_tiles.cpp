#include "inference/model/in_tiles.h"

#include "inference/kernels/cpu/tile_attention.h"
#include "inference/kernels/cpu/tiles.h"
#include "inference/model/numbers.h"
#include "inference/model/tasks.h"

namespace fleming::inference {

namespace {

/// Where a key head's keys and values are, and the queries that see them.
struct HeadTask {
    HeadRows keys, values;
    HeadQueries queries;
};

/// All of some key heads with `length` keys each.
void attendInTiles(const std::vector<HeadTask>& tasks, std::int64_t length, std::int64_t size) {
    std::vector<TiledHead> heads;
    for (std::size_t i = 0; i < tasks.size(); ++i)
        heads.emplace_back(*tileKernelsHere(), length, size);
    const auto forBands = [&](std::int64_t bands, const auto& work) {
        forTasks(static_cast<std::int64_t>(tasks.size()) * bands, [&](std::int64_t task) {
            const auto head = static_cast<std::size_t>(task / bands);
            work(heads[head], tasks[head], task % bands);
        });
    };
    forBands(heads.front().bands(),
             [](TiledHead& head, const HeadTask& task, std::int64_t band) { head.pack(band, task.keys, task.values); });
    const std::int64_t bands = bandsOf(tasks.front().queries.rows);
    forBands(bands,
             [](const TiledHead& head, const HeadTask& task, std::int64_t band) { head.attend(task.queries, band); });
}

}  // namespace

bool goesInTiles(const torch::Tensor& x) {
    return x.is_cpu() && x.scalar_type() == torch::kBFloat16 && tileKernelsHere() != nullptr;
}

std::vector<torch::Tensor> linearInTiles(const torch::Tensor& x, const std::vector<const LinearWeights*>& matrices) {
    const torch::Tensor from = x.contiguous();
    const std::int64_t columns = x.size(-1);
    TiledRows rows(x.numel() / columns, columns);
    at::parallel_for(0, rows.rows(), kBandRows, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t row = first; row < last; ++row)
            rows.set(row, numbersOf<Bfloat16>(from) + row * columns);
    });
    std::vector<torch::Tensor> results;
    for (const LinearWeights* weights : matrices) {
        const WeightMatrix matrix = weights->matrix();
        std::vector<std::int64_t> shape = x.sizes().vec();
        shape.back() = matrix.rows;
        results.push_back(torch::empty(shape, x.options()));
        const Bfloat16* bias = weights->bias.defined() ? numbersOf<Bfloat16>(weights->bias) : nullptr;
        forTasks(tileTasksOf(matrix.rows), [&, y = numbersOf<Bfloat16>(results.back())](std::int64_t task) {
            multiplyTiles(*tileKernelsHere(), matrix, bias, rows, task, y);
        });
    }
    return results;
}

torch::Tensor fullAttentionInTiles(const torch::Tensor& queries, const torch::Tensor& keys,
                                   const torch::Tensor& values) {
    const std::int64_t tokens = queries.size(1), heads = queries.size(2), size = queries.size(3), length = keys.size(1);
    torch::Tensor result = torch::empty({queries.size(0), tokens, heads * size}, queries.options());
    for (std::int64_t picture = 0; picture < queries.size(0); ++picture) {
        std::vector<HeadTask> tasks;
        for (std::int64_t head = 0; head < heads; ++head) {
            const auto rowsOf = [&](const torch::Tensor& x) {
                return HeadRows{numbersOf<Bfloat16>(x) + picture * x.stride(0) + head * size, x.stride(1)};
            };
            const HeadRows query = rowsOf(queries);
            Bfloat16* mixed = numbersOf<Bfloat16>(result) + picture * result.stride(0) + head * size;
            tasks.push_back({rowsOf(keys),
                             rowsOf(values),
                             {query.data, query.stride, mixed, result.stride(1), tokens, 1, length, 0}});
        }
        attendInTiles(tasks, length, size);
    }
    return result;
}

torch::Tensor causalAttentionInTiles(const torch::Tensor& queries, const torch::Tensor& keys,
                                     const torch::Tensor& values) {
    const torch::Tensor from = queries.contiguous();
    const std::int64_t tokens = queries.size(0), heads = queries.size(1), size = queries.size(2);
    const std::int64_t keyHeads = keys.size(0), length = keys.size(1), group = heads / keyHeads;
    torch::Tensor result = torch::empty({tokens, heads * size}, queries.options());
    std::vector<HeadTask> tasks;
    for (std::int64_t head = 0; head < keyHeads; ++head) {
        const auto rowsOf = [&](const torch::Tensor& x) {
            return HeadRows{numbersOf<Bfloat16>(x) + head * x.stride(0), x.stride(1)};
        };
        const std::int64_t first = head * group * size;
        tasks.push_back({rowsOf(keys),
                         rowsOf(values),
                         {numbersOf<Bfloat16>(from) + first, heads * size, numbersOf<Bfloat16>(result) + first,
                          heads * size, tokens * group, group, length - tokens + 1, 1}});
    }
    attendInTiles(tasks, length, size);
    return result;
}

}  // namespace fleming::inference
