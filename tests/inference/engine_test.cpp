#include "inference/engine.h"

#include "base/memory.h"
#include "inference/checkpoint/safetensors.h"
#include "inference/conversation.h"
#include "inference/model/device/memory.h"
#include "inference/tokenizer.h"
#include "tests/base/thrown_error.h"
#include "tests/inference/tiny_checkpoint.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <optional>
#include <unistd.h>

namespace fleming::inference {
namespace {

namespace fs = std::filesystem;

fs::path fixture(const std::string& kind) {
    return fs::path(FLEMING_FIXTURES) / "models" / kind;
}

/// A copy of a fixture's checkpoint for a test to change.
class CheckpointCopy {
public:
    explicit CheckpointCopy(const std::string& kind) {
        fs::copy(fixture(kind), folder_.path(), fs::copy_options::recursive);
    }
    const fs::path& path() const { return folder_.path(); }

    nlohmann::json json(const std::string& file) const { return nlohmann::json::parse(test::readText(path() / file)); }
    void write(const std::string& file, const nlohmann::json& json) const {
        test::writeText(path() / file, json.dump());
    }

private:
    test::TemporaryFolder folder_;
};

EngineOptions onCpu(DataType dtype = DataType::float32) {
    EngineOptions options;
    options.device = "cpu";
    options.dtype = dtype;
    options.threads = 1;
    return options;
}

/// Returns the Error with which an Engine refuses `folder`, or nothing if it loads.
std::optional<Error> refusal(const fs::path& folder, const EngineOptions& options = onCpu()) {
    return test::thrownError([&] { const Engine engine(folder, options); });
}

TEST(Memory, IsFormattedInDecimalUnits) {
    EXPECT_EQ(formatBytes(0), "0 B");
    EXPECT_EQ(formatBytes(999), "999 B");
    EXPECT_EQ(formatBytes(1500), "1.5 kB");
    EXPECT_EQ(formatBytes(820'400'000), "820 MB");
    EXPECT_EQ(formatBytes(15'900'000'000), "15.9 GB");
    EXPECT_EQ(formatBytes(5'000'000'000'000'000), "5000 TB");
}

TEST(Memory, IsNoMoreThanTheMachineHas) {
    const auto pages = static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES));
    EXPECT_GT(availableMemory(), 0);
    EXPECT_LE(availableMemory(), pages * sysconf(_SC_PAGESIZE));
}

TEST(Engine, DescribesACheckpoint) {
    const ModelInfo info = inspectCheckpoint(fixture("rms_norm"), onCpu(DataType::bfloat16));
    EXPECT_EQ(info.name, "rms_norm");
    EXPECT_EQ(info.architecture, "InternVLChatModel");
    EXPECT_EQ(info.imageSize, 56);
    EXPECT_EQ(info.tokensPerImage, 4);
    EXPECT_EQ(info.contextLength, 4096);
    EXPECT_EQ(info.device, "cpu");
    EXPECT_EQ(info.dtype, DataType::bfloat16);
    // 2 layers, keys and values, 1 head of 36 / 6, 2 bytes.
    EXPECT_EQ(info.kvCacheBytesPerToken, 2 * 2 * 1 * 6 * 2);
    EXPECT_EQ(info.checkpointBytes, 2 * info.parameters);
    EXPECT_GT(info.requiredBytes, info.checkpointBytes + 4096 * info.kvCacheBytesPerToken);
    EXPECT_GT(info.availableBytes, 0);
    EXPECT_EQ(inspectCheckpoint(fixture("rms_norm") / "", onCpu()).name, "rms_norm");
}

TEST(Engine, UsesTheTypeOfTheCheckpointIfAutomatic) {
    EXPECT_EQ(inspectCheckpoint(fixture("layer_norm"), onCpu(DataType::automatic)).dtype, DataType::float32);
    EXPECT_NE(inspectCheckpoint(fixture("rms_norm"), onCpu(DataType::automatic)).dtype, DataType::automatic);
}

TEST(Engine, ReportsProgressAndStops) {
    double last = -1.0;
    const Engine engine(fixture("layer_norm"), onCpu(), {}, [&](double fraction) {
        EXPECT_GE(fraction, last);
        last = fraction;
    });
    EXPECT_DOUBLE_EQ(last, 1.0);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(Engine(fixture("layer_norm"), onCpu(), stop.get_token()), Cancelled);
}

TEST(Engine, RefusesUnknownDevicesAndTypes) {
    EngineOptions options = onCpu();
    for (const char* name :
         {"gpu", "", "cuda:", "cuda:x", "cuda:-1", "cuda:1x", "cuda:4096", "cuda:99999999999", "CPU"}) {
        options.device = name;
        const auto error = refusal(fixture("layer_norm"), options);
        ASSERT_TRUE(error) << name;
        EXPECT_TRUE(error->code().starts_with("device.")) << error->what();
        ASSERT_FALSE(error->arguments().empty()) << error->what();
        EXPECT_EQ(error->arguments().front(), name);
    }
    EXPECT_EQ(dataTypeFromString("bf16"), DataType::bfloat16);
    EXPECT_EQ(dataTypeFromString("float32"), DataType::float32);
    EXPECT_EQ(dataTypeFromString("auto"), DataType::automatic);
    EXPECT_EQ(test::thrownError([] { dataTypeFromString("int4"); }), Error("engine.unknown_data_type", {}, {"int4"}));
    EXPECT_EQ(test::thrownError([] { quantizationFromString("int2"); }),
              Error("engine.unknown_quantization", {}, {"int2"}));
}

TEST(Engine, RefusesAVocabularyThatDoesNotMatch) {
    const CheckpointCopy copy("layer_norm");
    nlohmann::json added = copy.json("added_tokens.json");
    added["<too_far>"] = 5000;
    copy.write("added_tokens.json", added);
    const std::string vocabulary = std::to_string(copy.json("config.json")["llm_config"]["vocab_size"].get<int>());
    EXPECT_EQ(refusal(copy.path()), Error("tokenizer.vocabulary_mismatch", copy.path(), {"5000", vocabulary}));
}

TEST(Engine, RefusesATokenizerWithoutAControlToken) {
    for (const std::string name : {"<IMG_CONTEXT>", "<|im_end|>", "<|im_start|>", "<img>", "</img>"}) {
        const CheckpointCopy copy("layer_norm");
        nlohmann::json added = copy.json("added_tokens.json");
        const int id = added.at(name);
        added.erase(name);
        added["<other>"] = id;
        copy.write("added_tokens.json", added);
        nlohmann::json config = copy.json("tokenizer_config.json");
        config["added_tokens_decoder"][std::to_string(id)]["content"] = "<other>";
        config["eos_token"] = "<|endoftext|>";
        copy.write("tokenizer_config.json", config);
        EXPECT_EQ(refusal(copy.path()), Error("tokenizer.missing_special_token", {}, {name}));
    }
}

TEST(Engine, EndsAnAnswerAtTheEndTokensOfTheGenerationConfig) {
    const CheckpointCopy copy("layer_norm");
    GenerationOptions options;
    options.maxNewTokens = 30;
    options.temperature = 2.0;  // greedy tokens of random weights soon repeat
    const Turn turn{"What?", {}, false};
    Engine plain(copy.path(), onCpu());
    const Answer whole = Conversation(plain).ask(turn, options);
    ASSERT_EQ(whole.finish, Finish::length);

    const auto firstOf = [&](std::int32_t id) {
        return static_cast<std::size_t>(std::ranges::find(whole.tokens, id, &Token::id) - whole.tokens.begin());
    };
    std::size_t at = whole.tokens.size() - 1;  // the last token that occurs for the first time
    while (firstOf(whole.tokens[at].id) != at)
        --at;
    ASSERT_GT(at, 0U);
    for (const nlohmann::json& ends : {nlohmann::json(whole.tokens[at].id), nlohmann::json({1, whole.tokens[at].id})}) {
        copy.write("generation_config.json", {{"eos_token_id", ends}});
        Engine engine(copy.path(), onCpu());
        const Answer cut = Conversation(engine).ask(turn, options);
        EXPECT_EQ(cut.finish, Finish::stop);
        EXPECT_EQ(cut.tokens.size(), at);
    }
    copy.write("generation_config.json", {{"eos_token_id", "end"}});
    const fs::path file = copy.path() / "generation_config.json";
    EXPECT_EQ(refusal(copy.path()), Error("engine.bad_end_tokens", file));
    test::writeText(file, "{\"eos_token_id\": ");
    EXPECT_EQ(refusal(copy.path()), Error("json.syntax_error", file, {"18"}));
}

TEST(Engine, RefusesBeforeLoadingIfMemoryIsTooLittle) {
    const CheckpointCopy copy("layer_norm");
    nlohmann::json config = copy.json("config.json");
    constexpr std::int64_t kHidden = 16384, kMlp = 65536;
    constexpr int kLayers = 200;
    auto& language = config["llm_config"];
    language["hidden_size"] = kHidden;
    language["intermediate_size"] = kMlp;
    language["num_hidden_layers"] = kLayers;
    language["num_attention_heads"] = 128;
    language["num_key_value_heads"] = 128;
    copy.write("config.json", config);

    // A sparse file of about 3.4 TB: the header is valid, and the data are holes.
    nlohmann::json header = nlohmann::json::object();
    std::int64_t end = 0;
    const auto add = [&](const std::string& name, const std::vector<std::int64_t>& shape) {
        std::int64_t bytes = 4;
        for (const std::int64_t size : shape)
            bytes *= size;
        header[name] = {{"dtype", "F32"}, {"shape", shape}, {"data_offsets", {end, end + bytes}}};
        end += bytes;
    };
    const TensorStore small(copy.path());
    for (const auto& [name, tensor] : small.tensors()) {
        if (name.find("language_model.model.layers.") == 0) continue;
        std::vector<std::int64_t> shape = tensor.shape;
        const bool wide = name.find("language_model.") == 0 || name.find("mlp1.") == 0;
        for (std::int64_t& size : shape)
            size = wide && size == 48 ? kHidden : size;
        add(name, shape);
    }
    for (int i = 0; i < kLayers; ++i) {
        const std::string layer = "language_model.model.layers." + std::to_string(i) + ".";
        for (const char* norm : {"input_layernorm", "post_attention_layernorm"})
            add(layer + norm + ".weight", {kHidden});
        for (const char* part : {"q", "k", "v", "o"}) {
            add(layer + "self_attn." + part + "_proj.weight", {kHidden, kHidden});
            if (*part != 'o') add(layer + "self_attn." + part + "_proj.bias", {kHidden});
        }
        add(layer + "mlp.gate_proj.weight", {kMlp, kHidden});
        add(layer + "mlp.up_proj.weight", {kMlp, kHidden});
        add(layer + "mlp.down_proj.weight", {kHidden, kMlp});
    }
    const std::string text = header.dump();
    const std::uint64_t size = text.size();
    {
        std::ofstream file(copy.path() / "model.safetensors", std::ios::binary | std::ios::trunc);
        for (int byte = 0; byte < 8; ++byte)
            file.put(static_cast<char>(size >> (8 * byte)));
        file << text;
    }
    std::error_code error;
    fs::resize_file(copy.path() / "model.safetensors", 8 + size + static_cast<std::uint64_t>(end), error);
    if (error) GTEST_SKIP() << "no sparse file of " << end << " bytes here: " << error.message();

    const ModelInfo info = inspectCheckpoint(copy.path(), onCpu());
    EXPECT_GT(info.requiredBytes, end);
    const auto refused = refusal(copy.path());
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->code(), "engine.not_enough_memory");
    EXPECT_EQ(refused->source(), copy.path());
    ASSERT_EQ(refused->arguments().size(), 4U);
    EXPECT_EQ(refused->arguments()[0], "cpu");
    EXPECT_EQ(refused->arguments()[1], formatBytes(info.requiredBytes));
    EXPECT_EQ(refused->arguments()[2], "float32");
}

}  // namespace
}  // namespace fleming::inference
