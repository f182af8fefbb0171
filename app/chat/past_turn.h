#pragma once

#include "app/session/exchange.h"
#include "inference/conversation.h"

#include <string>

namespace fleming::app {

/// Returns the turn of an exchange, for a conversation that continues it with the model `modelSha256`. It has token ids
/// only if this model gave the answer: other checkpoints may have other tokens.
inference::PastTurn toPastTurn(const Exchange& exchange, const std::string& modelSha256);

}  // namespace fleming::app
