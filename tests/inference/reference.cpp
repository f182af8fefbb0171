#include "tests/inference/reference.h"

#include "inference/checkpoint/safetensors.h"
#include "inference/image_processor.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

namespace fleming::inference::reference {

namespace {

torch::Tensor tensor(const TensorStore& store, const std::string& name) {
    const auto found = store.tensors().find(name);
    if (found == store.tensors().end()) return {};
    const StoredTensor& stored = found->second;
    const auto type = stored.typeName == "U8" ? torch::kUInt8 : torch::kFloat32;
    return torch::from_blob(const_cast<std::byte*>(stored.bytes.data()), stored.shape, type).clone();
}

ImageInput readImage(const TensorStore& store, int index) {
    const torch::Tensor pixels = tensor(store, "picture." + std::to_string(index));  // [height, width, 3]
    const auto* bytes = pixels.data_ptr<std::uint8_t>();
    return {{static_cast<int>(pixels.size(1)), static_cast<int>(pixels.size(0)), {bytes, bytes + pixels.numel()}},
            Fit::stretch};
}

ReferenceTurn readTurn(const nlohmann::json& json, const TensorStore& store) {
    ReferenceTurn turn;
    turn.turn.text = json.at("text");
    turn.turn.reasoningPrompt = json.at("reasoning_prompt");
    for (const int index : json.at("pictures"))
        turn.turn.images.push_back(readImage(store, index));
    turn.promptIds = json.at("prompt_ids").get<std::vector<std::int32_t>>();
    turn.greedyIds = json.at("greedy_ids").get<std::vector<std::int32_t>>();
    return turn;
}

std::vector<float> computePixels(const Engine& engine, const ReferenceConversation& conversation) {
    std::vector<ImageInput> images;
    for (const ReferenceTurn& turn : conversation.turns) {
        images.insert(images.end(), turn.turn.images.begin(), turn.turn.images.end());
    }
    return pixelValues(images, engine.info().imageSize);
}

}  // namespace

Reference read(const std::filesystem::path& folder) {
    Reference reference{folder, {}};
    const TensorStore store(folder / "reference");
    std::ifstream stream(folder / "reference" / "reference.json");
    const nlohmann::json whole = nlohmann::json::parse(stream);
    for (const nlohmann::json& json : whole.at("conversations")) {
        ReferenceConversation conversation;
        conversation.name = json.at("name");
        conversation.system = json.at("system");
        for (const nlohmann::json& turn : json.at("turns"))
            conversation.turns.push_back(readTurn(turn, store));
        conversation.logits = tensor(store, conversation.name + ".logits");
        conversation.pixels = tensor(store, conversation.name + ".pixels");
        reference.conversations.push_back(std::move(conversation));
    }
    return reference;
}

std::vector<std::filesystem::path> folders() {
    const char* given = std::getenv("FLEMING_REFERENCE_DIR");
    const std::filesystem::path root =
        given != nullptr ? std::filesystem::path(given) : std::filesystem::path(FLEMING_FIXTURES) / "models";
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(root)) {
        if (std::filesystem::exists(entry.path() / "reference" / "reference.json")) found.push_back(entry.path());
    }
    std::ranges::sort(found);
    return found;
}

std::vector<PlacedImage> placeImages(const Engine& engine, const ReferenceConversation& conversation) {
    const std::vector<float> pixels = computePixels(engine, conversation);
    if (pixels.empty()) return {};
    const torch::Tensor features = imageFeatures(engine.parts().model, pixels, {});
    const std::vector<std::int32_t>& ids = conversation.turns.back().promptIds;
    const std::int32_t start = engine.tokenizer().specialToken("<img>");
    const std::int32_t context = engine.tokenizer().specialToken("<IMG_CONTEXT>");
    std::vector<PlacedImage> placed;
    for (std::size_t i = 0; i + 1 < ids.size(); ++i) {
        if (ids[i] != start || ids[i + 1] != context)
            continue;  // a model with random weights may generate <img> in an answer
        placed.push_back({static_cast<std::int64_t>(i) + 1, features[static_cast<std::int64_t>(placed.size())]});
    }
    return placed;
}

torch::Tensor logitsEverywhere(const Engine& engine, const ReferenceConversation& conversation) {
    const c10::InferenceMode inferenceMode;
    const Model& model = engine.parts().model;
    KvCache cache = makeCache(model);
    return prefill(model, conversation.turns.back().promptIds, placeImages(engine, conversation), cache,
                   LogitPositions::all, {});
}

std::vector<std::int32_t> idsOf(const Answer& answer) {
    std::vector<std::int32_t> ids;
    for (const Token& token : answer.tokens)
        ids.push_back(token.id);
    return ids;
}

}  // namespace fleming::inference::reference
