#pragma once

#include "app/session/session_snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fleming::app {

/// Which exchanges of a session are exported.
struct ExchangeSelection {
    struct Range {
        std::int64_t first = 0, last = 0;  ///< ids, both included
    };
    std::vector<Range> ranges;  ///< empty: all
    bool reviewedOnly = false;  ///< leaves out exchanges without a review
};

/// Parses "1,3-5": ids of exchanges and ranges of them. Returns nothing for any other text.
std::optional<std::vector<ExchangeSelection::Range>> parseExchanges(const std::string& text);

/// Returns the session with the selected exchanges only and, if it leaves some out, only the measurements that belong
/// to the others: see measurementsOf(). The check of its log stays: it is of the whole session. Throws
/// Error "session.no_exchange" if a range has no exchange, "export.nothing_selected" if none is left.
SessionSnapshot select(SessionSnapshot session, const ExchangeSelection& selection);

/// What the model read for an exchange, as far as it is exported.
struct ExportedPath {
    std::vector<const Exchange*> exchanges;  ///< oldest first; the exchange itself is last
    bool isWhole = false;                    ///< begins with the first exchange of the conversation
};

/// Returns the path to one of the exchanges of a session. The exchanges are those of `session`.
ExportedPath exportedPathTo(const SessionSnapshot& session, const Exchange& exchange);

}  // namespace fleming::app
