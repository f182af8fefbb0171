#include "inference/model/vision/projector.h"

#include "inference/model/layers/layers.h"

#include <cmath>

namespace fleming::inference {

namespace {

constexpr double kProjectorNormEps = 1e-5;  // the default of nn.LayerNorm; not in config.json

}  // namespace

torch::Tensor pixelShuffle(const torch::Tensor& patches, const Config& config) {
    const std::int64_t images = patches.size(0), channels = patches.size(2);
    const std::int64_t side = config.patchesPerSide();
    const auto fold = static_cast<std::int64_t>(std::llround(1.0 / config.downsampleRatio));
    const torch::Tensor folded = patches.reshape({images, side, side / fold, channels * fold})
                                     .transpose(1, 2)
                                     .reshape({images, side / fold, side / fold, channels * fold * fold});
    const torch::Tensor ordered = config.pixelShuffleV2 ? folded.transpose(1, 2) : folded;
    return ordered.reshape({images, (side / fold) * (side / fold), channels * fold * fold});
}

torch::Tensor projector(const torch::Tensor& patches, const ProjectorWeights& weights, const Config& config) {
    const torch::Tensor x = layerNorm(pixelShuffle(patches, config), weights.norm, kProjectorNormEps);  // [N, n, S]
    return linear(exactGelu(linear(x, weights.fc1)), weights.fc2);                                      // [N, n, D]
}

}  // namespace fleming::inference
