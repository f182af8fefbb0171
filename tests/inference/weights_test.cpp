// Weights of both namings and all stored types: values, views without a copy, joined q, k, v, tied embeddings.
#include "inference/checkpoint/weights.h"

#include "base/error.h"
#include "inference/checkpoint/tensor_names.h"
#include "tests/inference/tiny_checkpoint.h"

#include <cmath>
#include <gtest/gtest.h>
#include <string>

namespace fleming::inference {
namespace {

using test::TemporaryFolder;
using test::TinyCheckpoint;

struct Loaded {
    Config config;
    std::shared_ptr<const TensorStore> store;
    Weights weights;
};

Loaded load(const std::filesystem::path& folder, torch::ScalarType dtype) {
    Loaded loaded;
    loaded.config = readConfig(folder);
    loaded.store = std::make_shared<TensorStore>(folder);
    loaded.weights = loadWeights(loaded.store, loaded.config, everythingOn(torch::kCPU), dtype);
    return loaded;
}

Loaded loadTiny(const TinyCheckpoint& checkpoint, torch::ScalarType dtype) {
    const TemporaryFolder folder;  // the mapping outlives the files
    test::write(checkpoint, folder.path());
    return load(folder.path(), dtype);
}

bool liesInTheMapping(const torch::Tensor& tensor, const TensorStore& store) {
    const auto* address = static_cast<const std::byte*>(tensor.data_ptr());
    for (const auto& [name, stored] : store.tensors()) {
        if (address >= stored.bytes.data() && address < stored.bytes.data() + stored.bytes.size()) return true;
    }
    return false;
}

/// Whether `tensor` holds what the checkpoint's tensor `name` was written with.
void expectWritten(const torch::Tensor& tensor, const TinyCheckpoint& checkpoint, const std::string& name) {
    const auto& written = checkpoint.tensors.at(name);
    ASSERT_EQ(tensor.sizes().vec(), written.shape) << name;
    const torch::Tensor values = tensor.to(torch::kFloat32).contiguous().view(-1);
    const torch::ScalarType type = written.typeName == "F32"   ? torch::kFloat32
                                   : written.typeName == "F16" ? torch::kFloat16
                                                               : torch::kBFloat16;
    const torch::Tensor expected =
        torch::from_blob(const_cast<std::byte*>(written.bytes.data()), {values.numel()}, type).to(torch::kFloat32);
    EXPECT_TRUE(torch::equal(values, expected)) << name;
}

TEST(Weights, AreViewsOfTheFileWhereTheTypeIsKept) {
    const TinyCheckpoint checkpoint = test::publishedCheckpoint("BF16");
    const Loaded loaded = loadTiny(checkpoint, torch::kBFloat16);
    const LanguageLayerWeights& layer = loaded.weights.language.layers.at(1);
    for (const torch::Tensor& tensor :
         {layer.q.weight, layer.down.weight, loaded.weights.language.lmHead.weight,
          loaded.weights.vision.layers.at(0).qkv.weight, loaded.weights.projector.fc2.bias}) {
        EXPECT_EQ(tensor.scalar_type(), torch::kBFloat16);
        EXPECT_TRUE(liesInTheMapping(tensor, *loaded.store));
    }
    expectWritten(layer.q.weight, checkpoint, "language_model.model.layers.1.self_attn.q_proj.weight");
    expectWritten(layer.k.bias, checkpoint, "language_model.model.layers.1.self_attn.k_proj.bias");
    expectWritten(loaded.weights.vision.patchEmbedding.weight, checkpoint,
                  "vision_model.embeddings.patch_embedding.weight");
    expectWritten(loaded.weights.projector.norm.bias, checkpoint, "mlp1.0.bias");
    EXPECT_FALSE(layer.o.bias.defined());
    EXPECT_FALSE(loaded.weights.vision.layers.at(0).qNorm.defined());
}

TEST(Weights, OfEveryStoredTypeBecomeTheTypeThatIsComputed) {
    for (const char* stored : {"F32", "F16", "BF16"}) {
        const TinyCheckpoint checkpoint = test::publishedCheckpoint(stored);
        for (const torch::ScalarType dtype : {torch::kFloat32, torch::kBFloat16}) {
            const Loaded loaded = loadTiny(checkpoint, dtype);
            const torch::Tensor& tensor = loaded.weights.language.layers.at(0).gate.weight;
            EXPECT_EQ(tensor.scalar_type(), dtype);
            expectWritten(tensor, checkpoint, "language_model.model.layers.0.mlp.gate_proj.weight");
        }
    }
}

TEST(Weights, WrittenValuesAreThoseOfTheirSeeds) {
    // Holds the test's own writer against arithmetic: bfloat16, float16 and float32 of the same values are equal.
    for (const char* stored : {"F32", "F16", "BF16"}) {
        TinyCheckpoint checkpoint = test::publishedCheckpoint();
        checkpoint.tensors["mlp1.3.bias"] = test::tensorOf(stored, {12}, 77);
        const Loaded loaded = loadTiny(checkpoint, torch::kFloat32);
        for (std::int64_t i = 0; i < 12; ++i) {
            EXPECT_EQ(loaded.weights.projector.fc2.bias[i].item<float>(),
                      test::valueOf(77, static_cast<std::size_t>(i)));
        }
    }
}

TEST(Weights, OfTheRmsNormTowerHaveNoBiasesAndQkNorms) {
    const TinyCheckpoint checkpoint = test::publishedRmsCheckpoint();
    const Loaded loaded = loadTiny(checkpoint, torch::kFloat32);
    const VisionLayerWeights& layer = loaded.weights.vision.layers.at(1);
    EXPECT_FALSE(layer.norm1.bias.defined());
    EXPECT_FALSE(layer.qkv.bias.defined());
    expectWritten(layer.qNorm, checkpoint, "vision_model.encoder.layers.1.attn.q_norm.weight");
    expectWritten(layer.kNorm, checkpoint, "vision_model.encoder.layers.1.attn.k_norm.weight");
}

TEST(Weights, OfTransformersNamingAreTheSame) {
    const TinyCheckpoint published = test::publishedCheckpoint();
    const Loaded loaded = loadTiny(test::transformersCheckpoint(), torch::kBFloat16);
    const VisionLayerWeights& layer = loaded.weights.vision.layers.at(1);
    const std::string name = "vision_model.encoder.layers.1.";
    expectWritten(layer.qkv.weight, published, name + "attn.qkv.weight");
    expectWritten(layer.qkv.bias, published, name + "attn.qkv.bias");
    expectWritten(layer.proj.weight, published, name + "attn.proj.weight");
    expectWritten(layer.norm2.bias, published, name + "norm2.bias");
    expectWritten(layer.ls2, published, name + "ls2");
    expectWritten(loaded.weights.vision.classEmbedding, published, "vision_model.embeddings.class_embedding");
    expectWritten(loaded.weights.vision.positionEmbedding, published, "vision_model.embeddings.position_embedding");
    expectWritten(loaded.weights.projector.fc1.weight, published, "mlp1.1.weight");
    expectWritten(loaded.weights.language.embedTokens, published, "language_model.model.embed_tokens.weight");
    expectWritten(loaded.weights.language.lmHead.weight, published, "language_model.lm_head.weight");
}

TEST(Weights, BothPrefixesOfTransformersAreKnown) {
    for (const auto& [stored, published] : std::vector<std::pair<std::string, std::string>>{
             {"model.language_model.layers.3.mlp.up_proj.weight", "language_model.model.layers.3.mlp.up_proj.weight"},
             {"language_model.model.layers.3.mlp.up_proj.weight", "language_model.model.layers.3.mlp.up_proj.weight"},
             {"model.language_model.norm.weight", "language_model.model.norm.weight"},
             {"lm_head.weight", "language_model.lm_head.weight"},
             {"language_model.lm_head.weight", "language_model.lm_head.weight"},
             {"vision_tower.encoder.layer.12.lambda_1", "vision_model.encoder.layers.12.ls1"},
             {"model.vision_tower.encoder.layer.0.attention.k_norm.weight",
              "vision_model.encoder.layers.0.attn.k_norm.weight"},
             {"vision_tower.encoder.layer.0.attention.q_proj.bias", "vision_model.encoder.layers.0.attn.q_proj.bias"},
             {"vision_tower.embeddings.patch_embeddings.projection.weight",
              "vision_model.embeddings.patch_embedding.weight"},
             {"multi_modal_projector.linear_2.bias", "mlp1.3.bias"},
             {"vision_model.encoder.layers.5.mlp.fc1.weight", "vision_model.encoder.layers.5.mlp.fc1.weight"},
             {"mlp1.0.weight", "mlp1.0.weight"},
             {"something.else", "something.else"}}) {
        EXPECT_EQ(publishedName(stored), published);
    }
}

TEST(Weights, TiedEmbeddingsAreOneTensor) {
    TinyCheckpoint checkpoint = test::publishedCheckpoint();
    checkpoint.config["llm_config"]["tie_word_embeddings"] = true;
    const auto head = checkpoint.tensors.extract("language_model.lm_head.weight");
    Loaded loaded = loadTiny(checkpoint, torch::kFloat32);
    EXPECT_EQ(loaded.weights.language.lmHead.weight.data_ptr(), loaded.weights.language.embedTokens.data_ptr());

    // Written out twice, it is still one; another one is kept apart.
    checkpoint.tensors["language_model.lm_head.weight"] =
        checkpoint.tensors["language_model.model.embed_tokens.weight"];
    loaded = loadTiny(checkpoint, torch::kFloat32);
    EXPECT_EQ(loaded.weights.language.lmHead.weight.data_ptr(), loaded.weights.language.embedTokens.data_ptr());
    checkpoint.tensors["language_model.lm_head.weight"] = head.mapped();
    loaded = loadTiny(checkpoint, torch::kFloat32);
    expectWritten(loaded.weights.language.lmHead.weight, checkpoint, "language_model.lm_head.weight");
}

TEST(Weights, ShardsGiveTheSame) {
    const TinyCheckpoint checkpoint = test::publishedCheckpoint("F16");
    const TemporaryFolder folder;
    test::writeSharded(checkpoint, folder.path());
    const Loaded loaded = load(folder.path(), torch::kFloat32);
    expectWritten(loaded.weights.language.norm.weight, checkpoint, "language_model.model.norm.weight");
    expectWritten(loaded.weights.vision.layers.at(0).fc2.bias, checkpoint,
                  "vision_model.encoder.layers.0.mlp.fc2.bias");
}

TEST(Weights, BytesThatAreNotAlignedAreCopied) {
    // A header of odd length puts every tensor on an odd address.
    const TinyCheckpoint checkpoint = test::publishedCheckpoint("F32");
    const TemporaryFolder folder;
    test::write(checkpoint, folder.path());
    std::string file = test::readText(folder.path() / "model.safetensors");
    std::uint64_t length = 0;
    for (int i = 7; i >= 0; --i)
        length = length << 8 | static_cast<unsigned char>(file[static_cast<std::size_t>(i)]);
    file.insert(8 + length, " ");
    ++length;
    for (std::size_t i = 0; i < 8; ++i)
        file[i] = static_cast<char>(length >> (8 * i) & 0xFF);
    test::writeText(folder.path() / "model.safetensors", file);
    const Loaded loaded = load(folder.path(), torch::kFloat32);
    EXPECT_FALSE(liesInTheMapping(loaded.weights.projector.fc1.weight, *loaded.store));
    expectWritten(loaded.weights.projector.fc1.weight, checkpoint, "mlp1.1.weight");
}

TEST(Weights, OutliveTheStoreTheyCameFrom) {
    torch::Tensor tensor;
    {
        const Loaded loaded = loadTiny(test::publishedCheckpoint(), torch::kBFloat16);
        tensor = loaded.weights.language.lmHead.weight;
    }
    expectWritten(tensor, test::publishedCheckpoint(), "language_model.lm_head.weight");
}

TEST(Weights, LoadingShowsProgressAndStops) {
    const TemporaryFolder folder;
    test::write(test::publishedCheckpoint(), folder.path());
    const Config config = readConfig(folder.path());
    const auto store = std::make_shared<TensorStore>(folder.path());
    std::vector<double> fractions;
    loadWeights(store, config, everythingOn(torch::kCPU), torch::kFloat32, {}, {},
                [&](double fraction) { fractions.push_back(fraction); });
    EXPECT_TRUE(std::is_sorted(fractions.begin(), fractions.end()));
    EXPECT_EQ(fractions.back(), 1.0);

    std::stop_source stop;
    EXPECT_THROW(loadWeights(store, config, everythingOn(torch::kCPU), torch::kFloat32, {}, stop.get_token(),
                             [&](double) { stop.request_stop(); }),
                 Cancelled);
}

TEST(Weights, KnowTheirType) {
    const TinyCheckpoint checkpoint = test::publishedCheckpoint("F32");
    for (const auto& [computed, type] :
         {std::pair(torch::kFloat32, WeightType::float32), std::pair(torch::kBFloat16, WeightType::bfloat16),
          std::pair(torch::kHalf, WeightType::float16)}) {
        const Loaded loaded = loadTiny(checkpoint, computed);
        EXPECT_EQ(loaded.weights.language.lmHead.type(), type) << computed;
        EXPECT_EQ(loaded.weights.vision.layers.at(0).fc1.type(), type) << computed;
    }
    const TemporaryFolder folder, kept;
    test::write(checkpoint, folder.path());
    const Config config = readConfig(folder.path());
    const auto store = std::make_shared<TensorStore>(folder.path());
    for (const WeightType type : {WeightType::int8, WeightType::int4}) {
        for (const char* made : {"quantised", "read from the file that is kept"}) {
            Weights weights =
                loadWeights(store, config, everythingOn(torch::kCPU), torch::kHalf, type, {}, {}, kept.path());
            LinearWeights& matrix = weights.language.layers.at(0).down;
            EXPECT_EQ(matrix.type(), type) << made;
            EXPECT_EQ(static_cast<std::int64_t>(matrix.weight.nbytes()), weightBytes(type, matrix.out, matrix.in))
                << made;
            matrix.out += kStripRows;  // what a tensor is does not hang on how many numbers it has
            EXPECT_EQ(matrix.type(), type) << made;
            EXPECT_EQ(weights.vision.layers.at(0).fc1.type(), WeightType::float16) << made;
        }
    }
}

// Made by the transformers library itself: tests/fixtures/checkpoint/make_transformers_checkpoint.py.
TEST(Weights, OfACheckpointThatTransformersSaved) {
    for (const char* kind : {"layer_norm", "rms_norm_tied"}) {
        const std::filesystem::path folder = std::filesystem::path(FLEMING_FIXTURES) / "checkpoint" / kind;
        const Loaded loaded = load(folder, torch::kFloat32);
        const auto sums = nlohmann::json::parse(test::readText(folder / "sums.json"));
        const VisionLayerWeights& layer = loaded.weights.vision.layers.at(0);
        // Weighted by position, so that an exchange of rows or of q, k and v shows.
        const auto sum = [](const torch::Tensor& tensor) {
            const torch::Tensor flat = tensor.to(torch::kFloat64).contiguous().view(-1);
            return (flat * torch::arange(1, flat.numel() + 1, torch::kFloat64)).sum().item<double>();
        };
        for (const auto& [name, tensor] : std::vector<std::pair<const char*, torch::Tensor>>{
                 {"qkv.weight", layer.qkv.weight},
                 {"qkv.bias", layer.qkv.bias},
                 {"fc1.weight", layer.fc1.weight},
                 {"ls1", layer.ls1},
                 {"norm1.weight", layer.norm1.weight},
                 {"positionEmbedding", loaded.weights.vision.positionEmbedding},
                 {"projector.fc1.weight", loaded.weights.projector.fc1.weight},
                 {"q.weight", loaded.weights.language.layers.at(0).q.weight},
                 {"down.weight", loaded.weights.language.layers.at(0).down.weight},
                 {"norm.weight", loaded.weights.language.norm.weight},
                 {"lmHead", loaded.weights.language.lmHead.weight}}) {
            EXPECT_NEAR(sum(tensor), sums.at(name).get<double>(), 1e-9) << kind << " " << name;
        }
    }
}

}  // namespace
}  // namespace fleming::inference
