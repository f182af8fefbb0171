#pragma once

#include <QString>

#include <vector>

namespace fleming::app {

/// A range of the UTF-16 code units of a text.
struct TextRange {
    qsizetype start = 0, length = 0;
    bool operator==(const TextRange&) const = default;
};

/// A word of a text: letters and digits between other characters, or one character of a script that puts no spaces
/// between words (Han, kana, Hangul, Bopomofo).
struct Word {
    TextRange place;
    QString folded;  ///< without case, diacritics and compatibility forms (NFKD)
    bool isCharacter = false;
};

/// Returns the words of a text in their order.
std::vector<Word> wordsOf(const QString& text);

/// Returns the text as it is indexed: folded words, separated by spaces. A run of characters becomes its bigrams, then
/// its last character alone: neither FTS5's tokenizer for words nor its trigrams find two characters in a sentence.
QString indexedText(const QString& text);

/// What a user looks for. Terms are separated by spaces; each must be found. Quotation marks and operators of FTS5 are
/// plain text. The last word of a term may be the beginning of a longer word.
class SearchQuery {
public:
    explicit SearchQuery(const QString& text);

    /// Returns true if the text has only spaces: the query asks for nothing in particular.
    bool isBlank() const { return isBlank_; }

    /// Returns the query in the syntax of FTS5, for text of indexedText(). It is empty if the query has no letters and
    /// digits; then nothing is found.
    QString expression() const;

    /// Returns the places in `text` that match a part of the query, ascending and without overlaps.
    std::vector<TextRange> matchesIn(const QString& text) const;

private:
    /// Adjacent words: all of a word, or all single characters.
    struct Phrase {
        std::vector<QString> words;
        bool areCharacters = false;
        bool isPrefix = false;  // the last word may be longer
    };
    static bool matchesAt(const Phrase& phrase, const std::vector<Word>& words, std::size_t at);

    std::vector<Phrase> phrases_;
    bool isBlank_ = true;
};

/// A part of a text, in one line, with the places that match a query.
struct Snippet {
    QString text;
    std::vector<TextRange> matches;
};

/// Returns about `length` characters of `text` around the first match, or its beginning if nothing matches. Cuts
/// between words and shows a cut as an ellipsis.
Snippet snippetOf(const QString& text, const SearchQuery& query, qsizetype length = 160);

}  // namespace fleming::app
