#pragma once

#include "app/session/review.h"

#include <QJsonObject>

#include <optional>

namespace fleming::app {

/// A review as it is written: the verdict may still be missing.
struct WrittenReview {
    std::optional<Verdict> verdict;  ///< review.verdict counts only if there is one
    Review review;
    bool operator==(const WrittenReview&) const = default;
};

/// Returns a review as JSON. Empty values are left out.
QJsonObject toJson(const WrittenReview& written);

/// Returns the review that toJson() wrote. Values that are missing or of another type are empty. Throws Error
/// "session.unknown_value" for an unknown word.
WrittenReview reviewFromJson(const QJsonObject& json);

}  // namespace fleming::app
