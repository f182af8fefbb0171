#include "inference/model/rotary.h"

#include <cmath>

namespace fleming::inference {

bool stretchesRotary(const LanguageConfig& config, std::int64_t length) {
    return config.dynamicNtkFactor > 0.0 && length > config.maxPositionEmbeddings;
}

double rotaryBase(const LanguageConfig& config, std::int64_t length) {
    if (!stretchesRotary(config, length)) return config.ropeTheta;
    const auto factor = static_cast<float>(config.dynamicNtkFactor);
    const float ratio = factor * static_cast<float>(length) / static_cast<float>(config.maxPositionEmbeddings);
    const auto size = static_cast<double>(config.headSize);
    const auto exponent = static_cast<float>(size / (size - 2.0));
    return static_cast<float>(config.ropeTheta) * std::pow(ratio - (factor - 1.0F), exponent);
}

RotaryTable rotaryTable(const LanguageConfig& config, std::int64_t first, std::int64_t count, std::int64_t length,
                        torch::Device device) {
    const auto options = torch::TensorOptions().dtype(torch::kFloat32);
    const torch::Tensor exponents = at::arange(0, config.headSize, 2, options) / static_cast<double>(config.headSize);
    const torch::Tensor frequencies = at::reciprocal(at::pow(rotaryBase(config, length), exponents));  // [d/2]
    const torch::Tensor positions = at::arange(first, first + count, options);                         // [T]
    const torch::Tensor angles = at::outer(positions, frequencies).unsqueeze(1);                       // [T, 1, d/2]
    return {angles.cos().to(device), angles.sin().to(device)};
}

torch::Tensor rotate(const torch::Tensor& x, const RotaryTable& table) {
    const std::int64_t half = x.size(-1) / 2;
    const torch::Tensor wide = x.to(torch::kFloat32);
    const torch::Tensor low = wide.narrow(-1, 0, half);      // [T, heads, d/2]
    const torch::Tensor high = wide.narrow(-1, half, half);  // [T, heads, d/2]
    return at::cat({low * table.cos - high * table.sin, high * table.cos + low * table.sin}, -1).to(x.scalar_type());
}

}  // namespace fleming::inference
