// Sessions of which only what is needed is read: pixels, tokens, the place where the user was, titles.
#include "app/session/evidence_pixels.h"
#include "app/session/session_store.h"
#include "tests/app/session_testing.h"
#include "tests/app/workspace_testing.h"

#include <QSignalSpy>

#include <algorithm>

namespace fleming::app {
namespace {

class OnDemand : public AppWorkspace {
protected:
    /// Asks two questions with three and one images in one conversation and closes the session.
    void writeSession() {
        openScan();
        loadModel();
        workspace->session().open(file());
        WAIT_FOR(!workspace->session().file().isEmpty());
        add({2, 4, 8});
        askAndWait("First?");
        add({10});
        askAndWait("Second?");
        whole_ = Session(file().toStdString(), Session::Access::read).exchanges();
        restart();
    }

    void open() {
        workspace->session().open(file());
        WAIT_FOR(workspace->session().exchanges().size() == 2);
    }

    QString file() const { return text(folder / "mine.fleming"); }
    const std::vector<Exchange>& exchanges() const { return workspace->session().exchanges(); }
    bool evidenceHasPixels() const {
        return std::ranges::none_of(workspace->evidence().frames(),
                                    [](const viewer::Frame& frame) { return frame.image.rgb.empty(); });
    }

    std::vector<Exchange> whole_;  // with everything
};

TEST_F(OnDemand, OpeningDecodesNothing) {
    writeSession();
    open();
    for (std::size_t i = 0; i < 2; ++i) {
        const Exchange& light = exchanges()[i];
        EXPECT_FALSE(light.isComplete);
        EXPECT_TRUE(light.answer.tokens.empty());
        EXPECT_EQ(light.tokenCount, static_cast<std::int64_t>(whole_[i].answer.tokens.size()));
        EXPECT_EQ(light.answer.text, whole_[i].answer.text);
        EXPECT_EQ(light.answer.finalAnswer, whole_[i].answer.finalAnswer);
        ASSERT_EQ(light.evidence.size(), whole_[i].evidence.size());
        for (std::size_t k = 0; k < light.evidence.size(); ++k) {
            EXPECT_TRUE(light.evidence[k].image.rgb.empty());
            EXPECT_EQ(light.evidence[k].image.width, whole_[i].evidence[k].image.width);
            EXPECT_TRUE(isSameFrame(light.evidence[k].provenance, whole_[i].evidence[k].provenance));
        }
    }
    EXPECT_EQ(workspace->session().pixels().decoded(), 0);
    EXPECT_EQ(shownSlices(), (Slices{2, 4, 8, 10}));
}

TEST_F(OnDemand, PixelsComeWhenTheyAreAskedFor) {
    writeSession();
    open();
    EvidencePixels& pixels = workspace->session().pixels();
    QSignalSpy loaded(&pixels, &EvidencePixels::loaded);
    const viewer::Frame& frame = exchanges()[0].evidence[1];
    EXPECT_EQ(pixels.find(frame), nullptr);
    EXPECT_EQ(pixels.find(frame), nullptr);
    WAIT_FOR(loaded.count() == 1);
    const auto image = pixels.find(frame);
    ASSERT_NE(image, nullptr);
    EXPECT_EQ(image->rgb, whole_[0].evidence[1].image.rgb);
    QTest::qWait(20);
    EXPECT_EQ(pixels.decoded(), 1);
    EXPECT_TRUE(exchanges()[0].evidence[1].image.rgb.empty());
    EXPECT_EQ(pixels.find(whole_[1].evidence[0])->rgb, whole_[1].evidence[0].image.rgb);  // has its own
}

TEST_F(OnDemand, EvidenceOfAnEarlierSessionIsStillFound) {
    writeSession();
    open();
    const viewer::Frame frame = exchanges()[0].evidence[0];
    workspace->session().startNew();
    QSignalSpy loaded(&workspace->session().pixels(), &EvidencePixels::loaded);
    EXPECT_EQ(workspace->session().pixels().find(frame), nullptr);
    WAIT_FOR(loaded.count() == 1);
    loadModel();
    askAndWait("About the old evidence?");  // it is still shown
    EXPECT_EQ(askedSlices(0), (Slices{2, 4, 8, 10}));
    const Exchange& asked = exchanges().at(0);
    ASSERT_EQ(asked.evidence.size(), 4U);
    EXPECT_EQ(asked.evidence[0].image.rgb, whole_[0].evidence[0].image.rgb);
    EXPECT_NE(workspace->session().file(), file());
}

TEST_F(OnDemand, ADamagedImageIsReportedWhenItIsRead) {
    writeSession();
    {
        RawDatabase raw(file().toStdString());
        raw.dropTriggers();
        ASSERT_TRUE(raw.run("UPDATE images SET png = x'00'"));
    }
    open();
    EXPECT_EQ(exchanges().size(), 2U);  // the rest can be read
    EvidencePixels& pixels = workspace->session().pixels();
    QSignalSpy unavailable(&pixels, &EvidencePixels::unavailable);
    EXPECT_EQ(pixels.find(exchanges()[0].evidence[1]), nullptr);
    WAIT_FOR(unavailable.count() == 1);
    EXPECT_EQ(pixels.find(exchanges()[0].evidence[1]), nullptr);  // it is not read again and again
    QTest::qWait(20);
    EXPECT_EQ(unavailable.count(), 1);
    loadModel();
    EXPECT_TRUE(workspace->chat().ask("And?"));
    WAIT_FOR(!workspace->chat().isAnswering());
    EXPECT_EQ(exchanges().back().state, ExchangeState::failed);
    EXPECT_NE(exchanges().back().failure.find("image"), std::string::npos) << exchanges().back().failure;
    EXPECT_EQ(codeOf([&] { Session(file().toStdString(), Session::Access::read).exchanges(); }),
              "session.image_damaged");
}

TEST_F(OnDemand, AFollowUpGetsTheWholeHistory) {
    writeSession();
    open();
    loadModel();
    askAndWait("Third?");
    EXPECT_TRUE(record->questions.at(0).evidence.empty());
    ASSERT_EQ(record->conversations.size(), 1U);
    const auto& history = record->conversations[0].second;
    ASSERT_EQ(history.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        ASSERT_EQ(history[i].turn.images.size(), whole_[i].evidence.size());
        for (std::size_t k = 0; k < whole_[i].evidence.size(); ++k)
            EXPECT_TRUE(std::ranges::equal(history[i].turn.images[k].image.rgb, whole_[i].evidence[k].image.rgb));
        EXPECT_EQ(history[i].answerIds.size(), whole_[i].answer.tokens.size());
    }
    EXPECT_FALSE(exchanges()[0].isComplete);  // it is not kept in memory
    EXPECT_TRUE(exchanges()[0].evidence[0].image.rgb.empty());
    EXPECT_TRUE(exchanges()[2].isComplete);
    EXPECT_TRUE(failures.isEmpty()) << failures.join("; ").toStdString();
}

TEST_F(OnDemand, ANewConversationGetsThePixelsOfOldEvidence) {
    writeSession();
    open();
    loadModel();
    EXPECT_FALSE(evidenceHasPixels());
    workspace->chat().newConversation();
    askAndWait("Anew?");
    EXPECT_EQ(askedSlices(0), (Slices{2, 4, 8, 10}));
    for (std::size_t k = 0; k < 3; ++k)
        EXPECT_EQ(record->questions[0].evidence[k].image.rgb, whole_[0].evidence[k].image.rgb);
    EXPECT_EQ(exchanges().back().evidence.size(), 4U);
    EXPECT_TRUE(evidenceHasPixels());
}

TEST_F(OnDemand, AStopWhileTheHistoryIsReadStopsTheQuestion) {
    writeSession();
    open();
    loadModel();
    ASSERT_TRUE(workspace->chat().ask("Third?"));
    workspace->chat().stop();
    WAIT_FOR(!workspace->chat().isAnswering());
    ASSERT_EQ(exchanges().size(), 3U);
    EXPECT_EQ(exchanges()[2].answer.finish, inference::Finish::cancelled);
    askAndWait("Fourth?");
    EXPECT_EQ(exchanges()[3].state, ExchangeState::done);
}

TEST_F(OnDemand, ExportsReadEverything) {
    writeSession();
    const SessionSnapshot snapshot = Session(file().toStdString(), Session::Access::read).snapshot();
    for (const Exchange& exchange : snapshot.exchanges) {
        EXPECT_TRUE(exchange.isComplete);
        EXPECT_FALSE(exchange.evidence[0].image.rgb.empty());
    }
}

TEST_F(OnDemand, TheTitleIsTheFirstQuestionUntilItIsGiven) {
    writeSession();
    open();
    EXPECT_EQ(workspace->session().title(), "First?");
    QSignalSpy changed(&workspace->session(), &CurrentSession::titleChanged);
    workspace->session().setTitle("  My\nliver cases ");
    WAIT_FOR(changed.count() == 1);
    EXPECT_EQ(workspace->session().title(), "My liver cases");
    workspace->session().setTitle(" ");
    restart();
    EXPECT_EQ(workspace->session().title(), "");
    open();
    EXPECT_EQ(workspace->session().title(), "My liver cases");
}

TEST_F(OnDemand, OpensWhereTheUserLeftIt) {
    writeSession();
    open();
    loadModel();
    EXPECT_EQ(workspace->session().place().exchange, 0);
    const qint64 first = workspace->chat().conversation();
    workspace->chat().newConversation();
    askAndWait("Another conversation?");
    const qint64 second = workspace->chat().conversation();
    EXPECT_NE(first, second);
    workspace->chat().continueConversation(first);
    ReadingPlace place = workspace->session().place();
    place.exchange = 2;
    place.offset = 17;
    workspace->session().setPlace(place);
    restart();

    QSignalSpy replaced(&workspace->session(), &CurrentSession::replaced);
    workspace->session().open(file());
    WAIT_FOR(replaced.count() == 1);
    EXPECT_EQ(workspace->session().place().exchange, 2);
    EXPECT_EQ(workspace->session().place().offset, 17);
    EXPECT_EQ(workspace->chat().conversation(), first);
    const std::size_t before = kindsOf(file().toStdString()).size();
    workspace->session().setPlace({1, 3, 1});
    restart();
    const std::vector<std::string> kinds = kindsOf(file().toStdString());  // the place is not in the session
    EXPECT_EQ(kinds.size(), before + 1);
    EXPECT_EQ(kinds.back(), "session closed");
    EXPECT_EQ(readPlace(file()).exchange, 1);
}

}  // namespace
}  // namespace fleming::app
