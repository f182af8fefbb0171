// Tests of a workspace: sessions and drafts.
#include "app/session/session_store.h"
#include "app/studies/reopened_files.h"
#include "tests/app/session_testing.h"
#include "tests/app/workspace_testing.h"

#include <QSignalSpy>

#include <fstream>

namespace fleming::app {
namespace {

TEST_F(AppWorkspace, ContinuesAConversationOfASession) {
    openScan();
    loadModel();
    workspace->chat().setSystemText("Be brief.");
    workspace->session().open(text(folder / "mine.fleming"));
    WAIT_FOR(!workspace->session().file().isEmpty());
    add({4, 8});
    askAndWait("First?");
    record->failure = "Broken.";
    askAndWait("Failing?");
    restart();

    loadModel();
    workspace->session().open(text(folder / "mine.fleming"));
    WAIT_FOR(workspace->session().exchanges().size() == 2);
    EXPECT_EQ(shownSlices(), (Slices{4, 8}));
    EXPECT_EQ(findSeriesOf(0), -1);
    const int id = openScan();
    EXPECT_EQ(findSeriesOf(0), id);
    add({12});
    askAndWait("Second?");
    EXPECT_EQ(askedSlices(0), (Slices{12}));
    ASSERT_EQ(record->conversations.size(), 1U);
    EXPECT_EQ(record->conversations[0].first, "Be brief.");
    const std::vector<inference::PastTurn>& history = record->conversations[0].second;
    ASSERT_EQ(history.size(), 1U);  // without the failed exchange
    EXPECT_EQ(history[0].turn.text, "First?");
    EXPECT_EQ(history[0].turn.images.size(), 2U);
    EXPECT_EQ(history[0].turn.images[0].fit, inference::Fit::cover);
    EXPECT_EQ(history[0].answer, "<think>Look at Image-1.</think><answer>yes</answer>");
    EXPECT_EQ(workspace->session().exchanges()[2].firstImage, 3);
    EXPECT_EQ(workspace->session().exchanges()[2].conversation, workspace->session().exchanges()[0].conversation);
}

TEST_F(AppWorkspace, StartsANewSessionAndOffersTheLastOne) {
    loadModel();
    askAndWait("First?");
    const QString file = workspace->session().file();
    EXPECT_FALSE(file.isEmpty());
    restart();
    EXPECT_TRUE(workspace->session().file().isEmpty());
    QSignalSpy found(&workspace->session(), &CurrentSession::lastSessionFound);
    workspace->session().offerLast();
    WAIT_FOR(found.count() == 1);
    EXPECT_EQ(found[0][0].toString(), file);
    EXPECT_TRUE(workspace->session().exchanges().empty());
    loadModel();
    askAndWait("Of another patient?");
    EXPECT_NE(workspace->session().file(), file);
    EXPECT_EQ(Session(file.toStdString(), Session::Access::read).exchanges().size(), 1U);

    workspace->session().open(file);
    WAIT_FOR(workspace->session().file() == file);
    EXPECT_EQ(workspace->session().exchanges()[0].question, "First?");
    EXPECT_EQ(workspace->chat().conversation(), workspace->session().exchanges()[0].conversation);
    askAndWait("And then?");
    EXPECT_EQ(workspace->session().exchanges()[1].conversation, workspace->session().exchanges()[0].conversation);
    workspace->session().open(file);  // already open; stays writable
    QTest::qWait(50);
    EXPECT_FALSE(workspace->session().isReadOnly());
    askAndWait("Still?");
    workspace->session().startNew();
    EXPECT_TRUE(workspace->session().exchanges().empty());
    EXPECT_TRUE(workspace->session().file().isEmpty());

    workspace.reset();
    std::filesystem::remove(file.toStdString());
    SessionStore store;
    QSignalSpy gone(&store, &SessionStore::found);
    store.lookFor(file);
    QSignalSpy opened(&store, &SessionStore::opened);
    store.open(text(folder / "other.fleming"));
    WAIT_FOR(opened.count() == 1);
    EXPECT_EQ(gone.count(), 0);  // no offer and no error
}

TEST_F(AppWorkspace, NeverWritesASessionThatAnotherProgramWrites) {
    const auto openMine = [this](Workspace& opener) {
        opener.session().open(text(folder / "mine.fleming"));
        WAIT_FOR(!opener.session().file().isEmpty());
    };
    loadModel();
    openMine(*workspace);
    askAndWait("First?");
    const auto second = std::make_shared<FakeModelRecord>();
    Workspace other(fakeBackends(second));
    QStringList said;
    QObject::connect(&other, &Workspace::notice, [&](const QString& message) { said.append(message); });
    QObject::connect(&other, &Workspace::failed, [&](const QString& message) { said.append(message); });
    QSignalSpy found(&other.session(), &CurrentSession::lastSessionFound);
    other.session().offerLast();
    other.model().load(LocalCheckpoint{"/models/fake"});
    openMine(other);
    EXPECT_EQ(found.count(), 0);  // the session is in use
    EXPECT_TRUE(other.session().isReadOnly());
    ASSERT_EQ(said.size(), 1);
    EXPECT_TRUE(said[0].contains("in use by another")) << said[0].toStdString();
    EXPECT_EQ(other.session().exchanges().size(), 1U);
    WAIT_FOR(other.model().model().has_value());
    EXPECT_FALSE(other.chat().ask("Into the same file?"));
    EXPECT_TRUE(said.last().contains("read-only"));
    QSignalSpy refused(&other.session(), &CurrentSession::reviewFailed);
    other.session().review(other.session().exchanges()[0].id, {});
    WAIT_FOR(refused.count() == 1);
    other.session().startNew();
    EXPECT_FALSE(other.session().isReadOnly());
    ASSERT_TRUE(other.chat().ask("Into one of my own?"));
    WAIT_FOR(!other.chat().isAnswering());
    EXPECT_NE(other.session().file(), workspace->session().file());
    EXPECT_EQ(Session(folder / "mine.fleming").exchanges().size(), 1U);
    EXPECT_TRUE(failures.isEmpty());
}

TEST_F(AppWorkspace, CreatesOneFileForEachOfTwoSessionsThatBeginTogether) {
    Workspace other(fakeBackends(std::make_shared<FakeModelRecord>()));
    loadModel();
    other.model().load(LocalCheckpoint{"/models/fake"});
    WAIT_FOR(other.model().model().has_value());
    ASSERT_TRUE(workspace->chat().ask("One?") &&
                other.chat().ask("Two?"));  // in the same second, which is the file name
    WAIT_FOR(!workspace->chat().isAnswering() && !other.chat().isAnswering());
    EXPECT_NE(workspace->session().file(), other.session().file());
    ASSERT_EQ(other.session().exchanges().size(), 1U);
    EXPECT_EQ(Session(workspace->session().file().toStdString()).exchanges().at(0).question, "One?");
    EXPECT_EQ(Session(other.session().file().toStdString()).exchanges().at(0).question, "Two?");
}

TEST_F(AppWorkspace, ReopensTheSeriesOfASession) {
    openScan();
    loadModel();
    workspace->session().open(text(folder / "mine.fleming"));
    WAIT_FOR(!workspace->session().file().isEmpty());
    add({4});
    askAndWait("First?");
    workspace->studies().open({text(folder / "picture.png")});
    WAIT_FOR(workspace->studies().series().size() == 2);
    Selection whole;
    workspace->evidence().add(workspace->studies().series().back(), whole);
    WAIT_FOR(!workspace->evidence().isCollecting());
    askAndWait("And this?");
    restart();

    std::filesystem::remove(folder / "picture.png");
    workspace->session().open(text(folder / "mine.fleming"));
    WAIT_FOR(workspace->studies().series().size() == 1 && !workspace->studies().isOpening());
    EXPECT_EQ(workspace->evidence().frames().size(), 2U);
    EXPECT_EQ(workspace->evidence().seen(), 2);
    EXPECT_EQ(findSeriesOf(0), workspace->studies().series()[0].id);
    EXPECT_EQ(findSeriesOf(1), -1);
    ASSERT_EQ(notices.size(), 1);
    EXPECT_TRUE(notices[0].contains("picture.png")) << notices[0].toStdString();
    EXPECT_FALSE(notices[0].contains("scan.npy"));
    EXPECT_TRUE(failures.isEmpty());
    // A model that is loaded after the session, as at startup, continues the conversation.
    loadModel();
    EXPECT_NE(workspace->chat().conversation(), 0);
    askAndWait("Third?");
    EXPECT_EQ(askedSlices(0), Slices{});
    ASSERT_EQ(record->conversations.size(), 1U);
    EXPECT_EQ(record->conversations[0].second.size(), 2U);
    EXPECT_EQ(workspace->session().exchanges()[2].conversation, workspace->session().exchanges()[0].conversation);
    EXPECT_EQ(notices.size(), 1);
}

TEST(ReopenedFiles, FindsTheFolderOfASliceAndSingleFiles) {
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
    const ReopenedFiles files = findFiles({slice, other, gone, goneToo, slice});
    EXPECT_EQ(files.found,
              (std::vector<std::filesystem::path>{folder / "ct/1.dcm", folder / "ct/2.dcm", folder / "scan.npy"}));
    EXPECT_EQ(files.missing, (std::vector<std::filesystem::path>{folder / "away/1.dcm"}));  // one file of each series
}

TEST(ReopenedFiles, AreFoundByTheNotationOfTheirParts) {
    viewer::Series series;
    series.info = viewer::PictureInfo{};
    series.files = {"/scans/a.tif"};
    series.description = {"a.tif", {{viewer::SeriesPartKind::page, "2", 3}}};
    viewer::Provenance recorded;
    recorded.file = "/scans/a.tif";
    recorded.seriesDescription = series.description;
    EXPECT_TRUE(comesFrom(recorded, series));
    recorded.seriesDescription = {"a.tif, page 2 of 3", {}};  // sessions of versions that recorded no parts
    EXPECT_TRUE(comesFrom(recorded, series));
    recorded.seriesDescription.words = "a.tif, page 1 of 3";
    EXPECT_FALSE(comesFrom(recorded, series));
}

TEST_F(AppWorkspace, ContinuesWithTheTokensOfTheSameModel) {
    loadModel();
    workspace->session().open(text(folder / "mine.fleming"));
    WAIT_FOR(!workspace->session().file().isEmpty());
    askAndWait("First?");
    restart();
    loadModel();
    workspace->session().open(text(folder / "mine.fleming"));
    WAIT_FOR(workspace->session().exchanges().size() == 1);
    askAndWait("Second?");
    const inference::PastTurn& past = record->conversations.at(0).second.at(0);
    EXPECT_EQ(past.answerIds, (std::vector<std::int32_t>{0, 1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(past.promptIds, (std::vector<std::int32_t>{100, 1}));
}

TEST_F(AppWorkspace, KeepsDrafts) {
    workspace->drafts().setText("Of no session yet");
    restart();
    QSignalSpy changed(&workspace->drafts(), &Drafts::textChanged);
    workspace->drafts().restore();
    WAIT_FOR(changed.count() == 1);
    EXPECT_EQ(workspace->drafts().text(), "Of no session yet");

    // The text moves to the opened session, which has waiting questions.
    loadModel();
    const QString file = text(folder / "mine.fleming");
    workspace->session().open(file);
    WAIT_FOR(!workspace->session().file().isEmpty());
    EXPECT_EQ(changed.count(), 1);
    record->mayContinue = false;
    ASSERT_TRUE(workspace->chat().ask("One"));
    workspace->questions().add("Two");
    workspace->drafts().setText("Half a quest");
    workspace->chat().stop();  // as the window does when it closes
    restart();
    QSignalSpy restored(&workspace->drafts(), &Drafts::textChanged);
    workspace->drafts().restore();  // the first text is gone
    loadModel();
    QTest::qWait(50);
    EXPECT_EQ(restored.count(), 0);
    workspace->session().open(file);
    WAIT_FOR(restored.count() == 1);
    EXPECT_EQ(workspace->drafts().text(), "Half a quest");
    EXPECT_EQ(workspace->questions().texts(), QStringList{"Two"});
    EXPECT_TRUE(workspace->questions().isHeld());

    workspace->session().startNew();  // the draft stays with its session
    EXPECT_EQ(restored.count(), 2);
    EXPECT_EQ(workspace->drafts().text(), "");
    EXPECT_TRUE(workspace->questions().texts().isEmpty());
    workspace->drafts().setText("Of the next");
    workspace->session().open(file);
    WAIT_FOR(!workspace->questions().texts().isEmpty());
    EXPECT_EQ(workspace->questions().texts(),
              (QStringList{"Half a quest", "Two"}));  // the question box has another text
    EXPECT_EQ(workspace->drafts().text(), "Of the next");
}

TEST_F(AppWorkspace, RefusesAFileThatIsNoSession) {
    workspace->session().open(text(folder / "picture.png"));
    WAIT_FOR(failures.size() == 1);
    EXPECT_TRUE(failures[0].contains("picture.png"));
    loadModel();
    askAndWait("Goes on?");
}

TEST_F(AppWorkspace, KeepsReviews) {
    loadModel();
    askAndWait("First?");
    const qint64 id = workspace->session().exchanges()[0].id;
    QSignalSpy changed(&workspace->session(), &CurrentSession::exchangesChanged);
    workspace->session().review(id, testReview(Verdict::wrong, "left is right", "R. Reader"));
    WAIT_FOR(changed.count() == 1);
    workspace->session().review(id, testReview(Verdict::partlyCorrect, "", "R. Reader"));
    WAIT_FOR(changed.count() == 2);
    ASSERT_EQ(workspace->session().find(id)->reviews.size(), 2U);
    EXPECT_EQ(workspace->session().find(id)->reviews[0].comment, "left is right");
    EXPECT_EQ(workspace->session().find(id)->reviews[1].verdict, Verdict::partlyCorrect);
    workspace->session().review(id + 100, {});
    WAIT_FOR(failures.size() == 1);
}

TEST_F(AppWorkspace, EndsWhileAnsweringAndLoading) {
    const int id = openScan();
    loadModel();
    record->mayContinue = false;
    QSignalSpy tokens(&workspace->session(), &CurrentSession::tokenArrived);
    ASSERT_TRUE(workspace->chat().ask("Cut off?"));
    WAIT_FOR(tokens.count() == 1);
    const QString file = workspace->session().file();
    workspace->studies().open({text(folder / "picture.png")});
    workspace->studies().choose(id);
    workspace->evidence().add(*workspace->studies().find(id), {});
    workspace.reset();
    EXPECT_TRUE(record->ended);
    const Exchange exchange = Session(file.toStdString()).exchanges().back();
    EXPECT_EQ(exchange.state, ExchangeState::done);
    EXPECT_EQ(exchange.answer.finish, inference::Finish::cancelled);
    EXPECT_EQ(exchange.answer.text, "<think>");
}

}  // namespace
}  // namespace fleming::app
