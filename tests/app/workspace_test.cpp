// Tests of a workspace: studies, evidence and questions.
#include "app/session/session.h"
#include "tests/app/workspace_testing.h"

#include <QSignalSpy>

#include <fstream>

namespace fleming::app {
namespace {

// --- studies --------------------------------------------------------------------------------------------------------

TEST_F(AppWorkspace, OpensFilesAndListsSkippedOnes) {
    QSignalSpy finished(&workspace->studies(), &Studies::openFinished);
    QSignalSpy thumbnails(&workspace->studies(), &Studies::thumbnailReady);
    std::ofstream(folder / "bad.png", std::ios::binary) << "\x89PNG\r\n\x1a\n and no more";
    workspace->studies().open({text(folder / "scan.npy"), text(folder / "picture.png"), text(folder / "bad.png")});
    EXPECT_TRUE(workspace->studies().isOpening());
    WAIT_FOR(finished.count() == 1);
    ASSERT_EQ(workspace->studies().series().size(), 2U);
    EXPECT_EQ(workspace->studies().skipped().size(), 1U);
    WAIT_FOR(thumbnails.count() == 2);
    for (const OpenSeries& open : workspace->studies().series())
        EXPECT_FALSE(open.thumbnail.isNull());

    workspace->studies().open({text(folder / "scan.npy")});  // already open
    WAIT_FOR(finished.count() == 2);
    EXPECT_EQ(workspace->studies().series().size(), 2U);

    EXPECT_EQ(workspace->studies().chosen(), workspace->studies().series()[0].id);
    ASSERT_EQ(notices.size(), 1);
    EXPECT_TRUE(notices[0].contains("scan.npy"));
    workspace->studies().open({text(folder / "bad.png"), text(folder / "scan.npy"), text(folder / "picture.png")});
    WAIT_FOR(finished.count() == 3);
    EXPECT_EQ(workspace->studies().skipped().size(), 1U);  // already listed
    EXPECT_EQ(notices.size(), 2);

    workspace->studies().closeAll();
    EXPECT_TRUE(workspace->studies().series().empty());
    workspace->studies().open({text(folder / "bad.png"), text(folder / "scan.npy")});
    WAIT_FOR(finished.count() == 4);
    EXPECT_EQ(workspace->studies().skipped().size(), 1U);
}

TEST_F(AppWorkspace, ReportsWhyNothingCouldBeOpened) {
    workspace->studies().open({text(folder / "missing.npy")});
    WAIT_FOR(!workspace->studies().isOpening());
    ASSERT_EQ(failures.size(), 1);
    EXPECT_TRUE(failures[0].contains("missing.npy"));
}

TEST_F(AppWorkspace, LoadsTheChosenSeries) {
    const int id = openScan();
    QSignalSpy chosen(&workspace->studies(), &Studies::chosenChanged);
    QSignalSpy pixels(&workspace->studies(), &Studies::pixelsChanged);
    workspace->studies().choose(id);
    EXPECT_EQ(workspace->studies().chosen(), id);
    EXPECT_EQ(chosen.count(), 1);
    WAIT_FOR(workspace->studies().find(id)->volume && workspace->studies().find(id)->volume->complete());
    WAIT_FOR(!pixels.isEmpty());
    EXPECT_EQ(workspace->studies().find(id)->view.index, 16);
    EXPECT_EQ(workspace->studies().find(12345), nullptr);
}

TEST_F(AppWorkspace, ReportsWhyPixelsCannotBeRead) {
    const int id = openScan();
    std::filesystem::remove(folder / "scan.npy");
    workspace->studies().choose(id);
    WAIT_FOR(!workspace->studies().find(id)->error.isEmpty());
    EXPECT_TRUE(failures.last().contains("scan.npy"));
}

// --- evidence -------------------------------------------------------------------------------------------------------

TEST_F(AppWorkspace, AddsEvidenceInTheOrderOfTheCalls) {
    const int id = openScan();
    Selection selection;
    for (const int slice : {7, 3, 5}) {
        selection.indices = {slice};
        workspace->evidence().add(*workspace->studies().find(id), selection);
    }
    WAIT_FOR(!workspace->evidence().isCollecting());
    EXPECT_EQ(shownSlices(), (Slices{7, 3, 5}));
    EXPECT_EQ(workspace->evidence().seriesOf(2), id);
    EXPECT_EQ(workspace->evidence().seriesOf(3), -1);
    workspace->evidence().move(0, 2);
    EXPECT_EQ(shownSlices(), (Slices{3, 5, 7}));
    workspace->evidence().move(2, 0);
    EXPECT_EQ(shownSlices(), (Slices{7, 3, 5}));
    workspace->evidence().remove(1);
    workspace->evidence().remove(9);
    EXPECT_EQ(shownSlices(), (Slices{7, 5}));
    workspace->evidence().clear();
    EXPECT_TRUE(workspace->evidence().frames().empty());
    EXPECT_TRUE(notices.isEmpty());
}

TEST_F(AppWorkspace, AddsAFrameOnce) {
    openScan();
    add({7, 3, 3});  // a selection may repeat a slice
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
    workspace->evidence().add(workspace->studies().series().back(), inverted);
    WAIT_FOR(!workspace->evidence().isCollecting());
    EXPECT_EQ(shownSlices(), (Slices{7, 3, 3, 5, 7}));
    EXPECT_EQ(notices.size(), 3);
}

TEST_F(AppWorkspace, PutsBackRemovedFrames) {
    openScan();
    add({1, 2, 3, 4});
    workspace->evidence().remove(1);
    workspace->evidence().clear();
    EXPECT_TRUE(workspace->evidence().frames().empty());
    workspace->evidence().undo();
    EXPECT_EQ(shownSlices(), (Slices{1, 3, 4}));
    workspace->evidence().undo();
    EXPECT_EQ(shownSlices(), (Slices{1, 2, 3, 4}));
    EXPECT_EQ(workspace->evidence().seriesOf(1), workspace->studies().series().back().id);
    EXPECT_FALSE(workspace->evidence().canUndo());
    workspace->evidence().undo();
    EXPECT_EQ(shownSlices(), (Slices{1, 2, 3, 4}));
}

TEST_F(AppWorkspace, UndoesMovesAndRemovalsInTheirOrder) {
    openScan();
    add({1, 2, 3, 4});
    workspace->evidence().move(0, 3);
    workspace->evidence().remove(1);
    add({5});
    workspace->evidence().move(3, 0);
    EXPECT_EQ(shownSlices(), (Slices{5, 2, 4, 1}));
    workspace->evidence().undo();
    EXPECT_EQ(shownSlices(), (Slices{2, 4, 1, 5}));
    workspace->evidence().undo();
    EXPECT_EQ(shownSlices(), (Slices{2, 3, 4, 1, 5}));
    workspace->evidence().undo();
    EXPECT_EQ(shownSlices(), (Slices{1, 2, 3, 4, 5}));
    EXPECT_FALSE(workspace->evidence().canUndo());
}

TEST_F(AppWorkspace, DoesAgainWhatWasUndone) {
    openScan();
    add({1, 2, 3, 4});
    EvidenceList& evidence = workspace->evidence();
    EXPECT_FALSE(evidence.canRedo());
    evidence.remove(1);
    evidence.move(0, 2);
    evidence.clear();
    for (int i = 0; i < 3; ++i)
        evidence.undo();
    EXPECT_EQ(shownSlices(), (Slices{1, 2, 3, 4}));
    evidence.redo();
    EXPECT_EQ(shownSlices(), (Slices{1, 3, 4}));
    evidence.redo();
    EXPECT_EQ(shownSlices(), (Slices{3, 4, 1}));
    evidence.undo();  // and back
    EXPECT_EQ(shownSlices(), (Slices{1, 3, 4}));
    evidence.redo();
    evidence.redo();
    EXPECT_TRUE(evidence.frames().empty());
    EXPECT_FALSE(evidence.canRedo());
    evidence.redo();
    evidence.undo();
    EXPECT_EQ(shownSlices(), (Slices{3, 4, 1}));
    EXPECT_EQ(evidence.seriesOf(0), workspace->studies().series().back().id);
    add({7});  // another change: nothing is left to redo
    EXPECT_FALSE(evidence.canRedo());
    evidence.redo();
    EXPECT_EQ(shownSlices(), (Slices{3, 4, 1, 7}));
}

/// Random changes with undo and redo between them, compared with whole copies of the list.
TEST_F(AppWorkspace, UndoAndRedoAreExact) {
    openScan();
    add({0, 1, 2, 3, 4, 5, 6, 7});
    EvidenceList& evidence = workspace->evidence();
    std::mt19937 random(std::random_device{}());
    std::vector<Slices> states{shownSlices()};
    std::size_t at = 0;
    for (int i = 0; i < 300; ++i) {
        const std::size_t count = evidence.frames().size(), action = random() % 8;
        if (action < 3 && at > 0 && evidence.canUndo()) {
            evidence.undo();
            --at;
        } else if (action < 6 && evidence.canRedo()) {
            evidence.redo();
            ++at;
        } else if (count > 1) {
            if (action == 7 && count > 3) {
                evidence.remove(static_cast<int>(random() % count));
            } else {
                const std::size_t from = random() % count, to = (from + 1 + random() % (count - 1)) % count;
                evidence.move(static_cast<int>(from), static_cast<int>(to));
            }
            states.resize(++at);
            states.push_back(shownSlices());
        }
        ASSERT_EQ(shownSlices(), states[at]) << i;
    }
}

TEST_F(AppWorkspace, PutsNothingBackAmongSeenFrames) {
    openScan();
    loadModel();
    add({1, 2});
    workspace->evidence().clear();
    add({9});
    askAndWait("What is this?");
    workspace->evidence().undo();
    EXPECT_EQ(shownSlices(), (Slices{9, 1, 2}));
    EXPECT_EQ(workspace->evidence().seen(), 1);
    EXPECT_NE(workspace->chat().conversation(), 0);
    askAndWait("And these?");
    EXPECT_EQ(askedSlices(1), (Slices{1, 2}));
}

TEST_F(AppWorkspace, AddsNoSliceOfAWholeVolume) {
    const int id = openScan();
    loadModel();
    workspace->studies().choose(id);
    QSignalSpy changes(&workspace->studies(), &Studies::viewKindChanged);
    View view;
    view.volumeShown = true;
    workspace->studies().setView(id, view);
    EXPECT_EQ(changes.count(), 1);
    EXPECT_FALSE(workspace->studies().viewCanBeEvidence());
    EXPECT_FALSE(workspace->evidence().addView(*workspace->studies().chosenSeries()));
    EXPECT_FALSE(workspace->chat().isAnswering() || workspace->evidence().isCollecting());
    EXPECT_TRUE(workspace->evidence().frames().empty());
    EXPECT_EQ(failures.size(), 1);
}

TEST_F(AppWorkspace, ReportsWhyEvidenceCannotBeCollected) {
    openScan();
    add({99});
    ASSERT_EQ(failures.size(), 1);
    EXPECT_TRUE(failures[0].contains("0 to 31"));
}

TEST_F(AppWorkspace, AsksAboutWhatTheScreenShows) {
    const int id = openScan();
    loadModel();
    workspace->studies().choose(id);
    View view;
    view.index = 21;
    view.windowing = viewer::Window{100.0, 50.0};
    workspace->studies().setView(id, view);
    ASSERT_TRUE(workspace->evidence().addView(*workspace->studies().chosenSeries()));
    ASSERT_TRUE(workspace->chat().ask("What is this?"));
    EXPECT_TRUE(workspace->chat().isAnswering());
    WAIT_FOR(!workspace->chat().isAnswering());
    EXPECT_EQ(askedSlices(0), Slices{21});
    EXPECT_EQ(record->questions[0].evidence[0].provenance.window, (viewer::Window{100.0, 50.0}));
}

// --- asking ---------------------------------------------------------------------------------------------------------

TEST_F(AppWorkspace, StreamsAnAnswer) {
    openScan();
    loadModel();
    add({0, 31});
    QSignalSpy began(&workspace->session(), &CurrentSession::exchangeBegan);
    QSignalSpy finished(&workspace->session(), &CurrentSession::exchangeFinished);
    QString streamed;
    QObject::connect(
        &workspace->session(), &CurrentSession::tokenArrived, [&](qint64 id, const inference::Token& token) {
            streamed += QString::fromStdString(token.text);
            // A token is stored before it is shown.
            EXPECT_TRUE(
                QString::fromStdString(Session(workspace->session().file().toStdString()).exchange(id).answer.text)
                    .startsWith(streamed));
        });
    askAndWait("Is there a nodule?");
    ASSERT_EQ(began.count(), 1);
    ASSERT_EQ(finished.count(), 1);
    EXPECT_EQ(streamed, "<think>Look at Image-1.</think><answer>yes</answer>");
    ASSERT_EQ(workspace->session().exchanges().size(), 1U);
    const Exchange& exchange = workspace->session().exchanges()[0];
    EXPECT_EQ(exchange.id, finished[0][0].toLongLong());
    EXPECT_EQ(exchange.question, "Is there a nodule?");
    EXPECT_EQ(exchange.answer.reasoning, "Look at Image-1.");
    EXPECT_EQ(exchange.answer.finalAnswer, "yes");
    EXPECT_EQ(exchange.state, ExchangeState::done);
    EXPECT_EQ(exchange.modelName, "fake");
    EXPECT_EQ(exchange.evidence.size(), 2U);
    const Exchange stored = Session(workspace->session().file().toStdString()).exchange(exchange.id);
    EXPECT_EQ(stored.state, ExchangeState::done);
    EXPECT_EQ(stored.answer.finalAnswer, "yes");
    EXPECT_TRUE(failures.isEmpty());
}

TEST_F(AppWorkspace, RefusesAQuestionThatCannotBeAnswered) {
    EXPECT_FALSE(workspace->chat().ask("No model?"));
    loadModel();
    EXPECT_FALSE(workspace->chat().ask(" \n"));
    EXPECT_EQ(failures.size(), 2);
    record->mayContinue = false;
    EXPECT_TRUE(workspace->chat().ask("One"));
    EXPECT_FALSE(workspace->chat().ask("Two"));
    EXPECT_EQ(failures.size(), 3);
    workspace->chat().stop();
    WAIT_FOR(!workspace->chat().isAnswering());
    EXPECT_EQ(workspace->session().exchanges().size(), 1U);
}

TEST_F(AppWorkspace, QueuesQuestions) {
    loadModel();
    record->mayContinue = false;
    QSignalSpy waiting(&workspace->questions(), &QuestionQueue::changed);
    ASSERT_TRUE(workspace->chat().ask("One"));
    for (const char* text : {"Two", "Three", "Four", " ", "Five"})
        workspace->questions().add(text);
    EXPECT_EQ(workspace->questions().texts(), (QStringList{"Two", "Three", "Four", "Five"}));
    workspace->questions().move(3, 0);
    workspace->questions().remove(2);
    workspace->questions().remove(7);
    workspace->questions().move(0, 3);
    EXPECT_EQ(workspace->questions().texts(), (QStringList{"Five", "Two", "Four"}));
    EXPECT_EQ(waiting.count(), 6);
    {
        const std::lock_guard guard(record->mutex);
        record->mayContinue = true;
    }
    record->changed.notify_all();
    WAIT_FOR(workspace->session().exchanges().size() == 4 && !workspace->chat().isAnswering());
    std::vector<std::string> asked;
    for (const Exchange& exchange : workspace->session().exchanges())
        asked.push_back(exchange.question);
    EXPECT_EQ(asked, (std::vector<std::string>{"One", "Five", "Two", "Four"}));
    EXPECT_TRUE(workspace->questions().texts().isEmpty());
    EXPECT_TRUE(failures.isEmpty());
    workspace->questions().add("At once, for nothing else is asked.");
    EXPECT_TRUE(workspace->chat().isAnswering());
    WAIT_FOR(!workspace->chat().isAnswering());
}

TEST_F(AppWorkspace, HoldsTheQueueAfterStop) {
    loadModel();
    record->mayContinue = false;
    ASSERT_TRUE(workspace->chat().ask("One"));
    workspace->questions().add("Two");
    workspace->questions().add("Three");
    EXPECT_FALSE(workspace->questions().isHeld());
    workspace->chat().stop();
    WAIT_FOR(!workspace->chat().isAnswering());
    QTest::qWait(50);  // enough time for the next question
    EXPECT_FALSE(workspace->chat().isAnswering());
    EXPECT_EQ(workspace->session().exchanges().size(), 1U);
    EXPECT_EQ(workspace->session().exchanges()[0].answer.finish, inference::Finish::cancelled);
    EXPECT_EQ(workspace->questions().texts(), (QStringList{"Two", "Three"}));
    EXPECT_TRUE(workspace->questions().isHeld());
    {
        const std::lock_guard guard(record->mutex);
        record->mayContinue = true;
    }
    askAndWait("In between");  // does not release the queue
    EXPECT_EQ(workspace->questions().texts().size(), 2);
    workspace->questions().release();
    WAIT_FOR(workspace->session().exchanges().size() == 4 && !workspace->chat().isAnswering());
    EXPECT_EQ(workspace->session().exchanges()[3].question, "Three");
    EXPECT_FALSE(workspace->questions().isHeld());
}

TEST_F(AppWorkspace, WaitsForEvidenceThatIsBeingCollected) {
    const int id = openScan();
    loadModel();
    workspace->evidence().add(*workspace->studies().find(id), {});
    askAndWait("About all eleven?");
    EXPECT_EQ(askedSlices(0).size(), 11U);

    Selection impossible;
    impossible.indices = {1000};
    QSignalSpy dropped(&workspace->chat(), &Chat::questionDropped);
    workspace->evidence().add(*workspace->studies().find(id), impossible);
    EXPECT_TRUE(workspace->chat().ask("About nothing?"));
    WAIT_FOR(dropped.count() == 1);
    EXPECT_EQ(dropped[0][0].toString(), "About nothing?");
    EXPECT_FALSE(workspace->chat().isAnswering());
    EXPECT_EQ(record->questions.size(), 1U);
}

TEST_F(AppWorkspace, PreparesTheEvidenceAhead) {
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
    add({11});  // for a follow-up
    WAIT_FOR(prepared() == std::pair(std::size_t{1}, false));
    workspace->chat().newConversation();
    WAIT_FOR(prepared() == std::pair(std::size_t{4}, true));
}

TEST_F(AppWorkspace, PreparesNothingIfTheModelCannot) {
    record->capabilities.prepare = false;
    openScan();
    add({3, 5});
    loadModel();
    QTest::qWait(600);  // longer than the delay of the preparation
    askAndWait("What is it?");
    EXPECT_TRUE(record->prepared.empty());
}

TEST_F(AppWorkspace, StopsAnAnswerAndKeepsItsBeginning) {
    loadModel();
    record->mayContinue = false;
    QSignalSpy tokens(&workspace->session(), &CurrentSession::tokenArrived);
    ASSERT_TRUE(workspace->chat().ask("A long story?"));
    WAIT_FOR(tokens.count() == 1);
    workspace->chat().stop();
    WAIT_FOR(!workspace->chat().isAnswering());
    const Exchange& exchange = workspace->session().exchanges().at(0);
    EXPECT_EQ(exchange.state, ExchangeState::done);
    EXPECT_EQ(exchange.answer.finish, inference::Finish::cancelled);
    EXPECT_EQ(exchange.answer.text, "<think>");
}

}  // namespace
}  // namespace fleming::app
