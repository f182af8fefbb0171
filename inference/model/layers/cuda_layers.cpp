#include "inference/model/layers/cuda_layers.h"

#include "inference/model/layers/cuda_operands.h"
#include "inference/model/layers/quantized_linear.h"

#include <ATen/cuda/CUDAContext.h>

#include <c10/cuda/CUDAGuard.h>
#include <cstdint>
#include <tuple>

namespace fleming::inference::cuda {

namespace {

constexpr std::int64_t kMaxGemvRows = 8;
constexpr std::int64_t kSlabBytes = std::int64_t{256} << 20;

/// The context of kernels for elements of `type` on the current stream of the device of a guard.
LaunchContext contextFor(torch::ScalarType type) {
    return {toElementType(type), at::cuda::getCurrentCUDAStream()};
}

}  // namespace

torch::Tensor quantizedLinear(const torch::Tensor& input, const LinearWeights& weights) {
    const c10::cuda::CUDAGuard guard(input.device());
    const torch::Tensor x = input.contiguous();
    const LaunchContext context = contextFor(x.scalar_type());
    if (x.size(0) <= kMaxGemvRows) {
        torch::Tensor y = torch::empty({x.size(0), weights.out}, x.options());
        const torch::Tensor workspace = torch::empty({gemvWorkspaceBytes(weights.in)}, x.options().dtype(torch::kByte));
        gemv(context, {toGemv(weights, y)}, x.data_ptr(), false, static_cast<int>(x.size(0)), workspace.data_ptr());
        return y;
    }
    return linearBySlabs(x, weights, kSlabBytes,
                         [&](std::int64_t first, std::int64_t last, const torch::Tensor& dense) {
                             dequantize(context, toMatrix(weights), first, last, dense.data_ptr());
                         });
}

bool supportsNormalize(const torch::Tensor& x) {
    return x.is_cuda() && supportsNormalize(x.size(-1));
}

torch::Tensor normalize(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias, double eps) {
    const c10::cuda::CUDAGuard guard(x.device());
    const torch::Tensor rows = x.contiguous();
    const std::int64_t size = x.size(-1);
    torch::Tensor normed = torch::empty(x.sizes(), weight.options());
    normalizeRows(contextFor(weight.scalar_type()), rows.data_ptr(), x.scalar_type() == torch::kFloat32,
                  weight.data_ptr(), bias.defined() ? bias.data_ptr() : nullptr, static_cast<float>(eps),
                  normed.data_ptr(), x.numel() / size, static_cast<int>(size));
    return normed;
}

void addScaled(torch::Tensor& x, const torch::Tensor& y, const torch::Tensor& scale) {
    const c10::cuda::CUDAGuard guard(x.device());
    const std::int64_t size = x.size(-1);
    addScaledRows(contextFor(y.scalar_type()), x.data_ptr<float>(), y.data_ptr(),
                  scale.defined() ? scale.data_ptr() : nullptr, x.numel() / size, static_cast<int>(size));
}

void swiGlu(torch::Tensor& gate, const torch::Tensor& up) {
    const c10::cuda::CUDAGuard guard(gate.device());
    swiGluRows(contextFor(gate.scalar_type()), gate.data_ptr(), up.data_ptr(), gate.numel());
}

torch::Tensor rotate(const torch::Tensor& x, const RotaryTable& table) {
    const c10::cuda::CUDAGuard guard(x.device());
    const torch::Tensor from = x.contiguous();
    torch::Tensor rotated = torch::empty(x.sizes(), x.options());
    rotateRows(contextFor(x.scalar_type()), from.data_ptr(), table.cos.data_ptr<float>(), table.sin.data_ptr<float>(),
               rotated.data_ptr(), x.size(0), static_cast<int>(x.size(1)), static_cast<int>(x.size(2)));
    return rotated;
}

bool supportsFlashAttention(const torch::Tensor& queries) {
    return queries.is_cuda() && queries.element_size() == 2 && queries.size(-1) % 8 == 0 && queries.size(-1) <= 256 &&
           at::cuda::getDeviceProperties(queries.device().index())->major >= 8;
}

torch::Tensor flashAttention(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values,
                             bool causal) {
    // Of this operator, as in torch.nn.attention.bias.causal_lower_right, is_causal aligns the last query with the last
    // key.
    const auto result = at::_scaled_dot_product_flash_attention(queries.transpose(1, 2), keys.transpose(1, 2),
                                                                values.transpose(1, 2), 0.0, causal);
    return std::get<0>(result).transpose(1, 2).contiguous();
}

}  // namespace fleming::inference::cuda
