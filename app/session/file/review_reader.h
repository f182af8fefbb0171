#pragma once

#include "app/session/file/statement.h"
#include "app/session/review.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace fleming::app {

/// Reads reviews from a session file of any version.
class ReviewReader {
public:
    /// `database` outlives this object.
    explicit ReviewReader(const Database& database);

    /// Returns the reviews of an exchange, oldest first. Throws Error "session.unknown_value" for an unknown word.
    std::vector<Review> read(std::int64_t exchange);

private:
    void readDetails(std::int64_t id, Review& review);

    Statement reviews_;
    struct Details {
        Statement tags, spans, marks, links;
    };
    std::optional<Details> details_;         // none before version 5
    std::optional<Statement> measurements_;  // none before version 6
};

}  // namespace fleming::app
