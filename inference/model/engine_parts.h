#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "inference/chat_template.h"
#include "inference/engine.h"
#include "inference/model/forward.h"
#include "inference/tokenizer.h"

namespace fleming::inference {

/// What an Engine holds. It keeps its place in memory when the Engine moves.
struct Engine::Parts {
    Model model;
    std::unique_ptr<const Tokenizer> tokenizer;
    ChatTemplate chat;                     // refers to *tokenizer
    std::vector<std::int32_t> endTokens;   // any of them ends an answer
    ModelInfo info;
    int threads = 0;
};

}  // namespace fleming::inference
