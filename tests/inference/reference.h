#pragma once

#include "inference/conversation.h"
#include "inference/model/engine_parts.h"

#include <torch/torch.h>

#include <filesystem>
#include <string>
#include <vector>

namespace fleming::inference::reference {

/// One turn of a reference conversation, answered by transformers (tests/fixtures/make_reference.py).
struct ReferenceTurn {
    Turn turn;
    std::vector<std::int32_t> promptIds;  ///< the whole prompt, including the history
    std::vector<std::int32_t> greedyIds;  ///< the answer of transformers with greedy decoding
};

struct ReferenceConversation {
    std::string name, system;
    std::vector<ReferenceTurn> turns;
    torch::Tensor logits;  ///< float32 [T, V] at every position of the prompt of the last turn; may be undefined
    torch::Tensor pixels;  ///< float32 [N, 3, S, S]; may be undefined
};

/// A checkpoint folder with its reference conversations.
struct Reference {
    std::filesystem::path folder;
    std::vector<ReferenceConversation> conversations;
};

/// Reads FOLDER/reference. Throws if it is missing.
Reference read(const std::filesystem::path& folder);

/// Returns the checkpoint folders with a reference in $FLEMING_REFERENCE_DIR, or in the fixtures if it is not set.
std::vector<std::filesystem::path> folders();

/// Computes the image features of a conversation and their positions in the prompt of its last turn.
std::vector<PlacedImage> placeImages(const Engine& engine, const ReferenceConversation& conversation);

/// Computes the logits [T, V] at every position of the prompt of the last turn.
torch::Tensor logitsEverywhere(const Engine& engine, const ReferenceConversation& conversation);

/// Returns the token ids of an answer.
std::vector<std::int32_t> idsOf(const Answer& answer);

}  // namespace fleming::inference::reference
