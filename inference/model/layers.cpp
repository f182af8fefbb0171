#include "inference/model/layers.h"

namespace fleming::inference {

torch::Tensor linear(const torch::Tensor& x, const LinearWeights& weights) {
    if (x.dim() == 2 && x.size(0) == 1) {
        const torch::Tensor row = x.select(0, 0);  // [in]
        const torch::Tensor y = weights.bias.defined() ? at::addmv(weights.bias, weights.weight, row)
                                                       : at::mv(weights.weight, row);
        return y.unsqueeze(0);  // [1, out]
    }
    return at::linear(x, weights.weight, weights.bias);
}

torch::Tensor layerNorm(const torch::Tensor& x, const NormWeights& weights, double eps) {
    const torch::Tensor wide = x.to(torch::kFloat32);
    return at::layer_norm(wide, {x.size(-1)}, weights.weight.to(torch::kFloat32), weights.bias.to(torch::kFloat32), eps)
        .to(weights.weight.scalar_type());
}

torch::Tensor rmsNorm(const torch::Tensor& x, const torch::Tensor& weight, double eps) {
    const torch::Tensor wide = x.to(torch::kFloat32);
    const torch::Tensor scale = at::rsqrt(wide.square().mean(-1, /*keepdim=*/true).add_(eps));
    return (wide * scale).mul_(weight).to(weight.scalar_type());
}

}  // namespace fleming::inference
