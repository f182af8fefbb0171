#pragma once

#include "inference/reasoning_parser.h"
#include "inference/text/utf8.h"
#include "inference/types.h"

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

namespace fleming::inference {

/// Converts generated ids to Tokens: each with its text in whole characters and the channel of every part of it. A
/// token waits while its last character is incomplete or its text could still become part of a tag. Tokens come out in
/// order, and their texts, joined, are the text of the answer.
class TokenStream {
public:
    /// Adds a token and returns the tokens that are complete now. `bytes` are those of Tokenizer::bytes().
    std::vector<Token> add(std::int32_t id, std::string_view bytes, float logProbability);

    /// Ends the answer and returns the tokens that waited.
    std::vector<Token> finish();

    /// Returns the parser, which knows the reasoning and the final answer so far.
    const ReasoningParser& parser() const { return parser_; }

private:
    struct Waiting {
        Token token;
        std::size_t sorted = 0;  // bytes of its text whose channel is known
    };

    void sort(const std::vector<TextPart>& parts);
    std::vector<Token> takeComplete(std::size_t keep);

    Utf8Stream characters_;
    ReasoningParser parser_;
    std::deque<Waiting> waiting_;
    Channel channel_ = Channel::outside;  // of the text that was sorted last
};

}  // namespace fleming::inference
