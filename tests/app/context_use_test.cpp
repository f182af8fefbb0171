#include "app/chat/context_use.h"

#include "tests/app/workspace_testing.h"

#include <array>

namespace fleming::app {
namespace {

int characters(std::string_view text) {
    return static_cast<int>(text.size());
}

inference::ModelInfo smallModel() {
    inference::ModelInfo model;
    model.contextLength = 1000;
    model.tokensPerImage = 100;
    return model;
}

Exchange answered(int promptTokens, std::size_t tokens) {
    Exchange exchange;
    exchange.question = "0123456789";
    exchange.reasoningPrompt = false;
    exchange.answer.promptTokens = promptTokens;
    exchange.answer.tokens.resize(tokens);
    return exchange;
}

NextQuestion next(const std::string& text, int images = 0, int maxNewTokens = 50) {
    return {text, images, false, "system", maxNewTokens};
}

TEST(ContextUse, TakesTheConversationFromItsLastAnswer) {
    const Exchange first = answered(300, 20), second = answered(400, 30);
    const ContextUse use = estimateContext(smallModel(), {&first, &second}, next("12345", 2), characters);
    EXPECT_EQ(use.window, 1000);
    EXPECT_EQ(use.conversation, 400 + 30 + 2);
    EXPECT_EQ(use.question, 5 + 19);
    EXPECT_EQ(use.images, 2 * 103);
    EXPECT_EQ(use.answer, 50);
    EXPECT_EQ(use.total(), use.conversation + use.question + use.images);
}

TEST(ContextUse, EstimatesWhatHasNoFinishedAnswer) {
    const Exchange first = answered(300, 20);
    Exchange interrupted = answered(0, 7);
    interrupted.evidence.resize(1);
    const ContextUse after = estimateContext(smallModel(), {&first, &interrupted}, next("x"), characters);
    EXPECT_EQ(after.conversation, 300 + 20 + 2 + 10 + 19 + 103 + 7 + 2);
    interrupted.systemText = "1234";
    const ContextUse alone = estimateContext(smallModel(), {&interrupted}, next("x"), characters);
    EXPECT_EQ(alone.conversation, 10 + 4 + 10 + 19 + 103 + 7 + 2);
    const ContextUse fresh = estimateContext(smallModel(), {}, next("x"), characters);
    EXPECT_EQ(fresh.conversation, 0);
    EXPECT_EQ(fresh.question, 1 + 19 + 10 + 6);
}

TEST(ContextUse, TellsWhetherTheNextQuestionFits) {
    using Fit = ContextUse::Fit;
    const Exchange long_ = answered(900, 18);  // 920 with its end
    const auto fit = [&](int images, int answer) {
        return estimateContext(smallModel(), {&long_}, next("12", images, answer), characters).fit();
    };
    EXPECT_EQ(fit(0, 59), Fit::fits);
    EXPECT_EQ(fit(0, 60), Fit::mayNotFit);
    EXPECT_EQ(fit(1, 1), Fit::doesNotFit);
}

TEST_F(AppWorkspace, KnowsHowMuchOfTheContextIsUsed) {
    EXPECT_FALSE(workspace->chat().contextUse("Is there a nodule?"));
    openScan();
    loadModel();
    const int fresh = workspace->chat().contextUse("Is there a nodule?")->question;
    EXPECT_GT(workspace->chat().contextUse("Is there a nodule, and where is it?")->question, fresh);
    add({4, 8});
    EXPECT_EQ(workspace->chat().contextUse({})->images, 2 * 259);
    askAndWait("First?");
    EXPECT_EQ(workspace->chat().contextUse({})->images, 0) << "the model has seen them";
    EXPECT_GT(workspace->chat().contextUse({})->conversation, 2 * 259);
    EXPECT_LT(workspace->chat().contextUse("Is there a nodule?")->question, fresh) << "without the system prompt";
}

}  // namespace
}  // namespace fleming::app
