#include "app/chat/word_diff.h"

#include "base/error.h"

#include <QHash>

#include <algorithm>
#include <span>

namespace fleming::app {

namespace {

using Words = std::span<const int>;  // numbers that stand for words

/// Two boxes of the table of both texts: an optimal path leads through them, and through what they have in common
/// between them.
struct Split {
    std::size_t beforeEnd, afterEnd;      // of the first box
    std::size_t beforeBegin, afterBegin;  // of the second box
};

/// Finds the words that differ.
class Comparison {
public:
    Comparison(const std::vector<int>& before, const std::vector<int>& after, const std::stop_token& stop)
        : removed(before.size()), added(after.size()), before_(before), after_(after), stop_(stop) {
        compare(0, before.size(), 0, after.size());
    }

    std::vector<bool> removed, added;

private:
    void compare(std::size_t first, std::size_t last, std::size_t afterFirst, std::size_t afterLast) {
        for (;;) {
            if (stop_.stop_requested()) throw Cancelled();
            while (first < last && afterFirst < afterLast && before_[first] == after_[afterFirst])
                ++first, ++afterFirst;
            while (first < last && afterFirst < afterLast && before_[last - 1] == after_[afterLast - 1])
                --last, --afterLast;
            if (first == last || afterFirst == afterLast) break;
            const Split split =
                findSplit(before_.subspan(first, last - first), after_.subspan(afterFirst, afterLast - afterFirst));
            compare(first, first + split.beforeEnd, afterFirst, afterFirst + split.afterEnd);
            first += split.beforeBegin;
            afterFirst += split.afterBegin;
        }
        std::fill(removed.begin() + static_cast<std::ptrdiff_t>(first),
                  removed.begin() + static_cast<std::ptrdiff_t>(last), true);
        std::fill(added.begin() + static_cast<std::ptrdiff_t>(afterFirst),
                  added.begin() + static_cast<std::ptrdiff_t>(afterLast), true);
    }

    Split findSplit(Words before, Words after);

    Words before_, after_;
    const std::stop_token& stop_;
    std::vector<std::ptrdiff_t> forward_, backward_;  // the farthest x of each diagonal k = x - y
};

/// Returns the middle of an optimal path through the table of two texts, which differ at both ends. If the search takes
/// long, returns the farthest point that it has reached from the beginning.
Split Comparison::findSplit(Words before, Words after) {
    constexpr std::ptrdiff_t kLongSearch = 1000;  // changed words
    const auto n = static_cast<std::ptrdiff_t>(before.size()), m = static_cast<std::ptrdiff_t>(after.size());
    const std::ptrdiff_t zero = std::min((n + m) / 2 + 2, kLongSearch + 2);  // the index of diagonal 0
    forward_.assign(static_cast<std::size_t>(2 * zero + 1), 0);
    backward_.assign(static_cast<std::size_t>(2 * zero + 1), 0);
    const auto at = [zero](std::vector<std::ptrdiff_t>& reached, std::ptrdiff_t k) -> std::ptrdiff_t& {
        return reached[static_cast<std::size_t>(zero + k)];
    };
    for (std::ptrdiff_t changes = 0;; ++changes) {
        if (stop_.stop_requested()) throw Cancelled();
        const std::ptrdiff_t lowest = -(changes - 2 * std::max<std::ptrdiff_t>(0, changes - m));
        const std::ptrdiff_t highest = changes - 2 * std::max<std::ptrdiff_t>(0, changes - n);
        for (const bool isForward : {true, false}) {
            std::vector<std::ptrdiff_t>& reached = isForward ? forward_ : backward_;
            std::vector<std::ptrdiff_t>& other = isForward ? backward_ : forward_;
            for (std::ptrdiff_t k = lowest; k <= highest; k += 2) {
                const bool isDown = k == -changes || (k != changes && at(reached, k - 1) < at(reached, k + 1));
                const std::ptrdiff_t startX = isDown ? at(reached, k + 1) : at(reached, k - 1) + 1;
                const std::ptrdiff_t startY = startX - k;
                std::ptrdiff_t x = startX, y = startY;
                const auto isSame = [&] {
                    return isForward ? before[static_cast<std::size_t>(x)] == after[static_cast<std::size_t>(y)]
                                     : before[static_cast<std::size_t>(n - 1 - x)] ==
                                           after[static_cast<std::size_t>(m - 1 - y)];
                };
                while (x < n && y < m && isSame())
                    ++x, ++y;
                at(reached, k) = x;
                // Both searches meet where the diagonal k of one is the diagonal n - m - k of the other.
                const bool isOdd = ((n - m) & 1) != 0;
                const std::ptrdiff_t opposite = n - m - k, reach = isForward ? changes - 1 : changes;
                if (isOdd != isForward || opposite < -reach || opposite > reach) continue;
                if (x > n || y > m || x + at(other, opposite) < n) continue;
                const auto split = [](std::ptrdiff_t a, std::ptrdiff_t b, std::ptrdiff_t c, std::ptrdiff_t d) {
                    return Split{static_cast<std::size_t>(a), static_cast<std::size_t>(b), static_cast<std::size_t>(c),
                                 static_cast<std::size_t>(d)};
                };
                return isForward ? split(startX, startY, x, y) : split(n - x, m - y, n - startX, m - startY);
            }
        }
        if (changes < kLongSearch) continue;
        std::ptrdiff_t bestX = 0, bestY = 0;
        for (std::ptrdiff_t k = lowest; k <= highest; k += 2) {
            const std::ptrdiff_t x = at(forward_, k), y = x - k;
            if (x <= n && y >= 0 && y <= m && x + y > bestX + bestY) bestX = x, bestY = y;
        }
        return {static_cast<std::size_t>(bestX), static_cast<std::size_t>(bestY), static_cast<std::size_t>(bestX),
                static_cast<std::size_t>(bestY)};
    }
}

bool isWordByItself(QChar::Script script) {
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana;
}

enum class CharacterKind { space, word, single };

CharacterKind kindOf(char32_t character) {
    if (QChar::isSpace(character)) return CharacterKind::space;
    const bool isWord = QChar::isLetterOrNumber(character) || QChar::isMark(character);
    return isWord && !isWordByItself(QChar::script(character)) ? CharacterKind::word : CharacterKind::single;
}

/// Numbers words: equal words have equal numbers.
class WordNumbers {
public:
    std::vector<int> operator()(const std::vector<QStringView>& words) {
        std::vector<int> result;
        result.reserve(words.size());
        for (const QStringView word : words) {
            const auto found = numbers_.constFind(word);
            result.push_back(found != numbers_.cend() ? *found : *numbers_.insert(word, int(numbers_.size())));
        }
        return result;
    }

private:
    QHash<QStringView, int> numbers_;
};

bool isBlank(const std::vector<QStringView>& words, std::size_t first, std::size_t last) {
    return std::all_of(words.begin() + static_cast<std::ptrdiff_t>(first),
                       words.begin() + static_cast<std::ptrdiff_t>(last),
                       [](QStringView word) { return word.trimmed().isEmpty(); });
}

void append(std::vector<DiffPart>& parts, DiffPart::Kind kind, const std::vector<QStringView>& words, std::size_t first,
            std::size_t last) {
    if (first == last) return;
    const QStringView front = words[first], back = words[last - 1];
    const QString text(front.data(), back.data() + back.size() - front.data());
    if (!parts.empty() && parts.back().kind == kind) {
        parts.back().text += text;
    } else {
        parts.push_back({kind, text});
    }
}

}  // namespace

std::vector<QStringView> splitWords(QStringView text) {
    std::vector<QStringView> words;
    qsizetype begin = 0;
    CharacterKind last = CharacterKind::single;
    for (qsizetype i = 0; i < text.size();) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t character = isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        const CharacterKind kind = kindOf(character);
        // A mark belongs to the character before it, whatever that is.
        const bool continues =
            i > begin && ((kind == last && kind != CharacterKind::single) || QChar::isMark(character));
        if (!continues && i > begin) {
            words.push_back(text.mid(begin, i - begin));
            begin = i;
        }
        if (!continues) last = kind;
        i += isPair ? 2 : 1;
    }
    if (begin < text.size()) words.push_back(text.mid(begin));
    return words;
}

std::vector<DiffPart> wordDiff(const QString& before, const QString& after, const std::stop_token& stop) {
    using Kind = DiffPart::Kind;
    const std::vector<QStringView> was = splitWords(before), is = splitWords(after);
    WordNumbers numbers;
    const std::vector<int> wasNumbers = numbers(was), isNumbers = numbers(is);
    const Comparison comparison(wasNumbers, isNumbers, stop);

    std::vector<DiffPart> parts;
    std::size_t i = 0, j = 0;
    while (i < was.size() || j < is.size()) {
        const std::size_t removedFrom = i, addedFrom = j;
        for (;;) {
            while (i < was.size() && comparison.removed[i])
                ++i;
            while (j < is.size() && comparison.added[j])
                ++j;
            // White space alone between two changes belongs to the change.
            std::size_t same = 0;
            while (i + same < was.size() && j + same < is.size() && !comparison.removed[i + same] &&
                   !comparison.added[j + same])
                ++same;
            const bool isBetween =
                (i > removedFrom || j > addedFrom) && (i + same < was.size() || j + same < is.size());
            if (same == 0 || !isBetween || !isBlank(was, i, i + same)) break;
            i += same;
            j += same;
        }
        append(parts, Kind::removed, was, removedFrom, i);
        append(parts, Kind::added, is, addedFrom, j);
        const std::size_t sameFrom = i;
        while (i < was.size() && j < is.size() && !comparison.removed[i] && !comparison.added[j])
            ++i, ++j;
        append(parts, Kind::same, was, sameFrom, i);
    }
    return parts;
}

}  // namespace fleming::app
