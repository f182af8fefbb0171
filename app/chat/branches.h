#pragma once

#include "app/session/exchange.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fleming::app {

/// How a question is asked again: the new exchange is a branch beside the one that it repeats.
struct AskAgain {
    enum class Evidence {
        asThen,   ///< the frames of the exchange, from the record
        current,  ///< the frames of the evidence list that the model has not seen before the question
    };

    std::string text;
    Evidence evidence = Evidence::asThen;
    inference::GenerationOptions options;
    bool reasoningPrompt = true;
    std::string systemText;  ///< of a question that begins a conversation; others keep that of their conversation
};

/// Returns what asks the question of `exchange` again without a change.
AskAgain toAskAgain(const Exchange& exchange);

/// Returns the ids of `exchange` and of the exchanges that continue the same one, oldest first: its branches.
std::vector<std::int64_t> branchesAt(const std::vector<Exchange>& exchanges, const Exchange& exchange);

/// Which branches a view shows. By default, each conversation shows the path to its newest exchange.
class ShownPath {
public:
    /// Shows the branch with `exchange`. Does nothing if there is no such exchange.
    void choose(const std::vector<Exchange>& exchanges, std::int64_t exchange);

    /// Returns the shown exchanges: one path for each conversation, the conversation with the newest exchange last.
    /// `exchanges` have ascending ids. The pointers are into `exchanges`.
    std::vector<const Exchange*> shown(const std::vector<Exchange>& exchanges) const;

    /// Returns the last shown exchange of a conversation, or 0.
    std::int64_t last(const std::vector<Exchange>& exchanges, std::int64_t conversation) const;

    /// Shows the newest exchanges again.
    void clear() { chosen_.clear(); }

private:
    using Place = std::pair<std::int64_t, std::int64_t>;  // a conversation, and the exchange that its branches continue

    std::map<Place, std::int64_t> chosen_;
};

}  // namespace fleming::app
