#include "inference/checkpoint/config.h"

#include "base/error.h"
#include "inference/text/json_file.h"
#include "inference/text/utf8.h"

#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fleming::inference {

namespace {

using Json = nlohmann::json;

constexpr const char* kPublishedArchitecture = "InternVLChatModel";
constexpr const char* kTransformersArchitecture = "InternVLForConditionalGeneration";

// Bounds far above every model of this family that keep products of sizes from overflowing.
constexpr std::int64_t kMaxLayers = 1024;
constexpr std::int64_t kMaxWidth = 1 << 18;
constexpr std::int64_t kMaxHeads = 4096;
constexpr std::int64_t kMaxVocabulary = 1 << 24;
constexpr std::int64_t kMaxImageSize = 8192;
constexpr std::int64_t kMaxPositions = 1 << 26;

/// One object of config.json. Its functions throw Error with a "config." code whose first argument is the full key.
class Section {
public:
    Section(const Json& values, std::filesystem::path file, std::string prefix)
        : values_(values), file_(std::move(file)), prefix_(std::move(prefix)) {}

    /// Throws an Error about `key`. `values` are the further arguments.
    [[noreturn]] void fail(const char* code, const std::string& key,
                           const std::vector<std::string>& values = {}) const {
        std::vector<std::string> arguments{prefix_ + key};
        arguments.insert(arguments.end(), values.begin(), values.end());
        throw Error(code, file_, std::move(arguments));
    }

    /// Returns the value of `key`, or null if it is absent or JSON's null.
    const Json* find(const std::string& key) const {
        const auto at = values_.find(key);
        return at == values_.end() || at->is_null() ? nullptr : &*at;
    }

    Section object(const std::string& key) const {
        const Json* value = find(key);
        if (value == nullptr) fail("config.missing_key", key);
        if (!value->is_object()) fail("config.not_an_object", key);
        return {*value, file_, prefix_ + key + "."};
    }

    std::int64_t integer(const std::string& key, std::int64_t low, std::int64_t high,
                         std::optional<std::int64_t> absent = {}) const {
        const Json* value = find(key);
        if (value == nullptr) return absent ? *absent : (fail("config.missing_key", key), 0);
        return checkedInteger(key, *value, low, high);
    }

    /// Reads the side of a square: an integer, or a list of two equal ones.
    std::int64_t side(const std::string& key, std::int64_t high, std::int64_t absent) const {
        const Json* value = find(key);
        if (value == nullptr) return absent;
        if (!value->is_array()) return checkedInteger(key, *value, 1, high);
        if (value->size() != 2 || value->front() != value->back()) fail("config.not_square", key);
        return checkedInteger(key, value->front(), 1, high);
    }

    double number(const std::string& key, double low, double high, std::optional<double> absent = {}) const {
        const Json* value = find(key);
        if (value == nullptr) return absent ? *absent : (fail("config.missing_key", key), 0.0);
        const double read = value->is_number() ? value->get<double>() : std::numeric_limits<double>::quiet_NaN();
        if (!(read >= low && read <= high)) {
            fail("config.number_out_of_range", key, {Json(low).dump(), Json(high).dump()});
        }
        return read;
    }

    bool boolean(const std::string& key, bool absent) const {
        const Json* value = find(key);
        if (value == nullptr) return absent;
        if (!value->is_boolean()) fail("config.not_a_boolean", key);
        return value->get<bool>();
    }

    std::string text(const std::string& key, const std::string& absent = {}) const {
        const Json* value = find(key);
        if (value == nullptr) return absent;
        if (!value->is_string()) fail("config.not_a_string", key);
        return value->get<std::string>();
    }

    /// Checks that `key` is absent or has the only value that the engine supports.
    void require(const std::string& key, const std::string& only) const {
        const std::string read = text(key, only);
        if (read != only) fail("config.unsupported_value", key, {printable(read), only});
    }
    void requireFlag(const std::string& key, bool only) const {
        if (boolean(key, only) != only) {
            fail("config.unsupported_value", key, {only ? "false" : "true", only ? "true" : "false"});
        }
    }

    /// Reads the first string of a list such as "architectures". Empty if the key is absent.
    std::string firstText(const std::string& key) const {
        const Json* value = find(key);
        if (value == nullptr) return {};
        if (!value->is_array() || value->empty() || !value->front().is_string())
            fail("config.not_a_list_of_strings", key);
        return value->front().get<std::string>();
    }

    /// Checks that the value of `key` is a multiple of that of `divisorKey`.
    void requireMultiple(const std::string& key, std::int64_t value, const std::string& divisorKey,
                         std::int64_t divisor) const {
        if (value % divisor != 0) fail("config.not_a_multiple", key, {prefix_ + divisorKey});
    }

private:
    std::int64_t checkedInteger(const std::string& key, const Json& value, std::int64_t low, std::int64_t high) const {
        const bool fits = value.is_number_integer() &&
                          !(value.is_number_unsigned() &&
                            value.get<std::uint64_t>() > std::uint64_t{std::numeric_limits<std::int64_t>::max()});
        if (!fits || value.get<std::int64_t>() < low || value.get<std::int64_t>() > high) {
            fail("config.integer_out_of_range", key, {std::to_string(low), std::to_string(high)});
        }
        return value.get<std::int64_t>();
    }

    const Json& values_;
    std::filesystem::path file_;
    std::string prefix_;
};

/// The layout of config.json. Both layouts have names and defaults of their own; an absent key has the default of the
/// layout's configuration class.
enum class Layout { published, transformers };

/// Returns the default of a size. transformers omits values that equal its default; the published layout has no
/// defaults for sizes.
std::optional<std::int64_t> absentSize(Layout layout, std::int64_t value) {
    return layout == Layout::transformers ? std::optional(value) : std::nullopt;
}

Layout readLayout(const Section& top, Config& config) {
    config.architecture = top.firstText("architectures");
    const std::string modelType = top.text("model_type");
    if (config.architecture == kPublishedArchitecture ||
        (config.architecture.empty() && modelType == "internvl_chat")) {
        config.architecture = kPublishedArchitecture;
        return Layout::published;
    }
    if (config.architecture == kTransformersArchitecture || (config.architecture.empty() && modelType == "internvl")) {
        config.architecture = kTransformersArchitecture;
        return Layout::transformers;
    }
    const std::string found = config.architecture.empty() ? modelType : config.architecture;
    const std::string supported = std::string(kPublishedArchitecture) + ", " + kTransformersArchitecture;
    if (found.empty()) top.fail("config.missing_architecture", "architectures", {supported});
    top.fail("config.unsupported_architecture", "architectures", {printable(found), supported});
}

NormType readNorm(const Section& section, const std::string& absent) {
    const std::string name = section.text("norm_type", absent);
    if (name == "layer_norm") return NormType::layerNorm;
    if (name == "rms_norm") return NormType::rmsNorm;
    section.fail("config.unsupported_value", "norm_type", {printable(name), "layer_norm, rms_norm"});
}

VisionConfig readVision(const Section& section, Layout layout) {
    const bool published = layout == Layout::published;
    section.require("model_type", published ? "intern_vit_6b" : "internvl_vision");
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
    section.require("hidden_act", "gelu");
    section.integer("num_channels", 3, 3, 3);
    section.requireFlag("use_mean_pooling", true);  // false: a norm follows the last layer
    section.requireFlag("use_absolute_position_embeddings", true);
    section.requireMultiple("hidden_size", vision.hidden, "num_attention_heads", vision.heads);
    section.requireMultiple("image_size", vision.imageSize, "patch_size", vision.patchSize);
    return vision;
}

/// Reads the rotary embedding from "rope_theta" and "rope_scaling", or from "rope_parameters" (transformers 5 and
/// later).
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
        rotary.fail("config.unsupported_value", rotary.find("rope_type") != nullptr ? "rope_type" : "type",
                    {printable(type), "default, dynamic"});
    }
    language.dynamicNtkFactor = rotary.number("factor", 1.0, 1e6);
}

LanguageConfig readLanguage(const Section& section, Layout layout) {
    const std::string architecture = section.firstText("architectures");
    const std::string type = section.text("model_type", architecture.empty() ? "" : "qwen2");
    const std::string supported = "Qwen2ForCausalLM (qwen2)";
    if (!architecture.empty() && architecture != "Qwen2ForCausalLM") {
        section.fail("config.unsupported_architecture", "architectures", {printable(architecture), supported});
    }
    if (type.empty()) section.fail("config.missing_key", "model_type");
    if (type != "qwen2") section.fail("config.unsupported_architecture", "model_type", {printable(type), supported});
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
    section.require("hidden_act", "silu");
    section.requireFlag("use_sliding_window", false);

    if (section.find("head_dim") == nullptr) {
        section.requireMultiple("hidden_size", language.hidden, "num_attention_heads", language.heads);
    }
    language.headSize = section.integer("head_dim", 1, kMaxWidth, language.hidden / language.heads);
    if (language.headSize % 2 != 0 || language.headSize < 4) {
        section.fail("config.bad_head_size", section.find("head_dim") == nullptr ? "hidden_size" : "head_dim",
                     {std::to_string(language.headSize)});
    }
    if (language.heads * language.headSize > kMaxWidth) {
        section.fail("config.heads_too_wide", "head_dim", {std::to_string(language.heads), std::to_string(kMaxWidth)});
    }
    section.requireMultiple("num_attention_heads", language.heads, "num_key_value_heads", language.kvHeads);
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
        top.fail("config.unsupported_value", "ps_version", {printable(shuffle), "v1, v2"});
    }
    config.pixelShuffleV2 = shuffle == "v2";
    top.require("template", "internvl2_5");
    config.dtype = top.text("torch_dtype", top.text("dtype", language.text("torch_dtype", language.text("dtype"))));
}

void readTransformers(const Section& top, Config& config) {
    const Section language = top.object("text_config");
    config.language = readLanguage(language, Layout::transformers);
    config.language.tiedEmbeddings = top.boolean("tie_word_embeddings", true);
    config.tileSize = config.vision.imageSize;
    config.selectLayer = top.integer("vision_feature_layer", -kMaxLayers, kMaxLayers, -1);
    config.pixelShuffleV2 = true;
    top.require("vision_feature_select_strategy", "default");
    top.require("projector_hidden_act", "gelu");
    config.dtype = top.text("dtype", top.text("torch_dtype", language.text("dtype", language.text("torch_dtype"))));
}

/// Checks that the parts of the model fit each other, and counts selectLayer from the end.
void checkFit(const Section& top, Layout layout, Config& config) {
    const bool published = layout == Layout::published;
    top.requireMultiple(published ? "force_image_size" : "vision_config.image_size", config.tileSize,
                        "vision_config.patch_size", config.vision.patchSize);
    const std::int64_t factor = std::llround(1.0 / config.downsampleRatio);
    if (std::abs(1.0 / static_cast<double>(factor) - config.downsampleRatio) > 1e-6) {
        top.fail("config.bad_downsample_ratio", "downsample_ratio");
    }
    if (config.patchesPerSide() % factor != 0) {
        top.fail("config.patches_not_divisible", "downsample_ratio", {std::to_string(config.patchesPerSide())});
    }
    // The tower has layers + 1 outputs; the first one is the embeddings.
    const std::int64_t outputs = config.vision.layers + 1;
    if (config.selectLayer >= 0) config.selectLayer -= outputs;
    if (config.selectLayer < -outputs || config.selectLayer >= 0) {
        top.fail("config.no_such_layer", published ? "select_layer" : "vision_feature_layer",
                 {std::to_string(config.vision.layers)});
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
        throw Error("checkpoint.not_a_folder", folder);
    }
    const std::filesystem::path file = folder / "config.json";
    if (!std::filesystem::exists(file, ignored)) {
        throw Error("checkpoint.missing_config", file);
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
