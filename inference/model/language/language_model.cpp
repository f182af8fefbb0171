#include "inference/model/language/language_model.h"

#include "base/error.h"
#include "inference/model/layers/attention.h"
#include "inference/model/layers/layers.h"
#include "inference/model/layers/rotary.h"

namespace fleming::inference {

namespace {

/// Computes the self-attention of a layer, x [T, D] -> [T, D], and adds the keys and values of the tokens to the cache.
torch::Tensor selfAttention(const torch::Tensor& x, std::size_t index, const LanguageLayerWeights& layer,
                            const RotaryTable& rotary, KvCache& cache, const LanguageConfig& config) {
    const std::int64_t tokens = x.size(0);
    const std::vector<torch::Tensor> projections = linearAll(x, {&layer.q, &layer.k, &layer.v});
    const torch::Tensor queries = projections[0].view({tokens, config.heads, config.headSize});
    const torch::Tensor keys = projections[1].view({tokens, config.kvHeads, config.headSize});
    const torch::Tensor values = projections[2].view({tokens, config.kvHeads, config.headSize});
    cache.write(index, rotate(keys, rotary), values);
    const std::int64_t length = cache.length() + tokens;
    return linear(causalAttention(rotate(queries, rotary), cache.keys(index, length), cache.values(index, length)),
                  layer.o);
}

/// Computes the SwiGLU MLP of a layer: x [T, D] -> [T, D].
torch::Tensor mlp(const torch::Tensor& x, const LanguageLayerWeights& layer) {
    const std::vector<torch::Tensor> projections = linearAll(x, {&layer.gate, &layer.up});
    return linear(swiGlu(projections[0], projections[1]), layer.down);
}

}  // namespace

torch::Tensor embedTokens(std::span<const std::int32_t> ids, const LanguageWeights& weights) {
    const torch::Tensor rows = torch::tensor(at::ArrayRef<std::int32_t>(ids.data(), ids.size()), torch::kInt64)
                                   .to(weights.embedTokens.device());
    return at::embedding(weights.embedTokens, rows);
}

torch::Tensor languageModel(const torch::Tensor& embeddings, KvCache& cache, std::int64_t sequenceLength,
                            const LanguageWeights& weights, const LanguageConfig& config, const std::stop_token& stop) {
    torch::Tensor x = embeddings.to(torch::kFloat32, /*non_blocking=*/false, /*copy=*/true);
    const std::int64_t tokens = x.size(0);
    RotaryTable rotary = rotaryTable(config, cache.length(), tokens, sequenceLength, x.device());
    for (std::size_t i = 0; i < weights.layers.size(); ++i) {
        if (stop.stop_requested()) throw Cancelled();
        const LanguageLayerWeights& layer = weights.layers[i];
        if (const torch::Device device = layer.inputNorm.weight.device(); device != x.device()) {
            x = x.to(device);
            rotary = {rotary.cos.to(device), rotary.sin.to(device)};
        }
        addScaled(x,
                  selfAttention(rmsNorm(x, layer.inputNorm.weight, config.normEps), i, layer, rotary, cache, config));
        addScaled(x, mlp(rmsNorm(x, layer.postAttentionNorm.weight, config.normEps), layer));
    }
    cache.advance(tokens);
    return x.to(embeddings.device());
}

torch::Tensor logits(const torch::Tensor& hidden, const LanguageWeights& weights, const LanguageConfig& config) {
    return linear(rmsNorm(hidden, weights.norm.weight, config.normEps), weights.lmHead).to(torch::kFloat32);
}

}  // namespace fleming::inference
