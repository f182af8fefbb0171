// Tests of the event log of a session and of its verification.
#include "app/session/log/event_log.h"
#include "app/session/session.h"
#include "base/error.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"

#include <gtest/gtest.h>
#include <limits>
#include <span>

namespace fleming::app {
namespace {

using inference::Channel;

/// The number of events of fillSession().
constexpr std::int64_t kEvents = 19;

RecordedMeasurement measurementNamed(const std::string& name) {
    RecordedMeasurement measurement;
    measurement.name = name;
    measurement.roi = {viewer::RoiShape::length, {}, {{1, 2}, {4, 6}}};
    measurement.measured.lengthMm = 5.0;
    return measurement;
}

/// Fills a session with events of all kinds except the migration, and closes it.
void fillSession(const std::filesystem::path& file) {
    {
        Session session(file);
        const std::int64_t conversation = session.newConversation();
        const std::int64_t answered = session.begin(conversation, testQuestion("First?", 2), testModel()).id;
        const std::vector<inference::Token> tokens = testTokens();
        session.append(answered, std::span(tokens).first(2));
        session.append(answered, std::span(tokens).subspan(2, 1));
        session.finish(answered, testAnswer());
        const std::int64_t failed = session.begin(conversation, testQuestion("Second?", 1), testModel()).id;
        append(session, failed, token(1, "It", -1.0F, Channel::answer));
        session.fail(failed, "Out of memory.");
        session.review(answered, testReview(Verdict::wrong, "first thought", "Dr. A", 0));
        session.review(answered, testReview(Verdict::correct, "second thought", "Dr. A", 0));
        session.recordExport({"pdf", "report.pdf", std::string(64, 'c'), {{}, 10, {}}});
        const std::int64_t lost = session.begin(conversation, testQuestion("Third?"), testModel()).id;
        append(session, lost, token(1, "It", -1.0F, Channel::answer));
    }
    Session reopened(file);  // marks the third exchange as interrupted
    RecordedMeasurement measurement = reopened.recordMeasurement(measurementNamed("M1"));
    measurement.note = "lesion";
    reopened.recordMeasurement(measurement);
    reopened.removeMeasurement(measurement.id);
}

TEST(SessionRecord, HasAnEventForEveryFact) {
    const TestFolder folder;
    fillSession(folder / "a.fleming");
    const std::vector<std::string> expected{
        "session created",    "conversation begun",   "question asked/5",     "tokens appended",    "tokens appended",
        "tokens appended",    "answer finished/5",    "question asked/5",     "tokens appended",    "answer failed",
        "review submitted/6", "review submitted/6",   "report exported",      "question asked/5",   "tokens appended",
        "answer interrupted", "measurement recorded", "measurement recorded", "measurement removed"};
    EXPECT_EQ(kindsOf(folder / "a.fleming"), expected);
    const Verification verification = verificationOf(folder / "a.fleming");
    EXPECT_FALSE(verification.fault) << verification.fault->what();
    EXPECT_EQ(verification.events, kEvents);
    EXPECT_EQ(verification.completeUpTo.sequence, kEvents);
    EXPECT_EQ(verification.completeUpTo.log.size(), 36U);

    RawDatabase raw(folder / "a.fleming");
    EXPECT_EQ(
        verification.completeUpTo.hash,
        raw.value("SELECT lower(hex(sha256)) FROM events ORDER BY sequence DESC LIMIT 1").toString().toStdString());
    EXPECT_EQ(raw.value("SELECT count(DISTINCT log) FROM events").toInt(), 1);
    EXPECT_TRUE(raw.value("SELECT actor FROM events LIMIT 1").toString().startsWith("local:"));
    EXPECT_TRUE(raw.value("SELECT program FROM events LIMIT 1").toString().startsWith("Fleming Viewer "));
    EXPECT_GT(raw.value("SELECT min(utc_ms) FROM events").toLongLong(), 1'700'000'000'000);
    EXPECT_GT(raw.value("SELECT max(monotonic_ns) - min(monotonic_ns) FROM events").toLongLong(), 0);
}

TEST(SessionRecord, GivesEachSessionALogOfItsOwn) {
    const TestFolder folder;
    { Session(folder / "a.fleming"); }
    { Session(folder / "b.fleming"); }
    EXPECT_NE(verificationOf(folder / "a.fleming").completeUpTo.log,
              verificationOf(folder / "b.fleming").completeUpTo.log);
}

/// The values were computed with Python's hashlib from the layout in FORMAT.md.
TEST(SessionRecord, HashesAnEventAsDocumented) {
    Event event;
    event.log = QByteArray::fromHex("00112233445566778899aabbccddeeff");
    event.sequence = 7;
    event.previous = QByteArray(32, '\x11');
    event.kind = "tokens appended";
    event.utcMs = 1'700'000'000'123;
    event.monotonicNs = 42;
    event.actor = "local:müller";
    event.program = "Fleming Viewer 1.2.3";
    event.subject = 3;
    event.first = 4;
    event.count = 5;
    event.payloadSha256 = QByteArray(32, '\x22');
    EXPECT_EQ(hashOf(event).toHex(), "864b7226220e656a8c851ea1792ae6f750fcfdfab512e1fb04db511be3046c12");
}

/// The independent tests/tools/verify_session.py has verified this file.
TEST(SessionRecord, VerifiesAFileThatTheFirstVersionWithALogWrote) {
    const TestFolder folder;
    std::filesystem::copy_file(sessionFixture("version-4.fleming"), folder / "a.fleming");
    const Verification verification = verificationOf(folder / "a.fleming");
    EXPECT_FALSE(verification.fault) << verification.fault->what();
    EXPECT_EQ(verification.completeUpTo.sequence, 16);
    EXPECT_EQ(verification.completeUpTo.hash, "c29c24ebc6bbda9fd4a20b5101d915aad20921de3fcf4b360e4d8b001f521a6e");
}

// --- verification ---------------------------------------------------------------------------------------------------

struct Tampering {
    const char* name;
    std::vector<const char*> statements;
    const char* code;           ///< error code
    const char* argument;       ///< error argument: number of the event, or table
    std::int64_t completeUpTo;  ///< number of the last valid event
};

/// HasAnEventForEveryFact lists the events of fillSession().
const Tampering kTamperings[] = {
    {"a question", {"UPDATE exchanges SET question = 'Other?' WHERE id = 1"}, "record.payload_changed", "3", 2},
    {"the seed", {"UPDATE exchanges SET seed = 1 WHERE id = 2"}, "record.payload_changed", "8", 7},
    {"the model", {"UPDATE models SET sha256 = 'x'"}, "record.payload_changed", "3", 2},
    {"the time of a conversation", {"UPDATE conversations SET started_ms = 1"}, "record.payload_changed", "2", 1},
    {"a provenance", {"UPDATE evidence SET provenance = '{}' WHERE exchange = 2"}, "record.payload_changed", "8", 7},
    {"a digest", {"UPDATE images SET sha256 = 'x' WHERE id = 2"}, "record.payload_changed", "3", 2},
    {"which picture is evidence",
     {"UPDATE evidence SET image = 3 - image WHERE exchange = 1"},
     "record.payload_changed",
     "3",
     2},
    {"two pictures swapped",
     {"CREATE TABLE held AS SELECT id, png FROM images",
      "UPDATE images SET png = (SELECT png FROM held WHERE held.id = 3 - images.id)", "DROP TABLE held"},
     "record.picture_changed",
     "3",
     2},
    {"a picture that cannot be decoded",
     {"UPDATE images SET png = x'00' WHERE id = 2"},
     "record.picture_changed",
     "3",
     2},
    {"a token",
     {"UPDATE tokens SET text = 'No' WHERE exchange = 1 AND position = 2"},
     "record.payload_changed",
     "5",
     4},
    {"a log-probability",
     {"UPDATE tokens SET log_probability = -0.2 WHERE exchange = 1 AND position = 1"},
     "record.payload_changed",
     "4",
     3},
    {"the last token deleted",
     {"DELETE FROM tokens WHERE exchange = 1 AND position = 5"},
     "record.payload_changed",
     "6",
     5},
    {"a token inserted",
     {"INSERT INTO tokens VALUES (1, 6, 9, 'not', -1.0, 'answer', NULL)"},
     "record.unrecorded_rows",
     "tokens",
     kEvents},
    {"an answer", {"UPDATE exchanges SET final_answer = 'x' WHERE id = 1"}, "record.payload_changed", "7", 6},
    {"a part of an answer that did not finish",
     {"UPDATE exchanges SET tokens_per_second = 20 WHERE id = 2"},
     "record.unrecorded_rows",
     "exchanges",
     kEvents},
    {"a failure", {"UPDATE exchanges SET failure = 'x' WHERE id = 2"}, "record.payload_changed", "10", 9},
    {"a failure removed",
     {"UPDATE exchanges SET failure = NULL, state = 'streaming' WHERE id = 2"},
     "record.payload_changed",
     "10",
     9},
    {"a state",
     {"UPDATE exchanges SET state = 'streaming' WHERE id = 3"},
     "record.unrecorded_rows",
     "exchanges",
     kEvents},
    {"an answer that never finished",
     {"UPDATE exchanges SET state = 'done', finish = 'stop', text = 'x' WHERE id = 3"},
     "record.unrecorded_rows",
     "exchanges",
     kEvents},
    {"a review", {"UPDATE reviews SET verdict = 'correct' WHERE id = 1"}, "record.payload_changed", "11", 10},
    {"a review deleted", {"DELETE FROM reviews WHERE id = 2"}, "record.payload_changed", "12", 11},
    {"a review inserted",
     {"INSERT INTO reviews (exchange, verdict, comment, reviewer, time_ms) VALUES (1, 'correct', '', 'Dr. B', 1)"},
     "record.unrecorded_rows",
     "reviews",
     kEvents},
    {"a measurement", {"UPDATE measurements SET result = '{}' WHERE id = 1"}, "record.payload_changed", "17", 16},
    {"a measurement that was removed",
     {"UPDATE measurements SET removed = 0 WHERE id = 3"},
     "record.payload_changed",
     "19",
     18},
    {"a measurement inserted",
     {"INSERT INTO measurements SELECT 4, 1, 0, name, note, colour, region, result, source, frame_of_reference, pixels,"
      " time_ms FROM measurements WHERE id = 2"},
     "record.unrecorded_rows",
     "measurements",
     kEvents},
    {"a span tied to a measurement",
     {"INSERT INTO review_measurements VALUES (1, 0, 1)"},
     "record.payload_changed",
     "11",
     10},
    {"a measurement tied to a review that is not there",
     {"INSERT INTO review_measurements VALUES (9, 0, 1)"},
     "record.unrecorded_rows",
     "review_measurements",
     kEvents},
    {"an export", {"UPDATE exports SET sha256 = 'x'"}, "record.payload_changed", "13", 12},
    {"a conversation inserted",
     {"INSERT INTO conversations (started_ms) VALUES (1)"},
     "record.unrecorded_rows",
     "conversations",
     kEvents},
    {"a picture inserted",
     {"INSERT INTO images (sha256, width, height, png) VALUES ('x', 1, 1, x'00')"},
     "record.unrecorded_rows",
     "images",
     kEvents},
    {"the time of an event",
     {"UPDATE events SET utc_ms = utc_ms + 1 WHERE sequence = 5"},
     "record.event_changed",
     "5",
     4},
    {"the type of a number of an event",
     {"UPDATE events SET first = first || 'x' WHERE sequence = 4"},
     "record.event_changed",
     "4",
     3},
    {"the actor of an event",
     {"UPDATE events SET actor = 'local:x' WHERE sequence = 11"},
     "record.event_changed",
     "11",
     10},
    {"an event in the middle deleted", {"DELETE FROM events WHERE sequence = 11"}, "record.event_missing", "11", 10},
    {"the first event deleted", {"DELETE FROM events WHERE sequence = 1"}, "record.event_missing", "1", 0},
    {"an event deleted and the rest renumbered",
     {"DELETE FROM events WHERE sequence = 11", "UPDATE events SET sequence = -sequence WHERE sequence > 11",
      "UPDATE events SET sequence = -sequence - 1 WHERE sequence < 0"},
     "record.chain_broken",
     "11",
     10},
    {"two events swapped",
     {"UPDATE events SET sequence = -11 WHERE sequence = 11", "UPDATE events SET sequence = 11 WHERE sequence = 12",
      "UPDATE events SET sequence = 12 WHERE sequence = -11"},
     "record.chain_broken",
     "11",
     10},
    {"an event inserted",
     {"UPDATE events SET sequence = -sequence WHERE sequence > 11",
      "UPDATE events SET sequence = -sequence + 1 WHERE sequence < 0",
      "INSERT INTO events SELECT 12, format, log, previous, kind, utc_ms, monotonic_ns, actor, program, subject, first,"
      " count, payload_sha256, sha256 FROM events WHERE sequence = 11"},
     "record.chain_broken",
     "12",
     11},
    {"an event of an unknown kind",
     {"UPDATE events SET kind = 'review withdrawn' WHERE sequence = 12"},
     "record.event_changed",
     "12",
     11},
    {"the type of a text",
     {"UPDATE reviews SET comment = CAST(comment AS BLOB)"},
     "record.wrong_type",
     "reviews",
     kEvents},
    {"a table", {"CREATE TABLE notes (text TEXT)"}, "record.other_schema", "6", kEvents},
    {"an index removed", {"DROP INDEX reviews_of_an_exchange"}, "record.other_schema", "6", kEvents},
    {"another trigger",
     {"CREATE TRIGGER late AFTER INSERT ON reviews BEGIN UPDATE exchanges SET state = 'done'; END"},
     "record.other_schema",
     "6",
     kEvents},
    {"the version of the file", {"PRAGMA user_version = 4"}, "record.other_schema", "4", kEvents},
    {"a counter of ids", {"UPDATE sqlite_sequence SET seq = 99"}, "record.unrecorded_rows", "sqlite_sequence", kEvents},
    {"all events and rows removed",
     {"DELETE FROM events", "DELETE FROM tokens", "DELETE FROM evidence", "DELETE FROM images", "DELETE FROM reviews",
      "DELETE FROM exchanges", "DELETE FROM models", "DELETE FROM conversations", "DELETE FROM exports",
      "DELETE FROM measurements", "DELETE FROM versions", "DELETE FROM sqlite_sequence"},
     "record.event_missing",
     "1",
     0},
    {"the last events cut off, but not their rows",
     {"DELETE FROM events WHERE sequence > 14"},
     "record.unrecorded_rows",
     "tokens",
     14},
};

TEST(SessionRecord, FindsTheFirstEventThatDoesNotFit) {
    const TestFolder folder;
    fillSession(folder / "whole.fleming");
    for (const Tampering& tampering : kTamperings) {
        const auto file = folder / "a.fleming";
        std::filesystem::copy_file(folder / "whole.fleming", file, std::filesystem::copy_options::overwrite_existing);
        {
            RawDatabase raw(file);
            raw.dropTriggers();
            for (const char* statement : tampering.statements)
                EXPECT_TRUE(raw.run(statement)) << statement;
            raw.restoreTriggers();
        }
        const Verification verification = verificationOf(file);
        ASSERT_TRUE(verification.fault) << tampering.name;
        EXPECT_EQ(verification.fault->code(), tampering.code) << tampering.name;
        EXPECT_EQ(verification.fault->arguments().at(0), tampering.argument) << tampering.name;
        EXPECT_EQ(verification.completeUpTo.sequence, tampering.completeUpTo) << tampering.name;
    }
}

TEST(SessionRecord, FindsTriggersThatAreMissing) {
    const TestFolder folder;
    fillSession(folder / "a.fleming");
    RawDatabase(folder / "a.fleming").run("DROP TRIGGER reviews_never_change");
    EXPECT_EQ(verificationOf(folder / "a.fleming").fault->code(), "record.other_schema");
}

/// Such an index hides rows of the table from the queries that use it.
TEST(SessionRecord, FindsAnIndexThatDoesNotAgreeWithItsTable) {
    const TestFolder folder;
    fillSession(folder / "a.fleming");
    Session(folder / "a.fleming").review(1, {});  // now the indexes have as many entries as each other
    {
        RawDatabase raw(folder / "a.fleming");
        EXPECT_TRUE(raw.run("PRAGMA writable_schema = ON"));
        EXPECT_TRUE(
            raw.run("UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master"
                    " WHERE name = 'exchanges_of_a_conversation') WHERE name = 'reviews_of_an_exchange'"));
    }
    EXPECT_EQ(verificationOf(folder / "a.fleming").fault->code(), "record.damaged");
}

TEST(SessionRecord, FindsEventsOfAnotherLog) {
    const TestFolder folder;
    fillSession(folder / "a.fleming");
    fillSession(folder / "b.fleming");
    {
        RawDatabase raw(folder / "a.fleming");
        raw.dropTriggers();
        EXPECT_TRUE(raw.run("ATTACH '" + QString::fromStdString((folder / "b.fleming").string()) + "' AS other"));
        EXPECT_TRUE(raw.run("DELETE FROM events WHERE sequence > 10"));
        EXPECT_TRUE(raw.run("INSERT INTO events SELECT * FROM other.events WHERE sequence > 10"));
    }
    const Verification verification = verificationOf(folder / "a.fleming");
    ASSERT_TRUE(verification.fault);
    EXPECT_EQ(*verification.fault, Error("record.other_log", {}, {"11"}));
}

/// The file alone cannot show such a removal. A log head that was stored elsewhere does.
TEST(SessionRecord, CannotDetectThatTheEndWasRemovedWithItsRows) {
    const TestFolder folder;
    fillSession(folder / "a.fleming");
    const LogHead kept = verificationOf(folder / "a.fleming").completeUpTo;
    {
        RawDatabase raw(folder / "a.fleming");
        raw.dropTriggers();
        EXPECT_TRUE(raw.run("DELETE FROM events WHERE sequence > 13"));
        EXPECT_TRUE(raw.run("DELETE FROM tokens WHERE exchange = 3") && raw.run("DELETE FROM exchanges WHERE id = 3"));
        EXPECT_TRUE(raw.run("UPDATE sqlite_sequence SET seq = 2 WHERE name = 'exchanges'"));
        EXPECT_TRUE(raw.run("DELETE FROM measurements") &&
                    raw.run("DELETE FROM sqlite_sequence WHERE name = 'measurements'"));
        raw.restoreTriggers();
    }
    const Verification verification = verificationOf(folder / "a.fleming");
    EXPECT_FALSE(verification.fault) << verification.fault->what();
    EXPECT_EQ(verification.completeUpTo.log, kept.log);
    EXPECT_LT(verification.completeUpTo.sequence, kept.sequence);
}

TEST(SessionRecord, RefusesToChangeWhatIsRecorded) {
    const TestFolder folder;
    fillSession(folder / "a.fleming");
    RawDatabase raw(folder / "a.fleming");
    for (const char* table : {"events", "versions", "exports", "conversations", "models", "exchanges", "tokens",
                              "images", "evidence", "reviews", "measurements"}) {
        ASSERT_GT(raw.value(QString("SELECT count(*) FROM %1").arg(table)).toInt(), 0) << table;
        EXPECT_FALSE(raw.run(QString("DELETE FROM %1").arg(table))) << table;
    }
    for (const char* statement :
         {"UPDATE events SET actor = 'x'", "UPDATE versions SET to_version = 9", "UPDATE exports SET sha256 = 'x'",
          "UPDATE conversations SET started_ms = 1", "UPDATE models SET name = 'x'", "UPDATE tokens SET text = 'x'",
          "UPDATE images SET png = x'00'", "UPDATE evidence SET provenance = ''", "UPDATE reviews SET comment = ''",
          "UPDATE exchanges SET question = 'x'", "UPDATE exchanges SET text = 'x' WHERE state = 'done'",
          "UPDATE exchanges SET failure = 'x' WHERE state = 'failed'", "UPDATE measurements SET removed = 0"}) {
        EXPECT_FALSE(raw.run(statement)) << statement;
    }
}

TEST(SessionRecord, EndsAnAnswerOnce) {
    const TestFolder folder;
    Session session(folder / "a.fleming");
    const std::int64_t id = askAndAnswer(session);
    EXPECT_EQ(codeOf([&] { session.finish(id, testAnswer()); }), "session.answer_has_ended");
    session.fail(id, "The terminal was closed.");  // a second end
    EXPECT_EQ(codeOf([&] { session.fail(id, "Again."); }), "session.answer_has_ended");
    EXPECT_EQ(session.exchange(id).state, ExchangeState::failed);
    EXPECT_FALSE(session.verify()->fault);
}

TEST(SessionRecord, HasNoEventsOfRolledBackTransactions) {
    const TestFolder folder;
    Session session(folder / "a.fleming");
    const std::int64_t id = session.begin(session.newConversation(), testQuestion("?"), testModel()).id;
    append(session, id, token(1, "a", 0.0F, Channel::answer));
    {
        RawDatabase raw(folder / "a.fleming");
        ASSERT_TRUE(raw.run("CREATE TRIGGER no_reviews BEFORE INSERT ON reviews BEGIN SELECT RAISE(ABORT, 'no'); END"));
        EXPECT_THROW(session.review(id, {}), Error);
        ASSERT_TRUE(raw.run("DROP TRIGGER no_reviews"));
    }
    EXPECT_THROW(append(session, id + 1, token(1, "a", 0.0F, Channel::answer)), Error);  // no such exchange
    append(session, id, token(2, "b", 0.0F, Channel::answer));
    session.review(id, {});
    const Verification verification = session.verify().value();
    EXPECT_FALSE(verification.fault) << verification.fault->what();
    EXPECT_EQ(verification.completeUpTo.sequence, 6);
}

/// Two descriptions of one model are stored in two rows, so that the first exchange keeps its description.
TEST(SessionRecord, KeepsTheModelDescriptionOfEachExchange) {
    const TestFolder folder;
    Session session(folder / "a.fleming");
    ModelIdentity model = testModel();
    const std::int64_t first = session.begin(session.newConversation(), testQuestion("?"), model).id;
    model.info.description = "Another text.";
    const std::int64_t second = session.begin(session.newConversation(), testQuestion("?"), model).id;
    EXPECT_EQ(session.exchange(first).modelDescription, testModel().info.description);
    EXPECT_EQ(session.exchange(second).modelDescription, "Another text.");
    EXPECT_FALSE(session.verify()->fault);
}

/// The digest of tokens is computed from the values before they are written.
TEST(SessionRecord, RecordsTokensAsTheFileReturnsThem) {
    const TestFolder folder;
    Session session(folder / "a.fleming");
    const std::int64_t id = session.begin(session.newConversation(), testQuestion("?"), testModel()).id;
    for (const float logProbability : {-0.0F, 0.0F, -1.0F, 2.0F, 1e-45F, -std::numeric_limits<float>::infinity(),
                                       std::numeric_limits<float>::quiet_NaN(), -0.1F}) {
        append(session, id, token(-1, std::string("a\0\xff", 3), logProbability, Channel::outside));
        append(session, id, token(std::numeric_limits<int>::max(), "", logProbability, Channel::answer));
    }
    session.append(id, testTokens());
    EXPECT_FALSE(session.verify()->fault) << session.verify()->fault->what();
}

TEST(SessionRecord, CancelsVerification) {
    const TestFolder folder;
    fillSession(folder / "a.fleming");
    std::stop_source stop;
    stop.request_stop();
    const Session session(folder / "a.fleming", Session::Access::read);
    EXPECT_THROW(session.verify(stop.get_token()), Cancelled);
    double last = 0.0;
    session.verify({}, [&](double fraction) {
        EXPECT_GT(fraction, last);
        last = fraction;
    });
    EXPECT_EQ(last, 1.0);
}

/// Storing a question uses the digest that the renderer computed and does not decode the image again. Only reading the
/// image from the file detects a wrong digest.
TEST(SessionRecord, HashesAFrameOnce) {
    const TestFolder folder;
    Session session(folder / "a.fleming");
    Question question = testQuestion("?", 1);
    question.evidence[0].provenance.pixelsSha256 = std::string(64, '0');
    const Exchange exchange = session.begin(session.newConversation(), question, testModel());
    EXPECT_EQ(exchange.evidence.at(0).image.rgb, question.evidence[0].image.rgb);
    EXPECT_EQ(RawDatabase(folder / "a.fleming").value("SELECT sha256 FROM images").toString(), QString(64, '0'));
    EXPECT_EQ(codeOf([&] { session.exchange(exchange.id); }), "session.image_damaged");
    question.evidence[0].provenance.pixelsSha256.clear();
    const Exchange hashed = session.begin(session.newConversation(), question, testModel());
    EXPECT_EQ(session.exchange(hashed.id).evidence.at(0).image.rgb, question.evidence[0].image.rgb);
}

}  // namespace
}  // namespace fleming::app
