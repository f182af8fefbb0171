#pragma once

#include "inference/checkpoint/config.h"
#include "inference/checkpoint/weights.h"

#include <torch/torch.h>

namespace fleming::inference {

/// Folds each square of 1/r x 1/r patches into the channels (r = downsample_ratio, p = patches per side):
/// [N, p * p, H] -> [N, (p * r)^2, H / r^2]. Source: pixel_shuffle of modeling_internvl_chat.py, ps_version v1 and v2.
torch::Tensor pixelShuffle(const torch::Tensor& patches, const Config& config);

/// Computes the pixel shuffle and the MLP projector ("mlp1": LayerNorm, linear, GELU, linear): hidden states [N, p * p,
/// H] -> image features [N, (p * r)^2, D], which take the place of token embeddings.
torch::Tensor projector(const torch::Tensor& patches, const ProjectorWeights& weights, const Config& config);

}  // namespace fleming::inference
