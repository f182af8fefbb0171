// Writes a checkpoint folder in the published layout with random weights, for tests of the program without a trained
// model. The model generates meaningless words.
//
//     fleming_make_random_model FOLDER [SEED]
//
// The same seed gives the same bytes on every machine.

#include "inference/checkpoint/safetensors_writer.h"
#include "inference/checkpoint/tensor_map.h"
#include "inference/kernels/bfloat16.h"
#include "tests/random_model/words_vocabulary.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using fleming::random_model::WordsVocabulary;
using Json = nlohmann::ordered_json;
using Shape = std::vector<std::int64_t>;

constexpr const char* kDescription = "A tiny model with random weights, made for tests: its words mean nothing.";
const std::vector<std::string> kSpecialTokens{"<|endoftext|>", "<|im_start|>",  "<|im_end|>", "<img>",
                                              "</img>",        "<IMG_CONTEXT>", "<quad>",     "</quad>",
                                              "<ref>",         "</ref>",        "<box>",      "</box>"};
constexpr int kImageSize = 224, kPatchSize = 14, kVisionHidden = 64, kVisionLayers = 2, kVisionHeads = 4,
              kVisionMlp = 128;
constexpr int kHidden = 128, kLayers = 3, kHeads = 4, kKvHeads = 2, kMlp = 256;

Json makeConfig(std::size_t vocabularySize) {
    return Json{{"architectures", Json::array({"InternVLChatModel"})},
                {"fleming_description", kDescription},
                {"model_type", "internvl_chat"},
                {"downsample_ratio", 0.5},
                {"dynamic_image_size", true},
                {"force_image_size", kImageSize},
                {"llm_config",
                 {{"architectures", Json::array({"Qwen2ForCausalLM"})},
                  {"attention_dropout", 0.0},
                  {"hidden_act", "silu"},
                  {"hidden_size", kHidden},
                  {"intermediate_size", kMlp},
                  {"max_position_embeddings", 32768},
                  {"model_type", "qwen2"},
                  {"num_attention_heads", kHeads},
                  {"num_hidden_layers", kLayers},
                  {"num_key_value_heads", kKvHeads},
                  {"rms_norm_eps", 1e-6},
                  {"rope_scaling", {{"factor", 2.0}, {"rope_type", "dynamic"}, {"type", "dynamic"}}},
                  {"rope_theta", 1000000.0},
                  {"sliding_window", nullptr},
                  {"tie_word_embeddings", false},
                  {"torch_dtype", "bfloat16"},
                  {"use_sliding_window", false},
                  {"vocab_size", vocabularySize}}},
                {"max_dynamic_patch", 12},
                {"min_dynamic_patch", 1},
                {"ps_version", "v2"},
                {"select_layer", -1},
                {"template", "internvl2_5"},
                {"tie_word_embeddings", false},
                {"torch_dtype", "bfloat16"},
                {"use_thumbnail", true},
                {"vision_config",
                 {{"architectures", Json::array({"InternVisionModel"})},
                  {"hidden_act", "gelu"},
                  {"hidden_size", kVisionHidden},
                  {"image_size", kImageSize},
                  {"intermediate_size", kVisionMlp},
                  {"layer_norm_eps", 1e-6},
                  {"model_type", "intern_vit_6b"},
                  {"norm_type", "layer_norm"},
                  {"num_attention_heads", kVisionHeads},
                  {"num_channels", 3},
                  {"num_hidden_layers", kVisionLayers},
                  {"patch_size", kPatchSize},
                  {"qk_normalization", false},
                  {"qkv_bias", true}}}};
}

void writeText(const fs::path& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    if (!out) throw std::runtime_error(file.string() + " cannot be written");
}

void writeTokenizer(const fs::path& folder, const WordsVocabulary& vocabulary) {
    Json ids = Json::object(), added = Json::object(), decoder = Json::object();
    for (std::size_t id = 0; id < vocabulary.tokens.size(); ++id)
        ids[vocabulary.tokens[id]] = id;
    for (std::size_t i = 0; i < kSpecialTokens.size(); ++i) {
        const std::size_t id = vocabulary.tokens.size() + i;
        added[kSpecialTokens[i]] = id;
        decoder[std::to_string(id)] = {{"content", kSpecialTokens[i]}, {"lstrip", false},
                                       {"normalized", false},          {"rstrip", false},
                                       {"single_word", false},         {"special", true}};
    }
    std::string merges = "#version: 0.2\n";
    for (const auto& [left, right] : vocabulary.merges)
        merges += left + " " + right + "\n";
    writeText(folder / "vocab.json", ids.dump());
    writeText(folder / "merges.txt", merges);
    writeText(folder / "added_tokens.json", added.dump(2));
    writeText(folder / "special_tokens_map.json",
              Json{{"additional_special_tokens", Json::array({"<img>", "</img>", "<IMG_CONTEXT>"})},
                   {"eos_token", "<|im_end|>"},
                   {"pad_token", "<|endoftext|>"}}
                  .dump(2));
    writeText(folder / "tokenizer_config.json", Json{{"add_bos_token", false},
                                                     {"add_prefix_space", false},
                                                     {"added_tokens_decoder", decoder},
                                                     {"bos_token", nullptr},
                                                     {"eos_token", "<|im_end|>"},
                                                     {"errors", "replace"},
                                                     {"model_max_length", 32768},
                                                     {"pad_token", "<|endoftext|>"},
                                                     {"tokenizer_class", "Qwen2Tokenizer"},
                                                     {"unk_token", nullptr}}
                                                    .dump(2));
    writeText(
        folder / "generation_config.json",
        Json{{"do_sample", false}, {"eos_token_id", Json::array({added["<|im_end|>"]})}, {"max_new_tokens", 1024}}.dump(
            2));
    writeText(folder / "preprocessor_config.json", Json{{"crop_size", kImageSize},
                                                        {"do_center_crop", true},
                                                        {"do_normalize", true},
                                                        {"do_resize", true},
                                                        {"feature_extractor_type", "CLIPFeatureExtractor"},
                                                        {"image_mean", Json::array({0.485, 0.456, 0.406})},
                                                        {"image_std", Json::array({0.229, 0.224, 0.225})},
                                                        {"resample", 3},
                                                        {"size", kImageSize}}
                                                       .dump(2));
}

fleming::inference::Config modelConfig(std::size_t vocabularySize) {
    fleming::inference::Config config;
    config.vision.layers = kVisionLayers;
    config.vision.hidden = kVisionHidden;
    config.vision.heads = kVisionHeads;
    config.vision.mlp = kVisionMlp;
    config.vision.imageSize = kImageSize;
    config.vision.patchSize = kPatchSize;
    config.tileSize = kImageSize;
    config.language.layers = kLayers;
    config.language.hidden = kHidden;
    config.language.heads = kHeads;
    config.language.kvHeads = kKvHeads;
    config.language.headSize = kHidden / kHeads;
    config.language.mlp = kMlp;
    config.language.vocabulary = static_cast<std::int64_t>(vocabularySize);
    return config;
}

/// Random weights. Uses only the engines of <random>, whose results the C++ standard defines, and no distribution.
class RandomWeights {
public:
    RandomWeights(std::uint64_t seed, const WordsVocabulary& vocabulary) : random_(seed), vocabulary_(vocabulary) {}

    std::vector<float> values(const std::string& name, const Shape& shape) {
        std::size_t count = 1;
        for (const std::int64_t size : shape)
            count *= static_cast<std::size_t>(size);
        std::vector<float> values(count);
        const float scale = weightScale(name, shape);
        for (float& value : values)
            value = scale * uniform();
        if (isNorm(name)) {
            for (float& value : values)
                value += 1.0F;
        }
        const auto width = static_cast<std::size_t>(shape.back());
        // Component 0 of each token embedding is a constant that no layer changes. The output layer maps it to a bias
        // of each token, so that the model generates whole words instead of arbitrary bytes.
        if (name.ends_with("embed_tokens.weight")) setFirstColumn(values, width, [](std::size_t) { return kAnchor; });
        if (name.ends_with("o_proj.weight") || name.ends_with("down_proj.weight"))
            std::fill_n(values.begin(), width, 0.0F);
        if (name.ends_with("lm_head.weight"))
            setFirstColumn(values, width, [this](std::size_t id) { return tokenBias(id); });
        return values;
    }

private:
    static constexpr float kAnchor = 4.0F;

    static bool isNorm(const std::string& name) {
        return name.ends_with("norm.weight") || name.ends_with("norm1.weight") || name.ends_with("norm2.weight") ||
               name.ends_with("layernorm.weight") || name == "mlp1.0.weight";
    }

    /// Returns a value uniform in [-1.7, 1.7), with variance 1.
    float uniform() { return 3.4F * (static_cast<float>(random_() >> 40) / 16777216.0F - 0.5F); }

    /// Returns the scale that keeps the variance of activations from layer to layer.
    static float weightScale(const std::string& name, const Shape& shape) {
        if (name.ends_with("embed_tokens.weight") || name.ends_with("lm_head.weight")) return 1.0F;
        if (isNorm(name) || name.ends_with(".bias")) return 0.05F;
        if (name.ends_with("ls1") || name.ends_with("ls2")) return 0.5F;
        if (name.ends_with("embedding")) return 0.3F;
        std::int64_t inputs = 1;
        for (std::size_t i = 1; i < shape.size(); ++i)
            inputs *= shape[i];
        return 1.5F / std::sqrt(static_cast<float>(inputs));
    }

    template <typename Value>
    static void setFirstColumn(std::vector<float>& values, std::size_t width, const Value& value) {
        for (std::size_t row = 0; row * width < values.size(); ++row)
            values[row * width] = value(row);
    }

    /// Favours whole words and, sometimes, the end of the answer.
    float tokenBias(std::size_t id) const {
        if (id < vocabulary_.tokens.size()) return vocabulary_.isWord(id) ? 3.0F : -40.0F;
        return kSpecialTokens[id - vocabulary_.tokens.size()] == "<|im_end|>" ? 5.0F : -40.0F;
    }

    std::mt19937_64 random_;
    const WordsVocabulary& vocabulary_;
};

/// Returns the values as little-endian bfloat16.
std::vector<std::byte> bfloat16Bytes(const std::vector<float>& values) {
    std::vector<std::byte> bytes(values.size() * 2);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const fleming::inference::Bfloat16 rounded = fleming::inference::toBfloat16(values[i]);
        bytes[2 * i] = static_cast<std::byte>(rounded & 0xFF);
        bytes[2 * i + 1] = static_cast<std::byte>(rounded >> 8);
    }
    return bytes;
}

void writeWeights(const fs::path& folder, const WordsVocabulary& vocabulary, std::uint64_t seed) {
    RandomWeights random(seed, vocabulary);
    std::map<std::string, fleming::inference::TensorToWrite> tensors;
    fleming::inference::Weights unused;
    fleming::inference::forEachTensor(modelConfig(vocabulary.tokens.size() + kSpecialTokens.size()), unused,
                                      [&](torch::Tensor&, const std::string& name, const Shape& shape) {
                                          tensors[name] = {"BF16", shape, bfloat16Bytes(random.values(name, shape))};
                                      });
    fleming::inference::writeSafetensors(folder / "model.safetensors", tensors);
}

std::vector<std::string> readWords() {
    std::ifstream in(FLEMING_WORDS);
    std::vector<std::string> words;
    for (std::string word; in >> word;)
        words.push_back(word);
    if (words.empty()) throw std::runtime_error(std::string(FLEMING_WORDS) + " contains no words");
    return words;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2 || count > 3) {
        std::cerr << "usage: fleming_make_random_model FOLDER [SEED]\n";
        return 2;
    }
    try {
        const fs::path folder = arguments[1];
        const std::uint64_t seed = count == 3 ? std::stoull(arguments[2]) : 1;
        const WordsVocabulary vocabulary = fleming::random_model::learnVocabulary(readWords());
        fs::create_directories(folder);
        writeWeights(folder, vocabulary, seed);
        writeTokenizer(folder, vocabulary);
        // Written last: its existence means that the folder is complete.
        writeText(folder / "config.json", makeConfig(vocabulary.tokens.size() + kSpecialTokens.size()).dump(2));
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}
