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
    return at::layer_norm(x, {x.size(-1)}, weights.weight, weights.bias, eps);
}

torch::Tensor rmsNorm(const torch::Tensor& x, const torch::Tensor& weight, double eps) {
    const torch::Tensor wide = x.to(torch::kFloat32);
    const torch::Tensor scale = at::rsqrt(wide.square().mean(-1, /*keepdim=*/true).add_(eps));
    return (wide * scale).to(x.scalar_type()).mul_(weight);
}

}  // namespace fleming::inference
