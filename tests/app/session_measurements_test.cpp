// Measurements of a session: stored with all their versions, read, and covered by the log.
#include "app/session/session.h"
#include "base/error.h"
#include "tests/app/random_session.h"
#include "tests/app/session_testing.h"
#include "tests/app/standalone_verifier.h"
#include "tests/app/test_files.h"

#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace fleming::app {
namespace {

namespace fs = std::filesystem;

TEST(SessionMeasurements, ComeBackAsTheyWereRecorded) {
    const TestFolder folder;
    const unsigned seed = std::random_device()();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    std::vector<RecordedMeasurement> given;
    {
        Session session(folder / "a.fleming");
        EXPECT_EQ(session.nextMeasurement(), 1);
        for (int i = 0; i < 60; ++i) {
            given.push_back(session.recordMeasurement(randomMeasurement(random)));
            EXPECT_EQ(given.back().id, i + 1);
        }
    }
    const Session session(folder / "a.fleming", Session::Access::read);
    const std::vector<RecordedMeasurement> read = session.measurements();
    ASSERT_EQ(read.size(), given.size());
    for (std::size_t i = 0; i < read.size(); ++i)
        expectSameMeasurement(read[i], given[i]);
    EXPECT_EQ(session.snapshot().measurements.size(), given.size());
    EXPECT_FALSE(session.verify()->fault);
}

TEST(SessionMeasurements, HaveVersionsOfWhichTheLastCounts) {
    const TestFolder folder;
    std::mt19937 random(3);
    const fs::path file = folder / "a.fleming";
    {
        Session session(file);
        RecordedMeasurement first = session.recordMeasurement(randomMeasurement(random));
        RecordedMeasurement second = session.recordMeasurement(randomMeasurement(random));
        first.name = "Lesion";
        first.timeMs = 0;
        first = session.recordMeasurement(first);
        EXPECT_GT(first.timeMs, 1'700'000'000'000);
        session.removeMeasurement(second.id);
        ASSERT_EQ(session.measurements().size(), 1U);
        expectSameMeasurement(session.measurements()[0], first);
        EXPECT_EQ(codeOf([&] { session.removeMeasurement(second.id); }), "session.no_measurement");
        EXPECT_EQ(codeOf([&] { session.removeMeasurement(99); }), "session.no_measurement");
        EXPECT_EQ(session.nextMeasurement(), 3);  // no id comes again
        session.recordMeasurement(second);        // undone
        ASSERT_EQ(session.measurements().size(), 2U);
        expectSameMeasurement(session.measurements()[1], second);
        session.removeMeasurement(first.id);
        EXPECT_EQ(session.recordMeasurement(randomMeasurement(random)).id, 3);
    }
    const std::vector<std::string> expected{"session created",      "measurement recorded", "measurement recorded",
                                            "measurement recorded", "measurement removed",  "measurement recorded",
                                            "measurement removed",  "measurement recorded"};
    EXPECT_EQ(kindsOf(file), expected);
    EXPECT_EQ(RawDatabase(file).value("SELECT count(*) FROM measurements").toInt(), 7);
    EXPECT_FALSE(verificationOf(file).fault);
}

TEST(SessionMeasurements, AreRefusedWithoutAPosition) {
    const TestFolder folder;
    Session session(folder / "a.fleming");
    std::mt19937 random(4);
    RecordedMeasurement measurement = randomMeasurement(random);
    measurement.roi.points[0][0] = std::nan("");
    EXPECT_EQ(codeOf([&] { session.recordMeasurement(measurement); }), "roi.not_finite");
    EXPECT_TRUE(session.measurements().empty());
    EXPECT_FALSE(session.verify()->fault);
}

TEST(SessionMeasurements, AreTiedToTheSpansOfAReview) {
    const TestFolder folder;
    Review review = testReview(Verdict::wrong, "smaller");
    std::int64_t id = 0;
    {
        Session session(folder / "a.fleming");
        std::mt19937 random(5);
        id = askAndAnswer(session);
        session.recordMeasurement(randomMeasurement(random));
        session.recordMeasurement(randomMeasurement(random));
        review.spans = {{Passage::answer, 0, 3, "wrong size", {}, ""},
                        {Passage::reasoning, 0, 5, "wrong size", {}, ""}};
        review.measured = {{0, 1}, {0, 2}, {1, 2}};
        review.timeMs = 7;
        session.review(id, review);
        session.removeMeasurement(2);  // the review stays as it was submitted
    }
    EXPECT_EQ(Session(folder / "a.fleming", Session::Access::read).exchange(id).reviews.at(0), review);
    EXPECT_FALSE(verificationOf(folder / "a.fleming").fault);
}

TEST(SessionMeasurements, AreNotInFilesOfEarlierVersions) {
    const TestFolder folder;
    for (const char* version : {"version-1.fleming", "version-5.fleming"}) {
        fs::copy_file(sessionFixture(version), folder / version);
        const Session session(folder / version, Session::Access::read);
        EXPECT_TRUE(session.measurements().empty());
        EXPECT_EQ(session.nextMeasurement(), 1);
        EXPECT_TRUE(session.snapshot().measurements.empty());
    }
}

/// Both verifiers find a change of each column, of each row, and rows that are added or deleted.
TEST(SessionMeasurements, AreCoveredInEveryColumn) {
    const TestFolder folder;
    const fs::path whole = folder / "whole.fleming", file = folder / "a.fleming", witness = folder / "none.txt";
    std::mt19937 random(6);
    {
        Session session(whole);
        const std::int64_t id = askAndAnswer(session);
        RecordedMeasurement first = session.recordMeasurement(randomMeasurement(random));
        first.note += "larger";
        session.recordMeasurement(first);
        session.recordMeasurement(randomMeasurement(random));
        session.removeMeasurement(2);
        Review review = testReview(Verdict::wrong);
        review.spans = {{Passage::answer, 0, 3, "wrong size", {}, ""}};
        review.measured = {{0, 1}};
        session.review(id, review);
    }
    StandaloneVerifier standalone;
    if (!standalone.isRunning()) GTEST_SKIP() << "This system has no python3.";
    EXPECT_TRUE(standalone.accepts(whole, witness));
    int attacks = 0;
    const auto expectFound = [&](const QString& attack) {
        fs::copy_file(whole, file, fs::copy_options::overwrite_existing);
        {
            RawDatabase raw(file);
            raw.dropTriggers();
            ASSERT_TRUE(raw.run(attack)) << attack.toStdString();
            raw.restoreTriggers();
        }
        EXPECT_TRUE(verificationOf(file).fault) << attack.toStdString();
        EXPECT_FALSE(standalone.accepts(file, witness)) << attack.toStdString();
        ++attacks;
    };
    RawDatabase raw(whole);
    for (const char* table : {"measurements", "review_measurements"}) {
        const QString columns =
            raw.value(QStringLiteral("SELECT group_concat(name) FROM pragma_table_info('%1')").arg(table)).toString();
        const int rows = raw.value(QStringLiteral("SELECT count(*) FROM %1").arg(table)).toInt();
        const QString key = table == QLatin1String("measurements") ? "id" : "review";
        for (int row = 1; row <= rows; ++row) {
            for (const QString& column : columns.split(',')) {
                const bool isText =
                    raw.value(QStringLiteral("SELECT typeof(%1) FROM %2").arg(column, table)).toString() == "text";
                const QString other = column == "removed" ? "1 - removed"
                                      : isText            ? column + " || ' '"
                                                          : column + " + 7";
                expectFound(
                    QStringLiteral("UPDATE %1 SET %2 = %3 WHERE %4 = %5").arg(table, column, other, key).arg(row));
                if (isText)
                    expectFound(QStringLiteral("UPDATE %1 SET %2 = CAST(%2 AS BLOB) WHERE %3 = %4")
                                    .arg(table, column, key)
                                    .arg(row));
            }
            expectFound(QStringLiteral("DELETE FROM %1 WHERE %2 = %3").arg(table, key).arg(row));
        }
    }
    expectFound("INSERT INTO review_measurements VALUES (1, 0, 2)");
    expectFound(
        "INSERT INTO measurements SELECT 9, measurement, 0, name, note, colour, region, result, source,"
        " frame_of_reference, pixels, time_ms FROM measurements WHERE id = 1");
    expectFound("UPDATE sqlite_sequence SET seq = 9 WHERE name = 'measurements'");
    expectFound("DROP INDEX versions_of_a_measurement");
    std::printf("%d attacks\n", attacks);
}

}  // namespace
}  // namespace fleming::app
