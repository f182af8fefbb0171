#pragma once

#include "inference/conversation.h"
#include "inference/engine.h"

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

// The engine module's side of inference/conversation.h, which documents the members of the same names.
namespace fleming::inference::core {

std::shared_ptr<Conversation::State> startConversation(Engine::Parts& engine, const std::string& systemText,
                                                       const std::vector<PastTurn>& history);

/// Does what Conversation::ask() does or, if `repeat` is not null, Conversation::repeat().
Answer ask(Conversation::State& conversation, const Turn& turn, const GenerationOptions& options,
           const RunToRepeat* repeat, const TokenCallback& onToken, std::stop_token stop,
           const ReadingCallback& onReading);

void prepare(Conversation::State& conversation, const Turn& turn, std::stop_token stop);

int cachedTokens(const Conversation::State& conversation);

}  // namespace fleming::inference::core
