#pragma once

#include "inference/checkpoint/weights.h"
#include "inference/kernels/cuda/launch.h"

#include <torch/torch.h>

namespace fleming::inference {

inline cuda::Number numberOf(torch::ScalarType type) {
    return type == torch::kFloat32 ? cuda::Number::float32
           : type == torch::kHalf  ? cuda::Number::float16
                                   : cuda::Number::bfloat16;
}

inline cuda::Matrix matrixOf(const LinearWeights& weights) {
    return {weights.type(), weights.weight.data_ptr(), static_cast<int>(weights.out), static_cast<int>(weights.in)};
}

/// The product of these weights, which becomes y.
inline cuda::Product productOf(const LinearWeights& weights, const torch::Tensor& y) {
    return {matrixOf(weights), weights.bias.defined() ? weights.bias.data_ptr() : nullptr, y.data_ptr()};
}

}  // namespace fleming::inference
