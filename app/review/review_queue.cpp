#include "app/review/review_queue.h"

#include <algorithm>

namespace fleming::app {

bool isReviewable(const Exchange& exchange) {
    const bool hasEnded = exchange.state == ExchangeState::done || exchange.state == ExchangeState::interrupted;
    return hasEnded && !exchange.answer.text.empty();
}

bool isReviewedBy(const Exchange& exchange, const Reviewer& reviewer) {
    Review own;
    own.reviewer = reviewer.name;
    own.reviewerCode = reviewer.code;
    return std::ranges::any_of(exchange.reviews, [&](const Review& review) { return isSameReviewer(review, own); });
}

ReviewProgress progressOf(const std::vector<Exchange>& exchanges, const Reviewer& reviewer) {
    ReviewProgress progress;
    for (const Exchange& exchange : exchanges) {
        if (!isReviewable(exchange)) continue;
        ++progress.total;
        if (isReviewedBy(exchange, reviewer)) ++progress.reviewed;
    }
    return progress;
}

std::optional<std::int64_t> findUnreviewed(const std::vector<Exchange>& exchanges, const Reviewer& reviewer,
                                           std::int64_t from, Direction direction) {
    const auto count = static_cast<std::ptrdiff_t>(exchanges.size());
    const std::ptrdiff_t step = direction == Direction::next ? 1 : -1;
    const auto start = std::ranges::find(exchanges, from, &Exchange::id);
    const std::ptrdiff_t none = direction == Direction::next ? -1 : count;
    const std::ptrdiff_t at = start == exchanges.end() ? none : start - exchanges.begin();
    for (std::ptrdiff_t i = 1; i <= count; ++i) {
        const Exchange& exchange = exchanges[static_cast<std::size_t>(((at + i * step) % count + count) % count)];
        if (isReviewable(exchange) && !isReviewedBy(exchange, reviewer)) return exchange.id;
    }
    return std::nullopt;
}

}  // namespace fleming::app
