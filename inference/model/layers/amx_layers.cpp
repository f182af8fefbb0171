#include "inference/model/layers/amx_layers.h"

#include "inference/kernels/cpu/amx_attention.h"
#include "inference/kernels/cpu/amx_gemm.h"
#include "inference/model/layers/element_type.h"
#include "inference/model/layers/parallel_tasks.h"

namespace fleming::inference {

namespace {

/// The keys and values of one key head, and the queries of its heads.
struct HeadTask {
    StridedRows keys, values;
    QueryRows queries;
};

/// Computes the attention of some key heads with `length` keys of `size` elements each, in parallel.
void attendHeads(const std::vector<HeadTask>& tasks, std::int64_t length, std::int64_t size) {
    std::vector<AmxHead> heads;
    for (std::size_t i = 0; i < tasks.size(); ++i)
        heads.emplace_back(*amxKernels(), length, size);
    const auto forPanels = [&](std::int64_t panels, const auto& work) {
        parallelTasks(static_cast<std::int64_t>(tasks.size()) * panels, [&](std::int64_t task) {
            const auto head = static_cast<std::size_t>(task / panels);
            work(heads[head], tasks[head], task % panels);
        });
    };
    forPanels(heads.front().panels(), [](AmxHead& head, const HeadTask& task, std::int64_t panel) {
        head.pack(panel, task.keys, task.values);
    });
    const std::int64_t panels = tilePanelCount(tasks.front().queries.rows);
    forPanels(panels,
              [](const AmxHead& head, const HeadTask& task, std::int64_t panel) { head.attend(task.queries, panel); });
}

}  // namespace

bool usesAmx(const torch::Tensor& x) {
    return x.is_cpu() && x.scalar_type() == torch::kBFloat16 && amxKernels() != nullptr;
}

std::vector<torch::Tensor> amxLinear(const torch::Tensor& x, const std::vector<const LinearWeights*>& matrices) {
    const torch::Tensor from = x.contiguous();
    const std::int64_t columns = x.size(-1);
    AmxRows rows(x.numel() / columns, columns);
    at::parallel_for(0, rows.rows(), kTilePanelRows, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t row = first; row < last; ++row)
            rows.set(row, dataPtr<Bfloat16>(from) + row * columns);
    });
    std::vector<torch::Tensor> results;
    for (const LinearWeights* weights : matrices) {
        const WeightMatrix matrix = weights->matrix();
        std::vector<std::int64_t> shape = x.sizes().vec();
        shape.back() = matrix.rows;
        results.push_back(torch::empty(shape, x.options()));
        const Bfloat16* bias = weights->bias.defined() ? dataPtr<Bfloat16>(weights->bias) : nullptr;
        parallelTasks(gemmTaskCount(matrix.rows), [&, y = dataPtr<Bfloat16>(results.back())](std::int64_t task) {
            amxGemm(*amxKernels(), matrix, bias, rows, task, y);
        });
    }
    return results;
}

torch::Tensor amxFullAttention(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values) {
    const std::int64_t tokens = queries.size(1), heads = queries.size(2), size = queries.size(3), length = keys.size(1);
    torch::Tensor result = torch::empty({queries.size(0), tokens, heads * size}, queries.options());
    for (std::int64_t image = 0; image < queries.size(0); ++image) {
        std::vector<HeadTask> tasks;
        for (std::int64_t head = 0; head < heads; ++head) {
            const auto headRows = [&](const torch::Tensor& x) {
                return StridedRows{dataPtr<Bfloat16>(x) + image * x.stride(0) + head * size, x.stride(1)};
            };
            const StridedRows query = headRows(queries);
            Bfloat16* output = dataPtr<Bfloat16>(result) + image * result.stride(0) + head * size;
            tasks.push_back({headRows(keys),
                             headRows(values),
                             {query.data, query.stride, output, result.stride(1), tokens, 1, length, 0}});
        }
        attendHeads(tasks, length, size);
    }
    return result;
}

torch::Tensor amxCausalAttention(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values) {
    const torch::Tensor from = queries.contiguous();
    const std::int64_t tokens = queries.size(0), heads = queries.size(1), size = queries.size(2);
    const std::int64_t keyHeads = keys.size(0), length = keys.size(1), group = heads / keyHeads;
    torch::Tensor result = torch::empty({tokens, heads * size}, queries.options());
    std::vector<HeadTask> tasks;
    for (std::int64_t head = 0; head < keyHeads; ++head) {
        const auto headRows = [&](const torch::Tensor& x) {
            return StridedRows{dataPtr<Bfloat16>(x) + head * x.stride(0), x.stride(1)};
        };
        const std::int64_t first = head * group * size;
        tasks.push_back({headRows(keys),
                         headRows(values),
                         {dataPtr<Bfloat16>(from) + first, heads * size, dataPtr<Bfloat16>(result) + first,
                          heads * size, tokens * group, group, length - tokens + 1, 1}});
    }
    attendHeads(tasks, length, size);
    return result;
}

}  // namespace fleming::inference
