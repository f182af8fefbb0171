#pragma once

#include "inference/conversation.h"
#include "inference/tokenizer.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace fleming::inference {

/// Token ids, and where among them the pictures stand.
struct TokenSequence {
    std::vector<std::int32_t> ids;
    std::vector<std::int64_t> pictureStarts;  ///< the first <IMG_CONTEXT> of each picture
};

/// InternVL's "internvl2_5" prompt (ChatML) in token ids:
///
///     <|im_start|>system\n{system}<|im_end|>\n
///     <|im_start|>user\n{reasoning prompt}\n{<img><IMG_CONTEXT>...</img>\n for each picture}{question}<|im_end|>\n
///     <|im_start|>assistant\n{answer}<|im_end|>\n        (and the two again for each turn)
///
/// Control tokens are put in by id, and what stands between two of them is tokenized in one piece as plain text: no
/// text of a user, a system prompt or an answer can become a control token.
class ChatTemplate {
public:
    /// Throws Error where the tokenizer has not the control tokens. It must outlive the template.
    ChatTemplate(const Tokenizer& tokenizer, std::int64_t tokensPerPicture);

    void appendSystem(TokenSequence& sequence, std::string_view text) const;
    /// The user's turn, up to and with the <|im_start|> of the answer.
    void appendQuestion(TokenSequence& sequence, const Turn& turn) const;
    /// "assistant\n" and a known answer; an empty one opens the answer that is to be generated.
    void appendAnswer(TokenSequence& sequence, std::string_view answer) const;
    /// Ends an answer: <|im_end|>\n.
    void appendEndOfAnswer(TokenSequence& sequence) const;

    /// The first <IMG_CONTEXT> of each picture in `ids`.
    std::vector<std::int64_t> pictureStarts(const std::vector<std::int32_t>& ids) const;

    std::int32_t endOfTurn() const { return endOfTurn_; }

private:
    void appendText(TokenSequence& sequence, std::string_view text) const;
    void appendPicture(TokenSequence& sequence) const;

    const Tokenizer* tokenizer_;
    std::int64_t tokensPerPicture_;
    std::int32_t startOfTurn_, endOfTurn_, startOfPicture_, endOfPicture_, pictureContext_;
};

}  // namespace fleming::inference
