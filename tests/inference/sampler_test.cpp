#include "inference/tokens/sampler.h"

#include "tests/base/thrown_error.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <map>
#include <numeric>
#include <set>

namespace fleming::inference {
namespace {

GenerationOptions options(double temperature, int topK = 0, double topP = 1.0, std::uint64_t seed = 1) {
    GenerationOptions made;
    made.temperature = temperature;
    made.topK = topK;
    made.topP = topP;
    made.seed = seed;
    return made;
}

std::vector<std::int32_t> draws(const GenerationOptions& wanted, const std::vector<float>& logits, int count) {
    Sampler sampler(wanted);
    std::vector<std::int32_t> ids;
    for (int i = 0; i < count; ++i)
        ids.push_back(sampler.choose(logits).id);
    return ids;
}

const std::vector<float> kLogits{0.5F, 2.0F, -1.0F, 1.5F, 2.0F, 0.0F};

/// Returns softmax(logits / temperature).
std::vector<double> softmax(const std::vector<float>& logits, double temperature) {
    std::vector<double> result;
    for (const float logit : logits)
        result.push_back(std::exp(static_cast<double>(logit) / temperature));
    const double sum = std::accumulate(result.begin(), result.end(), 0.0);
    for (double& probability : result)
        probability /= sum;
    return result;
}

TEST(Sampler, TakesTheFirstArgmaxIfGreedy) {
    EXPECT_EQ(draws(options(0.0), kLogits, 2), (std::vector<std::int32_t>{1, 1}));
}

TEST(Sampler, ReportsTheLogProbabilityBeforeTopKAndTopP) {
    const auto expected = softmax(kLogits, 1.0);
    Sampler sampler(options(1.7, 3, 0.9));
    for (int i = 0; i < 50; ++i) {
        const Choice choice = sampler.choose(kLogits);
        EXPECT_NEAR(choice.logProbability, std::log(expected[static_cast<std::size_t>(choice.id)]), 1e-6);
    }
}

TEST(Sampler, RepeatsTheTokensOfASeed) {
    EXPECT_EQ(draws(options(1.0, 0, 1.0, 7), kLogits, 100), draws(options(1.0, 0, 1.0, 7), kLogits, 100));
    EXPECT_NE(draws(options(1.0, 0, 1.0, 7), kLogits, 100), draws(options(1.0, 0, 1.0, 8), kLogits, 100));
}

TEST(Sampler, FollowsTheTemperature) {
    constexpr int kDraws = 40000;
    for (const double temperature : {0.6, 1.0, 2.5}) {
        const auto expected = softmax(kLogits, temperature);
        std::map<std::int32_t, int> counts;
        for (const std::int32_t id : draws(options(temperature), kLogits, kDraws))
            ++counts[id];
        for (std::size_t i = 0; i < kLogits.size(); ++i) {
            const double deviation = std::sqrt(expected[i] * (1.0 - expected[i]) / kDraws);
            const double seen = static_cast<double>(counts[static_cast<std::int32_t>(i)]) / kDraws;
            EXPECT_NEAR(seen, expected[i], 5.0 * deviation) << "token " << i << " at " << temperature;
        }
    }
}

TEST(Sampler, KeepsTheMostProbableTokensByTopK) {
    const auto ids = draws(options(3.0, 3), kLogits, 2000);
    EXPECT_EQ(std::set<std::int32_t>(ids.begin(), ids.end()), (std::set<std::int32_t>{1, 3, 4}));
    EXPECT_EQ(draws(options(5.0, 1), kLogits, 3), (std::vector<std::int32_t>{1, 1, 1}));
}

TEST(Sampler, KeepsTheSmallestSetByTopP) {
    // Sorted probabilities at temperature 1: 0.33, 0.33, 0.20, ...: a top-p of 0.5 takes two, of 0.7 three.
    const auto two = draws(options(1.0, 0, 0.5), kLogits, 2000);
    EXPECT_EQ(std::set<std::int32_t>(two.begin(), two.end()), (std::set<std::int32_t>{1, 4}));
    const auto three = draws(options(1.0, 0, 0.7), kLogits, 2000);
    EXPECT_EQ(std::set<std::int32_t>(three.begin(), three.end()), (std::set<std::int32_t>{1, 3, 4}));
    EXPECT_EQ(draws(options(1.0, 0, 1e-9), kLogits, 3), (std::vector<std::int32_t>{1, 1, 1}));
}

TEST(Sampler, AppliesTopPAfterTopK) {
    // The three most probable tokens have 0.38, 0.38 and 0.23 of their sum: a top-p of 0.7 takes two of them.
    const auto ids = draws(options(1.0, 3, 0.7), kLogits, 2000);
    EXPECT_EQ(std::set<std::int32_t>(ids.begin(), ids.end()), (std::set<std::int32_t>{1, 4}));
}

TEST(Sampler, IsGreedyAndFiniteAtATinyTemperature) {
    EXPECT_EQ(draws(options(1e-6), {1.0F, 1.5F, 1.2F}, 5), (std::vector<std::int32_t>{1, 1, 1, 1, 1}));
}

TEST(Sampler, NeverDrawsTokensOfProbabilityZero) {
    const float none = -std::numeric_limits<float>::infinity();
    for (const std::int32_t id : draws(options(1.0), {none, 0.0F, none, 0.1F, none}, 500))
        EXPECT_EQ(id % 2, 1);
}

TEST(Sampler, RefusesInvalidLogits) {
    const float infinity = std::numeric_limits<float>::infinity();
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const std::vector<std::vector<float>> invalid{
        {1.0F, nan}, {nan, nan}, {-infinity, -infinity}, {infinity, 0.0F}, {}};
    for (const auto& logits : invalid)
        EXPECT_EQ(test::thrownError([&] { draws(options(0.0), logits, 1); }), Error("sampling.invalid_logits"));
}

TEST(Sampler, RefusesOptionsOutOfRange) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto refusal = [](const GenerationOptions& bad) { return test::thrownError([&] { Sampler sampler(bad); }); };
    for (const double temperature : {-0.1, nan})
        EXPECT_EQ(refusal(options(temperature)), Error("sampling.bad_temperature"));
    EXPECT_EQ(refusal(options(1.0, -1)), Error("sampling.bad_top_k"));
    for (const double topP : {0.0, 1.1, nan})
        EXPECT_EQ(refusal(options(1.0, 0, topP)), Error("sampling.bad_top_p"));
    GenerationOptions negative;
    negative.maxNewTokens = -1;
    EXPECT_EQ(refusal(negative), Error("sampling.bad_token_limit"));
}

}  // namespace
}  // namespace fleming::inference
