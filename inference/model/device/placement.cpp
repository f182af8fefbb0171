#include "inference/model/device/placement.h"

#include "base/error.h"
#include "inference/checkpoint/tensor_map.h"
#include "inference/model/device/device.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace fleming::inference {

namespace {

/// Returns the language model layer of the tensor with this published name; nullopt if it belongs to no such layer.
std::optional<std::size_t> parseLayerIndex(const std::string& name) {
    const std::string prefix = "language_model.model.layers.";
    std::size_t layer = 0;
    if (!name.starts_with(prefix)) return std::nullopt;
    const auto [rest, error] = std::from_chars(name.data() + prefix.size(), name.data() + name.size(), layer);
    return error == std::errc{} ? std::optional(layer) : std::nullopt;
}

}  // namespace

Placement Placement::on(torch::Device device, const Config& config) {
    return {device, std::vector<torch::Device>(static_cast<std::size_t>(config.language.layers), device)};
}

bool Placement::isSplit() const {
    return std::ranges::any_of(layers, [&](torch::Device device) { return device != main; });
}

torch::Device Placement::deviceOf(const std::string& tensorName) const {
    const auto layer = parseLayerIndex(tensorName);
    return layer && *layer < layers.size() ? layers[*layer] : main;
}

std::vector<torch::Device> devicesFromString(const std::string& names) {
    std::vector<torch::Device> devices;
    std::istringstream list(names);
    for (std::string name; std::getline(list, name, ',');) {
        const torch::Device device = deviceFromString(name);
        if (std::ranges::find(devices, device) != devices.end()) throw Error("device.duplicate", {}, {name});
        devices.push_back(device);
    }
    if (devices.empty() || names.ends_with(",")) devices.push_back(deviceFromString({}));  // throws
    return devices;
}

std::string toString(const std::vector<torch::Device>& devices) {
    std::string text;
    for (const torch::Device device : devices) {
        if (!text.empty()) text += ',';
        text += toString(device);
    }
    return text;
}

Placement placeModel(const Config& config, const std::vector<torch::Device>& devices, std::int64_t elementBytes,
                     std::optional<WeightType> quantized, std::int64_t workBytes, std::int64_t tokens,
                     const std::function<std::int64_t(torch::Device)>& freeBytes) {
    Placement placement = Placement::on(devices.front(), config);
    if (devices.size() == 1) return placement;
    const LanguageConfig& language = config.language;
    std::vector<std::int64_t> layerBytes(placement.layers.size(),
                                         2 * language.kvHeads * language.headSize * elementBytes * tokens);
    std::int64_t others = workBytes;
    Weights unused;
    forEachTensor(config, unused, [&](torch::Tensor&, const std::string& name, const std::vector<std::int64_t>& shape) {
        if (staysInFile(name, config, devices.front())) return;
        const auto layer = parseLayerIndex(name);
        (layer ? layerBytes[*layer] : others) += tensorBytes(name, shape, elementBytes, quantized);
    });
    std::size_t at = 0;
    std::int64_t left = freeBytes(devices.front()) - others;
    for (std::size_t i = 0; i < placement.layers.size(); ++i) {
        while (left < layerBytes[i] && at + 1 < devices.size())
            left = freeBytes(devices[++at]) - workBytes;
        placement.layers[i] = devices[at];
        left -= layerBytes[i];
    }
    return placement;
}

}  // namespace fleming::inference
