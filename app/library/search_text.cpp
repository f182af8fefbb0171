#include "app/library/search_text.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace fleming::app {

namespace {

constexpr char32_t kLongVowelMark = 0x30FC;  // of katakana; its script is "common"

/// Returns the code point at `at` and moves `at` behind it.
char32_t nextCodePoint(const QString& text, qsizetype& at) {
    const QChar first = text[at++];
    if (first.isHighSurrogate() && at < text.size() && text[at].isLowSurrogate())
        return QChar::surrogateToUcs4(first, text[at++]);
    return first.unicode();
}

bool isCharacterOfItsOwn(char32_t code) {
    switch (QChar::script(code)) {
        case QChar::Script_Han:
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
        case QChar::Script_Hangul:
        case QChar::Script_Bopomofo:
            return QChar::isLetterOrNumber(code);
        default:
            return code == kLongVowelMark;
    }
}

bool isOfAWord(char32_t code) {
    return QChar::isLetterOrNumber(code) || QChar::isMark(code);
}

QString foldedWord(const QString& word) {
    const bool isAscii = std::ranges::all_of(word, [](QChar each) { return each.unicode() < 128; });
    if (isAscii) return word.toLower();
    const QString decomposed = word.normalized(QString::NormalizationForm_KD);
    QString folded;
    for (const QChar each : decomposed) {
        if (!each.isMark()) folded += each;
    }
    return folded.toCaseFolded();
}

bool follows(const Word& before, const Word& after) {
    return before.isCharacter && after.isCharacter && before.place.start + before.place.length == after.place.start;
}

QString quoted(const std::vector<QString>& words) {
    return QLatin1Char('"') + QStringList(words.begin(), words.end()).join(QLatin1Char(' ')) + QLatin1Char('"');
}

std::vector<QString> bigramsOf(const std::vector<QString>& characters) {
    if (characters.size() < 2) return characters;
    std::vector<QString> bigrams;
    for (std::size_t i = 0; i + 1 < characters.size(); ++i)
        bigrams.push_back(characters[i] + characters[i + 1]);
    return bigrams;
}

}  // namespace

std::vector<Word> wordsOf(const QString& text) {
    std::vector<Word> words;
    qsizetype start = -1;  // of the word that has begun
    const auto endWord = [&](qsizetype end) {
        if (start < 0) return;
        const QString folded = foldedWord(text.mid(start, end - start));
        if (!folded.isEmpty()) words.push_back({{start, end - start}, folded, false});
        start = -1;
    };
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype before = at;
        const char32_t code = nextCodePoint(text, at);
        if (isCharacterOfItsOwn(code)) {
            endWord(before);
            const QString folded = text.mid(before, at - before).normalized(QString::NormalizationForm_KC);
            words.push_back({{before, at - before}, folded, true});
        } else if (isOfAWord(code)) {
            if (start < 0) start = before;
        } else {
            endWord(before);
        }
    }
    endWord(text.size());
    return words;
}

QString indexedText(const QString& text) {
    const std::vector<Word> words = wordsOf(text);
    QString indexed;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!indexed.isEmpty()) indexed += QLatin1Char(' ');
        indexed += words[i].folded;
        if (i + 1 < words.size() && follows(words[i], words[i + 1])) indexed += words[i + 1].folded;
    }
    return indexed;
}

SearchQuery::SearchQuery(const QString& text) {
    static const QRegularExpression kSpaces(QStringLiteral("\\s+"));
    const QStringList terms = text.split(kSpaces, Qt::SkipEmptyParts);
    isBlank_ = terms.isEmpty();
    for (const QString& term : terms) {
        const std::vector<Word> words = wordsOf(term);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const bool continues =
                i > 0 && (words[i].isCharacter ? follows(words[i - 1], words[i]) : !words[i - 1].isCharacter);
            if (!continues) phrases_.push_back({{}, words[i].isCharacter, false});
            phrases_.back().words.push_back(words[i].folded);
        }
        if (!words.empty() && !words.back().isCharacter) phrases_.back().isPrefix = true;
    }
}

QString SearchQuery::expression() const {
    QStringList parts;
    for (const Phrase& phrase : phrases_) {
        if (phrase.areCharacters) {
            // A single character is the beginning of a bigram, or the last word of its run.
            parts << quoted(bigramsOf(phrase.words)) + (phrase.words.size() == 1 ? QStringLiteral(" *") : QString());
        } else {
            parts << quoted(phrase.words) + (phrase.isPrefix ? QStringLiteral(" *") : QString());
        }
    }
    return parts.join(QStringLiteral(" AND "));
}

bool SearchQuery::matchesAt(const Phrase& phrase, const std::vector<Word>& words, std::size_t at) {
    const std::size_t count = phrase.words.size();
    if (at + count > words.size()) return false;
    for (std::size_t i = 0; i < count; ++i) {
        const Word& word = words[at + i];
        if (word.isCharacter != phrase.areCharacters) return false;
        if (phrase.areCharacters && i > 0 && !follows(words[at + i - 1], word)) return false;
        const bool isLast = i + 1 == count;
        const bool fits =
            isLast && phrase.isPrefix ? word.folded.startsWith(phrase.words[i]) : word.folded == phrase.words[i];
        if (!fits) return false;
    }
    return true;
}

std::vector<TextRange> SearchQuery::matchesIn(const QString& text) const {
    const std::vector<Word> words = wordsOf(text);
    std::vector<TextRange> matches;
    for (std::size_t at = 0; at < words.size(); ++at) {
        for (const Phrase& phrase : phrases_) {
            if (!matchesAt(phrase, words, at)) continue;
            const TextRange& last = words[at + phrase.words.size() - 1].place;
            const qsizetype start = words[at].place.start, end = last.start + last.length;
            if (!matches.empty() && start < matches.back().start + matches.back().length) {
                const qsizetype longest = std::max(end, matches.back().start + matches.back().length);
                matches.back().length = longest - matches.back().start;
            } else {
                matches.push_back({start, end - start});
            }
        }
    }
    return matches;
}

Snippet snippetOf(const QString& text, const SearchQuery& query, qsizetype length) {
    const QString line = text.simplified();
    const std::vector<TextRange> matches = query.matchesIn(line);
    const qsizetype wanted = matches.empty() ? 0 : std::max<qsizetype>(0, matches.front().start - length / 3);
    qsizetype begin = 0, end = std::min(line.size(), wanted + length);
    for (const Word& word : wordsOf(line)) {
        const qsizetype wordEnd = word.place.start + word.place.length;
        if (word.place.start <= wanted) begin = word.place.start;
        if (wanted + length < line.size() && wordEnd <= wanted + length) end = wordEnd;
    }
    if (wanted == 0) begin = 0;
    if (end <= begin) end = std::min(line.size(), begin + length);  // a word longer than the snippet
    const QString before = begin > 0 ? QStringLiteral("… ") : QString();
    const QString after = end < line.size() ? QStringLiteral(" …") : QString();
    Snippet snippet{before + line.mid(begin, end - begin) + after, {}};
    for (const TextRange& match : matches) {
        if (match.start < begin || match.start + match.length > end) continue;
        snippet.matches.push_back({match.start - begin + before.size(), match.length});
    }
    return snippet;
}

}  // namespace fleming::app
