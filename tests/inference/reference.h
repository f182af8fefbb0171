#pragma once

#include "inference/conversation.h"
#include "inference/model/engine_parts.h"

#include <torch/torch.h>

#include <filesystem>
#include <string>
#include <vector>

namespace fleming::inference::reference {

/// One turn of a conversation that the transformers library had (see tests/fixtures/make_reference.py).
struct ReferenceTurn {
    Turn turn;
    std::vector<std::int32_t> promptIds;  ///< of the whole prompt, history included
    std::vector<std::int32_t> greedyIds;
};

struct ReferenceConversation {
    std::string name, system;
    std::vector<ReferenceTurn> turns;
    torch::Tensor logits;  ///< float32 [T, V] at every position of the last turn's prompt; may be undefined
    torch::Tensor pixels;  ///< float32 [N, 3, S, S]; may be undefined
};

/// A checkpoint folder with its reference.
struct Reference {
    std::filesystem::path folder;
    std::vector<ReferenceConversation> conversations;
};

Reference read(const std::filesystem::path& folder);

/// The folders with a reference in $FLEMING_REFERENCE_DIR, or among the fixtures where it is not set.
std::vector<std::filesystem::path> folders();

/// The features of all pictures of a conversation, placed in `ids`.
std::vector<PlacedPicture> placePictures(const Engine& engine, const ReferenceConversation& conversation);

/// Logits [T, V] at every position of the last turn's prompt.
torch::Tensor logitsEverywhere(const Engine& engine, const ReferenceConversation& conversation);

std::vector<std::int32_t> idsOf(const Answer& answer);

}  // namespace fleming::inference::reference
