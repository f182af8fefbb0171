#pragma once

#include "inference/checkpoint/config.h"
#include "inference/checkpoint/safetensors.h"
#include "inference/kernels/weight_matrix.h"
#include "inference/types.h"

#include <torch/torch.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace fleming::inference {

/// y = x W^T + b.
struct LinearWeights {
    torch::Tensor weight;  // [out, in]; of quantised weights their blocks instead (see quantized_tensor.h)
    torch::Tensor bias;    // [out], or undefined
    std::int64_t out = 0, in = 0;

    WeightType type() const;
    /// The weight where it lies, on the CPU.
    WeightMatrix matrix() const;
};

/// weight [H]; bias [H] or undefined (RMSNorm).
struct NormWeights {
    torch::Tensor weight, bias;
};

/// One InternViT layer; H hidden, M mlp.
struct VisionLayerWeights {
    NormWeights norm1, norm2;    // [H]
    LinearWeights qkv;           // [3H, H]: q rows, then k, then v
    torch::Tensor qNorm, kNorm;  // [H], undefined without qk normalisation
    LinearWeights proj;          // [H, H]
    LinearWeights fc1, fc2;      // [M, H], [H, M]
    torch::Tensor ls1, ls2;      // [H]
};

struct VisionWeights {
    torch::Tensor classEmbedding;     // [1, 1, H]
    LinearWeights patchEmbedding;     // weight [H, 3, P, P], bias [H]
    torch::Tensor positionEmbedding;  // [1, 1 + (imageSize / P)^2, H]
    std::vector<VisionLayerWeights> layers;
};

/// mlp1: LayerNorm over S = H / downsampleRatio^2, Linear S -> D, GELU, Linear D -> D.
struct ProjectorWeights {
    NormWeights norm;        // [S]
    LinearWeights fc1, fc2;  // [D, S], [D, D]
};

/// One Qwen2 layer; D hidden, A = heads * headSize, K = kvHeads * headSize, M mlp.
struct LanguageLayerWeights {
    NormWeights inputNorm, postAttentionNorm;  // [D]
    LinearWeights q, k, v;                     // [A, D], [K, D], [K, D], with bias
    LinearWeights o;                           // [D, A]
    LinearWeights gate, up, down;              // [M, D], [M, D], [D, M]
};

struct LanguageWeights {
    torch::Tensor embedTokens;  // [V, D]
    std::vector<LanguageLayerWeights> layers;
    NormWeights norm;      // [D]
    LinearWeights lmHead;  // [V, D]; embedTokens itself when tied and not quantised
};

/// Where a tensor of this published name is to lie.
using DeviceOf = std::function<torch::Device(const std::string& name)>;
inline DeviceOf everythingOn(torch::Device device) {
    return [device](const std::string&) { return device; };
}

/// All weights, in `dtype`. On the CPU a tensor whose stored type is `dtype` is a view of the mapped file
/// (the store is kept alive here); others are converted one by one, so at no time is there a second whole copy.
struct Weights {
    VisionWeights vision;
    ProjectorWeights projector;
    LanguageWeights language;
    std::shared_ptr<const TensorStore> store;
};

/// The names and shapes that `config` asks for, checked against the store, without reading weights: every missing
/// tensor, wrong shape or type is one Error (names the file and tensor). Accepts the published names and transformers'
/// own ("-hf").
void checkTensors(const TensorStore& store, const Config& config);

/// Whether a tensor of this published name can be quantised: the matrices of the language model's layers and its head,
/// but not the table of embeddings, of which one row a token is read.
bool isQuantizable(const std::string& name);

/// Whether a tensor of this published name stays in its file where it is to be on `device`: that table on the CPU,
/// unless it is the output layer too.
bool staysInFile(const std::string& name, const Config& config, torch::Device device);

/// Bytes of one tensor in memory, where a number has `elementBytes`, and what can be quantised is.
std::int64_t tensorBytes(const std::string& name, const std::vector<std::int64_t>& shape, std::int64_t elementBytes,
                         std::optional<WeightType> quantized);

/// Bytes of all weights in the memory of `device`, where a number has `elementBytes`, and what can be quantised is.
std::int64_t bytesInMemory(const Config& config, torch::Device device, std::int64_t elementBytes,
                           std::optional<WeightType> quantized);

/// checkTensors, then the tensors. With `quantized` (int8 or int4) what isQuantizable() becomes that,
/// one by one, or is taken from a file in the folder `keepIn` where an earlier run kept it (see quantized_file.h); all
/// else is in `dtype`. Throws Error, Cancelled.
Weights loadWeights(std::shared_ptr<const TensorStore> store, const Config& config, const DeviceOf& deviceOf,
                    torch::ScalarType dtype, std::optional<WeightType> quantized = {}, std::stop_token stop = {},
                    const ProgressCallback& progress = {}, const std::filesystem::path& keepIn = {});

}  // namespace fleming::inference
