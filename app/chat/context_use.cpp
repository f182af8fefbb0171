#include "app/chat/context_use.h"

#include "inference/conversation.h"

#include <algorithm>
#include <iterator>

namespace fleming::app {

namespace {

// The tokens of the prompt's template (see inference/tokens/chat_template.h), apart from its texts.
constexpr int kSystemTokens = 5;    // <|im_start|> system \n ... <|im_end|> \n
constexpr int kQuestionTokens = 5;  // <|im_start|> user \n ... <|im_end|> \n
constexpr int kAnswerTokens = 3;    // <|im_start|> assistant \n
constexpr int kEndTokens = 2;       // <|im_end|> \n
constexpr int kImageTokens = 3;     // <img> ... </img> \n

int systemTokens(const std::string& text, const TokenCounter& count) {
    return kSystemTokens + count(text.empty() ? inference::kDefaultSystemText : text);
}

int questionTokens(const std::string& text, bool reasoningPrompt, const TokenCounter& count) {
    const int prompt = reasoningPrompt ? count(inference::kReasoningPrompt) + 1 : 0;
    return kQuestionTokens + prompt + count(text) + kAnswerTokens;
}

int imageTokens(const inference::ModelInfo& model, std::size_t images) {
    return static_cast<int>(images) * (model.tokensPerImage + kImageTokens);
}

}  // namespace

ContextUse estimateContext(const inference::ModelInfo& model, const std::vector<const Exchange*>& path,
                           const NextQuestion& next, const TokenCounter& count) {
    ContextUse use;
    use.window = model.contextLength;
    use.answer = next.maxNewTokens;
    use.question = questionTokens(next.text, next.reasoningPrompt, count);
    if (path.empty()) use.question += systemTokens(next.systemText, count);
    use.images = imageTokens(model, static_cast<std::size_t>(next.images));
    for (auto each = path.rbegin(); each != path.rend(); ++each) {
        const Exchange& exchange = **each;
        const inference::Answer& answer = exchange.answer;
        use.conversation += static_cast<int>(std::max(std::ssize(answer.tokens), exchange.tokenCount)) + kEndTokens;
        if (answer.promptTokens > 0) {  // the length of everything before the answer
            use.conversation += answer.promptTokens;
            return use;
        }
        use.conversation += questionTokens(exchange.question, exchange.reasoningPrompt, count) +
                            imageTokens(model, exchange.evidence.size());
    }
    if (!path.empty()) use.conversation += systemTokens(path.front()->systemText, count);
    return use;
}

int roughTokens(std::string_view text) {
    constexpr std::size_t kBytes = 4;
    return static_cast<int>((text.size() + kBytes - 1) / kBytes);
}

}  // namespace fleming::app
