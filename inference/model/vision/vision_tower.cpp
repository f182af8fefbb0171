#include "inference/model/vision/vision_tower.h"

#include "base/error.h"
#include "inference/model/layers/attention.h"
#include "inference/model/layers/layers.h"

namespace fleming::inference {

namespace {

torch::Tensor norm(const torch::Tensor& x, const NormWeights& weights, const VisionConfig& config) {
    return config.norm == NormType::layerNorm ? layerNorm(x, weights, config.normEps)
                                              : rmsNorm(x, weights.weight, config.normEps);
}

/// Returns the position embeddings for side x side patches, interpolated bicubically if the model was trained with
/// another size: float32 [1, 1 + side * side, H].
torch::Tensor positions(const VisionWeights& weights, const VisionConfig& config, std::int64_t side) {
    torch::Tensor all = weights.positionEmbedding.to(torch::kFloat32);  // [1, 1 + trained * trained, H]
    const std::int64_t trained = config.imageSize / config.patchSize;
    if (trained == side) return all;
    const torch::Tensor grid = all.narrow(1, 1, trained * trained)
                                   .reshape({1, trained, trained, config.hidden})
                                   .permute({0, 3, 1, 2});  // [1, H, trained, trained]
    const torch::Tensor resized =
        at::upsample_bicubic2d(grid, {side, side}, /*align_corners=*/false)  // [1, H, side, side]
            .reshape({1, config.hidden, side * side})
            .transpose(1, 2);
    return at::cat({all.narrow(1, 0, 1), resized}, 1);
}

/// Computes the patch embedding: pixels [N, 3, S, S] -> [N, p * p, H]. On CUDA it is a matmul: the patches do not
/// overlap, and the convolution of cuDNN computes float32 in TF32.
torch::Tensor embedPatches(const torch::Tensor& pixels, const LinearWeights& weights, const VisionConfig& config) {
    const std::int64_t images = pixels.size(0), patch = config.patchSize, side = pixels.size(3) / patch;
    if (pixels.is_cpu())
        return at::conv2d(pixels, weights.weight, weights.bias, {patch, patch}).flatten(2).transpose(1, 2);
    const torch::Tensor patches = pixels.reshape({images, 3, side, patch, side, patch})
                                      .permute({0, 2, 4, 1, 3, 5})
                                      .reshape({images, side * side, 3 * patch * patch});
    return at::linear(patches, weights.weight.flatten(1), weights.bias);
}

/// Computes the patch embedding with the class token and the position embeddings: pixels [N, 3, S, S] -> float32
/// [N, 1 + p * p, H].
torch::Tensor embed(const torch::Tensor& pixels, const VisionWeights& weights, const VisionConfig& config) {
    const std::int64_t images = pixels.size(0);
    const torch::Tensor sequence = embedPatches(pixels, weights.patchEmbedding, config);  // [N, p * p, H]
    const torch::Tensor classes = weights.classEmbedding.expand({images, 1, config.hidden});
    return at::cat({classes, sequence}, 1) + positions(weights, config, pixels.size(3) / config.patchSize);
}

/// Computes the self-attention of a layer: x [N, T, H] -> [N, T, H].
torch::Tensor attention(const torch::Tensor& x, const VisionLayerWeights& layer, const VisionConfig& config) {
    const auto parts = linear(x, layer.qkv).chunk(3, -1);  // 3 x [N, T, H]
    const auto normalized = [&](const torch::Tensor& part, const torch::Tensor& weight) {
        return config.qkNormalization ? rmsNorm(part, weight, config.normEps) : part;
    };
    const auto split = [&](const torch::Tensor& part) {  // [N, T, heads, d]
        return part.unflatten(-1, {config.heads, config.hidden / config.heads});
    };
    return linear(fullAttention(split(normalized(parts[0], layer.qNorm)), split(normalized(parts[1], layer.kNorm)),
                                split(parts[2])),
                  layer.proj);
}

/// Computes the MLP of a layer: x [N, T, H] -> [N, T, H].
torch::Tensor mlp(const torch::Tensor& x, const VisionLayerWeights& layer) {
    return linear(exactGelu(linear(x, layer.fc1)), layer.fc2);
}

/// Returns the number of layers to run. select_layer is an index of hidden_states in transformers: 0 means the
/// embeddings, k the output of the k-th layer, and -1 that of the last layer.
std::int64_t selectedLayerCount(const Config& config) {
    return config.selectLayer < 0 ? config.vision.layers + 1 + config.selectLayer : config.selectLayer;
}

}  // namespace

torch::Tensor visionTower(const torch::Tensor& pixels, const VisionWeights& weights, const Config& config,
                          const std::stop_token& stop) {
    torch::Tensor x = embed(pixels, weights, config.vision);  // float32 [N, 1 + p * p, H]
    const auto layers = static_cast<std::size_t>(selectedLayerCount(config));
    for (std::size_t i = 0; i < layers; ++i) {
        if (stop.stop_requested()) throw Cancelled();
        const VisionLayerWeights& layer = weights.layers[i];
        addScaled(x, attention(norm(x, layer.norm1, config.vision), layer, config.vision), layer.ls1);
        addScaled(x, mlp(norm(x, layer.norm2, config.vision), layer), layer.ls2);
    }
    return x.narrow(1, 1, x.size(1) - 1);
}

}  // namespace fleming::inference
