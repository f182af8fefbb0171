// Tests of the audit of a session: the witness file, heads that were kept, and `fleming verify`.
#include "app/session/session.h"
#include "app/settings.h"
#include "base/error.h"
#include "tests/app/run_cli.h"
#include "tests/app/session_testing.h"
#include "tests/app/standalone_verifier.h"
#include "tests/app/test_files.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <gtest/gtest.h>

namespace fleming::app {
namespace {

namespace fs = std::filesystem;

void writeFile(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

/// A session with two answers, a review and an export, whose head is in the witness file.
class SessionAudit : public ::testing::Test {
protected:
    SessionAudit() {
        {
            Session session(file);
            const std::int64_t id = askAndAnswer(session, "First?", 2);
            session.review(id, testReview(Verdict::wrong, "on the other side", "Dr. A", 0));
        }
        fs::copy_file(file, folder / "early.fleming");
        Session session(file);
        exportTo(session);
        askAndAnswer(session, "Second?", 1);
        exportTo(session);
    }

    void exportTo(Session& session) const {
        session.recordExport({"pdf", "report.pdf", std::string(64, 'c'), session.verify()->completeUpTo}, witness);
    }

    Audit auditOf(const std::string& head = {}) const {
        return Session(file, Session::Access::read).audit(readWitness(witness), head);
    }

    /// Returns the codes of the faults, separated by spaces.
    std::string faults(const std::string& head = {}) const {
        std::string codes;
        for (const Error& fault : auditOf(head).faults)
            codes += (codes.empty() ? "" : " ") + fault.code();
        return codes;
    }

    void attack(std::initializer_list<const char*> statements) const {
        RawDatabase raw(file);
        raw.dropTriggers();
        for (const char* statement : statements)
            EXPECT_TRUE(raw.run(statement)) << statement;
    }

    Outcome verify(std::vector<std::string> words) const {
        words.insert(words.begin(), {"verify", file.string(), "--witness", witness.string()});
        return runCli(words);
    }

    const TestFolder folder;
    const fs::path file = folder / "a.fleming", witness = folder / "kept" / "witness.txt";
};

TEST_F(SessionAudit, FindsAnHonestSessionComplete) {
    const std::vector<WitnessedHead> heads = readWitness(witness);
    ASSERT_EQ(heads.size(), 2U);
    EXPECT_EQ(heads[0].head.log, heads[1].head.log);
    EXPECT_LT(heads[0].head.sequence, heads[1].head.sequence);
    EXPECT_GT(heads[1].timeMs, 1'700'000'000'000);
    EXPECT_EQ(faults(), "");
    EXPECT_EQ(auditOf().witnessedTo, heads[1].head.sequence);
    EXPECT_EQ(auditOf().witnessedMs, heads[1].timeMs);
    EXPECT_EQ(auditOf().verification.events, heads[1].head.sequence + 1);  // the export that wrote the witness
}

TEST_F(SessionAudit, FindsAnOlderCopy) {
    fs::copy_file(folder / "early.fleming", file, fs::copy_options::overwrite_existing);
    EXPECT_EQ(faults(), "record.cut_off");
    EXPECT_FALSE(auditOf().verification.fault);
}

TEST_F(SessionAudit, FindsAnotherHistory) {
    std::string text = readFile(witness);
    const std::size_t hash = text.find('\n') - 64;
    text[hash] = text[hash] == '0' ? '1' : '0';
    writeFile(witness, text);
    EXPECT_EQ(faults(), "record.other_history");
}

TEST_F(SessionAudit, DoesNotReadAnEndlessView) {
    attack({"ALTER TABLE tokens RENAME TO kept",
            "CREATE VIEW tokens (exchange, position, token, text, log_probability, channel, parts) AS "
            "WITH RECURSIVE r (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM r) "
            "SELECT 1, n, 1, 'x', 0.5, 'answer', NULL FROM r"});
    EXPECT_EQ(codeOf([&] { auditOf(); }), "session.damaged");
    EXPECT_EQ(codeOf([&] { Session session(file); }), "session.damaged");
    StandaloneVerifier standalone;
    EXPECT_FALSE(standalone.isRunning() && standalone.accepts(file, witness));
}

TEST_F(SessionAudit, IsNotMisledByASchemaOfBlobs) {
    attack({"PRAGMA writable_schema = ON", "UPDATE sqlite_master SET type = CAST(type AS BLOB)"});
    EXPECT_EQ(codeOf([&] { auditOf(); }), "session.damaged");
    StandaloneVerifier standalone;
    EXPECT_FALSE(standalone.isRunning() && standalone.accepts(file, witness));
}

TEST_F(SessionAudit, AppendsBehindALineThatWasCut) {
    writeFile(witness, readFile(witness) + "2026-11-27T21:18:00.000Z 0b0c");
    {
        Session session(file);
        exportTo(session);
    }
    EXPECT_EQ(readWitness(witness).size(), 3U);
    EXPECT_EQ(faults(), "");
}

TEST_F(SessionAudit, ReadsWitnessesAsTheStandaloneVerifierDoes) {
    const std::string honest = readFile(witness);
    const std::string line = honest.substr(0, honest.find('\n'));
    std::string upper = line;
    std::ranges::transform(upper, upper.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    StandaloneVerifier standalone;
    for (const std::string& text :
         {line + "\n", line + " \n", line + "\r\n", " " + line + "\n", "\xEF\xBB\xBF" + line + "\n", upper + "\n",
          "2026-11-27 21:18:00.000Z" + line.substr(line.find(' ')) + "\n", line + "\n\n", line.substr(0, 20),
          std::string()}) {
        writeFile(witness, text);
        const bool accepted = verify({}).code == 0;
        EXPECT_EQ(accepted, text == line + "\n" || text.size() <= 20) << text;
        EXPECT_EQ(!standalone.isRunning() ? accepted : standalone.accepts(file, witness), accepted) << text;
    }
}

TEST_F(SessionAudit, AnExportIsNotItsOwnWitness) {
    const fs::path fresh = folder / "fresh.json";
    EXPECT_NE(runCli({"export", file.string(), "-o", fresh.string(), "--witness", fresh.string()}).code, 0);
    EXPECT_FALSE(fs::exists(fresh));
}

TEST_F(SessionAudit, NothingButAWitnessIsWrittenTo) {
    const fs::path other = folder / "other.fleming";
    { const Session session(other); }
    const std::string before = readFile(other);
    EXPECT_EQ(codeOf([&] { appendToWitness(other, readWitness(witness)[0].head); }), "witness.malformed");
    EXPECT_EQ(readFile(other), before);
}

TEST_F(SessionAudit, AnExportReplacesNoRecord) {
    for (const fs::path& target : {file, witness}) {
        const std::string before = readFile(target);
        const Outcome outcome = runCli({"export", file.string(), "--format", "json", "-o", target.string(), "--witness",
                                        (folder / "other.txt").string()});
        EXPECT_NE(outcome.code, 0);
        EXPECT_NE(outcome.err.find("does not replace"), std::string::npos) << outcome.err;
        EXPECT_EQ(readFile(target), before);
    }
}

TEST_F(SessionAudit, IgnoresTheHeadsOfOtherLogs) {
    Session other(folder / "other.fleming");
    exportTo(other);
    EXPECT_EQ(readWitness(witness).size(), 3U);
    EXPECT_EQ(faults(), "");
}

TEST_F(SessionAudit, ChecksUpToAHeadOnly) {
    const std::string head = readWitness(witness).front().head.hash;
    EXPECT_EQ(faults(head), "");
    attack({"UPDATE exchanges SET question = 'Other?' WHERE id = 2"});
    EXPECT_EQ(faults(), "record.payload_changed");
    EXPECT_EQ(faults(head), "");
    attack({"UPDATE exchanges SET question = 'Other?' WHERE id = 1"});
    EXPECT_EQ(faults(head), "record.payload_changed");
    EXPECT_EQ(faults(std::string(64, 'a')), "record.no_such_head");
}

TEST_F(SessionAudit, ReadsAWitnessWhoseLastLineIsCut) {
    const std::string text = readFile(witness);
    writeFile(witness, text.substr(0, text.size() - 10));
    EXPECT_EQ(readWitness(witness).size(), 1U);
    writeFile(witness, "once upon a time\n" + text);
    EXPECT_EQ(codeOf([&] { readWitness(witness); }), "witness.malformed");
    EXPECT_EQ(codeOf([&] { readWitness(folder / "absent.txt"); }), "witness.cannot_be_read");
    EXPECT_EQ(codeOf([&] { appendToWitness(folder / ".", {"x", 1, "y"}); }), "witness.cannot_be_written");
}

TEST_F(SessionAudit, TheCommandLineSaysWhatHolds) {
    const Outcome whole = verify({"--json"});
    EXPECT_EQ(whole.code, 0) << whole.err;
    const QJsonObject json = parsedJson(whole.out).object();
    const Verification verification = auditOf().verification;
    EXPECT_TRUE(json["ok"].toBool());
    EXPECT_EQ(json["entries"].toInteger(), verification.events);
    EXPECT_EQ(json["head"].toString().toStdString(), verification.completeUpTo.hash);
    EXPECT_EQ(json["witnessed_to"].toInteger(), verification.events - 1);
    EXPECT_TRUE(json["problems"].toArray().isEmpty());
    EXPECT_NE(verify({}).out.find("complete up to event " + std::to_string(verification.events)), std::string::npos);

    attack({"UPDATE reviews SET verdict = 'correct'"});
    const Outcome changed = verify({"--json"});
    EXPECT_EQ(changed.code, 1);
    const QJsonArray problems = parsedJson(changed.out).object()["problems"].toArray();
    ASSERT_EQ(problems.size(), 1);
    EXPECT_EQ(problems[0].toObject()["code"].toString(), "record.payload_changed");
    EXPECT_FALSE(parsedJson(changed.out).object()["ok"].toBool());
    EXPECT_EQ(verify({"--head", "12"}).code, 2);
    EXPECT_EQ(runCli({"verify"}).code, 2);
    EXPECT_EQ(runCli({"verify", (folder / "absent.fleming").string()}).code, 1);
}

TEST_F(SessionAudit, AnExportFromTheCommandLineAppendsToTheChosenWitness) {
    const fs::path other = folder / "other.txt";
    EXPECT_EQ(runCli({"export", file.string(), "-o", (folder / "a.json").string(), "--witness", other.string()}).code,
              0);
    ASSERT_EQ(readWitness(other).size(), 1U);
    // "report exported" and "session closed" follow.
    EXPECT_EQ(readWitness(other).front().head.sequence, auditOf().verification.events - 2);
    EXPECT_EQ(runCli({"export", file.string(), "-o", (folder / "b.json").string()}).code, 0);
    EXPECT_EQ(readWitness(settings::witnessFile()).size(), 1U);
}

TEST_F(SessionAudit, DoesNotChangeTheFile) {
    const std::string before = readFile(file);
    EXPECT_EQ(verify({}).code, 0);
    EXPECT_EQ(readFile(file), before);
}

}  // namespace
}  // namespace fleming::app
