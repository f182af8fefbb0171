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

WeightType typeOfBlocks(const torch::Tensor& blocks) {
    TORCH_CHECK(blocks.scalar_type() == torch::kChar || blocks.scalar_type() == torch::kByte,
                "no blocks of quantised weights");
    return blocks.scalar_type() == torch::kChar ? WeightType::int8 : WeightType::int4;
}

torch::Tensor quantizedTensor(std::int64_t out, std::int64_t in, WeightType type, const RowsOfMatrix& rows,
                              LargePages& pages, const std::stop_token& stop) {
    constexpr std::int64_t kRowsAtOnce = 256 * kStripRows;
    torch::Tensor blocks = pages.bytes(weightBytes(type, out, in));
    auto* target = static_cast<std::byte*>(blocks.data_ptr());
    for (std::int64_t first = 0; first < out; first += kRowsAtOnce) {
        if (stop.stop_requested()) throw Cancelled();
        const std::int64_t last = std::min(first + kRowsAtOnce, out);
        const torch::Tensor some = rows(first, last);
        const bool plain = some.scalar_type() == torch::kFloat32 || some.scalar_type() == torch::kBFloat16;
        const torch::Tensor source = (plain ? some : some.to(torch::kFloat32)).contiguous();
        const WeightMatrix matrix{source.scalar_type() == torch::kBFloat16 ? WeightType::bfloat16 : WeightType::float32,
                                  last - first, in, static_cast<const std::byte*>(source.data_ptr())};
        std::byte* part = target + weightBytes(type, first, in);
        at::parallel_for(0, stripsOf(matrix.rows), 1,
                         [&](std::int64_t begin, std::int64_t end) { quantize(matrix, type, begin, end, part); });
    }
    return asBlocks(blocks, type);
}

}  // namespace fleming::inference
