#pragma once

#include "inference/reasoning_parser.h"
#include "inference/tokenizer.h"
#include "inference/types.h"

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

namespace fleming::inference {

/// Turns generated ids into Tokens: each with its own text in whole characters, and the channel of every part of it. A
/// token waits while it is undecided: while its last character is incomplete, or while its text could still become a
/// part of a tag. Tokens come out in order, and the texts of all of them together are the text of the answer.
class TokenStream {
public:
    /// The tokens that are certain now; `bytes` are the token's own, from Tokenizer::bytes.
    std::vector<Token> add(std::int32_t id, std::string_view bytes, float logProbability);

    /// The rest, at the end of the answer.
    std::vector<Token> finish();

    /// The reasoning and the final answer so far.
    const ReasoningParser& parser() const { return parser_; }

private:
    struct Waiting {
        Token token;
        std::size_t sorted = 0;  // bytes of its text whose channel is known
    };

    void sort(const std::vector<ReasoningParser::Piece>& pieces);
    std::vector<Token> takeReady(std::size_t keep);

    Utf8Stream characters_;
    ReasoningParser parser_;
    std::deque<Waiting> waiting_;
    Channel channel_ = Channel::outside;  // of the last text sorted
};

}  // namespace fleming::inference
