#include "inference/token_stream.h"

#include <algorithm>
#include <string>
#include <utility>

namespace fleming::inference {

std::vector<Token> TokenStream::add(std::int32_t id, std::string_view bytes, float logProbability) {
    Token token;
    token.id = id;
    token.text = characters_.add(bytes);
    token.logProbability = logProbability;
    const std::string text = token.text;
    waiting_.push_back({std::move(token), 0});
    sort(parser_.add(text));
    // The bytes of an unfinished character may turn out to be no character, at the end: then they are this token's.
    return takeReady(characters_.waiting() ? 1 : 0);
}

std::vector<Token> TokenStream::finish() {
    const std::string rest = characters_.finish();
    if (!rest.empty() && !waiting_.empty()) waiting_.back().token.text += rest;
    sort(parser_.add(rest));
    sort(parser_.finish());
    return takeReady(0);
}

/// Gives the pieces' channels to the waiting tokens' texts, which hold the same bytes in the same order.
void TokenStream::sort(const std::vector<ReasoningParser::Piece>& pieces) {
    auto waiting = waiting_.begin();
    for (const ReasoningParser::Piece& piece : pieces) {
        std::string_view rest = piece.text;
        while (!rest.empty() && waiting != waiting_.end()) {
            const std::string_view unsorted = std::string_view(waiting->token.text).substr(waiting->sorted);
            if (unsorted.empty()) {
                ++waiting;
                continue;
            }
            const std::size_t size = std::min(unsorted.size(), rest.size());
            std::vector<TextPart>& parts = waiting->token.parts;
            if (parts.empty() || parts.back().channel != piece.channel) parts.push_back({piece.channel, {}});
            parts.back().text += rest.substr(0, size);
            waiting->sorted += size;
            rest.remove_prefix(size);
        }
    }
}

/// Takes the tokens from the front that are sorted completely, but for the last `keep` of all.
std::vector<Token> TokenStream::takeReady(std::size_t keep) {
    std::vector<Token> ready;
    while (waiting_.size() > keep && waiting_.front().sorted == waiting_.front().token.text.size()) {
        Token token = std::move(waiting_.front().token);
        waiting_.pop_front();
        if (!token.parts.empty()) {
            token.channel = token.parts.front().channel;
            channel_ = token.parts.back().channel;
        } else {
            token.channel = channel_;
        }
        ready.push_back(std::move(token));
    }
    return ready;
}

}  // namespace fleming::inference
