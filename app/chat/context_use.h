#pragma once

#include "app/models/model.h"
#include "app/session/exchange.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fleming::app {

/// How many tokens a conversation and its next question take of the model's context window.
struct ContextUse {
    enum class Fit {
        fits,
        mayNotFit,  ///< a long answer would not fit
        doesNotFit  ///< the question does not fit
    };

    int window = 0;        ///< ModelInfo::contextLength
    int conversation = 0;  ///< what the next question continues: prompts, images and answers; 0: it begins one
    int question = 0;      ///< an estimate: the text of the next question, with its prompts
    int images = 0;        ///< the images of the next question
    int answer = 0;        ///< the longest answer, GenerationOptions::maxNewTokens

    int total() const { return conversation + question + images; }
    Fit fit() const {
        if (total() >= window) return Fit::doesNotFit;
        return total() + answer > window ? Fit::mayNotFit : Fit::fits;
    }
};

/// What counts of the next question.
struct NextQuestion {
    std::string text;
    int images = 0;
    bool reasoningPrompt = true;
    std::string systemText;  ///< of the conversation; empty: Fleming-VL's default
    int maxNewTokens = 0;
};

/// Returns the tokens of a text.
using TokenCounter = std::function<int(std::string_view)>;

/// Returns how much of the window `path` and the next question take. The lengths of finished answers and their prompts
/// are in the record; the rest is an estimate: texts are counted one by one, although the tokenizer may join them.
ContextUse estimateContext(const inference::ModelInfo& model, const std::vector<const Exchange*>& path,
                           const NextQuestion& next, const TokenCounter& count);

/// Returns the tokens of a text for models that cannot count them: one for each 4 bytes of UTF-8, which is near
/// Qwen2's average for English and for Chinese.
int roughTokens(std::string_view text);

}  // namespace fleming::app
