// fleming export: sessions in other formats, from the command line.
#include "app/export/exporters.h"
#include "app/session/session.h"
#include "tests/app/run_cli.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>

#include <algorithm>
#include <gtest/gtest.h>

namespace fleming::app {
namespace {

class Export : public ::testing::Test {
protected:
    Export() {
        Session writer(file);
        askAndAnswer(writer, "What is it?", 1);
    }
    Outcome run(std::vector<std::string> words) const {
        words.insert(words.begin(), "export");
        return runCli(words);
    }

    const TestFolder folder;
    const std::filesystem::path file = folder / "a.fleming";
    const std::string session = file.string(), json = (folder / "a.json").string();
};

TEST_F(Export, WritesJsonAndRecordsIt) {
    const Outcome outcome = run({session, "-o", json});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(outcome.out, json + "\n");
    const QJsonObject exported = parsedJson(readFile(json)).object();
    EXPECT_EQ(exported["exchanges"].toArray().at(0).toObject()["question"], "What is it?");
    EXPECT_EQ(exported["record"].toObject()["complete_up_to_event"], 6);
    RawDatabase raw(file);
    EXPECT_EQ(raw.value("SELECT kind FROM events WHERE sequence = 7").toString(), "report exported");
    EXPECT_EQ(raw.value("SELECT file_name || ' ' || format || ' ' || last_event FROM exports").toString(),
              "a.json json 6");
}

TEST_F(Export, TakesTheFormatThatIsNamed) {
    const std::string other = (folder / "data.txt").string();
    EXPECT_EQ(run({session, "-o", other, "--format", "json"}).code, 0);
    EXPECT_FALSE(readFile(other).find("/scans/") != std::string::npos);
    EXPECT_EQ(run({session, "-o", other, "--format=json", "--full-paths"}).code, 0);
    EXPECT_TRUE(readFile(other).find("/scans/") != std::string::npos);
}

TEST_F(Export, ReadsASessionThatAnotherProgramWrites) {
    const Session open(file);
    EXPECT_EQ(run({session, "-o", json}).code, 0);
    EXPECT_EQ(open.verify()->events, 5);
}

/// Returns the cells of a CSV text (RFC 4180), row by row.
std::vector<std::vector<std::string>> parseCsv(const std::string& text) {
    std::vector<std::vector<std::string>> rows(1, {std::string()});
    bool inQuotes = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        std::string& cell = rows.back().back();
        if (c == '"' && inQuotes && i + 1 < text.size() && text[i + 1] == '"') {
            cell += text[++i];
        } else if (c == '"') {
            inQuotes = !inQuotes;
        } else if (inQuotes) {
            cell += c;
        } else if (c == ',') {
            rows.back().emplace_back();
        } else if (c == '\n') {
            rows.push_back({std::string()});
        } else if (c != '\r') {
            cell += c;
        }
    }
    rows.pop_back();  // after the last line end
    return rows;
}

TEST_F(Export, WritesOneCsvRowForEachExchange) {
    const std::string question = "=1+1, \"quoted\"\r\nand 肺";
    {
        Session writer(file);
        const std::int64_t id = askAndAnswer(writer, question, 2);
        writer.review(id, testReview(Verdict::partlyCorrect, "a \"note\"\n", "Dr. A, B", 1'700'000'000'123));
    }
    const std::string csv = (folder / "a.csv").string();
    ASSERT_EQ(run({session, "-o", csv}).code, 0);
    const auto rows = parseCsv(readFile(csv));
    ASSERT_EQ(rows.size(), 3U);
    const auto cell = [&](std::size_t row, const std::string& column) {
        const auto at = std::ranges::find(rows[0], column) - rows[0].begin();
        return rows[row].at(static_cast<std::size_t>(at));
    };
    EXPECT_EQ(cell(1, "verdict"), "");
    EXPECT_EQ(cell(2, "question"), question);
    EXPECT_EQ(cell(2, "images"), "2");
    EXPECT_EQ(cell(2, "verdict"), "partly correct");
    EXPECT_EQ(cell(2, "comment"), "a \"note\"\n");
    EXPECT_EQ(cell(2, "reviewer"), "Dr. A, B");
    EXPECT_EQ(cell(2, "reviewed"), "2023-11-14T22:13:20.123Z");
    EXPECT_EQ(cell(2, "final_answer"), testAnswer().finalAnswer);
    EXPECT_EQ(cell(2, "tokens"), "6");
    for (const auto& row : rows)
        EXPECT_EQ(row.size(), rows[0].size());
}

TEST_F(Export, ExportsTheChosenExchanges) {
    {
        Session writer(file);
        const std::int64_t id = askAndAnswer(writer, "Second?");
        writer.review(id, testReview(Verdict::correct, {}, {}, 0));
        askAndAnswer(writer, "Third?");
    }
    const auto questions = [&](std::vector<std::string> options) {
        options.insert(options.begin(), {session, "-o", json});
        const Outcome outcome = run(options);
        if (outcome.code != 0) return "exit " + std::to_string(outcome.code);
        std::string all;
        for (const QJsonValue& each : parsedJson(readFile(json)).object()["exchanges"].toArray())
            all += each.toObject()["question"].toString().toStdString() + " ";
        return all;
    };
    EXPECT_EQ(questions({}), "What is it? Second? Third? ");
    EXPECT_EQ(questions({"--exchanges", "3,1"}), "What is it? Third? ");
    EXPECT_EQ(questions({"--exchanges", "2-9"}), "Second? Third? ");
    EXPECT_EQ(questions({"--reviewed-only"}), "Second? ");
    EXPECT_EQ(questions({"--reviewed-only", "--exchanges", "1-2"}), "Second? ");
    EXPECT_EQ(questions({"--reviewed-only", "--exchanges", "1"}), "exit 1");
    EXPECT_EQ(questions({"--exchanges", "1,7"}), "exit 1");
    for (const char* wrong : {"", "x", "1,", "3-1", "-1", "1-", "1;2", "99999999999999999999"})
        EXPECT_EQ(questions({std::string("--exchanges=") + wrong}), "exit 2") << wrong;
}

TEST_F(Export, FailsWithTheReason) {
    EXPECT_EQ(run({"/nowhere/a.fleming", "-o", json}).code, 1);
    EXPECT_FALSE(std::filesystem::exists(json));
    const Outcome outcome = run({session, "-o", (folder / "no/such/folder/a.json").string()});
    EXPECT_EQ(outcome.code, 1);
    EXPECT_NE(outcome.err.find("a.json"), std::string::npos) << outcome.err;
    EXPECT_EQ(Session(file).verify()->events, 5);
}

TEST_F(Export, RefusesWrongArguments) {
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{},
                                               {session},
                                               {"-o", json},
                                               {session, session, "-o", json},
                                               {session, "-o", json, "--format", "doc"},
                                               {session, "-o", (folder / "a.doc").string()}}) {
        EXPECT_EQ(run(words).code, 2);
    }
    EXPECT_FALSE(std::filesystem::exists(json));
}

TEST_F(Export, ListsAllFormats) {
    const Outcome outcome = runCli({"export", "--help"});
    EXPECT_EQ(outcome.code, 0);
    for (const Exporter* exporter : exporters()) {
        EXPECT_NE(outcome.out.find(exporter->id), std::string::npos) << exporter->id;
        EXPECT_NE(outcome.out.find(nameOf(*exporter).toStdString()), std::string::npos) << exporter->id;
    }
}

TEST_F(Export, WritesAPdfWithoutADisplay) {
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(name);
    program.setProcessEnvironment(environment);
    const std::filesystem::path pdf = folder / "a.pdf";
    program.start(FLEMING_PROGRAM,
                  {"export", QString::fromStdString(session), "-o", QString::fromStdString(pdf.string())});
    ASSERT_TRUE(program.waitForFinished(60'000));
    EXPECT_EQ(program.exitCode(), 0) << program.readAllStandardError().toStdString();
    EXPECT_EQ(readFile(pdf).substr(0, 5), "%PDF-");
}

}  // namespace
}  // namespace fleming::app
