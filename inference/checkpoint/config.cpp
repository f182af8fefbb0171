#include "inference/checkpoint/config.h"

#include "base/error.h"
#include "inference/text/json_file.h"

#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace fleming::inference {

namespace {

using Json = nlohmann::json;

constexpr const char* kSupported =
    "Supported are InternVLChatModel with a Qwen2ForCausalLM language model (Fleming-VL, InternVL3), and "
    "InternVLForConditionalGeneration with a qwen2 text model (the same in the transformers library's own layout).";

// Bounds that no model of this family comes near, but that keep every product of sizes far from overflow.
constexpr std::int64_t kMaxLayers = 1024;
constexpr std::int64_t kMaxWidth = 1 << 18;
constexpr std::int64_t kMaxHeads = 4096;
constexpr std::int64_t kMaxVocabulary = 1 << 24;
constexpr std::int64_t kMaxImageSize = 8192;
constexpr std::int64_t kMaxPositions = 1 << 26;

/// One object of config.json, and how to speak of it.
class Section {
public:
    Section(const Json& values, std::filesystem::path file, std::string prefix)
        : values_(values), file_(std::move(file)), prefix_(std::move(prefix)) {}

    [[noreturn]] void fail(const std::string& key, const std::string& fault) const {
        throw Error(file_.string() + ": " + inQuotes(prefix_ + key) + " " + fault);
    }

    /// The value of `key`; nothing where it is absent or null.
    const Json* find(const std::string& key) const {
        const auto at = values_.find(key);
        return at == values_.end() || at->is_null() ? nullptr : &*at;
    }

    Section object(const std::string& key) const {
        const Json* value = find(key);
        if (value == nullptr) fail(key, "is missing.");
        if (!value->is_object()) fail(key, "must be an object in braces.");
        return {*value, file_, prefix_ + key + "."};
    }

    std::int64_t integer(const std::string& key, std::int64_t low, std::int64_t high,
                         std::optional<std::int64_t> absent = {}) const {
        const Json* value = find(key);
        if (value == nullptr) return absent ? *absent : (fail(key, "is missing."), 0);
        return checkedInteger(key, *value, low, high);
    }

    /// A size of a square: a number, or a list of two equal ones.
    std::int64_t side(const std::string& key, std::int64_t high, std::int64_t absent) const {
        const Json* value = find(key);
        if (value == nullptr) return absent;
        if (!value->is_array()) return checkedInteger(key, *value, 1, high);
        if (value->size() != 2 || value->front() != value->back()) fail(key, "must be square: two equal sizes.");
        return checkedInteger(key, value->front(), 1, high);
    }

    double number(const std::string& key, double low, double high, std::optional<double> absent = {}) const {
        const Json* value = find(key);
        if (value == nullptr) return absent ? *absent : (fail(key, "is missing."), 0.0);
        const double read = value->is_number() ? value->get<double>() : std::numeric_limits<double>::quiet_NaN();
        if (!(read >= low && read <= high)) {
            fail(key, "must be a number from " + Json(low).dump() + " to " + Json(high).dump() + ".");
        }
        return read;
    }

    bool boolean(const std::string& key, bool absent) const {
        const Json* value = find(key);
        if (value == nullptr) return absent;
        if (!value->is_boolean()) fail(key, "must be true or false.");
        return value->get<bool>();
    }

    std::string text(const std::string& key, const std::string& absent = {}) const {
        const Json* value = find(key);
        if (value == nullptr) return absent;
        if (!value->is_string()) fail(key, "must be a text in quotation marks.");
        return value->get<std::string>();
    }

    /// For what this engine computes in one way only.
    void mustBe(const std::string& key, const std::string& only) const {
        const std::string read = text(key, only);
        if (read != only) fail(key, "is " + inQuotes(read) + "; only " + inQuotes(only) + " is supported.");
    }

    /// The first of a list of texts, as "architectures" has it.
    std::string firstText(const std::string& key) const {
        const Json* value = find(key);
        if (value == nullptr) return {};
        if (!value->is_array() || value->empty() || !value->front().is_string()) fail(key, "must be a list of names.");
        return value->front().get<std::string>();
    }

private:
    std::int64_t checkedInteger(const std::string& key, const Json& value, std::int64_t low, std::int64_t high) const {
        const bool fits = value.is_number_integer() &&
                          !(value.is_number_unsigned() &&
                            value.get<std::uint64_t>() > std::uint64_t{std::numeric_limits<std::int64_t>::max()});
        if (!fits || value.get<std::int64_t>() < low || value.get<std::int64_t>() > high) {
            fail(key, "must be a whole number from " + std::to_string(low) + " to " + std::to_string(high) + ".");
        }
        return value.get<std::int64_t>();
    }

    const Json& values_;
    std::filesystem::path file_;
    std::string prefix_;
};

/// The published layout calls some things otherwise than transformers' own. Absent keys mean what they mean in the
/// model's configuration class of that layout.
enum class Layout { published, transformers };

/// transformers leaves out of the file what equals its default; the published layout always writes its sizes.
std::optional<std::int64_t> absentSize(Layout layout, std::int64_t value) {
    return layout == Layout::transformers ? std::optional(value) : std::nullopt;
}

Layout readLayout(const Section& top, Config& config) {
    config.architecture = top.firstText("architectures");
    const std::string modelType = top.text("model_type");
    if (config.architecture == "InternVLChatModel" || (config.architecture.empty() && modelType == "internvl_chat")) {
        config.architecture = "InternVLChatModel";
        return Layout::published;
    }
    if (config.architecture == "InternVLForConditionalGeneration" ||
        (config.architecture.empty() && modelType == "internvl")) {
        config.architecture = "InternVLForConditionalGeneration";
        return Layout::transformers;
    }
    const std::string found = config.architecture.empty() ? modelType : config.architecture;
    if (found.empty())
        top.fail("architectures", std::string("is missing, so this is not a supported model. ") + kSupported);
    top.fail("architectures", "says " + inQuotes(found) + ", which is not supported. " + kSupported);
}

NormType readNorm(const Section& section, const std::string& absent) {
    const std::string name = section.text("norm_type", absent);
    if (name == "layer_norm") return NormType::layerNorm;
    if (name == "rms_norm") return NormType::rmsNorm;
    section.fail("norm_type", "is " + inQuotes(name) + "; supported are \"layer_norm\" and \"rms_norm\".");
}

VisionConfig readVision(const Section& section, Layout layout) {
    const bool published = layout == Layout::published;
    const std::string type = section.text("model_type");
    if (!type.empty() && type != (published ? "intern_vit_6b" : "internvl_vision")) {
        section.fail("model_type", "is " + inQuotes(type) + ", which is not InternViT. " + kSupported);
    }
    VisionConfig vision;
    vision.layers = section.integer("num_hidden_layers", 1, kMaxLayers, absentSize(layout, 24));
    vision.hidden = section.integer("hidden_size", 1, kMaxWidth, absentSize(layout, 1024));
    vision.heads = section.integer("num_attention_heads", 1, kMaxHeads, absentSize(layout, 16));
    vision.mlp = section.integer("intermediate_size", 1, kMaxWidth, absentSize(layout, 4096));
    vision.imageSize = section.side("image_size", kMaxImageSize, published ? 224 : 448);
    vision.patchSize = section.side("patch_size", kMaxImageSize, 14);
    vision.norm = readNorm(section, published ? "rms_norm" : "layer_norm");
    vision.qkvBias = section.boolean(published ? "qkv_bias" : "attention_bias", false);
    vision.qkNormalization = section.boolean(published ? "qk_normalization" : "use_qk_norm", published);
    vision.normEps = section.number("layer_norm_eps", 1e-12, 1.0, 1e-6);
    section.mustBe("hidden_act", "gelu");
    section.integer("num_channels", 3, 3, 3);
    if (!section.boolean("use_mean_pooling", true)) {
        section.fail("use_mean_pooling", "is false; a vision tower with a norm after its last layer is not supported.");
    }
    if (!section.boolean("use_absolute_position_embeddings", true)) {
        section.fail("use_absolute_position_embeddings", "is false; a vision tower without them is not supported.");
    }

    if (vision.hidden % vision.heads != 0) {
        section.fail("hidden_size", "is not a multiple of \"num_attention_heads\".");
    }
    if (vision.imageSize % vision.patchSize != 0) section.fail("image_size", "is not a multiple of \"patch_size\".");
    return vision;
}

/// Rotary settings stand in "rope_theta" and "rope_scaling", since transformers 5 together in "rope_parameters".
void readRotary(const Section& section, LanguageConfig& language) {
    const char* key = section.find("rope_parameters") != nullptr ? "rope_parameters" : "rope_scaling";
    const double theta = section.number("rope_theta", 1.0, 1e12, 10000.0);
    language.ropeTheta = theta;
    if (section.find(key) == nullptr) return;
    const Section rotary = section.object(key);
    language.ropeTheta = rotary.number("rope_theta", 1.0, 1e12, theta);
    rotary.number("partial_rotary_factor", 1.0, 1.0, 1.0);
    const std::string type = rotary.text("rope_type", rotary.text("type", "default"));
    if (type == "default") return;
    if (type != "dynamic") {
        section.fail(key, "is of the type " + inQuotes(type) + "; supported is \"dynamic\", or none.");
    }
    language.dynamicNtkFactor = rotary.number("factor", 1.0, 1e6);
}

LanguageConfig readLanguage(const Section& section, Layout layout) {
    const std::string architecture = section.firstText("architectures");
    const std::string type = section.text("model_type", architecture.empty() ? "" : "qwen2");
    if ((!architecture.empty() && architecture != "Qwen2ForCausalLM") || type != "qwen2") {
        section.fail(architecture.empty() ? "model_type" : "architectures",
                     "says that the language model is " + inQuotes(architecture.empty() ? type : architecture) +
                         ", which is not supported. " + kSupported);
    }
    LanguageConfig language;
    language.layers = section.integer("num_hidden_layers", 1, kMaxLayers, absentSize(layout, 32));
    language.hidden = section.integer("hidden_size", 1, kMaxWidth, absentSize(layout, 4096));
    language.heads = section.integer("num_attention_heads", 1, kMaxHeads, absentSize(layout, 32));
    language.kvHeads = section.integer("num_key_value_heads", 1, kMaxHeads, absentSize(layout, 32));
    language.mlp = section.integer("intermediate_size", 1, kMaxWidth, absentSize(layout, 22016));
    language.vocabulary = section.integer("vocab_size", 1, kMaxVocabulary, absentSize(layout, 151936));
    language.normEps = section.number("rms_norm_eps", 1e-12, 1.0, 1e-6);
    language.maxPositionEmbeddings = section.integer("max_position_embeddings", 1, kMaxPositions, 32768);
    readRotary(section, language);
    section.mustBe("hidden_act", "silu");
    if (section.boolean("use_sliding_window", false)) {
        section.fail("use_sliding_window", "is true; sliding-window attention is not supported.");
    }

    if (section.find("head_dim") == nullptr && language.hidden % language.heads != 0) {
        section.fail("hidden_size", "is not a multiple of \"num_attention_heads\".");
    }
    language.headSize = section.integer("head_dim", 1, kMaxWidth, language.hidden / language.heads);
    if (language.headSize % 2 != 0 || language.headSize < 4) {
        section.fail("hidden_size", "gives heads of " + std::to_string(language.headSize) +
                                        "; the rotary embedding needs an even size of at least 4.");
    }
    if (language.heads * language.headSize > kMaxWidth)
        section.fail("head_dim", "is too large for the heads there are.");
    if (language.heads % language.kvHeads != 0) {
        section.fail("num_attention_heads", "is not a multiple of \"num_key_value_heads\".");
    }
    return language;
}

void readPublished(const Section& top, Config& config) {
    const Section language = top.object("llm_config");
    config.language = readLanguage(language, Layout::published);
    config.language.tiedEmbeddings = language.boolean("tie_word_embeddings", top.boolean("tie_word_embeddings", false));
    config.tileSize = top.integer("force_image_size", 1, kMaxImageSize, config.vision.imageSize);
    config.selectLayer = top.integer("select_layer", -kMaxLayers, kMaxLayers, -1);
    const std::string shuffle = top.text("ps_version", "v1");
    if (shuffle != "v1" && shuffle != "v2") {
        top.fail("ps_version", "is " + inQuotes(shuffle) + "; supported are \"v1\" and \"v2\".");
    }
    config.pixelShuffleV2 = shuffle == "v2";
    top.mustBe("template", "internvl2_5");
    config.dtype = top.text("torch_dtype", top.text("dtype", language.text("torch_dtype", language.text("dtype"))));
}

void readTransformers(const Section& top, Config& config) {
    const Section language = top.object("text_config");
    config.language = readLanguage(language, Layout::transformers);
    config.language.tiedEmbeddings = top.boolean("tie_word_embeddings", true);
    config.tileSize = config.vision.imageSize;
    config.selectLayer = top.integer("vision_feature_layer", -kMaxLayers, kMaxLayers, -1);
    config.pixelShuffleV2 = true;
    top.mustBe("vision_feature_select_strategy", "default");
    top.mustBe("projector_hidden_act", "gelu");
    config.dtype = top.text("dtype", top.text("torch_dtype", language.text("dtype", language.text("torch_dtype"))));
}

void checkFit(const Section& top, Layout layout, Config& config) {
    if (config.tileSize % config.vision.patchSize != 0) {
        top.fail(layout == Layout::published ? "force_image_size" : "vision_config.image_size",
                 "is not a multiple of the vision tower's \"patch_size\".");
    }
    const std::int64_t factor = std::llround(1.0 / config.downsampleRatio);
    if (std::abs(1.0 / static_cast<double>(factor) - config.downsampleRatio) > 1e-6) {
        top.fail("downsample_ratio", "must be 1 divided by a whole number.");
    }
    if (config.patchesPerSide() % factor != 0) {
        top.fail("downsample_ratio", "does not divide the " + std::to_string(config.patchesPerSide()) +
                                         " patches along the side of an "
                                         "image.");
    }
    // The tower has layers + 1 outputs (the embeddings are the first); counted from the end they are all negative.
    const std::int64_t outputs = config.vision.layers + 1;
    if (config.selectLayer >= 0) config.selectLayer -= outputs;
    if (config.selectLayer < -outputs || config.selectLayer >= 0) {
        top.fail(layout == Layout::published ? "select_layer" : "vision_feature_layer",
                 "names a layer that the vision tower does not have.");
    }
}

}  // namespace

std::int64_t Config::tokensPerImage() const {
    const std::int64_t side = std::llround(static_cast<double>(patchesPerSide()) * downsampleRatio);
    return side * side;
}

Config readConfig(const std::filesystem::path& folder) {
    constexpr std::size_t kMaxBytes = 4 << 20;
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored)) {
        throw Error(folder.string() +
                    ": is not a folder; a model is a folder with config.json, its tokenizer and "
                    "its *.safetensors files.");
    }
    const std::filesystem::path file = folder / "config.json";
    if (!std::filesystem::exists(file, ignored)) {
        throw Error(file.string() + ": is missing; choose the folder that holds a model's config.json.");
    }
    const Json json = readJsonFile(file, kMaxBytes);
    const Section top(json, file, "");

    Config config;
    const Layout layout = readLayout(top, config);
    config.description = top.text("fleming_description");
    config.downsampleRatio = top.number("downsample_ratio", 1.0 / 64, 1.0, 0.5);
    config.vision = readVision(top.object("vision_config"), layout);
    layout == Layout::published ? readPublished(top, config) : readTransformers(top, config);
    checkFit(top, layout, config);
    return config;
}

}  // namespace fleming::inference
