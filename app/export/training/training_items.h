#pragma once

#include "app/session/session_snapshot.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fleming::app {

/// A question and the answer that a model should learn to give.
struct TrainingTurn {
    const Exchange* exchange = nullptr;
    bool reasoningPrompt = true;  ///< the question asks for reasoning; false for an answer in a reviewer's words
    std::string answer;
};

/// A conversation whose answers a person has judged, from its first question.
using TrainingConversation = std::vector<TrainingTurn>;

/// An answer with the reward that its reviewers gave.
struct RewardedAnswer {
    std::vector<const Exchange*> path;  ///< what the model read; the exchange itself is last
    double reward = 0.0;                ///< 1 correct, 0.5 partly correct, 0 wrong
    std::string reference;              ///< the corrected answer, else the final answer if it is correct; may be empty
};

/// What a session gives for training, and why the rest was left out.
struct TrainingItems {
    std::vector<TrainingConversation> conversations;                       ///< for supervised fine-tuning
    std::vector<RewardedAnswer> rewarded;                                  ///< for GRPO
    std::map<std::string, int> leftOutOfConversations, leftOutOfRewarded;  ///< exchanges by reason, in English
    int reviewed = 0;                                                      ///< exchanges
};

/// Selects what a person has judged. The exchanges are those of `session`.
///
/// Of each reviewer the last review counts, and all of them must have the same verdict; "cannot judge" is none.
/// Conversations: an answer is replaced by the corrected answer if there is one, on which all reviewers who wrote one
/// agree. Else it must be correct, ended by the model, and without a span of another label than "right" of the default
/// taxonomy. All answers of a conversation meet these rules. A conversation that begins a longer one is not repeated.
/// Rewarded answers: as the model gave them, with what it read, unless the user stopped the answer.
TrainingItems trainingItems(const SessionSnapshot& session);

}  // namespace fleming::app
