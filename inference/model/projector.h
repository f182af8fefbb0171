#pragma once

#include "inference/checkpoint/config.h"
#include "inference/checkpoint/weights.h"

#include <torch/torch.h>

namespace fleming::inference {

/// Folds each square of 1/r x 1/r patches into the channels (r = downsample_ratio):
/// [N, p * p, H] -> [N, (p * r)^2, H / r^2]. Source: InternVL's pixel_shuffle, ps_version v1 and v2.
torch::Tensor pixelShuffle(const torch::Tensor& patches, const Config& config);

/// Pixel shuffle, then mlp1: hidden states [N, p * p, H] -> the language model's embeddings [N, (p * r)^2, D].
torch::Tensor projector(const torch::Tensor& patches, const ProjectorWeights& weights, const Config& config);

}  // namespace fleming::inference
