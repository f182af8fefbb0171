// Tokenizer files in their published forms, and damaged ones: one clear Error each, that names the file.

#include "base/error.h"
#include "inference/text/byte_alphabet.h"
#include "inference/tokenizer.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
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

class VocabularyTest : public ::testing::Test {
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

    /// tokenizer.json of the fixture; each merge as `writeMerge` writes it.
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

    /// A vocabulary of the 256 bytes in order, then `names`, as a JSON object.
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

    void expectError(const std::string& file, const std::string& fault) const {
        try {
            Tokenizer tokenizer(folder_);
            FAIL() << "no error for " << file << ": " << fault;
        } catch (const Error& error) {
            const std::string message = error.what();
            EXPECT_NE(message.find(file), std::string::npos) << message;
            EXPECT_NE(message.find(fault), std::string::npos) << message;
            EXPECT_LT(message.size(), 500U);
        }
    }

    const fs::path folder_ = fs::temp_directory_path() / ("fleming-vocabulary-" + std::to_string(::getpid()));
};

TEST_F(VocabularyTest, publishedFormsGiveTheSameIds) {
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

TEST_F(VocabularyTest, linesMayEndAsOnWindows) {
    copyFixture();
    std::string merges;
    for (const char c : readFile(kFixture / "merges.txt"))
        merges += c == '\n' ? "\r\n" : std::string(1, c);
    write("merges.txt", merges);
    EXPECT_EQ(Tokenizer(folder_).encode(kSample), Tokenizer(kFixture).encode(kSample));
}

TEST_F(VocabularyTest, addedTokensOfTheConfigStripAsTheReference) {
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
    EXPECT_THROW(tokenizer.bytes(256), Error);
}

TEST_F(VocabularyTest, mergesAreTakenByRankInPasses) {
    // "abab": all of a+b first, so that ab+a, of a better rank, finds nothing.
    write("vocab.json", byteVocabulary({"ab", "aba", "aa"}));
    write("merges.txt", "#version: 0.2\nab a\na b\na a\n");
    const Tokenizer tokenizer(folder_);
    using Ids = std::vector<std::int32_t>;
    EXPECT_EQ(tokenizer.encode("abab"), (Ids{256, 256}));
    EXPECT_EQ(tokenizer.encode("abaa"), (Ids{257, 'a'}));
    EXPECT_EQ(tokenizer.encode("aaaaa"), (Ids{258, 258, 'a'}));
}

TEST_F(VocabularyTest, aMergeToAControlTokenIsNeverMade) {
    write("vocab.json", byteVocabulary({"<s", "<s>"}));
    write("merges.txt", "< s\n<s >\n");
    write("added_tokens.json", R"({"<s>": 257})");
    const Tokenizer tokenizer(folder_);
    for (const std::int32_t id : tokenizer.encode("a<s>b"))
        EXPECT_NE(id, 257);
    EXPECT_EQ(tokenizer.encodeWithSpecialTokens("<s>"), std::vector{257});
}

TEST_F(VocabularyTest, aByteWithoutATokenIsSaid) {
    write("vocab.json", R"({"a": 0, "b": 1})");
    write("merges.txt", "");
    const Tokenizer tokenizer(folder_);
    EXPECT_EQ(tokenizer.encode("abba").size(), 4U);
    EXPECT_THROW(tokenizer.encode("abc"), Error);
}

TEST_F(VocabularyTest, missingFiles) {
    expectError(folder_.string(), "missing: vocab.json and merges.txt, or tokenizer.json");
    copyFixture();
    fs::remove(folder_ / "merges.txt");
    expectError(folder_.string(), "missing: merges.txt");
    EXPECT_THROW(Tokenizer(folder_ / "nowhere"), Error);
}

TEST_F(VocabularyTest, damagedVocabulary) {
    write("merges.txt", "");
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"", "is empty"},
        {"{", "not valid JSON"},
        {"{\"a\": 0", "not valid JSON"},
        {"{\"\xFF\": 0}", "not valid JSON"},
        {"{\"\\ud800\": 0}", "not valid JSON"},
        {"[1]", "a JSON object"},
        {"3", "a JSON object"},
        {"{}", "vocabulary is empty"},
        {R"({"a": "0"})", "not a whole number"},
        {R"({"a": 0.5})", "not a whole number"},
        {R"({"a": null})", "not a whole number"},
        {R"({"a": {"b": 1}})", "not a whole number"},
        {R"({"a": -1})", "negative"},
        {R"({"a": -9223372036854775808})", "negative"},
        {R"({"a": 2147483648})", "too large"},
        {R"({"a": 18446744073709551615})", "too large"},
        {R"({"a": 99999999999999999999999})", "not a whole number"},
        {R"({"a": 1e999})", "not valid JSON"},
        {R"({"a": 0, "b": 0})", "the same id"},
        {R"({"a": 0, "b": 2})", "no token has the id 1"},
        {std::string(1'000'000, '['), "nested too deeply"},
        {"{\"a\":" + std::string(1'000'000, '['), "nested too deeply"},
        {std::string("{\"a\0\": 0}", 10), "not valid JSON"},
    };
    for (const auto& [content, fault] : cases) {
        write("vocab.json", content);
        expectError("vocab.json", fault);
    }
    fs::remove(folder_ / "vocab.json");
    fs::create_directory(folder_ / "vocab.json");
    expectError("vocab.json", "regular file");
}

TEST_F(VocabularyTest, damagedMerges) {
    write("vocab.json", byteVocabulary({"ab"}));
    for (const auto& [content, fault] : std::vector<std::pair<std::string, std::string>>{
             {"a b\na c\n", "line 2: a merge needs the token \"ac\""},
             {"a b\nx", "line 2: a merge must name two tokens"},
             {"#version: 0.2\n\na b c\n", "line 3: a merge must name two tokens"},
             {"abc d\n", "line 1: a merge needs the token \"abc\""},
             {std::string(100'000, 'x') + " y", "line 1"},
             {std::string("\0 a", 3), "line 1"}}) {
        write("merges.txt", content);
        expectError("merges.txt", fault);
    }
}

TEST_F(VocabularyTest, damagedAddedTokens) {
    copyFixture();
    for (const auto& [content, fault] :
         std::vector<std::pair<std::string, std::string>>{{"[]", "a JSON object"},
                                                          {R"({"<x>": -5})", "negative"},
                                                          {R"({"<x>": 4000000})", "too large"},
                                                          {R"({"<x>": "5"})", "not a whole number"},
                                                          {R"({"!": 6000})", "another one"}}) {
        write("added_tokens.json", content);
        expectError("added_tokens.json", fault);
    }
    write("added_tokens.json", R"({"<x>": 5})");
    expectError("vocab.json", "in use");
    write("added_tokens.json", R"({"<x>": 6000, "<y>": 6000})");
    expectError("vocab.json", "in use");
    write("added_tokens.json", R"({"<x>": 6000})");
    for (const auto& [content, fault] : std::vector<std::pair<std::string, std::string>>{
             {R"({"added_tokens_decoder": 3})", "not an object"},
             {R"({"added_tokens_decoder": {"x": {"content": "<y>"}}})", "not an id"},
             {R"({"added_tokens_decoder": {"-1": {"content": "<y>"}}})", "not an id"},
             {R"({"added_tokens_decoder": {"99999999999999999999": {"content": "<y>"}}})", "not an id"},
             {R"({"added_tokens_decoder": {"6001": {}}})", "no \"content\""},
             {R"({"added_tokens_decoder": {"6001": {"content": "<x>"}}})", "another one"}}) {
        write("tokenizer_config.json", content);
        expectError("tokenizer_config.json", fault);
    }
}

TEST_F(VocabularyTest, otherKindsOfTokenizerJson) {
    const std::string good =
        tokenizerJson([](const std::string& a, const std::string& b) { return "\"" + a + " " + b + "\""; });
    const auto replaced = [&good](const std::string& from, const std::string& to) {
        std::string text = good;
        text.replace(text.find(from), from.size(), to);
        return text;
    };
    for (const auto& [content, fault] : std::vector<std::pair<std::string, std::string>>{
             {"{}", "no \"model\""},
             {R"({"model": []})", "no \"model\""},
             {R"({"model": {}})", "no \"vocab\""},
             {R"({"model": {"vocab": {"a": 0}}})", "no \"merges\""},
             {R"({"model": {"vocab": {"a": 0}, "merges": [3]}})", "merge 1"},
             {R"({"model": {"vocab": {"a": 0}, "merges": [["a", "a", "a"]]}})", "merge 1"},
             {R"({"model": {"vocab": {"a": 0}, "merges": [["a", ""]]}})", "merge 1"},
             {R"({"model": {"vocab": {"a": 0}, "merges": ["a"]}})", "merge 1"},
             {R"({"model": {"vocab": {"a": 0}, "merges": []}, "added_tokens": {}})", "not a list"},
             {R"({"model": {"vocab": {"a": 0}, "merges": []}, "added_tokens": [{"content": "x"}]})",
              "not a whole "
              "number"},
             {R"({"model": {"vocab": {"a": 0}, "merges": []}, "added_tokens": [7]})", "content"},
             {replaced("\"BPE\"", "\"Unigram\""), "only Qwen2"},
             {replaced("\"NFC\"", "\"Lowercase\""), "normalizer"},
             {replaced("|\\\\p{N}|", "|\\\\p{N}{1,3}|"), "pre-tokenizer"},
             {replaced("\"use_regex\":false", "\"use_regex\":true"), "pre-tokenizer"},
             {replaced("\"byte_fallback\":false", "\"byte_fallback\":true"), "only Qwen2"}}) {
        write("tokenizer.json", content);
        expectError("tokenizer.json", fault);
    }
}

TEST_F(VocabularyTest, randomDamageNeverCrashes) {
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
            EXPECT_NE(std::string(error.what()), "");
        }
    }
}

}  // namespace
}  // namespace fleming::inference
