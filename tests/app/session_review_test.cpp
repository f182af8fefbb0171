// Reviews with all their parts, branches, titles, replays and imports: stored, read and covered by the log.
#include "base/error.h"
#include "tests/app/random_session.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"

#include <cmath>
#include <gtest/gtest.h>
#include <map>
#include <random>

namespace fleming::app {
namespace {

TEST(SessionReview, ComesBackAsItWasSubmitted) {
    const TestFolder folder;
    const unsigned seed = std::random_device()();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    std::vector<Review> given;
    std::int64_t id = 0;
    {
        Session session(folder / "a.fleming");
        id = askAndAnswer(session, "What is it?", 2);
        for (int i = 0; i < 50; ++i) {
            given.push_back(randomReview(random));
            EXPECT_EQ(session.review(id, given.back()), given.back());
        }
    }
    const Session session(folder / "a.fleming", Session::Access::read);
    EXPECT_EQ(session.exchange(id).reviews, given);
    EXPECT_FALSE(session.verify()->fault);
}

TEST(SessionReview, IsRefusedWithAMarkWithoutPosition) {
    const TestFolder folder;
    Session session(folder / "a.fleming");
    const std::int64_t id = askAndAnswer(session);
    Review review;
    review.marks.push_back({1, MarkShape::box, std::nan(""), 0.0, 1.0, 1.0, ""});
    EXPECT_EQ(codeOf([&] { session.review(id, review); }), "session.bad_mark");
    EXPECT_TRUE(session.exchange(id).reviews.empty());
    EXPECT_FALSE(session.verify()->fault);
}

TEST(SessionReview, CountsOnceForEachReviewer) {
    const auto by = [](const std::string& name, const std::string& code, const std::string& comment) {
        Review review;
        review.reviewer = name;
        review.reviewerCode = code;
        review.comment = comment;
        return review;
    };
    const std::vector<Review> reviews{by("A", "R1", "first"),
                                      by("B", "R2", "other"),
                                      by("A", "R1", "second"),
                                      by("B", "", "the same by name"),
                                      by("", "R1", "the same by code"),
                                      by("C", "R3", "third"),
                                      by("D", "R3", "another person with the same code"),
                                      by("", "", "nobody")};
    std::vector<std::string> current;
    for (const Review* review : currentReviews(reviews))
        current.push_back(review->comment);
    EXPECT_EQ(current, (std::vector<std::string>{"the same by name", "the same by code", "third",
                                                 "another person with the same code", "nobody"}));
}

TEST(SessionBranch, NumbersImagesAlongItsPath) {
    const TestFolder folder;
    Session session(folder / "a.fleming");
    const std::int64_t conversation = session.newConversation();
    const Exchange first = session.begin(conversation, testQuestion("first", 2), testModel());
    const Exchange second = session.begin(conversation, testQuestion("second", 3), testModel());
    session.fail(second.id, "no memory");
    const Exchange third = session.begin(conversation, testQuestion("after the failed one", 1), testModel());
    const Exchange edited = session.begin(conversation, testQuestion("third, edited", 4), testModel(), first.id);
    const Exchange again = session.begin(conversation, testQuestion("first, edited", 1), testModel(), 0);
    const Exchange last = session.begin(conversation, testQuestion("follows the edited one"), testModel(), edited.id);
    EXPECT_EQ(first.follows, 0);
    EXPECT_EQ(second.follows, first.id);
    EXPECT_EQ(third.follows, first.id);
    EXPECT_EQ(third.firstImage, 3);
    EXPECT_EQ(edited.firstImage, 3);
    EXPECT_EQ(again.firstImage, 1);
    EXPECT_EQ(last.firstImage, 7);
    EXPECT_EQ(codeOf([&] { session.begin(conversation, testQuestion("x"), testModel(), 99); }), "session.no_exchange");
    EXPECT_EQ(codeOf([&] { session.begin(session.newConversation(), testQuestion("x"), testModel(), first.id); }),
              "session.no_exchange");

    const std::vector<Exchange> stored = session.exchanges();
    std::vector<std::int64_t> path;
    for (const Exchange* exchange : pathTo(stored, last.id))
        path.push_back(exchange->id);
    EXPECT_EQ(path, (std::vector<std::int64_t>{first.id, edited.id, last.id}));
    EXPECT_EQ(codeOf([&] { pathTo(stored, 99); }), "session.no_exchange");
    EXPECT_FALSE(session.verify()->fault);
}

TEST(SessionBranch, OfAnOlderFileIsTheConversation) {
    const TestFolder folder;
    for (const char* version : {"version-1.fleming", "version-4.fleming", "version-5.fleming"}) {
        std::filesystem::copy_file(sessionFixture(version), folder / version);
        const std::vector<Exchange> unmigrated = Session(folder / version, Session::Access::read).exchanges();
        const std::vector<Exchange> migrated = Session(folder / version).exchanges();
        ASSERT_EQ(migrated.size(), unmigrated.size());
        std::map<std::int64_t, std::int64_t> last;
        for (std::size_t i = 0; i < migrated.size(); ++i) {
            const Exchange& exchange = migrated[i];
            EXPECT_EQ(exchange.follows, last[exchange.conversation]);
            EXPECT_EQ(unmigrated[i].follows, exchange.follows);
            if (exchange.state != ExchangeState::failed) last[exchange.conversation] = exchange.id;
        }
    }
}

TEST(SessionRecords, ComeBackAndAreCovered) {
    const TestFolder folder;
    const std::string head(64, 'a');
    std::int64_t id = 0;
    {
        Session session(folder / "a.fleming");
        session.importSession({}, {"a.json", std::string(64, 'b'), {"log", 7, head}, 9});
        id = askAndAnswer(session);
        session.setTitle("First");
        session.setTitle("Nodule, 左");
        session.recordReplay({id, true, 6, 6, "model", "bf16", "cpu", R"({"threads":2})", 5});
        session.recordActivity(Session::Activity::settingsChanged, R"({"reviewer":"R1"})");
    }
    const Session session(folder / "a.fleming", Session::Access::read);
    const SessionSnapshot snapshot = session.snapshot();
    EXPECT_EQ(snapshot.title, "Nodule, 左");
    ASSERT_EQ(snapshot.imports.size(), 1U);
    EXPECT_EQ(snapshot.imports[0].fileName, "a.json");
    EXPECT_EQ(snapshot.imports[0].head.sequence, 7);
    EXPECT_EQ(snapshot.imports[0].head.hash, head);
    ASSERT_EQ(snapshot.exchanges[0].replays.size(), 1U);
    EXPECT_TRUE(snapshot.exchanges[0].replays[0].identical);
    EXPECT_EQ(snapshot.exchanges[0].replays[0].run, R"({"threads":2})");
    EXPECT_FALSE(session.verify()->fault);
}

// Each statement changes a row that only version 5 has, or a column that it added.
TEST(SessionRecords, AreVerified) {
    for (const char* change : {
             "UPDATE reviews SET confidence = 2",
             "UPDATE reviews SET corrected_answer = 'x'",
             "UPDATE reviews SET reason = 'x'",
             "UPDATE reviews SET reviewer_code = 'R9'",
             "UPDATE reviews SET active_ms = 1",
             "UPDATE reviews SET taxonomy = NULL",
             "UPDATE taxonomies SET definition = 'x'",
             "UPDATE review_tags SET tag = 'x'",
             "DELETE FROM review_tags",
             "UPDATE review_spans SET first_byte = 0",
             "UPDATE review_spans SET severity = NULL",
             "DELETE FROM review_spans",
             "UPDATE review_marks SET x1 = x1 + 1",
             "UPDATE review_marks SET shape = 'arrow'",
             "DELETE FROM review_links",
             "INSERT INTO review_links VALUES (1, 0, 7)",
             "INSERT INTO review_tags VALUES (77, 0, 'orphan')",
             "INSERT INTO taxonomies (name, version, definition) VALUES ('unused', '1', '')",
             "UPDATE titles SET title = 'x'",
             "INSERT INTO titles (title, time_ms) VALUES ('x', 1)",
             "UPDATE activities SET details = 'x'",
             "UPDATE replays SET identical = 1",
             "UPDATE imports SET head = 'x'",
             "UPDATE exchanges SET follows = 0",
             "UPDATE exchanges SET run = 'x'",
             "UPDATE images SET png_sha256 = ''",
             "UPDATE images SET png = png || x'00'",
         }) {
        const TestFolder folder;
        const std::filesystem::path file = folder / "a.fleming";
        {
            Session session(file);
            session.importSession({}, {"a.json", "b", {"log", 7, "c"}, 9});
            const std::int64_t first = askAndAnswer(session, "first", 1);
            const Exchange second = session.begin(1, testQuestion("second"), testModel());
            ASSERT_EQ(second.follows, first);
            Review review;
            review.tags = {"teaching"};
            review.confidence = 4;
            review.correctedAnswer = "A cyst.";
            review.reason = "seen again";
            review.reviewerCode = "R1";
            review.activeMs = 1200;
            review.spans = {{Passage::answer, 1, 4, "wrong-side", Severity::severe, "left"}};
            review.marks = {{1, MarkShape::box, 1.0, 1.0, 2.0, 2.0, ""}};
            review.links = {{0, 0}};
            review.taxonomy = {"default", "1", "{}"};
            session.review(first, review);
            session.setTitle("Title");
            session.recordReplay({first, false, 6, 3, "model", "bf16", "cpu", "{}", 5});
            session.recordActivity(Session::Activity::settingsChanged, "{}");
            ASSERT_FALSE(session.verify()->fault);
        }
        {
            RawDatabase raw(file);
            raw.dropTriggers();
            ASSERT_TRUE(raw.run(QLatin1String(change))) << change;
        }
        EXPECT_TRUE(Session(file, Session::Access::read).verify()->fault) << change;
    }
}

}  // namespace
}  // namespace fleming::app
