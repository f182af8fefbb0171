#include "inference/text/pre_tokenizer.h"

#include "inference/text/utf8.h"

#include <array>
#include <cstddef>
#include <string>

namespace fleming::inference {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

#include "inference/text/unicode_classes.inc"

constexpr char32_t kCodePoints = 0x110000;

std::vector<CharacterClass> makeClassTable() {
    std::vector<CharacterClass> table(kCodePoints, CharacterClass::other);
    const auto fill = [&table](const auto& ranges, CharacterClass value) {
        for (const Range& range : ranges) {
            for (char32_t code = range.first; code <= range.last; ++code)
                table[code] = value;
        }
    };
    fill(kLetters, CharacterClass::letter);
    fill(kNumbers, CharacterClass::number);
    fill(kSpaces, CharacterClass::space);
    return table;
}

/// Matches the alternatives of the pattern, in their order, at a position of the text.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    /// Returns the end of the word that begins at `begin`, which must be before the end of the text.
    std::size_t wordEnd(std::size_t begin) const {
        const Character first = at(begin);
        if (const std::size_t end = contractionEnd(begin); end != begin) return end;
        if (first.kind == CharacterClass::letter) return runEnd(begin, CharacterClass::letter);
        const Character second = at(first.end);
        if (!first.isLineBreak() && first.kind != CharacterClass::number && second.kind == CharacterClass::letter) {
            return runEnd(first.end, CharacterClass::letter);
        }
        if (first.kind == CharacterClass::number) return first.end;
        if (first.kind == CharacterClass::other) return symbolsEnd(begin);
        if (first.code == U' ' && second.kind == CharacterClass::other && second.exists()) return symbolsEnd(first.end);
        return spaceEnd(begin);
    }

private:
    struct Character {
        char32_t code = 0;
        CharacterClass kind = CharacterClass::other;
        std::size_t begin = 0;
        std::size_t end = 0;  // equal to begin at the end of the text

        bool exists() const { return end != begin; }
        bool isLineBreak() const { return exists() && (code == U'\r' || code == U'\n'); }
    };

    Character at(std::size_t position) const {
        if (position == text_.size()) return {0, CharacterClass::other, position, position};
        const Utf8Unit unit = readUtf8(text_.substr(position));
        return {unit.code, characterClass(unit.code), position, position + unit.length};
    }

    /// (?i:'s|'t|'re|'ve|'m|'ll|'d). Returns `begin` if nothing matches. Case-insensitively, U+017F (long s) is an s.
    std::size_t contractionEnd(std::size_t begin) const {
        if (text_[begin] != '\'') return begin;
        const std::string_view rest = text_.substr(begin + 1);
        if (rest.starts_with("\u017F")) return begin + 3;
        const auto lower = [rest](std::size_t i) { return i < rest.size() ? static_cast<char>(rest[i] | 0x20) : '\0'; };
        const char one = lower(0);
        const char two = lower(1);
        if (one == 's' || one == 't' || one == 'm' || one == 'd') return begin + 2;
        if ((one == 'r' && two == 'e') || (one == 'v' && two == 'e') || (one == 'l' && two == 'l')) return begin + 3;
        return begin;
    }

    std::size_t runEnd(std::size_t position, CharacterClass kind) const {
        for (Character c = at(position); c.exists() && c.kind == kind; c = at(position))
            position = c.end;
        return position;
    }

    /// [^\s\p{L}\p{N}]+[\r\n]*
    std::size_t symbolsEnd(std::size_t position) const {
        position = runEnd(position, CharacterClass::other);
        while (position < text_.size() && (text_[position] == '\r' || text_[position] == '\n'))
            ++position;
        return position;
    }

    /// \s*[\r\n]+, up to the last line break of a run of spaces; else \s+(?!\S), which leaves the last space to the
    /// next word; else \s+.
    std::size_t spaceEnd(std::size_t begin) const {
        std::size_t afterLineBreak = begin;
        std::size_t lastBegin = begin;
        std::size_t end = begin;
        for (Character c = at(begin); c.exists() && c.kind == CharacterClass::space; c = at(end)) {
            lastBegin = c.begin;
            end = c.end;
            if (c.isLineBreak()) afterLineBreak = end;
        }
        if (afterLineBreak != begin) return afterLineBreak;
        if (end == text_.size() || lastBegin == begin) return end;
        return lastBegin;
    }

    std::string_view text_;
};

}  // namespace

CharacterClass characterClass(char32_t code) {
    static const std::vector<CharacterClass> table = makeClassTable();
    return table[code];
}

std::vector<std::string_view> preTokenize(std::string_view text) {
    const Scanner scanner(text);
    std::vector<std::string_view> words;
    words.reserve(text.size() / 4 + 1);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = scanner.wordEnd(begin);
        words.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return words;
}

}  // namespace fleming::inference
