#include "inference/text/byte_pairs.h"

#include "base/error.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <tuple>

namespace fleming::inference {

namespace {

std::uint64_t pairKey(std::int32_t left, std::int32_t right) {
    return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32) | static_cast<std::uint32_t>(right);
}

}  // namespace

BytePairs::BytePairs(const std::array<std::int32_t, 256>& byteTokens, const std::vector<Merge>& merges)
    : byteTokens_(byteTokens) {
    rules_.reserve(merges.size());
    std::int32_t rank = 0;
    for (const Merge& merge : merges)
        rules_[pairKey(merge.left, merge.right)] = {rank++, merge.result};
}

const BytePairs::Rule* BytePairs::find(std::int32_t left, std::int32_t right) const {
    const auto found = rules_.find(pairKey(left, right));
    return found == rules_.end() ? nullptr : &found->second;
}

/// A word during merging: its parts in a linked list, and the pairs that have a merge in a heap.
class BytePairs::Word {
public:
    Word(const BytePairs& pairs, std::vector<std::int32_t> tokens) : pairs_(pairs) {
        const std::size_t size = tokens.size();
        parts_.reserve(size);
        for (std::size_t i = 0; i < size; ++i)
            parts_.push_back({tokens[i], i - 1, i + 1 < size ? i + 1 : kNone});
        if (size > 0) parts_.front().previous = kNone;
        for (std::size_t i = 0; i + 1 < size; ++i)
            addCandidate(heap_, i);
        std::make_heap(heap_.begin(), heap_.end(), later);
    }

    void merge() {
        std::vector<Candidate> found;
        while (!heap_.empty()) {
            // One pass merges every pair of this rank; pairs that the pass creates wait for the next pass.
            const std::int32_t rank = heap_.front().rank;
            found.clear();
            while (!heap_.empty() && heap_.front().rank == rank) {
                std::pop_heap(heap_.begin(), heap_.end(), later);
                const Candidate candidate = heap_.back();
                heap_.pop_back();
                if (isCurrent(candidate)) join(candidate, found);
            }
            for (const Candidate& candidate : found) {
                heap_.push_back(candidate);
                std::push_heap(heap_.begin(), heap_.end(), later);
            }
        }
    }

    void append(std::vector<std::int32_t>& ids) const {
        for (std::size_t i = parts_.empty() ? kNone : 0; i != kNone; i = parts_[i].next)
            ids.push_back(parts_[i].token);
    }

private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    static constexpr std::int32_t kGone = -1;

    struct Part {
        std::int32_t token;
        std::size_t previous;
        std::size_t next;
    };

    struct Candidate {
        std::int32_t rank;
        std::int32_t left;
        std::int32_t right;
        std::int32_t result;
        std::size_t position;
    };

    static bool later(const Candidate& a, const Candidate& b) {
        return std::tie(a.rank, a.position) > std::tie(b.rank, b.position);
    }

    void addCandidate(std::vector<Candidate>& candidates, std::size_t position) const {
        const Part& part = parts_[position];
        if (part.next == kNone) return;
        const std::int32_t right = parts_[part.next].token;
        if (const Rule* rule = pairs_.find(part.token, right)) {
            candidates.push_back({rule->rank, part.token, right, rule->result, position});
        }
    }

    bool isCurrent(const Candidate& candidate) const {
        const Part& part = parts_[candidate.position];
        return part.token == candidate.left && part.next != kNone && parts_[part.next].token == candidate.right;
    }

    void join(const Candidate& candidate, std::vector<Candidate>& found) {
        Part& left = parts_[candidate.position];
        Part& right = parts_[left.next];
        left.token = candidate.result;
        left.next = right.next;
        right.token = kGone;
        if (left.next != kNone) parts_[left.next].previous = candidate.position;
        if (left.previous != kNone) addCandidate(found, left.previous);
        addCandidate(found, candidate.position);
    }

    const BytePairs& pairs_;
    std::vector<Part> parts_;
    std::vector<Candidate> heap_;
};

void BytePairs::encode(std::string_view word, std::vector<std::int32_t>& ids) const {
    std::vector<std::int32_t> tokens;
    tokens.reserve(word.size());
    for (const char c : word) {
        const auto byte = static_cast<unsigned char>(c);
        if (byteTokens_[byte] < 0) {
            throw Error("tokenizer.byte_without_token", {}, {std::to_string(byte)});
        }
        tokens.push_back(byteTokens_[byte]);
    }
    Word parts(*this, std::move(tokens));
    parts.merge();
    parts.append(ids);
}

}  // namespace fleming::inference
