// The safetensors reader: what a well-formed folder gives, and that hostile headers end in one message.
#include "inference/checkpoint/safetensors.h"

#include "base/error.h"
#include "tests/inference/tiny_checkpoint.h"

#include <cstring>
#include <gtest/gtest.h>
#include <string>

namespace fleming::inference {
namespace {

using test::TemporaryFolder;

std::string littleEndian(std::uint64_t value) {
    std::string bytes;
    for (int i = 0; i < 8; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xFF);
    return bytes;
}

/// A file with `header` as it is and `data` zero bytes.
std::string fileOf(const std::string& header, std::size_t data) {
    return littleEndian(header.size()) + header + std::string(data, '\0');
}

/// The message with which a folder with this model.safetensors is refused; empty where it opens.
std::string refusal(const std::string& file) {
    const TemporaryFolder folder;
    test::writeText(folder.path() / "model.safetensors", file);
    try {
        TensorStore store(folder.path());
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

TEST(Safetensors, GivesEachTensorWhereItLies) {
    const TemporaryFolder folder;
    test::write(test::publishedCheckpoint(), folder.path());
    const TensorStore store(folder.path());
    const test::Tensors written = test::publishedCheckpoint().tensors;
    ASSERT_EQ(store.tensors().size(), written.size());
    std::size_t bytes = 0;
    for (const auto& [name, tensor] : store.tensors()) {
        const auto& expected = written.at(name);
        EXPECT_EQ(tensor.type, StoredType::bfloat16);
        EXPECT_EQ(tensor.shape, expected.shape) << name;
        ASSERT_EQ(tensor.bytes.size(), expected.bytes.size()) << name;
        EXPECT_EQ(std::memcmp(tensor.bytes.data(), expected.bytes.data(), expected.bytes.size()), 0) << name;
        bytes += expected.bytes.size();
    }
    EXPECT_EQ(store.totalBytes(), static_cast<std::int64_t>(bytes));
    EXPECT_EQ(store.totalElements(), static_cast<std::int64_t>(bytes / 2));
}

TEST(Safetensors, ReadsShardsAndLinksToThem) {
    const TemporaryFolder folder;
    const auto shards = folder.path() / "shards", links = folder.path() / "links";
    test::writeSharded(test::publishedCheckpoint(), shards);
    EXPECT_EQ(TensorStore(shards).tensors().size(), test::publishedCheckpoint().tensors.size());

    // As the hub's cache lays a checkpoint out: every file a link.
    std::filesystem::create_directories(links);
    for (const auto& entry : std::filesystem::directory_iterator(shards)) {
        std::filesystem::create_symlink(entry.path(), links / entry.path().filename());
    }
    EXPECT_EQ(TensorStore(links).tensors().size(), test::publishedCheckpoint().tensors.size());
}

TEST(Safetensors, AcceptsWhatTheFormatAllows) {
    // Metadata, an empty tensor, a scalar, an odd header length, types that are not weights.
    EXPECT_EQ(refusal(fileOf(R"({"__metadata__":{"a":"b"},"e":{"dtype":"F32","shape":[0,7],"data_offsets":[0,0]},)"
                             R"("s":{"dtype":"F32","shape":[],"data_offsets":[0,4]},)"
                             R"("i":{"data_offsets":[4,12],"shape":[1],"dtype":"I64"}}   )",
                             12)),
              "");
    EXPECT_EQ(refusal(fileOf("{}", 0)), "");
}

struct BadFile {
    const char* why;
    std::string file;
};

TEST(Safetensors, RefusesEveryLie) {
    const auto one = [](const std::string& entry, std::size_t data) { return fileOf("{\"a\":" + entry + "}", data); };
    const std::string good = R"({"dtype":"F32","shape":[2],"data_offsets":[0,8]})";
    ASSERT_EQ(refusal(one(good, 8)), "");
    const std::vector<BadFile> files{
        {"empty", ""},
        {"shorter than the length", "abc"},
        {"length past the end", littleEndian(1000) + "{}"},
        {"length over all bounds", littleEndian(~std::uint64_t{0}) + "{}"},
        {"length over 100 MB", littleEndian(100'000'001) + "{}"},
        {"length zero", littleEndian(0)},
        {"no JSON", fileOf("hello", 0)},
        {"a list", fileOf("[]", 0)},
        {"a space first", fileOf(" {}", 0)},
        {"cut JSON", fileOf("{\"a\":", 0)},
        {"text after the end", fileOf("{}{}", 0)},
        {"no UTF-8", fileOf("{\"\xff\":{}}", 0)},
        {"deep lists", fileOf("{\"a\":" + std::string(3'000'000, '['), 0)},
        {"deep objects", fileOf(
                             [] {
                                 std::string text;
                                 for (int i = 0; i < 300'000; ++i)
                                     text += "{\"a\":";
                                 return text;
                             }(),
                             0)},
        {"a million sizes", fileOf(
                                "{\"a\":{\"shape\":[" +
                                    [] {
                                        std::string text;
                                        for (int i = 0; i < 1'000'000; ++i)
                                            text += "1,";
                                        return text;
                                    }() +
                                    "1]}}",
                                0)},
        {"name twice", fileOf("{\"a\":" + good + ",\"a\":" + good + "}", 8)},
        {"key twice", one(R"({"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]})", 8)},
        {"unknown key", one(R"({"dtype":"F32","shape":[2],"data_offsets":[0,8],"extra":1})", 8)},
        {"no type", one(R"({"shape":[2],"data_offsets":[0,8]})", 8)},
        {"no shape", one(R"({"dtype":"F32","data_offsets":[0,8]})", 8)},
        {"no offsets", one(R"({"dtype":"F32","shape":[2]})", 8)},
        {"one offset", one(R"({"dtype":"F32","shape":[2],"data_offsets":[0]})", 8)},
        {"three offsets", one(R"({"dtype":"F32","shape":[2],"data_offsets":[0,4,8]})", 8)},
        {"unknown type", one(R"({"dtype":"F33","shape":[2],"data_offsets":[0,8]})", 8)},
        {"type no text", one(R"({"dtype":5,"shape":[2],"data_offsets":[0,8]})", 8)},
        {"negative size", one(R"({"dtype":"F32","shape":[-2],"data_offsets":[0,8]})", 8)},
        {"negative sizes that multiply to a good one",
         one(R"({"dtype":"F32","shape":[-1,-2],"data_offsets":[0,8]})", 8)},
        {"size not whole", one(R"({"dtype":"F32","shape":[2.0],"data_offsets":[0,8]})", 8)},
        {"overflowing shape", one(R"({"dtype":"F32","shape":[4294967296,4294967296,2],"data_offsets":[0,8]})", 8)},
        {"shape that wraps to 2", one(R"({"dtype":"F32","shape":[9223372036854775809,2],"data_offsets":[0,8]})", 8)},
        {"overflow behind a zero",
         one(R"({"dtype":"F32","shape":[9223372036854775807,9223372036854775807,0],"data_offsets":[0,0]})", 0)},
        {"size over 64 bits", one(R"({"dtype":"F32","shape":[99999999999999999999999],"data_offsets":[0,8]})", 8)},
        {"negative offset", one(R"({"dtype":"F32","shape":[2],"data_offsets":[-8,0]})", 8)},
        {"offsets turned round", one(R"({"dtype":"F32","shape":[2],"data_offsets":[8,0]})", 8)},
        {"offsets that are too few", one(R"({"dtype":"F32","shape":[2],"data_offsets":[0,4]})", 4)},
        {"offset past the end", one(good, 7)},
        {"offsets far past the end",
         one(R"({"dtype":"U8","shape":[9223372036854775],"data_offsets":[0,9223372036854775]})", 8)},
        {"a hole at the beginning", one(R"({"dtype":"F32","shape":[2],"data_offsets":[8,16]})", 16)},
        {"bytes left over", one(good, 9)},
        {"overlap", fileOf("{\"a\":" + good + R"(,"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}})", 12)},
        {"the same bytes twice", fileOf("{\"a\":" + good + ",\"b\":" + good + "}", 8)},
        {"hole between", fileOf("{\"a\":" + good + R"(,"b":{"dtype":"F32","shape":[1],"data_offsets":[12,16]}})", 16)},
        {"metadata with a number", fileOf(R"({"__metadata__":{"a":1}})", 0)},
        {"metadata with an object", fileOf(R"({"__metadata__":{"a":{}}})", 0)},
        {"null", fileOf(R"({"a":null})", 0)},
    };
    for (const BadFile& bad : files) {
        const std::string message = refusal(bad.file);
        EXPECT_NE(message.find("model.safetensors"), std::string::npos) << bad.why << ": " << message;
        EXPECT_LT(message.size(), 500U) << bad.why;
        EXPECT_EQ(message.find('\0'), std::string::npos) << bad.why;
    }
}

TEST(Safetensors, RefusesEveryTruncation) {
    const TemporaryFolder folder;
    test::write(test::publishedCheckpoint(), folder.path());
    const std::string whole = test::readText(folder.path() / "model.safetensors");
    ASSERT_EQ(refusal(whole), "");
    for (std::size_t size = 0; size < whole.size(); size += 1 + whole.size() / 300) {
        EXPECT_NE(refusal(whole.substr(0, size)), "") << size;
    }
    EXPECT_NE(refusal(whole.substr(0, whole.size() - 1)).find("truncated"), std::string::npos);
}

class Index : public testing::Test {
protected:
    void SetUp() override {
        test::writeSharded(test::publishedCheckpoint(), folder_.path());
        index_ = nlohmann::json::parse(test::readText(file()));
    }
    std::filesystem::path file() const { return folder_.path() / "model.safetensors.index.json"; }
    nlohmann::json& weightMap() { return index_["weight_map"]; }

    std::string refusal() {
        test::writeText(file(), index_.dump());
        try {
            TensorStore store(folder_.path());
        } catch (const Error& error) {
            return error.what();
        }
        return {};
    }

    TemporaryFolder folder_;
    nlohmann::json index_;
};

TEST_F(Index, NamesTensorsThatAreNotThere) {
    weightMap()["language_model.ghost"] = "model-00002-of-00002.safetensors";
    const std::string message = refusal();
    EXPECT_NE(message.find("language_model.ghost"), std::string::npos) << message;
    EXPECT_NE(message.find("model-00002-of-00002.safetensors"), std::string::npos) << message;
}

TEST_F(Index, NamesAShardThatIsNotThere) {
    weightMap()["mlp1.0.bias"] = "model-00003-of-00003.safetensors";
    EXPECT_NE(refusal().find("model-00003-of-00003.safetensors"), std::string::npos);
}

TEST_F(Index, NeverLeavesItsFolder) {
    test::write(test::publishedCheckpoint(), folder_.path() / "inner");
    for (const char* shard : {"../x.safetensors", "/etc/passwd", "inner/model.safetensors", "..", ".", "", "..\\x"}) {
        weightMap()["mlp1.0.bias"] = shard;
        EXPECT_NE(refusal().find("not the name of a file in the folder"), std::string::npos) << shard;
    }
}

TEST_F(Index, RefusesATensorInTwoShards) {
    test::Tensors second;
    for (const auto& [name, tensor] : test::publishedCheckpoint().tensors) {
        if (weightMap()[name] == "model-00002-of-00002.safetensors" || name == "mlp1.0.bias") second[name] = tensor;
    }
    writeSafetensors(folder_.path() / "model-00002-of-00002.safetensors", second);
    const std::string message = refusal();
    EXPECT_NE(message.find("mlp1.0.bias"), std::string::npos) << message;
}

TEST_F(Index, DecidesWhatBelongsToTheCheckpoint) {
    weightMap().erase("mlp1.0.bias");
    ASSERT_EQ(refusal(), "");
    EXPECT_FALSE(TensorStore(folder_.path()).tensors().contains("mlp1.0.bias"));
}

TEST_F(Index, RefusesWhatIsNoIndex) {
    for (const char* json :
         {R"({})", R"({"weight_map": {}})", R"({"weight_map": []})", R"({"weight_map": {"a": 1}})"}) {
        index_ = nlohmann::json::parse(json);
        EXPECT_NE(refusal().find("model.safetensors.index.json"), std::string::npos) << json;
    }
}

TEST_F(Index, SaysWhatIsMissingAltogether) {
    const TemporaryFolder empty;
    EXPECT_THROW(TensorStore(empty.path()), Error);
    test::writeText(empty.path() / "pytorch_model.bin", "");
    try {
        TensorStore store(empty.path());
        FAIL();
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("convert"), std::string::npos);
    }
    std::filesystem::create_directories(empty.path() / "model.safetensors");
    EXPECT_THROW(TensorStore(empty.path()), Error);
}

}  // namespace
}  // namespace fleming::inference
