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
    const bool haveCodes = !a.reviewerCode.empty() && !b.reviewerCode.empty();
    const bool haveNames = !a.reviewer.empty() && !b.reviewer.empty();
    if (haveCodes && a.reviewerCode != b.reviewerCode) return false;
    if (haveNames && a.reviewer != b.reviewer) return false;
    return haveCodes || haveNames || (a.reviewer == b.reviewer && a.reviewerCode == b.reviewerCode);
}

std::vector<int> marksLinkedWith(const Review& review, int span) {
    std::vector<int> marks;
    for (const auto& [linked, mark] : review.links) {
        if (linked == span && mark >= 0 && mark < std::ssize(review.marks)) marks.push_back(mark);
    }
    return marks;
}

std::vector<int> spansLinkedWith(const Review& review, int mark) {
    std::vector<int> spans;
    for (const auto& [span, linked] : review.links) {
        if (linked == mark && span >= 0 && span < std::ssize(review.spans)) spans.push_back(span);
    }
    return spans;
}

std::vector<std::int64_t> measuredWith(const Review& review, int span) {
    std::vector<std::int64_t> ids;
    for (const auto& [tied, id] : review.measured) {
        if (tied == span) ids.push_back(id);
    }
    return ids;
}

std::vector<int> spansMeasuredBy(const Review& review, std::int64_t measurement) {
    std::vector<int> spans;
    for (const auto& [span, id] : review.measured) {
        if (id == measurement && span >= 0 && span < std::ssize(review.spans)) spans.push_back(span);
    }
    return spans;
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

std::vector<const Review*> reviewsOfOthers(const std::vector<Review>& reviews, const Review& own) {
    std::vector<const Review*> others = currentReviews(reviews);
    std::erase_if(others, [&](const Review* review) { return isSameReviewer(*review, own); });
    return others;
}

}  // namespace fleming::app
