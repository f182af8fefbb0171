#pragma once

#include "app/review/reviewer.h"
#include "app/session/exchange.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace fleming::app {

/// How far a reviewer is with the answers of a session.
struct ReviewProgress {
    int reviewed = 0;
    int total = 0;
    bool operator==(const ReviewProgress&) const = default;
};

/// Returns true if there is an answer to review: the model has said something and has ended.
bool isReviewable(const Exchange& exchange);

/// Returns true if the exchange has a review of this reviewer.
bool isReviewedBy(const Exchange& exchange, const Reviewer& reviewer);

/// Counts the answers and those that the reviewer has reviewed.
ReviewProgress progressOf(const std::vector<Exchange>& exchanges, const Reviewer& reviewer);

enum class Direction { next, previous };

/// Returns the id of the nearest answer after (or before) the exchange `from` that the reviewer has not reviewed.
/// Continues at the other end of the session; returns nothing if all are reviewed. Without `from` (0), begins at the
/// first (or last) exchange.
std::optional<std::int64_t> findUnreviewed(const std::vector<Exchange>& exchanges, const Reviewer& reviewer,
                                           std::int64_t from, Direction direction);

}  // namespace fleming::app
