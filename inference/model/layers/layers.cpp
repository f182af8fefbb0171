#include "inference/model/layers/layers.h"

#include "inference/kernels/cpu/row_kernels.h"
#include "inference/kernels/quantize.h"
#include "inference/model/layers/amx_layers.h"
#include "inference/model/layers/element_type.h"
#include "inference/model/layers/quantized_linear.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <type_traits>
#ifdef FLEMING_CUDA
#include "inference/model/layers/cuda_layers.h"
#endif

namespace fleming::inference {

namespace {

/// Grain size of at::parallel_for for element-wise and row-wise work.
constexpr std::int64_t kGrainElements = 16384;

/// Calls work(elements, first, count) in parallel for chunks of x, float32 or bfloat16 on the CPU. `elements` points to
/// element `first`.
template <typename Work>
void forChunks(const torch::Tensor& x, const Work& work) {
    dispatchElementType(x, [&](auto* elements) {
        at::parallel_for(0, x.numel(), kGrainElements,
                         [&](std::int64_t first, std::int64_t last) { work(elements + first, first, last - first); });
    });
}

/// Calls work(offset of the row, in elements) in parallel for each of `count` rows of `size` elements.
template <typename Work>
void forRows(std::int64_t count, std::int64_t size, const Work& work) {
    at::parallel_for(0, count, std::max<std::int64_t>(1, kGrainElements / size),
                     [&](std::int64_t first, std::int64_t last) {
                         for (std::int64_t at = first * size; at < last * size; at += size)
                             work(at);
                     });
}

/// Calls norm(row, y) in parallel for each row of x, float32 on the CPU. y is the row of the result, which has the type
/// of `like`.
template <typename Norm>
torch::Tensor normalizeRows(const torch::Tensor& x, const torch::Tensor& like, const Norm& norm) {
    const torch::Tensor rows = x.contiguous();
    const std::int64_t size = x.size(-1);
    torch::Tensor result = torch::empty(x.sizes(), like.options());
    dispatchElementType(result, [&, from = dataPtr<float>(rows)](auto* to) {
        forRows(x.numel() / size, size, [&](std::int64_t at) { norm(from + at, to + at); });
    });
    return result;
}

/// Bytes of a dequantized slab of rows, which stays in the cache for the gemm.
constexpr std::int64_t kSlabBytes = std::int64_t{4} << 20;

torch::Tensor quantizedLinear(const torch::Tensor& x, const LinearWeights& weights) {
    const WeightMatrix matrix = weights.matrix();
    return linearBySlabs(
        x, weights, kSlabBytes, [&](std::int64_t first, std::int64_t last, const torch::Tensor& dense) {
            at::parallel_for(first, last, 1, [&](std::int64_t begin, std::int64_t end) {
                const std::int64_t offset = (begin - first) * kPanelRows * matrix.columns;
                dispatchElementType(dense, [&](auto* elements) { dequantize(matrix, begin, end, elements + offset); });
            });
        });
}

}  // namespace

std::vector<torch::Tensor> linearAll(const torch::Tensor& x, const std::vector<const LinearWeights*>& matrices) {
    if (usesAmx(x)) return amxLinear(x, matrices);
    std::vector<torch::Tensor> results;
    for (const LinearWeights* weights : matrices)
        results.push_back(linear(x, *weights));
    return results;
}

torch::Tensor linear(const torch::Tensor& x, const LinearWeights& weights) {
    if (usesAmx(x)) return amxLinear(x, {&weights}).front();
#ifdef FLEMING_CUDA
    if (isQuantized(weights.type()) && x.is_cuda()) return cuda::quantizedLinear(x, weights);
#endif
    if (isQuantized(weights.type())) return quantizedLinear(x, weights);
    if (x.dim() == 2 && x.size(0) == 1) {
        const torch::Tensor row = x.select(0, 0);  // [in]
        const torch::Tensor y =
            weights.bias.defined() ? at::addmv(weights.bias, weights.weight, row) : at::mv(weights.weight, row);
        return y.unsqueeze(0);  // [1, out]
    }
    return at::linear(x, weights.weight, weights.bias);
}

torch::Tensor swiGlu(torch::Tensor gate, const torch::Tensor& up) {
#ifdef FLEMING_CUDA
    if (gate.is_cuda() && gate.is_contiguous() && up.is_contiguous()) return cuda::swiGlu(gate, up), gate;
#endif
    if (!gate.is_cpu() || !gate.is_contiguous() || !up.is_contiguous()) return at::silu_(gate).mul_(up);
    forChunks(gate, [&](auto* elements, std::int64_t first, std::int64_t count) {
        swiGluRow(elements, dataPtr<std::remove_pointer_t<decltype(elements)>>(up) + first, count, elements);
    });
    return gate;
}

void addScaled(torch::Tensor& x, const torch::Tensor& y, const torch::Tensor& scale) {
#ifdef FLEMING_CUDA
    if (x.is_cuda() && x.is_contiguous() && y.is_contiguous()) return cuda::addScaled(x, y, scale);
#endif
    if (!x.is_cpu() || !x.is_contiguous() || !y.is_contiguous()) {
        scale.defined() ? x.addcmul_(y.to(torch::kFloat32), scale.to(torch::kFloat32)) : x.add_(y);
        return;
    }
    const std::int64_t size = x.size(-1);
    dispatchElementType(y, [&](const auto* elements) {
        using Element = std::remove_const_t<std::remove_pointer_t<decltype(elements)>>;
        const Element* factors = scale.defined() ? dataPtr<Element>(scale) : nullptr;
        forRows(x.numel() / size, size, [&, sums = dataPtr<float>(x)](std::int64_t at) {
            addScaledRow(sums + at, elements + at, factors, size);
        });
    });
}

torch::Tensor exactGelu(torch::Tensor x) {
    if (!x.is_cpu() || !x.is_contiguous()) return at::gelu(x);
    forChunks(x, [](auto* elements, std::int64_t, std::int64_t count) { geluRow(elements, count); });
    return x;
}

torch::Tensor layerNorm(const torch::Tensor& x, const NormWeights& weights, double eps) {
    const torch::Tensor &weight = weights.weight, &bias = weights.bias;
#ifdef FLEMING_CUDA
    if (cuda::supportsNormalize(x)) return cuda::normalize(x, weight, bias, eps);
#endif
    const torch::Tensor wide = x.to(torch::kFloat32);
    if (!x.is_cpu()) {
        return at::layer_norm(wide, {x.size(-1)}, weight.to(torch::kFloat32), bias.to(torch::kFloat32), eps)
            .to(weight.scalar_type());
    }
    return normalizeRows(wide, weight, [&](const float* row, auto* y) {
        using Element = std::remove_pointer_t<decltype(y)>;
        layerNormRow(row, dataPtr<Element>(weight), dataPtr<Element>(bias), static_cast<float>(eps), x.size(-1), y);
    });
}

torch::Tensor rmsNorm(const torch::Tensor& x, const torch::Tensor& weight, double eps) {
#ifdef FLEMING_CUDA
    if (cuda::supportsNormalize(x)) return cuda::normalize(x, weight, {}, eps);
#endif
    const torch::Tensor wide = x.to(torch::kFloat32);
    if (!x.is_cpu()) {
        const torch::Tensor scale = at::rsqrt(wide.square().mean(-1, /*keepdim=*/true).add_(eps));
        return (wide * scale).mul_(weight).to(weight.scalar_type());
    }
    return normalizeRows(wide, weight, [&](const float* row, auto* y) {
        using Element = std::remove_pointer_t<decltype(y)>;
        rmsNormRow(row, dataPtr<Element>(weight), static_cast<float>(eps), x.size(-1), y);
    });
}

}  // namespace fleming::inference
