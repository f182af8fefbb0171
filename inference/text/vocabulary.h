#pragma once

#include "inference/text/byte_pairs.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fleming::inference {

/// A token that no merge produces: a control token such as "<|im_end|>".
struct AddedToken {
    std::string text;
    std::int32_t id = 0;
    bool stripLeft = false;   ///< removes the white space before it ("lstrip")
    bool stripRight = false;  ///< removes the white space after it ("rstrip")
    bool singleWord = false;  ///< matches only between spaces ("single_word")
};

/// The contents of a checkpoint's tokenizer files.
struct Vocabulary {
    std::vector<std::optional<std::string>> bytes;  ///< by id: the bytes of the token, or nothing if the id is unused
    std::array<std::int32_t, 256> byteTokens{};     ///< the token of each single byte, or -1
    std::vector<BytePairs::Merge> merges;           ///< by rank; the result is never an added token
    std::vector<AddedToken> added;                  ///< by id
};

/// Reads vocab.json and merges.txt, else tokenizer.json; and the added tokens of added_tokens.json,
/// tokenizer_config.json and tokenizer.json. Throws Error with a "file.", "json." or "vocabulary." code and the file as
/// its source: if a file is missing, not JSON or belongs to another kind of tokenizer; if an id is not an integer from
/// 0 to 1048576, or is used twice or left out; if a merge names an unknown token.
Vocabulary readVocabulary(const std::filesystem::path& folder);

}  // namespace fleming::inference
