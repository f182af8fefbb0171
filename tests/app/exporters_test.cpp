// Tests of the exporter registry, of writing files, of exporting from the window, and of JSON.
#include "app/export/exporters.h"

#include "app/about.h"
#include "app/export/exchange_selection.h"
#include "app/export/export_folder.h"
#include "app/export/json/json_exporter.h"
#include "app/export/session_export.h"
#include "app/session/session.h"
#include "base/error.h"
#include "base/sha256.h"
#include "tests/app/random_measurement.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <fstream>
#include <future>
#include <gtest/gtest.h>
#include <limits>
#include <random>
#include <set>

namespace fleming::app {
namespace {

QJsonObject jsonOf(const SessionSnapshot& snapshot, const ExportOptions& options = {}) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    kJsonExporter.writeFile(snapshot, options, buffer, [](double) {}, {});
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(buffer.data(), &error);
    EXPECT_EQ(error.error, QJsonParseError::NoError);
    return document.object();
}

constexpr ExportOptions kWhole{.includePaths = true, .keepIdentity = true};

QJsonObject firstExchange(const QJsonObject& json) {
    return json["exchanges"].toArray().at(0).toObject();
}

SessionSnapshot snapshotOf(const std::filesystem::path& file) {
    return Session(file, Session::Access::read).snapshot();
}

TEST(Exporters, HaveDistinctNames) {
    std::set<std::string> ids;
    for (const Exporter* exporter : exporters()) {
        EXPECT_TRUE(ids.insert(exporter->id).second) << exporter->id;
        EXPECT_EQ(findExporter(exporter->id), exporter);
        EXPECT_FALSE(nameOf(*exporter).isEmpty());
        EXPECT_NE(exporter->writeFile == nullptr, exporter->writeFolder == nullptr) << exporter->id;
        EXPECT_EQ(*exporter->suffix == 0, exporter->isFolder()) << exporter->id;
        if (exporter->isFolder()) continue;
        EXPECT_EQ(&exporterFor(std::string("a.") + exporter->suffix), exporter);
    }
    for (const char* id : {"csv", "dicom", "json", "pdf", "training"})  // in the logs of sessions, so they never change
        EXPECT_TRUE(ids.contains(id)) << id;
    EXPECT_EQ(findExporter("doc"), nullptr);
    EXPECT_EQ(&exporterFor("a.JSON"), findExporter("json"));
    EXPECT_EQ(&exporterFor("a"), exporters().front());
}

TEST(Exporters, WriteAnySession) {
    const TestFolder folder;
    {
        Session session(folder / "a.fleming");
        askAndAnswer(session, "What is it?", 2);
    }
    const SessionSnapshot snapshot = snapshotOf(folder / "a.fleming");
    for (const Exporter* exporter : exporters()) {
        const auto path = folder / (std::string("a.") + exporter->id);
        double last = 0.0;
        const ExportRecord record = exportTo(path, *exporter, snapshot, {}, [&](double f) { last = f; });
        EXPECT_EQ(last, 1.0) << exporter->id;
        EXPECT_EQ(record.format, exporter->id);
        EXPECT_EQ(record.fileName, path.filename().string());
        EXPECT_EQ(record.sha256, sha256OfFile(exporter->isFolder() ? path / kManifestName : path));
        EXPECT_EQ(record.head.sequence, 5);
        exportTo(path, *exporter, {}, {});  // an empty session
        EXPECT_GT(std::filesystem::file_size(exporter->isFolder() ? path / kManifestName : path), 0U);
    }
}

TEST(Exporters, LeaveWhatIsThereIfNothingNewIsWritten) {
    const TestFolder folder;
    SessionSnapshot snapshot;
    snapshot.exchanges.resize(3);
    std::stop_source stop;
    stop.request_stop();
    for (const Exporter* exporter : exporters()) {
        const auto path = folder / (std::string("a.") + exporter->id);
        if (exporter->isFolder()) exportTo(path, *exporter, {}, {});
        if (!exporter->isFolder()) std::ofstream(path) << "old";
        const auto content = exporter->isFolder() ? path / kManifestName : path;
        const std::string old = readFile(content);
        EXPECT_THROW(exportTo(path, *exporter, snapshot, {}, {}, stop.get_token()), Cancelled) << exporter->id;
        EXPECT_EQ(readFile(content), old);
        EXPECT_FALSE(old.empty());
        EXPECT_EQ(codeOf([&] { exportTo(folder / "no/such/folder/a", *exporter, snapshot, {}); }),
                  "export.cannot_be_written");
        std::filesystem::create_directories(folder / "folder");
        std::ofstream(folder / "folder/mine.txt") << "mine";
        const char* code = exporter->isFolder() ? "export.folder_in_use" : "export.cannot_be_written";
        EXPECT_EQ(codeOf([&] { exportTo(folder / "folder", *exporter, snapshot, {}); }), code);
        EXPECT_EQ(codeOf([&] { checkCanExportTo(folder / "folder", *exporter); }), code);
        EXPECT_EQ(readFile(folder / "folder/mine.txt"), "mine");
        checkCanExportTo(folder / "b", *exporter);
        EXPECT_FALSE(std::filesystem::exists(folder / "b"));
    }
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& each : std::filesystem::directory_iterator(folder / "."))
        ++files;
    EXPECT_EQ(files, exporters().size() + 1);  // nothing partial
}

class FolderExport : public ::testing::Test {
protected:
    std::string write(const std::string& text) const {
        return writeExportFolder(path, "test", [&](const std::filesystem::path& to) {
            std::filesystem::create_directory(to / "inside");
            std::ofstream(to / "a.txt") << text;
            std::ofstream(to / "inside/b.txt") << "b";
        });
    }
    std::string writeCode() const {
        return codeOf([&] { write("new"); });
    }

    const TestFolder folder;
    const std::filesystem::path path = folder / "out";
};

TEST_F(FolderExport, HasAManifest) {
    const std::string digest = write("a");
    EXPECT_EQ(digest, sha256OfFile(path / kManifestName));
    EXPECT_EQ(readFile(path / kManifestName), "# fleming-export test\n" + sha256OfFile(path / "a.txt") + "  a.txt\n" +
                                                  sha256OfFile(path / "inside/b.txt") + "  inside/b.txt\n");
}

TEST_F(FolderExport, ReplacesAnEmptyFolderAndAnEarlierExport) {
    std::filesystem::create_directory(path);
    write("first");
    write("second");
    EXPECT_EQ(readFile(path / "a.txt"), "second");
    writeExportFolder(path / "", "test", [](const std::filesystem::path& to) { std::ofstream(to / "c.txt") << "c"; });
    EXPECT_TRUE(std::filesystem::exists(path / "c.txt"));
    EXPECT_FALSE(std::filesystem::exists(path / "a.txt"));
    const auto all = std::filesystem::directory_iterator(folder / ".");
    EXPECT_EQ(std::distance(begin(all), end(all)), 1);
}

TEST_F(FolderExport, KeepsWhatAnExportHasNotWritten) {
    write("old");
    std::ofstream(path / "inside/mine.txt") << "mine";
    EXPECT_EQ(writeCode(), "export.folder_in_use");
    std::filesystem::remove(path / "inside/mine.txt");
    EXPECT_EQ(writeCode(), "");
    std::ofstream(path / "a.txt") << "edited";
    EXPECT_EQ(writeCode(), "export.folder_in_use");
    EXPECT_EQ(readFile(path / "a.txt"), "edited");

    std::filesystem::remove_all(path);
    std::filesystem::create_directory(folder / "elsewhere");
    std::filesystem::create_directory_symlink(folder / "elsewhere", path);
    EXPECT_EQ(writeCode(), "export.folder_in_use");
    std::filesystem::remove(path);
    std::ofstream(path) << "a file";
    EXPECT_EQ(writeCode(), "export.folder_in_use");
    EXPECT_EQ(readFile(path), "a file");
}

// --- CurrentSession -------------------------------------------------------------------------------------------------

constexpr int kLong = 20'000;  // ms

class SessionExporting : public ::testing::Test {
protected:
    SessionExporting() {
        Session session(file);
        askAndAnswer(session, "What is it?", 1);
    }
    void start(const std::vector<Exchange>& unstored = {}) {
        exports.start({&kJsonExporter, QString::fromStdString(exported.string()), {}, {}},
                      QString::fromStdString(file.string()), unstored);
    }

    const TestFolder folder;
    const std::filesystem::path file = folder / "a.fleming", exported = folder / "a.json";
    SessionStore store;
    SessionExport exports{store};
    QSignalSpy written{&exports, &SessionExport::written}, cancelled{&exports, &SessionExport::cancelled},
        failed{&exports, &SessionExport::failed};
};

TEST_F(SessionExporting, RecordsAnExportInTheSessionThatIsOpen) {
    store.open(QString::fromStdString(file.string()));
    start();
    ASSERT_TRUE(written.wait(kLong));
    QSignalSpy opened(&store, &SessionStore::opened);
    store.open(QString::fromStdString(file.string()));  // runs after the earlier jobs
    ASSERT_TRUE(opened.wait(kLong));
    const Verification verification = Session(file, Session::Access::read).verify().value();
    EXPECT_EQ(verification.events, 7);  // the last two: "session opened", "report exported"
    EXPECT_FALSE(verification.fault);
    EXPECT_EQ(RawDatabase(file).value("SELECT sha256 FROM exports").toString().toStdString(), sha256OfFile(exported));
}

TEST_F(SessionExporting, TakesExchangesThatAreNotStoredFromTheWindow) {
    Exchange whole = makeExchange(1, testQuestion("Whole"), testModel());
    whole.id = 1;
    start({whole});
    ASSERT_TRUE(written.wait(kLong));
    const QJsonObject json =
        firstExchange(QJsonDocument::fromJson(QByteArray::fromStdString(readFile(exported))).object());
    EXPECT_EQ(json["question"], "Whole");
    EXPECT_EQ(json["recorded"], false);
}

TEST_F(SessionExporting, IsCancelled) {
    std::ofstream(exported) << "old";
    std::promise<void> mayBegin;  // so that the export is not complete before it is cancelled
    store.whenStored([begin = mayBegin.get_future().share()] { begin.wait(); });
    start();
    exports.cancel();
    mayBegin.set_value();
    ASSERT_TRUE(cancelled.wait(kLong));
    EXPECT_EQ(readFile(exported), "old");
    EXPECT_EQ(written.count(), 0);
    start();  // is not cancelled
    ASSERT_TRUE(written.wait(kLong));
    EXPECT_EQ(failed.count(), 0);
}

TEST_F(SessionExporting, ReportsWhyItFails) {
    std::filesystem::create_directory(exported);
    start();
    ASSERT_TRUE(failed.wait(kLong));
    EXPECT_TRUE(failed[0][0].toString().contains("a.json"));
}

TEST_F(SessionExporting, IsCompletedBeforeItIsDestroyed) {
    const auto other = folder / "b.json";
    {
        SessionExport ending(store);
        ending.start({&kJsonExporter, QString::fromStdString(other.string()), {}, {}},
                     QString::fromStdString(file.string()), {});
    }
    EXPECT_TRUE(std::filesystem::exists(other));
}

// --- JSON -----------------------------------------------------------------------------------------------------------

TEST(JsonExporter, ContainsAllValuesOfAnExchange) {
    const TestFolder folder;
    std::int64_t id = 0;
    {
        Session session(folder / "a.fleming");
        id = askAndAnswer(session, "Was ist in Image-2 zu sehen?", 2);
        session.review(id, testReview(Verdict::partlyCorrect, "zu knapp", "Dr. A", 1'700'000'000'123));
    }
    const QJsonObject json = jsonOf(snapshotOf(folder / "a.fleming"), kWhole);
    EXPECT_EQ(json["format"], "fleming-session");
    EXPECT_EQ(json["version"], 2);
    EXPECT_EQ(json["session"], "a.fleming");
    EXPECT_EQ(json["notice"].toString().toStdString(), researchOnlyStatement());
    const QJsonObject exchange = firstExchange(json);
    EXPECT_EQ(exchange["id"].toInteger(), id);
    EXPECT_EQ(exchange["question"], "Was ist in Image-2 zu sehen?");
    EXPECT_EQ(exchange["state"], "done");
    EXPECT_EQ(exchange["recorded"], true);
    EXPECT_EQ(exchange["parameters"].toObject()["seed"], "18446744073709551615");
    EXPECT_EQ(exchange["parameters"].toObject()["temperature"], 0.7);
    EXPECT_EQ(exchange["model"].toObject()["path"], "/models/Fleming-VL-8B");
    EXPECT_EQ(exchange["model"].toObject()["sha256"], QString(64, 'b'));

    const QJsonObject frame = exchange["evidence"].toArray().at(1).toObject();
    EXPECT_EQ(exchange["evidence"].toArray().size(), 2);
    EXPECT_EQ(frame["image"], 2);
    EXPECT_EQ(frame["width"], 20);
    EXPECT_EQ(frame["provenance"].toObject()["pixels_sha256"].toString().toStdString(),
              testFrame(1).provenance.pixelsSha256);
    EXPECT_EQ(frame["provenance"].toObject()["file"], "/scans/ü 1.dcm");

    const QJsonObject answer = exchange["answer"].toObject();
    EXPECT_EQ(answer["text"].toString().toStdString(), testAnswer().text);
    EXPECT_EQ(answer["finish"], "length");
    EXPECT_EQ(answer["prompt_ids"].toArray(), (QJsonArray{151644, 0, -1, 8948}));
    EXPECT_EQ(answer["timing"].toObject()["decode_seconds"], 0.3);
    const QJsonArray tokens = answer["tokens"].toArray();
    const std::vector<inference::Token> expected = testTokens();
    ASSERT_EQ(tokens.size(), static_cast<qsizetype>(expected.size()));
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const inference::Token& token = expected[static_cast<std::size_t>(i)];
        EXPECT_EQ(tokens[i].toObject()["id"], token.id);
        EXPECT_EQ(tokens[i].toObject()["text"].toString().toStdString(), token.text);
        EXPECT_EQ(static_cast<float>(tokens[i].toObject()["log_probability"].toDouble()), token.logProbability);
    }
    EXPECT_EQ(tokens[3].toObject()["parts"].toArray().at(1).toObject()["text"], "</think>");

    const QJsonObject review = exchange["reviews"].toArray().at(0).toObject();
    EXPECT_EQ(review["verdict"], "partly correct");
    EXPECT_EQ(review["comment"], "zu knapp");
    EXPECT_EQ(review["time"], "2023-11-14T22:13:20.123Z");
}

TEST(JsonExporter, HasTheHeadOfTheLog) {
    const TestFolder folder;
    const auto file = folder / "a.fleming";
    {
        Session session(file);
        askAndAnswer(session);
    }
    const LogHead head = snapshotOf(file).record->completeUpTo;
    QJsonObject record = jsonOf(snapshotOf(file))["record"].toObject();
    EXPECT_EQ(record["log"].toString().toStdString(), head.log);
    EXPECT_EQ(record["sha256"].toString().toStdString(), head.hash);
    EXPECT_EQ(record["events"], 5);
    EXPECT_EQ(record["complete_up_to_event"], 5);
    EXPECT_FALSE(record.contains("fault"));
    {
        RawDatabase raw(file);
        raw.dropTriggers();
        EXPECT_TRUE(raw.run("UPDATE tokens SET text = 'x' WHERE position = 0"));
    }
    record = jsonOf(snapshotOf(file))["record"].toObject();
    EXPECT_EQ(record["events"], 5);
    EXPECT_EQ(record["complete_up_to_event"], 3);
    EXPECT_EQ(record["fault"].toObject()["code"], "record.payload_changed");
    EXPECT_TRUE(record["fault"].toObject()["text"].toString().contains("event 4"));

    std::filesystem::copy_file(sessionFixture("version-3.fleming"), folder / "old.fleming");
    EXPECT_FALSE(jsonOf(snapshotOf(folder / "old.fleming")).contains("record"));
}

TEST(JsonExporter, PreservesAllBytesAndNumbers) {
    SessionSnapshot snapshot;
    Exchange exchange = makeExchange(1, testQuestion("q"), testModel());
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    exchange.answer.tokens = {token(1, "\xe8\x82", -kInfinity, inference::Channel::answer),
                              token(2, "\xba", std::numeric_limits<float>::quiet_NaN(), inference::Channel::answer),
                              token(3, std::string("a\0b", 3), -0.1F, inference::Channel::answer)};
    snapshot.exchanges = {exchange};
    snapshot.unrecorded = {0};
    const QJsonObject json = firstExchange(jsonOf(snapshot));
    EXPECT_EQ(json["recorded"], false);
    EXPECT_EQ(json["state"], "streaming");
    const QJsonArray tokens = json["answer"].toObject()["tokens"].toArray();
    EXPECT_EQ(QByteArray::fromBase64(tokens[0].toObject()["text_base64"].toString().toLatin1()),
              QByteArray("\xe8\x82"));
    EXPECT_EQ(tokens[0].toObject()["log_probability"], "-Infinity");
    EXPECT_EQ(QByteArray::fromBase64(tokens[1].toObject()["text_base64"].toString().toLatin1()), QByteArray("\xba"));
    EXPECT_TRUE(tokens[1].toObject()["log_probability"].isNull());
    EXPECT_EQ(tokens[2].toObject()["text"].toString().toStdString(), std::string("a\0b", 3));
    EXPECT_FALSE(tokens[2].toObject().contains("text_base64"));
    EXPECT_EQ(tokens[2].toObject()["log_probability"].toDouble(), double{-0.1F});
}

TEST(ExchangeSelection, KeepsTheMeasurementsOfTheExchanges) {
    std::mt19937 random(3);
    SessionSnapshot session;
    for (int i = 1; i <= 3; ++i) {
        Exchange exchange = makeExchange(i, testQuestion("How large?", 1), testModel());
        exchange.id = i;
        exchange.evidence[0].provenance.seriesUid = "1.2.3." + std::to_string(i);
        session.exchanges.push_back(exchange);
        session.measurements.push_back(randomMeasurement(random, i, exchange.evidence[0].provenance, true));
    }
    viewer::Provenance picture = testFrame(0).provenance;
    picture.seriesUid.clear();
    for (const int id : {4, 5})
        session.measurements.push_back(randomMeasurement(random, id, picture, true));
    session.exchanges[0].reviews = {testReview(Verdict::wrong)};
    session.exchanges[0].reviews[0].spans = {{}};
    session.exchanges[0].reviews[0].measured = {{0, 3}, {0, 5}};
    const auto idsOf = [](const SessionSnapshot& left) {
        std::vector<std::int64_t> ids;
        for (const RecordedMeasurement& each : left.measurements)
            ids.push_back(each.id);
        return ids;
    };
    using Ids = std::vector<std::int64_t>;
    EXPECT_EQ(idsOf(select(session, {})), (Ids{1, 2, 3, 4, 5}));
    EXPECT_EQ(idsOf(select(session, {{{1, 3}}, false})), (Ids{1, 2, 3, 4, 5}));
    EXPECT_EQ(idsOf(select(session, {{{2, 2}}, false})), (Ids{2}));
    EXPECT_EQ(idsOf(select(session, {{}, true})), (Ids{1, 3, 5}));
    session.exchanges[1].evidence[0].provenance = picture;
    EXPECT_EQ(idsOf(select(session, {{{2, 2}}, false})), (Ids{4, 5}));
}

}  // namespace
}  // namespace fleming::app

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    ::testing::InitGoogleTest(&argc, argv);
    const QTemporaryDir home;  // instead of the user's home
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
    QGuiApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
