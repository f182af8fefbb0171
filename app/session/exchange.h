#pragma once

#include "app/models/model.h"
#include "inference/types.h"
#include "viewer/render/frame.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fleming::app {

enum class Verdict { correct, partlyCorrect, wrong, cannotJudge };

/// Returns "correct", "partly correct", "wrong" or "cannot judge": the word in a session file, not for the screen.
const char* toString(Verdict verdict);

/// Returns the verdict for a word of toString(). Throws Error for any other text.
Verdict verdictFromString(const std::string& text);

/// A person's judgement of an exchange. A later review does not erase an earlier one.
struct Review {
    Verdict verdict = Verdict::cannotJudge;
    std::string comment;
    std::string reviewer;     ///< the name that the reviewer typed, unverified
    std::int64_t timeMs = 0;  ///< Unix time, ms
};

/// `interrupted`: the program ended while the answer streamed; the tokens up to then are stored.
enum class ExchangeState { streaming, done, failed, interrupted };

/// A question with its evidence, the answer and its reviews.
struct Exchange {
    std::int64_t id = 0;
    std::int64_t conversation = 0;  ///< exchanges of one conversation share it; a follow-up has a higher id
    std::int64_t askedMs = 0;       ///< Unix time, ms
    std::string question;
    std::string systemText;
    bool reasoningPrompt = true;
    inference::GenerationOptions options;
    int firstImage = 1;                   ///< the number of evidence[0] in its conversation: Image-<firstImage>
    std::vector<viewer::Frame> evidence;  ///< in the order in which the model got them
    inference::Answer answer;             ///< the tokens so far if the state is not `done`
    ExchangeState state = ExchangeState::streaming;
    std::string failure;  ///< the message for the user if the state is `failed`
    std::string modelName, modelPath, modelSha256, dtype, device;
    std::string modelDescription;  ///< the "fleming_description" of the model's config.json; may be empty
    std::vector<Review> reviews;   ///< oldest first; the last one counts
};

/// Returns a streaming exchange with everything that is known when the question is asked. It has no id, and its
/// evidence begins at Image-1.
Exchange makeExchange(std::int64_t conversation, const Question& question, const ModelIdentity& model);

}  // namespace fleming::app
