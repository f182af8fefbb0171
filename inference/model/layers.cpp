#include "inference/model/layers.h"

#include "inference/kernels/cpu/rows.h"
#include "inference/kernels/quantize.h"
#include "inference/model/in_tiles.h"
#include "inference/model/numbers.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <type_traits>
#ifdef FLEMING_CUDA
#include "inference/model/cuda_layers.h"
#endif

namespace fleming::inference {

namespace {

/// Numbers that a thread takes at once of what is done number by number, or row by row.
constexpr std::int64_t kPiece = 16384;

/// Calls work(numbers, first, count) with pieces of x, float32 or bfloat16 on the CPU, by all threads.
template <typename Work>
void forPieces(const torch::Tensor& x, const Work& work) {
    withNumbers(x, [&](auto* numbers) {
        at::parallel_for(0, x.numel(), kPiece,
                         [&](std::int64_t first, std::int64_t last) { work(numbers + first, first, last - first); });
    });
}

/// Calls work(first number's place) for each of `count` rows of `size` numbers, by all threads.
template <typename Work>
void forRows(std::int64_t count, std::int64_t size, const Work& work) {
    at::parallel_for(0, count, std::max<std::int64_t>(1, kPiece / size), [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t at = first * size; at < last * size; at += size)
            work(at);
    });
}

/// Calls norm(row, y) for each row of x, float32 on the CPU; y is a row of the result, in the type of `like`.
template <typename Norm>
torch::Tensor normalisedRows(const torch::Tensor& x, const torch::Tensor& like, const Norm& norm) {
    const torch::Tensor rows = x.contiguous();
    const std::int64_t size = x.size(-1);
    torch::Tensor result = torch::empty(x.sizes(), like.options());
    withNumbers(result, [&, from = numbersOf<float>(rows)](auto* to) {
        forRows(x.numel() / size, size, [&](std::int64_t at) { norm(from + at, to + at); });
    });
    return result;
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
            withNumbers(plain, [&](auto* numbers) { dequantize(matrix, begin, end, numbers + at); });
        });
        const std::int64_t row = first * kStripRows, rows = std::min(last * kStripRows, matrix.rows) - row;
        y.narrow(1, row, rows).copy_(at::linear(x, plain.narrow(0, 0, rows)));
    }
    return weights.bias.defined() ? y.add_(weights.bias) : y;
}

}  // namespace

std::vector<torch::Tensor> linearTogether(const torch::Tensor& x, const std::vector<const LinearWeights*>& matrices) {
    if (goesInTiles(x)) return linearInTiles(x, matrices);
    std::vector<torch::Tensor> results;
    for (const LinearWeights* weights : matrices)
        results.push_back(linear(x, *weights));
    return results;
}

torch::Tensor linear(const torch::Tensor& x, const LinearWeights& weights) {
    if (goesInTiles(x)) return linearInTiles(x, {&weights}).front();
#ifdef FLEMING_CUDA
    if (isQuantized(weights.type()) && x.is_cuda()) return linearQuantizedOnCuda(x, weights);
#endif
    if (isQuantized(weights.type())) return linearQuantized(x, weights);
    if (x.dim() == 2 && x.size(0) == 1) {
        const torch::Tensor row = x.select(0, 0);  // [in]
        const torch::Tensor y =
            weights.bias.defined() ? at::addmv(weights.bias, weights.weight, row) : at::mv(weights.weight, row);
        return y.unsqueeze(0);  // [1, out]
    }
    return at::linear(x, weights.weight, weights.bias);
}

torch::Tensor swiGlu(torch::Tensor gate, const torch::Tensor& up) {
    if (!gate.is_cpu() || !gate.is_contiguous() || !up.is_contiguous()) return at::silu_(gate).mul_(up);
    forPieces(gate, [&](auto* numbers, std::int64_t first, std::int64_t count) {
        swiGluRow(numbers, numbersOf<std::remove_pointer_t<decltype(numbers)>>(up) + first, count, numbers);
    });
    return gate;
}

void addScaled(torch::Tensor& x, const torch::Tensor& y, const torch::Tensor& scale) {
    if (!x.is_cpu() || !x.is_contiguous() || !y.is_contiguous()) {
        scale.defined() ? x.addcmul_(y.to(torch::kFloat32), scale.to(torch::kFloat32)) : x.add_(y);
        return;
    }
    const std::int64_t size = x.size(-1);
    withNumbers(y, [&](const auto* numbers) {
        using Number = std::remove_const_t<std::remove_pointer_t<decltype(numbers)>>;
        const Number* factors = scale.defined() ? numbersOf<Number>(scale) : nullptr;
        forRows(x.numel() / size, size, [&, sums = numbersOf<float>(x)](std::int64_t at) {
            addScaledRow(sums + at, numbers + at, factors, size);
        });
    });
}

torch::Tensor exactGelu(torch::Tensor x) {
    if (!x.is_cpu() || !x.is_contiguous()) return at::gelu(x);
    forPieces(x, [](auto* numbers, std::int64_t, std::int64_t count) { geluRow(numbers, count); });
    return x;
}

torch::Tensor layerNorm(const torch::Tensor& x, const NormWeights& weights, double eps) {
    const torch::Tensor &weight = weights.weight, &bias = weights.bias;
    const torch::Tensor wide = x.to(torch::kFloat32);
    if (!x.is_cpu()) {
        return at::layer_norm(wide, {x.size(-1)}, weight.to(torch::kFloat32), bias.to(torch::kFloat32), eps)
            .to(weight.scalar_type());
    }
    return normalisedRows(wide, weight, [&](const float* row, auto* y) {
        using Number = std::remove_pointer_t<decltype(y)>;
        layerNormRow(row, numbersOf<Number>(weight), numbersOf<Number>(bias), static_cast<float>(eps), x.size(-1), y);
    });
}

torch::Tensor rmsNorm(const torch::Tensor& x, const torch::Tensor& weight, double eps) {
    const torch::Tensor wide = x.to(torch::kFloat32);
    if (!x.is_cpu()) {
        const torch::Tensor scale = at::rsqrt(wide.square().mean(-1, /*keepdim=*/true).add_(eps));
        return (wide * scale).mul_(weight).to(weight.scalar_type());
    }
    return normalisedRows(wide, weight, [&](const float* row, auto* y) {
        using Number = std::remove_pointer_t<decltype(y)>;
        rmsNormRow(row, numbersOf<Number>(weight), static_cast<float>(eps), x.size(-1), y);
    });
}

}  // namespace fleming::inference
