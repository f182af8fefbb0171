#include "app/models/question.h"

namespace fleming::app {

inference::ImageInput toImageInput(const viewer::Frame& frame) {
    inference::ImageInput input;
    input.image.width = frame.image.width;
    input.image.height = frame.image.height;
    input.image.rgb = frame.image.rgb;
    input.fit = frame.provenance.cover ? inference::Fit::cover : inference::Fit::stretch;
    return input;
}

inference::Turn toTurn(const std::string& text, const std::vector<viewer::Frame>& evidence, bool reasoningPrompt) {
    inference::Turn turn{text, {}, reasoningPrompt};
    turn.images.reserve(evidence.size());
    for (const viewer::Frame& frame : evidence)
        turn.images.push_back(toImageInput(frame));
    return turn;
}

inference::Turn toTurn(const Question& question) {
    return toTurn(question.text, question.evidence, question.reasoningPrompt);
}

}  // namespace fleming::app
