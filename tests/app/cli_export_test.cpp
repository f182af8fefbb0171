// fleming export: sessions in other formats, from the command line.
#include "app/export/exporters.h"
#include "app/session/session.h"
#include "base/sha256.h"
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
    EXPECT_EQ(run({session, "-o", other, "--format=json", "--include-paths"}).code, 0);
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

/// A table as programs read it.
class CsvTable {
public:
    explicit CsvTable(const std::filesystem::path& file) : rows_(parseCsv(readFile(file))) {
        for (const auto& row : rows_)
            EXPECT_EQ(row.size(), rows_[0].size());
    }
    std::size_t size() const { return rows_.size() - 1; }
    const std::vector<std::string>& columns() const { return rows_[0]; }
    std::string cell(std::size_t row, const std::string& column) const {
        const auto at = std::ranges::find(rows_[0], column) - rows_[0].begin();
        return rows_.at(row + 1).at(static_cast<std::size_t>(at));
    }

private:
    std::vector<std::vector<std::string>> rows_;
};

TEST_F(Export, WritesOneCsvRowForEachExchangeReviewSpanAndMark) {
    const std::string question = "=1+1, \"quoted\"\r\nand 肺";
    std::int64_t id = 0;
    {
        Session writer(file);
        id = askAndAnswer(writer, question, 2);
        writer.review(id, testReview(Verdict::wrong, "replaced", "Dr. A, B", 1));
        Review review = testReview(Verdict::partlyCorrect, "a \"note\"\n", "Dr. A, B", 1'700'000'000'123);
        review.confidence = 4;
        review.correctedAnswer = "better";
        review.tags = {"left", "chest"};
        review.activeMs = 61'500;
        review.spans = {{Passage::reasoning, 0, 5, "missed", Severity::severe, "why"},
                        {Passage::answer, 0, 3, "right", {}, {}}};
        review.marks = {{1, MarkShape::box, 1.5, 2, 3, 4, "here"}, {2, MarkShape::arrow, 0, 0, 9, 9, {}}};
        review.links = {{0, 0}, {0, 1}};
        review.taxonomy = {"default", "2", "{}"};
        writer.review(id, review);
        writer.review(id, testReview(Verdict::correct, "=other", "Dr. C", 1'700'000'000'999));
    }
    const std::string tables = (folder / "tables").string();
    ASSERT_EQ(run({session, "--format", "csv", "-o", tables, "--keep-identity"}).code, 0);
    const CsvTable exchanges(folder / "tables/exchanges.csv");
    ASSERT_EQ(exchanges.size(), 2U);
    EXPECT_EQ(exchanges.cell(0, "verdict"), "");
    EXPECT_EQ(exchanges.cell(1, "exchange"), std::to_string(id));
    EXPECT_EQ(exchanges.cell(1, "question"), question);
    EXPECT_EQ(exchanges.cell(1, "images"), "2");
    EXPECT_EQ(exchanges.cell(1, "final_answer"), testAnswer().finalAnswer);
    EXPECT_EQ(exchanges.cell(1, "tokens"), "6");
    EXPECT_EQ(exchanges.cell(1, "system_text"), "Du bist Radiologe.");
    EXPECT_EQ(exchanges.cell(1, "reasoning_prompt"), "false");
    EXPECT_EQ(exchanges.cell(1, "temperature"), "0.7");
    EXPECT_EQ(exchanges.cell(1, "seed"), "18446744073709551615");
    EXPECT_EQ(exchanges.cell(1, "reviews"), "2");  // those that count
    EXPECT_EQ(exchanges.cell(1, "verdict"), "");   // they differ
    EXPECT_EQ(exchanges.cell(1, "correct"), "1");
    EXPECT_EQ(exchanges.cell(1, "partly_correct"), "1");
    EXPECT_EQ(exchanges.cell(1, "wrong"), "0");

    const CsvTable reviews(folder / "tables/reviews.csv");
    ASSERT_EQ(reviews.size(), 2U);
    EXPECT_EQ(reviews.cell(0, "verdict"), "partly correct");
    EXPECT_EQ(reviews.cell(0, "comment"), "a \"note\"\n");
    EXPECT_EQ(reviews.cell(0, "confidence"), "4");
    EXPECT_EQ(reviews.cell(0, "corrected_answer"), "better");
    EXPECT_EQ(reviews.cell(0, "tags"), "left; chest");
    EXPECT_EQ(reviews.cell(0, "active_seconds"), "61.5");
    EXPECT_EQ(reviews.cell(0, "reviewer"), "Dr. A, B");
    EXPECT_EQ(reviews.cell(0, "reviewed"), "2023-11-14T22:13:20.123Z");

    const CsvTable spans(folder / "tables/spans.csv"), marks(folder / "tables/marks.csv");
    ASSERT_EQ(spans.size(), 2U);
    EXPECT_EQ(spans.cell(0, "text"), "Lunge");
    EXPECT_EQ(spans.cell(0, "label"), "missed");
    EXPECT_EQ(spans.cell(0, "severity"), "severe");
    EXPECT_EQ(spans.cell(0, "note"), "why");
    EXPECT_EQ(spans.cell(0, "images"), "1; 2");
    EXPECT_EQ(spans.cell(0, "marks"), "1; 2");
    EXPECT_EQ(spans.cell(1, "passage"), "answer");
    EXPECT_EQ(spans.cell(1, "end_byte"), "3");
    EXPECT_EQ(spans.cell(1, "images"), "");
    EXPECT_EQ(spans.cell(1, "taxonomy_version"), "2");
    ASSERT_EQ(marks.size(), 2U);
    EXPECT_EQ(marks.cell(0, "x1"), "1.5");
    EXPECT_EQ(marks.cell(1, "shape"), "arrow");
    EXPECT_EQ(marks.cell(1, "image"), "2");

    // By default, codes and offsets.
    ASSERT_EQ(run({session, "--format", "csv", "-o", tables}).code, 0);
    const CsvTable coded(folder / "tables/reviews.csv");
    EXPECT_EQ(coded.cell(0, "reviewer") + coded.cell(0, "reviewer_code"), "R1");
    EXPECT_EQ(coded.cell(1, "reviewer_code"), "R2");
    EXPECT_EQ(CsvTable(folder / "tables/exchanges.csv").cell(0, "asked").substr(0, 2), "T+");
    ASSERT_EQ(run({session, "--format", "csv", "-o", tables, "--reviewer-names"}).code, 0);
    EXPECT_EQ(CsvTable(folder / "tables/reviews.csv").cell(1, "reviewer"), "Dr. C");
    RawDatabase raw(file);
    EXPECT_EQ(raw.value("SELECT sha256 FROM exports ORDER BY id DESC").toString().toStdString(),
              sha256OfFile(folder / "tables/manifest.sha256"));
}

TEST_F(Export, WritesOneCsvRowForEachMeasurementThatIsThere) {
    {
        Session writer(file);
        const std::int64_t id = askAndAnswer(writer, "How large?");
        RecordedMeasurement length;
        length.name = "=1+1, \"Lesion\"";
        length.note = "oben\r\n肺";
        length.roi = {viewer::RoiShape::length, {{-10.5, 20, 30}, {0, 1, 0}, {0, 0, -1}}, {{0, 0}, {3, 4}}};
        length.measured.lengthMm = 5;
        length.measured.lengthPx = 7.25;
        length.measured.unit = "HU";  // of values, which a length has not
        length.measured.calibration = {viewer::CalibrationSource::patient, 0.7, 0.7};
        length.source.seriesUid = "1.2.3";
        length.source.plane = viewer::Plane::sagittal;
        length.source.index = 53;
        length.timeMs = 1'700'000'000'123;
        writer.recordMeasurement(length);
        RecordedMeasurement region;
        region.name = "M2";
        region.roi = {viewer::RoiShape::ellipse, {}, {{0, 0}, {3, 4}}};
        region.measured.areaMm2 = 9.42477796;
        region.measured.statistics = viewer::RoiStatistics{12, -100, 40.5, 3, {}, 2, 36};
        region.measured.unit = "HU";
        region.source.stored = viewer::StoredImage{{"1.2", "1.3.4", 2}};
        writer.recordMeasurement(region);
        region.name = "M2, larger";
        region.id = 2;
        writer.recordMeasurement(region);
        region.id = 0;
        writer.removeMeasurement(writer.recordMeasurement(region).id);
        Review review = testReview(Verdict::wrong);
        review.spans = {{Passage::answer, 0, 3, "wrong size", {}, {}}, {Passage::reasoning, 0, 3, "right", {}, {}}};
        review.measured = {{0, 1}, {0, 2}};
        writer.review(id, review);
    }
    ASSERT_EQ(run({session, "--format", "csv", "-o", (folder / "tables").string(), "--keep-identity"}).code, 0);
    const CsvTable rows(folder / "tables/measurements.csv"), spans(folder / "tables/spans.csv");
    ASSERT_EQ(rows.size(), 2U);
    const std::pair<const char*, const char*> first[] = {{"measurement", "1"},
                                                         {"name", "=1+1, \"Lesion\""},
                                                         {"note", "oben\r\n肺"},
                                                         {"shape", "length"},
                                                         {"length_mm", "5"},
                                                         {"length_px", "7.25"},
                                                         {"area_mm2", ""},
                                                         {"count", ""},
                                                         {"calibration", "patient"},
                                                         {"series_uid", "1.2.3"},
                                                         {"sop_instance_uid", ""},
                                                         {"plane", "sagittal"},
                                                         {"slice", "54"},
                                                         {"frame", ""},
                                                         {"points_mm", "-10.5 20 30; -10.5 23 26"},
                                                         {"unit", ""},
                                                         {"measured", "2023-11-14T22:13:20.123Z"}};
    for (const auto& [column, value] : first)
        EXPECT_EQ(rows.cell(0, column), value) << column;
    const std::pair<const char*, const char*> second[] = {{"measurement", "2"},
                                                          {"name", "M2, larger"},
                                                          {"area_mm2", "9.42477796"},
                                                          {"count", "12"},
                                                          {"min", "-100"},
                                                          {"max", "40.5"},
                                                          {"mean", "3"},
                                                          {"sd", ""},
                                                          {"median", "2"},
                                                          {"sum", "36"},
                                                          {"unit", "HU"},
                                                          {"sop_instance_uid", "1.3.4"},
                                                          {"frame", "2"},
                                                          {"plane", ""},
                                                          {"calibration", "none"}};
    for (const auto& [column, value] : second)
        EXPECT_EQ(rows.cell(1, column), value) << column;
    EXPECT_EQ(spans.cell(0, "measurements"), "1; 2");
    EXPECT_EQ(spans.cell(1, "measurements"), "");
}

TEST_F(Export, NamesTheVerdictOnWhichAllReviewsAgree) {
    {
        Session writer(file);
        writer.review(1, testReview(Verdict::wrong, {}, "Dr. A", 1));
        writer.review(1, testReview(Verdict::correct, {}, "Dr. A", 2));
        writer.review(1, testReview(Verdict::correct, {}, "Dr. B", 3));
    }
    ASSERT_EQ(run({session, "--format", "csv", "-o", (folder / "tables").string()}).code, 0);
    const CsvTable exchanges(folder / "tables/exchanges.csv");
    EXPECT_EQ(exchanges.cell(0, "verdict"), "correct");
    EXPECT_EQ(exchanges.cell(0, "correct"), "2");
    EXPECT_EQ(exchanges.cell(0, "wrong"), "0");
}

TEST_F(Export, DocumentsEachColumnOfItsTables) {
    ASSERT_EQ(run({session, "--format", "csv", "-o", (folder / "tables").string()}).code, 0);
    const std::string document = readFile(FLEMING_SOURCE_DIR "/app/export/csv/CSV.md");
    for (const char* name : {"exchanges", "reviews", "spans", "marks"}) {
        const std::size_t part = document.find("## " + std::string(name) + ".csv");
        ASSERT_NE(part, std::string::npos) << name;
        const std::string columns = document.substr(part, document.find("\n## ", part + 1) - part);
        const CsvTable table(folder / ("tables/" + std::string(name) + ".csv"));
        for (const std::string& column : table.columns())
            EXPECT_NE(columns.find("`" + column + "`"), std::string::npos) << column << " of " << name;
    }
}

TEST_F(Export, ShowsWhatItWouldWrite) {
    {
        Session writer(file);
        writer.review(1, testReview(Verdict::wrong, "typed comment", "Dr. A"));
    }
    for (const Exporter* exporter : exporters()) {
        const Outcome outcome = run({session, "--format", exporter->id, "--preview"});
        ASSERT_EQ(outcome.code, 0) << exporter->id << outcome.err;
        for (const char* part : {"Questions: 1.", "R1", "typed comment", "What is it?", "Du bist Radiologe."})
            EXPECT_NE(outcome.out.find(part), std::string::npos) << exporter->id << " " << part << "\n" << outcome.out;
        EXPECT_EQ(outcome.out.find("Dr. A"), std::string::npos) << exporter->id;
        EXPECT_EQ(outcome.out.find("part of the images") != std::string::npos, exporter->hasImages);
    }
    EXPECT_NE(run({session, "--format", "csv", "--preview"}).out.find("exchanges.csv\nexchange,"), std::string::npos);
    EXPECT_NE(run({session, "--format", "json", "--preview"}).out.find("\"fleming-session\""), std::string::npos);
    EXPECT_NE(run({session, "--preview", "--keep-identity"}).out.find("Dr. A"), std::string::npos);
    EXPECT_EQ(run({session, "--preview", "--exchanges", "9"}).code, 1);
    std::size_t files = 0;
    for (const auto& each : std::filesystem::directory_iterator(folder / "."))
        files += each.path().filename().string().starts_with("a.fleming") ? 0 : 1;
    EXPECT_EQ(files, 0U);
    EXPECT_EQ(RawDatabase(file).value("SELECT count(*) FROM exports").toInt(), 0);
}

TEST_F(Export, TakesThePaperOfFormatsWithPages) {
    const std::string pdf = (folder / "a.pdf").string();
    EXPECT_EQ(run({session, "-o", pdf, "--paper", "a5"}).code, 2);
    EXPECT_FALSE(std::filesystem::exists(pdf));
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
