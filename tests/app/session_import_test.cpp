// fleming import, and the JSON that it reads: everything of a session comes back.
#include "app/export/json/session_import.h"

#include "app/export/exporters.h"
#include "app/export/json/json_exporter.h"
#include "app/export/json/session_reader.h"
#include "app/session/session.h"
#include "base/sha256.h"
#include "tests/app/run_cli.h"
#include "tests/app/session_import_testing.h"
#include "tests/app/session_testing.h"

#include <QJsonArray>
#include <QProcess>

#include <fstream>

namespace fleming::app {
namespace {

TEST_F(Import, BringsBackEverything) {
    for (unsigned seed = 1; seed <= 25; ++seed) {
        SCOPED_TRACE(seed);
        makeSession(seed);
        const SessionSnapshot before = snapshotOf(file);
        expectSame(before, readSessionJson(json));
        std::filesystem::remove(imported);
        const Outcome outcome = runCli({"import", json.string(), "-o", imported.string()});
        ASSERT_EQ(outcome.code, 0) << outcome.err;
        EXPECT_EQ(outcome.out, imported.string() + "\n");
        const SessionSnapshot after = snapshotOf(imported);
        expectSame(before, after);

        const Verification check = verificationOf(imported);
        EXPECT_FALSE(check.fault) << check.fault->what();
        EXPECT_NE(check.completeUpTo.log, before.record->completeUpTo.log);
        ASSERT_EQ(after.imports.size(), before.imports.size() + 1);
        for (std::size_t i = 0; i < before.imports.size(); ++i)
            EXPECT_EQ(after.imports[i].head, before.imports[i].head);
        const ImportRecord& record = after.imports.back();
        EXPECT_EQ(record.head, before.record->completeUpTo);
        EXPECT_EQ(record.sha256, sha256OfFile(json));
        EXPECT_EQ(record.fileName, "a.json");
        EXPECT_GT(record.timeMs, 1'700'000'000'000);
    }
}

TEST_F(Import, ContinuesAsAnySession) {
    makeSession(7);
    importSession(json, imported);
    Session session(imported);
    const std::int64_t last = session.exchanges().back().id;
    const std::int64_t id = askAndAnswer(session, "And now?", 1);
    EXPECT_GT(id, last);
    session.review(last, testReview(Verdict::correct, "later"));
    EXPECT_FALSE(verificationOf(imported).fault);
}

TEST_F(Import, TakesAPartOfASessionThatIsWhole) {
    {
        Session session(file);
        for (const char* question : {"one", "two", "three"})
            askAndAnswer(session, question, 1);
    }
    ASSERT_EQ(runCli({"export", file.string(), "-o", json.string(), "--exchanges", "2-3", "--keep-identity",
                      "--include-paths"})
                  .code,
              0);
    importSession(json, imported);
    EXPECT_EQ(snapshotOf(imported).exchanges.front().id, 2);
    EXPECT_FALSE(verificationOf(imported).fault);
    // What an exchange follows must be there.
    std::filesystem::remove(imported);
    EXPECT_EQ(codeWith([](QJsonObject& changed) {
                  QJsonArray exchanges = changed["exchanges"].toArray();
                  QJsonObject first = exchanges[0].toObject();
                  first["follows"] = 1;
                  exchanges[0] = first;
                  changed["exchanges"] = exchanges;
              }),
              "session.no_exchange");
}

TEST_F(Import, RefusesWhatLacksIdentityOrPaths) {
    makeSession(3);
    for (const ExportOptions& options :
         {ExportOptions{}, ExportOptions{.includePaths = true}, ExportOptions{.keepIdentity = true}}) {
        exportTo(json, kJsonExporter, snapshotOf(file), options);
        EXPECT_EQ(codeOf([&] { importSession(json, imported); }), "import.without_identity");
        EXPECT_FALSE(std::filesystem::exists(imported));
    }
}

TEST_F(Import, TakesSessionsOfAllVersions) {
    for (int version = 1; version <= 4; ++version) {
        SCOPED_TRACE(version);
        for (const char* suffix : {"", "-wal", "-shm"}) {
            std::filesystem::remove(file.string() + suffix);
            const std::string fixture =
                FLEMING_SOURCE_DIR "/tests/fixtures/sessions/version-" + std::to_string(version) + ".fleming" + suffix;
            if (std::filesystem::exists(fixture)) std::filesystem::copy_file(fixture, file.string() + suffix);
        }
        { const Session migrated(file); }
        exportTo(json, kJsonExporter, snapshotOf(file), kWhole);
        std::filesystem::remove(imported);
        EXPECT_EQ(codeOf([&] { importSession(json, imported); }), "");
    }
}

TEST_F(Import, NeverTouchesAFileThatIsThere) {
    makeSession(4);
    std::ofstream(imported) << "mine";
    EXPECT_EQ(codeOf([&] { importSession(json, imported); }), "import.session_exists");
    EXPECT_EQ(readFile(imported), "mine");
    EXPECT_EQ(codeOf([&] { Session(file).importSession({}, {}); }), "session.not_empty");
    EXPECT_EQ(runCli({"import", json.string()}).code, 2);
    EXPECT_EQ(runCli({"import", "-o", imported.string()}).code, 2);
    EXPECT_EQ(runCli({"import", json.string(), "-o", imported.string()}).code, 1);
}

TEST_F(Import, TheSchemaDescribesEveryExport) {
    const auto python = [](const QStringList& arguments) {
        QProcess program;
        program.start("python3", arguments);
        if (!program.waitForFinished(120'000)) return std::pair(-1, program.errorString());
        return std::pair(program.exitCode(), QString::fromUtf8(program.readAllStandardError()));
    };
    if (python({"-c", "import jsonschema"}).first != 0) GTEST_SKIP() << "python3-jsonschema is not installed";
    const QString check =
        "import json, sys\n"
        "from jsonschema import Draft202012Validator as V\n"
        "schema = json.load(open(sys.argv[1]))\n"
        "V.check_schema(schema)\n"
        "for file in sys.argv[2:]: V(schema).validate(json.load(open(file)))\n";
    QStringList arguments{"-c", check, FLEMING_SOURCE_DIR "/resources/schemas/fleming-session-2.schema.json"};
    for (unsigned seed = 1; seed <= 10; ++seed) {
        makeSession(seed);
        for (const ExportOptions& options : {ExportOptions{}, kWhole}) {
            const auto path = folder / (std::to_string(seed) + (options.keepIdentity ? "k.json" : ".json"));
            exportTo(path, kJsonExporter, snapshotOf(file), options);
            arguments << QString::fromStdString(path.string());
        }
    }
    exportTo(folder / "empty.json", kJsonExporter, {}, {});
    arguments << QString::fromStdString((folder / "empty.json").string());
    const auto [code, message] = python(arguments);
    EXPECT_EQ(code, 0) << message.right(3000).toStdString();
    // A changed export does not fit.
    EXPECT_EQ(codeWith([](QJsonObject& s) { s["surprise"] = 1; }), "");
    arguments = arguments.mid(0, 3);
    arguments << QString::fromStdString(other.string());
    EXPECT_NE(python(arguments).first, 0);
}

}  // namespace
}  // namespace fleming::app
