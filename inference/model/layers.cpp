#include "inference/model/layers.h"

#include <algorithm>

#include <ATen/Parallel.h>

#include "inference/kernels/cpu/rows.h"
#include "inference/kernels/quantize.h"
#ifdef FLEMING_CUDA
#include "inference/model/cuda_layers.h"
#endif

namespace fleming::inference {

namespace {

/// Numbers that a thread takes at once of what is done number by number, or row by row.
constexpr std::int64_t kPiece = 16384;

bool isBfloat16(const torch::Tensor& x) {
    return x.scalar_type() == torch::kBFloat16;
}

Bfloat16* bfloat16s(const torch::Tensor& x) {
    return static_cast<Bfloat16*>(x.data_ptr());
}

/// Rows of a quantised matrix that are made plain at once: few enough to be found in the cache again by the product.
constexpr std::int64_t kPlainBytes = std::int64_t{4} << 20;

/// x [T, in] times a quantised matrix on the CPU, some rows of it after another as plain numbers of x's type.
torch::Tensor linearQuantized(const torch::Tensor& x, const LinearWeights& weights) {
    const WeightMatrix matrix = weights.matrix();
    const std::int64_t stripBytes = kStripRows * matrix.columns * static_cast<std::int64_t>(x.element_size());
    const std::int64_t stripsAtOnce = std::max<std::int64_t>(1, kPlainBytes / stripBytes);
    torch::Tensor y = torch::empty({x.size(0), matrix.rows}, x.options());
    torch::Tensor plain = torch::empty({stripsAtOnce * kStripRows, matrix.columns}, x.options());
    for (std::int64_t first = 0; first < stripsOf(matrix.rows); first += stripsAtOnce) {
        const std::int64_t last = std::min(first + stripsAtOnce, stripsOf(matrix.rows));
        at::parallel_for(first, last, 1, [&](std::int64_t begin, std::int64_t end) {
            const std::int64_t at = (begin - first) * kStripRows * matrix.columns;
            if (isBfloat16(x)) {
                dequantize(matrix, begin, end, bfloat16s(plain) + at);
            } else {
                dequantize(matrix, begin, end, plain.data_ptr<float>() + at);
            }
        });
        const std::int64_t row = first * kStripRows, rows = std::min(last * kStripRows, matrix.rows) - row;
        y.narrow(1, row, rows).copy_(at::linear(x, plain.narrow(0, 0, rows)));
    }
    return weights.bias.defined() ? y.add_(weights.bias) : y;
}

}  // namespace

torch::Tensor linear(const torch::Tensor& x, const LinearWeights& weights) {
#ifdef FLEMING_CUDA
    if (isQuantized(weights.type()) && x.is_cuda()) return linearQuantizedOnCuda(x, weights);
#endif
    if (isQuantized(weights.type())) return linearQuantized(x, weights);
    if (x.dim() == 2 && x.size(0) == 1) {
        const torch::Tensor row = x.select(0, 0);  // [in]
        const torch::Tensor y = weights.bias.defined() ? at::addmv(weights.bias, weights.weight, row)
                                                       : at::mv(weights.weight, row);
        return y.unsqueeze(0);  // [1, out]
    }
    return at::linear(x, weights.weight, weights.bias);
}

torch::Tensor swiGlu(torch::Tensor gate, const torch::Tensor& up) {
    if (!gate.is_cpu() || !gate.is_contiguous() || !up.is_contiguous()) return at::silu_(gate).mul_(up);
    at::parallel_for(0, gate.numel(), kPiece, [&](std::int64_t first, std::int64_t last) {
        if (isBfloat16(gate)) {
            swiGluRow(bfloat16s(gate) + first, bfloat16s(up) + first, last - first, bfloat16s(gate) + first);
        } else {
            float* numbers = gate.data_ptr<float>() + first;
            swiGluRow(numbers, up.data_ptr<float>() + first, last - first, numbers);
        }
    });
    return gate;
}

torch::Tensor exactGelu(torch::Tensor x) {
    if (!x.is_cpu() || !x.is_contiguous()) return at::gelu(x);
    at::parallel_for(0, x.numel(), kPiece, [&](std::int64_t first, std::int64_t last) {
        if (isBfloat16(x)) {
            geluRow(bfloat16s(x) + first, last - first);
        } else {
            geluRow(x.data_ptr<float>() + first, last - first);
        }
    });
    return x;
}

torch::Tensor layerNorm(const torch::Tensor& x, const NormWeights& weights, double eps) {
    const torch::Tensor wide = x.to(torch::kFloat32);
    return at::layer_norm(wide, {x.size(-1)}, weights.weight.to(torch::kFloat32), weights.bias.to(torch::kFloat32), eps)
        .to(weights.weight.scalar_type());
}

torch::Tensor rmsNorm(const torch::Tensor& x, const torch::Tensor& weight, double eps) {
    const torch::Tensor wide = x.to(torch::kFloat32).contiguous();
    if (!x.is_cpu()) {
        const torch::Tensor scale = at::rsqrt(wide.square().mean(-1, /*keepdim=*/true).add_(eps));
        return (wide * scale).mul_(weight).to(weight.scalar_type());
    }
    const std::int64_t size = x.size(-1), rowsAtOnce = std::max<std::int64_t>(1, kPiece / size);
    const auto narrowEps = static_cast<float>(eps);
    torch::Tensor y = torch::empty(x.sizes(), weight.options());
    at::parallel_for(0, x.numel() / size, rowsAtOnce, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t at = first * size; at < last * size; at += size) {
            const float* row = wide.data_ptr<float>() + at;
            if (isBfloat16(y)) {
                rmsNormRow(row, bfloat16s(weight), narrowEps, size, bfloat16s(y) + at);
            } else {
                rmsNormRow(row, weight.data_ptr<float>(), narrowEps, size, y.data_ptr<float>() + at);
            }
        }
    });
    return y;
}

}  // namespace fleming::inference
