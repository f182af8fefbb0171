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

/// How the answers did so far, those of the journal among them.
using Progress = std::function<void(const Proportion& soFar)>;

/// The way through all items that the journal has no answer to, for whoever asks them, in turn or several at a time. An
/// item that cannot be asked is wrong, and the reason is kept; the rest goes on.
class Round {
public:
    /// Both must outlive it.
    Round(const std::vector<Item>& items, Journal& journal, Progress progress = {});

    /// The next item to ask; null where there are no more.
    const Item* next();

    // What came of an item that next() gave: it goes into the journal. Throws Error where that cannot be written.

    /// Throws Cancelled for an answer that was cut short; it counts for nothing.
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
