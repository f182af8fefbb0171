#include "inference/text/special_tokens.h"

#include "inference/text/pre_tokenizer.h"
#include "inference/text/utf8.h"

#include <algorithm>
#include <set>

namespace fleming::inference {

namespace {

/// Returns true for white space in the sense of Python's str.strip(), which includes U+001C to U+001F.
bool isStripped(char32_t code) {
    return characterClass(code) == CharacterClass::space || (code >= 0x1C && code <= 0x1F);
}

void stripLeft(std::string& text) {
    std::string_view rest = text;
    while (!rest.empty()) {
        const Utf8Unit unit = readUtf8(rest);
        if (!isStripped(unit.code)) break;
        rest.remove_prefix(unit.length);
    }
    text = std::string(rest);
}

void stripRight(std::string& text) {
    std::size_t end = 0;  // after the last character to keep
    for (std::size_t position = 0; position < text.size();) {
        const Utf8Unit unit = readUtf8(std::string_view(text).substr(position));
        position += unit.length;
        if (!isStripped(unit.code)) end = position;
    }
    text.resize(end);
}

}  // namespace

SpecialTokens::SpecialTokens(const std::vector<AddedToken>& tokens) {
    std::set<std::size_t, std::greater<>> lengths;
    for (const AddedToken& token : tokens) {
        if (token.text.empty()) continue;
        tokens_.emplace(token.text, token);
        lengths.insert(token.text.size());
        firstBytes_[static_cast<unsigned char>(token.text.front())] = true;
    }
    lengths_.assign(lengths.begin(), lengths.end());
}

std::int32_t SpecialTokens::find(std::string_view name) const {
    const auto found = tokens_.find(name);
    return found == tokens_.end() ? -1 : found->second.id;
}

const AddedToken* SpecialTokens::longestAt(std::string_view text) const {
    if (!firstBytes_[static_cast<unsigned char>(text.front())]) return nullptr;
    for (const std::size_t length : lengths_) {
        if (length > text.size()) continue;
        if (const auto found = tokens_.find(text.substr(0, length)); found != tokens_.end()) return &found->second;
    }
    return nullptr;
}

std::vector<std::string> SpecialTokens::split(std::string_view text) const {
    std::vector<std::string> parts;
    std::size_t plainBegin = 0;
    for (std::size_t position = 0; position < text.size();) {
        const AddedToken* token = longestAt(text.substr(position));
        if (token == nullptr) {
            ++position;
            continue;
        }
        if (position != plainBegin) parts.emplace_back(text.substr(plainBegin, position - plainBegin));
        parts.push_back(token->text);
        position += token->text.size();
        plainBegin = position;
    }
    if (plainBegin != text.size()) parts.emplace_back(text.substr(plainBegin));
    applyFlags(parts);
    return parts;
}

void SpecialTokens::applyFlags(std::vector<std::string>& parts) const {
    std::string none;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto found = tokens_.find(parts[i]);
        if (found == tokens_.end()) continue;
        const AddedToken& token = found->second;
        std::string& left = i > 0 ? parts[i - 1] : none;
        std::string& right = i + 1 < parts.size() ? parts[i + 1] : none;
        if (token.stripRight) stripLeft(right);
        if (token.stripLeft) stripRight(left);
        if (!token.singleWord) continue;
        if (!left.empty() && left.back() != ' ') {
            left += token.text;
            parts[i].clear();
        } else if (!right.empty() && right.front() != ' ') {
            right.insert(0, token.text);
            parts[i].clear();
        }
    }
    std::erase(parts, std::string());
}

}  // namespace fleming::inference
