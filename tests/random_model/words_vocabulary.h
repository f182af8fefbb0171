#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace fleming::random_model {

/// A byte-level BPE vocabulary in the byte alphabet of GPT-2: 256 bytes, then one token per merge.
struct WordsVocabulary {
    std::vector<std::string> tokens;                          ///< the index is the id
    std::vector<std::pair<std::string, std::string>> merges;  ///< by rank
    std::set<std::string> wordTokens;  ///< the tokens that are a whole word with its leading space

    bool isWord(std::size_t id) const { return wordTokens.contains(tokens[id]); }
};

/// Learns merges on `words`, each with a leading space, until every word is one token. Merges the most frequent pair
/// first; of equally frequent pairs, the first in lexicographic order.
WordsVocabulary learnVocabulary(const std::vector<std::string>& words);

}  // namespace fleming::random_model
