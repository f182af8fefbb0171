// The local answerer with the random checkpoint that the build makes: its words mean nothing, its ways are the real
// ones.
#include "app/models/answerer.h"
#include "app/models/model_checksum.h"
#include "app/session/session.h"
#include "app/workspace.h"
#include "tests/app/test_files.h"

#include <QTest>

#include <future>
#include <gtest/gtest.h>
#include <thread>

namespace fleming::app {
namespace {

using inference::Answer;
using inference::Token;

const std::filesystem::path kModel = std::filesystem::path(FLEMING_BUILD_DIR) / "random_model";
constexpr std::chrono::seconds kLong{120};

/// What came of a call: its last callback, and what came before.
template <typename Value>
struct Outcome {
    std::promise<void> promise;
    std::optional<Value> value;
    std::string failure;
    int unloaded = 0;
    std::vector<Token> tokens;
    std::promise<void> firstToken;

    bool wait() { return promise.get_future().wait_for(kLong) == std::future_status::ready; }
};

LoadCallbacks callbacksOf(const std::shared_ptr<Outcome<ModelIdentity>>& outcome) {
    LoadCallbacks callbacks;
    callbacks.onProgress = [](double fraction) { EXPECT_TRUE(fraction >= 0.0 && fraction <= 1.0); };
    callbacks.onUnloaded = [outcome] { ++outcome->unloaded; };
    callbacks.onLoaded = [outcome](const ModelIdentity& model) {
        outcome->value = model;
        outcome->promise.set_value();
    };
    callbacks.onFailed = [outcome](const std::string& message) {
        outcome->failure = message;
        outcome->promise.set_value();
    };
    return callbacks;
}

AnswerCallbacks callbacksOf(const std::shared_ptr<Outcome<Answer>>& outcome) {
    AnswerCallbacks callbacks;
    callbacks.onToken = [outcome](const Token& token) {
        outcome->tokens.push_back(token);
        if (outcome->tokens.size() == 1) outcome->firstToken.set_value();
    };
    callbacks.onDone = [outcome](const Answer& answer) {
        outcome->value = answer;
        outcome->promise.set_value();
    };
    callbacks.onFailed = [outcome](const std::string& message) {
        outcome->failure = message;
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

std::shared_ptr<Outcome<ModelIdentity>> load(Answerer& answerer, const std::filesystem::path& folder = kModel) {
    auto outcome = std::make_shared<Outcome<ModelIdentity>>();
    answerer.load(folder, onTheCpu(), callbacksOf(outcome));
    return outcome;
}

std::shared_ptr<Outcome<Answer>> ask(Answerer& answerer, Question asked) {
    auto outcome = std::make_shared<Outcome<Answer>>();
    answerer.ask(std::move(asked), callbacksOf(outcome));
    return outcome;
}

TEST(LocalAnswerer, LoadsAndStreamsTheSameTokensAsTheAnswerHas) {
    const auto answerer = makeLocalAnswerer();
    const auto loaded = load(*answerer);
    const auto answered = ask(*answerer, question("What is in Image-1?", 2, 12));  // queues behind the load
    ASSERT_TRUE(loaded->wait());
    ASSERT_TRUE(loaded->value) << loaded->failure;
    EXPECT_EQ(loaded->value->info.path, kModel);
    EXPECT_EQ(loaded->value->sha256, modelChecksum(kModel));
    EXPECT_EQ(loaded->value->sha256.size(), 64U);

    ASSERT_TRUE(answered->wait());
    ASSERT_TRUE(answered->value) << answered->failure;
    const Answer& answer = *answered->value;
    EXPECT_LE(answer.tokens.size(), 12U);
    ASSERT_EQ(answered->tokens.size(), answer.tokens.size());
    EXPECT_EQ(answer.imageTokens, 2 * loaded->value->info.tokensPerImage);

    // A follow-up prefills what is new; so does a conversation that is taken up again, for its beginning is still
    // known.
    const auto followed = ask(*answerer, question("And in Image-2?", 0, 12));
    ASSERT_TRUE(followed->wait());
    ASSERT_TRUE(followed->value) << followed->failure;
    EXPECT_LT(followed->value->prefilledTokens, followed->value->promptTokens);
    inference::PastTurn past;
    const Question first = question("What is in Image-1?", 2, 12);
    past.turn.text = first.text;
    for (const viewer::Frame& frame : first.evidence)
        past.turn.images.push_back(toImageInput(frame));
    past.answer = answer.text;
    answerer->startConversation({}, {past});
    const auto again = ask(*answerer, question("And in Image-2?", 0, 12));
    ASSERT_TRUE(again->wait());
    ASSERT_TRUE(again->value) << again->failure;
    EXPECT_LT(again->value->prefilledTokens, again->value->promptTokens);
    EXPECT_EQ(again->value->encodedImages, 0);
}

TEST(LocalAnswerer, AConversationOfASessionGoesOnWithThePromptOfTheRunningOne) {
    const TestFolder folder;
    const auto openSession = [&](Workspace& workspace, const char* name) {
        workspace.setGenerationOptions(
            {40, 20.0, 0, 1.0, 7});  // tokens by chance, whose text the tokenizer would not cut so
        workspace.loadModel(QString::fromStdString(kModel.string()), onTheCpu());
        ASSERT_TRUE(QTest::qWaitFor([&] { return !workspace.isLoadingModel(); }, 120'000));
        workspace.openSession(QString::fromStdString((folder / name).string()));
        ASSERT_TRUE(QTest::qWaitFor([&] { return !workspace.sessionFile().isEmpty(); }, 20'000));
    };
    const auto askAndWait = [](Workspace& workspace, const char* text) {
        ASSERT_TRUE(workspace.ask(QLatin1String(text)));
        ASSERT_TRUE(QTest::qWaitFor([&] { return !workspace.isAnswering(); }, 120'000));
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
        ASSERT_EQ(workspace.exchanges().size(), 2U);
        running = workspace.exchanges()[1].answer.promptIds;
    }
    ASSERT_FALSE(running.empty());
    Workspace again;
    openSession(again, "copy/a.fleming");
    ASSERT_EQ(again.exchanges().size(), 1U);
    askAndWait(again, "Are you sure?");
    EXPECT_EQ(again.exchanges().at(1).answer.promptIds, running);
    EXPECT_EQ(Session(folder / "copy/a.fleming").exchanges().at(1).answer.promptIds, running);  // and so it is stored
}

TEST(LocalAnswerer, WorkingAheadChangesNoAnswer) {
    const auto plain = makeLocalAnswerer(), ahead = makeLocalAnswerer();
    ASSERT_TRUE(load(*plain)->wait());
    ASSERT_TRUE(load(*ahead)->wait());
    ahead->prepare(question("", 2, 1), true);
    ahead->prepare(question("", 3, 1), true);  // the evidence changed: the one before gives way
    for (const char* text : {"What is in Image-1?", "And in Image-4?"}) {
        const int frames = text[0] == 'W' ? 3 : 1;
        ahead->prepare(question("", frames, 1), text[0] == 'W');
        const auto one = ask(*plain, question(text, frames, 12)), other = ask(*ahead, question(text, frames, 12));
        ASSERT_TRUE(one->wait());
        ASSERT_TRUE(other->wait());
        ASSERT_TRUE(one->value && other->value) << one->failure << other->failure;
        EXPECT_EQ(one->value->text, other->value->text);
        EXPECT_EQ(one->value->promptTokens, other->value->promptTokens);
    }
    ahead->prepare(question("", 2, 1), false);  // and ends with it
}

TEST(LocalAnswerer, KeepsItsModelWhenAFolderIsNone) {
    const TestFolder folder;
    const auto answerer = makeLocalAnswerer();
    ASSERT_TRUE(load(*answerer)->wait());
    const auto refused = load(*answerer, folder / ".");
    ASSERT_TRUE(refused->wait());
    EXPECT_FALSE(refused->failure.empty());
    EXPECT_EQ(refused->unloaded, 0);
    const auto answered = ask(*answerer, question("Still there?", 0, 2));
    ASSERT_TRUE(answered->wait());
    EXPECT_TRUE(answered->value) << answered->failure;
}

TEST(LocalAnswerer, SaysThatThereIsNoModel) {
    const auto answerer = makeLocalAnswerer();
    const auto answered = ask(*answerer, question("Anybody?", 0, 2));
    ASSERT_TRUE(answered->wait());
    EXPECT_NE(answered->failure.find("model"), std::string::npos);
}

TEST(LocalAnswerer, StopsWhatRunsAndWhatWaits) {
    const auto answerer = makeLocalAnswerer();
    ASSERT_TRUE(load(*answerer)->wait());
    const auto running = ask(*answerer, question("A long story?", 1, 100'000));
    const auto waiting = ask(*answerer, question("Another one?", 1, 100'000));
    ASSERT_EQ(running->firstToken.get_future().wait_for(kLong), std::future_status::ready);
    answerer->stop();
    ASSERT_TRUE(running->wait());
    ASSERT_TRUE(waiting->wait());
    for (const auto& outcome : {running, waiting}) {
        ASSERT_TRUE(outcome->value) << outcome->failure;
        if (outcome->value->finish == inference::Finish::stop) continue;  // a random model may end by itself
        EXPECT_EQ(outcome->value->finish, inference::Finish::cancelled);
    }
    const auto next = ask(*answerer, question("And now?", 0, 2));
    ASSERT_TRUE(next->wait());
    EXPECT_TRUE(next->value) << next->failure;
}

TEST(LocalAnswerer, CancelsALoadThatWaits) {
    const auto answerer = makeLocalAnswerer();
    const auto first = load(*answerer);
    const auto second = load(*answerer);
    answerer->stop();
    ASSERT_TRUE(first->wait());
    ASSERT_TRUE(second->wait());
    EXPECT_EQ(second->failure, "Cancelled.");
}

TEST(LocalAnswerer, EndsWhileItAnswers) {
    auto answerer = makeLocalAnswerer();
    ASSERT_TRUE(load(*answerer)->wait());
    const auto running = ask(*answerer, question("Cut off?", 1, 100'000));
    ASSERT_EQ(running->firstToken.get_future().wait_for(kLong), std::future_status::ready);
    answerer.reset();
    EXPECT_TRUE(running->value) << running->failure;  // its last callback came before the answerer was gone
}

}  // namespace
}  // namespace fleming::app
