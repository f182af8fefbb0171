#include "inference/checkpoint/quantized_tensor.h"

#include <algorithm>
#include <cstdint>

#include <ATen/Parallel.h>
#include <sys/mman.h>

#include "base/error.h"
#include "inference/kernels/quantize.h"

namespace fleming::inference {

torch::Tensor bytesInLargePages(std::int64_t count) {
    constexpr std::uintptr_t kLargePage = std::uintptr_t{2} << 20;
    torch::Tensor bytes = torch::empty({count}, torch::kByte);
    const auto begin = reinterpret_cast<std::uintptr_t>(bytes.data_ptr());
    const std::uintptr_t first = (begin + kLargePage - 1) / kLargePage * kLargePage;
    const std::uintptr_t last = (begin + static_cast<std::uintptr_t>(count)) / kLargePage * kLargePage;
    if (first < last) ::madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
    return bytes;
}

torch::Tensor quantizedTensor(std::int64_t out, std::int64_t in, WeightType type, const RowsOfMatrix& rows,
                              const std::stop_token& stop) {
    constexpr std::int64_t kRowsAtOnce = 256 * kStripRows;
    torch::Tensor blocks = bytesInLargePages(weightBytes(type, out, in));
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
        at::parallel_for(0, stripsOf(matrix.rows), 1, [&](std::int64_t begin, std::int64_t end) {
            quantize(matrix, type, begin, end, part);
        });
    }
    return blocks;
}

}  // namespace fleming::inference
