#pragma once

#include "app/models/model.h"
#include "app/session/exchange.h"
#include "base/error.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace fleming::app {

/// The first token at which an answer and its replay differ.
struct TokenDifference {
    std::int64_t position = 0;                         ///< from 0
    std::optional<inference::Token> stored, replayed;  ///< absent: the answer had ended
};

/// A condition of an answer on which its tokens depend.
enum class Condition { model, type, device, processor, kernels, libraries, threads };

/// A condition that the replay could not reproduce.
struct ConditionDifference {
    Condition condition = Condition::model;
    std::string stored, now;
    bool operator==(const ConditionDifference&) const = default;
};

/// An answer that was generated again, compared with the stored one.
struct ExchangeReplay {
    ReplayRecord record;  ///< without a time
    /// The question or the system text of the session makes another prompt than the stored one, from this token on.
    std::optional<std::int64_t> promptDiffersAt;
    std::optional<TokenDifference> difference;
    bool sameProbabilities = false;  ///< of the tokens before the first difference
    bool sameAnswer = false;         ///< the final answers are equal texts
    /// Empty if all conditions are those of the stored answer: then its tokens must be the same.
    std::vector<ConditionDifference> conditions;
    bool runIsKnown = false;     ///< the session says how the answer was computed
    std::optional<Error> fault;  ///< why the answer cannot be replayed: what the session holds does not fit together
};

/// Returns true if an exchange has an answer to replay: not if it failed or is still streaming.
bool canReplay(const Exchange& exchange);

/// Receives the results of replay(), and the fraction done. Called on its thread. Both must not throw.
struct ReplayCallbacks {
    std::function<void(const ExchangeReplay&)> onReplayed;
    std::function<void(double fraction)> onProgress;
};

/// Generates the answers to `wanted` again, in their order, each from the beginning of its conversation: from the
/// stored pixels, prompt ids, parameters and seed, with the passes and threads of the stored run. With another model,
/// type or device it asks the same questions and compares. `exchanges` ascend by id and have all that pathTo() needs.
/// An answer that was stopped ends after as many tokens. Throws Error "session.no_exchange" or "replay.no_answer" for
/// an exchange that cannot be replayed, Cancelled on a stop request, and what the model throws.
void replay(Model& model, const std::vector<Exchange>& exchanges, std::span<const std::int64_t> wanted,
            const ReplayCallbacks& callbacks, const std::stop_token& stop = {});

}  // namespace fleming::app
