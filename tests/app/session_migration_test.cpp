// Tests of sessions that older versions of the program wrote: reading them and their migration.
#include "app/session/file/migrations.h"
#include "app/session/session.h"
#include "base/error.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"

#include <fstream>
#include <gtest/gtest.h>

namespace fleming::app {
namespace {

std::string readAll(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void expectFixtureExchanges(const std::vector<Exchange>& exchanges, int version) {
    ASSERT_GE(exchanges.size(), 3U);
    EXPECT_EQ(exchanges[0].question, "What is it?");
    EXPECT_EQ(exchanges[0].state, ExchangeState::done);
    EXPECT_EQ(exchanges[0].options.seed, ~std::uint64_t{0});
    EXPECT_EQ(exchanges[0].answer.text, "<think>Lung 肺</think><answer>ok</answer>");
    EXPECT_EQ(exchanges[0].answer.finalAnswer, "ok");
    ASSERT_EQ(exchanges[0].answer.tokens.size(), 4U);
    EXPECT_EQ(exchanges[0].answer.tokens[3].parts.size(), 2U);
    EXPECT_EQ(exchanges[0].answer.promptIds.size(), version >= 3 ? 3U : 0U);
    EXPECT_EQ(exchanges[0].modelDescription, version >= 2 ? "Demo." : "");
    ASSERT_EQ(exchanges[0].evidence.size(), 1U);
    EXPECT_EQ(exchanges[0].evidence[0].image.width, 8);
    ASSERT_EQ(exchanges[0].reviews.size(), 1U);
    EXPECT_EQ(exchanges[0].reviews[0].comment, "small");
    EXPECT_EQ(exchanges[1].state, ExchangeState::failed);
    EXPECT_EQ(exchanges[1].failure, "Out of memory.");
    EXPECT_EQ(exchanges[2].state, ExchangeState::interrupted);
    EXPECT_EQ(exchanges[2].answer.text, "It");
}

class OlderSession : public ::testing::TestWithParam<int> {
protected:
    OlderSession() {
        std::filesystem::copy_file(sessionFixture("version-" + std::to_string(GetParam()) + ".fleming"), file);
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    }

    const TestFolder folder;
    const std::filesystem::path file = folder / "a.fleming";
};

TEST_P(OlderSession, IsReadWithoutBeingChanged) {
    const std::string before = readAll(file);
    {
        const Session session(file, Session::Access::read);
        expectFixtureExchanges(session.exchanges(), GetParam());
        EXPECT_FALSE(session.verify());
        EXPECT_FALSE(session.snapshot().record);
    }
    EXPECT_EQ(readAll(file), before);
    EXPECT_FALSE(std::filesystem::exists(file.string() + ".backup-" + std::to_string(GetParam())));
}

TEST_P(OlderSession, IsMigrated) {
    {
        Session session(file);
        expectFixtureExchanges(session.exchanges(), GetParam());
        askAndAnswer(session, "new", 1);
        EXPECT_EQ(session.exchanges().at(3).answer.text, testAnswer().text);
    }
    const std::vector<std::string> expected{"session migrated", "answer interrupted", "conversation begun",
                                            "question asked/5", "tokens appended",    "answer finished/5"};
    EXPECT_EQ(kindsOf(file), expected);
    const Verification verification = verificationOf(file);
    EXPECT_FALSE(verification.fault) << verification.fault->what();

    RawDatabase raw(file);
    EXPECT_EQ(raw.value("PRAGMA user_version").toInt(), kSchemaVersion);
    EXPECT_EQ(raw.value("SELECT from_version FROM versions").toInt(), GetParam());
    EXPECT_FALSE(raw.value("PRAGMA foreign_key_check").isValid());
    EXPECT_EQ(raw.value("PRAGMA integrity_check").toString(), "ok");
    const std::filesystem::path backup = file.string() + ".backup-" + std::to_string(GetParam());
    EXPECT_EQ(RawDatabase(backup).value("PRAGMA user_version").toInt(), GetParam());
    expectFixtureExchanges(Session(backup, Session::Access::read).exchanges(), GetParam());
    EXPECT_FALSE(std::filesystem::exists(backup.string() + ".part"));
}

TEST_P(OlderSession, HasTheTablesOfANewOne) {
    { Session session(file); }
    { Session session(folder / "new.fleming"); }
    const auto layout = [](const std::filesystem::path& each) {
        return RawDatabase(each)
            .value(
                "SELECT group_concat(entry, x'0a') FROM (SELECT m.type || ' ' || m.name || ' ' || coalesce(c.name, '')"
                " || ' ' || coalesce(c.type, '') || ' ' || coalesce(c.\"notnull\", '') || ' ' || coalesce(c.pk, '')"
                " AS entry FROM sqlite_master m LEFT JOIN pragma_table_info(m.name) c ON m.type = 'table'"
                " ORDER BY m.type, m.name, c.cid)")
            .toString();
    };
    EXPECT_EQ(layout(file), layout(folder / "new.fleming"));
    EXPECT_TRUE(layout(file).contains("table events sequence INTEGER"));
}

TEST_P(OlderSession, IsRecordedAsItWas) {
    { Session session(file); }
    for (const char* statement :
         {"UPDATE exchanges SET question = 'x' WHERE id = 1", "UPDATE exchanges SET final_answer = 'x'",
          "UPDATE tokens SET text = 'x'", "DELETE FROM tokens WHERE exchange = 3", "UPDATE reviews SET comment = 'x'",
          "UPDATE evidence SET provenance = '{}'", "UPDATE images SET sha256 = 'x'", "UPDATE models SET device = 'x'",
          "UPDATE conversations SET started_ms = 1", "UPDATE versions SET from_version = 9",
          "UPDATE exchanges SET failure = 'x' WHERE id = 2"}) {
        const auto copy = folder / "b.fleming";
        std::filesystem::copy_file(file, copy, std::filesystem::copy_options::overwrite_existing);
        {
            RawDatabase raw(copy);
            raw.dropTriggers();
            EXPECT_TRUE(raw.run(statement)) << statement;
        }
        const Verification verification = verificationOf(copy);
        ASSERT_TRUE(verification.fault) << statement;
        EXPECT_EQ(*verification.fault, Error("record.payload_changed", {}, {"1"})) << statement;
    }
    const auto copy = folder / "b.fleming";
    std::filesystem::copy_file(file, copy, std::filesystem::copy_options::overwrite_existing);
    RawDatabase(copy).dropTriggers();
    RawDatabase(copy).run("UPDATE images SET png = x'00'");
    EXPECT_EQ(*verificationOf(copy).fault, Error("record.picture_changed", {}, {"1"}));
}

TEST_P(OlderSession, NeverOverwritesAnEarlierBackup) {
    const std::filesystem::path backup = file.string() + ".backup-" + std::to_string(GetParam());
    std::ofstream(backup) << "kept";
    { Session session(file); }
    EXPECT_EQ(std::filesystem::file_size(backup), 4U);
    EXPECT_EQ(RawDatabase(backup.string() + "-2").value("PRAGMA user_version").toInt(), GetParam());
}

// --- versions with a log --------------------------------------------------------------------------------------------

class OlderSessionWithALog : public OlderSession {};

void expectExchangesWithALog(const std::vector<Exchange>& exchanges) {
    ASSERT_GE(exchanges.size(), 3U);
    EXPECT_EQ(exchanges[0].question, "First?");
    EXPECT_EQ(exchanges[0].answer.text, testAnswer().text);
    EXPECT_EQ(exchanges[0].answer.tokens.size(), 6U);
    EXPECT_EQ(exchanges[0].evidence.size(), 2U);
    ASSERT_EQ(exchanges[0].reviews.size(), 2U);
    EXPECT_EQ(exchanges[0].reviews[1].comment, "second thought");
    EXPECT_EQ(exchanges[1].failure, "Out of memory.");
    EXPECT_EQ(exchanges[2].state, ExchangeState::interrupted);
}

TEST_P(OlderSessionWithALog, IsVerifiedWithoutBeingChanged) {
    const std::string before = readAll(file);
    {
        const Session session(file, Session::Access::read);
        expectExchangesWithALog(session.exchanges());
        EXPECT_FALSE(session.verify()->fault);
        EXPECT_EQ(session.snapshot().record->completeUpTo.sequence, GetParam() == 4 ? 16 : 20);
    }
    EXPECT_EQ(readAll(file), before);
}

TEST_P(OlderSessionWithALog, KeepsItsLogWhenItIsMigrated) {
    const Verification before = verificationOf(file);
    const std::vector<std::string> kinds = kindsOf(file);
    {
        Session session(file);
        expectExchangesWithALog(session.exchanges());
        const std::int64_t id = askAndAnswer(session, "new", 1);
        session.review(id, testReview(Verdict::correct));
        session.review(1, testReview(Verdict::wrong, "seen again"));  // of an old answer
        EXPECT_TRUE(session.measurements().empty());
    }
    std::vector<std::string> expected = kinds;
    for (const char* kind : {"session migrated", "conversation begun", "question asked/5", "tokens appended",
                             "answer finished/5", "review submitted/6", "review submitted/6"})
        expected.emplace_back(kind);
    EXPECT_EQ(kindsOf(file), expected);
    const Audit audit = Session(file, Session::Access::read).audit({{before.completeUpTo, 1}}, {});
    EXPECT_TRUE(audit.faults.empty()) << audit.faults.front().what();
    EXPECT_EQ(audit.witnessedTo, before.completeUpTo.sequence);
    EXPECT_EQ(RawDatabase(file).value("SELECT count(*) FROM versions").toInt(), 2);
}

/// The columns and tables that the migration adds must not hide anything.
TEST_P(OlderSessionWithALog, IsRecordedAsTheMigrationLeftIt) {
    { Session session(file); }
    for (const char* statement :
         {"UPDATE exchanges SET question = 'x' WHERE id = 1", "UPDATE exchanges SET run = '{}' WHERE id = 1",
          "UPDATE exchanges SET follows = 0 WHERE id = 3", "UPDATE reviews SET comment = 'x' WHERE id = 1",
          "UPDATE reviews SET confidence = 2", "UPDATE reviews SET reviewer_code = 'R9'",
          "UPDATE reviews SET corrected_answer = 'x'", "UPDATE images SET png_sha256 = 'x'",
          "INSERT INTO review_tags VALUES (1, 0, 'x')", "INSERT INTO review_measurements VALUES (1, 0, 1)",
          "INSERT INTO measurements (measurement, removed, name, note, colour, region, result, source,"
          " frame_of_reference, pixels, time_ms) VALUES (1, 0, '', '', '', '', '', '', '', '', 1)",
          "INSERT INTO titles (title, time_ms) VALUES ('x', 1)", "UPDATE versions SET last_exchange = 3 WHERE id = 2",
          "PRAGMA user_version = 4", "PRAGMA user_version = 5"}) {
        const auto copy = folder / "b.fleming";
        std::filesystem::copy_file(file, copy, std::filesystem::copy_options::overwrite_existing);
        {
            RawDatabase raw(copy);
            raw.dropTriggers();
            EXPECT_TRUE(raw.run(statement)) << statement;
            raw.restoreTriggers();
        }
        EXPECT_TRUE(verificationOf(copy).fault) << statement;
    }
}

TEST_P(OlderSessionWithALog, HasTheTablesOfANewOne) {
    { Session session(file); }
    { Session session(folder / "new.fleming"); }
    const auto schema = [](const std::filesystem::path& each) {
        return RawDatabase(each)
            .value(
                "SELECT group_concat(type || name || coalesce(sql, ''), x'0a') FROM"
                " (SELECT * FROM sqlite_master ORDER BY type, name)")
            .toString();
    };
    EXPECT_EQ(schema(file), schema(folder / "new.fleming"));
}

/// The fixture of version 5 uses what that version added.
TEST(SessionOfVersion5, KeepsItsReviews) {
    const TestFolder folder;
    const std::filesystem::path file = folder / "a.fleming";
    std::filesystem::copy_file(sessionFixture("version-5.fleming"), file);
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    const SessionSnapshot before = Session(file, Session::Access::read).snapshot();
    const Review& review = before.exchanges.at(0).reviews.at(1);
    EXPECT_EQ(review.spans.size(), 2U);
    EXPECT_EQ(review.links.size(), 3U);
    EXPECT_TRUE(review.measured.empty());
    { Session migrates(file); }
    const SessionSnapshot after = Session(file, Session::Access::read).snapshot();
    EXPECT_EQ(after.title, "Nodule, 左");
    EXPECT_EQ(after.exchanges.at(0).reviews, before.exchanges.at(0).reviews);
    EXPECT_EQ(after.exchanges.at(0).replays.size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Versions, OlderSessionWithALog, ::testing::Values(4, 5));

INSTANTIATE_TEST_SUITE_P(Versions, OlderSession, ::testing::Values(1, 2, 3));

}  // namespace
}  // namespace fleming::app
