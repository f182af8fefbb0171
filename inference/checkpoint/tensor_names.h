#pragma once

#include <string>

namespace fleming::inference {

/// Converts the name of a tensor in a checkpoint file to its published name (see tensor_map.h). Published names and
/// unknown names are returned unchanged. Names of transformers' own classes are translated, with both prefixes that its
/// versions write ("model.language_model.", "language_model.model."). The separate q, k and v of the vision tower
/// become
/// "...attn.q_proj", "...attn.k_proj" and "...attn.v_proj". Source: transformers, models/internvl/modeling_internvl.py.
std::string publishedName(const std::string& stored);

}  // namespace fleming::inference
