// Tests of branches: questions that are asked again, what the model reads on each branch, and which branch is shown.
#include "app/chat/branches.h"

#include "app/session/session.h"
#include "tests/app/workspace_testing.h"

#include <algorithm>

namespace fleming::app {
namespace {

using Ids = std::vector<std::int64_t>;

/// A model that has answered "First?" about slices 4 and 8, "Second?" about slice 12, and "Third?".
class Branches : public AppWorkspace {
protected:
    Branches() {
        openScan();
        loadModel();
        add({4, 8});
        askAndWait("First?");
        add({12});
        askAndWait("Second?");
        askAndWait("Third?");
        first = exchanges()[0].id;
        second = exchanges()[1].id;
        third = exchanges()[2].id;
    }

    const std::vector<Exchange>& exchanges() const { return workspace->session().exchanges(); }

    void askAgainAndWait(qint64 exchange, const AskAgain& how) {
        ASSERT_TRUE(workspace->chat().askAgain(exchange, how)) << failures.join("; ").toStdString();
        WAIT_FOR(!workspace->chat().isAnswering());
    }

    AskAgain again(qint64 exchange, const std::string& text = {}) const {
        AskAgain how = toAskAgain(*workspace->session().find(exchange));
        if (!text.empty()) how.text = text;
        return how;
    }

    /// Returns the questions that the model got as history when its chat was opened.
    std::vector<std::string> history(std::size_t conversation) const {
        std::vector<std::string> questions;
        for (const inference::PastTurn& past : record->conversations.at(conversation).second)
            questions.push_back(past.turn.text);
        return questions;
    }

    /// Verifies the whole record of the session's file.
    void expectIsComplete() {
        const std::filesystem::path file = workspace->session().file().toStdString();
        const Session session(file, Session::Access::read);
        const std::optional<Verification> verification = session.verify();
        ASSERT_TRUE(verification);
        EXPECT_FALSE(verification->fault) << verification->fault->code();
        const std::vector<Exchange> stored = session.exchanges();
        ASSERT_EQ(stored.size(), exchanges().size());
        for (std::size_t i = 0; i < stored.size(); ++i) {
            EXPECT_EQ(stored[i].follows, exchanges()[i].follows);
            EXPECT_EQ(stored[i].firstImage, exchanges()[i].firstImage);
            EXPECT_EQ(stored[i].evidence.size(), exchanges()[i].evidence.size());
        }
    }

    qint64 first = 0, second = 0, third = 0;
};

using Texts = std::vector<std::string>;

TEST_F(Branches, EditsAQuestionOnItsOwnEvidence) {
    add({16});  // not sent yet
    askAgainAndWait(second, again(second, "Second, edited?"));
    const Exchange edited = exchanges().back();
    EXPECT_EQ(edited.question, "Second, edited?");
    EXPECT_EQ(edited.follows, first);
    EXPECT_EQ(edited.conversation, exchanges()[0].conversation);
    EXPECT_EQ(edited.firstImage, 3);
    EXPECT_EQ(askedSlices(3), (Slices{12}));
    EXPECT_EQ(record->conversations.size(), 2U) << "the model has read on, so its chat is opened again";
    EXPECT_EQ(history(1), (Texts{"First?"}));
    EXPECT_FALSE(record->conversations[1].second[0].answerIds.empty());
    EXPECT_EQ(workspace->chat().lastExchange(), edited.id);
    EXPECT_EQ(shownSlices(), (Slices{4, 8, 12}));
    workspace->evidence().undo();  // the frames that were picked meanwhile are not lost
    EXPECT_EQ(shownSlices(), (Slices{4, 8, 12, 16}));
    EXPECT_EQ(workspace->evidence().seen(), 3);

    askAndWait("After the edited one?");
    EXPECT_EQ(exchanges().back().follows, edited.id);
    EXPECT_EQ(exchanges().back().firstImage, 4);
    EXPECT_EQ(askedSlices(4), (Slices{16}));
    EXPECT_EQ(record->conversations.size(), 2U) << "the same chat";
    expectIsComplete();
}

TEST_F(Branches, EditsTheFirstQuestion) {
    workspace->chat().setSystemText("Another system prompt.");
    AskAgain how = again(first, "First, edited?");
    EXPECT_EQ(how.systemText, "");
    askAgainAndWait(first, how);
    EXPECT_EQ(exchanges().back().follows, 0);
    EXPECT_EQ(exchanges().back().conversation, exchanges()[0].conversation);
    EXPECT_EQ(exchanges().back().firstImage, 1);
    EXPECT_EQ(exchanges().back().systemText, "");
    EXPECT_EQ(askedSlices(3), (Slices{4, 8}));
    EXPECT_EQ(history(1), Texts{});
    how.systemText = "A third one.";
    askAgainAndWait(first, how);
    EXPECT_EQ(record->conversations[2].first, "A third one.");
    askAndWait("Next?");
    EXPECT_EQ(exchanges().back().systemText, "A third one.") << "follow-ups keep that of their branch";
    expectIsComplete();
}

TEST_F(Branches, RegeneratesWithOtherParametersAndEvidence) {
    AskAgain how = again(third);
    how.options.temperature = 0.7;
    how.options.seed = 12;
    how.reasoningPrompt = false;
    askAgainAndWait(third, how);
    EXPECT_EQ(exchanges().back().question, "Third?");
    EXPECT_EQ(exchanges().back().options.seed, 12U);
    EXPECT_FALSE(record->questions[3].reasoningPrompt);
    EXPECT_EQ(history(1), (Texts{"First?", "Second?"}));
    askAndWait("Next?");
    EXPECT_EQ(exchanges().back().options.seed, 0U) << "the settings apply again";
    EXPECT_TRUE(record->questions[4].reasoningPrompt);

    add({20});
    how = again(second);
    how.evidence = AskAgain::Evidence::current;
    askAgainAndWait(second, how);
    EXPECT_EQ(exchanges().back().follows, first);
    EXPECT_EQ(askedSlices(5), (Slices{12, 20})) << "what the model has not seen before that question";
    EXPECT_EQ(exchanges().back().firstImage, 3);
    EXPECT_EQ(shownSlices(), (Slices{4, 8, 12, 20}));
    EXPECT_EQ(workspace->evidence().seen(), 4);

    workspace->evidence().clear();
    add({1});
    how = again(first);
    how.evidence = AskAgain::Evidence::current;
    askAgainAndWait(first, how);
    EXPECT_EQ(askedSlices(6), (Slices{1}));
    EXPECT_EQ(exchanges().back().conversation, exchanges()[0].conversation);
    expectIsComplete();
}

TEST_F(Branches, AsksAnotherModel) {
    loadModel("/models/other");
    askAgainAndWait(second, again(second));
    EXPECT_EQ(exchanges().back().modelName, "other");
    EXPECT_EQ(exchanges().back().follows, first);
    EXPECT_EQ(history(1), (Texts{"First?"}));
    expectIsComplete();
}

TEST_F(Branches, GoesBackAndForth) {
    askAgainAndWait(second, again(second, "Second, edited?"));
    const qint64 edited = exchanges().back().id;
    add({16});
    workspace->chat().continueFrom(third);
    EXPECT_EQ(workspace->chat().lastExchange(), third);
    EXPECT_EQ(shownSlices(), (Slices{4, 8, 12, 16})) << "what is not sent yet stays";
    EXPECT_EQ(workspace->evidence().seen(), 3);
    askAndWait("Fourth?");
    EXPECT_EQ(history(2), (Texts{"First?", "Second?", "Third?"}));
    EXPECT_EQ(exchanges().back().follows, third);
    EXPECT_EQ(exchanges().back().firstImage, 4);
    workspace->chat().continueFrom(edited);
    EXPECT_EQ(shownSlices(), (Slices{4, 8, 12}));
    askAndWait("After the edited one?");
    EXPECT_EQ(history(3), (Texts{"First?", "Second, edited?"}));
    EXPECT_EQ(exchanges().back().firstImage, 4);
    const QString file = workspace->session().file();
    restart();
    workspace->session().open(file);
    WAIT_FOR(!workspace->session().isOpening());
    EXPECT_EQ(workspace->chat().lastExchange(), exchanges().back().id) << "the branch that was asked last";
    loadModel();
    workspace->chat().continueFrom(exchanges().back().id);
    askAndWait("Later?");
    EXPECT_EQ(history(0), (Texts{"First?", "Second, edited?", "After the edited one?"}));
    expectIsComplete();
}

TEST_F(Branches, LeavesOutAFailedExchange) {
    record->failure = "Not enough memory.";
    askAgainAndWait(second, again(second, "Fails?"));
    const qint64 failed = exchanges().back().id;
    EXPECT_EQ(exchanges().back().state, ExchangeState::failed);
    EXPECT_EQ(workspace->chat().lastExchange(), first);
    EXPECT_EQ(workspace->evidence().seen(), 2);
    EXPECT_EQ(shownSlices(), (Slices{4, 8, 12}));
    askAndWait("Instead?");
    EXPECT_EQ(exchanges().back().follows, first);
    EXPECT_EQ(askedSlices(4), (Slices{12}));
    EXPECT_EQ(exchanges().back().firstImage, 3);
    EXPECT_EQ(history(1), (Texts{"First?"}));
    askAgainAndWait(failed, again(failed));
    EXPECT_EQ(exchanges().back().follows, first);
    EXPECT_EQ(branchesAt(exchanges(), exchanges().back()), (Ids{second, failed, failed + 1, failed + 2}));
    workspace->chat().continueFrom(failed);
    EXPECT_EQ(workspace->chat().lastExchange(), first) << "the model read nothing of it";
    expectIsComplete();
}

TEST_F(Branches, RefusesToBranchWhileTheModelAnswers) {
    record->mayContinue = false;
    ASSERT_TRUE(workspace->chat().ask("Slow?"));
    EXPECT_FALSE(workspace->chat().askAgain(second, again(second)));
    workspace->chat().continueFrom(first);
    EXPECT_EQ(failures.size(), 2);
    EXPECT_EQ(workspace->chat().lastExchange(), third);
    workspace->chat().stop();
    WAIT_FOR(!workspace->chat().isAnswering());
    EXPECT_FALSE(workspace->chat().askAgain(second, again(second, " ")));
    EXPECT_EQ(failures.size(), 3);
    EXPECT_EQ(exchanges().size(), 4U);
}

// --- which branch is shown ------------------------------------------------------------------------------------------

Exchange exchange(std::int64_t id, std::int64_t conversation, std::int64_t follows) {
    Exchange exchange;
    exchange.id = id;
    exchange.conversation = conversation;
    exchange.follows = follows;
    return exchange;
}

Ids shownBy(const ShownPath& path, const std::vector<Exchange>& exchanges) {
    Ids ids;
    for (const Exchange* shown : path.shown(exchanges))
        ids.push_back(shown->id);
    return ids;
}

TEST(ShownPath, ShowsTheNewestBranchOrTheChosenOne) {
    // 1 - 2 - 6, 1 - 3 - 4, 7 beside 1; another conversation: 5
    const std::vector<Exchange> six{exchange(1, 1, 0), exchange(2, 1, 1), exchange(3, 1, 1),
                                    exchange(4, 1, 3), exchange(5, 2, 0), exchange(6, 1, 2)};
    ShownPath path;
    EXPECT_EQ(shownBy(path, {}), Ids{});
    EXPECT_EQ(shownBy(path, six), (Ids{5, 1, 2, 6})) << "the conversation that was asked last is at the end";
    EXPECT_EQ(path.last(six, 1), 6);
    EXPECT_EQ(path.last(six, 3), 0);
    path.choose(six, 3);
    EXPECT_EQ(shownBy(path, six), (Ids{5, 1, 3, 4}));
    path.choose(six, 99);
    EXPECT_EQ(shownBy(path, six), (Ids{5, 1, 3, 4}));
    std::vector<Exchange> seven = six;
    seven.push_back(exchange(7, 1, 0));
    EXPECT_EQ(shownBy(path, seven), (Ids{5, 1, 3, 4}));
    path.choose(seven, 7);
    EXPECT_EQ(shownBy(path, seven), (Ids{5, 7}));
    path.choose(seven, 2);
    EXPECT_EQ(shownBy(path, seven), (Ids{5, 1, 2, 6})) << "the path to it, and what follows";
    path.clear();
    EXPECT_EQ(shownBy(path, seven), (Ids{5, 7}));
    EXPECT_EQ(branchesAt(seven, seven[0]), (Ids{1, 7}));
    EXPECT_EQ(branchesAt(seven, seven[4]), (Ids{5}));
}

TEST(ShownPath, EndsInADamagedFile) {
    const std::vector<Exchange> circle{exchange(1, 1, 2), exchange(2, 1, 1), exchange(3, 1, 0), exchange(4, 1, 99)};
    ShownPath path;
    EXPECT_EQ(shownBy(path, circle), (Ids{3}));
    path.choose(circle, 1);
    path.choose(circle, 2);
    path.choose(circle, 4);
    EXPECT_EQ(shownBy(path, circle), (Ids{3}));
}

}  // namespace
}  // namespace fleming::app
