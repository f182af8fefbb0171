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

/// `right` of `n`.
struct Proportion {
    int right = 0;
    int n = 0;

    void add(bool isRight) {
        right += isRight ? 1 : 0;
        ++n;
    }
    double value() const { return n > 0 ? static_cast<double>(right) / n : 0.0; }

    /// The Wilson score interval at 95 %; 0 to 1 where nothing was counted.
    /// Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference. JASA 22, 1927.
    Interval interval() const;
};

struct Wrong {
    const Item* item = nullptr;
    const Response* response = nullptr;
};

/// How the answers did. It points into what it was made of.
struct Tally {
    Proportion all;
    std::map<std::string, Proportion> kinds;
    std::optional<Proportion> cites;  ///< absent where no item says what should be cited
    int untagged = 0;                 ///< answers without <answer>
    int failed = 0;                   ///< could not be asked; they are among the wrong ones
    std::vector<Wrong> wrong;
};

/// Counts the items that have a response; `responses` is by line.
Tally tally(const std::vector<Item>& items, const std::map<int, Response>& responses);

}  // namespace fleming::app::evaluation
