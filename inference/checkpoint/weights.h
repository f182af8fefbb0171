#pragma once

#include "inference/checkpoint/config.h"
#include "inference/checkpoint/safetensors.h"
#include "inference/kernels/weight_matrix.h"
#include "inference/types.h"

#include <torch/torch.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace fleming::inference {

/// A linear layer, y = x W^T + b.
struct LinearWeights {
    torch::Tensor weight;  // [out, in]; if quantized, uint8 or int8 blocks (see quantized_tensor.h)
    torch::Tensor bias;    // [out], or undefined
    std::int64_t out = 0, in = 0;

    /// Returns the element type of the weight.
    WeightType type() const;

    /// Returns a view of the weight, which must be on the CPU.
    WeightMatrix matrix() const;
};

/// A LayerNorm, or an RMSNorm if the bias is undefined. H elements each.
struct NormWeights {
    torch::Tensor weight, bias;
};

/// One InternViT layer. H: hidden size, M: MLP size.
struct VisionLayerWeights {
    NormWeights norm1, norm2;    // [H]
    LinearWeights qkv;           // [3H, H]: the rows of q, then k, then v
    torch::Tensor qNorm, kNorm;  // [H], undefined without qk normalization
    LinearWeights proj;          // [H, H]
    LinearWeights fc1, fc2;      // [M, H], [H, M]
    torch::Tensor ls1, ls2;      // [H]
};

/// InternViT. P: patch size.
struct VisionWeights {
    torch::Tensor classEmbedding;     // [1, 1, H]
    LinearWeights patchEmbedding;     // weight [H, 3, P, P], bias [H]
    torch::Tensor positionEmbedding;  // [1, 1 + (imageSize / P)^2, H]
    std::vector<VisionLayerWeights> layers;
};

/// The projector "mlp1": LayerNorm of S = H / downsampleRatio^2 elements, Linear S -> D, GELU, Linear D -> D.
struct ProjectorWeights {
    NormWeights norm;        // [S]
    LinearWeights fc1, fc2;  // [D, S], [D, D]
};

/// One Qwen2 layer. D: hidden size, A = heads * headSize, K = kvHeads * headSize, M: MLP size.
struct LanguageLayerWeights {
    NormWeights inputNorm, postAttentionNorm;  // [D]
    LinearWeights q, k, v;                     // [A, D], [K, D], [K, D], with bias
    LinearWeights o;                           // [D, A]
    LinearWeights gate, up, down;              // [M, D], [M, D], [D, M]
};

/// Qwen2. V: vocabulary size.
struct LanguageWeights {
    torch::Tensor embedTokens;  // [V, D], the token embedding
    std::vector<LanguageLayerWeights> layers;
    NormWeights norm;      // [D]
    LinearWeights lmHead;  // [V, D]; the same tensor as embedTokens if the embeddings are tied and not quantized
};

/// Returns the device for the tensor with a published name (see tensor_map.h).
using DeviceMap = std::function<torch::Device(const std::string& name)>;

/// Returns a DeviceMap that places every tensor on `device`.
inline DeviceMap singleDevice(torch::Device device) {
    return [device](const std::string&) { return device; };
}

/// The weights of a model.
struct Weights {
    VisionWeights vision;
    ProjectorWeights projector;
    LanguageWeights language;
    std::shared_ptr<const TensorStore> store;  // keeps the files mapped that CPU tensors are views of
};

/// Checks the store against `config` without reading weights. Accepts the published names and those of transformers.
/// Throws Error with a "weights." code and the file as its source if a tensor is missing or has the wrong shape or
/// type.
void checkTensors(const TensorStore& store, const Config& config);

/// Returns true if the tensor with this published name can be quantized: the linear layers of the language model and
/// its head, but not the token embedding, which is read one row per token.
bool isQuantizable(const std::string& name);

/// Returns true if the tensor with this published name stays in its mapped file on `device`: the token embedding on the
/// CPU, unless it is the output layer too.
bool staysInFile(const std::string& name, const Config& config, torch::Device device);

/// Returns the bytes of one tensor in memory. `elementBytes` is the size of an element that is not quantized;
/// quantizable tensors have the type `quantized`, if given.
std::int64_t tensorBytes(const std::string& name, const std::vector<std::int64_t>& shape, std::int64_t elementBytes,
                         std::optional<WeightType> quantized);

/// Returns the bytes of all weights in the memory of `device`, without those that stay in their file. For
/// `elementBytes` and `quantized` see tensorBytes().
std::int64_t bytesInMemory(const Config& config, torch::Device device, std::int64_t elementBytes,
                           std::optional<WeightType> quantized);

/// Validates the headers as checkTensors() does, then loads every tensor, quantizing the quantizable ones if requested.
/// On the CPU, a tensor whose stored type is `dtype` is a view of the mapped file. The others are converted one by one,
/// so that a second copy of all weights never exists. `quantized` is int8 or int4, or empty. `cacheFolder` is the
/// folder for quantized weights (see quantized_file.h); empty: no cache. `progress` receives the fraction of bytes
/// loaded. Throws Error as checkTensors() does, or if a weight to quantize is not finite; Cancelled on a stop request.
Weights loadWeights(std::shared_ptr<const TensorStore> store, const Config& config, const DeviceMap& deviceMap,
                    torch::ScalarType dtype, std::optional<WeightType> quantized = {}, std::stop_token stop = {},
                    const ProgressCallback& progress = {}, const std::filesystem::path& cacheFolder = {});

}  // namespace fleming::inference
