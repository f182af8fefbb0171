#pragma once

#include "inference/model/language/kv_cache.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fleming::inference {

/// Identifies the content of one position of a sequence: a token id, or one token of a certain image. Two sequences
/// with the same TokenKeys have the same keys and values in their KV caches.
using TokenKey = std::uint64_t;

/// Returns the key of token `index` of the image with this digest (see imageDigest()).
TokenKey imageTokenKey(const std::string& digest, std::int64_t index);

/// Returns the length of the common prefix of two sequences.
std::size_t commonPrefix(std::span<const TokenKey> a, std::span<const TokenKey> b);

/// A KV cache and the content of its positions.
struct CachedSequence {
    KvCache cache;
    std::vector<TokenKey> keys;  ///< cache.length() of them
    bool ntkScaled = false;      ///< computed with NTK scaling, so useless for a sequence of another length

    /// Truncates the sequence to the prefix that it has in common with `wanted`.
    void truncateToCommonPrefix(std::span<const TokenKey> wanted);
};

/// The KV caches of the last few conversations that ended. A repeated or edited question about the same evidence reuses
/// the longest common prefix (as prompt caching of llama.cpp's server). When full, it drops the oldest entry.
class PromptCache {
public:
    /// Removes and returns the sequence with the longest common prefix with `wanted`, if that exceeds `least` keys.
    std::optional<CachedSequence> take(std::span<const TokenKey> wanted, std::size_t least);

    /// Adds a sequence. Drops it if it is empty or computed with NTK scaling.
    void keep(CachedSequence sequence);

    /// Releases all memory.
    void clear() { sequences_.clear(); }
    bool empty() const { return sequences_.empty(); }

private:
    static constexpr std::size_t kSequences = 2;

    std::list<CachedSequence> sequences_;  // newest first
};

}  // namespace fleming::inference
