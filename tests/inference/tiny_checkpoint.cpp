#include "tests/inference/tiny_checkpoint.h"

#include <bit>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace fleming::test {

namespace {

constexpr std::int64_t kVisionHidden = 8, kVisionMlp = 12, kHidden = 12, kMlp = 20, kKeys = 6, kVocabulary = 30;
constexpr std::int64_t kVisionLayers = 2, kLayers = 2, kImage = 56;

/// Returns the float16 bits of a small multiple of 1/8, which every type represents exactly.
std::uint16_t halfBits(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    if (value == 0.0F) return 0;
    const auto exponent = static_cast<int>(bits >> 23 & 0xFF) - 127 + 15;
    return static_cast<std::uint16_t>((bits >> 16 & 0x8000) | static_cast<std::uint32_t>(exponent) << 10 |
                                      (bits >> 13 & 0x3FF));
}

class Builder {
public:
    Builder(TinyCheckpoint& checkpoint, std::string typeName)
        : checkpoint_(checkpoint), typeName_(std::move(typeName)) {}

    void add(const std::string& name, std::vector<std::int64_t> shape) {
        checkpoint_.tensors[name] = tensorOf(typeName_, std::move(shape), seed_++);
    }
    void linear(const std::string& name, std::int64_t out, std::int64_t in, bool bias = true) {
        add(name + ".weight", {out, in});
        if (bias) add(name + ".bias", {out});
    }

private:
    TinyCheckpoint& checkpoint_;
    std::string typeName_;
    unsigned seed_ = 1;
};

TinyCheckpoint published(const std::string& typeName, bool rms) {
    TinyCheckpoint checkpoint;
    checkpoint.config = nlohmann::json::parse(R"({
        "architectures": ["InternVLChatModel"], "model_type": "internvl_chat", "downsample_ratio": 0.5,
        "dynamic_image_size": true, "force_image_size": 56, "max_dynamic_patch": 12, "min_dynamic_patch": 1,
        "pad2square": false, "ps_version": "v2", "select_layer": -1, "system_message": null, "template": "internvl2_5",
        "tie_word_embeddings": false, "torch_dtype": "bfloat16", "transformers_version": null, "use_thumbnail": true,
        "llm_config": {
            "architectures": ["Qwen2ForCausalLM"], "attention_dropout": 0.0, "bos_token_id": 1, "eos_token_id": 1,
            "hidden_act": "silu", "hidden_size": 12, "intermediate_size": 20, "max_position_embeddings": 32768,
            "max_window_layers": 70, "model_type": "qwen2", "num_attention_heads": 2, "num_hidden_layers": 2,
            "num_key_value_heads": 1, "rms_norm_eps": 1e-06,
            "rope_scaling": {"factor": 2.0, "rope_type": "dynamic", "type": "dynamic"}, "rope_theta": 1000000.0,
            "sliding_window": null, "tie_word_embeddings": false, "torch_dtype": "bfloat16",
            "use_sliding_window": false, "vocab_size": 30
        },
        "vision_config": {
            "architectures": ["InternVisionModel"], "drop_path_rate": 0.1, "hidden_act": "gelu", "hidden_size": 8,
            "image_size": 56, "intermediate_size": 12, "layer_norm_eps": 1e-06, "model_type": "intern_vit_6b",
            "norm_type": "layer_norm", "num_attention_heads": 2, "num_channels": 3, "num_hidden_layers": 2,
            "patch_size": 14, "qk_normalization": false, "qkv_bias": true, "use_flash_attn": true
        }
    })");
    if (rms) {
        checkpoint.config["vision_config"]["norm_type"] = "rms_norm";
        checkpoint.config["vision_config"]["qk_normalization"] = true;
        checkpoint.config["vision_config"]["qkv_bias"] = false;
    }

    Builder build(checkpoint, typeName);
    const std::string embeddings = "vision_model.embeddings.";
    build.add(embeddings + "class_embedding", {1, 1, kVisionHidden});
    build.add(embeddings + "patch_embedding.weight", {kVisionHidden, 3, 14, 14});
    build.add(embeddings + "patch_embedding.bias", {kVisionHidden});
    build.add(embeddings + "position_embedding", {1, 1 + (kImage / 14) * (kImage / 14), kVisionHidden});
    for (int i = 0; i < kVisionLayers; ++i) {
        const std::string layer = "vision_model.encoder.layers." + std::to_string(i) + ".";
        for (const char* norm : {"norm1", "norm2"}) {
            build.add(layer + norm + ".weight", {kVisionHidden});
            if (!rms) build.add(layer + norm + ".bias", {kVisionHidden});
        }
        build.linear(layer + "attn.qkv", 3 * kVisionHidden, kVisionHidden, !rms);
        if (rms) build.add(layer + "attn.q_norm.weight", {kVisionHidden});
        if (rms) build.add(layer + "attn.k_norm.weight", {kVisionHidden});
        build.linear(layer + "attn.proj", kVisionHidden, kVisionHidden);
        build.linear(layer + "mlp.fc1", kVisionMlp, kVisionHidden);
        build.linear(layer + "mlp.fc2", kVisionHidden, kVisionMlp);
        build.add(layer + "ls1", {kVisionHidden});
        build.add(layer + "ls2", {kVisionHidden});
    }
    build.add("mlp1.0.weight", {4 * kVisionHidden});
    build.add("mlp1.0.bias", {4 * kVisionHidden});
    build.linear("mlp1.1", kHidden, 4 * kVisionHidden);
    build.linear("mlp1.3", kHidden, kHidden);
    build.add("language_model.model.embed_tokens.weight", {kVocabulary, kHidden});
    for (int i = 0; i < kLayers; ++i) {
        const std::string layer = "language_model.model.layers." + std::to_string(i) + ".";
        build.add(layer + "input_layernorm.weight", {kHidden});
        build.linear(layer + "self_attn.q_proj", kHidden, kHidden);
        build.linear(layer + "self_attn.k_proj", kKeys, kHidden);
        build.linear(layer + "self_attn.v_proj", kKeys, kHidden);
        build.linear(layer + "self_attn.o_proj", kHidden, kHidden, false);
        build.add(layer + "post_attention_layernorm.weight", {kHidden});
        build.linear(layer + "mlp.gate_proj", kMlp, kHidden, false);
        build.linear(layer + "mlp.up_proj", kMlp, kHidden, false);
        build.linear(layer + "mlp.down_proj", kHidden, kMlp, false);
    }
    build.add("language_model.model.norm.weight", {kHidden});
    build.add("language_model.lm_head.weight", {kVocabulary, kHidden});
    return checkpoint;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    return at == text.npos ? text : text.replace(at, from.size(), to);
}

std::string transformersName(std::string name) {
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"vision_model.embeddings.class_embedding", "model.vision_tower.embeddings.cls_token"},
             {"vision_model.embeddings.patch_embedding.", "model.vision_tower.embeddings.patch_embeddings.projection."},
             {"vision_model.embeddings.position_embedding", "model.vision_tower.embeddings.position_embeddings"},
             {"vision_model.encoder.layers.", "model.vision_tower.encoder.layer."},
             {".attn.proj.", ".attention.projection_layer."},
             {".attn.", ".attention."},
             {".norm1.", ".layernorm_before."},
             {".norm2.", ".layernorm_after."},
             {".ls1", ".lambda_1"},
             {".ls2", ".lambda_2"},
             {"mlp1.0.", "model.multi_modal_projector.layer_norm."},
             {"mlp1.1.", "model.multi_modal_projector.linear_1."},
             {"mlp1.3.", "model.multi_modal_projector.linear_2."},
             {"language_model.model.", "model.language_model."},
             {"language_model.lm_head.", "lm_head."}}) {
        name = replaced(name, from, to);
    }
    return name;
}

inference::TensorToWrite third(const inference::TensorToWrite& joined, std::size_t part) {
    inference::TensorToWrite tensor = joined;
    tensor.shape[0] /= 3;
    const std::size_t size = joined.bytes.size() / 3;
    const auto begin = joined.bytes.begin() + static_cast<std::ptrdiff_t>(part * size);
    tensor.bytes.assign(begin, begin + static_cast<std::ptrdiff_t>(size));
    return tensor;
}

}  // namespace

TinyCheckpoint publishedCheckpoint(const std::string& typeName) {
    return published(typeName, false);
}

TinyCheckpoint publishedRmsCheckpoint(const std::string& typeName) {
    return published(typeName, true);
}

TinyCheckpoint transformersCheckpoint(const std::string& typeName) {
    TinyCheckpoint checkpoint;
    checkpoint.config = nlohmann::json::parse(R"({
        "architectures": ["InternVLForConditionalGeneration"], "model_type": "internvl", "downsample_ratio": 0.5,
        "dtype": "bfloat16", "image_seq_length": 4, "image_token_id": 29, "projector_hidden_act": "gelu",
        "tie_word_embeddings": false, "vision_feature_layer": -1, "vision_feature_select_strategy": "default",
        "text_config": {
            "architectures": ["Qwen2ForCausalLM"], "hidden_act": "silu", "hidden_size": 12, "intermediate_size": 20,
            "max_position_embeddings": 32768, "model_type": "qwen2", "num_attention_heads": 2, "num_hidden_layers": 2,
            "num_key_value_heads": 1, "rms_norm_eps": 1e-06, "layer_types": ["full_attention", "full_attention"],
            "rope_parameters": {"factor": 2.0, "rope_theta": 1000000.0, "rope_type": "dynamic"},
            "sliding_window": null, "tie_word_embeddings": false, "use_sliding_window": false, "vocab_size": 30
        },
        "vision_config": {
            "attention_bias": true, "hidden_act": "gelu", "hidden_size": 8, "image_size": [56, 56],
            "intermediate_size": 12, "layer_norm_eps": 1e-06, "model_type": "internvl_vision", "norm_type": "layer_norm",
            "num_attention_heads": 2, "num_channels": 3, "num_hidden_layers": 2, "patch_size": [14, 14],
            "use_absolute_position_embeddings": true, "use_mean_pooling": true, "use_qk_norm": false
        }
    })");
    for (const auto& [name, tensor] : published(typeName, false).tensors) {
        if (name.find("attn.qkv.") == name.npos) {
            checkpoint.tensors[transformersName(name)] = tensor;
            continue;
        }
        const char* parts[] = {"q_proj", "k_proj", "v_proj"};
        for (std::size_t i = 0; i < 3; ++i) {
            checkpoint.tensors[replaced(transformersName(name), "qkv", parts[i])] = third(tensor, i);
        }
    }
    return checkpoint;
}

float valueOf(unsigned seed, std::size_t i) {
    const auto mixed = (static_cast<std::uint32_t>(i) + seed * 7919U) * 2654435761U;
    return static_cast<float>(static_cast<int>(mixed >> 24) - 128) / 8.0F;
}

inference::TensorToWrite tensorOf(const std::string& typeName, std::vector<std::int64_t> shape, unsigned seed) {
    std::size_t count = 1;
    for (const std::int64_t size : shape)
        count *= static_cast<std::size_t>(size);
    const std::size_t width = typeName == "F32" ? 4 : 2;
    inference::TensorToWrite tensor{typeName, std::move(shape), std::vector<std::byte>(count * width)};
    for (std::size_t i = 0; i < count; ++i) {
        const float value = valueOf(seed, i);
        const auto bits = std::bit_cast<std::uint32_t>(value);
        const auto upper = static_cast<std::uint16_t>(bits >> 16);
        const std::uint16_t half = halfBits(value);
        std::byte* to = tensor.bytes.data() + i * width;
        if (typeName == "F32") std::memcpy(to, &bits, 4);
        if (typeName == "BF16") std::memcpy(to, &upper, 2);
        if (typeName == "F16") std::memcpy(to, &half, 2);
    }
    return tensor;
}

void write(const TinyCheckpoint& checkpoint, const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    writeText(folder / "config.json", checkpoint.config.dump(2));
    inference::writeSafetensors(folder / "model.safetensors", checkpoint.tensors);
}

void writeSharded(const TinyCheckpoint& checkpoint, const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    writeText(folder / "config.json", checkpoint.config.dump(2));
    std::map<std::string, Tensors> shards;
    nlohmann::json index{{"metadata", {{"total_size", 0}}}, {"weight_map", nlohmann::json::object()}};
    for (const auto& [name, tensor] : checkpoint.tensors) {
        const bool language = name.find("language_model") != name.npos || name.find("lm_head") != name.npos;
        const std::string shard = language ? "model-00002-of-00002.safetensors" : "model-00001-of-00002.safetensors";
        shards[shard][name] = tensor;
        index["weight_map"][name] = shard;
    }
    for (const auto& [shard, tensors] : shards)
        inference::writeSafetensors(folder / shard, tensors);
    writeText(folder / "model.safetensors.index.json", index.dump(2));
}

void writeText(const std::filesystem::path& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << text;
    if (!out) throw std::runtime_error("cannot write " + file.string());
}

std::string readText(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "fleming-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot create a temporary folder");
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace fleming::test
