#pragma once

#include "app/evaluation/items.h"
#include "app/evaluation/journal.h"
#include "app/evaluation/tally.h"
#include "inference/types.h"

#include <chrono>
#include <exception>
#include <functional>
#include <map>
#include <vector>

namespace fleming::app::evaluation {

/// Called with the accuracy of all answers so far, including those that the journal had before.
using Progress = std::function<void(const Proportion& soFar)>;

/// One pass over the items that have no answer in the journal. The caller asks them, one or several at a time. An item
/// that cannot be asked counts as wrong; its failure is kept.
class Round {
public:
    /// `items` and `journal` must outlive it. Calls `progress` at once, and after each answer.
    Round(const std::vector<Item>& items, Journal& journal, Progress progress = {});

    /// Returns the next item to ask, or null if there is none left.
    const Item* next();

    // Each adds the outcome of an item that next() returned to the journal. Throws Error if it cannot be written.

    /// Throws Cancelled, and adds nothing, if the answer was cancelled.
    void answered(const Item& item, inference::Answer answer);
    void failed(const Item& item, std::exception_ptr failure);

private:
    using Clock = std::chrono::steady_clock;

    void add(const Item& item, Response response);

    const std::vector<Item>& items_;
    Journal& journal_;
    Progress progress_;
    Proportion soFar_;
    std::vector<Item>::const_iterator next_;
    std::map<int, Clock::time_point> begun_;  // by line
};

}  // namespace fleming::app::evaluation
