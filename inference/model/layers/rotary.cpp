#include "inference/model/layers/rotary.h"

#include "inference/kernels/cpu/row_kernels.h"
#include "inference/model/layers/element_type.h"

#include <ATen/Parallel.h>

#include <cmath>
#include <type_traits>
#ifdef FLEMING_CUDA
#include "inference/model/layers/cuda_layers.h"
#endif

namespace fleming::inference {

bool usesNtkScaling(const LanguageConfig& config, std::int64_t length) {
    return config.dynamicNtkFactor > 0.0 && length > config.maxPositionEmbeddings;
}

double rotaryBase(const LanguageConfig& config, std::int64_t length) {
    if (!usesNtkScaling(config, length)) return config.ropeTheta;
    const auto factor = static_cast<float>(config.dynamicNtkFactor);
    const float ratio = factor * static_cast<float>(length) / static_cast<float>(config.maxPositionEmbeddings);
    const auto size = static_cast<double>(config.headSize);
    const auto exponent = static_cast<float>(size / (size - 2.0));
    return static_cast<float>(config.ropeTheta) * std::pow(ratio - (factor - 1.0F), exponent);
}

std::vector<float> rotaryFrequencies(const LanguageConfig& config, std::int64_t length) {
    const auto base = static_cast<float>(rotaryBase(config, length));
    std::vector<float> frequencies;
    for (std::int64_t i = 0; i < config.headSize; i += 2) {
        frequencies.push_back(1.0F / std::pow(base, static_cast<float>(i) / static_cast<float>(config.headSize)));
    }
    return frequencies;
}

RotaryTable rotaryTable(const LanguageConfig& config, std::int64_t first, std::int64_t count, std::int64_t length,
                        torch::Device device) {
    const auto options = torch::TensorOptions().dtype(torch::kFloat32);
    const torch::Tensor frequencies = torch::tensor(rotaryFrequencies(config, length), options);  // [d/2]
    const torch::Tensor positions = at::arange(first, first + count, options);                    // [T]
    const torch::Tensor angles = at::outer(positions, frequencies).unsqueeze(1);                  // [T, 1, d/2]
    return {angles.cos().to(device), angles.sin().to(device)};
}

namespace {

constexpr std::int64_t kGrainTokens = 16;  // grain size of at::parallel_for

torch::Tensor rotateOnCpu(const torch::Tensor& x, const RotaryTable& table) {
    const torch::Tensor from = x.contiguous();
    const std::int64_t tokens = x.size(0), heads = x.size(1), size = x.size(2);
    const auto *cos = dataPtr<float>(table.cos), *sin = dataPtr<float>(table.sin);
    torch::Tensor result = torch::empty(x.sizes(), x.options());
    dispatchElementType(result, [&](auto* to) {
        const auto* elements = dataPtr<std::remove_pointer_t<decltype(to)>>(from);
        at::parallel_for(0, tokens, kGrainTokens, [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t row = first * heads; row < last * heads; ++row) {
                const std::int64_t angle = row / heads * (size / 2);
                rotateRow(elements + row * size, cos + angle, sin + angle, size, to + row * size);
            }
        });
    });
    return result;
}

}  // namespace

torch::Tensor rotate(const torch::Tensor& x, const RotaryTable& table) {
    if (x.is_cpu()) return rotateOnCpu(x, table);
#ifdef FLEMING_CUDA
    if (x.is_cuda()) return cuda::rotate(x, table);
#endif
    const std::int64_t half = x.size(-1) / 2;
    const torch::Tensor wide = x.to(torch::kFloat32);
    const torch::Tensor low = wide.narrow(-1, 0, half);      // [T, heads, d/2]
    const torch::Tensor high = wide.narrow(-1, half, half);  // [T, heads, d/2]
    return at::cat({low * table.cos - high * table.sin, high * table.cos + low * table.sin}, -1).to(x.scalar_type());
}

}  // namespace fleming::inference
