#include "app/session/review.h"

#include "app/session/file/stored_values.h"

#include <algorithm>

namespace fleming::app {

const char* toString(Verdict verdict) {
    return toWord(kVerdicts, verdict);
}

Verdict verdictFromString(const std::string& text) {
    return fromWord(kVerdicts, text);
}

bool isSameReviewer(const Review& a, const Review& b) {
    if (a.reviewerCode.empty() || b.reviewerCode.empty()) return a.reviewer == b.reviewer;
    return a.reviewerCode == b.reviewerCode;
}

std::vector<const Review*> currentReviews(const std::vector<Review>& reviews) {
    std::vector<const Review*> current;
    for (auto review = reviews.begin(); review != reviews.end(); ++review) {
        const bool isReplaced = std::any_of(std::next(review), reviews.end(),
                                            [&](const Review& later) { return isSameReviewer(*review, later); });
        if (!isReplaced) current.push_back(&*review);
    }
    return current;
}

}  // namespace fleming::app
