#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fleming::inference {

/// Qwen2's byte-level BPE: NFC, the Qwen2 pre-tokenizer pattern, GPT-2's byte alphabet, merges by rank. No BOS.
/// Source: transformers' Qwen2Tokenizer (the slow one), whose ids it reproduces.
class Tokenizer {
public:
    /// Reads vocab.json + merges.txt + added_tokens.json (or the added tokens of tokenizer_config.json), or
    /// tokenizer.json. Throws Error, naming the file and the fault.
    explicit Tokenizer(const std::filesystem::path& folder);
    ~Tokenizer();
    Tokenizer(Tokenizer&&) noexcept;
    Tokenizer& operator=(Tokenizer&&) noexcept;

    /// Ids of `text` as plain data: no control token ever comes out, whatever the text says. Bytes that are not UTF-8
    /// are read as U+FFFD, one for each maximal ill-formed part (Unicode 15, chapter 3.9), as Python's "replace" does.
    std::vector<std::int32_t> encode(std::string_view text) const;

    /// Ids of `text` with special tokens recognised, as the reference does with a whole prompt. For prompts made by the
    /// program, and for checking; never for what a user typed.
    std::vector<std::int32_t> encodeWithSpecialTokens(std::string_view text) const;

    /// The raw bytes of one token (a special token: its name). Throws Error where `id` is none of the vocabulary's.
    std::string bytes(std::int32_t id) const;

    /// The text of `ids`; ill-formed UTF-8 becomes U+FFFD. Special tokens are kept.
    std::string decode(std::span<const std::int32_t> ids) const;

    /// The id of a special token such as "<|im_end|>", or -1.
    std::int32_t specialToken(std::string_view name) const;

    /// One more than the largest id.
    std::int32_t size() const;

private:
    struct Data;
    std::unique_ptr<const Data> data_;
};

/// Turns streamed token bytes into whole characters: bytes of an unfinished UTF-8 character wait for the next token.
class Utf8Stream {
public:
    /// The text that is complete now; what can never become a character is U+FFFD.
    std::string add(std::string_view bytes);
    /// What was waiting when the stream ended, as U+FFFD; empty where nothing was.
    std::string finish();
    /// True while bytes of an unfinished character wait.
    bool waiting() const { return !waiting_.empty(); }

private:
    std::string waiting_;
};

}  // namespace fleming::inference
