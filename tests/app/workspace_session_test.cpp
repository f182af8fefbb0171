// What a workspace does with sessions: keeps, reopens and shares them; what was written and not asked.
#include "app/session/session_store.h"
#include "app/studies/reopened_files.h"
#include "tests/app/workspace_testing.h"

#include <QSignalSpy>

#include <fstream>

namespace fleming::app {
namespace {

TEST_F(WorkspaceTest, TakesUpAConversationOfASessionAgain) {
    openScan();
    loadModel();
    workspace->setSystemText("Be brief.");
    workspace->openSession(text(folder / "mine.fleming"));
    WAIT_FOR(!workspace->sessionFile().isEmpty());
    add({4, 8});
    askAndWait("First?");
    record->failure = "Broken.";
    askAndWait("Failing?");
    restart();

    loadModel();
    workspace->openSession(text(folder / "mine.fleming"));
    WAIT_FOR(workspace->exchanges().size() == 2);
    EXPECT_EQ(shownSlices(), (Slices{4, 8}));
    EXPECT_EQ(workspace->evidenceSeries(0), -1);
    const int id = openScan();
    EXPECT_EQ(workspace->evidenceSeries(0), id);  // found again
    add({12});
    askAndWait("Second?");
    EXPECT_EQ(askedSlices(0), (Slices{12}));
    ASSERT_EQ(record->conversations.size(), 1U);
    EXPECT_EQ(record->conversations[0].first, "Be brief.");
    const std::vector<inference::PastTurn>& history = record->conversations[0].second;
    ASSERT_EQ(history.size(), 1U);  // not the one that failed
    EXPECT_EQ(history[0].turn.text, "First?");
    EXPECT_EQ(history[0].turn.images.size(), 2U);
    EXPECT_EQ(history[0].turn.images[0].fit, inference::Fit::cover);
    EXPECT_EQ(history[0].answer, "<think>Look at Image-1.</think><answer>yes</answer>");
    EXPECT_EQ(workspace->exchanges()[2].firstImage, 3);
    EXPECT_EQ(workspace->exchanges()[2].conversation, workspace->exchanges()[0].conversation);
}

TEST_F(WorkspaceTest, BeginsANewSessionAndOffersTheLast) {
    loadModel();
    askAndWait("First?");
    const QString file = workspace->sessionFile();
    EXPECT_FALSE(file.isEmpty());
    restart();
    EXPECT_TRUE(workspace->sessionFile().isEmpty());
    QSignalSpy found(workspace.get(), &Workspace::lastSessionFound);
    workspace->offerLastSession();
    WAIT_FOR(found.count() == 1);
    EXPECT_EQ(found[0][0].toString(), file);
    EXPECT_TRUE(workspace->exchanges().empty());
    loadModel();
    askAndWait("Of another patient?");
    EXPECT_NE(workspace->sessionFile(), file);
    EXPECT_EQ(Session(file.toStdString(), Session::Access::read).exchanges().size(), 1U);

    workspace->openSession(file);
    WAIT_FOR(workspace->sessionFile() == file);
    EXPECT_EQ(workspace->exchanges()[0].question, "First?");
    EXPECT_EQ(workspace->conversation(), workspace->exchanges()[0].conversation);
    askAndWait("And then?");
    EXPECT_EQ(workspace->exchanges()[1].conversation, workspace->exchanges()[0].conversation);
    workspace->openSession(file);  // it is open already, and stays open to write
    QTest::qWait(50);
    EXPECT_FALSE(workspace->isReadOnly());
    askAndWait("Still?");
    workspace->newSession();
    EXPECT_TRUE(workspace->exchanges().empty());
    EXPECT_TRUE(workspace->sessionFile().isEmpty());

    workspace.reset();
    std::filesystem::remove(file.toStdString());
    SessionStore store;
    QSignalSpy gone(&store, &SessionStore::found);
    store.lookFor(file);
    QSignalSpy opened(&store, &SessionStore::opened);
    store.open(text(folder / "other.fleming"));
    WAIT_FOR(opened.count() == 1);
    EXPECT_EQ(gone.count(), 0);  // nothing to offer, and nothing to complain about
}

TEST_F(WorkspaceTest, TwoOfThemNeverWriteOneSession) {
    const auto openMine = [this](Workspace& opener) {
        opener.openSession(text(folder / "mine.fleming"));
        WAIT_FOR(!opener.sessionFile().isEmpty());
    };
    loadModel();
    openMine(*workspace);
    askAndWait("First?");
    const auto second = std::make_shared<FakeAnswerer::Record>();
    Workspace other(std::make_unique<FakeAnswerer>(second));
    QStringList said;
    QObject::connect(&other, &Workspace::notice, [&](const QString& message) { said.append(message); });
    QObject::connect(&other, &Workspace::failed, [&](const QString& message) { said.append(message); });
    QSignalSpy found(&other, &Workspace::lastSessionFound);
    other.offerLastSession();
    other.loadModel("/models/fake");
    openMine(other);
    EXPECT_EQ(found.count(), 0);  // it is in use
    EXPECT_TRUE(other.isReadOnly());
    ASSERT_EQ(said.size(), 1);
    EXPECT_TRUE(said[0].contains("in use by another")) << said[0].toStdString();
    EXPECT_EQ(other.exchanges().size(), 1U);
    WAIT_FOR(other.model().has_value());
    EXPECT_FALSE(other.ask("Into the same file?"));
    EXPECT_TRUE(said.last().contains("read-only"));
    QSignalSpy refused(&other, &Workspace::reviewFailed);
    other.review(other.exchanges()[0].id, Verdict::wrong, "", "");
    WAIT_FOR(refused.count() == 1);
    QSignalSpy written(&other, &Workspace::reportWritten);  // it can be reported, but for the fonts that a report needs
    other.newSession();
    EXPECT_FALSE(other.isReadOnly());
    ASSERT_TRUE(other.ask("Into one of my own?"));
    WAIT_FOR(!other.isAnswering());
    EXPECT_NE(other.sessionFile(), workspace->sessionFile());
    EXPECT_EQ(Session(folder / "mine.fleming").exchanges().size(), 1U);
    EXPECT_TRUE(failures.isEmpty());
}

TEST_F(WorkspaceTest, TwoThatBeginASessionAtOnceGetTheirOwn) {
    Workspace other(std::make_unique<FakeAnswerer>(std::make_shared<FakeAnswerer::Record>()));
    loadModel();
    other.loadModel("/models/fake");
    WAIT_FOR(other.model().has_value());
    ASSERT_TRUE(workspace->ask("One?") && other.ask("Two?"));  // in the same second: the file's name is the time
    WAIT_FOR(!workspace->isAnswering() && !other.isAnswering());
    EXPECT_NE(workspace->sessionFile(), other.sessionFile());
    ASSERT_EQ(other.exchanges().size(), 1U);
    EXPECT_EQ(Session(workspace->sessionFile().toStdString()).exchanges().at(0).question, "One?");
    EXPECT_EQ(Session(other.sessionFile().toStdString()).exchanges().at(0).question, "Two?");
}

TEST_F(WorkspaceTest, ReopensTheSeriesOfASession) {
    openScan();
    loadModel();
    workspace->openSession(text(folder / "mine.fleming"));
    WAIT_FOR(!workspace->sessionFile().isEmpty());
    add({4});
    askAndWait("First?");
    workspace->open({text(folder / "picture.png")});
    WAIT_FOR(workspace->series().size() == 2);
    Selection whole;
    workspace->addEvidence(workspace->series().back().id, whole);
    WAIT_FOR(!workspace->isCollecting());
    askAndWait("And this?");
    restart();

    std::filesystem::remove(folder / "picture.png");
    workspace->openSession(text(folder / "mine.fleming"));
    WAIT_FOR(workspace->series().size() == 1 && !workspace->isOpening());
    EXPECT_EQ(workspace->evidence().size(), 2U);
    EXPECT_EQ(workspace->seenEvidence(), 2);
    EXPECT_EQ(workspace->evidenceSeries(0), workspace->series()[0].id);
    EXPECT_EQ(workspace->evidenceSeries(1), -1);
    ASSERT_EQ(notices.size(), 1);
    EXPECT_TRUE(notices[0].contains("picture.png")) << notices[0].toStdString();
    EXPECT_FALSE(notices[0].contains("scan.npy"));
    EXPECT_TRUE(failures.isEmpty());
    // The model is loaded after the session is opened, as when the program starts: the conversation goes on all the
    // same.
    loadModel();
    EXPECT_NE(workspace->conversation(), 0);
    askAndWait("Third?");
    EXPECT_EQ(askedSlices(0), Slices{});
    ASSERT_EQ(record->conversations.size(), 1U);
    EXPECT_EQ(record->conversations[0].second.size(), 2U);
    EXPECT_EQ(workspace->exchanges()[2].conversation, workspace->exchanges()[0].conversation);
    EXPECT_EQ(notices.size(), 1);
}

TEST(ReopenedFiles, AreTheFolderOfASliceAndOtherFilesAlone) {
    const TestFolder folder;
    std::filesystem::create_directories(folder / "ct/deeper");
    for (const char* name : {"ct/1.dcm", "ct/2.dcm", "ct/deeper/3.dcm", "scan.npy", "other.npy"})
        std::ofstream(folder / name) << "x";
    viewer::Provenance slice, other, gone, goneToo;
    slice.file = (folder / "ct/1.dcm").string();
    slice.seriesUid = "1.2";
    other.file = (folder / "scan.npy").string();
    gone.file = (folder / "away/1.dcm").string();
    goneToo.file = (folder / "away/2.dcm").string();
    gone.seriesUid = goneToo.seriesUid = "1.3";
    const ReopenedFiles files = findFilesOf({slice, other, gone, goneToo, slice});
    EXPECT_EQ(files.found,
              (std::vector<std::filesystem::path>{folder / "ct/1.dcm", folder / "ct/2.dcm", folder / "scan.npy"}));
    EXPECT_EQ(files.missing, (std::vector<std::filesystem::path>{folder / "away/1.dcm"}));  // said once a series
}

TEST_F(WorkspaceTest, GoesOnWithTheTokensOfTheModelThatAnswered) {
    loadModel();
    workspace->openSession(text(folder / "mine.fleming"));
    WAIT_FOR(!workspace->sessionFile().isEmpty());
    askAndWait("First?");
    restart();
    loadModel();
    workspace->openSession(text(folder / "mine.fleming"));
    WAIT_FOR(workspace->exchanges().size() == 1);
    askAndWait("Second?");
    const inference::PastTurn& past = record->conversations.at(0).second.at(0);
    EXPECT_EQ(past.answerIds, (std::vector<std::int32_t>{0, 1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(past.promptIds, (std::vector<std::int32_t>{100, 1}));
}

TEST_F(WorkspaceTest, KeepsWhatWasWrittenAndNotAsked) {
    QStringList restored;
    const auto listen = [&] {
        QObject::connect(workspace.get(), &Workspace::draftRestored,
                         [&](const QString& draft) { restored.append(draft); });
    };
    workspace->setDraft("Of no session yet");
    restart();
    listen();
    workspace->restoreDraft();
    WAIT_FOR(restored == QStringList{"Of no session yet"});

    // It goes along into the session that is opened; there, questions wait.
    loadModel();
    const QString file = text(folder / "mine.fleming");
    workspace->openSession(file);
    WAIT_FOR(!workspace->sessionFile().isEmpty());
    EXPECT_EQ(restored.size(), 1);
    record->mayGoOn = false;
    ASSERT_TRUE(workspace->ask("One"));
    workspace->askLater("Two");
    workspace->setDraft("Half a quest");
    workspace->stopAnswer();  // as closing does
    restart();
    listen();
    workspace->restoreDraft();  // nothing is left of the first
    loadModel();
    QTest::qWait(50);
    EXPECT_EQ(restored.size(), 1);
    workspace->openSession(file);
    WAIT_FOR(restored.size() == 2);
    EXPECT_EQ(restored.last(), "Half a quest");
    EXPECT_EQ(workspace->waitingQuestions(), QStringList{"Two"});
    EXPECT_TRUE(workspace->isWaitingHeld());

    workspace->newSession();  // what was written for one patient does not go to the next
    EXPECT_EQ(restored.last(), "");
    EXPECT_TRUE(workspace->waitingQuestions().isEmpty());
    workspace->setDraft("Of the next");
    workspace->openSession(file);
    WAIT_FOR(!workspace->waitingQuestions().isEmpty());
    EXPECT_EQ(workspace->waitingQuestions(), (QStringList{"Half a quest", "Two"}));  // the box holds another question
}

TEST_F(WorkspaceTest, SaysThatAFileIsNoSession) {
    workspace->openSession(text(folder / "picture.png"));
    WAIT_FOR(failures.size() == 1);
    EXPECT_TRUE(failures[0].contains("picture.png"));
    loadModel();
    askAndWait("Goes on?");
}

TEST_F(WorkspaceTest, KeepsReviews) {
    loadModel();
    askAndWait("First?");
    const qint64 id = workspace->exchanges()[0].id;
    QSignalSpy changed(workspace.get(), &Workspace::exchangesChanged);
    workspace->review(id, Verdict::wrong, "left is right", "R. Reader");
    WAIT_FOR(changed.count() == 1);
    workspace->review(id, Verdict::partlyCorrect, "", "R. Reader");
    WAIT_FOR(changed.count() == 2);
    ASSERT_EQ(workspace->findExchange(id)->reviews.size(), 2U);
    EXPECT_EQ(workspace->findExchange(id)->reviews[0].comment, "left is right");
    EXPECT_EQ(workspace->findExchange(id)->reviews[1].verdict, Verdict::partlyCorrect);
    workspace->review(id + 100, Verdict::wrong, "", "");
    WAIT_FOR(failures.size() == 1);
}

TEST_F(WorkspaceTest, EndsCleanlyWhileItAnswersAndLoads) {
    const int id = openScan();
    loadModel();
    record->mayGoOn = false;
    QSignalSpy tokens(workspace.get(), &Workspace::tokenArrived);
    ASSERT_TRUE(workspace->ask("Cut off?"));
    WAIT_FOR(tokens.count() == 1);
    const QString file = workspace->sessionFile();
    workspace->open({text(folder / "picture.png")});
    workspace->choose(id);
    workspace->addEvidence(id, {});
    workspace.reset();
    EXPECT_TRUE(record->ended);
    const Exchange exchange = Session(file.toStdString()).exchanges().back();
    EXPECT_EQ(exchange.state, ExchangeState::done);
    EXPECT_EQ(exchange.answer.finish, inference::Finish::cancelled);
    EXPECT_EQ(exchange.answer.text, "<think>");
}

}  // namespace
}  // namespace fleming::app
