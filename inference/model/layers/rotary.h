#pragma once

#include "inference/checkpoint/config.h"

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace fleming::inference {

/// Cosines and sines of T consecutive positions, float32 [T, 1, headSize / 2].
struct RotaryTable {
    torch::Tensor cos, sin;
};

/// Returns the rotary base for a sequence of `length` tokens. It is ropeTheta up to P = max_position_embeddings. Above
/// P, dynamic NTK scaling with factor f gives theta * (f * length / P - (f - 1))^(d / (d - 2)), d = headSize. Source:
/// the "dynamic" rope type of transformers (modeling_rope_utils.py), which computes it in float32.
double rotaryBase(const LanguageConfig& config, std::int64_t length);

/// Returns true if dynamic NTK scaling changes the rotary base of a sequence of `length` tokens. Its KV cache then
/// depends on the length.
bool usesNtkScaling(const LanguageConfig& config, std::int64_t length);

/// Returns the rotation of each pair of components, in radians per position, for a sequence of `length` tokens:
/// base^(-2 i / d), [headSize / 2].
std::vector<float> rotaryFrequencies(const LanguageConfig& config, std::int64_t length);

/// Returns the table of the positions [first, first + count) in a sequence of `length` tokens, on `device`.
RotaryTable rotaryTable(const LanguageConfig& config, std::int64_t first, std::int64_t count, std::int64_t length,
                        torch::Device device);

/// Applies the rotary embedding to x [T, heads, headSize], in the half-split form: rotates components i and
/// i + headSize / 2. Computes in float32, returns the type of x. Source: rotate_half and apply_rotary_pos_emb of
/// transformers (modeling_qwen2.py).
torch::Tensor rotate(const torch::Tensor& x, const RotaryTable& table);

}  // namespace fleming::inference
