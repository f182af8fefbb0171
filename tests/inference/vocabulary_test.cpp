// Tokenizer files in their published forms, and damaged ones: one Error each, with the file as its source.

#include "inference/text/byte_alphabet.h"
#include "inference/tokenizer.h"
#include "tests/base/thrown_error.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <iterator>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <tuple>
#include <unistd.h>
#include <vector>

namespace fleming::inference {
namespace {

namespace fs = std::filesystem;

const fs::path kFixture = FLEMING_FIXTURES "/tokenizer";
const std::string kSample =
    "The nodule isn't 2.5 cm; \xE8\x82\xBA\xE9\x83\xA8 na\xC3\xAFve <|im_end|> \xF0\x9F\x98\x80\n  end";

std::string readFile(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class VocabularyFiles : public ::testing::Test {
protected:
    void SetUp() override { fs::create_directories(folder_); }
    void TearDown() override { fs::remove_all(folder_); }

    void write(const std::string& name, const std::string& content) const {
        std::ofstream(folder_ / name, std::ios::binary) << content;
    }

    void copyFixture() const {
        for (const char* name : {"vocab.json", "merges.txt", "added_tokens.json"})
            write(name, readFile(kFixture / name));
    }

    /// Returns a tokenizer.json of the fixture, with each merge as `writeMerge` writes it.
    static std::string tokenizerJson(const std::function<std::string(std::string, std::string)>& writeMerge) {
        std::istringstream lines(readFile(kFixture / "merges.txt"));
        std::string merges;
        for (std::string line; std::getline(lines, line);) {
            if (line.starts_with("#version:")) continue;
            std::string escaped;
            for (const char c : line)
                escaped += (c == '"' || c == '\\') ? std::string("\\") + c : std::string(1, c);
            const std::size_t blank = escaped.find(' ');
            merges += (merges.empty() ? "" : ",") + writeMerge(escaped.substr(0, blank), escaped.substr(blank + 1));
        }
        const Tokenizer fixture(kFixture);
        std::string added;
        for (const char* name : {"<|endoftext|>", "<|im_start|>", "<|im_end|>", "<img>", "</img>", "<IMG_CONTEXT>"}) {
            added += (added.empty() ? "" : ",") + std::string(R"({"special":true,"lstrip":false,"content":")") + name +
                     R"(","id":)" + std::to_string(fixture.specialToken(name)) + "}";
        }
        const std::string pattern =
            R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+)";
        return R"({"version":"1.0","added_tokens":[)" + added +
               R"(],"normalizer":{"type":"NFC"},"pre_tokenizer":{"type":"Sequence","pretokenizers":[{"type":"Split",)" +
               R"("pattern":{"Regex":")" + pattern + R"("},"behavior":"Isolated","invert":false},)" +
               R"({"type":"ByteLevel","add_prefix_space":false,"use_regex":false}]},"model":{"type":"BPE","dropout":null,)" +
               R"("unk_token":null,"continuing_subword_prefix":"","end_of_word_suffix":"","byte_fallback":false,"vocab":)" +
               readFile(kFixture / "vocab.json") + R"(,"merges":[)" + merges + "]}}";
    }

    /// Returns a vocabulary of the 256 bytes in order, then `names`, as a JSON object.
    static std::string byteVocabulary(const std::vector<std::string>& names = {}, int first = 256) {
        std::string json;
        for (int byte = 0; byte < 256; ++byte) {
            const std::string& c = byteCharacter(static_cast<unsigned char>(byte));
            json += (byte == 0 ? "{\"" : ",\"") + std::string(c == "\"" || c == "\\" ? "\\" : "") + c +
                    "\":" + std::to_string(byte);
        }
        for (const std::string& name : names)
            json += ",\"" + name + "\":" + std::to_string(first++);
        return json + "}";
    }

    /// Expects that the folder is refused with this code and these arguments. `file` is the source, within the folder.
    void expectError(const std::string& file, const std::string& code,
                     const std::vector<std::string>& arguments) const {
        const auto error = thrownError();
        ASSERT_TRUE(error) << "no error for " << file << ": " << code;
        EXPECT_EQ(*error, Error(code, file.empty() ? folder_ : folder_ / file, arguments));
        EXPECT_LT(std::string(error->what()).size(), 500U);
    }

    /// Expects the same without comparing the arguments.
    void expectCode(const std::string& file, const std::string& code) const {
        const auto error = thrownError();
        ASSERT_TRUE(error) << "no error for " << file << ": " << code;
        EXPECT_EQ(error->code(), code) << error->what();
        EXPECT_EQ(error->source(), folder_ / file);
    }

    std::optional<Error> thrownError() const {
        return test::thrownError([this] { Tokenizer tokenizer(folder_); });
    }

    const fs::path folder_ = fs::temp_directory_path() / ("fleming-vocabulary-" + std::to_string(::getpid()));
};

TEST_F(VocabularyFiles, GiveTheSameIdsInPublishedForms) {
    const Tokenizer fixture(kFixture);
    const auto expected = fixture.encodeWithSpecialTokens(kSample);
    write("tokenizer.json",
          tokenizerJson([](const std::string& a, const std::string& b) { return "\"" + a + " " + b + "\""; }));
    EXPECT_EQ(Tokenizer(folder_).encodeWithSpecialTokens(kSample), expected);
    write("tokenizer.json",
          tokenizerJson([](const std::string& a, const std::string& b) { return "[\"" + a + "\",\"" + b + "\"]"; }));
    EXPECT_EQ(Tokenizer(folder_).encodeWithSpecialTokens(kSample), expected);
    EXPECT_EQ(Tokenizer(folder_).encode(kSample), fixture.encode(kSample));
}

TEST_F(VocabularyFiles, AcceptWindowsLineEnds) {
    copyFixture();
    std::string merges;
    for (const char c : readFile(kFixture / "merges.txt"))
        merges += c == '\n' ? "\r\n" : std::string(1, c);
    write("merges.txt", merges);
    EXPECT_EQ(Tokenizer(folder_).encode(kSample), Tokenizer(kFixture).encode(kSample));
}

TEST_F(VocabularyFiles, StripAroundAddedTokensAsTheReferenceDoes) {
    write("vocab.json", byteVocabulary());
    write("merges.txt", "#version: 0.2\n");
    write("tokenizer_config.json", R"({"added_tokens_decoder": {
        "300": {"content": "<l>", "lstrip": true, "special": true}, "301": {"content": "<r>", "rstrip": true},
        "302": {"content": "<w>", "single_word": true}, "303": {"content": "<l><r>"}}})");
    const Tokenizer tokenizer(folder_);
    EXPECT_EQ(tokenizer.size(), 304);
    using Ids = std::vector<std::int32_t>;
    EXPECT_EQ(tokenizer.encodeWithSpecialTokens("a \x1C<l> b"), (Ids{'a', 300, ' ', 'b'}));
    EXPECT_EQ(tokenizer.encodeWithSpecialTokens("a <r>\xC2\x85\n b"), (Ids{'a', ' ', 301, 'b'}));
    EXPECT_EQ(tokenizer.encodeWithSpecialTokens("a <w> b"), (Ids{'a', ' ', 302, ' ', 'b'}));
    EXPECT_EQ(tokenizer.encodeWithSpecialTokens("a<w> "), (Ids{'a', '<', 'w', '>', ' '}));
    EXPECT_EQ(tokenizer.encodeWithSpecialTokens("<w>b"), (Ids{'<', 'w', '>', 'b'}));
    EXPECT_EQ(tokenizer.encodeWithSpecialTokens("x<l><r>"), (Ids{'x', 303}));
    EXPECT_EQ(test::thrownError([&] { tokenizer.bytes(256); }), Error("tokenizer.unknown_id", {}, {"256"}));
}

TEST_F(VocabularyFiles, ApplyMergesByRankInPasses) {
    // "abab": one pass merges both a+b, so that ab+a, of a lower rank, does not match.
    write("vocab.json", byteVocabulary({"ab", "aba", "aa"}));
    write("merges.txt", "#version: 0.2\nab a\na b\na a\n");
    const Tokenizer tokenizer(folder_);
    using Ids = std::vector<std::int32_t>;
    EXPECT_EQ(tokenizer.encode("abab"), (Ids{256, 256}));
    EXPECT_EQ(tokenizer.encode("abaa"), (Ids{257, 'a'}));
    EXPECT_EQ(tokenizer.encode("aaaaa"), (Ids{258, 258, 'a'}));
}

TEST_F(VocabularyFiles, NeverMergeToAControlToken) {
    write("vocab.json", byteVocabulary({"<s", "<s>"}));
    write("merges.txt", "< s\n<s >\n");
    write("added_tokens.json", R"({"<s>": 257})");
    const Tokenizer tokenizer(folder_);
    for (const std::int32_t id : tokenizer.encode("a<s>b"))
        EXPECT_NE(id, 257);
    EXPECT_EQ(tokenizer.encodeWithSpecialTokens("<s>"), std::vector{257});
}

TEST_F(VocabularyFiles, RefusesAByteWithoutAToken) {
    write("vocab.json", R"({"a": 0, "b": 1})");
    write("merges.txt", "");
    const Tokenizer tokenizer(folder_);
    EXPECT_EQ(tokenizer.encode("abba").size(), 4U);
    EXPECT_EQ(test::thrownError([&] { tokenizer.encode("abc"); }), Error("tokenizer.byte_without_token", {}, {"99"}));
}

TEST_F(VocabularyFiles, RefuseMissingFiles) {
    expectError("", "vocabulary.missing_files", {});
    copyFixture();
    fs::remove(folder_ / "merges.txt");
    expectError("", "vocabulary.missing_file", {"merges.txt"});
    fs::rename(folder_ / "vocab.json", folder_ / "merges.txt");
    expectError("", "vocabulary.missing_file", {"vocab.json"});
    EXPECT_EQ(test::thrownError([this] { Tokenizer tokenizer(folder_ / "nowhere"); }),
              Error("checkpoint.not_a_folder", folder_ / "nowhere"));
}

TEST_F(VocabularyFiles, RefuseADamagedVocabulary) {
    write("merges.txt", "");
    for (const auto& [content, code] : std::vector<std::pair<std::string, std::string>>{
             {"", "json.empty_file"},
             {"{", "json.syntax_error"},
             {"{\"a\": 0", "json.syntax_error"},
             {"{\"\xFF\": 0}", "json.syntax_error"},
             {"{\"\\ud800\": 0}", "json.syntax_error"},
             {"[1]", "json.not_an_object"},
             {"3", "json.not_an_object"},
             {R"({"a": 1e999})", "json.number_out_of_range"},
             {std::string(1'000'000, '['), "json.too_deeply_nested"},
             {"{\"a\":" + std::string(1'000'000, '['), "json.too_deeply_nested"},
             {std::string("{\"a\0\": 0}", 10), "json.syntax_error"}}) {
        write("vocab.json", content);
        expectCode("vocab.json", code);
    }
    for (const auto& [content, code, arguments] :
         std::vector<std::tuple<std::string, std::string, std::vector<std::string>>>{
             {"{}", "vocabulary.empty", {}},
             {R"({"a": "0"})", "vocabulary.id_not_an_integer", {"a"}},
             {R"({"a": 0.5})", "vocabulary.id_not_an_integer", {"a"}},
             {R"({"a": null})", "vocabulary.id_not_an_integer", {"a"}},
             {R"({"a": {"b": 1}})", "vocabulary.id_not_an_integer", {"a"}},
             {R"({"a": 99999999999999999999999})", "vocabulary.id_not_an_integer", {"a"}},
             {R"({"a": -1})", "vocabulary.id_out_of_range", {"a", "1048576"}},
             {R"({"a": -9223372036854775808})", "vocabulary.id_out_of_range", {"a", "1048576"}},
             {R"({"a": 2147483648})", "vocabulary.id_out_of_range", {"a", "1048576"}},
             {R"({"a": 18446744073709551615})", "vocabulary.id_out_of_range", {"a", "1048576"}},
             {R"({"a": 0, "b": 0})", "vocabulary.repeated_id", {"a", "b", "0"}},
             {R"({"a": 0, "b": 2})", "vocabulary.unused_id", {"1"}}}) {
        write("vocab.json", content);
        expectError("vocab.json", code, arguments);
    }
    fs::remove(folder_ / "vocab.json");
    fs::create_directory(folder_ / "vocab.json");
    expectError("vocab.json", "file.not_regular", {});
}

TEST_F(VocabularyFiles, RefuseDamagedMerges) {
    write("vocab.json", byteVocabulary({"ab"}));
    for (const auto& [content, code, arguments] :
         std::vector<std::tuple<std::string, std::string, std::vector<std::string>>>{
             {"a b\na c\n", "vocabulary.unknown_token_in_merge", {"2", "ac"}},
             {"a b\nx", "vocabulary.malformed_merge", {"2"}},
             {"#version: 0.2\n\na b c\n", "vocabulary.malformed_merge", {"3"}},
             {"abc d\n", "vocabulary.unknown_token_in_merge", {"1", "abc"}},
             {std::string(100'000, 'x') + " y",
              "vocabulary.unknown_token_in_merge",
              {"1", std::string(120, 'x') + "..."}},
             {std::string("\0 a", 3), "vocabulary.unknown_token_in_merge", {"1", "?"}}}) {
        write("merges.txt", content);
        expectError("merges.txt", code, arguments);
    }
}

TEST_F(VocabularyFiles, RefuseDamagedAddedTokens) {
    copyFixture();
    for (const auto& [content, code, arguments] :
         std::vector<std::tuple<std::string, std::string, std::vector<std::string>>>{
             {"[]", "json.not_an_object", {}},
             {R"({"<x>": -5})", "vocabulary.id_out_of_range", {"<x>", "1048576"}},
             {R"({"<x>": 4000000})", "vocabulary.id_out_of_range", {"<x>", "1048576"}},
             {R"({"<x>": "5"})", "vocabulary.id_not_an_integer", {"<x>"}},
             {R"({"!": 6000})", "vocabulary.contradictory_id", {"!", "6000"}}}) {
        write("added_tokens.json", content);
        expectError("added_tokens.json", code, arguments);
    }
    write("added_tokens.json", R"({"<x>": 5})");
    expectError("vocab.json", "vocabulary.id_in_use", {"<x>", "5"});
    write("added_tokens.json", R"({"<x>": 6000, "<y>": 6000})");
    expectError("vocab.json", "vocabulary.id_in_use", {"<y>", "6000"});
    write("added_tokens.json", R"({"<x>": 6000})");
    for (const auto& [content, code, arguments] :
         std::vector<std::tuple<std::string, std::string, std::vector<std::string>>>{
             {R"({"added_tokens_decoder": 3})", "vocabulary.not_an_object", {"added_tokens_decoder"}},
             {R"({"added_tokens_decoder": {"x": {"content": "<y>"}}})", "vocabulary.key_not_an_id", {"x"}},
             {R"({"added_tokens_decoder": {"-1": {"content": "<y>"}}})", "vocabulary.key_not_an_id", {"-1"}},
             {R"({"added_tokens_decoder": {"99999999999999999999": {"content": "<y>"}}})",
              "vocabulary.key_not_an_id",
              {"99999999999999999999"}},
             {R"({"added_tokens_decoder": {"6001": {}}})", "vocabulary.added_token_without_content", {}},
             {R"({"added_tokens_decoder": {"6001": {"content": "<x>"}}})",
              "vocabulary.contradictory_id",
              {"<x>", "6001"}}}) {
        write("tokenizer_config.json", content);
        expectError("tokenizer_config.json", code, arguments);
    }
}

TEST_F(VocabularyFiles, RefuseOtherKindsOfTokenizerJson) {
    const std::string good =
        tokenizerJson([](const std::string& a, const std::string& b) { return "\"" + a + " " + b + "\""; });
    const auto replaced = [&good](const std::string& from, const std::string& to) {
        std::string text = good;
        text.replace(text.find(from), from.size(), to);
        return text;
    };
    for (const auto& [content, code, arguments] :
         std::vector<std::tuple<std::string, std::string, std::vector<std::string>>>{
             {"{}", "vocabulary.missing_key", {"model"}},
             {R"({"model": []})", "vocabulary.missing_key", {"model"}},
             {R"({"model": {}})", "vocabulary.missing_key", {"model.vocab"}},
             {R"({"model": {"vocab": {"a": 0}}})", "vocabulary.missing_key", {"model.merges"}},
             {R"({"model": {"vocab": {"a": 0}, "merges": [3]}})", "vocabulary.malformed_merge", {"1"}},
             {R"({"model": {"vocab": {"a": 0}, "merges": [["a", "a", "a"]]}})", "vocabulary.malformed_merge", {"1"}},
             {R"({"model": {"vocab": {"a": 0}, "merges": [["a", ""]]}})", "vocabulary.malformed_merge", {"1"}},
             {R"({"model": {"vocab": {"a": 0}, "merges": ["a"]}})", "vocabulary.malformed_merge", {"1"}},
             {R"({"model": {"vocab": {"a": 0}, "merges": []}, "added_tokens": {}})",
              "vocabulary.not_a_list",
              {"added_tokens"}},
             {R"({"model": {"vocab": {"a": 0}, "merges": []}, "added_tokens": [{"content": "x"}]})",
              "vocabulary.id_not_an_integer",
              {"x"}},
             {R"({"model": {"vocab": {"a": 0}, "merges": []}, "added_tokens": [7]})",
              "vocabulary.added_token_without_content",
              {}},
             {replaced("\"BPE\"", "\"Unigram\""), "vocabulary.not_qwen2", {"model"}},
             {replaced("\"NFC\"", "\"Lowercase\""), "vocabulary.not_qwen2", {"normalizer"}},
             {replaced("|\\\\p{N}|", "|\\\\p{N}{1,3}|"), "vocabulary.not_qwen2", {"pre_tokenizer"}},
             {replaced("\"use_regex\":false", "\"use_regex\":true"), "vocabulary.not_qwen2", {"pre_tokenizer"}},
             {replaced("\"byte_fallback\":false", "\"byte_fallback\":true"), "vocabulary.not_qwen2", {"model"}}}) {
        write("tokenizer.json", content);
        expectError("tokenizer.json", code, arguments);
    }
}

TEST_F(VocabularyFiles, SurviveRandomDamage) {
    std::mt19937 random(4);
    const auto below = [&random](std::size_t end) {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
    };
    const std::vector<std::string> names = {"vocab.json", "merges.txt", "added_tokens.json"};
    const std::string small = byteVocabulary({"ab", "abc", "<s>"});
    const std::vector<std::string> contents = {small, "#version: 0.2\na b\nab c\n",
                                               R"({"<|im_end|>": 259, "<x>": 300})"};
    for (int round = 0; round < 400; ++round) {
        for (std::size_t i = 0; i < names.size(); ++i)
            write(names[i], contents[i]);
        const std::size_t which = below(names.size());
        std::string content = contents[which];
        for (std::size_t n = 1 + below(4); n > 0 && !content.empty(); --n) {
            const std::size_t place = below(content.size());
            switch (below(4)) {
                case 0:
                    content[place] = static_cast<char>(below(256));
                    break;
                case 1:
                    content.erase(place, 1 + below(8));
                    break;
                case 2:
                    content.insert(place, content.substr(below(content.size()), below(20)));
                    break;
                default:
                    content.resize(place);
                    break;
            }
        }
        write(names[which], content);
        try {
            const Tokenizer tokenizer(folder_);
            EXPECT_FALSE(tokenizer.encodeWithSpecialTokens("abc <|im_end|> abab").empty());
        } catch (const Error& error) {
            EXPECT_FALSE(error.source().empty()) << error.what();
        }
    }
}

}  // namespace
}  // namespace fleming::inference
