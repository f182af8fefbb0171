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

/// The devices of the parts of a model. `main` holds the vision tower, the projector, the token embedding, the last
/// norm and the output layer; layers[i] holds layer i of the language model and its part of the KV cache.
struct Placement {
    torch::Device main = torch::kCPU;
    std::vector<torch::Device> layers;

    /// Returns a placement with everything on one device.
    static Placement on(torch::Device device, const Config& config);
    /// Returns true if more than one device is used.
    bool isSplit() const;
    /// Returns the device of the tensor with this published name.
    torch::Device deviceOf(const std::string& tensorName) const;
};

/// Parses a comma-separated list of devices, "cuda:0,cuda:1" or "cuda:0,cpu", with the names of deviceFromString().
/// Throws Error as deviceFromString(), and "device.duplicate" (argument: the name) if a device occurs twice.
std::vector<torch::Device> devicesFromString(const std::string& names);

/// Returns the list as devicesFromString() parses it: "cuda:0" or "cuda:0,cpu".
std::string toString(const std::vector<torch::Device>& devices);

/// Assigns the layers to the devices in order: each device takes layers as long as it has memory for the layer and its
/// KV cache of `tokens` tokens, besides `workBytes`; the first device also holds all other weights. The last device
/// takes the remaining layers. `elementBytes` and `quantized` determine the size of the weights; `freeBytes` returns
/// the free memory of a device, in bytes.
Placement placeModel(const Config& config, const std::vector<torch::Device>& devices, std::int64_t elementBytes,
                     std::optional<WeightType> quantized, std::int64_t workBytes, std::int64_t tokens,
                     const std::function<std::int64_t(torch::Device)>& freeBytes);

}  // namespace fleming::inference
