#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fleming::inference {

/// Qwen2's byte-level BPE: NFC, Qwen2's pre-tokenizer pattern, GPT-2's byte alphabet, merges by rank, no BOS token.
/// Source: transformers' Qwen2Tokenizer (the slow one). The ids are identical.
class Tokenizer {
public:
    /// Reads vocab.json, merges.txt and the added tokens (added_tokens.json or tokenizer_config.json), or
    /// tokenizer.json. Throws Error with the damaged file as its source.
    explicit Tokenizer(const std::filesystem::path& folder);
    ~Tokenizer();
    Tokenizer(Tokenizer&&) noexcept;
    Tokenizer& operator=(Tokenizer&&) noexcept;

    /// Encodes `text` as plain data: the ids never contain a control token. Each maximal
    /// ill-formed part of the UTF-8 is read as U+FFFD (Unicode 15, chapter 3.9), as Python's errors="replace" does.
    std::vector<std::int32_t> encode(std::string_view text) const;

    /// Encodes `text` and recognizes special tokens in it, as the reference does with a whole prompt. For prompts that
    /// the program makes and for tests; never for text that a user typed.
    std::vector<std::int32_t> encodeWithSpecialTokens(std::string_view text) const;

    /// Returns the bytes of one token; of a special token, its name. Throws Error("tokenizer.unknown_id") if the
    /// vocabulary does not have `id`.
    std::string bytes(std::int32_t id) const;

    /// Decodes `ids`. Ill-formed UTF-8 becomes U+FFFD; special tokens are kept. Throws Error as bytes() does.
    std::string decode(std::span<const std::int32_t> ids) const;

    /// Returns the id of a special token such as "<|im_end|>", or -1.
    std::int32_t specialToken(std::string_view name) const;

    /// Returns the largest id plus 1.
    std::int32_t size() const;

private:
    struct Data;
    std::unique_ptr<const Data> data_;
};

}  // namespace fleming::inference
