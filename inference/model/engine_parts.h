#pragma once

#include "inference/engine.h"
#include "inference/model/forward.h"
#include "inference/model/language/prompt_cache.h"
#include "inference/model/vision/feature_cache.h"
#include "inference/tokenizer.h"
#include "inference/tokens/chat_template.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace fleming::inference {

/// The size of the image feature cache: some hundred images of the largest model.
constexpr std::int64_t kFeatureBytes = std::int64_t{512} << 20;

/// The private data of an Engine. Keeps its address when the Engine moves.
struct Engine::Parts {
    Model model;
    std::unique_ptr<const Tokenizer> tokenizer;
    ChatTemplate chat;                    // refers to *tokenizer
    std::vector<std::int32_t> endTokens;  // each of them ends an answer
    ModelInfo info;
    int threads = 0;
    RunFacts environment;           // what all runs share: see runEnvironment()
    std::int64_t imageBatches = 0;  // of several images that were encoded so far
    FeatureCache features{kFeatureBytes};
    std::shared_ptr<PromptCache> prompts =
        std::make_shared<PromptCache>();  // shared: a conversation may outlive its engine
};

}  // namespace fleming::inference
