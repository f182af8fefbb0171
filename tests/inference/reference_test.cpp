// Compares the engine with transformers on the fixtures of tests/fixtures/make_reference.py, or on those in
// $FLEMING_REFERENCE_DIR.

#include "tests/inference/reference.h"

#include "inference/engine.h"
#include "inference/image_processor.h"

#include <gtest/gtest.h>

namespace fleming::inference::reference {
namespace {

constexpr double kFloatTolerance = 1e-4;   // absolute error of logits
constexpr double kBfloatTolerance = 2e-2;  // error of logits relative to the maximum
constexpr double kPixelTolerance = 1e-6;

Engine makeEngine(const std::filesystem::path& folder, DataType dtype) {
    EngineOptions options;
    options.device = "cpu";
    options.dtype = dtype;
    options.threads = 1;
    return Engine(folder, options);
}

class ModelReference : public testing::TestWithParam<std::filesystem::path> {
protected:
    void SetUp() override {
        reference_ = read(GetParam());
        ASSERT_FALSE(reference_.conversations.empty());
    }
    Reference reference_;
};

TEST_P(ModelReference, HasTheSamePixelValues) {
    const Engine engine = makeEngine(GetParam(), DataType::float32);
    for (const ReferenceConversation& conversation : reference_.conversations) {
        if (!conversation.pixels.defined()) continue;
        const std::vector<float> values = pixelValues(conversation.turns.back().turn.images, engine.info().imageSize);
        ASSERT_EQ(static_cast<std::int64_t>(values.size()), conversation.pixels.numel()) << conversation.name;
        const torch::Tensor ours = torch::tensor(values).view_as(conversation.pixels);
        EXPECT_LE((ours - conversation.pixels).abs().max().item<double>(), kPixelTolerance) << conversation.name;
    }
}

TEST_P(ModelReference, HasTheSameLogitsAtEveryPosition) {
    const Engine engine = makeEngine(GetParam(), DataType::float32);
    int compared = 0;
    for (const ReferenceConversation& conversation : reference_.conversations) {
        if (!conversation.logits.defined()) continue;
        const torch::Tensor ours = logitsEverywhere(engine, conversation);
        ASSERT_EQ(ours.sizes(), conversation.logits.sizes()) << conversation.name;
        const double difference = (ours - conversation.logits).abs().max().item<double>();
        EXPECT_LE(difference, kFloatTolerance) << conversation.name;
        RecordProperty("difference_" + conversation.name, std::to_string(difference));
        ++compared;
    }
    EXPECT_GT(compared, 0);
}

TEST_P(ModelReference, HasTheSameGreedyTokensInEveryTurn) {
    Engine engine = makeEngine(GetParam(), DataType::float32);
    for (const ReferenceConversation& expected : reference_.conversations) {
        Conversation conversation(engine, expected.system);
        for (const ReferenceTurn& turn : expected.turns) {
            GenerationOptions options;
            options.maxNewTokens = static_cast<int>(turn.greedyIds.size());
            const Answer answer = conversation.ask(turn.turn, options);
            EXPECT_EQ(static_cast<std::size_t>(answer.promptTokens), turn.promptIds.size()) << expected.name;
            EXPECT_EQ(idsOf(answer), turn.greedyIds) << expected.name << ": " << turn.turn.text;
        }
    }
}

TEST_P(ModelReference, HasTheSamePromptIds) {
    const Engine engine = makeEngine(GetParam(), DataType::float32);
    const ChatTemplate& chat = engine.parts().chat;
    for (const ReferenceConversation& expected : reference_.conversations) {
        TokenSequence sequence;
        chat.appendSystem(sequence, expected.system);
        for (const ReferenceTurn& turn : expected.turns) {
            chat.appendQuestion(sequence, turn.turn);
            chat.appendAnswer(sequence, {});
            EXPECT_EQ(sequence.ids, turn.promptIds) << expected.name << ": " << turn.turn.text;
            sequence.ids.insert(sequence.ids.end(), turn.greedyIds.begin(), turn.greedyIds.end());
            chat.appendEndOfAnswer(sequence);
        }
    }
}

TEST_P(ModelReference, IsCloseToFloat32InBfloat16) {
    const Engine wide = makeEngine(GetParam(), DataType::float32);
    const Engine narrow = makeEngine(GetParam(), DataType::bfloat16);
    for (const ReferenceConversation& conversation : reference_.conversations) {
        const torch::Tensor expected = logitsEverywhere(wide, conversation);
        const torch::Tensor ours = logitsEverywhere(narrow, conversation);
        const double difference = ((ours - expected).abs().max() / expected.abs().max()).item<double>();
        EXPECT_LE(difference, kBfloatTolerance) << conversation.name;
        RecordProperty("difference_" + conversation.name, std::to_string(difference));
    }
}

std::string testName(const testing::TestParamInfo<std::filesystem::path>& info) {
    return info.param.filename().string();
}

INSTANTIATE_TEST_SUITE_P(Checkpoints, ModelReference, testing::ValuesIn(folders()), testName);

}  // namespace
}  // namespace fleming::inference::reference
