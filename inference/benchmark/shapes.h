#pragma once

#include "inference/checkpoint/config.h"
#include "inference/checkpoint/weights.h"

#include <torch/torch.h>

#include <optional>
#include <stop_token>
#include <string>

namespace fleming::inference {

/// The sizes of InternVL3-1B, -8B or -38B ("1b", "8b", "38b"), from their published config.json files.
/// Throws Error for another name.
Config shapeConfig(const std::string& name);

/// Random weights for `config`, small enough that all activations stay finite; quantised as loadWeights() does it.
/// Throws Cancelled.
Weights randomWeights(const Config& config, torch::Device device, torch::ScalarType dtype,
                      std::optional<WeightType> quantized, const std::stop_token& stop);

}  // namespace fleming::inference
