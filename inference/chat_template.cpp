#include "inference/chat_template.h"

#include "base/error.h"

#include <algorithm>
#include <string>

namespace fleming::inference {

const char* const kDefaultSystemText =
    "你是书生·万象，英文名是InternVL，是由上海人工智能实验室、清华大学及多家合作单位联合开发的多模态大语言模型。";

const char* const kReasoningPrompt =
    "A conversation between User and Assistant. The user asks a question, and the Assistant solves it. The assistant "
    "first thinks about the reasoning process in the mind and then provides the user a concise final answer in a short "
    "word or phrase. The reasoning process and answer are enclosed within <think> </think> and <answer> </answer> "
    "tags, "
    "respectively, i.e., <think> reasoning process here </think><answer> answer here </answer>";

namespace {

std::int32_t controlToken(const Tokenizer& tokenizer, const char* name) {
    const std::int32_t id = tokenizer.specialToken(name);
    if (id < 0) {
        throw Error(std::string("The tokenizer has no special token ") + name +
                    ": it does not belong to an InternVL or Fleming-VL checkpoint.");
    }
    return id;
}

}  // namespace

ChatTemplate::ChatTemplate(const Tokenizer& tokenizer, std::int64_t tokensPerPicture)
    : tokenizer_(&tokenizer),
      tokensPerPicture_(tokensPerPicture),
      startOfTurn_(controlToken(tokenizer, "<|im_start|>")),
      endOfTurn_(controlToken(tokenizer, "<|im_end|>")),
      startOfPicture_(controlToken(tokenizer, "<img>")),
      endOfPicture_(controlToken(tokenizer, "</img>")),
      pictureContext_(controlToken(tokenizer, "<IMG_CONTEXT>")) {}

void ChatTemplate::appendSystem(TokenSequence& sequence, std::string_view text) const {
    sequence.ids.push_back(startOfTurn_);
    appendText(sequence, "system\n" + std::string(text));
    sequence.ids.push_back(endOfTurn_);
    appendText(sequence, "\n");
}

void ChatTemplate::appendQuestion(TokenSequence& sequence, const Turn& turn) const {
    sequence.ids.push_back(startOfTurn_);
    std::string text = "user\n";  // up to the next picture
    if (turn.reasoningPrompt) text.append(kReasoningPrompt).push_back('\n');
    for (std::size_t i = 0; i < turn.images.size(); ++i) {
        appendText(sequence, text);
        appendPicture(sequence);
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

std::vector<std::int64_t> ChatTemplate::pictureStarts(const std::vector<std::int32_t>& ids) const {
    std::vector<std::int64_t> starts;
    for (std::size_t i = 1; i < ids.size(); ++i) {
        if (ids[i - 1] != startOfPicture_) continue;
        const auto context = std::find_if(ids.begin() + static_cast<std::ptrdiff_t>(i), ids.end(),
                                          [this](std::int32_t id) { return id != pictureContext_; });
        const auto length = context - (ids.begin() + static_cast<std::ptrdiff_t>(i));
        if (length == tokensPerPicture_ && context != ids.end() && *context == endOfPicture_) {
            starts.push_back(static_cast<std::int64_t>(i));
        }
    }
    return starts;
}

void ChatTemplate::appendText(TokenSequence& sequence, std::string_view text) const {
    const std::vector<std::int32_t> ids = tokenizer_->encode(text);
    sequence.ids.insert(sequence.ids.end(), ids.begin(), ids.end());
}

void ChatTemplate::appendPicture(TokenSequence& sequence) const {
    sequence.ids.push_back(startOfPicture_);
    sequence.pictureStarts.push_back(static_cast<std::int64_t>(sequence.ids.size()));
    sequence.ids.insert(sequence.ids.end(), static_cast<std::size_t>(tokensPerPicture_), pictureContext_);
    sequence.ids.push_back(endOfPicture_);
}

}  // namespace fleming::inference
