// Answers of sessions are generated again: with the same model, all tokens are the same.
#include "app/replay/replay.h"

#include "app/chat/past_turn.h"
#include "app/models/model_backends.h"
#include "app/replay/recorded_model.h"
#include "app/session/session.h"
#include "app/workspace.h"
#include "base/error.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <future>
#include <gtest/gtest.h>
#include <memory>
#include <semaphore>

namespace fleming::app {
namespace {

using inference::DataType;

const std::filesystem::path kRandomModel = std::filesystem::path(FLEMING_BUILD_DIR) / "random_model";
const std::filesystem::path kDemoModel = std::filesystem::path(FLEMING_SOURCE_DIR) / "resources/demo_model";

/// How a session is recorded.
struct Recording {
    std::filesystem::path model = kRandomModel;
    DataType dtype = DataType::float32;
    int threads = 1;
};

std::shared_ptr<Model> load(const Recording& recording) {
    inference::EngineOptions options;
    options.device = "cpu";
    options.dtype = recording.dtype;
    options.threads = recording.threads;
    return loadModel(modelBackends(), LocalCheckpoint{recording.model, options});
}

Question question(const std::string& text, int firstFrame, int frames, inference::GenerationOptions options) {
    Question asked;
    asked.text = text;
    for (int i = 0; i < frames; ++i)
        asked.evidence.push_back(testFrame(firstFrame + i, 64, 48));
    asked.options = options;
    return asked;
}

inference::GenerationOptions greedy(int tokens) {
    return {.maxNewTokens = tokens};
}

inference::GenerationOptions sampled(int tokens, std::uint64_t seed) {
    return {.maxNewTokens = tokens, .temperature = 2.0, .topK = 40, .topP = 0.95, .seed = seed};
}

/// Asks a question, stores it with its answer and returns the exchange. `stopAfter`: tokens after which it is stopped.
Exchange ask(Session& session, Model& model, ModelChat& chat, std::int64_t conversation, const Question& asked,
             std::int64_t follows = -1, int stopAfter = -1) {
    Exchange exchange = session.begin(conversation, asked, model.identity(), follows);
    std::promise<inference::Answer> promise;
    std::promise<void> reached;
    std::binary_semaphore stopped{0};
    int count = 0;
    AnswerCallbacks callbacks;
    callbacks.onToken = [&](const inference::Token&) {
        if (++count != stopAfter) return;
        reached.set_value();
        stopped.acquire();
    };
    callbacks.onDone = [&](const inference::Answer& answer) { promise.set_value(answer); };
    callbacks.onFailed = [&](std::exception_ptr failure) { promise.set_exception(std::move(failure)); };
    chat.ask(exchange.id, asked, callbacks);
    if (stopAfter > 0) {
        reached.get_future().wait();
        chat.cancel(exchange.id);
        stopped.release();
    }
    exchange.answer = promise.get_future().get();
    session.finish(exchange.id, exchange.answer);
    return exchange;
}

/// Records follow-ups, work ahead, a stopped answer, a branch, a resumed conversation and another conversation.
void record(const std::filesystem::path& file, const Recording& recording) {
    Session session(file);
    const std::int64_t conversation = session.newConversation();
    std::vector<inference::PastTurn> history;
    {
        const auto model = load(recording);
        const std::string& sha256 = model->identity().sha256;
        const auto ahead = model->openChat({});
        ahead->prepare(question({}, 0, 3, {}));
        const auto chat = model->openChat({});
        const Exchange first =
            ask(session, *model, *chat, conversation, question("What is in Image-1?", 0, 3, greedy(24)));
        chat->prepare(question({}, 10, 1, {}));
        const Exchange stopped = ask(session, *model, *chat, conversation,
                                     question("And in Image-4? Describe it.", 10, 1, sampled(60, 5)), -1, 6);
        EXPECT_EQ(stopped.answer.finish, inference::Finish::cancelled);
        const Exchange third = ask(session, *model, *chat, conversation, question("So?", 0, 0, sampled(20, 6)));
        const auto branch = model->openChat({}, {toPastTurn(first, sha256)});
        ask(session, *model, *branch, conversation, question("And in Image-1?", 0, 0, sampled(20, 7)), first.id);
        for (const Exchange* past : {&first, &stopped, &third})
            history.push_back(toPastTurn(*past, sha256));
        const auto other = model->openChat("Be brief.");
        Question edited = question("What is in Image-2?", 0, 3, greedy(12));
        edited.systemText = "Be brief.";
        edited.reasoningPrompt = false;
        ask(session, *model, *other, session.newConversation(), edited);
    }
    const auto model = load(recording);  // the program was closed and opened again
    const auto resumed = model->openChat({}, std::move(history));
    ask(session, *model, *resumed, conversation, question("Are you sure?", 20, 2, greedy(16)), 3);
    ask(session, *model, *resumed, conversation, question("Why?", 0, 0, sampled(16, 8)), 6);
    const auto stopped = model->openChat({});
    ask(session, *model, *stopped, session.newConversation(), question("Nothing?", 0, 0, greedy(0)));
}

std::vector<ExchangeReplay> replayed(Model& model, const std::vector<Exchange>& exchanges,
                                     const std::vector<std::int64_t>& ids) {
    std::vector<ExchangeReplay> results;
    double fraction = 0.0;
    ReplayCallbacks callbacks;
    callbacks.onReplayed = [&](const ExchangeReplay& result) { results.push_back(result); };
    callbacks.onProgress = [&](double now) {
        EXPECT_GE(now, fraction);
        fraction = now;
    };
    replay(model, exchanges, ids, callbacks);
    EXPECT_DOUBLE_EQ(fraction, 1.0);
    return results;
}

std::vector<std::int64_t> idsOf(const std::vector<Exchange>& exchanges) {
    std::vector<std::int64_t> ids;
    for (const Exchange& exchange : exchanges)
        ids.push_back(exchange.id);
    return ids;
}

void expectIdentical(const std::vector<ExchangeReplay>& results, std::size_t count) {
    ASSERT_EQ(results.size(), count);
    for (const ExchangeReplay& result : results) {
        EXPECT_TRUE(result.record.identical) << result.record.exchange;
        EXPECT_EQ(result.record.same, result.record.tokens) << result.record.exchange;
        EXPECT_TRUE(result.sameProbabilities && result.sameAnswer) << result.record.exchange;
        EXPECT_FALSE(result.difference || result.promptDiffersAt || result.fault) << result.record.exchange;
        EXPECT_TRUE(result.conditions.empty()) << result.record.exchange;
    }
}

class EveryAnswer : public ::testing::TestWithParam<Recording> {};

TEST_P(EveryAnswer, IsReplayedIdentically) {
    const TestFolder folder;
    record(folder / "a.fleming", GetParam());
    const Session session(folder / "a.fleming");
    const std::vector<Exchange> exchanges = session.exchanges();
    ASSERT_EQ(exchanges.size(), 8U);
    for (const Exchange& exchange : exchanges)
        EXPECT_FALSE(exchange.run.empty()) << exchange.id;
    EXPECT_TRUE(session.verify()->fault == std::nullopt);

    Recording other = GetParam();
    other.threads = 3 - other.threads;  // the replay uses those of the stored run
    const auto model = load(other);
    const std::vector<ExchangeReplay> all = replayed(*model, exchanges, idsOf(exchanges));
    expectIdentical(all, 8);
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_EQ(inference::runFactsFromJson(all[i].record.run), inference::runFactsFromJson(exchanges[i].run));
    for (const std::int64_t id : {2, 4, 7})  // one alone, in the middle of its conversation
        expectIdentical(replayed(*model, exchanges, {id}), 1);
}

INSTANTIATE_TEST_SUITE_P(Replay, EveryAnswer,
                         ::testing::Values(Recording{kRandomModel, DataType::float32, 1},
                                           Recording{kRandomModel, DataType::float32, 2},
                                           Recording{kRandomModel, DataType::bfloat16, 2},
                                           Recording{kDemoModel, DataType::float32, 1},
                                           Recording{kDemoModel, DataType::bfloat16, 1}));

/// A short session that a test changes.
class ChangedSession : public ::testing::Test {
protected:
    ChangedSession() {
        Session session(file);
        const std::int64_t conversation = session.newConversation();
        const auto chat = model->openChat({});
        for (const char* text : {"What is it?", "Are you sure?"})
            ask(session, *model, *chat, conversation, question(text, 0, text[0] == 'W' ? 2 : 0, sampled(12, 3)));
    }
    void change(const QString& sql) const {
        RawDatabase raw(file);
        raw.dropTriggers();
        ASSERT_TRUE(raw.run(sql));
    }
    std::vector<ExchangeReplay> results() const {
        const std::vector<Exchange> exchanges = Session(file).exchanges();
        return replayed(*model, exchanges, idsOf(exchanges));
    }

    const TestFolder folder;
    const std::filesystem::path file = folder / "a.fleming";
    const std::shared_ptr<Model> model = load({});
};

TEST_F(ChangedSession, ShowsAChangedToken) {
    const inference::Token before = Session(file).exchange(1).answer.tokens.at(4);
    change("UPDATE tokens SET token = token + 1 WHERE exchange = 1 AND position = 4");
    const auto all = results();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_FALSE(all[0].record.identical);
    EXPECT_EQ(all[0].record.same, 4);
    EXPECT_EQ(all[0].record.tokens, 12);
    ASSERT_TRUE(all[0].difference && all[0].difference->stored && all[0].difference->replayed);
    EXPECT_EQ(all[0].difference->position, 4);
    EXPECT_EQ(all[0].difference->stored->id, before.id + 1);
    EXPECT_EQ(all[0].difference->replayed->id, before.id);
    EXPECT_EQ(all[0].difference->replayed->logProbability, before.logProbability);
    EXPECT_TRUE(all[0].conditions.empty());
    EXPECT_TRUE(all[1].record.identical) << "its own prompt was not changed";
}

TEST_F(ChangedSession, ShowsAMissingToken) {
    change("DELETE FROM tokens WHERE exchange = 2 AND position = 11");
    const auto all = results();
    EXPECT_TRUE(all[0].record.identical);
    EXPECT_EQ(all[1].record.same, 11);
    ASSERT_TRUE(all[1].difference && all[1].difference->replayed);
    EXPECT_FALSE(all[1].difference->stored);
}

TEST_F(ChangedSession, ShowsAChangedQuestion) {
    change("UPDATE exchanges SET question = 'What is that?' WHERE id = 1");
    const auto all = results();
    EXPECT_TRUE(all[0].promptDiffersAt);
    EXPECT_FALSE(all[0].record.identical);
    EXPECT_FALSE(all[0].difference);
    EXPECT_TRUE(all[1].record.identical);
    change("UPDATE exchanges SET question = 'What is it?', system_text = 'Lie.' WHERE id = 1");
    EXPECT_TRUE(results()[0].promptDiffersAt);
}

TEST_F(ChangedSession, ShowsAChangedImage) {
    change("UPDATE evidence SET image = 1");
    const auto all = results();
    EXPECT_FALSE(all[0].record.identical && all[1].record.identical);
}

TEST_F(ChangedSession, ReportsARecordThatDoesNotFit) {
    change("DELETE FROM evidence WHERE exchange = 1 AND position = 1");
    auto all = results();
    ASSERT_TRUE(all[0].fault);
    EXPECT_EQ(all[0].fault->code(), "run.other_prompt");
    change("UPDATE exchanges SET run = '{' WHERE id = 2");
    all = results();
    ASSERT_EQ(all.size(), 2U);
    ASSERT_TRUE(all[1].fault);
    EXPECT_EQ(all[1].fault->code(), "run.damaged");
    EXPECT_FALSE(all[1].record.identical);
}

TEST_F(ChangedSession, NeedsNoRunOfAConversationThatWasAskedInOneGo) {
    change("UPDATE exchanges SET run = NULL");
    for (const std::vector<std::int64_t>& ids : {std::vector<std::int64_t>{1, 2}, std::vector<std::int64_t>{2}}) {
        const auto all = replayed(*model, Session(file).exchanges(), ids);
        expectIdentical(all, ids.size());
        EXPECT_FALSE(all.back().runIsKnown);
    }
}

TEST_F(ChangedSession, ComparesWithAnotherModelAndAnotherType) {
    const std::vector<Exchange> exchanges = Session(file).exchanges();
    const auto demo = load({kDemoModel, DataType::float32, 1});
    auto all = replayed(*demo, exchanges, {1, 2});
    ASSERT_EQ(all.size(), 2U);
    EXPECT_FALSE(all[0].record.identical);
    EXPECT_LT(all[0].record.same, all[0].record.tokens);
    ASSERT_EQ(all[0].conditions.size(), 1U);
    EXPECT_EQ(all[0].conditions[0],
              (ConditionDifference{Condition::model, model->identity().sha256, demo->identity().sha256}));
    EXPECT_EQ(all[0].record.modelSha256, demo->identity().sha256);

    const auto bfloat16 = load({kRandomModel, DataType::bfloat16, 1});
    all = replayed(*bfloat16, exchanges, {1, 2});
    ASSERT_EQ(all[1].conditions.size(), 1U);
    EXPECT_EQ(all[1].conditions[0], (ConditionDifference{Condition::type, "float32", "bfloat16"}));
    EXPECT_FALSE(all[1].promptDiffersAt);
}

TEST_F(ChangedSession, NamesTheConditionsThatDiffer) {
    change("UPDATE exchanges SET run = replace(run, '\"processor\":\"', '\"processor\":\"Another ')");
    const auto all = results();
    ASSERT_EQ(all[0].conditions.size(), 1U);
    EXPECT_EQ(all[0].conditions[0].condition, Condition::processor);
    EXPECT_EQ(all[0].conditions[0].stored, "Another " + all[0].conditions[0].now);
    EXPECT_TRUE(all[0].record.identical);
}

TEST_F(ChangedSession, ReplaysTheTokensBeforeAnInterruption) {
    {
        Session session(file);
        const Exchange whole = session.exchange(1);
        const Exchange begun =
            session.begin(session.newConversation(), question("What is it?", 0, 2, sampled(12, 3)), model->identity());
        session.append(begun.id, std::span(whole.answer.tokens).first(5));
    }
    ASSERT_EQ(Session(file).exchange(3).state, ExchangeState::interrupted);
    const auto all = replayed(*model, Session(file).exchanges(), {3});
    expectIdentical(all, 1);
    EXPECT_EQ(all[0].record.tokens, 5);
}

TEST_F(ChangedSession, RefusesExchangesWithoutAnAnswer) {
    {
        Session session(file);
        const Exchange begun = session.begin(1, question("And?", 0, 0, greedy(5)), model->identity());
        session.fail(begun.id, "no memory");
    }
    const std::vector<Exchange> exchanges = Session(file).exchanges();
    EXPECT_FALSE(canReplay(exchanges.at(2)));
    EXPECT_EQ(codeOf([&] { replayed(*model, exchanges, {3}); }), "replay.no_answer");
    EXPECT_EQ(codeOf([&] { replayed(*model, exchanges, {4}); }), "session.no_exchange");
}

TEST_F(ChangedSession, CanBeCancelled) {
    const std::vector<Exchange> exchanges = Session(file).exchanges();
    std::stop_source stop;
    int count = 0;
    ReplayCallbacks callbacks;
    callbacks.onProgress = [&](double fraction) {
        if (fraction > 0.1) stop.request_stop();
    };
    callbacks.onReplayed = [&](const ExchangeReplay&) { ++count; };
    const std::vector<std::int64_t> ids{1, 2};
    EXPECT_EQ(codeOf([&] { replay(*model, exchanges, ids, callbacks, stop.get_token()); }), "cancelled");
    EXPECT_LT(count, 2);
}

TEST_F(ChangedSession, NamesTheModelThatAnswered) {
    Exchange exchange = Session(file).exchange(1);
    const LocalCheckpoint recorded = recordedModel(modelBackends(), exchange);
    EXPECT_EQ(recorded.folder, kRandomModel);
    EXPECT_EQ(recorded.options.dtype, DataType::float32);
    EXPECT_EQ(recorded.options.device, "cpu");
    exchange.dtype = "int4 (bfloat16)";
    exchange.device = "cuda:99";
    const LocalCheckpoint other = recordedModel(modelBackends(), exchange);
    EXPECT_EQ(other.options.quantization, inference::Quantization::int4);
    EXPECT_EQ(other.options.dtype, DataType::bfloat16);
    EXPECT_EQ(other.options.device, "auto");
    exchange.modelPath = "/no model";
    EXPECT_EQ(codeOf([&] { recordedModel(modelBackends(), exchange); }), "replay.model_absent");
}

class ReplayInTheWindow : public ChangedSession {
protected:
    ReplayInTheWindow() {
        inference::EngineOptions options;
        options.device = "cpu";
        options.dtype = DataType::float32;
        workspace.model().load(LocalCheckpoint{kRandomModel, options});
        EXPECT_TRUE(QTest::qWaitFor([&] { return !workspace.model().isLoading(); }, 120'000));
        workspace.session().open(QString::fromStdString(file.string()));
        EXPECT_TRUE(QTest::qWaitFor([&] { return !workspace.session().file().isEmpty(); }, 20'000));
    }

    Workspace workspace;
};

TEST_F(ReplayInTheWindow, RecordsTheResults) {
    const QSignalSpy finished(&workspace.replay(), &SessionReplay::finished);
    const QSignalSpy progressed(&workspace.replay(), &SessionReplay::progressed);
    workspace.replay().start();
    EXPECT_TRUE(workspace.replay().isRunning());
    const auto marked = [&] {
        return std::ranges::all_of(workspace.session().exchanges(),
                                   [](const Exchange& exchange) { return exchange.replays.size() == 1; });
    };
    ASSERT_TRUE(QTest::qWaitFor([&] { return finished.size() == 1 && marked(); }, 120'000));
    EXPECT_FALSE(workspace.replay().isRunning());
    EXPECT_GT(progressed.size(), 2);
    for (const Exchange& exchange : workspace.session().exchanges())
        EXPECT_TRUE(exchange.replays.at(0).identical);

    workspace.replay().start(2);
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace.session().find(2)->replays.size() == 2; }, 120'000));
    const Session stored(file, Session::Access::read);
    EXPECT_EQ(stored.exchange(1).replays.size(), 1U);
    EXPECT_EQ(stored.exchange(2).replays.size(), 2U);
    EXPECT_TRUE(stored.verify()->fault == std::nullopt);
}

TEST_F(ReplayInTheWindow, CanBeCancelledAndSaysWhyItCannotStart) {
    const QSignalSpy cancelled(&workspace.replay(), &SessionReplay::cancelled);
    const QSignalSpy failed(&workspace, &Workspace::failed);
    workspace.replay().start();
    workspace.replay().start();
    EXPECT_EQ(failed.size(), 1);
    workspace.replay().cancel();
    ASSERT_TRUE(QTest::qWaitFor([&] { return cancelled.size() == 1; }, 60'000));
    EXPECT_FALSE(workspace.replay().isRunning());
    workspace.replay().start(77);
    EXPECT_EQ(failed.size(), 2);
    workspace.session().startNew();
    workspace.replay().start();
    EXPECT_EQ(failed.size(), 3);
}

}  // namespace
}  // namespace fleming::app
