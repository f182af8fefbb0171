#pragma once

#include "app/models/model.h"

#include <stop_token>

namespace fleming::app::cli {

/// Asks a question and waits for the answer. Calls `onToken` on the calling thread; the model waits for it. It may
/// cancel the request, and must not throw. A stop request cancels it too: the answer is then what was generated so far.
/// Throws why the question cannot be answered.
inference::Answer askAndWait(ModelChat& chat, RequestId id, Question question, const inference::TokenCallback& onToken,
                             std::stop_token stop);

}  // namespace fleming::app::cli
