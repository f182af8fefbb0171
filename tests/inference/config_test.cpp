// config.json in both layouts, and the errors of files that cannot be used.
#include "inference/checkpoint/config.h"

#include "tests/base/thrown_error.h"
#include "tests/inference/tiny_checkpoint.h"

#include <functional>
#include <gtest/gtest.h>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fleming::inference {
namespace {

using test::TemporaryFolder;
using Json = nlohmann::json;

Config read(const Json& json) {
    const TemporaryFolder folder;
    test::writeText(folder.path() / "config.json", json.dump());
    return readConfig(folder.path());
}

/// Returns the Error with which a config.json of this content is refused. Its source must be that file.
std::optional<Error> refusal(const std::string& content) {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "config.json";
    test::writeText(file, content);
    const auto error = test::thrownError([&] { readConfig(folder.path()); });
    if (error) {
        EXPECT_EQ(error->source(), file);
    }
    return error;
}

/// Expects that a config.json of this content is refused with this code and these first arguments.
void expectRefusal(const std::string& content, const std::string& code, const std::vector<std::string>& arguments) {
    const auto error = refusal(content);
    ASSERT_TRUE(error) << code;
    EXPECT_EQ(error->code(), code) << error->what();
    ASSERT_GE(error->arguments().size(), arguments.size()) << error->what();
    for (std::size_t i = 0; i < arguments.size(); ++i)
        EXPECT_EQ(error->arguments()[i], arguments[i]) << error->what();
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

TEST(Config, ReadsTheLayoutOfTransformers) {
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

TEST(Config, DerivesTheSizesOfFlemingVl8B) {
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

TEST(Config, UsesDefaultsForAbsentKeys) {
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

TEST(Config, TakesTiedEmbeddingsFromTheLanguageModel) {
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
    expectRefusal(json.dump(), "config.no_such_layer", {"select_layer", "2"});
}

struct Fault {
    std::string code;
    std::string key;  ///< the first argument of the Error
    std::function<void(Json&)> damage;
};

TEST(Config, NamesTheKeyAtFault) {
    const std::vector<Fault> faults{
        {"config.missing_key", "llm_config", [](Json& j) { j.erase("llm_config"); }},
        {"config.not_an_object", "vision_config", [](Json& j) { j["vision_config"] = "none"; }},
        {"config.missing_key", "llm_config.hidden_size", [](Json& j) { j["llm_config"].erase("hidden_size"); }},
        {"config.integer_out_of_range", "llm_config.hidden_size",
         [](Json& j) { j["llm_config"]["hidden_size"] = -12; }},
        {"config.integer_out_of_range", "llm_config.hidden_size", [](Json& j) { j["llm_config"]["hidden_size"] = 0; }},
        {"config.integer_out_of_range", "llm_config.hidden_size",
         [](Json& j) { j["llm_config"]["hidden_size"] = "12"; }},
        {"config.integer_out_of_range", "llm_config.hidden_size",
         [](Json& j) { j["llm_config"]["hidden_size"] = 12.5; }},
        {"config.integer_out_of_range", "llm_config.hidden_size",
         [](Json& j) { j["llm_config"]["hidden_size"] = 18446744073709551615ULL; }},
        {"config.not_a_multiple", "llm_config.hidden_size", [](Json& j) { j["llm_config"]["hidden_size"] = 13; }},
        {"config.integer_out_of_range", "llm_config.num_hidden_layers",
         [](Json& j) { j["llm_config"]["num_hidden_layers"] = 2000000000; }},
        {"config.integer_out_of_range", "llm_config.vocab_size",
         [](Json& j) { j["llm_config"]["vocab_size"] = 1LL << 40; }},
        {"config.not_a_multiple", "llm_config.num_attention_heads",
         [](Json& j) { j["llm_config"]["num_key_value_heads"] = 3; }},
        {"config.bad_head_size", "llm_config.hidden_size", [](Json& j) { j["llm_config"]["num_attention_heads"] = 4; }},
        {"config.number_out_of_range", "llm_config.rms_norm_eps",
         [](Json& j) { j["llm_config"]["rms_norm_eps"] = -1.0; }},
        {"config.number_out_of_range", "llm_config.rms_norm_eps",
         [](Json& j) { j["llm_config"]["rms_norm_eps"] = "small"; }},
        {"config.unsupported_value", "llm_config.rope_scaling.rope_type",
         [](Json& j) { j["llm_config"]["rope_scaling"]["rope_type"] = "yarn"; }},
        {"config.missing_key", "llm_config.rope_scaling.factor",
         [](Json& j) { j["llm_config"]["rope_scaling"].erase("factor"); }},
        {"config.unsupported_value", "llm_config.hidden_act", [](Json& j) { j["llm_config"]["hidden_act"] = "relu"; }},
        {"config.unsupported_value", "llm_config.use_sliding_window",
         [](Json& j) { j["llm_config"]["use_sliding_window"] = true; }},
        {"config.unsupported_architecture", "llm_config.architectures",
         [](Json& j) { j["llm_config"]["architectures"] = {"InternLM2ForCausalLM"}; }},
        {"config.not_a_list_of_strings", "llm_config.architectures",
         [](Json& j) { j["llm_config"]["architectures"] = Json::array(); }},
        {"config.not_a_multiple", "vision_config.hidden_size",
         [](Json& j) { j["vision_config"]["num_attention_heads"] = 3; }},
        {"config.not_a_multiple", "vision_config.image_size", [](Json& j) { j["vision_config"]["image_size"] = 57; }},
        {"config.not_square", "vision_config.image_size",
         [](Json& j) {
             j["vision_config"]["image_size"] = {56, 70};
         }},
        {"config.integer_out_of_range", "vision_config.patch_size",
         [](Json& j) { j["vision_config"]["patch_size"] = 0; }},
        {"config.unsupported_value", "vision_config.norm_type",
         [](Json& j) { j["vision_config"]["norm_type"] = "batch_norm"; }},
        {"config.not_a_boolean", "vision_config.qkv_bias", [](Json& j) { j["vision_config"]["qkv_bias"] = 1; }},
        {"config.unsupported_value", "vision_config.hidden_act",
         [](Json& j) { j["vision_config"]["hidden_act"] = "quick_gelu"; }},
        {"config.unsupported_value", "vision_config.model_type",
         [](Json& j) { j["vision_config"]["model_type"] = "siglip"; }},
        {"config.number_out_of_range", "downsample_ratio", [](Json& j) { j["downsample_ratio"] = 0.0; }},
        {"config.bad_downsample_ratio", "downsample_ratio", [](Json& j) { j["downsample_ratio"] = 0.4; }},
        {"config.patches_not_divisible", "downsample_ratio", [](Json& j) { j["downsample_ratio"] = 1.0 / 3; }},
        {"config.not_a_multiple", "force_image_size", [](Json& j) { j["force_image_size"] = 60; }},
        {"config.unsupported_value", "ps_version", [](Json& j) { j["ps_version"] = "v3"; }},
        {"config.unsupported_value", "template", [](Json& j) { j["template"] = "phi3-chat"; }},
    };
    for (const Fault& fault : faults) {
        Json json = published();
        fault.damage(json);
        expectRefusal(json.dump(), fault.code, {fault.key});
    }
}

TEST(Config, NamesTheOtherKeyOfASizeThatDoesNotFit) {
    Json json = published();
    json["force_image_size"] = 60;
    expectRefusal(json.dump(), "config.not_a_multiple", {"force_image_size", "vision_config.patch_size"});
}

TEST(Config, NamesTheArchitecturesThatAreSupported) {
    const std::string supported = "InternVLChatModel, InternVLForConditionalGeneration";
    Json json = published();
    json["architectures"] = {"LlavaForConditionalGeneration"};
    expectRefusal(json.dump(), "config.unsupported_architecture",
                  {"architectures", "LlavaForConditionalGeneration", supported});
    expectRefusal("{}", "config.missing_architecture", {"architectures", supported});
}

TEST(Config, RefusesInvalidJson) {
    const std::string nested(2'000'000, '[');
    const std::string text = published().dump();
    for (const auto& [damaged, code] :
         std::vector<std::pair<std::string, std::string>>{{"", "json.empty_file"},
                                                          {"null", "json.not_an_object"},
                                                          {"[]", "json.not_an_object"},
                                                          {"{", "json.syntax_error"},
                                                          {nested, "json.too_deeply_nested"},
                                                          {"{\"a\":" + nested, "json.too_deeply_nested"},
                                                          {text.substr(0, text.size() / 2), "json.syntax_error"},
                                                          {text + "x", "json.syntax_error"},
                                                          {"{\"a\": \"\xff\xfe\"}", "json.syntax_error"},
                                                          {"{\"a\": 1e999}", "json.number_out_of_range"},
                                                          {std::string(5 << 20, ' '), "json.too_large"}}) {
        expectRefusal(damaged, code, {});
    }
}

TEST(Config, BoundsTheLengthOfArguments) {
    Json json = published();
    json["architectures"] = {std::string(1'000'000, 'x') + '\n'};
    const auto error = refusal(json.dump());
    ASSERT_TRUE(error);
    EXPECT_LT(std::string(error->what()).size(), 400U);
}

TEST(Config, NamesAMissingFolderOrFile) {
    const auto refusalOf = [](const std::filesystem::path& folder) {
        return test::thrownError([&] { readConfig(folder); }).value();
    };
    EXPECT_EQ(refusalOf("/nowhere/at/all"), Error("checkpoint.not_a_folder", "/nowhere/at/all"));
    const TemporaryFolder folder;
    EXPECT_EQ(refusalOf(folder.path()), Error("checkpoint.missing_config", folder.path() / "config.json"));
    test::writeText(folder.path() / "file", "");
    EXPECT_EQ(refusalOf(folder.path() / "file"), Error("checkpoint.not_a_folder", folder.path() / "file"));
}

}  // namespace
}  // namespace fleming::inference
