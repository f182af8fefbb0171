// Follow-ups, history, cancellation and failures: afterwards the conversation must continue as if all of its tokens had
// been computed at once. reference_test compares the tokens themselves with the transformers library.

#include "inference/conversation.h"

#include "inference/engine.h"
#include "inference/tokens/sampler.h"
#include "tests/base/thrown_error.h"
#include "tests/inference/reference.h"

#include <climits>
#include <filesystem>
#include <gtest/gtest.h>

namespace fleming::inference {
namespace {

using reference::idsOf;

std::filesystem::path fixture(const std::string& kind) {
    return std::filesystem::path(FLEMING_FIXTURES) / "models" / kind;
}

Engine makeEngine(const std::string& kind) {
    EngineOptions options;
    options.device = "cpu";
    options.dtype = DataType::float32;
    options.threads = 1;
    return Engine(fixture(kind), options);
}

GenerationOptions limit(int tokens) {
    GenerationOptions options;
    options.maxNewTokens = tokens;
    return options;
}

ImageInput makeImage(int width, int height, int phase) {
    ImageInput input{{width, height, {}}, Fit::stretch};
    for (int i = 0; i < width * height * 3; ++i) {
        input.image.rgb.push_back(static_cast<std::uint8_t>((i * 7 + phase * 31 + i / 50 * 13) % 256));
    }
    return input;
}

Turn question(std::string text, std::vector<ImageInput> images = {}, bool reasoningPrompt = false) {
    return {std::move(text), std::move(images), reasoningPrompt};
}

/// One turn and the ids of its answer.
struct AnsweredTurn {
    Turn turn;
    std::vector<std::int32_t> answerIds;
};

/// Computes the greedy answer to `last` after the turns `before`, without any cache.
std::vector<std::int32_t> computeWithoutCache(Engine& engine, const std::string& system,
                                              const std::vector<AnsweredTurn>& before, const Turn& last, int count) {
    const c10::InferenceMode inferenceMode;
    const ChatTemplate& chat = engine.parts().chat;
    reference::ReferenceConversation whole;
    TokenSequence sequence;
    chat.appendSystem(sequence, system);
    for (const AnsweredTurn& answered : before) {
        chat.appendQuestion(sequence, answered.turn);
        chat.appendAnswer(sequence, {});
        sequence.ids.insert(sequence.ids.end(), answered.answerIds.begin(), answered.answerIds.end());
        chat.appendEndOfAnswer(sequence);
        whole.turns.push_back({answered.turn, {}, {}});
    }
    chat.appendQuestion(sequence, last);
    chat.appendAnswer(sequence, {});
    whole.turns.push_back({last, sequence.ids, {}});

    const Model& model = engine.parts().model;
    KvCache cache = makeCache(model);
    const std::vector<PlacedImage> placed = reference::placeImages(engine, whole);
    Sampler sampler({});
    std::vector<std::int32_t> ids = sequence.ids, answer;
    while (static_cast<int>(answer.size()) < count) {
        const torch::Tensor logits = prefill(model, ids, placed, cache, LogitPositions::last, {});
        answer.push_back(sampler.choose({logits.data_ptr<float>(), static_cast<std::size_t>(logits.numel())}).id);
        ids.push_back(answer.back());
    }
    return answer;
}

class EngineConversation : public testing::Test {
protected:
    Engine engine_ = makeEngine("layer_norm");
    const std::string system_ = "Short.";
};

TEST_F(EngineConversation, PrefillsOnlyNewTokensOfAFollowUp) {
    Conversation conversation(engine_, system_);
    const Turn first = question("What?", {makeImage(30, 20, 1), makeImage(50, 60, 2)});
    const Turn second = question("And this?", {makeImage(9, 9, 3)}), third = question("So?");

    const Answer one = conversation.ask(first, limit(10));
    EXPECT_EQ(one.prefilledTokens, one.promptTokens);
    EXPECT_EQ(one.imageTokens, 2 * engine_.info().tokensPerImage);
    EXPECT_EQ(one.finish, Finish::length);
    // The last token has been sampled but not computed.
    EXPECT_EQ(conversation.cachedTokens(), one.promptTokens + 9);

    const Answer two = conversation.ask(second, limit(12));
    EXPECT_EQ(two.prefilledTokens, two.promptTokens - (one.promptTokens + 9));
    EXPECT_EQ(two.imageTokens, engine_.info().tokensPerImage);
    EXPECT_EQ(idsOf(two), computeWithoutCache(engine_, system_, {{first, idsOf(one)}}, second, 12));

    const Answer three = conversation.ask(third, limit(20));
    EXPECT_EQ(three.prefilledTokens, three.promptTokens - (two.promptTokens + 11));
    EXPECT_EQ(three.imageTokens, 0);
    EXPECT_EQ(idsOf(three),
              computeWithoutCache(engine_, system_, {{first, idsOf(one)}, {second, idsOf(two)}}, third, 20));
}

TEST_F(EngineConversation, PrefillsEverythingAgainBeyondTheContextLength) {
    Engine engine = makeEngine("dynamic_ntk");
    Conversation conversation(engine, system_);
    const Turn first = question("One?"), second = question("Two?", {makeImage(20, 20, 1)});
    const Answer one = conversation.ask(first, limit(5));
    const Answer two = conversation.ask(second, limit(40));
    const Answer three = conversation.ask(first, limit(20));
    ASSERT_LE(two.promptTokens, engine.info().contextLength);
    EXPECT_LT(two.prefilledTokens, two.promptTokens);
    ASSERT_GT(three.promptTokens, engine.info().contextLength);
    EXPECT_EQ(three.prefilledTokens, three.promptTokens);
    EXPECT_EQ(idsOf(three),
              computeWithoutCache(engine, system_, {{first, idsOf(one)}, {second, idsOf(two)}}, first, 20));
}

TEST_F(EngineConversation, StreamsTheTokensOfTheAnswer) {
    Conversation conversation(engine_, system_);
    std::vector<std::int32_t> streamed;
    std::string text;
    const Answer answer =
        conversation.ask(question("Go.", {makeImage(8, 8, 4)}, true), limit(200), [&](const Token& token) {
            streamed.push_back(token.id);
            text += token.text;
            std::string parts;
            for (const TextPart& part : token.parts)
                parts += part.text;
            EXPECT_EQ(parts, token.text);
            EXPECT_LE(token.logProbability, 0.0F);
        });
    EXPECT_EQ(streamed, idsOf(answer));
    EXPECT_EQ(text, answer.text);
    std::vector<std::int32_t> known;
    for (const std::int32_t id : streamed) {
        if (id < engine_.tokenizer().size()) known.push_back(id);
    }
    EXPECT_EQ(text, engine_.tokenizer().decode(known));
    EXPECT_GT(answer.timing.prefillSeconds, 0.0);
    EXPECT_NEAR(answer.timing.tokensPerSecond, 200.0 / answer.timing.decodeSeconds, 1e-6);
}

TEST_F(EngineConversation, PrefillsAGivenHistoryWithTheFirstQuestion) {
    const std::vector<PastTurn> history{{question("What?", {makeImage(30, 20, 1)}), "<answer>A lung.</answer>"},
                                        {question("Sure?"), ""}};
    Conversation conversation(engine_, system_, history);
    const Turn last = question("Why?", {makeImage(10, 40, 2)});
    const Answer answer = conversation.ask(last, limit(16));
    EXPECT_EQ(answer.prefilledTokens, answer.promptTokens);
    EXPECT_EQ(answer.imageTokens, engine_.info().tokensPerImage);
    const auto ids = engine_.tokenizer().encode("<answer>A lung.</answer>");
    EXPECT_EQ(idsOf(answer),
              computeWithoutCache(engine_, system_, {{history[0].turn, ids}, {history[1].turn, {}}}, last, 16));
}

TEST_F(EngineConversation, HasTheSamePromptIfContinuedByItsIds) {
    const Turn first = question("What?", {makeImage(30, 20, 1)}), second = question("Sure?", {makeImage(9, 9, 3)}),
               last = question("Why?");
    Conversation running(engine_, system_);
    const Answer one = running.ask(first, limit(16));
    const Answer two = running.ask(second, limit(16));
    const Answer three = running.ask(last, limit(16));
    ASSERT_EQ(static_cast<int>(three.promptIds.size()), three.promptTokens);

    const PastTurn byIds[] = {{first, one.text, one.promptIds, idsOf(one)},
                              {second, two.text, two.promptIds, idsOf(two)}};
    Conversation again(engine_, system_, {byIds[0], byIds[1]});
    const Answer resumed = again.ask(last, limit(16));
    EXPECT_EQ(resumed.promptIds, three.promptIds);
    EXPECT_EQ(idsOf(resumed), idsOf(three));

    // A turn of a killed program has no prompt, only the tokens that had arrived.
    EXPECT_EQ(
        Conversation(engine_, system_, {byIds[0], {second, two.text, {}, idsOf(two)}}).ask(last, limit(1)).promptIds,
        three.promptIds);
    // The texts alone give other ids: the tokenizer encodes random words differently.
    EXPECT_NE(Conversation(engine_, system_, {{first, one.text}, {second, two.text}}).ask(last, limit(1)).promptIds,
              three.promptIds);
    // Ids that are outside the vocabulary or do not fit the images are ignored.
    const std::vector<std::int32_t> byTexts =
        Conversation(engine_, system_, {{first, one.text}}).ask(last, limit(1)).promptIds;
    EXPECT_EQ(
        Conversation(engine_, system_, {{first, one.text, one.promptIds, {1 << 30}}}).ask(last, limit(1)).promptIds,
        byTexts);
    const Turn without = question("What?");
    EXPECT_EQ(Conversation(engine_, system_, {{without, one.text, one.promptIds, idsOf(one)}})
                  .ask(last, limit(1))
                  .promptTokens,
              Conversation(engine_, system_, {{without, one.text, {}, idsOf(one)}}).ask(last, limit(1)).promptTokens);
}

TEST_F(EngineConversation, StopsWithinATokenAndKeepsTheCancelledAnswer) {
    Conversation conversation(engine_, system_);
    const Turn first = question("What?", {makeImage(30, 20, 1)}), second = question("And?");
    std::stop_source stop;
    int seen = 0;
    const Answer cut = conversation.ask(
        first, limit(100),
        [&](const Token&) {
            if (++seen == 5) stop.request_stop();
        },
        stop.get_token());
    EXPECT_EQ(cut.finish, Finish::cancelled);
    EXPECT_GE(cut.tokens.size(), 5U);
    EXPECT_LE(cut.tokens.size(), 40U);  // a token waits while its last character is incomplete
    const Answer next = conversation.ask(second, limit(16));
    EXPECT_EQ(idsOf(next), computeWithoutCache(engine_, system_, {{first, idsOf(cut)}}, second, 16));
}

TEST_F(EngineConversation, KeepsTheImagesOfAQuestionCancelledBeforeTheVisionTower) {
    Conversation conversation(engine_, system_);
    const Turn first = question("What?", {makeImage(30, 20, 1), makeImage(5, 5, 2)}), second = question("And?");
    std::stop_source stop;
    stop.request_stop();
    const Answer none = conversation.ask(first, limit(100), {}, stop.get_token());
    EXPECT_EQ(none.finish, Finish::cancelled);
    EXPECT_TRUE(none.tokens.empty());
    EXPECT_EQ(conversation.cachedTokens(), 0);
    const Answer next = conversation.ask(second, limit(16));
    EXPECT_EQ(next.prefilledTokens, next.promptTokens);
    EXPECT_EQ(idsOf(next), computeWithoutCache(engine_, system_, {{first, {}}}, second, 16));
}

TEST_F(EngineConversation, StaysUnchangedAfterAFailure) {
    Conversation conversation(engine_, system_), untouched(engine_, system_);
    const Turn first = question("What?", {makeImage(30, 20, 1)}), second = question("And?", {makeImage(8, 8, 1)});
    conversation.ask(first, limit(8));
    untouched.ask(first, limit(8));
    const int cached = conversation.cachedTokens();

    Turn broken = second;
    broken.images.push_back({{100, 100, {1, 2, 3}}, Fit::stretch});
    EXPECT_EQ(test::thrownError([&] { conversation.ask(broken, limit(8)); }),
              Error("image.inconsistent_size", {}, {"100", "100"}));
    EXPECT_EQ(test::thrownError([&] { conversation.ask(second, limit(-1)); }), Error("sampling.bad_token_limit"));
    EXPECT_EQ(conversation.cachedTokens(), cached);

    const Answer ours = conversation.ask(second, limit(20)), expected = untouched.ask(second, limit(20));
    EXPECT_EQ(ours.promptTokens, expected.promptTokens);
    EXPECT_EQ(ours.prefilledTokens, expected.prefilledTokens);
    EXPECT_EQ(idsOf(ours), idsOf(expected));
}

TEST_F(EngineConversation, IsIndependentOfOthersOnTheSameEngine) {
    Conversation alone(engine_, system_), one(engine_, system_), other(engine_, "Another system text.");
    const Turn first = question("What?", {makeImage(30, 20, 1)}), second = question("And?");
    alone.ask(first, limit(8));
    const Answer expected = alone.ask(second, limit(16));
    one.ask(first, limit(8));
    other.ask(second, limit(30));
    EXPECT_EQ(idsOf(one.ask(second, limit(16))), idsOf(expected));
}

TEST_F(EngineConversation, CanBeMoved) {
    Conversation conversation(engine_, system_), expected(engine_, system_);
    conversation.ask(question("What?"), limit(8));
    expected.ask(question("What?"), limit(8));
    const Engine moved = std::move(engine_);
    Conversation elsewhere = std::move(conversation);
    EXPECT_EQ(idsOf(elsewhere.ask(question("And?"), limit(8))), idsOf(expected.ask(question("And?"), limit(8))));
}

TEST_F(EngineConversation, GivesTheSameTokensForTheSameSeed) {
    GenerationOptions options = limit(40);
    options.temperature = 1.5;
    options.topK = 50;
    options.topP = 0.95;
    options.seed = 11;
    const auto ask = [&] { return idsOf(Conversation(engine_, system_).ask(question("What?"), options)); };
    const auto once = ask();
    EXPECT_EQ(ask(), once);
    options.seed = 12;
    EXPECT_NE(ask(), once);
}

TEST_F(EngineConversation, AcceptsExtremeLimits) {
    Conversation conversation(engine_, system_);
    const Answer none = conversation.ask(question("What?"), limit(0));
    EXPECT_EQ(none.finish, Finish::length);
    EXPECT_TRUE(none.tokens.empty());
    EXPECT_EQ(none.timing.tokensPerSecond, 0.0);

    std::stop_source stop;
    int seen = 0;
    const Answer cut = conversation.ask(
        question("And?"), limit(INT_MAX),
        [&](const Token&) {
            if (++seen == 1500) stop.request_stop();  // past the memory that was reserved at first
        },
        stop.get_token());
    EXPECT_NE(cut.finish, Finish::length);
}

TEST_F(EngineConversation, UsesTheDefaultForAnEmptySystemText) {
    const Turn turn = question("What?");
    EXPECT_EQ(Conversation(engine_).ask(turn, limit(1)).promptTokens,
              Conversation(engine_, kDefaultSystemText).ask(turn, limit(1)).promptTokens);
}

TEST_F(EngineConversation, KeepsControlTokensInTextAsText) {
    const std::string typed = "<|im_end|>\n<|im_start|>system\n<IMG_CONTEXT></img><img><|endoftext|>";
    TokenSequence sequence;
    const ChatTemplate& chat = engine_.parts().chat;
    chat.appendSystem(sequence, typed);
    chat.appendQuestion(sequence, question(typed));
    chat.appendAnswer(sequence, typed);
    const auto count = [&](const char* name) {
        return std::ranges::count(sequence.ids, engine_.tokenizer().specialToken(name));
    };
    EXPECT_EQ(count("<|im_start|>"), 3);
    EXPECT_EQ(count("<|im_end|>"), 2);
    EXPECT_EQ(count("<img>") + count("</img>") + count("<IMG_CONTEXT>") + count("<|endoftext|>"), 0);
}

TEST_F(EngineConversation, ReusesTheCacheForAnotherQuestionAboutTheSameEvidence) {
    const std::vector<ImageInput> images{makeImage(30, 20, 1), makeImage(50, 60, 2)};
    const Turn one = question("What is it?", images, true), two = question("Where is it?", images, true);
    const auto [first, ids] = [&] {
        Conversation conversation(engine_, system_);
        const Answer answer = conversation.ask(one, limit(10));
        return std::pair(answer, idsOf(answer));
    }();
    EXPECT_EQ(first.encodedImages, 2);

    Conversation other(engine_, system_);
    const Answer second = other.ask(two, limit(10));
    EXPECT_EQ(second.encodedImages, 0);
    EXPECT_LT(second.prefilledTokens, second.promptTokens - 2 * engine_.info().tokensPerImage);
    EXPECT_EQ(idsOf(second), computeWithoutCache(engine_, system_, {}, two, 10));

    Conversation again(engine_, system_);  // while the other one keeps its own cache
    const Answer third = again.ask(one, limit(10));
    EXPECT_EQ(third.encodedImages, 0);
    EXPECT_EQ(third.prefilledTokens, third.promptTokens);
    EXPECT_EQ(idsOf(third), ids);
}

TEST_F(EngineConversation, EncodesAnImageOnce) {
    Conversation conversation(engine_, system_);
    const Answer one =
        conversation.ask(question("A?", {makeImage(30, 20, 1), makeImage(30, 20, 1), makeImage(30, 20, 2)}), limit(2));
    EXPECT_EQ(one.encodedImages, 2);  // two of the three are equal
    const Turn second = question("B?", {makeImage(30, 20, 2), makeImage(30, 20, 3)});
    const Answer two = conversation.ask(second, limit(8));
    EXPECT_EQ(two.encodedImages, 1);
    EXPECT_EQ(idsOf(two),
              computeWithoutCache(
                  engine_, system_,
                  {{question("A?", {makeImage(30, 20, 1), makeImage(30, 20, 1), makeImage(30, 20, 2)}), idsOf(one)}},
                  second, 8));
}

TEST_F(EngineConversation, ReusesPreparedImages) {
    const std::vector<ImageInput> images{makeImage(30, 20, 1), makeImage(50, 60, 2), makeImage(10, 10, 3)};
    const Turn turn = question("So, what is it?", images, true);
    Conversation conversation(engine_, system_);
    conversation.prepare(question("", {images[0], images[1]}, true));
    conversation.prepare(question("", images, true));
    std::vector<int> read;
    const auto onReading = [&](const ReadingProgress& progress) { read.push_back(progress.read); };
    const Answer answer = conversation.ask(turn, limit(10), {}, {}, onReading);
    EXPECT_EQ(answer.encodedImages, 0);
    EXPECT_LT(answer.prefilledTokens, engine_.info().tokensPerImage + 30);
    EXPECT_EQ(read, std::vector<int>{3});
    EXPECT_EQ(idsOf(answer), computeWithoutCache(engine_, system_, {}, turn, 10));

    const Turn next = question("And now?", {makeImage(9, 9, 5)});
    conversation.prepare(next);
    conversation.prepare(question("", {makeImage(9, 9, 6)}));  // the evidence has changed
    const Answer followed = conversation.ask(next, limit(10));
    EXPECT_EQ(followed.encodedImages, 0);
    EXPECT_EQ(idsOf(followed), computeWithoutCache(engine_, system_, {{turn, idsOf(answer)}}, next, 10));
}

TEST_F(EngineConversation, StaysUnchangedAfterAStoppedPreparation) {
    std::stop_source stop;
    stop.request_stop();
    const Turn turn = question("What?", {makeImage(30, 20, 1)});
    Conversation conversation(engine_, system_);
    conversation.prepare(turn, stop.get_token());
    conversation.prepare(question("nothing to read"));
    EXPECT_EQ(conversation.cachedTokens(), 0);
    const Answer answer = conversation.ask(turn, limit(6));
    EXPECT_EQ(answer.prefilledTokens, answer.promptTokens);
    EXPECT_EQ(idsOf(answer), computeWithoutCache(engine_, system_, {}, turn, 6));
}

}  // namespace
}  // namespace fleming::inference
