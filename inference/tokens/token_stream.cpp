#include "inference/tokens/token_stream.h"

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
    // If the answer ends inside a character, its bytes become U+FFFD in the text of this token.
    return takeComplete(characters_.waiting() ? 1 : 0);
}

std::vector<Token> TokenStream::finish() {
    const std::string rest = characters_.finish();
    if (!rest.empty() && !waiting_.empty()) waiting_.back().token.text += rest;
    sort(parser_.add(rest));
    sort(parser_.finish());
    return takeComplete(0);
}

/// Gives the waiting tokens the channels of `parts`, which have the same bytes in the same order.
void TokenStream::sort(const std::vector<TextPart>& parts) {
    auto waiting = waiting_.begin();
    for (const TextPart& part : parts) {
        std::string_view rest = part.text;
        while (!rest.empty() && waiting != waiting_.end()) {
            const std::string_view unsorted = std::string_view(waiting->token.text).substr(waiting->sorted);
            if (unsorted.empty()) {
                ++waiting;
                continue;
            }
            const std::size_t size = std::min(unsorted.size(), rest.size());
            std::vector<TextPart>& sorted = waiting->token.parts;
            if (sorted.empty() || sorted.back().channel != part.channel) sorted.push_back({part.channel, {}});
            sorted.back().text += rest.substr(0, size);
            waiting->sorted += size;
            rest.remove_prefix(size);
        }
    }
}

/// Takes the sorted tokens from the front, except the last `keep` tokens.
std::vector<Token> TokenStream::takeComplete(std::size_t keep) {
    std::vector<Token> complete;
    while (waiting_.size() > keep && waiting_.front().sorted == waiting_.front().token.text.size()) {
        Token token = std::move(waiting_.front().token);
        waiting_.pop_front();
        if (!token.parts.empty()) {
            token.channel = token.parts.front().channel;
            channel_ = token.parts.back().channel;
        } else {
            token.channel = channel_;
        }
        complete.push_back(std::move(token));
    }
    return complete;
}

}  // namespace fleming::inference
