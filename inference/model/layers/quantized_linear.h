#pragma once

#include "inference/checkpoint/weights.h"
#include "inference/kernels/weight_matrix.h"

#include <torch/torch.h>

#include <algorithm>
#include <cstdint>

namespace fleming::inference {

/// Computes y = x W^T + bias with a quantized W [out, in] and a dense gemm of libtorch: x [T, in] -> y [T, out], of the
/// type of x. Dequantizes one slab of rows of at most `slabBytes` bytes (at least one panel) at a time.
/// `dequantize(first, last, dense)` writes the panels [first, last) of W to `dense` [rows, in].
template <typename Dequantize>
torch::Tensor linearBySlabs(const torch::Tensor& x, const LinearWeights& weights, std::int64_t slabBytes,
                            const Dequantize& dequantize) {
    const std::int64_t panels = panelCount(weights.out);
    const std::int64_t panelBytes = kPanelRows * weights.in * static_cast<std::int64_t>(x.element_size());
    const std::int64_t panelsPerSlab = std::clamp<std::int64_t>(slabBytes / panelBytes, 1, panels);
    torch::Tensor y = torch::empty({x.size(0), weights.out}, x.options());
    const torch::Tensor dense = torch::empty({panelsPerSlab * kPanelRows, weights.in}, x.options());
    for (std::int64_t first = 0; first < panels; first += panelsPerSlab) {
        const std::int64_t last = std::min(first + panelsPerSlab, panels);
        dequantize(first, last, dense);
        const std::int64_t row = first * kPanelRows, rows = std::min(last * kPanelRows, weights.out) - row;
        torch::Tensor part = y.narrow(1, row, rows);
        if (x.is_cuda()) {
            at::mm_out(part, x, dense.narrow(0, 0, rows).t());
        } else {
            part.copy_(at::linear(x, dense.narrow(0, 0, rows)));
        }
    }
    return weights.bias.defined() ? y.add_(weights.bias) : y;
}

}  // namespace fleming::inference
