#pragma once

#include "inference/conversation.h"
#include "inference/tokenizer.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace fleming::inference {

/// Token ids and the positions of the images among them.
struct TokenSequence {
    std::vector<std::int32_t> ids;
    std::vector<std::int64_t> imageStarts;  ///< the position of the first <IMG_CONTEXT> of each image
};

/// Encodes InternVL's "internvl2_5" prompt (ChatML):
///
///     <|im_start|>system\n{system}<|im_end|>\n
///     <|im_start|>user\n{reasoning prompt}\n{<img><IMG_CONTEXT>...</img>\n for each image}{question}<|im_end|>\n
///     <|im_start|>assistant\n{answer}<|im_end|>\n        (user and assistant again for each turn)
///
/// Control tokens are inserted by id. The text between two of them is encoded in one piece as plain text, so that no
/// text of a user, a system prompt or an answer can become a control token.
class ChatTemplate {
public:
    /// `tokenizer` must outlive the template. `tokensPerImage` is the number of <IMG_CONTEXT> tokens of an image.
    /// Throws Error("tokenizer.missing_special_token") if the tokenizer lacks one of the control tokens.
    ChatTemplate(const Tokenizer& tokenizer, std::int64_t tokensPerImage);

    /// Appends the system turn.
    void appendSystem(TokenSequence& sequence, std::string_view text) const;

    /// Appends the user turn and the <|im_start|> of the answer.
    void appendQuestion(TokenSequence& sequence, const Turn& turn) const;

    /// Appends "assistant\n" and a known answer. With an empty `answer` the sequence ends where generation begins.
    void appendAnswer(TokenSequence& sequence, std::string_view answer) const;

    /// Appends the end of an answer: <|im_end|>\n.
    void appendEndOfAnswer(TokenSequence& sequence) const;

    /// Returns the position of the first <IMG_CONTEXT> of each complete image in `ids`.
    std::vector<std::int64_t> findImages(const std::vector<std::int32_t>& ids) const;

    /// Returns the id of <|im_end|>.
    std::int32_t endOfTurn() const { return endOfTurn_; }

private:
    void appendText(TokenSequence& sequence, std::string_view text) const;
    void appendImage(TokenSequence& sequence) const;

    const Tokenizer* tokenizer_;
    std::int64_t tokensPerImage_;
    std::int32_t startOfTurn_, endOfTurn_, startOfImage_, endOfImage_, imageContext_;
};

}  // namespace fleming::inference
