#include "inference/model/language/prompt_cache.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace fleming::inference {

TokenKey imageTokenKey(const std::string& digest, std::int64_t index) {
    constexpr TokenKey kImageBit = TokenKey{1} << 63;  // set in no token id
    constexpr TokenKey kSpread = 0x9e3779b97f4a7c15U;
    TokenKey first = 0;
    std::from_chars(digest.data(), digest.data() + std::min<std::size_t>(16, digest.size()), first, 16);
    return (first + static_cast<TokenKey>(index) * kSpread) | kImageBit;
}

std::size_t commonPrefix(std::span<const TokenKey> a, std::span<const TokenKey> b) {
    return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

void CachedSequence::truncateToCommonPrefix(std::span<const TokenKey> wanted) {
    keys.resize(ntkScaled ? 0 : commonPrefix(keys, wanted));
    cache.truncate(static_cast<std::int64_t>(keys.size()));
    ntkScaled = false;
}

std::optional<CachedSequence> PromptCache::take(std::span<const TokenKey> wanted, std::size_t least) {
    auto best = sequences_.end();
    for (auto sequence = sequences_.begin(); sequence != sequences_.end(); ++sequence) {
        const std::size_t common = commonPrefix(sequence->keys, wanted);
        if (common <= least) continue;
        least = common;
        best = sequence;
    }
    if (best == sequences_.end()) return std::nullopt;
    CachedSequence taken = std::move(*best);
    sequences_.erase(best);
    return taken;
}

void PromptCache::keep(CachedSequence sequence) {
    if (sequence.keys.empty() || sequence.ntkScaled) return;
    sequences_.push_front(std::move(sequence));
    if (sequences_.size() > kSequences) sequences_.pop_back();
}

}  // namespace fleming::inference
