#include "inference/checkpoint/quantized_tensor.h"

#include "base/error.h"
#include "inference/kernels/quantize.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cstdint>

namespace fleming::inference {

torch::Tensor asBlocks(const torch::Tensor& bytes, WeightType type) {
    return bytes.view(type == WeightType::int8 ? torch::kChar : torch::kByte);
}

WeightType blockType(const torch::Tensor& blocks) {
    TORCH_CHECK(blocks.scalar_type() == torch::kChar || blocks.scalar_type() == torch::kByte,
                "not a tensor of quantized blocks");
    return blocks.scalar_type() == torch::kChar ? WeightType::int8 : WeightType::int4;
}

torch::Tensor quantizeTensor(std::int64_t out, std::int64_t in, WeightType type, const ReadRows& readRows,
                             HugePageArena& arena, const std::stop_token& stop) {
    constexpr std::int64_t kRowsAtOnce = 256 * kPanelRows;
    torch::Tensor blocks = arena.allocate(weightBytes(type, out, in));
    auto* target = static_cast<std::byte*>(blocks.data_ptr());
    for (std::int64_t first = 0; first < out; first += kRowsAtOnce) {
        if (stop.stop_requested()) throw Cancelled();
        const std::int64_t last = std::min(first + kRowsAtOnce, out);
        const torch::Tensor rows = readRows(first, last);
        const bool plain = rows.scalar_type() == torch::kFloat32 || rows.scalar_type() == torch::kBFloat16;
        const torch::Tensor source = (plain ? rows : rows.to(torch::kFloat32)).contiguous();
        const WeightMatrix matrix{source.scalar_type() == torch::kBFloat16 ? WeightType::bfloat16 : WeightType::float32,
                                  last - first, in, static_cast<const std::byte*>(source.data_ptr())};
        std::byte* part = target + weightBytes(type, first, in);
        at::parallel_for(0, panelCount(matrix.rows), 1,
                         [&](std::int64_t begin, std::int64_t end) { quantize(matrix, type, begin, end, part); });
    }
    return asBlocks(blocks, type);
}

}  // namespace fleming::inference
