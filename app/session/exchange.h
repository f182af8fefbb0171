#pragma once

#include "app/models/model.h"
#include "app/session/records.h"
#include "app/session/review.h"
#include "inference/types.h"
#include "viewer/render/frame.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fleming::app {

/// `interrupted`: the program ended while the answer streamed; the tokens up to then are stored.
enum class ExchangeState { streaming, done, failed, interrupted };

/// How much of an exchange is read from its file. `light`: without the pixels of the evidence and, of a finished
/// answer, without tokens and prompt ids.
enum class Detail { complete, light };

/// A question with its evidence, the answer and its reviews.
struct Exchange {
    std::int64_t id = 0;
    std::int64_t conversation = 0;  ///< exchanges of one conversation share it; a follow-up has a higher id
    /// The exchange that this one continues; 0 if it begins the conversation. Exchanges that continue the same one are
    /// branches: the question was edited, or asked again.
    std::int64_t follows = 0;
    std::int64_t askedMs = 0;  ///< Unix time, ms
    std::string question;
    std::string systemText;
    bool reasoningPrompt = true;
    inference::GenerationOptions options;
    int firstImage = 1;                   ///< the number of evidence[0] in its conversation: Image-<firstImage>
    std::vector<viewer::Frame> evidence;  ///< in the order in which the model got them
    inference::Answer answer;             ///< the tokens so far if the state is not `done`
    std::int64_t tokenCount = 0;          ///< of the stored answer; answer.tokens may be left out
    /// False for an exchange of Detail::light. Its images have their sizes and digests.
    bool isComplete = true;
    ExchangeState state = ExchangeState::streaming;
    std::string failure;  ///< the message for the user if the state is `failed`
    std::string modelName, modelPath, modelSha256, dtype, device;
    std::string modelDescription;       ///< the "fleming_description" of the model's config.json; may be empty
    std::string run;                    ///< JSON: what else the tokens depend on (RunFacts); empty if it is not known
    std::vector<Review> reviews;        ///< oldest first; currentReviews() has those that count
    std::vector<ReplayRecord> replays;  ///< oldest first
};

/// Returns the exchanges from the first of the conversation to `exchange`, which is last: what the model read. Failed
/// exchanges are not among them, unless `exchange` has failed. Throws Error "session.no_exchange" if there is no such
/// exchange.
std::vector<const Exchange*> pathTo(const std::vector<Exchange>& exchanges, std::int64_t exchange);

/// Returns the text of a passage of an answer.
const std::string& textOf(const inference::Answer& answer, Passage passage);

/// Returns the bytes of a span, cut to the text: a span of a damaged file may lie outside it.
std::string_view textOf(const inference::Answer& answer, const Span& span);

/// Returns a streaming exchange with everything that is known when the question is asked. It has no id, and its
/// evidence begins at Image-1.
Exchange makeExchange(std::int64_t conversation, const Question& question, const ModelIdentity& model);

}  // namespace fleming::app
