#pragma once

#include "inference/checkpoint/config.h"

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace fleming::inference {

/// Cosines and sines of a run of positions, float32 [T, 1, headSize / 2].
struct RotaryTable {
    torch::Tensor cos, sin;
};

/// The rotary base for a sequence of `length` tokens: `ropeTheta` up to P = max_position_embeddings, and past it, with
/// the dynamic NTK factor f, theta * (f * length / P - (f - 1))^(d / (d - 2)), d = headSize.
/// Source: the "dynamic" rotary embedding of transformers (modeling_rope_utils.py), which computes it in float32.
double rotaryBase(const LanguageConfig& config, std::int64_t length);

/// True where tokens of a sequence of `length` are rotated with another base than those of a short sequence.
bool stretchesRotary(const LanguageConfig& config, std::int64_t length);

/// The angle, in radians, by which a position turns each pair of components in a sequence of `length` tokens:
/// base^(-2i / d), [headSize / 2].
std::vector<float> rotaryFrequencies(const LanguageConfig& config, std::int64_t length);

/// The table for positions first .. first + count - 1, with the base of a sequence of `length` tokens.
RotaryTable rotaryTable(const LanguageConfig& config, std::int64_t first, std::int64_t count, std::int64_t length,
                        torch::Device device);

/// Rotates x [T, heads, headSize], halves paired (component i with i + headSize / 2); computed in float32.
torch::Tensor rotate(const torch::Tensor& x, const RotaryTable& table);

}  // namespace fleming::inference
