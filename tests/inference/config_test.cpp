// config.json of both layouts, and what is said of one that cannot be used.
#include "inference/checkpoint/config.h"

#include "base/error.h"
#include "tests/inference/tiny_checkpoint.h"

#include <functional>
#include <gtest/gtest.h>
#include <string>

namespace fleming::inference {
namespace {

using test::TemporaryFolder;
using Json = nlohmann::json;

Config read(const Json& json) {
    const TemporaryFolder folder;
    test::writeText(folder.path() / "config.json", json.dump());
    return readConfig(folder.path());
}

/// The message with which `text` is refused; empty where it is not.
std::string refusal(const std::string& text) {
    const TemporaryFolder folder;
    test::writeText(folder.path() / "config.json", text);
    try {
        readConfig(folder.path());
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

Json published() {
    return test::publishedCheckpoint().config;
}

TEST(Config, ReadsThePublishedLayout) {
    const Config config = read(published());
    EXPECT_EQ(config.architecture, "InternVLChatModel");
    EXPECT_EQ(config.vision.layers, 2);
    EXPECT_EQ(config.vision.hidden, 8);
    EXPECT_EQ(config.vision.heads, 2);
    EXPECT_EQ(config.vision.mlp, 12);
    EXPECT_EQ(config.vision.imageSize, 56);
    EXPECT_EQ(config.vision.patchSize, 14);
    EXPECT_EQ(config.vision.norm, NormType::layerNorm);
    EXPECT_TRUE(config.vision.qkvBias);
    EXPECT_FALSE(config.vision.qkNormalization);
    EXPECT_EQ(config.language.layers, 2);
    EXPECT_EQ(config.language.hidden, 12);
    EXPECT_EQ(config.language.heads, 2);
    EXPECT_EQ(config.language.kvHeads, 1);
    EXPECT_EQ(config.language.headSize, 6);
    EXPECT_EQ(config.language.mlp, 20);
    EXPECT_EQ(config.language.vocabulary, 30);
    EXPECT_EQ(config.language.maxPositionEmbeddings, 32768);
    EXPECT_DOUBLE_EQ(config.language.ropeTheta, 1e6);
    EXPECT_DOUBLE_EQ(config.language.dynamicNtkFactor, 2.0);
    EXPECT_FALSE(config.language.tiedEmbeddings);
    EXPECT_EQ(config.tileSize, 56);
    EXPECT_TRUE(config.pixelShuffleV2);
    EXPECT_EQ(config.selectLayer, -1);
    EXPECT_EQ(config.dtype, "bfloat16");
    EXPECT_EQ(config.tokensPerImage(), 4);
}

TEST(Config, ReadsTheRmsNormTower) {
    const Config config = read(test::publishedRmsCheckpoint().config);
    EXPECT_EQ(config.vision.norm, NormType::rmsNorm);
    EXPECT_TRUE(config.vision.qkNormalization);
    EXPECT_FALSE(config.vision.qkvBias);
}

TEST(Config, ReadsTransformersOwnLayoutToTheSame) {
    const Config one = read(published());
    const Config other = read(test::transformersCheckpoint().config);
    EXPECT_EQ(other.architecture, "InternVLForConditionalGeneration");
    EXPECT_EQ(other.vision.imageSize, one.vision.imageSize);
    EXPECT_EQ(other.vision.qkvBias, one.vision.qkvBias);
    EXPECT_EQ(other.language.headSize, one.language.headSize);
    EXPECT_DOUBLE_EQ(other.language.ropeTheta, one.language.ropeTheta);
    EXPECT_DOUBLE_EQ(other.language.dynamicNtkFactor, one.language.dynamicNtkFactor);
    EXPECT_EQ(other.tileSize, one.tileSize);
    EXPECT_EQ(other.pixelShuffleV2, one.pixelShuffleV2);
    EXPECT_EQ(other.dtype, one.dtype);
}

TEST(Config, FlemingVl8BHasTheSizesOfItsDescription) {
    Json json = published();
    json["force_image_size"] = 448;
    json["vision_config"].update(
        Json::parse(R"({"hidden_size": 1024, "num_hidden_layers": 24, "num_attention_heads": 16,
        "intermediate_size": 4096, "image_size": 448})"));
    json["llm_config"].update(Json::parse(R"({"hidden_size": 3584, "num_hidden_layers": 28, "num_attention_heads": 28,
        "num_key_value_heads": 4, "intermediate_size": 18944, "vocab_size": 151674})"));
    const Config config = read(json);
    EXPECT_EQ(config.language.headSize, 128);
    EXPECT_EQ(config.patchesPerSide(), 32);
    EXPECT_EQ(config.tokensPerImage(), 256);
}

TEST(Config, KnowsWhatAbsentKeysMean) {
    Json json = published();
    json.erase("force_image_size");
    json.erase("ps_version");
    json.erase("downsample_ratio");
    json.erase("tie_word_embeddings");
    json["llm_config"].erase("rope_scaling");
    json["llm_config"].erase("tie_word_embeddings");
    const Config config = read(json);
    EXPECT_EQ(config.tileSize, config.vision.imageSize);
    EXPECT_FALSE(config.pixelShuffleV2);
    EXPECT_DOUBLE_EQ(config.downsampleRatio, 0.5);
    EXPECT_DOUBLE_EQ(config.language.dynamicNtkFactor, 0.0);
    EXPECT_FALSE(config.language.tiedEmbeddings);
}

TEST(Config, TheLanguageModelDecidesAboutTiedEmbeddings) {
    Json json = published();
    json["llm_config"]["tie_word_embeddings"] = true;
    EXPECT_TRUE(read(json).language.tiedEmbeddings);
    json["llm_config"]["tie_word_embeddings"] = false;
    json["tie_word_embeddings"] = true;
    EXPECT_FALSE(read(json).language.tiedEmbeddings);
}

TEST(Config, CountsTheSelectedLayerFromTheEnd) {
    Json json = published();
    for (const auto& [written, expected] : {std::pair{-2, -2}, {2, -1}, {0, -3}, {-3, -3}}) {
        json["select_layer"] = written;
        EXPECT_EQ(read(json).selectLayer, expected) << written;
    }
    json["select_layer"] = 3;
    EXPECT_NE(refusal(json.dump()).find("select_layer"), std::string::npos);
}

struct Fault {
    std::string key;  ///< must be named by the message
    std::function<void(Json&)> damage;
};

TEST(Config, NamesTheKeyThatIsWrong) {
    const std::vector<Fault> faults{
        {"llm_config", [](Json& j) { j.erase("llm_config"); }},
        {"vision_config", [](Json& j) { j["vision_config"] = "none"; }},
        {"llm_config.hidden_size", [](Json& j) { j["llm_config"].erase("hidden_size"); }},
        {"llm_config.hidden_size", [](Json& j) { j["llm_config"]["hidden_size"] = -12; }},
        {"llm_config.hidden_size", [](Json& j) { j["llm_config"]["hidden_size"] = 0; }},
        {"llm_config.hidden_size", [](Json& j) { j["llm_config"]["hidden_size"] = "12"; }},
        {"llm_config.hidden_size", [](Json& j) { j["llm_config"]["hidden_size"] = 12.5; }},
        {"llm_config.hidden_size", [](Json& j) { j["llm_config"]["hidden_size"] = 18446744073709551615ULL; }},
        {"llm_config.hidden_size", [](Json& j) { j["llm_config"]["hidden_size"] = 13; }},
        {"llm_config.num_hidden_layers", [](Json& j) { j["llm_config"]["num_hidden_layers"] = 2000000000; }},
        {"llm_config.vocab_size", [](Json& j) { j["llm_config"]["vocab_size"] = 1LL << 40; }},
        {"llm_config.num_attention_heads", [](Json& j) { j["llm_config"]["num_key_value_heads"] = 3; }},
        {"llm_config.hidden_size", [](Json& j) { j["llm_config"]["num_attention_heads"] = 4; }},
        {"llm_config.rms_norm_eps", [](Json& j) { j["llm_config"]["rms_norm_eps"] = -1.0; }},
        {"llm_config.rms_norm_eps", [](Json& j) { j["llm_config"]["rms_norm_eps"] = "small"; }},
        {"llm_config.rope_scaling", [](Json& j) { j["llm_config"]["rope_scaling"]["rope_type"] = "yarn"; }},
        {"llm_config.rope_scaling.factor", [](Json& j) { j["llm_config"]["rope_scaling"].erase("factor"); }},
        {"llm_config.hidden_act", [](Json& j) { j["llm_config"]["hidden_act"] = "relu"; }},
        {"llm_config.use_sliding_window", [](Json& j) { j["llm_config"]["use_sliding_window"] = true; }},
        {"llm_config.architectures", [](Json& j) { j["llm_config"]["architectures"] = {"InternLM2ForCausalLM"}; }},
        {"llm_config.architectures", [](Json& j) { j["llm_config"]["architectures"] = Json::array(); }},
        {"vision_config.hidden_size", [](Json& j) { j["vision_config"]["num_attention_heads"] = 3; }},
        {"vision_config.image_size", [](Json& j) { j["vision_config"]["image_size"] = 57; }},
        {"vision_config.image_size",
         [](Json& j) {
             j["vision_config"]["image_size"] = {56, 70};
         }},
        {"vision_config.patch_size", [](Json& j) { j["vision_config"]["patch_size"] = 0; }},
        {"vision_config.norm_type", [](Json& j) { j["vision_config"]["norm_type"] = "batch_norm"; }},
        {"vision_config.qkv_bias", [](Json& j) { j["vision_config"]["qkv_bias"] = 1; }},
        {"vision_config.hidden_act", [](Json& j) { j["vision_config"]["hidden_act"] = "quick_gelu"; }},
        {"vision_config.model_type", [](Json& j) { j["vision_config"]["model_type"] = "siglip"; }},
        {"downsample_ratio", [](Json& j) { j["downsample_ratio"] = 0.0; }},
        {"downsample_ratio", [](Json& j) { j["downsample_ratio"] = 0.4; }},
        {"downsample_ratio", [](Json& j) { j["downsample_ratio"] = 1.0 / 3; }},
        {"force_image_size", [](Json& j) { j["force_image_size"] = 60; }},
        {"ps_version", [](Json& j) { j["ps_version"] = "v3"; }},
        {"template", [](Json& j) { j["template"] = "phi3-chat"; }},
    };
    for (const Fault& fault : faults) {
        Json json = published();
        fault.damage(json);
        const std::string message = refusal(json.dump());
        EXPECT_NE(message.find("config.json"), std::string::npos) << fault.key << ": " << message;
        EXPECT_NE(message.find('"' + fault.key + '"'), std::string::npos) << fault.key << ": " << message;
    }
}

TEST(Config, NamesTheArchitecturesThatAreSupported) {
    Json json = published();
    json["architectures"] = {"LlavaForConditionalGeneration"};
    const std::string message = refusal(json.dump());
    for (const char* part :
         {"LlavaForConditionalGeneration", "InternVLChatModel", "InternVLForConditionalGeneration"}) {
        EXPECT_NE(message.find(part), std::string::npos) << message;
    }
    EXPECT_NE(refusal("{}").find("InternVLChatModel"), std::string::npos);
}

TEST(Config, RefusesWhatIsNoJson) {
    const std::string nested(2'000'000, '[');
    const std::string text = published().dump();
    for (const std::string& damaged :
         {std::string(), std::string("null"), std::string("[]"), std::string("{"), nested, "{\"a\":" + nested,
          text.substr(0, text.size() / 2), text + "x", std::string("{\"a\": \"\xff\xfe\"}"),
          std::string("{\"a\": 1e999}"), std::string(5 << 20, ' ')}) {
        const std::string message = refusal(damaged);
        EXPECT_NE(message.find("config.json"), std::string::npos) << damaged.substr(0, 40);
        EXPECT_LT(message.size(), 400U);
    }
}

TEST(Config, SaysThatAFolderIsMissing) {
    EXPECT_THROW(readConfig("/nowhere/at/all"), Error);
    const TemporaryFolder folder;
    EXPECT_THROW(readConfig(folder.path()), Error);
    test::writeText(folder.path() / "file", "");
    EXPECT_THROW(readConfig(folder.path() / "file"), Error);
}

}  // namespace
}  // namespace fleming::inference
