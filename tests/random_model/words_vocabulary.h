#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace fleming::random_model {

/// A byte-level BPE vocabulary in GPT-2's byte alphabet: 256 bytes, then one token a merge.
struct WordsVocabulary {
    std::vector<std::string> tokens;                          ///< the place is the id
    std::vector<std::pair<std::string, std::string>> merges;  ///< by rank
    std::set<std::string> wordTokens;  ///< those of `tokens` that are a whole word, with its space

    bool isWord(std::size_t id) const { return wordTokens.contains(tokens[id]); }
};

/// Learns merges on `words`, each with a space before it, until every word is one token: again and again the pair that
/// is most frequent, of equals the first in the alphabet.
WordsVocabulary learnVocabulary(const std::vector<std::string>& words);

}  // namespace fleming::random_model
