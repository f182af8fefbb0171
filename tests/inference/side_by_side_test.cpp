// Many inquiries side by side: each must get the answer that it gets alone, whatever runs beside it.

#include "inference/side_by_side.h"

#include "base/error.h"
#include "inference/engine.h"
#include "tests/inference/reference.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace fleming::inference {
namespace {

using reference::idsOf;
using Ids = std::vector<std::int32_t>;

Engine makeEngine() {
    EngineOptions options;
    options.device = "cpu";
    options.dtype = DataType::float32;
    options.threads = 1;
    return Engine(std::filesystem::path(FLEMING_FIXTURES) / "models" / "layer_norm", options);
}

ImageInput picture(std::mt19937& random) {
    ImageInput input{{static_cast<int>(5 + random() % 40), static_cast<int>(5 + random() % 40), {}}, Fit::stretch};
    for (int i = 0; i < input.image.width * input.image.height * 3; ++i)
        input.image.rgb.push_back(static_cast<std::uint8_t>(random()));
    return input;
}

/// Some share their pictures or their first words, some go on with a second turn, some draw their tokens.
std::vector<Inquiry> randomInquiries(std::size_t count) {
    std::mt19937 random(std::random_device{}());
    const std::vector<ImageInput> pool{picture(random), picture(random), picture(random)};
    std::vector<Inquiry> inquiries;
    for (std::size_t i = 0; i < count; ++i) {
        Inquiry inquiry;
        inquiry.systemText = random() % 4 == 0 ? "Another system text." : "Short.";
        for (unsigned turn = 0; turn <= random() % 2; ++turn) {
            Turn one{"Question " + std::to_string(random() % 3) + "?", {}, random() % 2 == 0};
            for (unsigned k = 0; k < random() % 4; ++k)
                one.images.push_back(pool[random() % 2 + (k == 0 ? 0 : 1)]);
            inquiry.turns.push_back(one);
        }
        inquiry.options.maxNewTokens = static_cast<int>(random() % 30);
        if (random() % 3 == 0) inquiry.options.temperature = 1.2;
        inquiry.options.seed = random();
        inquiries.push_back(inquiry);
    }
    return inquiries;
}

NextInquiry oneAfterTheOther(const std::vector<Inquiry>& inquiries) {
    return [&inquiries, next = std::size_t{0}]() mutable -> std::optional<Inquiry> {
        if (next == inquiries.size()) return std::nullopt;
        return inquiries[next++];
    };
}

struct Outcome {
    Ids ids;
    std::string failure;
    int prefilled = 0;
};

std::map<std::size_t, Outcome> sideBySide(Engine& engine, const std::vector<Inquiry>& inquiries, int atOnce) {
    std::map<std::size_t, Outcome> outcomes;
    answerSideBySide(engine, atOnce, oneAfterTheOther(inquiries),
                     [&](std::size_t index, const Answer& answer, std::exception_ptr failure) {
                         Outcome outcome{idsOf(answer), {}, answer.prefilledTokens};
                         try {
                             if (failure) std::rethrow_exception(failure);
                         } catch (const Error& error) {
                             outcome.failure = error.what();
                         }
                         EXPECT_TRUE(outcomes.emplace(index, outcome).second) << index;
                     });
    return outcomes;
}

Ids alone(const Inquiry& inquiry) {
    Engine engine = makeEngine();
    Conversation conversation(engine, inquiry.systemText);
    Answer answer;
    for (const Turn& turn : inquiry.turns)
        answer = conversation.ask(turn, inquiry.options);
    return idsOf(answer);
}

}  // namespace

TEST(SideBySide, EachGetsTheAnswerThatItGetsAlone) {
    const std::vector<Inquiry> inquiries = randomInquiries(25);
    std::vector<Ids> expected;
    for (const Inquiry& inquiry : inquiries)
        expected.push_back(alone(inquiry));
    for (const int atOnce : {1, 3, 8, 100}) {
        Engine engine = makeEngine();
        const auto outcomes = sideBySide(engine, inquiries, atOnce);
        ASSERT_EQ(outcomes.size(), inquiries.size());
        for (const auto& [index, outcome] : outcomes) {
            EXPECT_EQ(outcome.failure, "");
            EXPECT_EQ(outcome.ids, expected[index]) << index << " of " << atOnce;
        }
    }
}

TEST(SideBySide, WhatRunningOnesHaveReadIsNotReadAgain) {
    std::mt19937 random(std::random_device{}());
    const std::vector<ImageInput> pictures{picture(random), picture(random)};
    std::vector<Inquiry> inquiries;
    for (const char* text : {"What is it?", "Where is it?", "Is it there?"}) {
        inquiries.push_back({"Short.", {{text, pictures, true}}, {}});
        inquiries.back().options.maxNewTokens = 20;
    }
    Engine engine = makeEngine();
    const auto outcomes = sideBySide(engine, inquiries, 3);
    for (std::size_t i = 1; i < 3; ++i) {
        EXPECT_LT(outcomes.at(i).prefilled, outcomes.at(0).prefilled - 2 * engine.info().tokensPerImage);
        EXPECT_EQ(outcomes.at(i).ids, alone(inquiries[i]));
    }
}

TEST(SideBySide, OneThatFailsLeavesTheOthersAlone) {
    std::vector<Inquiry> inquiries = randomInquiries(6);
    inquiries[0].options.maxNewTokens = -1;
    inquiries[3].turns.back().images.push_back({{100, 100, {1, 2, 3}}, Fit::stretch});
    for (const int atOnce : {1, 4}) {
        Engine engine = makeEngine();
        const auto outcomes = sideBySide(engine, inquiries, atOnce);
        ASSERT_EQ(outcomes.size(), 6U);
        for (const auto& [index, outcome] : outcomes) {
            EXPECT_EQ(outcome.failure.empty(), index != 0 && index != 3);
            if (!outcome.failure.empty()) continue;
            EXPECT_EQ(outcome.ids, alone(inquiries[index])) << index;
        }
    }
}

TEST(SideBySide, AStopEndsAllAndTheEngineGoesOn) {
    const std::vector<Inquiry> inquiries = randomInquiries(12);
    Engine engine = makeEngine();
    std::stop_source stop;
    int seen = 0;
    const auto done = [&](std::size_t, const Answer&, const std::exception_ptr&) {
        if (++seen == 3) stop.request_stop();
    };
    EXPECT_THROW(answerSideBySide(engine, 2, oneAfterTheOther(inquiries), done, stop.get_token()), Cancelled);
    EXPECT_LT(seen, 12);
    EXPECT_EQ(sideBySide(engine, {inquiries[0]}, 2).at(0).ids, alone(inquiries[0]));
}

TEST(SideBySide, WhatTheCallerThrowsComesThrough) {
    Engine engine = makeEngine();
    const std::vector<Inquiry> inquiries = randomInquiries(3);
    const auto refuse = [](std::size_t, const Answer&, const std::exception_ptr&) {
        throw std::runtime_error("The disk is full.");
    };
    EXPECT_THROW(answerSideBySide(engine, 2, oneAfterTheOther(inquiries), refuse), std::runtime_error);
    EXPECT_TRUE(sideBySide(engine, {}, 2).empty());
}

}  // namespace fleming::inference
