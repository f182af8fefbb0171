#pragma once

#include "inference/checkpoint/config.h"
#include "inference/kernels/weight_matrix.h"

#include <torch/torch.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fleming::inference {

/// Which device holds what: `main` the vision tower, the projector, the embeddings and the head; layers[i] layer i of
/// the language model with its part of the KV cache.
struct Placement {
    torch::Device main = torch::kCPU;
    std::vector<torch::Device> layers;

    /// All on one device.
    static Placement on(torch::Device device, const Config& config);
    bool isSplit() const;
    /// The device of the tensor with this published name.
    torch::Device of(const std::string& tensorName) const;
};

/// The devices that a list means, "cuda:0,cuda:1" or "cuda:0,cpu"; one alone may be any that deviceFromString() knows.
/// Throws Error on a device that is not there or is named twice.
std::vector<torch::Device> devicesFromString(const std::string& names);

/// "cuda:0", or "cuda:0,cpu".
std::string toString(const std::vector<torch::Device>& devices);

/// Fills one device after another with layers: each as far as it has memory left for a layer and its share of a cache
/// of `tokens` tokens, the first one beside all that is not a layer and `workBytes`; the last takes the rest.
/// `freeBytes` says what a device has.
Placement placeModel(const Config& config, const std::vector<torch::Device>& devices, std::int64_t elementBytes,
                     std::optional<WeightType> quantized, std::int64_t workBytes, std::int64_t tokens,
                     const std::function<std::int64_t(torch::Device)>& freeBytes);

}  // namespace fleming::inference
