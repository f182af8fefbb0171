// Tests of the backend for local checkpoints with the random checkpoint of the build.
#include "app/models/model_backends.h"
#include "app/models/model_checksum.h"
#include "app/session/session.h"
#include "app/workspace.h"
#include "base/error.h"
#include "tests/app/test_files.h"

#include <QTest>

#include <future>
#include <gtest/gtest.h>
#include <memory>
#include <thread>

namespace fleming::app {
namespace {

using inference::Answer;
using inference::Token;

const std::filesystem::path kModel = std::filesystem::path(FLEMING_BUILD_DIR) / "random_model";
constexpr std::chrono::seconds kLong{120};

/// The outcome of a request.
struct Outcome {
    std::promise<void> promise;
    std::optional<Answer> answer;
    std::string failure;  // the code of an Error
    std::vector<Token> tokens;
    std::promise<void> firstToken;

    bool wait() { return promise.get_future().wait_for(kLong) == std::future_status::ready; }
};

AnswerCallbacks callbacksOf(const std::shared_ptr<Outcome>& outcome) {
    AnswerCallbacks callbacks;
    callbacks.onToken = [outcome](const Token& token) {
        outcome->tokens.push_back(token);
        if (outcome->tokens.size() == 1) outcome->firstToken.set_value();
    };
    callbacks.onDone = [outcome](const Answer& answer) {
        outcome->answer = answer;
        outcome->promise.set_value();
    };
    callbacks.onFailed = [outcome](const std::exception_ptr& failure) {
        try {
            std::rethrow_exception(failure);
        } catch (const Error& error) {
            outcome->failure = error.code();
        }
        outcome->promise.set_value();
    };
    return callbacks;
}

inference::EngineOptions onTheCpu() {
    inference::EngineOptions options;
    options.device = "cpu";
    options.dtype = inference::DataType::float32;
    options.threads = 1;
    return options;
}

Question question(const std::string& text, int frames, int maxNewTokens) {
    Question asked;
    asked.text = text;
    for (int i = 0; i < frames; ++i)
        asked.evidence.push_back(testFrame(i, 64, 48));
    asked.options.maxNewTokens = maxNewTokens;
    return asked;
}

std::shared_ptr<Model> load() {
    return loadModel(modelBackends(), LocalCheckpoint{kModel, onTheCpu()}, {},
                     [](double fraction) { EXPECT_TRUE(fraction >= 0.0 && fraction <= 1.0); });
}

std::shared_ptr<Outcome> ask(ModelChat& chat, Question asked, RequestId id = 1) {
    auto outcome = std::make_shared<Outcome>();
    chat.ask(id, std::move(asked), callbacksOf(outcome));
    return outcome;
}

TEST(LocalModel, LoadsAndStreamsTheSameTokensAsTheAnswerHas) {
    const std::shared_ptr<Model> model = load();
    const ModelIdentity& identity = model->identity();
    EXPECT_EQ(identity.info.path, kModel);
    EXPECT_EQ(identity.sha256, checkpointChecksum(kModel));
    EXPECT_EQ(identity.sha256, modelChecksum(modelBackends(), LocalCheckpoint{kModel}));
    EXPECT_EQ(identity.sha256.size(), 64U);
    EXPECT_FALSE(identity.capabilities.pixelsLeaveThisMachine);
    EXPECT_EQ(inspectModel(modelBackends(), LocalCheckpoint{kModel, onTheCpu()}).info.name, identity.info.name);

    auto chat = model->openChat({});
    const auto answered = ask(*chat, question("What is in Image-1?", 2, 12));
    ASSERT_TRUE(answered->wait());
    ASSERT_TRUE(answered->answer) << answered->failure;
    const Answer& answer = *answered->answer;
    EXPECT_LE(answer.tokens.size(), 12U);
    ASSERT_EQ(answered->tokens.size(), answer.tokens.size());
    EXPECT_EQ(answer.imageTokens, 2 * identity.info.tokensPerImage);

    // A follow-up prefills only new tokens. So does a resumed conversation, since closing a chat leaves its prefix in
    // the cache.
    const auto followed = ask(*chat, question("And in Image-2?", 0, 12));
    ASSERT_TRUE(followed->wait());
    ASSERT_TRUE(followed->answer) << followed->failure;
    EXPECT_LT(followed->answer->prefilledTokens, followed->answer->promptTokens);
    const inference::PastTurn past{toTurn(question("What is in Image-1?", 2, 12)), answer.text};
    chat.reset();
    const auto resumed = model->openChat({}, {past});
    const auto again = ask(*resumed, question("And in Image-2?", 0, 12));
    ASSERT_TRUE(again->wait());
    ASSERT_TRUE(again->answer) << again->failure;
    EXPECT_LT(again->answer->prefilledTokens, again->answer->promptTokens);
    EXPECT_EQ(again->answer->encodedImages, 0);
}

TEST(LocalModel, CountsTheTokensOfTexts) {
    const std::shared_ptr<Model> model = load();
    const TokenCounter count = [&](std::string_view text) { return model->countTokens(text).value_or(-1); };
    EXPECT_EQ(count(""), 0);
    EXPECT_GT(count("Is there a nodule in the left lung?"), count("Is there a nodule?"));
    const Question asked = question("Is there a nodule?", 2, 5);
    NextQuestion next{asked.text, 2, asked.reasoningPrompt, asked.systemText, 5};
    const auto chat = model->openChat({});
    const auto first = ask(*chat, asked);
    ASSERT_TRUE(first->wait());
    ASSERT_TRUE(first->answer) << first->failure;
    constexpr int kJoined = 4;  // tokens that an estimate may be off
    const inference::ModelInfo& info = model->identity().info;
    EXPECT_NEAR(estimateContext(info, {}, next, count).total(), first->answer->promptTokens, kJoined);
    const auto second = ask(*chat, question("Where?", 1, 5), 2);
    ASSERT_TRUE(second->wait());
    ASSERT_TRUE(second->answer) << second->failure;
    Exchange exchange;
    exchange.answer = *first->answer;
    next = {"Where?", 1, true, "", 5};
    EXPECT_NEAR(estimateContext(info, {&exchange}, next, count).total(), second->answer->promptTokens, kJoined);
    model->unload();
    EXPECT_FALSE(model->countTokens("Is there a nodule?"));
}

TEST(LocalModel, ContinuesAConversationOfASessionWithTheSamePrompt) {
    const TestFolder folder;
    const auto openSession = [&](Workspace& workspace, const char* name) {
        workspace.chat().setGenerationOptions(
            {40, 20.0, 0, 1.0, 7});  // sampled tokens; encoding their text gives other tokens
        workspace.model().load(LocalCheckpoint{kModel, onTheCpu()});
        ASSERT_TRUE(QTest::qWaitFor([&] { return !workspace.model().isLoading(); }, 120'000));
        workspace.session().open(QString::fromStdString((folder / name).string()));
        ASSERT_TRUE(QTest::qWaitFor([&] { return !workspace.session().file().isEmpty(); }, 20'000));
    };
    const auto askAndWait = [](Workspace& workspace, const char* text) {
        ASSERT_TRUE(workspace.chat().ask(QLatin1String(text)));
        ASSERT_TRUE(QTest::qWaitFor([&] { return !workspace.chat().isAnswering(); }, 120'000));
    };
    std::vector<std::int32_t> running;
    {
        Workspace workspace;
        openSession(workspace, "a.fleming");
        askAndWait(workspace, "What is it?");
        std::filesystem::create_directory(folder / "copy");
        std::filesystem::copy_file(folder / "a.fleming", folder / "copy/a.fleming");
        std::filesystem::copy_file(folder / "a.fleming-wal", folder / "copy/a.fleming-wal");
        askAndWait(workspace, "Are you sure?");
        ASSERT_EQ(workspace.session().exchanges().size(), 2U);
        running = workspace.session().exchanges()[1].answer.promptIds;
    }
    ASSERT_FALSE(running.empty());
    Workspace again;
    openSession(again, "copy/a.fleming");
    ASSERT_EQ(again.session().exchanges().size(), 1U);
    askAndWait(again, "Are you sure?");
    EXPECT_EQ(again.session().exchanges().at(1).answer.promptIds, running);
    EXPECT_EQ(Session(folder / "copy/a.fleming").exchanges().at(1).answer.promptIds, running);  // the stored prompt
}

TEST(LocalModel, GivesTheSameAnswerAfterPreparing) {
    const std::shared_ptr<Model> plain = load(), ahead = load();
    const auto plainChat = plain->openChat({}), chat = ahead->openChat({}), unused = ahead->openChat({});
    unused->prepare(question("", 2, 1));
    chat->prepare(question("", 3, 1));  // other evidence: cancels the earlier preparation
    for (const char* text : {"What is in Image-1?", "And in Image-4?"}) {
        const int frames = text[0] == 'W' ? 3 : 1;
        chat->prepare(question("", frames, 1));
        const auto one = ask(*plainChat, question(text, frames, 12)), other = ask(*chat, question(text, frames, 12));
        ASSERT_TRUE(one->wait());
        ASSERT_TRUE(other->wait());
        ASSERT_TRUE(one->answer && other->answer) << one->failure << other->failure;
        EXPECT_EQ(one->answer->text, other->answer->text);
        EXPECT_EQ(one->answer->promptTokens, other->answer->promptTokens);
    }
    chat->prepare(question("", 2, 1));  // ends with the chat
}

TEST(LocalModel, GivesConcurrentChatsTheAnswersOfEachAlone) {
    const std::shared_ptr<Model> model = load();
    std::vector<std::unique_ptr<ModelChat>> chats;
    std::vector<std::shared_ptr<Outcome>> outcomes;
    for (int i = 0; i < 4; ++i) {
        chats.push_back(model->openChat({}));
        outcomes.push_back(ask(*chats.back(), question("Question " + std::to_string(i) + "?", i, 30)));
        outcomes.push_back(ask(*chats.back(), question("And?", 0, 5), 2));  // waits for the previous answer
    }
    for (const auto& outcome : outcomes)
        ASSERT_TRUE(outcome->wait());
    for (int i = 0; i < 4; ++i) {
        const std::shared_ptr<Model> other = load();
        const auto chat = other->openChat({});
        const auto first = ask(*chat, question("Question " + std::to_string(i) + "?", i, 30));
        const auto second = ask(*chat, question("And?", 0, 5), 2);
        ASSERT_TRUE(first->wait() && second->wait());
        const std::size_t at = 2 * static_cast<std::size_t>(i);
        ASSERT_TRUE(outcomes[at]->answer && outcomes[at + 1]->answer && first->answer && second->answer);
        EXPECT_EQ(outcomes[at]->answer->text, first->answer->text);
        EXPECT_EQ(outcomes[at + 1]->answer->text, second->answer->text);
        EXPECT_EQ(outcomes[at + 1]->answer->promptIds, second->answer->promptIds);
    }
}

TEST(LocalModel, RefusesAFolderThatIsNoCheckpoint) {
    const TestFolder folder;
    EXPECT_THROW(inspectModel(modelBackends(), LocalCheckpoint{folder / "."}), Error);
    EXPECT_THROW(loadModel(modelBackends(), LocalCheckpoint{folder / "."}), Error);
}

TEST(LocalModel, CancelsOneRequestAndLeavesTheOthersAlone) {
    const std::shared_ptr<Model> model = load();
    const auto chat = model->openChat({}), other = model->openChat({});
    const auto running = ask(*chat, question("A long story?", 1, 100'000));
    const auto waiting = ask(*chat, question("Another one?", 1, 2), 2);
    const auto beside = ask(*other, question("And beside it?", 0, 3));
    ASSERT_EQ(running->firstToken.get_future().wait_for(kLong), std::future_status::ready);
    chat->cancel(7);  // no such request
    chat->cancel(1);
    for (const auto& outcome : {running, waiting, beside})
        ASSERT_TRUE(outcome->wait());
    ASSERT_TRUE(running->answer) << running->failure;
    if (running->answer->finish != inference::Finish::stop) {  // a random model may end the answer earlier
        EXPECT_EQ(running->answer->finish, inference::Finish::cancelled);
    }
    for (const auto& outcome : {waiting, beside}) {
        ASSERT_TRUE(outcome->answer) << outcome->failure;
        EXPECT_NE(outcome->answer->finish, inference::Finish::cancelled);
    }
    // A cancelled request stays in the conversation.
    EXPECT_GT(waiting->answer->promptTokens, running->answer->promptTokens + waiting->answer->imageTokens);
}

TEST(LocalModel, CancelsTheLoading) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(loadModel(modelBackends(), LocalCheckpoint{kModel, onTheCpu()}, stop.get_token()), Cancelled);
}

TEST(LocalModel, CancelsTheRequestsOfAClosedChat) {
    const std::shared_ptr<Model> model = load();
    auto chat = model->openChat({});
    const auto running = ask(*chat, question("Cut off?", 1, 100'000));
    const auto waiting = ask(*chat, question("Never begun?", 1, 100'000), 2);
    ASSERT_EQ(running->firstToken.get_future().wait_for(kLong), std::future_status::ready);
    chat.reset();
    EXPECT_TRUE(running->answer) << running->failure;
    ASSERT_TRUE(waiting->answer) << waiting->failure;
    EXPECT_EQ(waiting->answer->finish, inference::Finish::cancelled);
    const auto next = model->openChat({});
    const auto answered = ask(*next, question("And now?", 0, 2));
    ASSERT_TRUE(answered->wait());
    EXPECT_TRUE(answered->answer) << answered->failure;
}

TEST(LocalModel, UnloadsWhileItAnswersAndRefusesLaterRequests) {
    std::shared_ptr<Model> model = load();
    const auto chat = model->openChat({});
    const auto running = ask(*chat, question("Cut off?", 1, 100'000));
    ASSERT_EQ(running->firstToken.get_future().wait_for(kLong), std::future_status::ready);
    model->unload();
    EXPECT_TRUE(running->answer) << running->failure;
    model.reset();  // a chat may outlive its model
    const auto late = ask(*chat, question("Anybody?", 0, 2), 2);
    ASSERT_TRUE(late->wait());
    EXPECT_EQ(late->failure, "model.unloaded");
}

}  // namespace
}  // namespace fleming::app
