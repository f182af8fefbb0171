#include "tests/random_model/words_vocabulary.h"

#include <algorithm>
#include <map>

namespace fleming::random_model {

namespace {

using Pieces = std::vector<std::string>;
using Pair = std::pair<std::string, std::string>;

const std::string kSpace = "\xC4\xA0";  // U+0120: a space in the byte alphabet

std::string utf8(unsigned code) {
    if (code < 0x80) return std::string(1, static_cast<char>(code));
    return {static_cast<char>(0xC0 | code >> 6), static_cast<char>(0x80 | (code & 0x3F))};
}

/// Returns the byte alphabet of GPT-2 in its order: printable bytes map to themselves, the others to U+0100 and
/// following.
Pieces byteAlphabet() {
    const auto printable = [](unsigned byte) {
        return (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
    };
    Pieces alphabet, others;
    for (unsigned byte = 0; byte < 256; ++byte) {
        if (printable(byte)) {
            alphabet.push_back(utf8(byte));
        } else {
            others.push_back(utf8(0x100 + static_cast<unsigned>(others.size())));
        }
    }
    alphabet.insert(alphabet.end(), others.begin(), others.end());
    return alphabet;
}

Pieces splitLetters(const std::string& word) {
    Pieces pieces{kSpace};
    for (const char letter : word)
        pieces.emplace_back(1, letter);
    return pieces;
}

/// Returns the most frequent pair of adjacent pieces, or ("", "") if every word is a single piece.
Pair mostFrequent(const std::vector<Pieces>& words) {
    std::map<Pair, int> counts;
    for (const Pieces& word : words) {
        for (std::size_t i = 0; i + 1 < word.size(); ++i)
            ++counts[{word[i], word[i + 1]}];
    }
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? Pair{} : most->first;
}

void merge(Pieces& word, const Pair& pair) {
    for (std::size_t i = 0; i + 1 < word.size(); ++i) {
        if (word[i] != pair.first || word[i + 1] != pair.second) continue;
        word[i] += word[i + 1];
        word.erase(word.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
}

}  // namespace

WordsVocabulary learnVocabulary(const std::vector<std::string>& words) {
    std::vector<Pieces> pieces;
    for (const std::string& word : words)
        pieces.push_back(splitLetters(word));

    WordsVocabulary vocabulary{byteAlphabet(), {}, {}};
    for (const std::string& word : words)
        vocabulary.wordTokens.insert(kSpace + word);
    for (Pair pair = mostFrequent(pieces); !pair.first.empty(); pair = mostFrequent(pieces)) {
        for (Pieces& word : pieces)
            merge(word, pair);
        vocabulary.merges.push_back(pair);
        // Different pairs can merge into the same text, which is a single token.
        const std::string token = pair.first + pair.second;
        if (std::find(vocabulary.tokens.begin(), vocabulary.tokens.end(), token) == vocabulary.tokens.end()) {
            vocabulary.tokens.push_back(token);
        }
    }
    return vocabulary;
}

}  // namespace fleming::random_model
