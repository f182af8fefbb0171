// Studies, evidence and questions of a workspace; workspace_session_test has its sessions.
#include "app/session/session.h"
#include "tests/app/workspace_testing.h"

#include <QSignalSpy>

#include <fstream>

namespace fleming::app {
namespace {

// --- studies --------------------------------------------------------------------------------------------------------

TEST_F(WorkspaceTest, OpensFilesAndSaysWhatItSkipped) {
    QSignalSpy finished(workspace.get(), &Workspace::openFinished);
    QSignalSpy thumbnails(workspace.get(), &Workspace::thumbnailReady);
    std::ofstream(folder / "bad.png", std::ios::binary) << "\x89PNG\r\n\x1a\n and no more";
    workspace->open({text(folder / "scan.npy"), text(folder / "picture.png"), text(folder / "bad.png")});
    EXPECT_TRUE(workspace->isOpening());
    WAIT_FOR(finished.count() == 1);
    ASSERT_EQ(workspace->series().size(), 2U);
    EXPECT_EQ(workspace->skipped().size(), 1U);
    WAIT_FOR(thumbnails.count() == 2);
    for (const OpenSeries& open : workspace->series())
        EXPECT_FALSE(open.thumbnail.isNull());

    workspace->open({text(folder / "scan.npy")});  // it is open already
    WAIT_FOR(finished.count() == 2);
    EXPECT_EQ(workspace->series().size(), 2U);

    EXPECT_EQ(workspace->chosen(), workspace->series()[0].id);
    ASSERT_EQ(notices.size(), 1);
    EXPECT_TRUE(notices[0].contains("scan.npy"));
    workspace->open({text(folder / "bad.png"), text(folder / "scan.npy"), text(folder / "picture.png")});
    WAIT_FOR(finished.count() == 3);
    EXPECT_EQ(workspace->skipped().size(), 1U);  // it was said before
    EXPECT_EQ(notices.size(), 2);

    workspace->closeAll();
    EXPECT_TRUE(workspace->series().empty());
    workspace->open({text(folder / "bad.png"), text(folder / "scan.npy")});
    WAIT_FOR(finished.count() == 4);
    EXPECT_EQ(workspace->skipped().size(), 1U);
}

TEST_F(WorkspaceTest, SaysWhyNothingCouldBeOpened) {
    workspace->open({text(folder / "missing.npy")});
    WAIT_FOR(!workspace->isOpening());
    ASSERT_EQ(failures.size(), 1);
    EXPECT_TRUE(failures[0].contains("missing.npy"));
}

TEST_F(WorkspaceTest, LoadsTheChosenSeries) {
    const int id = openScan();
    QSignalSpy chosen(workspace.get(), &Workspace::chosenChanged);
    QSignalSpy pixels(workspace.get(), &Workspace::pixelsChanged);
    workspace->choose(id);
    EXPECT_EQ(workspace->chosen(), id);
    EXPECT_EQ(chosen.count(), 1);
    WAIT_FOR(workspace->find(id)->volume && workspace->find(id)->volume->complete());
    WAIT_FOR(!pixels.isEmpty());
    EXPECT_EQ(workspace->find(id)->view.index, 16);
    EXPECT_EQ(workspace->find(12345), nullptr);
}

TEST_F(WorkspaceTest, SaysWhyPixelsCannotBeRead) {
    const int id = openScan();
    std::filesystem::remove(folder / "scan.npy");
    workspace->choose(id);
    WAIT_FOR(!workspace->find(id)->error.isEmpty());
    EXPECT_TRUE(failures.last().contains("scan.npy"));
}

// --- evidence -------------------------------------------------------------------------------------------------------

TEST_F(WorkspaceTest, AddsEvidenceInTheOrderOfTheCalls) {
    const int id = openScan();
    Selection selection;
    for (const int slice : {7, 3, 5}) {
        selection.indices = {slice};
        workspace->addEvidence(id, selection);
    }
    WAIT_FOR(!workspace->isCollecting());
    EXPECT_EQ(shownSlices(), (Slices{7, 3, 5}));
    EXPECT_EQ(workspace->evidenceSeries(2), id);
    EXPECT_EQ(workspace->evidenceSeries(3), -1);
    workspace->moveEvidence(0, 2);
    EXPECT_EQ(shownSlices(), (Slices{3, 5, 7}));
    workspace->moveEvidence(2, 0);
    EXPECT_EQ(shownSlices(), (Slices{7, 3, 5}));
    workspace->removeEvidence(1);
    workspace->removeEvidence(9);
    EXPECT_EQ(shownSlices(), (Slices{7, 5}));
    workspace->clearEvidence();
    EXPECT_TRUE(workspace->evidence().empty());
    EXPECT_TRUE(notices.isEmpty());
}

TEST_F(WorkspaceTest, AddsAFrameOnce) {
    openScan();
    add({7, 3, 3});  // some rules repeat a slice
    EXPECT_EQ(shownSlices(), (Slices{7, 3, 3}));
    add({7});
    EXPECT_EQ(shownSlices(), (Slices{7, 3, 3}));
    ASSERT_EQ(notices.size(), 1);
    EXPECT_TRUE(notices[0].contains("Image-1"));
    add({3, 5});
    EXPECT_EQ(shownSlices(), (Slices{7, 3, 3, 5}));
    EXPECT_EQ(notices.size(), 2);
    add({3, 5, 7});
    EXPECT_EQ(shownSlices(), (Slices{7, 3, 3, 5}));
    EXPECT_EQ(notices.size(), 3);
    Selection inverted;
    inverted.indices = {7};
    inverted.inverted = true;
    workspace->addEvidence(workspace->series().back().id, inverted);
    WAIT_FOR(!workspace->isCollecting());
    EXPECT_EQ(shownSlices(), (Slices{7, 3, 3, 5, 7}));
    EXPECT_EQ(notices.size(), 3);
}

TEST_F(WorkspaceTest, PutsBackWhatWasRemoved) {
    openScan();
    add({1, 2, 3, 4});
    workspace->removeEvidence(1);
    workspace->clearEvidence();
    EXPECT_TRUE(workspace->evidence().empty());
    workspace->undoEvidence();
    EXPECT_EQ(shownSlices(), (Slices{1, 3, 4}));
    workspace->undoEvidence();
    EXPECT_EQ(shownSlices(), (Slices{1, 2, 3, 4}));
    EXPECT_EQ(workspace->evidenceSeries(1), workspace->series().back().id);
    EXPECT_FALSE(workspace->canUndoEvidence());
    workspace->undoEvidence();
    EXPECT_EQ(shownSlices(), (Slices{1, 2, 3, 4}));
}

TEST_F(WorkspaceTest, PutsNothingBackAmongWhatTheConversationHasSeen) {
    openScan();
    loadModel();
    add({1, 2});
    workspace->clearEvidence();
    add({9});
    askAndWait("What is this?");
    workspace->undoEvidence();
    EXPECT_EQ(shownSlices(), (Slices{9, 1, 2}));
    EXPECT_EQ(workspace->seenEvidence(), 1);
    EXPECT_NE(workspace->conversation(), 0);
    askAndWait("And these?");
    EXPECT_EQ(askedSlices(1), (Slices{1, 2}));
}

TEST_F(WorkspaceTest, TakesNoSliceOfAVolumeThatIsShownAsAWhole) {
    const int id = openScan();
    loadModel();
    workspace->choose(id);
    QSignalSpy changes(workspace.get(), &Workspace::viewKindChanged);
    View view;
    view.volumeShown = true;
    workspace->setView(id, view);
    EXPECT_EQ(changes.count(), 1);
    EXPECT_FALSE(workspace->viewCanBeEvidence());
    EXPECT_FALSE(workspace->addView());
    EXPECT_FALSE(workspace->askAboutView("What is this?"));
    EXPECT_FALSE(workspace->isAnswering() || workspace->isCollecting());
    EXPECT_TRUE(workspace->evidence().empty());
    EXPECT_EQ(failures.size(), 2);
}

TEST_F(WorkspaceTest, SaysWhyEvidenceCannotBeMade) {
    openScan();
    add({99});
    ASSERT_EQ(failures.size(), 1);
    EXPECT_TRUE(failures[0].contains("0 to 31"));
}

TEST_F(WorkspaceTest, AsksAboutWhatTheScreenShows) {
    const int id = openScan();
    loadModel();
    workspace->choose(id);
    View view;
    view.index = 21;
    view.windowing = viewer::Window{100.0, 50.0};
    workspace->setView(id, view);
    ASSERT_TRUE(workspace->askAboutView("What is this?"));
    EXPECT_TRUE(workspace->isAnswering());
    WAIT_FOR(!workspace->isAnswering());
    EXPECT_EQ(askedSlices(0), Slices{21});
    EXPECT_EQ(record->questions[0].evidence[0].provenance.window, (viewer::Window{100.0, 50.0}));
}

// --- asking ---------------------------------------------------------------------------------------------------------

TEST_F(WorkspaceTest, StreamsAnAnswer) {
    openScan();
    loadModel();
    add({0, 31});
    QSignalSpy began(workspace.get(), &Workspace::exchangeBegan);
    QSignalSpy finished(workspace.get(), &Workspace::exchangeFinished);
    QString streamed;
    QObject::connect(workspace.get(), &Workspace::tokenArrived, [&](qint64 id, const inference::Token& token) {
        streamed += QString::fromStdString(token.text);
        // What is shown is stored.
        EXPECT_TRUE(QString::fromStdString(Session(workspace->sessionFile().toStdString()).exchange(id).answer.text)
                        .startsWith(streamed));
    });
    askAndWait("Is there a nodule?");
    ASSERT_EQ(began.count(), 1);
    ASSERT_EQ(finished.count(), 1);
    EXPECT_EQ(streamed, "<think>Look at Image-1.</think><answer>yes</answer>");
    ASSERT_EQ(workspace->exchanges().size(), 1U);
    const Exchange& exchange = workspace->exchanges()[0];
    EXPECT_EQ(exchange.id, finished[0][0].toLongLong());
    EXPECT_EQ(exchange.question, "Is there a nodule?");
    EXPECT_EQ(exchange.answer.reasoning, "Look at Image-1.");
    EXPECT_EQ(exchange.answer.finalAnswer, "yes");
    EXPECT_EQ(exchange.state, ExchangeState::done);
    EXPECT_EQ(exchange.modelName, "fake");
    EXPECT_EQ(exchange.evidence.size(), 2U);
    const Exchange stored = Session(workspace->sessionFile().toStdString()).exchange(exchange.id);
    EXPECT_EQ(stored.state, ExchangeState::done);
    EXPECT_EQ(stored.answer.finalAnswer, "yes");
    EXPECT_TRUE(failures.isEmpty());
}

TEST_F(WorkspaceTest, RefusesAQuestionThatCannotBeAnswered) {
    EXPECT_FALSE(workspace->ask("No model?"));
    loadModel();
    EXPECT_FALSE(workspace->ask(" \n"));
    EXPECT_EQ(failures.size(), 2);
    record->mayGoOn = false;
    EXPECT_TRUE(workspace->ask("One"));
    EXPECT_FALSE(workspace->ask("Two"));
    EXPECT_EQ(failures.size(), 3);
    workspace->stopAnswer();
    WAIT_FOR(!workspace->isAnswering());
    EXPECT_EQ(workspace->exchanges().size(), 1U);
}

TEST_F(WorkspaceTest, QuestionsWaitForTheirTurn) {
    loadModel();
    record->mayGoOn = false;
    QSignalSpy waiting(workspace.get(), &Workspace::waitingChanged);
    ASSERT_TRUE(workspace->ask("One"));
    for (const char* text : {"Two", "Three", "Four", " ", "Five"})
        workspace->askLater(text);
    EXPECT_EQ(workspace->waitingQuestions(), (QStringList{"Two", "Three", "Four", "Five"}));
    workspace->moveWaiting(3, 0);
    workspace->removeWaiting(2);
    workspace->removeWaiting(7);
    workspace->moveWaiting(0, 3);
    EXPECT_EQ(workspace->waitingQuestions(), (QStringList{"Five", "Two", "Four"}));
    EXPECT_EQ(waiting.count(), 6);
    {
        const std::lock_guard guard(record->mutex);
        record->mayGoOn = true;
    }
    record->changed.notify_all();
    WAIT_FOR(workspace->exchanges().size() == 4 && !workspace->isAnswering());
    std::vector<std::string> asked;
    for (const Exchange& exchange : workspace->exchanges())
        asked.push_back(exchange.question);
    EXPECT_EQ(asked, (std::vector<std::string>{"One", "Five", "Two", "Four"}));
    EXPECT_TRUE(workspace->waitingQuestions().isEmpty());
    EXPECT_TRUE(failures.isEmpty());
    workspace->askLater("At once, for nothing else is asked.");
    EXPECT_TRUE(workspace->isAnswering());
    WAIT_FOR(!workspace->isAnswering());
}

TEST_F(WorkspaceTest, StoppingHoldsTheQuestionsThatWait) {
    loadModel();
    record->mayGoOn = false;
    ASSERT_TRUE(workspace->ask("One"));
    workspace->askLater("Two");
    workspace->askLater("Three");
    EXPECT_FALSE(workspace->isWaitingHeld());
    workspace->stopAnswer();
    WAIT_FOR(!workspace->isAnswering());
    QTest::qWait(50);  // long enough for the next to be asked
    EXPECT_FALSE(workspace->isAnswering());
    EXPECT_EQ(workspace->exchanges().size(), 1U);
    EXPECT_EQ(workspace->exchanges()[0].answer.finish, inference::Finish::cancelled);
    EXPECT_EQ(workspace->waitingQuestions(), (QStringList{"Two", "Three"}));
    EXPECT_TRUE(workspace->isWaitingHeld());
    {
        const std::lock_guard guard(record->mutex);
        record->mayGoOn = true;
    }
    askAndWait("In between");  // it does not release them
    EXPECT_EQ(workspace->waitingQuestions().size(), 2);
    workspace->continueWaiting();
    WAIT_FOR(workspace->exchanges().size() == 4 && !workspace->isAnswering());
    EXPECT_EQ(workspace->exchanges()[3].question, "Three");
    EXPECT_FALSE(workspace->isWaitingHeld());
}

TEST_F(WorkspaceTest, WaitsForEvidenceThatIsBeingMade) {
    const int id = openScan();
    loadModel();
    workspace->addEvidence(id, {});
    askAndWait("About all eleven?");
    EXPECT_EQ(askedSlices(0).size(), 11U);

    Selection impossible;
    impossible.indices = {1000};
    QSignalSpy dropped(workspace.get(), &Workspace::questionDropped);
    workspace->addEvidence(id, impossible);
    EXPECT_TRUE(workspace->ask("About nothing?"));
    WAIT_FOR(dropped.count() == 1);
    EXPECT_EQ(dropped[0][0].toString(), "About nothing?");
    EXPECT_FALSE(workspace->isAnswering());
    EXPECT_EQ(record->questions.size(), 1U);
}

TEST_F(WorkspaceTest, WorksAheadOnTheEvidenceThatIsPicked) {
    const auto prepared = [this] {
        const std::lock_guard guard(record->mutex);
        return record->prepared.empty()
                   ? std::pair(std::size_t{0}, false)
                   : std::pair(record->prepared.back().first.evidence.size(), record->prepared.back().second);
    };
    openScan();
    add({3, 5});
    loadModel();
    WAIT_FOR(prepared() == std::pair(std::size_t{2}, true));
    add({9});
    WAIT_FOR(prepared() == std::pair(std::size_t{3}, true));
    askAndWait("What is it?");
    add({11});  // goes with a follow-up
    WAIT_FOR(prepared() == std::pair(std::size_t{1}, false));
    workspace->newConversation();
    WAIT_FOR(prepared() == std::pair(std::size_t{4}, true));
}

TEST_F(WorkspaceTest, StopsAnAnswerAndKeepsWhatCame) {
    loadModel();
    record->mayGoOn = false;
    QSignalSpy tokens(workspace.get(), &Workspace::tokenArrived);
    ASSERT_TRUE(workspace->ask("A long story?"));
    WAIT_FOR(tokens.count() == 1);
    workspace->stopAnswer();
    WAIT_FOR(!workspace->isAnswering());
    const Exchange& exchange = workspace->exchanges().at(0);
    EXPECT_EQ(exchange.state, ExchangeState::done);
    EXPECT_EQ(exchange.answer.finish, inference::Finish::cancelled);
    EXPECT_EQ(exchange.answer.text, "<think>");
}

TEST_F(WorkspaceTest, SendsAFollowUpOnlyWhatIsNew) {
    openScan();
    loadModel();
    add({4, 8});
    askAndWait("First?");
    EXPECT_EQ(workspace->seenEvidence(), 2);
    add({12});
    askAndWait("Second?");
    askAndWait("Third?");
    EXPECT_EQ(askedSlices(0), (Slices{4, 8}));
    EXPECT_EQ(askedSlices(1), (Slices{12}));
    EXPECT_EQ(askedSlices(2), (Slices{}));
    EXPECT_EQ(record->conversations.size(), 1U);
    const auto& exchanges = workspace->exchanges();
    EXPECT_EQ(exchanges[1].conversation, exchanges[0].conversation);
    EXPECT_EQ(exchanges[1].firstImage, 3);
    EXPECT_EQ(shownSlices(), (Slices{4, 8, 12}));
}

TEST_F(WorkspaceTest, BeginsAnewWhenEvidenceThatWasSeenIsChanged) {
    openScan();
    loadModel();
    add({4, 8});
    askAndWait("First?");
    add({12, 16});
    workspace->moveEvidence(2, 3);  // both new: nothing that the model knows
    EXPECT_TRUE(notices.isEmpty());
    workspace->moveEvidence(0, 1);
    EXPECT_EQ(notices.size(), 1);
    EXPECT_EQ(workspace->seenEvidence(), 0);
    EXPECT_EQ(workspace->conversation(), 0);
    askAndWait("Second?");
    EXPECT_EQ(askedSlices(1), (Slices{8, 4, 16, 12}));
    EXPECT_EQ(record->conversations.size(), 2U);
    EXPECT_TRUE(record->conversations[1].second.empty());
    EXPECT_NE(workspace->exchanges()[1].conversation, workspace->exchanges()[0].conversation);
    EXPECT_EQ(workspace->exchanges()[1].firstImage, 1);
}

TEST_F(WorkspaceTest, BeginsAnewWhenEvidenceIsChangedWhileItAnswers) {
    openScan();
    loadModel();
    add({4, 8});
    record->mayGoOn = false;
    ASSERT_TRUE(workspace->ask("First?"));
    workspace->removeEvidence(0);
    EXPECT_EQ(notices.size(), 1);
    workspace->stopAnswer();
    WAIT_FOR(!workspace->isAnswering());
    record->mayGoOn = true;
    askAndWait("Second?");
    EXPECT_EQ(askedSlices(1), (Slices{8}));
    EXPECT_NE(workspace->exchanges()[1].conversation, workspace->exchanges()[0].conversation);
}

TEST_F(WorkspaceTest, SendsEvidenceAgainAfterAFailure) {
    openScan();
    loadModel();
    add({4});
    record->failure = "Not enough memory.";
    askAndWait("First?");
    EXPECT_EQ(workspace->exchanges()[0].state, ExchangeState::failed);
    EXPECT_EQ(workspace->exchanges()[0].failure, "Not enough memory.");
    EXPECT_EQ(workspace->seenEvidence(), 0);
    askAndWait("Second?");
    EXPECT_EQ(askedSlices(1), (Slices{4}));
    EXPECT_EQ(workspace->exchanges()[1].firstImage, 1);
}

TEST_F(WorkspaceTest, BeginsAnewWithAnotherModel) {
    openScan();
    loadModel();
    add({4});
    askAndWait("First?");
    workspace->loadModel("/no model");
    WAIT_FOR(!workspace->isLoadingModel());
    EXPECT_EQ(failures.size(), 1);
    ASSERT_TRUE(workspace->model());  // the one before still stands
    EXPECT_NE(workspace->conversation(), 0);
    loadModel("/models/other");
    EXPECT_EQ(workspace->model()->info.name, "other");
    EXPECT_EQ(notices.size(), 1);
    askAndWait("Second?");
    EXPECT_EQ(askedSlices(1), (Slices{4}));
    EXPECT_EQ(workspace->exchanges()[1].modelName, "other");
}

}  // namespace
}  // namespace fleming::app
