#include "inference/model/layers/cuda_layers.h"

#include "inference/model/layers/cuda_operands.h"
#include "inference/model/layers/quantized_linear.h"

#include <ATen/cuda/CUDAContext.h>

#include <c10/cuda/CUDAGuard.h>
#include <cstdint>

namespace fleming::inference {

namespace {

constexpr std::int64_t kMaxGemvRows = 8;
constexpr std::int64_t kSlabBytes = std::int64_t{64} << 20;

}  // namespace

torch::Tensor quantizedLinearOnCuda(const torch::Tensor& input, const LinearWeights& weights) {
    const c10::cuda::CUDAGuard guard(input.device());
    const torch::Tensor x = input.contiguous();
    const cuda::LaunchContext context{toElementType(x.scalar_type()), at::cuda::getCurrentCUDAStream()};
    if (x.size(0) <= kMaxGemvRows) {
        torch::Tensor y = torch::empty({x.size(0), weights.out}, x.options());
        cuda::gemv(context, {toGemv(weights, y)}, x.data_ptr(), false, static_cast<int>(x.size(0)));
        return y;
    }
    return linearBySlabs(x, weights, kSlabBytes,
                         [&](std::int64_t first, std::int64_t last, const torch::Tensor& dense) {
                             cuda::dequantize(context, toMatrix(weights), first, last, dense.data_ptr());
                         });
}

}  // namespace fleming::inference
