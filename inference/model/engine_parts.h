#pragma once

#include "inference/chat_template.h"
#include "inference/engine.h"
#include "inference/model/feature_cache.h"
#include "inference/model/forward.h"
#include "inference/model/prompt_cache.h"
#include "inference/tokenizer.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace fleming::inference {

/// Some hundred frames of the largest model.
constexpr std::int64_t kFeatureBytes = std::int64_t{512} << 20;

/// What an Engine holds. It keeps its place in memory when the Engine moves.
struct Engine::Parts {
    Model model;
    std::unique_ptr<const Tokenizer> tokenizer;
    ChatTemplate chat;                    // refers to *tokenizer
    std::vector<std::int32_t> endTokens;  // any of them ends an answer
    ModelInfo info;
    int threads = 0;
    FeatureCache features{kFeatureBytes};
    std::shared_ptr<PromptCache> prompts =
        std::make_shared<PromptCache>();  // shared: a conversation may end after its engine
};

}  // namespace fleming::inference
