// Checkpoints that cannot be used, as a whole: one Error each, with the file as its source.
#include "inference/checkpoint/config.h"
#include "inference/checkpoint/safetensors.h"
#include "inference/checkpoint/weights.h"
#include "tests/base/thrown_error.h"
#include "tests/inference/tiny_checkpoint.h"

#include <functional>
#include <gtest/gtest.h>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace fleming::inference {
namespace {

using test::TemporaryFolder;
using test::TinyCheckpoint;

/// Returns the Error with which a folder is refused, or nothing if it loads.
std::optional<Error> refusalOf(const std::filesystem::path& folder) {
    return test::thrownError([&] {
        const Config config = readConfig(folder);
        loadWeights(std::make_shared<TensorStore>(folder), config, singleDevice(torch::kCPU), torch::kFloat32);
    });
}

/// Returns the Error of a damaged checkpoint in one file. Its source must be model.safetensors.
std::optional<Error> refusal(const std::function<void(TinyCheckpoint&)>& damage,
                             TinyCheckpoint checkpoint = test::publishedCheckpoint()) {
    const TemporaryFolder folder;
    damage(checkpoint);
    test::write(checkpoint, folder.path());
    const auto error = refusalOf(folder.path());
    if (error) {
        EXPECT_EQ(error->source(), folder.path() / "model.safetensors");
    }
    return error;
}

void expectRefusal(const std::optional<Error>& error, const std::string& code,
                   const std::vector<std::string>& arguments) {
    ASSERT_TRUE(error) << code;
    EXPECT_EQ(error->code(), code) << error->what();
    EXPECT_EQ(error->arguments(), arguments) << error->what();
}

TEST(BadCheckpoint, LoadsIfUndamaged) {
    EXPECT_FALSE(refusal([](TinyCheckpoint&) {}));
    EXPECT_FALSE(refusal([](TinyCheckpoint&) {}, test::publishedRmsCheckpoint()));
    EXPECT_FALSE(refusal([](TinyCheckpoint&) {}, test::transformersCheckpoint()));
}

TEST(BadCheckpoint, RefusesAMissingTensor) {
    const std::string code = "weights.missing_tensor";
    expectRefusal(refusal([](TinyCheckpoint& c) { c.tensors.erase("mlp1.3.bias"); }), code, {"mlp1.3.bias", "1"});
    expectRefusal(refusal([](TinyCheckpoint& c) { c.tensors.erase("language_model.lm_head.weight"); }), code,
                  {"language_model.lm_head.weight", "1"});
    const std::size_t all = test::publishedCheckpoint().tensors.size();
    expectRefusal(refusal([](TinyCheckpoint& c) { c.tensors.clear(); }), code,
                  {"vision_model.embeddings.class_embedding", std::to_string(all)});
    // One of q, k and v.
    expectRefusal(
        refusal(
            [](TinyCheckpoint& c) { c.tensors.erase("model.vision_tower.encoder.layer.1.attention.k_proj.weight"); },
            test::transformersCheckpoint()),
        code, {"vision_model.encoder.layers.1.attn.qkv.weight", "1"});
}

TEST(BadCheckpoint, RefusesAWrongShape) {
    const auto expectWrongShape = [](const std::string& name, std::vector<std::int64_t> shape, const std::string& found,
                                     const std::string& expected) {
        expectRefusal(refusal([&](TinyCheckpoint& c) { c.tensors[name] = test::tensorOf("BF16", shape, 5); }),
                      "weights.wrong_shape", {name, found, expected});
    };
    expectWrongShape("mlp1.1.weight", {12, 31}, "[12, 31]", "[12, 32]");
    expectWrongShape("language_model.model.embed_tokens.weight", {29, 12}, "[29, 12]", "[30, 12]");
    // The right number of elements in another shape.
    expectWrongShape("language_model.model.layers.0.mlp.up_proj.weight", {12, 20}, "[12, 20]", "[20, 12]");
    expectWrongShape("vision_model.embeddings.class_embedding", {8}, "[8]", "[1, 1, 8]");
}

TEST(BadCheckpoint, RefusesAWrongType) {
    expectRefusal(refusal([](TinyCheckpoint& c) { c.tensors["mlp1.3.bias"].typeName = "I16"; }),
                  "weights.unsupported_type", {"mlp1.3.bias", "I16", "F32, F16, BF16"});
}

TEST(BadCheckpoint, RefusesATensorWithTwoNames) {
    expectRefusal(
        refusal([](TinyCheckpoint& c) { c.tensors["lm_head.weight"] = c.tensors["language_model.lm_head.weight"]; }),
        "weights.same_tensor_twice", {"language_model.lm_head.weight", "lm_head.weight"});
}

TEST(BadCheckpoint, RefusesAConfigLargerThanTheFile) {
    // The sizes are within bounds but far larger than the file: the shapes are refused without a large allocation.
    expectRefusal(refusal([](TinyCheckpoint& c) {
                      c.config["llm_config"]["vocab_size"] = 16'000'000;
                      c.config["llm_config"]["num_hidden_layers"] = 1024;
                  }),
                  "weights.wrong_shape", {"language_model.model.embed_tokens.weight", "[30, 12]", "[16000000, 12]"});
}

TEST(BadCheckpoint, RefusesMissingFiles) {
    const TemporaryFolder folder;
    EXPECT_EQ(refusalOf(folder.path()), Error("checkpoint.missing_config", folder.path() / "config.json"));
    test::write(test::publishedCheckpoint(), folder.path());
    std::filesystem::remove(folder.path() / "model.safetensors");
    EXPECT_EQ(refusalOf(folder.path()), Error("checkpoint.missing_weights", folder.path()));
    test::writeSharded(test::publishedCheckpoint(), folder.path());
    const auto shard = folder.path() / "model-00002-of-00002.safetensors";
    std::filesystem::remove(shard);
    const auto error = refusalOf(folder.path());
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), "file.cannot_open");
    EXPECT_EQ(error->source(), shard);
}

TEST(BadCheckpoint, RefusesATruncatedShard) {
    const TemporaryFolder folder;
    test::writeSharded(test::publishedCheckpoint(), folder.path());
    const auto shard = folder.path() / "model-00002-of-00002.safetensors";
    std::filesystem::resize_file(shard, std::filesystem::file_size(shard) / 2);
    const auto error = refusalOf(folder.path());
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), "safetensors.truncated");
    EXPECT_EQ(error->source(), shard);
}

/// With any damage to its bytes, the folder loads or throws one Error. The environment variables FLEMING_FUZZ_ROUNDS
/// and FLEMING_FUZZ_SEED lengthen and vary the test.
TEST(BadCheckpoint, SurvivesRandomDamage) {
    const char* wanted = std::getenv("FLEMING_FUZZ_ROUNDS");
    const int rounds = wanted == nullptr ? 300 : std::atoi(wanted);
    const char* seed = std::getenv("FLEMING_FUZZ_SEED");
    std::mt19937 random(seed == nullptr ? 1U : static_cast<unsigned>(std::atoi(seed)));
    const auto below = [&](std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
    };

    const TemporaryFolder folder;
    test::writeSharded(test::publishedCheckpoint(), folder.path());
    std::vector<std::pair<std::filesystem::path, std::string>> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        files.emplace_back(entry.path(), test::readText(entry.path()));
    }
    static constexpr const char* kPieces[] = {"[",
                                              "{",
                                              "}",
                                              "]",
                                              ",",
                                              ":",
                                              "\"",
                                              "null",
                                              "-1",
                                              "1e400",
                                              "18446744073709551615",
                                              "0",
                                              "999999999999",
                                              "true",
                                              "\\u0000",
                                              "\xff",
                                              "9223372036854775807",
                                              "\"a\":"};
    int refused = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto& [file, whole] = files[below(files.size())];
        std::string damaged = whole;
        for (std::size_t i = below(4) + 1; i > 0 && !damaged.empty(); --i) {
            // Most damage goes into the headers and texts.
            const std::size_t at = below(below(4) == 0 ? damaged.size() : std::min<std::size_t>(damaged.size(), 4000));
            switch (below(5)) {
                case 0:
                    damaged[at] = static_cast<char>(below(256));
                    break;
                case 1:
                    damaged.insert(at, kPieces[below(std::size(kPieces))]);
                    break;
                case 2:
                    damaged.erase(at, below(40));
                    break;
                case 3:
                    damaged.replace(at, std::min<std::size_t>(below(6), damaged.size() - at),
                                    kPieces[below(std::size(kPieces))]);
                    break;
                default:
                    damaged.resize(at);
                    break;
            }
        }
        test::writeText(file, damaged);
        if (const auto error = refusalOf(folder.path())) {
            ++refused;
            EXPECT_LT(std::string(error->what()).size(), 700U) << error->what();
        }
        test::writeText(file, whole);
    }
    EXPECT_GT(refused, rounds / 2);
    EXPECT_FALSE(refusalOf(folder.path()));
}

}  // namespace
}  // namespace fleming::inference
