#pragma once

#include "inference/conversation.h"
#include "inference/types.h"
#include "viewer/render/frame.h"

#include <optional>
#include <string>
#include <vector>

namespace fleming::app {

/// A question with its evidence and everything else that its answer depends on, except the earlier turns.
struct Question {
    std::string text;
    std::vector<viewer::Frame> evidence;  ///< new in this turn; most follow-ups have none
    bool reasoningPrompt = true;
    std::string systemText;  ///< of the conversation; empty: Fleming-VL's default
    inference::GenerationOptions options;
    std::optional<inference::RunToRepeat> repeat{};  ///< if set, a model that can does as Conversation::repeat() does
};

/// Converts a question to a turn of inference.
inference::Turn toTurn(const std::string& text, const std::vector<viewer::Frame>& evidence, bool reasoningPrompt);
inference::Turn toTurn(const Question& question);

/// Converts a frame to an image of inference. The frame's provenance says whether the image is stretched or cropped to
/// the model's square.
inference::ImageInput toImageInput(const viewer::Frame& frame);

}  // namespace fleming::app
