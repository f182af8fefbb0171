#pragma once

#include "inference/checkpoint/weights.h"
#include "inference/kernels/cuda/launch.h"

#include <torch/torch.h>

namespace fleming::inference {

/// Converts a scalar type of libtorch to the element type of the CUDA kernels. `type`: float32, float16 or bfloat16.
inline cuda::ElementType toElementType(torch::ScalarType type) {
    return type == torch::kFloat32 ? cuda::ElementType::float32
           : type == torch::kHalf  ? cuda::ElementType::float16
                                   : cuda::ElementType::bfloat16;
}

/// Returns a non-owning view of the weight matrix.
inline cuda::Matrix toMatrix(const LinearWeights& weights) {
    return {weights.type(), weights.weight.data_ptr(), static_cast<int>(weights.out), static_cast<int>(weights.in)};
}

/// Returns the operands of y = W x + bias.
inline cuda::Gemv toGemv(const LinearWeights& weights, const torch::Tensor& y) {
    return {toMatrix(weights), weights.bias.defined() ? weights.bias.data_ptr() : nullptr, y.data_ptr()};
}

}  // namespace fleming::inference
