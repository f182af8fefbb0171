#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace fleming::inference {

enum class NormType { layerNorm, rmsNorm };

/// The vision tower (InternViT), from config.json "vision_config".
struct VisionConfig {
    std::int64_t layers = 0, hidden = 0, heads = 0, mlp = 0;
    std::int64_t imageSize = 448;  ///< image side that the position embeddings are for, pixels
    std::int64_t patchSize = 14;   ///< pixels
    NormType norm = NormType::layerNorm;
    bool qkvBias = true;
    bool qkNormalization = false;
    double normEps = 1e-6;
};

/// The language model (Qwen2), from config.json "llm_config" ("text_config" in the layout of transformers).
struct LanguageConfig {
    std::int64_t layers = 0, hidden = 0, heads = 0, kvHeads = 0, headSize = 0, mlp = 0, vocabulary = 0;
    double normEps = 1e-6;
    double ropeTheta = 1e6;
    std::int64_t maxPositionEmbeddings = 32768;
    double dynamicNtkFactor = 0.0;  ///< the factor of rope_scaling "dynamic"; 0: no scaling
    bool tiedEmbeddings = false;    ///< the output layer is the token embedding, unless the checkpoint has another one
};

/// The values of config.json that the computation depends on.
struct Config {
    VisionConfig vision;
    LanguageConfig language;
    std::string architecture;     ///< "architectures"[0]
    std::string description;      ///< "fleming_description", the purpose of the model; may be empty
    std::int64_t tileSize = 448;  ///< "force_image_size": side of an image in the vision tower, pixels
    double downsampleRatio = 0.5;
    bool pixelShuffleV2 = true;  ///< "ps_version" is "v2"
    /// The vision layer whose output the projector takes, counted from the end: -1 is the last layer, -(layers + 1) the
    /// embeddings. Always negative, also if the file counts from the front.
    std::int64_t selectLayer = -1;
    std::string dtype;  ///< "torch_dtype": "bfloat16", "float16", "float32", or empty if the file has none

    std::int64_t patchesPerSide() const { return tileSize / vision.patchSize; }

    /// Returns the number of tokens per image, (patchesPerSide * downsampleRatio)^2.
    std::int64_t tokensPerImage() const;
};

/// Reads `folder`/config.json and validates it: every size is present, positive, within sane bounds and fits the
/// others. Accepts the published layout (InternVLChatModel: vision_config, llm_config) and that of transformers
/// (model_type "internvl"). Throws Error with config.json as its source: a "config." code whose first argument is the
/// key at fault, a "checkpoint." code if the folder or the file is missing, or as readJsonFile() does.
Config readConfig(const std::filesystem::path& folder);

}  // namespace fleming::inference
