#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace fleming::inference {

enum class NormType { layerNorm, rmsNorm };

/// The vision tower (InternViT), from config.json "vision_config".
struct VisionConfig {
    std::int64_t layers = 0, hidden = 0, heads = 0, mlp = 0;
    std::int64_t imageSize = 448;  ///< that the position embeddings were made for
    std::int64_t patchSize = 14;
    NormType norm = NormType::layerNorm;
    bool qkvBias = true;
    bool qkNormalization = false;
    double normEps = 1e-6;
};

/// The language model (Qwen2), from config.json "llm_config" ("text_config" in -hf folders).
struct LanguageConfig {
    std::int64_t layers = 0, hidden = 0, heads = 0, kvHeads = 0, headSize = 0, mlp = 0, vocabulary = 0;
    double normEps = 1e-6;
    double ropeTheta = 1e6;
    std::int64_t maxPositionEmbeddings = 32768;
    double dynamicNtkFactor = 0.0;  ///< rope_scaling {type dynamic}; 0: none
    bool tiedEmbeddings = false;    ///< the output layer is embed_tokens, unless the checkpoint holds another
};

/// All of config.json that computing needs.
struct Config {
    VisionConfig vision;
    LanguageConfig language;
    std::string architecture;     ///< "architectures"[0]
    std::string description;      ///< "fleming_description", where a model says what it is for
    std::int64_t tileSize = 448;  ///< force_image_size: side of a picture as it enters the vision tower
    double downsampleRatio = 0.5;
    bool pixelShuffleV2 = true;     ///< ps_version v2
    std::int64_t selectLayer = -1;  ///< which vision layer's output goes on: -1 the last, -2 the one before, ...,
                                    ///< -(layers + 1) the embeddings; always negative, however it was written
    std::string dtype;              ///< torch_dtype as written: "bfloat16", "float16", "float32"; empty: not said

    std::int64_t patchesPerSide() const { return tileSize / vision.patchSize; }
    /// Tokens that a picture becomes: (patchesPerSide * downsampleRatio)^2.
    std::int64_t tokensPerImage() const;
};

/// Reads and checks `folder`/config.json: every size present, positive, in sane bounds, and fitting the others. Both
/// the published layout (InternVLChatModel: vision_config, llm_config) and transformers' own (model_type "internvl").
/// Throws Error, naming the file, the key and the fault; for an unsupported architecture it names those supported.
Config readConfig(const std::filesystem::path& folder);

}  // namespace fleming::inference
