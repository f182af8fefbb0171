// Checkpoints that cannot be used, as a whole: one message each, naming the file and the fault.
#include "base/error.h"
#include "inference/checkpoint/config.h"
#include "inference/checkpoint/safetensors.h"
#include "inference/checkpoint/weights.h"
#include "tests/inference/tiny_checkpoint.h"

#include <functional>
#include <gtest/gtest.h>
#include <random>
#include <string>

namespace fleming::inference {
namespace {

using test::TemporaryFolder;
using test::TinyCheckpoint;

/// The message with which a folder is refused; empty where it loads.
std::string refusalOf(const std::filesystem::path& folder) {
    try {
        const Config config = readConfig(folder);
        loadWeights(std::make_shared<TensorStore>(folder), config, everythingOn(torch::kCPU), torch::kFloat32);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

std::string refusal(const std::function<void(TinyCheckpoint&)>& damage,
                    TinyCheckpoint checkpoint = test::publishedCheckpoint()) {
    const TemporaryFolder folder;
    damage(checkpoint);
    test::write(checkpoint, folder.path());
    return refusalOf(folder.path());
}

void expectNamed(const std::string& message, std::initializer_list<const char*> parts) {
    for (const char* part : parts)
        EXPECT_NE(message.find(part), std::string::npos) << part << " in: " << message;
}

TEST(BadCheckpoint, TheUndamagedOnesLoad) {
    EXPECT_EQ(refusal([](TinyCheckpoint&) {}), "");
    EXPECT_EQ(refusal([](TinyCheckpoint&) {}, test::publishedRmsCheckpoint()), "");
    EXPECT_EQ(refusal([](TinyCheckpoint&) {}, test::transformersCheckpoint()), "");
}

TEST(BadCheckpoint, MissingTensor) {
    expectNamed(refusal([](TinyCheckpoint& c) { c.tensors.erase("mlp1.3.bias"); }),
                {"model.safetensors", "mlp1.3.bias"});
    expectNamed(refusal([](TinyCheckpoint& c) { c.tensors.erase("language_model.lm_head.weight"); }), {"lm_head"});
    expectNamed(refusal([](TinyCheckpoint& c) { c.tensors.clear(); }), {"model.safetensors", "more"});
    // One of q, k and v.
    expectNamed(
        refusal(
            [](TinyCheckpoint& c) { c.tensors.erase("model.vision_tower.encoder.layer.1.attention.k_proj.weight"); },
            test::transformersCheckpoint()),
        {"layers.1.attn.qkv.weight"});
}

TEST(BadCheckpoint, WrongShape) {
    const auto reshape = [](const std::string& name, std::vector<std::int64_t> shape) {
        return [=](TinyCheckpoint& c) { c.tensors[name] = test::tensorOf("BF16", shape, 5); };
    };
    expectNamed(refusal(reshape("mlp1.1.weight", {12, 31})),
                {"model.safetensors", "mlp1.1.weight", "[12, 31]", "[12, 32]"});
    expectNamed(refusal(reshape("language_model.model.embed_tokens.weight", {29, 12})), {"embed_tokens"});
    // The right number of elements in another shape.
    expectNamed(refusal(reshape("language_model.model.layers.0.mlp.up_proj.weight", {12, 20})), {"up_proj"});
    expectNamed(refusal(reshape("vision_model.embeddings.class_embedding", {8})), {"class_embedding"});
}

TEST(BadCheckpoint, WrongType) {
    expectNamed(refusal([](TinyCheckpoint& c) { c.tensors["mlp1.3.bias"].typeName = "I16"; }),
                {"model.safetensors", "mlp1.3.bias", "I16"});
}

TEST(BadCheckpoint, TheSameTensorByTwoNames) {
    expectNamed(
        refusal([](TinyCheckpoint& c) { c.tensors["lm_head.weight"] = c.tensors["language_model.lm_head.weight"]; }),
        {"model.safetensors", "lm_head.weight"});
}

TEST(BadCheckpoint, AConfigThatPromisesMoreThanThereIs) {
    // Sizes in bounds but far over the file: refused by the tensors' shapes, without an allocation of that size.
    expectNamed(refusal([](TinyCheckpoint& c) {
                    c.config["llm_config"]["vocab_size"] = 16'000'000;
                    c.config["llm_config"]["num_hidden_layers"] = 1024;
                }),
                {"model.safetensors", "embed_tokens"});
}

TEST(BadCheckpoint, MissingFiles) {
    const TemporaryFolder folder;
    expectNamed(refusalOf(folder.path()), {"config.json"});
    test::write(test::publishedCheckpoint(), folder.path());
    std::filesystem::remove(folder.path() / "model.safetensors");
    expectNamed(refusalOf(folder.path()), {"model.safetensors"});
    test::writeSharded(test::publishedCheckpoint(), folder.path());
    std::filesystem::remove(folder.path() / "model-00002-of-00002.safetensors");
    expectNamed(refusalOf(folder.path()), {"model-00002-of-00002.safetensors"});
}

TEST(BadCheckpoint, ATruncatedShard) {
    const TemporaryFolder folder;
    test::writeSharded(test::publishedCheckpoint(), folder.path());
    const auto shard = folder.path() / "model-00002-of-00002.safetensors";
    std::filesystem::resize_file(shard, std::filesystem::file_size(shard) / 2);
    expectNamed(refusalOf(folder.path()), {"model-00002-of-00002.safetensors", "truncated"});
}

/// Whatever happens to the bytes, the folder loads or gives one Error; FLEMING_FUZZ_ROUNDS in the environment makes it
/// long.
TEST(BadCheckpoint, RandomDamageNeverCrashes) {
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
            // Headers and texts are what decides; most damage goes there.
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
        const std::string message = refusalOf(folder.path());
        refused += message.empty() ? 0 : 1;
        EXPECT_LT(message.size(), 700U) << message;
        test::writeText(file, whole);
    }
    EXPECT_GT(refused, rounds / 2);
    EXPECT_EQ(refusalOf(folder.path()), "");
}

}  // namespace
}  // namespace fleming::inference
