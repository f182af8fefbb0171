#pragma once

#include "inference/checkpoint/config.h"
#include "inference/checkpoint/weights.h"

#include <torch/torch.h>

#include <stop_token>

namespace fleming::inference {

/// Runs the vision tower, InternViT: pixels [N, 3, S, S] -> hidden states of the selected layer without the class
/// token, float32 [N, p * p, H], p = S / patchSize. Throws Cancelled if a stop is requested between two layers. Source:
/// modeling_intern_vit.py of InternVL.
torch::Tensor visionTower(const torch::Tensor& pixels, const VisionWeights& weights, const Config& config,
                          const std::stop_token& stop);

}  // namespace fleming::inference
