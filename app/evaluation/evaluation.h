#pragma once

#include "app/evaluation/items.h"
#include "app/evaluation/journal.h"
#include "app/evaluation/tally.h"
#include "inference/types.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace fleming::app::evaluation {

/// Asks an item's question, with what belongs to it. Throws whatever may come; Cancelled where it was stopped.
using Ask = std::function<inference::Answer(const Item& item)>;

/// How the answers did so far, those of the journal among them.
using Progress = std::function<void(const Proportion& soFar)>;

/// Asks every item that the journal has no answer to, one after the other. An item that cannot be asked is wrong, and
/// the reason is kept; the rest goes on. Throws Cancelled on a stop request, with all finished answers in the journal;
/// Error where the journal cannot be written.
void answerAll(const std::vector<Item>& items, Journal& journal, const Ask& ask, const Progress& progress = {},
               std::stop_token stop = {});

}  // namespace fleming::app::evaluation
