#include "inference/model/cuda_layers.h"

#include "inference/model/cuda_numbers.h"

#include <ATen/cuda/CUDAContext.h>

#include <algorithm>
#include <c10/cuda/CUDAGuard.h>
#include <cstdint>

namespace fleming::inference {

namespace {

constexpr std::int64_t kFewRows = 8;
constexpr std::int64_t kPlainBytes = std::int64_t{64} << 20;

}  // namespace

torch::Tensor linearQuantizedOnCuda(const torch::Tensor& input, const LinearWeights& weights) {
    const c10::cuda::CUDAGuard guard(input.device());
    const torch::Tensor x = input.contiguous();
    const cuda::Queue queue{numberOf(x.scalar_type()), at::cuda::getCurrentCUDAStream()};
    const cuda::Matrix matrix = matrixOf(weights);
    torch::Tensor y = torch::empty({x.size(0), weights.out}, x.options());
    if (x.size(0) <= kFewRows) {
        cuda::multiply(queue, {productOf(weights, y)}, x.data_ptr(), false, static_cast<int>(x.size(0)));
        return y;
    }
    const std::int64_t stripBytes = kStripRows * weights.in * static_cast<std::int64_t>(x.element_size());
    const std::int64_t stripsAtOnce = std::clamp<std::int64_t>(kPlainBytes / stripBytes, 1, stripsOf(weights.out));
    const torch::Tensor plain = torch::empty({stripsAtOnce * kStripRows, weights.in}, x.options());
    for (std::int64_t first = 0; first < stripsOf(weights.out); first += stripsAtOnce) {
        const std::int64_t last = std::min(first + stripsAtOnce, stripsOf(weights.out));
        cuda::dequantize(queue, matrix, first, last, plain.data_ptr());
        const std::int64_t row = first * kStripRows, rows = std::min(last * kStripRows, weights.out) - row;
        y.narrow(1, row, rows).copy_(at::linear(x, plain.narrow(0, 0, rows)));
    }
    return weights.bias.defined() ? y.add_(weights.bias) : y;
}

}  // namespace fleming::inference
