#pragma once

#include <string>

namespace fleming::inference {

/// The published name (see inference/checkpoint/tensor_map.h) of a tensor as a checkpoint file names it. Published
/// names come back as they are; names of the transformers library's own classes, with either prefix that its versions
/// save
/// ("model.language_model.", "language_model.model."), are translated; others come back unchanged.
/// The vision tower's separate q, k and v become "...attn.q_proj", "...attn.k_proj" and "...attn.v_proj".
/// Source: transformers, models/internvl/modeling_internvl.py.
std::string publishedName(const std::string& stored);

}  // namespace fleming::inference
