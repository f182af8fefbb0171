// The safetensors reader: well-formed folders, and the errors of damaged and hostile headers.
#include "inference/checkpoint/safetensors.h"

#include "tests/base/thrown_error.h"
#include "tests/inference/tiny_checkpoint.h"

#include <cstring>
#include <filesystem>
#include <gtest/gtest.h>
#include <optional>
#include <string>
#include <vector>

namespace fleming::inference {
namespace {

using test::TemporaryFolder;

std::string littleEndian(std::uint64_t value) {
    std::string bytes;
    for (int i = 0; i < 8; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xFF);
    return bytes;
}

/// Returns a file with an unmodified `header` and `data` zero bytes.
std::string makeFile(const std::string& header, std::size_t data) {
    return littleEndian(header.size()) + header + std::string(data, '\0');
}

/// Returns the code with which a folder with this model.safetensors is refused, or an empty text if it opens. The
/// source of the Error must be that file.
std::string refusalCode(const std::string& content) {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "model.safetensors";
    test::writeText(file, content);
    const auto error = test::thrownError([&] { TensorStore store(folder.path()); });
    if (!error) return {};
    const std::string what = error->what();
    EXPECT_EQ(error->source(), file);
    EXPECT_LT(what.size(), 500U);
    EXPECT_EQ(what.find('\0'), std::string::npos);
    return error->code();
}

TEST(Safetensors, GivesEachTensorAsAViewOfTheFile) {
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

    // The cache of the Hugging Face Hub: every file is a link.
    std::filesystem::create_directories(links);
    for (const auto& entry : std::filesystem::directory_iterator(shards)) {
        std::filesystem::create_symlink(entry.path(), links / entry.path().filename());
    }
    EXPECT_EQ(TensorStore(links).tensors().size(), test::publishedCheckpoint().tensors.size());
}

TEST(Safetensors, AcceptsWhatTheFormatAllows) {
    // Metadata, an empty tensor, a scalar, an odd header length, types that are not weights.
    EXPECT_EQ(
        refusalCode(makeFile(R"({"__metadata__":{"a":"b"},"e":{"dtype":"F32","shape":[0,7],"data_offsets":[0,0]},)"
                             R"("s":{"dtype":"F32","shape":[],"data_offsets":[0,4]},)"
                             R"("i":{"data_offsets":[4,12],"shape":[1],"dtype":"I64"}}   )",
                             12)),
        "");
    EXPECT_EQ(refusalCode(makeFile("{}", 0)), "");
}

struct BadFile {
    const char* fault;
    const char* code;
    std::string content;
};

TEST(Safetensors, RefusesEveryInvalidHeader) {
    const auto one = [](const std::string& entry, std::size_t data) { return makeFile("{\"a\":" + entry + "}", data); };
    const std::string good = R"({"dtype":"F32","shape":[2],"data_offsets":[0,8]})";
    ASSERT_EQ(refusalCode(one(good, 8)), "");
    const std::vector<BadFile> files{
        {"empty", "safetensors.too_short", ""},
        {"shorter than the length", "safetensors.too_short", "abc"},
        {"length past the end", "safetensors.header_too_long", littleEndian(1000) + "{}"},
        {"length over all bounds", "safetensors.header_too_long", littleEndian(~std::uint64_t{0}) + "{}"},
        {"length over 100 MB", "safetensors.header_too_long", littleEndian(100'000'001) + "{}"},
        {"length zero", "safetensors.not_safetensors", littleEndian(0)},
        {"no JSON", "safetensors.not_safetensors", makeFile("hello", 0)},
        {"a list", "safetensors.not_safetensors", makeFile("[]", 0)},
        {"a space first", "safetensors.not_safetensors", makeFile(" {}", 0)},
        {"cut JSON", "safetensors.header_not_json", makeFile("{\"a\":", 0)},
        {"text after the end", "safetensors.header_not_json", makeFile("{}{}", 0)},
        {"no UTF-8", "safetensors.header_not_json", makeFile("{\"\xff\":{}}", 0)},
        {"deep lists", "safetensors.entry_not_an_object", makeFile("{\"a\":" + std::string(3'000'000, '['), 0)},
        {"deep objects", "safetensors.unknown_key",
         makeFile(
             [] {
                 std::string text;
                 for (int i = 0; i < 300'000; ++i)
                     text += "{\"a\":";
                 return text;
             }(),
             0)},
        {"a million sizes", "safetensors.bad_value",
         makeFile(
             "{\"a\":{\"shape\":[" +
                 [] {
                     std::string text;
                     for (int i = 0; i < 1'000'000; ++i)
                         text += "1,";
                     return text;
                 }() +
                 "1]}}",
             0)},
        {"name twice", "safetensors.repeated_tensor", makeFile("{\"a\":" + good + ",\"a\":" + good + "}", 8)},
        {"key twice", "safetensors.repeated_key",
         one(R"({"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]})", 8)},
        {"unknown key", "safetensors.unknown_key",
         one(R"({"dtype":"F32","shape":[2],"data_offsets":[0,8],"extra":1})", 8)},
        {"no type", "safetensors.missing_key", one(R"({"shape":[2],"data_offsets":[0,8]})", 8)},
        {"no shape", "safetensors.missing_key", one(R"({"dtype":"F32","data_offsets":[0,8]})", 8)},
        {"no offsets", "safetensors.missing_key", one(R"({"dtype":"F32","shape":[2]})", 8)},
        {"one offset", "safetensors.bad_value", one(R"({"dtype":"F32","shape":[2],"data_offsets":[0]})", 8)},
        {"three offsets", "safetensors.bad_value", one(R"({"dtype":"F32","shape":[2],"data_offsets":[0,4,8]})", 8)},
        {"unknown type", "safetensors.unknown_type", one(R"({"dtype":"F33","shape":[2],"data_offsets":[0,8]})", 8)},
        {"type that is no string", "safetensors.bad_value", one(R"({"dtype":5,"shape":[2],"data_offsets":[0,8]})", 8)},
        {"negative size", "safetensors.bad_value", one(R"({"dtype":"F32","shape":[-2],"data_offsets":[0,8]})", 8)},
        {"negative sizes that multiply to a good one", "safetensors.bad_value",
         one(R"({"dtype":"F32","shape":[-1,-2],"data_offsets":[0,8]})", 8)},
        {"size not whole", "safetensors.bad_value", one(R"({"dtype":"F32","shape":[2.0],"data_offsets":[0,8]})", 8)},
        {"overflowing shape", "safetensors.shape_too_large",
         one(R"({"dtype":"F32","shape":[4294967296,4294967296,2],"data_offsets":[0,8]})", 8)},
        {"shape that wraps to 2", "safetensors.bad_value",
         one(R"({"dtype":"F32","shape":[9223372036854775809,2],"data_offsets":[0,8]})", 8)},
        {"overflow behind a zero", "safetensors.shape_too_large",
         one(R"({"dtype":"F32","shape":[9223372036854775807,9223372036854775807,0],"data_offsets":[0,0]})", 0)},
        {"size over 64 bits", "safetensors.bad_value",
         one(R"({"dtype":"F32","shape":[99999999999999999999999],"data_offsets":[0,8]})", 8)},
        {"negative offset", "safetensors.bad_value", one(R"({"dtype":"F32","shape":[2],"data_offsets":[-8,0]})", 8)},
        {"reversed offsets", "safetensors.bad_value", one(R"({"dtype":"F32","shape":[2],"data_offsets":[8,0]})", 8)},
        {"offsets that are too close", "safetensors.size_mismatch",
         one(R"({"dtype":"F32","shape":[2],"data_offsets":[0,4]})", 4)},
        {"offset past the end", "safetensors.truncated", one(good, 7)},
        {"offsets far past the end", "safetensors.truncated",
         one(R"({"dtype":"U8","shape":[9223372036854775],"data_offsets":[0,9223372036854775]})", 8)},
        {"a gap at the beginning", "safetensors.gap", one(R"({"dtype":"F32","shape":[2],"data_offsets":[8,16]})", 16)},
        {"bytes left over", "safetensors.extra_bytes", one(good, 9)},
        {"overlap", "safetensors.overlap",
         makeFile("{\"a\":" + good + R"(,"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}})", 12)},
        {"the same bytes twice", "safetensors.overlap", makeFile("{\"a\":" + good + ",\"b\":" + good + "}", 8)},
        {"a gap between", "safetensors.gap",
         makeFile("{\"a\":" + good + R"(,"b":{"dtype":"F32","shape":[1],"data_offsets":[12,16]}})", 16)},
        {"metadata with a number", "safetensors.bad_metadata", makeFile(R"({"__metadata__":{"a":1}})", 0)},
        {"metadata with an object", "safetensors.bad_metadata", makeFile(R"({"__metadata__":{"a":{}}})", 0)},
        {"null", "safetensors.entry_not_an_object", makeFile(R"({"a":null})", 0)},
    };
    for (const BadFile& bad : files)
        EXPECT_EQ(refusalCode(bad.content), bad.code) << bad.fault;
}

TEST(Safetensors, NamesTheTensorAndTheKeyAtFault) {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "model.safetensors";
    const auto errorOf = [&](const std::string& content) {
        test::writeText(file, content);
        return test::thrownError([&] { TensorStore store(folder.path()); }).value();
    };
    EXPECT_EQ(errorOf(makeFile(R"({"a":{"dtype":"F32","shape":[2.0]}})", 0)),
              Error("safetensors.bad_value", file, {"a", "shape"}));
    EXPECT_EQ(errorOf(makeFile(R"({"a":{"dtype":"F32","shape":[2]}})", 0)),
              Error("safetensors.missing_key", file, {"a", "data_offsets"}));
    EXPECT_EQ(errorOf(makeFile(R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})", 8)),
              Error("safetensors.size_mismatch", file, {"a", "12", "8"}));
    EXPECT_EQ(errorOf(makeFile(R"({"a\n":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 4)),
              Error("safetensors.truncated", file, {"a?", "8", "4"}));
}

TEST(Safetensors, RefusesEveryTruncation) {
    const TemporaryFolder folder;
    test::write(test::publishedCheckpoint(), folder.path());
    const std::string whole = test::readText(folder.path() / "model.safetensors");
    ASSERT_EQ(refusalCode(whole), "");
    for (std::size_t size = 0; size < whole.size(); size += 1 + whole.size() / 300) {
        EXPECT_NE(refusalCode(whole.substr(0, size)), "") << size;
    }
    EXPECT_EQ(refusalCode(whole.substr(0, whole.size() - 1)), "safetensors.truncated");
}

class Index : public testing::Test {
protected:
    void SetUp() override {
        test::writeSharded(test::publishedCheckpoint(), folder_.path());
        index_ = nlohmann::json::parse(test::readText(file()));
    }
    std::filesystem::path file() const { return folder_.path() / "model.safetensors.index.json"; }
    nlohmann::json& weightMap() { return index_["weight_map"]; }

    std::optional<Error> refusal() {
        test::writeText(file(), index_.dump());
        return test::thrownError([this] { TensorStore store(folder_.path()); });
    }

    TemporaryFolder folder_;
    nlohmann::json index_;
};

TEST_F(Index, RefusesATensorThatItsShardLacks) {
    weightMap()["language_model.ghost"] = "model-00002-of-00002.safetensors";
    EXPECT_EQ(refusal(), Error("checkpoint.tensor_not_in_shard", folder_.path() / "model-00002-of-00002.safetensors",
                               {"language_model.ghost", "model.safetensors.index.json"}));
}

TEST_F(Index, RefusesAMissingShard) {
    weightMap()["mlp1.0.bias"] = "model-00003-of-00003.safetensors";
    const auto error = refusal();
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), "file.cannot_open");
    EXPECT_EQ(error->source(), folder_.path() / "model-00003-of-00003.safetensors");
}

TEST_F(Index, RefusesShardsOutsideItsFolder) {
    test::write(test::publishedCheckpoint(), folder_.path() / "inner");
    for (const char* shard : {"../x.safetensors", "/etc/passwd", "inner/model.safetensors", "..", ".", "", "..\\x"}) {
        weightMap()["mlp1.0.bias"] = shard;
        EXPECT_EQ(refusal(), Error("checkpoint.bad_shard_name", file(), {"mlp1.0.bias", shard}));
    }
}

TEST_F(Index, RefusesATensorInTwoShards) {
    test::Tensors second;
    for (const auto& [name, tensor] : test::publishedCheckpoint().tensors) {
        if (weightMap()[name] == "model-00002-of-00002.safetensors" || name == "mlp1.0.bias") second[name] = tensor;
    }
    writeSafetensors(folder_.path() / "model-00002-of-00002.safetensors", second);
    EXPECT_EQ(refusal(), Error("checkpoint.tensor_in_two_shards", folder_.path() / "model-00002-of-00002.safetensors",
                               {"mlp1.0.bias", "model-00001-of-00002.safetensors"}));
}

TEST_F(Index, DecidesWhichTensorsBelongToTheCheckpoint) {
    weightMap().erase("mlp1.0.bias");
    ASSERT_EQ(refusal(), std::nullopt);
    EXPECT_FALSE(TensorStore(folder_.path()).tensors().contains("mlp1.0.bias"));
}

TEST_F(Index, RefusesAFileWithoutAWeightMap) {
    for (const char* json : {R"({})", R"({"weight_map": {}})", R"({"weight_map": []})"}) {
        index_ = nlohmann::json::parse(json);
        EXPECT_EQ(refusal(), Error("checkpoint.missing_weight_map", file())) << json;
    }
    index_ = nlohmann::json::parse(R"({"weight_map": {"a": 1}})");
    EXPECT_EQ(refusal(), Error("checkpoint.bad_shard_name", file(), {"a", ""}));
}

TEST_F(Index, RefusesAFolderWithoutWeights) {
    const TemporaryFolder empty;
    const auto refusalOfEmpty = [&] { return test::thrownError([&] { TensorStore store(empty.path()); }); };
    EXPECT_EQ(refusalOfEmpty(), Error("checkpoint.missing_weights", empty.path()));
    test::writeText(empty.path() / "pytorch_model.bin", "");
    EXPECT_EQ(refusalOfEmpty(), Error("checkpoint.pickled_weights", empty.path()));
    std::filesystem::create_directories(empty.path() / "model.safetensors");
    EXPECT_EQ(refusalOfEmpty(), Error("file.not_regular", empty.path() / "model.safetensors"));
}

}  // namespace
}  // namespace fleming::inference
