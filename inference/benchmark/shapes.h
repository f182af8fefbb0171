#pragma once

#include "inference/checkpoint/config.h"
#include "inference/checkpoint/weights.h"

#include <torch/torch.h>

#include <optional>
#include <stop_token>
#include <string>

namespace fleming::inference {

/// Returns the sizes of InternVL3-1B, -8B or -38B ("1b", "8b", "38b"), from their published config.json files. Throws
/// Error("benchmark.unknown_shape") for any other name.
Config shapeConfig(const std::string& name);

/// Generates random weights for `config` on `device`, small enough that all activations are finite. Quantizes them as
/// loadWeights() does. Throws Cancelled.
Weights randomWeights(const Config& config, torch::Device device, torch::ScalarType dtype,
                      std::optional<WeightType> quantized, const std::stop_token& stop);

}  // namespace fleming::inference
