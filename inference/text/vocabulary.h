#pragma once

#include "inference/text/byte_pairs.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fleming::inference {

/// A token that stands outside the merges: a control token such as "<|im_end|>".
struct AddedToken {
    std::string text;
    std::int32_t id = 0;
    bool stripLeft = false;   ///< takes the white space before it with it
    bool stripRight = false;  ///< and after it
    bool singleWord = false;  ///< only between spaces
};

/// What a checkpoint's tokenizer files say.
struct Vocabulary {
    std::vector<std::optional<std::string>> bytes;  ///< by id: what the token stands for; nothing where an id is unused
    std::array<std::int32_t, 256> byteTokens{};     ///< the token of each single byte, or -1
    std::vector<BytePairs::Merge> merges;           ///< by rank; none gives an added token
    std::vector<AddedToken> added;                  ///< by id
};

/// Reads vocab.json + merges.txt, else tokenizer.json; and the added tokens of added_tokens.json, tokenizer_config.json
/// and tokenizer.json. Throws Error, naming the file and the fault: a file that is missing, not JSON or of another kind
/// of tokenizer; an id that is no integer, negative, above a million, used twice or left out; a merge of unknown
/// tokens.
Vocabulary readVocabulary(const std::filesystem::path& folder);

}  // namespace fleming::inference
