// The drafts of reviews of a session: kept from run to run, submitted, discarded, of several reviewers.
#include "app/review/review_drafts.h"

#include "app/draft_file.h"
#include "app/settings.h"
#include "tests/app/session_testing.h"
#include "tests/app/workspace_testing.h"

#include <QFile>
#include <QSignalSpy>

namespace fleming::app {
namespace {

const Reviewer kOne{"Dr. One", "R1"};
const Reviewer kTwo{"Dr. Two", "R2"};

/// A session with two answered questions.
class ReviewDraftsTest : public AppWorkspace {
protected:
    void SetUp() override {
        settings::setReviewer({});
        settings::setTaxonomy({});
        {
            Session session(folder / "a.fleming");
            for (const char* question : {"first", "second"})
                ids.push_back(askAndAnswer(session, question, 1));
        }
        reopen();
    }

    /// Ends the program and opens the session again.
    void reopen() {
        restart();
        workspace->session().open(text(folder / "a.fleming"));
        WAIT_FOR(workspace->session().exchanges().size() == 2);
    }

    ReviewDrafts& drafts() { return workspace->reviews(); }
    ReviewDraft& draft(std::size_t index) { return *drafts().draft(ids.at(index)); }
    const std::vector<Review>& stored(std::size_t index) { return workspace->session().find(ids.at(index))->reviews; }
    QString file() const { return draftFile(text(folder / "a.fleming"), ".reviews.json"); }

    void submit(std::size_t index) {
        const std::size_t before = stored(index).size();
        ASSERT_TRUE(drafts().submit(ids.at(index)));
        WAIT_FOR(stored(index).size() == before + 1);
    }

    std::vector<qint64> ids;
};

TEST_F(ReviewDraftsTest, StoreNothingBeforeTheyAreSubmitted) {
    drafts().setReviewer(kOne);
    EXPECT_FALSE(drafts().submit(ids[0]));
    draft(0).setComment("Side is wrong");
    EXPECT_FALSE(drafts().submit(ids[0]));  // no verdict
    draft(0).setVerdict(Verdict::wrong);
    draft(0).addSpan({Passage::answer, 0, 2, "wrong-location", Severity::severe, "left"});
    EXPECT_TRUE(drafts().submit(ids[0]));
    EXPECT_FALSE(drafts().submit(ids[0]));  // under way
    WAIT_FOR(stored(0).size() == 1);
    const Review& review = stored(0)[0];
    EXPECT_EQ(review.verdict, Verdict::wrong);
    EXPECT_EQ(review.comment, "Side is wrong");
    EXPECT_EQ(review.reviewer, "Dr. One");
    EXPECT_EQ(review.reviewerCode, "R1");
    EXPECT_EQ(review.taxonomy, versionOf(defaultTaxonomy()));
    ASSERT_EQ(review.spans.size(), 1U);
    EXPECT_TRUE(review.activeMs);
    EXPECT_FALSE(draft(0).isDirty());
    EXPECT_FALSE(drafts().submit(ids[0]));  // nothing new
    draft(0).setVerdict(Verdict::correct);
    EXPECT_FALSE(drafts().submit(ids[0]));  // no reason
    draft(0).setReason("Read again");
    submit(0);
    EXPECT_EQ(stored(0)[1].reason, "Read again");
    EXPECT_EQ(stored(0)[0].verdict, Verdict::wrong);
    EXPECT_TRUE(stored(1).empty());
}

TEST_F(ReviewDraftsTest, ComeBackInTheNextRun) {
    drafts().setReviewer(kOne);
    draft(0).setComment("Half a com");
    draft(0).addSpan({Passage::reasoning, 1, 2, "missed", {}, ""});
    draft(0).setMeasured(0, {8, 3});
    draft(1).setVerdict(Verdict::correct);
    const WrittenReview written = draft(0).written();
    reopen();
    WAIT_FOR(draft(0).isDirty() && draft(1).isDirty());
    EXPECT_EQ(draft(0).review().comment, "Half a com");
    EXPECT_EQ(draft(0).review().spans, written.review.spans);
    EXPECT_EQ(draft(0).review().measured, (std::vector<std::pair<int, std::int64_t>>{{0, 3}, {0, 8}}));
    EXPECT_FALSE(draft(0).verdict());
    EXPECT_EQ(draft(1).verdict(), Verdict::correct);
    EXPECT_TRUE(stored(0).empty() && stored(1).empty());
    submit(1);
    drafts().discard(ids[0]);
    EXPECT_FALSE(draft(0).isDirty());
    reopen();
    EXPECT_FALSE(QFile::exists(file()));
    EXPECT_EQ(draft(1).verdict(), Verdict::correct);
    EXPECT_FALSE(draft(1).isDirty());
}

TEST_F(ReviewDraftsTest, AreTiedToTheMeasurementsOfTheWorkspace) {
    QSignalSpy changed(&drafts(), &ReviewDrafts::measurementsChanged);
    workspace->studies().open(QStringList{text(folder / "scan.npy")});
    WAIT_FOR(!workspace->studies().series().empty());
    EXPECT_TRUE(drafts().measurements(ids[0]).empty());
    MeasurementList& list = workspace->measurements();
    const int id =
        list.add({viewer::RoiShape::angle, {}, {{0, 4}, {0, 0}, {4, 0}}}, workspace->studies().series()[0].id);
    ASSERT_EQ(drafts().measurements(ids[0]).size(), 1U);
    EXPECT_EQ(drafts().measurements(ids[0])[0].id, id);
    EXPECT_EQ(drafts().measurements(ids[0])[0].text, QStringLiteral("M1"));
    EXPECT_GT(changed.count(), 0);
    list.setNote(id, QStringLiteral("carina"));
    EXPECT_EQ(drafts().measurements(ids[0])[0].text, QStringLiteral("M1 · carina"));
    EXPECT_EQ(shownMeasurements({id}, drafts().measurements(ids[0])), QStringLiteral("M1 · carina"));
    EXPECT_EQ(shownMeasurements({id + 1}, drafts().measurements(ids[0])),
              QStringLiteral("a measurement that is no longer in the list"));
}

TEST_F(ReviewDraftsTest, AreKeptWhileTheProgramRuns) {
    drafts().setReviewer(kOne);
    draft(0).setComment("Before the power cut");
    WAIT_FOR(QFile::exists(file()));
    EXPECT_EQ(QFile(file()).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    draft(0).setComment("");
    WAIT_FOR(!QFile::exists(file()));
}

TEST_F(ReviewDraftsTest, BelongToTheirReviewerAndSession) {
    drafts().setReviewer(kOne);
    draft(0).setVerdict(Verdict::wrong);
    draft(0).setComment("One's");
    submit(0);
    draft(1).setComment("One's draft");
    QSignalSpy changed(&drafts(), &ReviewDrafts::reviewerChanged);
    ReviewDraft* const same = &draft(0);
    drafts().setReviewer(kTwo);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(&draft(0), same);
    EXPECT_FALSE(draft(0).verdict());
    EXPECT_TRUE(draft(1).review().comment.empty());
    draft(0).setVerdict(Verdict::correct);
    submit(0);  // needs no reason
    draft(1).setComment("Two's draft");
    EXPECT_EQ(currentReviews(stored(0)).size(), 2U);

    drafts().setReviewer(kOne);
    EXPECT_EQ(draft(0).verdict(), Verdict::wrong);
    EXPECT_EQ(draft(0).review().comment, "One's");
    EXPECT_EQ(draft(1).review().comment, "One's draft");
    workspace->session().startNew();
    EXPECT_EQ(drafts().draft(ids[0]), nullptr);
    reopen();
    EXPECT_EQ(drafts().reviewer(), kOne);
    WAIT_FOR(draft(1).review().comment == "One's draft");
    drafts().setReviewer(kTwo);
    EXPECT_EQ(draft(1).review().comment, "Two's draft");
}

TEST_F(ReviewDraftsTest, LeaveTheReviewsOfAnotherPersonWithTheSameCode) {
    drafts().setReviewer(kOne);
    draft(0).setVerdict(Verdict::wrong);
    submit(0);
    drafts().setReviewer({"Somebody else", kOne.code});
    EXPECT_FALSE(draft(0).verdict());
    draft(0).setVerdict(Verdict::correct);
    submit(0);  // needs no reason: it replaces nothing
    EXPECT_EQ(currentReviews(stored(0)).size(), 2U);
    EXPECT_EQ(drafts().reviewersOfSession(), (std::vector<Reviewer>{kOne, {"Somebody else", kOne.code}}));
}

TEST_F(ReviewDraftsTest, StayWithAReviewerWhoseNameChanges) {
    drafts().setReviewer(kOne);
    draft(0).setComment("One's draft");
    drafts().renameReviewer({"Dr. One, married", "R1"});
    EXPECT_EQ(draft(0).review().comment, "One's draft");
    EXPECT_EQ(draft(0).review().reviewer, "Dr. One, married");
    drafts().setReviewer(kOne);
    EXPECT_TRUE(draft(0).review().comment.empty());
}

TEST_F(ReviewDraftsTest, GoToTheFirstReviewerWhoSaysWhoSheIs) {
    draft(0).setVerdict(Verdict::wrong);
    EXPECT_EQ(draft(0).missing(), std::vector{ReviewDraft::Missing::reviewer});
    drafts().setReviewer(kOne);
    EXPECT_EQ(draft(0).verdict(), Verdict::wrong);
    submit(0);
    EXPECT_EQ(stored(0)[0].reviewerCode, "R1");
}

TEST_F(ReviewDraftsTest, StayWhenTheyCannotBeStored) {
    drafts().setReviewer(kOne);
    draft(0).setVerdict(Verdict::wrong);
    draft(0).setComment("Kept");
    QSignalSpy refused(&workspace->session(), &CurrentSession::reviewFailed);
    {
        RawDatabase other(folder / "a.fleming");
        WAIT_FOR(other.run("BEGIN IMMEDIATE"));  // the session records the reviewer first
        ASSERT_TRUE(drafts().submit(ids[0]));
        WAIT_FOR(refused.count() == 1);
    }
    EXPECT_TRUE(draft(0).isDirty());
    EXPECT_EQ(draft(0).review().comment, "Kept");
    submit(0);
    EXPECT_EQ(stored(0)[0].comment, "Kept");
}

TEST_F(ReviewDraftsTest, AreNotWrittenForAReadOnlySession) {
    Workspace other(fakeBackends(std::make_shared<FakeModelRecord>()));
    other.session().open(text(folder / "a.fleming"));
    WAIT_FOR(other.session().exchanges().size() == 2);
    ASSERT_TRUE(other.session().isReadOnly());
    EXPECT_FALSE(other.reviews().canReview(ids[0]));
    other.reviews().setReviewer(kOne);
    other.reviews().draft(ids[0])->setVerdict(Verdict::wrong);
    EXPECT_FALSE(other.reviews().submit(ids[0]));
    EXPECT_TRUE(drafts().canReview(ids[0]));
    EXPECT_FALSE(drafts().canReview(99));
}

TEST_F(ReviewDraftsTest, TakeTheLabelsOfTheProject) {
    drafts().setReviewer(kOne);
    const Taxonomy project{"Chest CT", "2", {{"nodule", "Nodule", {}}}};
    drafts().setTaxonomy(project);
    draft(0).addSpan({Passage::answer, 0, 2, "nodule", {}, ""});
    draft(0).setVerdict(Verdict::wrong);
    submit(0);
    EXPECT_EQ(stored(0)[0].taxonomy, versionOf(project));
    reopen();
    EXPECT_EQ(drafts().taxonomy(), project);
    drafts().setTaxonomy(defaultTaxonomy());
    EXPECT_TRUE(settings::taxonomy().isEmpty());
    EXPECT_EQ(draft(0).taxonomy(), project);
    EXPECT_EQ(draft(1).taxonomy(), defaultTaxonomy());
}

TEST_F(ReviewDraftsTest, AreInTheLogWithTheirReviewerAndLabels) {
    const auto lastSettings = [&] {
        RawDatabase raw(folder / "a.fleming");
        return raw.value("SELECT details FROM activities ORDER BY id DESC LIMIT 1").toString();
    };
    drafts().setReviewer(kTwo);
    WAIT_FOR(lastSettings().contains("\"R2\""));
    EXPECT_FALSE(lastSettings().contains("Dr. Two"));  // the code only
    drafts().setTaxonomy({"Chest CT", "2", {{"nodule", "Nodule", {}}}});
    WAIT_FOR(lastSettings().contains("Chest CT"));
    workspace.reset();
    EXPECT_FALSE(verificationOf(folder / "a.fleming").fault);
}

TEST_F(ReviewDraftsTest, MeasureTheTimeOfTheExchangeAtHand) {
    std::int64_t now = 0;
    ReviewDrafts measured(workspace->session(), [&] { return now; });
    QSignalSpy turned(&measured, &ReviewDrafts::activeChanged);
    measured.act();
    measured.setActive(ids[0]);
    measured.act();
    now += 2000;
    measured.act();
    now += 1000;
    measured.setActive(ids[1]);
    measured.act();
    now += 500;
    measured.setActive(0);
    now += 10'000;
    EXPECT_EQ(measured.draft(ids[0])->review().activeMs, 3000);
    EXPECT_EQ(measured.draft(ids[1])->review().activeMs, 500);
    EXPECT_EQ(turned.count(), 3);
}

}  // namespace
}  // namespace fleming::app
