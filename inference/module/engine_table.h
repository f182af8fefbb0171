#pragma once

#include "inference/benchmark/run_benchmark.h"
#include "inference/conversation/answer_side_by_side.h"
#include "inference/conversation/ask.h"
#include "inference/engine/load_engine.h"
#include "inference/module/engine_module.h"

namespace fleming::inference::core {

/// The functions of the engine.
inline constexpr EngineModule kModule{
    .inspectCheckpoint = inspectCheckpoint,
    .loadEngine = loadEngine,
    .info = info,
    .tokenizer = tokenizer,
    .startConversation = startConversation,
    .ask = ask,
    .prepare = prepare,
    .cachedTokens = cachedTokens,
    .answerSideBySide = answerSideBySide,
    .runBenchmark = runBenchmark,
};

}  // namespace fleming::inference::core
