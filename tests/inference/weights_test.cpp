// Tests loadWeights(): both naming schemes, all stored types, views without a copy, fused q, k, v, and tied embeddings.
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
    loaded.weights = loadWeights(loaded.store, loaded.config, singleDevice(torch::kCPU), dtype);
    return loaded;
}

Loaded loadTiny(const TinyCheckpoint& checkpoint, torch::ScalarType dtype) {
    const TemporaryFolder folder;  // the mapping outlives the files
    test::write(checkpoint, folder.path());
    return load(folder.path(), dtype);
}

bool isInMapping(const torch::Tensor& tensor, const TensorStore& store) {
    const auto* address = static_cast<const std::byte*>(tensor.data_ptr());
    for (const auto& [name, stored] : store.tensors()) {
        if (address >= stored.bytes.data() && address < stored.bytes.data() + stored.bytes.size()) return true;
    }
    return false;
}

/// Checks that `tensor` equals the tensor `name` of the checkpoint.
void expectEqual(const torch::Tensor& tensor, const TinyCheckpoint& checkpoint, const std::string& name) {
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

TEST(Weights, AreViewsOfTheFileIfTheTypeMatches) {
    const TinyCheckpoint checkpoint = test::publishedCheckpoint("BF16");
    const Loaded loaded = loadTiny(checkpoint, torch::kBFloat16);
    const LanguageLayerWeights& layer = loaded.weights.language.layers.at(1);
    for (const torch::Tensor& tensor :
         {layer.q.weight, layer.down.weight, loaded.weights.language.lmHead.weight,
          loaded.weights.vision.layers.at(0).qkv.weight, loaded.weights.projector.fc2.bias}) {
        EXPECT_EQ(tensor.scalar_type(), torch::kBFloat16);
        EXPECT_TRUE(isInMapping(tensor, *loaded.store));
    }
    expectEqual(layer.q.weight, checkpoint, "language_model.model.layers.1.self_attn.q_proj.weight");
    expectEqual(layer.k.bias, checkpoint, "language_model.model.layers.1.self_attn.k_proj.bias");
    expectEqual(loaded.weights.vision.patchEmbedding.weight, checkpoint,
                "vision_model.embeddings.patch_embedding.weight");
    expectEqual(loaded.weights.projector.norm.bias, checkpoint, "mlp1.0.bias");
    EXPECT_FALSE(layer.o.bias.defined());
    EXPECT_FALSE(loaded.weights.vision.layers.at(0).qNorm.defined());
}

TEST(Weights, AreConvertedFromEveryStoredType) {
    for (const char* stored : {"F32", "F16", "BF16"}) {
        const TinyCheckpoint checkpoint = test::publishedCheckpoint(stored);
        for (const torch::ScalarType dtype : {torch::kFloat32, torch::kBFloat16}) {
            const Loaded loaded = loadTiny(checkpoint, dtype);
            const torch::Tensor& tensor = loaded.weights.language.layers.at(0).gate.weight;
            EXPECT_EQ(tensor.scalar_type(), dtype);
            expectEqual(tensor, checkpoint, "language_model.model.layers.0.mlp.gate_proj.weight");
        }
    }
}

TEST(Weights, DecodeStoredValuesExactly) {
    // The values are representable in bfloat16, float16 and float32, so the result does not depend on the stored type.
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

TEST(Weights, HaveQkNormsAndNoBiasesInTheRmsNormTower) {
    const TinyCheckpoint checkpoint = test::publishedRmsCheckpoint();
    const Loaded loaded = loadTiny(checkpoint, torch::kFloat32);
    const VisionLayerWeights& layer = loaded.weights.vision.layers.at(1);
    EXPECT_FALSE(layer.norm1.bias.defined());
    EXPECT_FALSE(layer.qkv.bias.defined());
    expectEqual(layer.qNorm, checkpoint, "vision_model.encoder.layers.1.attn.q_norm.weight");
    expectEqual(layer.kNorm, checkpoint, "vision_model.encoder.layers.1.attn.k_norm.weight");
}

TEST(Weights, AreTheSameInTheTransformersNaming) {
    const TinyCheckpoint published = test::publishedCheckpoint();
    const Loaded loaded = loadTiny(test::transformersCheckpoint(), torch::kBFloat16);
    const VisionLayerWeights& layer = loaded.weights.vision.layers.at(1);
    const std::string name = "vision_model.encoder.layers.1.";
    expectEqual(layer.qkv.weight, published, name + "attn.qkv.weight");
    expectEqual(layer.qkv.bias, published, name + "attn.qkv.bias");
    expectEqual(layer.proj.weight, published, name + "attn.proj.weight");
    expectEqual(layer.norm2.bias, published, name + "norm2.bias");
    expectEqual(layer.ls2, published, name + "ls2");
    expectEqual(loaded.weights.vision.classEmbedding, published, "vision_model.embeddings.class_embedding");
    expectEqual(loaded.weights.vision.positionEmbedding, published, "vision_model.embeddings.position_embedding");
    expectEqual(loaded.weights.projector.fc1.weight, published, "mlp1.1.weight");
    expectEqual(loaded.weights.language.embedTokens, published, "language_model.model.embed_tokens.weight");
    expectEqual(loaded.weights.language.lmHead.weight, published, "language_model.lm_head.weight");
}

TEST(Weights, AcceptBothTransformersPrefixes) {
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

TEST(Weights, ShareOneTensorForTiedEmbeddings) {
    TinyCheckpoint checkpoint = test::publishedCheckpoint();
    checkpoint.config["llm_config"]["tie_word_embeddings"] = true;
    const auto head = checkpoint.tensors.extract("language_model.lm_head.weight");
    Loaded loaded = loadTiny(checkpoint, torch::kFloat32);
    EXPECT_EQ(loaded.weights.language.lmHead.weight.data_ptr(), loaded.weights.language.embedTokens.data_ptr());

    // A stored copy of the embedding is shared too. A different output layer is not.
    checkpoint.tensors["language_model.lm_head.weight"] =
        checkpoint.tensors["language_model.model.embed_tokens.weight"];
    loaded = loadTiny(checkpoint, torch::kFloat32);
    EXPECT_EQ(loaded.weights.language.lmHead.weight.data_ptr(), loaded.weights.language.embedTokens.data_ptr());
    checkpoint.tensors["language_model.lm_head.weight"] = head.mapped();
    loaded = loadTiny(checkpoint, torch::kFloat32);
    expectEqual(loaded.weights.language.lmHead.weight, checkpoint, "language_model.lm_head.weight");
}

TEST(Weights, AreTheSameInShards) {
    const TinyCheckpoint checkpoint = test::publishedCheckpoint("F16");
    const TemporaryFolder folder;
    test::writeSharded(checkpoint, folder.path());
    const Loaded loaded = load(folder.path(), torch::kFloat32);
    expectEqual(loaded.weights.language.norm.weight, checkpoint, "language_model.model.norm.weight");
    expectEqual(loaded.weights.vision.layers.at(0).fc2.bias, checkpoint, "vision_model.encoder.layers.0.mlp.fc2.bias");
}

TEST(Weights, CopyUnalignedTensors) {
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
    EXPECT_FALSE(isInMapping(loaded.weights.projector.fc1.weight, *loaded.store));
    expectEqual(loaded.weights.projector.fc1.weight, checkpoint, "mlp1.1.weight");
}

TEST(Weights, OutliveTheirStore) {
    torch::Tensor tensor;
    {
        const Loaded loaded = loadTiny(test::publishedCheckpoint(), torch::kBFloat16);
        tensor = loaded.weights.language.lmHead.weight;
    }
    expectEqual(tensor, test::publishedCheckpoint(), "language_model.lm_head.weight");
}

TEST(Weights, ReportProgressAndStopLoadingOnRequest) {
    const TemporaryFolder folder;
    test::write(test::publishedCheckpoint(), folder.path());
    const Config config = readConfig(folder.path());
    const auto store = std::make_shared<TensorStore>(folder.path());
    std::vector<double> fractions;
    loadWeights(store, config, singleDevice(torch::kCPU), torch::kFloat32, {}, {},
                [&](double fraction) { fractions.push_back(fraction); });
    EXPECT_TRUE(std::is_sorted(fractions.begin(), fractions.end()));
    EXPECT_EQ(fractions.back(), 1.0);

    std::stop_source stop;
    EXPECT_THROW(loadWeights(store, config, singleDevice(torch::kCPU), torch::kFloat32, {}, stop.get_token(),
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
        for (const char* made : {"quantized", "read from the cache file"}) {
            Weights weights =
                loadWeights(store, config, singleDevice(torch::kCPU), torch::kHalf, type, {}, {}, kept.path());
            LinearWeights& matrix = weights.language.layers.at(0).down;
            EXPECT_EQ(matrix.type(), type) << made;
            EXPECT_EQ(static_cast<std::int64_t>(matrix.weight.nbytes()), weightBytes(type, matrix.out, matrix.in))
                << made;
            matrix.out += kPanelRows;  // the type does not depend on the number of elements
            EXPECT_EQ(matrix.type(), type) << made;
            EXPECT_EQ(weights.vision.layers.at(0).fc1.type(), WeightType::float16) << made;
        }
    }
}

// Checkpoints saved by transformers: tests/fixtures/checkpoint/make_transformers_checkpoint.py.
TEST(Weights, LoadFromACheckpointSavedByTransformers) {
    for (const char* kind : {"layer_norm", "rms_norm_tied"}) {
        const std::filesystem::path folder = std::filesystem::path(FLEMING_FIXTURES) / "checkpoint" / kind;
        const Loaded loaded = load(folder, torch::kFloat32);
        const auto sums = nlohmann::json::parse(test::readText(folder / "sums.json"));
        const VisionLayerWeights& layer = loaded.weights.vision.layers.at(0);
        // Weighted by index, so that swapped rows or swapped q, k and v change the sum.
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
