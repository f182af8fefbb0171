#include "inference/tokens/chat_template.h"

#include "base/error.h"

#include <algorithm>
#include <string>

namespace fleming::inference {

namespace {

std::int32_t findControlToken(const Tokenizer& tokenizer, const char* name) {
    const std::int32_t id = tokenizer.specialToken(name);
    if (id < 0) throw Error("tokenizer.missing_special_token", {}, {name});
    return id;
}

}  // namespace

ChatTemplate::ChatTemplate(const Tokenizer& tokenizer, std::int64_t tokensPerImage)
    : tokenizer_(&tokenizer),
      tokensPerImage_(tokensPerImage),
      startOfTurn_(findControlToken(tokenizer, "<|im_start|>")),
      endOfTurn_(findControlToken(tokenizer, "<|im_end|>")),
      startOfImage_(findControlToken(tokenizer, "<img>")),
      endOfImage_(findControlToken(tokenizer, "</img>")),
      imageContext_(findControlToken(tokenizer, "<IMG_CONTEXT>")) {}

void ChatTemplate::appendSystem(TokenSequence& sequence, std::string_view text) const {
    sequence.ids.push_back(startOfTurn_);
    appendText(sequence, "system\n" + std::string(text));
    sequence.ids.push_back(endOfTurn_);
    appendText(sequence, "\n");
}

void ChatTemplate::appendQuestion(TokenSequence& sequence, const Turn& turn) const {
    sequence.ids.push_back(startOfTurn_);
    std::string text = "user\n";  // up to the next control token
    if (turn.reasoningPrompt) text.append(kReasoningPrompt).push_back('\n');
    for (std::size_t i = 0; i < turn.images.size(); ++i) {
        appendText(sequence, text);
        appendImage(sequence);
        text.clear();
        text.push_back('\n');
    }
    appendText(sequence, text + turn.text);
    sequence.ids.push_back(endOfTurn_);
    appendText(sequence, "\n");
    sequence.ids.push_back(startOfTurn_);
}

void ChatTemplate::appendAnswer(TokenSequence& sequence, std::string_view answer) const {
    appendText(sequence, "assistant\n" + std::string(answer));
}

void ChatTemplate::appendEndOfAnswer(TokenSequence& sequence) const {
    sequence.ids.push_back(endOfTurn_);
    appendText(sequence, "\n");
}

std::vector<std::int64_t> ChatTemplate::findImages(const std::vector<std::int32_t>& ids) const {
    std::vector<std::int64_t> starts;
    for (std::size_t i = 1; i < ids.size(); ++i) {
        if (ids[i - 1] != startOfImage_) continue;
        const auto start = ids.begin() + static_cast<std::ptrdiff_t>(i);
        const auto end = std::find_if(start, ids.end(), [this](std::int32_t id) { return id != imageContext_; });
        if (end - start == tokensPerImage_ && end != ids.end() && *end == endOfImage_) {
            starts.push_back(static_cast<std::int64_t>(i));
        }
    }
    return starts;
}

void ChatTemplate::appendText(TokenSequence& sequence, std::string_view text) const {
    const std::vector<std::int32_t> ids = tokenizer_->encode(text);
    sequence.ids.insert(sequence.ids.end(), ids.begin(), ids.end());
}

void ChatTemplate::appendImage(TokenSequence& sequence) const {
    sequence.ids.push_back(startOfImage_);
    sequence.imageStarts.push_back(static_cast<std::int64_t>(sequence.ids.size()));
    sequence.ids.insert(sequence.ids.end(), static_cast<std::size_t>(tokensPerImage_), imageContext_);
    sequence.ids.push_back(endOfImage_);
}

}  // namespace fleming::inference
