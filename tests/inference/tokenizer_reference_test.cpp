// The tokenizer against ids from tests/fixtures/make_tokenizer_reference.py, which runs the reference algorithm.
// FLEMING_REFERENCE_DIR selects another folder of such files, for example with the whole Qwen2.5 vocabulary.

#include "inference/tokenizer.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <vector>

namespace fleming::inference {
namespace {

struct Case {
    std::string text;
    std::vector<std::int32_t> plain;
    std::vector<std::int32_t> special;
};

std::filesystem::path referenceFolder() {
    const char* folder = std::getenv("FLEMING_REFERENCE_DIR");
    return folder != nullptr ? folder : FLEMING_FIXTURES "/tokenizer";
}

std::string fromHex(const std::string& hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return bytes;
}

std::vector<std::int32_t> readIds(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::int32_t> ids;
    for (std::int32_t id = 0; stream >> id;)
        ids.push_back(id);
    return ids;
}

std::vector<Case> readCases() {
    std::ifstream file(referenceFolder() / "reference.txt");
    std::vector<Case> cases;
    for (std::string line; std::getline(file, line);) {
        std::istringstream fields(line);
        std::string text, plain, special;
        std::getline(fields, text, '\t');
        std::getline(fields, plain, '\t');
        std::getline(fields, special, '\t');
        cases.push_back({fromHex(text), readIds(plain), readIds(special == "=" ? plain : special)});
    }
    return cases;
}

TEST(TokenizerReference, MatchesTheReferenceIds) {
    const std::vector<Case> cases = readCases();
    ASSERT_GE(cases.size(), 1000U) << referenceFolder();
    const Tokenizer tokenizer(referenceFolder());
    for (const Case& c : cases) {
        ASSERT_EQ(tokenizer.encode(c.text), c.plain) << c.text;
        ASSERT_EQ(tokenizer.encodeWithSpecialTokens(c.text), c.special) << c.text;
    }
}

TEST(TokenizerReference, NeverEncodesPlainTextAsAControlToken) {
    const Tokenizer tokenizer(referenceFolder());
    const std::int32_t firstControl = tokenizer.specialToken("<|endoftext|>");
    ASSERT_GT(firstControl, 0);
    for (const Case& c : readCases()) {
        for (const std::int32_t id : tokenizer.encode(c.text))
            ASSERT_LT(id, firstControl) << c.text;
    }
}

}  // namespace
}  // namespace fleming::inference
