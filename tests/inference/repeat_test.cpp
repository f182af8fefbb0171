// Answers are computed again, bit by bit, by another engine: what the tokens depend on is in Answer::run.

#include "base/error.h"
#include "inference/conversation.h"
#include "inference/engine.h"
#include "inference/side_by_side.h"
#include "tests/base/thrown_error.h"

#include <filesystem>
#include <functional>
#include <gtest/gtest.h>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace fleming::inference {
namespace {

template <typename Work>
std::string codeThrownBy(const Work& work) {
    const std::optional<Error> error = test::thrownError(work);
    return error ? error->code() : "";
}

/// How an engine computes.
struct Kind {
    DataType dtype = DataType::float32;
    Quantization quantization = Quantization::none;
    int threads = 1;
};

Engine makeEngine(Kind kind, const std::string& model = "layer_norm") {
    EngineOptions options;
    options.device = "cpu";
    options.dtype = kind.dtype;
    options.quantization = kind.quantization;
    options.threads = kind.threads;
    return Engine(std::filesystem::path(FLEMING_FIXTURES) / "models" / model, options);
}

ImageInput makeImage(unsigned seed) {
    std::mt19937 random(seed);
    ImageInput input{{40, 30, {}}, Fit::stretch};
    for (int i = 0; i < 40 * 30 * 3; ++i)
        input.image.rgb.push_back(static_cast<std::uint8_t>(random()));
    return input;
}

std::vector<ImageInput> makeImages(unsigned first, unsigned count) {
    std::vector<ImageInput> images;
    for (unsigned i = 0; i < count; ++i)
        images.push_back(makeImage(first + i));
    return images;
}

/// An answer and everything from which it can be computed again.
struct Recorded {
    std::string name;
    std::vector<PastTurn> history;
    Turn turn;
    GenerationOptions options;
    Answer answer;
};

GenerationOptions greedy(int tokens) {
    return {.maxNewTokens = tokens};
}

GenerationOptions sampled(int tokens, std::uint64_t seed) {
    return {.maxNewTokens = tokens, .temperature = 1.3, .topK = 50, .topP = 0.95, .seed = seed};
}

std::vector<std::int32_t> idsOf(const Answer& answer) {
    std::vector<std::int32_t> ids;
    for (const Token& token : answer.tokens)
        ids.push_back(token.id);
    return ids;
}

PastTurn pastOf(const Recorded& recorded) {
    return {recorded.turn, recorded.answer.text, recorded.answer.promptIds, idsOf(recorded.answer)};
}

/// Asks questions and keeps what is needed to repeat them.
class Recorder {
public:
    explicit Recorder(Engine& engine) : engine_(engine) {}

    const Recorded& ask(Conversation& conversation, std::string name, std::vector<PastTurn> history, Turn turn,
                        GenerationOptions options, int stopAfter = -1) {
        std::stop_source stop;
        int count = 0;
        const auto onToken = [&](const Token&) {
            if (++count == stopAfter) stop.request_stop();
        };
        Answer answer = conversation.ask(turn, options, onToken, stop.get_token());
        records.push_back({std::move(name), std::move(history), std::move(turn), options, std::move(answer)});
        return records.back();
    }

    /// Follow-ups, a stopped answer, work ahead, a resumed conversation and an edited question.
    void recordAll(unsigned seed) {
        std::vector<PastTurn> history;
        const Turn first{"What do these show?", makeImages(seed, 9), true};
        {
            Conversation conversation(engine_, kSystem);
            Turn early = first;
            early.images.resize(5);
            conversation.prepare(early);  // part of the evidence, before the rest is collected
            conversation.prepare({"", first.images, true});
            history = {pastOf(ask(conversation, "after work ahead", {}, first, greedy(20)))};
            history.push_back(pastOf(ask(conversation, "follow-up that is stopped", history,
                                         {"And these?", makeImages(seed + 20, 3), false}, sampled(40, seed), 7)));
            history.push_back(pastOf(
                ask(conversation, "follow-up after a stop", history, {"So?", {}, false}, sampled(15, seed + 1))));
            ask(conversation, "last follow-up", history, {"Is it certain? Say why.", {}, false}, greedy(12));
        }
        {
            Conversation resumed(engine_, kSystem, history);  // finds the beginning in the cache
            ask(resumed, "resumed", history, {"Once more?", makeImages(seed + 20, 1), false}, greedy(10));
        }
        {
            Turn edited = first;
            edited.text = "What do these not show?";
            Conversation branch(engine_, kSystem);
            ask(branch, "edited question", {}, edited, sampled(20, seed + 2));
        }
        {
            Turn fewer = first;
            fewer.images.resize(7);  // shares the beginning of a pass
            fewer.text = "What are the first ones?";
            Conversation branch(engine_, kSystem);
            const PastTurn past = pastOf(ask(branch, "fewer images", {}, fewer, greedy(9)));
            ask(branch, "follow-up of fewer images", {past}, {"Why?", {}, true}, greedy(9));
        }
    }

    std::vector<Recorded> records;
    static constexpr const char* kSystem = "Short.";

private:
    Engine& engine_;
};

/// Returns the run of an answer as a session file has it.
RunToRepeat runOf(const Answer& answer) {
    return {answer.promptIds, runFactsFromJson(toJson(answer.run))};
}

GenerationOptions optionsToRepeat(const Recorded& recorded) {
    GenerationOptions options = recorded.options;
    if (recorded.answer.finish == Finish::cancelled)
        options.maxNewTokens = static_cast<int>(recorded.answer.tokens.size());
    return options;
}

void expectSame(const Answer& answer, const Answer& recorded, const std::string& name) {
    EXPECT_EQ(idsOf(answer), idsOf(recorded)) << name;
    EXPECT_FALSE(answer.promptDiffersAt) << name;
    EXPECT_EQ(answer.promptIds, recorded.promptIds) << name;
    EXPECT_EQ(answer.run, recorded.run) << name << "\n" << toJson(answer.run) << "\n" << toJson(recorded.run);
    ASSERT_EQ(answer.tokens.size(), recorded.tokens.size()) << name;
    for (std::size_t i = 0; i < answer.tokens.size(); ++i)
        EXPECT_EQ(answer.tokens[i].logProbability, recorded.tokens[i].logProbability) << name << ", token " << i;
}

class Repeats : public testing::TestWithParam<Kind> {
protected:
    /// An engine of the same kind, but with another number of threads.
    static Engine otherEngine() {
        Kind kind = GetParam();
        kind.threads = 3 - kind.threads;
        return makeEngine(kind);
    }
};

TEST_P(Repeats, EachAnswerAlone) {
    Engine engine = makeEngine(GetParam()), other = otherEngine();
    Recorder recorder(engine);
    recorder.recordAll(1);
    for (const Recorded& one : recorder.records) {
        EXPECT_EQ(one.answer.run.threads, GetParam().threads);
        Conversation conversation(other, Recorder::kSystem, one.history);
        expectSame(conversation.repeat(one.turn, optionsToRepeat(one), runOf(one.answer)), one.answer, one.name);
    }
}

TEST_P(Repeats, AWholeConversationWithItsCache) {
    Engine engine = makeEngine(GetParam()), other = otherEngine();
    Recorder recorder(engine);
    recorder.recordAll(2);
    Conversation conversation(other, Recorder::kSystem);
    for (std::size_t i = 0; i < 4; ++i) {
        const Recorded& one = recorder.records[i];
        const Answer answer = conversation.repeat(one.turn, optionsToRepeat(one), runOf(one.answer));
        expectSame(answer, one.answer, one.name);
        if (i == 0) continue;  // work ahead had filled the cache
        EXPECT_EQ(answer.prefilledTokens, one.answer.prefilledTokens) << one.name;
    }
}

TEST_P(Repeats, RequestsThatRanSideBySide) {
    Engine engine = makeEngine(GetParam()), other = otherEngine();
    constexpr std::size_t kCount = 6;
    const std::vector<ImageInput> images = makeImages(5, 8);
    std::vector<Recorded> records(kCount);
    std::vector<Conversation> conversations;
    for (std::size_t i = 0; i < kCount; ++i) {
        records[i].name = "request " + std::to_string(i);
        records[i].turn = {"Question " + std::to_string(i % 3) + "?", images, i % 2 == 0};
        records[i].turn.images.resize(8 - i);
        records[i].options = sampled(10 + static_cast<int>(i), i);
        conversations.emplace_back(engine, Recorder::kSystem);
    }
    const auto run = [&](std::vector<Conversation>& in, bool repeat,
                         const std::function<void(std::size_t, Answer)>& end) {
        std::size_t next = 0;
        return [&, repeat, end, next]() mutable -> std::optional<Request> {
            if (next == kCount) return std::nullopt;
            const std::size_t i = next++;
            Request request;
            request.conversation = &in[i];
            request.turn = records[i].turn;
            request.options = records[i].options;
            if (repeat) request.repeat = runOf(records[i].answer);
            request.onDone = [end, i](Answer answer) { end(i, std::move(answer)); };
            request.onFailed = [](const std::exception_ptr&) { ADD_FAILURE(); };
            return request;
        };
    };
    answerSideBySide(engine, run(conversations, false,
                                 [&](std::size_t i, Answer answer) { records[i].answer = std::move(answer); }));
    std::vector<Conversation> again;
    for (std::size_t i = 0; i < kCount; ++i)
        again.emplace_back(other, Recorder::kSystem);
    answerSideBySide(other, run(again, true, [&](std::size_t i, const Answer& answer) {
                         expectSame(answer, records[i].answer, records[i].name);
                     }));
}

INSTANTIATE_TEST_SUITE_P(
    OnTheCpu, Repeats,
    testing::Values(Kind{DataType::float32, Quantization::none, 1}, Kind{DataType::float32, Quantization::none, 2},
                    Kind{DataType::bfloat16, Quantization::none, 1}, Kind{DataType::bfloat16, Quantization::none, 2},
                    Kind{DataType::bfloat16, Quantization::int8, 2}, Kind{DataType::float32, Quantization::int4, 1}));

TEST(Repeat, AnAnswerBeyondTheContextLength) {
    Engine engine = makeEngine({}, "dynamic_ntk"), other = makeEngine({.threads = 2}, "dynamic_ntk");
    Recorder recorder(engine);
    Conversation conversation(engine, Recorder::kSystem);
    std::vector<PastTurn> history;
    for (const char* text : {"One?", "Two?", "Three?"})
        history.push_back(
            pastOf(recorder.ask(conversation, text, history, {text, makeImages(3, 1), false}, greedy(40))));
    ASSERT_GT(recorder.records.back().answer.promptTokens, engine.info().contextLength);
    Conversation again(other, Recorder::kSystem);
    for (const Recorded& one : recorder.records)
        expectSame(again.repeat(one.turn, one.options, runOf(one.answer)), one.answer, one.name);
}

TEST(Repeat, SharesNothingWithOtherConversations) {
    Engine engine = makeEngine({});
    const Turn turn{"What?", makeImages(1, 3), false};
    const Answer answer = Conversation(engine).ask(turn, greedy(8));
    const Answer again = Conversation(engine).repeat(turn, greedy(8), runOf(answer));
    EXPECT_EQ(again.encodedImages, 3);
    EXPECT_EQ(again.prefilledTokens, again.promptTokens);
    expectSame(again, answer, "with a cache that could serve");

    Engine fresh = makeEngine({});
    Conversation(fresh).repeat(turn, greedy(8), runOf(answer));
    EXPECT_EQ(Conversation(fresh).ask(turn, greedy(1)).encodedImages, 3) << "a repetition has left features";
}

TEST(Repeat, ReportsAPromptThatTheTextsDoNotMake) {
    Engine engine = makeEngine({});
    const Turn turn{"What is it?", makeImages(1, 1), false};
    const Answer answer = Conversation(engine).ask(turn, greedy(8));
    Turn changed = turn;
    changed.text = "What is this?";
    const Answer again = Conversation(engine).repeat(changed, greedy(8), runOf(answer));
    ASSERT_TRUE(again.promptDiffersAt);
    EXPECT_GT(*again.promptDiffersAt, engine.info().tokensPerImage);
    EXPECT_EQ(idsOf(again), idsOf(answer)) << "the stored prompt is used";

    const Turn second{"Sure?", {}, false};
    const Answer next = Conversation(engine, {}, {{turn, "Yes."}}).ask(second, greedy(8));
    EXPECT_FALSE(Conversation(engine, {}, {{turn, "No, no."}}).repeat(second, greedy(8), runOf(next)).promptDiffersAt)
        << "an earlier turn";
    EXPECT_TRUE(
        Conversation(engine, "Another.", {{turn, "Yes."}}).repeat(second, greedy(8), runOf(next)).promptDiffersAt)
        << "the system text";

    changed.images = makeImages(1, 2);
    EXPECT_EQ(codeThrownBy([&] { Conversation(engine).repeat(changed, greedy(8), runOf(answer)); }),
              "run.other_prompt");
    RunToRepeat run = runOf(answer);
    run.facts.passes.back().last = run.facts.passes.back().end += 1;
    EXPECT_EQ(codeThrownBy([&] { Conversation(engine).repeat(turn, greedy(8), run); }), "run.other_prompt");
}

TEST(RunFacts, RoundTripThroughJson) {
    RunFacts facts{"CPU \"x\"", "AVX2", "libtorch", 3, 16, 4096, {}};
    facts.passes = {{0, 512, 700, false, {{17, {4, 16, 3}}, {273, {4, 16, 4}}}}, {512, 520, 520, true, {}}};
    EXPECT_EQ(runFactsFromJson(toJson(facts)), facts);
    EXPECT_EQ(toJson(RunFacts()), "");
}

TEST(RunFacts, RejectDamage) {
    const auto codeOf = [](const std::string& passes) {
        const std::string json = R"({"processor":"","kernels":"","libraries":"","threads":1,"images_per_batch":1,)"
                                 R"("tokens_per_pass":512,"passes":)" +
                                 passes + "}";
        return codeThrownBy([&] { runFactsFromJson(json); });
    };
    EXPECT_EQ(codeOf(R"([{"tokens":[0,5]}])"), "");
    for (const char* damaged :
         {"7", R"([{"tokens":[0,5]},{"tokens":[6,7]}])", R"([{"tokens":[1,5]}])", R"([{"tokens":[0,0]}])",
          R"([{"tokens":[0,5],"end":4}])", R"([{"tokens":[0,5],"end":99999999}])", R"([{"tokens":["0",5]}])",
          R"([{"tokens":[0,5],"images":[[0,1,4,4]]}])", R"([{"tokens":[0,5],"images":[[0,1,9999,4]]}])",
          R"([{"tokens":[0,5],"decoded":true,"end":6}])", R"([{}])"})
        EXPECT_EQ(codeOf(damaged), "run.damaged") << damaged;
    EXPECT_EQ(codeThrownBy([] { runFactsFromJson("{"); }), "run.damaged");
    EXPECT_EQ(codeThrownBy([] { runFactsFromJson("{}"); }), "run.damaged");
}

}  // namespace
}  // namespace fleming::inference
