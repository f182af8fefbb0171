#pragma once

#include "inference/model/kv_cache.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fleming::inference {

/// What stands at a place of a sequence: a token's id, or a token of a certain picture. Two sequences with the same
/// keys have the same keys and values in the cache.
using TokenKey = std::uint64_t;

/// The key of token `index` of the picture with this digest (pictureDigest).
TokenKey pictureKey(const std::string& digest, std::int64_t index);

/// How many keys two sequences have in common at their beginning.
std::size_t commonPrefix(std::span<const TokenKey> a, std::span<const TokenKey> b);

/// A KV cache and what its tokens were.
struct CachedSequence {
    KvCache cache;
    std::vector<TokenKey> keys;  ///< cache.length() of them
    bool stretched = false;      ///< computed with a stretched rotary base: of no use to a sequence of another length

    /// Keeps what `wanted` begins with too, and forgets the rest.
    void cutTo(std::span<const TokenKey> wanted);
};

/// The caches of conversations that have ended, so that another question about the same evidence, an edited or a
/// repeated one goes on from what they have in common. The one that was kept longest ago goes first.
class PromptCache {
public:
    /// Of all kept sequences the one that has most in common with `wanted`, if that is more than `least` keys; it is
    /// the caller's then.
    std::optional<CachedSequence> take(std::span<const TokenKey> wanted, std::size_t least);

    /// Keeps a sequence; an empty one, or one that was stretched, is dropped.
    void keep(CachedSequence sequence);

    /// Gives all memory back.
    void clear() { sequences_.clear(); }
    bool empty() const { return sequences_.empty(); }

private:
    static constexpr std::size_t kSequences = 2;

    std::list<CachedSequence> sequences_;  // the newest is the first
};

}  // namespace fleming::inference
