#include "app/chat/context_use.h"

#include "inference/conversation.h"

#include <algorithm>
#include <iterator>

namespace fleming::app {

namespace {

// The control tokens of the prompt's template (see inference/tokens/chat_template.h).
constexpr int kSystemTokens = 2;    // <|im_start|> ... <|im_end|>
constexpr int kQuestionTokens = 3;  // <|im_start|> ... <|im_end|>, <|im_start|> of the answer
constexpr int kEndTokens = 1;       // <|im_end|> of the answer
constexpr int kImageTokens = 2;     // <img> ... </img>

int systemTokens(const std::string& text, const TokenCounter& count) {
    return kSystemTokens + count("system\n") + count(text.empty() ? inference::kDefaultSystemText : text) + count("\n");
}

int questionTokens(const std::string& text, bool reasoningPrompt, const TokenCounter& count) {
    const int prompt = reasoningPrompt ? count(inference::kReasoningPrompt) + count("\n") : 0;
    return kQuestionTokens + count("user\n") + prompt + count(text) + count("\n") + count("assistant\n");
}

int imageTokens(const inference::ModelInfo& model, std::size_t images, const TokenCounter& count) {
    return static_cast<int>(images) * (model.tokensPerImage + kImageTokens + count("\n"));
}

}  // namespace

ContextUse estimateContext(const inference::ModelInfo& model, const std::vector<const Exchange*>& path,
                           const NextQuestion& next, const TokenCounter& count) {
    ContextUse use;
    use.window = model.contextLength;
    use.answer = next.maxNewTokens;
    use.question = questionTokens(next.text, next.reasoningPrompt, count);
    if (path.empty()) use.question += systemTokens(next.systemText, count);
    use.images = imageTokens(model, static_cast<std::size_t>(next.images), count);
    for (auto each = path.rbegin(); each != path.rend(); ++each) {
        const Exchange& exchange = **each;
        const inference::Answer& answer = exchange.answer;
        use.conversation +=
            static_cast<int>(std::max(std::ssize(answer.tokens), exchange.tokenCount)) + kEndTokens + count("\n");
        if (answer.promptTokens > 0) {  // the length of everything before the answer
            use.conversation += answer.promptTokens;
            return use;
        }
        use.conversation += questionTokens(exchange.question, exchange.reasoningPrompt, count) +
                            imageTokens(model, exchange.evidence.size(), count);
    }
    if (!path.empty()) use.conversation += systemTokens(path.front()->systemText, count);
    return use;
}

int roughTokens(std::string_view text) {
    constexpr std::size_t kBytes = 4;
    return static_cast<int>((text.size() + kBytes - 1) / kBytes);
}

}  // namespace fleming::app
