#pragma once

#include "inference/checkpoint/config.h"
#include "inference/checkpoint/weights.h"

#include <torch/torch.h>

#include <stop_token>

namespace fleming::inference {

/// InternViT: pixels [N, 3, S, S] -> hidden states [N, p * p, H] of the selected layer, class token dropped; p = S /
/// patch. A stop request between two layers throws Cancelled.
torch::Tensor visionTower(const torch::Tensor& pixels, const VisionWeights& weights, const Config& config,
                          const std::stop_token& stop);

}  // namespace fleming::inference
