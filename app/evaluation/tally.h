#pragma once

#include "app/evaluation/items.h"
#include "app/evaluation/response.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fleming::app::evaluation {

struct Interval {
    double low = 0.0;
    double high = 1.0;
};

/// A count of right answers, `right` of `n`.
struct Proportion {
    int right = 0;
    int n = 0;

    void add(bool isRight) {
        right += isRight ? 1 : 0;
        ++n;
    }
    double value() const { return n > 0 ? static_cast<double>(right) / n : 0.0; }

    /// Returns the Wilson score interval at 95 %; from 0 to 1 if `n` is 0.
    /// Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference. JASA 22, 1927.
    Interval interval() const;
};

struct Wrong {
    const Item* item = nullptr;
    const Response* response = nullptr;
};

/// The results of an evaluation. It points to the items and responses that it was made from.
struct Tally {
    Proportion all;
    std::map<std::string, Proportion> kinds;
    std::optional<Proportion> cites;  ///< absent if no item says what to cite
    int untagged = 0;                 ///< answers without <answer>
    int failed = 0;                   ///< items that could not be asked; they count as wrong
    std::vector<Wrong> wrong;
};

/// Counts the items that have a response. `responses` is by line.
Tally tally(const std::vector<Item>& items, const std::map<int, Response>& responses);

}  // namespace fleming::app::evaluation
