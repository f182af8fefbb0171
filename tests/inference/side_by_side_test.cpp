// Requests of many conversations side by side: each gets the answer that it gets alone.

#include "inference/side_by_side.h"

#include "base/error.h"
#include "inference/engine.h"
#include "tests/inference/reference.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <functional>
#include <gtest/gtest.h>
#include <list>
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

/// Questions of one conversation.
struct Inquiry {
    std::string systemText;
    std::vector<Turn> turns;
    GenerationOptions options;
};

/// Makes inquiries: some share images or their first words, some have a second turn, some sample their tokens.
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

struct Outcome {
    Ids ids;
    std::string failure;
    int prefilled = 0;
    Finish finish = Finish::stop;
};

/// Asks inquiries, each in its own conversation, at most `atOnce` at a time.
class Asking {
public:
    Asking(Engine& engine, const std::vector<Inquiry>& inquiries, int atOnce)
        : engine_(engine), inquiries_(inquiries), atOnce_(atOnce) {}

    std::function<void(const Outcome&)> onEnd;
    std::stop_source stop;

    /// Returns what became of each inquiry; of an inquiry with several turns, of the last one.
    std::map<std::size_t, Outcome> run() {
        answerSideBySide(engine_, [this] { return next(); });
        EXPECT_EQ(running_, 0);
        return outcomes_;
    }

private:
    struct Open {
        std::size_t inquiry = 0;
        std::size_t turn = 0;
        Conversation conversation;
    };

    std::optional<Request> next() {
        if (!followUps_.empty()) {
            Open& open = *followUps_.front();
            followUps_.pop_front();
            return request(open);
        }
        if (running_ == atOnce_ || begun_ == inquiries_.size()) return std::nullopt;
        ++running_;
        open_.push_back({begun_, 0, Conversation(engine_, inquiries_[begun_].systemText)});
        ++begun_;
        return request(open_.back());
    }

    Request request(Open& open) {
        const Inquiry& inquiry = inquiries_[open.inquiry];
        Request request{&open.conversation, inquiry.turns[open.turn], inquiry.options, {}, {}, {}, {},
                        stop.get_token()};
        request.onDone = [this, &open](const Answer& answer) {
            if (++open.turn < inquiries_[open.inquiry].turns.size() && answer.finish != Finish::cancelled) {
                followUps_.push_back(&open);
            } else {
                end(open, {idsOf(answer), {}, answer.prefilledTokens, answer.finish});
            }
        };
        request.onFailed = [this, &open](const std::exception_ptr& failure) {
            try {
                std::rethrow_exception(failure);
            } catch (const Error& error) {
                end(open, {{}, error.what()});
            }
        };
        return request;
    }

    void end(const Open& open, const Outcome& outcome) {
        --running_;
        EXPECT_TRUE(outcomes_.emplace(open.inquiry, outcome).second) << open.inquiry;
        if (onEnd) onEnd(outcome);
    }

    Engine& engine_;
    const std::vector<Inquiry>& inquiries_;
    int atOnce_;
    std::list<Open> open_;
    std::deque<Open*> followUps_;
    std::size_t begun_ = 0;
    int running_ = 0;
    std::map<std::size_t, Outcome> outcomes_;
};

std::map<std::size_t, Outcome> sideBySide(Engine& engine, const std::vector<Inquiry>& inquiries, int atOnce) {
    return Asking(engine, inquiries, atOnce).run();
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

TEST(SideBySide, GivesEachRequestTheAnswerThatItGetsAlone) {
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

TEST(SideBySide, ReusesThePrefixOfRunningRequests) {
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

TEST(SideBySide, ContinuesIfOneRequestFails) {
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

TEST(SideBySide, StopsAllRequestsAndKeepsTheEngineUsable) {
    std::vector<Inquiry> inquiries = randomInquiries(12);
    for (std::size_t i = 0; i < inquiries.size(); ++i)
        inquiries[i].options.maxNewTokens = i < 3 ? 2 : 1000;
    Engine engine = makeEngine();
    Asking asking(engine, inquiries, 2);
    int seen = 0;
    asking.onEnd = [&](const Outcome&) {
        if (++seen == 3) asking.stop.request_stop();
    };
    const auto outcomes = asking.run();
    ASSERT_EQ(outcomes.size(), 12U);
    EXPECT_GE(std::ranges::count_if(outcomes, [](const auto& one) { return one.second.finish == Finish::cancelled; }),
              8);  // all but the three and perhaps one that ends in the same step
    inquiries[0].options.maxNewTokens = 20;
    EXPECT_EQ(sideBySide(engine, {inquiries[0]}, 2).at(0).ids, alone(inquiries[0]));
}

TEST(SideBySide, StopsOneRequestWithoutTheOthers) {
    Engine engine = makeEngine();
    Conversation one(engine, "Short."), other(engine, "Short.");
    std::stop_source stop;
    std::optional<Answer> stopped, complete;
    std::vector<Request> requests{{&one, {"Question 1?", {}, false}, {}, {}, {}, {}, {}, stop.get_token()},
                                  {&other, {"Question 2?", {}, false}, {}, {}, {}, {}, {}, {}}};
    for (Request& request : requests)
        request.options = {.maxNewTokens = 40, .temperature = 1.2, .seed = 7};
    int tokens = 0;
    requests[0].onToken = [&](const Token&) {
        if (++tokens == 3) stop.request_stop();
    };
    requests[0].onDone = [&](const Answer& answer) { stopped = answer; };
    requests[1].onDone = [&](const Answer& answer) { complete = answer; };
    answerSideBySide(engine, [&, next = std::size_t{0}]() mutable {
        return next < requests.size() ? std::optional(requests[next++]) : std::nullopt;
    });
    ASSERT_TRUE(stopped && complete);
    EXPECT_EQ(stopped->tokens.size(), 3U);
    EXPECT_EQ(stopped->finish, Finish::cancelled);
    EXPECT_EQ(idsOf(*complete), alone({"Short.", {requests[1].turn}, requests[1].options}));
    // A cancelled turn keeps its place: the next question has it in its prompt.
    const Answer next = one.ask({"And?", {}, false}, {.maxNewTokens = 1});
    EXPECT_GT(next.promptTokens, stopped->promptTokens + 3);
}

TEST(SideBySide, RethrowsExceptionsOfTheCaller) {
    Engine engine = makeEngine();
    const std::vector<Inquiry> inquiries = randomInquiries(3);
    Asking asking(engine, inquiries, 2);
    asking.onEnd = [](const Outcome&) { throw std::runtime_error("The disk is full."); };
    EXPECT_THROW(asking.run(), std::runtime_error);
    EXPECT_TRUE(sideBySide(engine, {}, 2).empty());
}

}  // namespace fleming::inference
