#pragma once

#include "inference/checkpoint/weights.h"

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace fleming::inference {

/// Calls visit(tensor, name, shape) for every tensor that `config` requires: a reference to its member of `weights`,
/// its published name and its shape. Resizes the lists of layers first. This is the only list of a checkpoint's
/// tensors: validating, loading and generating weights all use it.
template <typename Visit>
void forEachTensor(const Config& config, Weights& weights, const Visit& visit);

// --------------------------------------------------------------------------------------------------------------------

namespace tensor_map {

using Shape = std::vector<std::int64_t>;

template <typename Visit>
void linear(LinearWeights& weights, const std::string& name, std::int64_t out, std::int64_t in, bool bias,
            const Visit& visit) {
    weights.out = out;
    weights.in = in;
    visit(weights.weight, name + ".weight", Shape{out, in});
    if (bias) visit(weights.bias, name + ".bias", Shape{out});
}

template <typename Visit>
void norm(NormWeights& weights, const std::string& name, std::int64_t size, NormType type, const Visit& visit) {
    visit(weights.weight, name + ".weight", Shape{size});
    if (type == NormType::layerNorm) visit(weights.bias, name + ".bias", Shape{size});
}

template <typename Visit>
void vision(const VisionConfig& c, VisionWeights& w, const Visit& visit) {
    const std::int64_t side = c.imageSize / c.patchSize;
    const std::string embeddings = "vision_model.embeddings.";
    visit(w.classEmbedding, embeddings + "class_embedding", Shape{1, 1, c.hidden});
    visit(w.patchEmbedding.weight, embeddings + "patch_embedding.weight", Shape{c.hidden, 3, c.patchSize, c.patchSize});
    visit(w.patchEmbedding.bias, embeddings + "patch_embedding.bias", Shape{c.hidden});
    visit(w.positionEmbedding, embeddings + "position_embedding", Shape{1, 1 + side * side, c.hidden});
    w.layers.resize(static_cast<std::size_t>(c.layers));
    for (std::size_t i = 0; i < w.layers.size(); ++i) {
        VisionLayerWeights& layer = w.layers[i];
        const std::string name = "vision_model.encoder.layers." + std::to_string(i) + ".";
        norm(layer.norm1, name + "norm1", c.hidden, c.norm, visit);
        norm(layer.norm2, name + "norm2", c.hidden, c.norm, visit);
        linear(layer.qkv, name + "attn.qkv", 3 * c.hidden, c.hidden, c.qkvBias, visit);
        if (c.qkNormalization) {
            visit(layer.qNorm, name + "attn.q_norm.weight", Shape{c.hidden});
            visit(layer.kNorm, name + "attn.k_norm.weight", Shape{c.hidden});
        }
        linear(layer.proj, name + "attn.proj", c.hidden, c.hidden, true, visit);
        linear(layer.fc1, name + "mlp.fc1", c.mlp, c.hidden, true, visit);
        linear(layer.fc2, name + "mlp.fc2", c.hidden, c.mlp, true, visit);
        visit(layer.ls1, name + "ls1", Shape{c.hidden});
        visit(layer.ls2, name + "ls2", Shape{c.hidden});
    }
}

template <typename Visit>
void language(const LanguageConfig& c, LanguageWeights& w, const Visit& visit) {
    const std::int64_t queries = c.heads * c.headSize;
    const std::int64_t keys = c.kvHeads * c.headSize;
    visit(w.embedTokens, "language_model.model.embed_tokens.weight", Shape{c.vocabulary, c.hidden});
    w.layers.resize(static_cast<std::size_t>(c.layers));
    for (std::size_t i = 0; i < w.layers.size(); ++i) {
        LanguageLayerWeights& layer = w.layers[i];
        const std::string name = "language_model.model.layers." + std::to_string(i) + ".";
        norm(layer.inputNorm, name + "input_layernorm", c.hidden, NormType::rmsNorm, visit);
        linear(layer.q, name + "self_attn.q_proj", queries, c.hidden, true, visit);
        linear(layer.k, name + "self_attn.k_proj", keys, c.hidden, true, visit);
        linear(layer.v, name + "self_attn.v_proj", keys, c.hidden, true, visit);
        linear(layer.o, name + "self_attn.o_proj", c.hidden, queries, false, visit);
        norm(layer.postAttentionNorm, name + "post_attention_layernorm", c.hidden, NormType::rmsNorm, visit);
        linear(layer.gate, name + "mlp.gate_proj", c.mlp, c.hidden, false, visit);
        linear(layer.up, name + "mlp.up_proj", c.mlp, c.hidden, false, visit);
        linear(layer.down, name + "mlp.down_proj", c.hidden, c.mlp, false, visit);
    }
    norm(w.norm, "language_model.model.norm", c.hidden, NormType::rmsNorm, visit);
    linear(w.lmHead, "language_model.lm_head", c.vocabulary, c.hidden, false, visit);
}

}  // namespace tensor_map

template <typename Visit>
void forEachTensor(const Config& config, Weights& weights, const Visit& visit) {
    const std::int64_t factor = std::llround(1.0 / config.downsampleRatio);
    const std::int64_t shuffled = config.vision.hidden * factor * factor;
    tensor_map::vision(config.vision, weights.vision, visit);
    tensor_map::norm(weights.projector.norm, "mlp1.0", shuffled, NormType::layerNorm, visit);
    tensor_map::linear(weights.projector.fc1, "mlp1.1", config.language.hidden, shuffled, true, visit);
    tensor_map::linear(weights.projector.fc2, "mlp1.3", config.language.hidden, config.language.hidden, true, visit);
    tensor_map::language(config.language, weights.language, visit);
}

}  // namespace fleming::inference
