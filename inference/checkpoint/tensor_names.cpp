#include "inference/checkpoint/tensor_names.h"

#include <array>
#include <string_view>
#include <utility>

namespace fleming::inference {

namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

// In each list, the first entry that matches the beginning of the name applies.
constexpr std::array<Replacement, 3> kProjector{{
    {"layer_norm.", "mlp1.0."},
    {"linear_1.", "mlp1.1."},
    {"linear_2.", "mlp1.3."},
}};
constexpr std::array<Replacement, 3> kEmbeddings{{
    {"cls_token", "class_embedding"},
    {"patch_embeddings.projection.", "patch_embedding."},
    {"position_embeddings", "position_embedding"},
}};
constexpr std::array<Replacement, 6> kLayer{{
    {"attention.projection_layer.", "attn.proj."},
    {"attention.", "attn."},
    {"layernorm_before.", "norm1."},
    {"layernorm_after.", "norm2."},
    {"lambda_1", "ls1"},
    {"lambda_2", "ls2"},
}};

template <std::size_t N>
std::string replaceStart(std::string_view text, const std::array<Replacement, N>& replacements) {
    for (const auto& [from, to] : replacements) {
        if (text.starts_with(from)) return std::string(to).append(text.substr(from.size()));
    }
    return std::string(text);
}

/// Removes `start` from the front of `text`. Returns false if `text` does not begin with it.
bool skip(std::string_view& text, std::string_view start) {
    if (!text.starts_with(start)) return false;
    text.remove_prefix(start.size());
    return true;
}

std::string visionName(std::string_view rest) {
    if (skip(rest, "embeddings.")) return "vision_model.embeddings." + replaceStart(rest, kEmbeddings);
    if (skip(rest, "encoder.layer.")) {
        const std::size_t dot = rest.find('.');
        if (dot != rest.npos) {
            return "vision_model.encoder.layers." + std::string(rest.substr(0, dot + 1)) +
                   replaceStart(rest.substr(dot + 1), kLayer);
        }
    }
    return "vision_model." + std::string(rest);
}

}  // namespace

std::string publishedName(const std::string& stored) {
    std::string_view rest = stored;
    if (rest == "lm_head.weight") return "language_model.lm_head.weight";
    skip(rest, "model.");
    if (skip(rest, "vision_tower.")) return visionName(rest);
    if (skip(rest, "multi_modal_projector.")) return replaceStart(rest, kProjector);
    if (skip(rest, "language_model.")) {
        const bool whole = rest.starts_with("model.") || rest.starts_with("lm_head.");
        return (whole ? "language_model." : "language_model.model.") + std::string(rest);
    }
    return stored;
}

}  // namespace fleming::inference
