// Tests that nothing which identifies a patient or a person leaves by default, in any format.
#include "app/export/identity.h"

#include "app/export/exporters.h"
#include "app/settings.h"
#include "base/error.h"
#include "tests/app/fake_model.h"
#include "tests/app/run_cli.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"
#include "tests/viewer/dicom_maker.h"

#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace fleming::app {
namespace {

constexpr const char* kUid = "1.2.840.99999.31415926";
constexpr const char* kDate = "19370319";
constexpr const char* kTime = "031415.926535";

const std::vector<std::string> kMarkers{"QMARKER", kUid, kDate, "1937-03-19", kTime, "271828182", "161803398"};

UidMap uids() {
    return UidMap(QByteArray(32, 'k'));
}

SessionSnapshot clean(const SessionSnapshot& session, const ExportOptions& options = {}) {
    return removeIdentity(session, options, uids()).session;
}

/// Returns the bytes in which a text of `file` can be: as it is, its Base64 decoded, and the text of a PDF in it.
std::vector<std::string> contentsOf(const std::filesystem::path& file) {
    const std::string raw = readFile(file);
    std::vector<std::string> contents{raw};
    static const QRegularExpression encoded(QStringLiteral("[A-Za-z0-9+/]{64,}={0,2}"));
    for (const auto& match : encoded.globalMatch(QString::fromLatin1(QByteArray::fromStdString(raw))))
        contents.push_back(QByteArray::fromBase64(match.captured().toLatin1()).toStdString());
    const std::size_t pdf = raw.find("%PDF-");
    if (pdf == std::string::npos) return contents;
    const std::filesystem::path extracted = file.string() + ".extracted.pdf";
    std::ofstream(extracted, std::ios::binary) << raw.substr(pdf);
    for (const QStringList& command : {QStringList{"pdftotext", "PDF", "-"}, QStringList{"pdfinfo", "PDF"}}) {
        QProcess program;
        QStringList arguments = command.mid(1);
        arguments.replaceInStrings("PDF", QString::fromStdString(extracted.string()));
        program.start(command.front(), arguments);
        EXPECT_TRUE(program.waitForFinished(60'000)) << program.errorString().toStdString();
        EXPECT_EQ(program.exitCode(), 0);
        contents.push_back(program.readAllStandardOutput().toStdString());
    }
    std::filesystem::remove(extracted);
    return contents;
}

std::vector<std::filesystem::path> filesOf(const std::filesystem::path& path) {
    if (!std::filesystem::is_directory(path)) return {path};
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    return files;
}

/// Returns true if a marker is in the names or the contents of what was exported.
bool hasMarker(const std::filesystem::path& path, const std::string& marker) {
    for (const std::filesystem::path& file : filesOf(path)) {
        if (file.lexically_relative(path.parent_path()).string().find(marker) != std::string::npos) return true;
        for (const std::string& content : contentsOf(file)) {
            if (content.find(marker) != std::string::npos) return true;
        }
    }
    return false;
}

void expectNoMarker(const std::filesystem::path& path) {
    for (const std::string& marker : kMarkers)
        EXPECT_FALSE(hasMarker(path, marker)) << marker << " in " << path;
}

bool hasPdfTools() {
    return !QStandardPaths::findExecutable("pdftotext").isEmpty();
}

/// A session with a marker in every text of its provenance and in whatever names a person or a file.
SessionSnapshot markedSession() {
    Exchange exchange = makeExchange(1, testQuestion("What is it?", 2), testModel());
    exchange.id = 1;
    exchange.askedMs = -1'034'541'956'074;  // 1937-03-20
    exchange.answer = testAnswer();
    exchange.state = ExchangeState::done;
    exchange.modelPath = "/home/QMARKER/models/m";
    for (viewer::Frame& frame : exchange.evidence) {
        viewer::Provenance& p = frame.provenance;
        p.file = "/scans/QMARKER^JANE 271828182/QMARKER 161803398.dcm";
        p.fileSha256 = "QMARKER";
        p.seriesUid = p.studyUid = kUid;
        p.stored = viewer::StoredImage{{kUid, kUid}};
        p.seriesDescription = {"QMARKER", {{viewer::SeriesPartKind::imageType, "QMARKER", 0}}};
        p.studyDate = kDate;
        p.modality = "QMARKER";
    }
    exchange.reviews = {testReview(Verdict::correct, "fine", "Dr. QMARKER", exchange.askedMs + 60'000)};
    Exchange failed = exchange;
    failed.id = 2;
    failed.follows = 1;
    failed.state = ExchangeState::failed;
    failed.failure = "QMARKER 161803398.dcm: the file of QMARKER could not be read.";
    Exchange other = failed;
    other.id = 3;
    other.failure = "/other/QMARKER: could not be read.";
    RecordedMeasurement measurement;
    measurement.id = 1;
    measurement.name = "M1 " + std::string(kUid);
    measurement.note = "near the apex, /scans/QMARKER^JANE 271828182";
    measurement.roi = {viewer::RoiShape::ellipse, {}, {{1, 2}, {5, 4}}};
    measurement.measured.areaMm2 = 6.28;
    measurement.measured.statistics = viewer::RoiStatistics{3, 1, 3, 2, 1.0, 2, 6};
    measurement.measured.unit = "QMARKER";  // Rescale Type
    measurement.source = exchange.evidence[0].provenance;
    measurement.source.file = "/scans/QMARKER 161803398/other.dcm";
    measurement.source.seriesUid = std::string(kUid) + ".5";
    measurement.frameOfReference = std::string(kUid) + ".6";
    measurement.pixels = {{1, 2}, {5, 4}};
    measurement.timeMs = exchange.askedMs + 30'000;
    SessionSnapshot session;
    session.measurements = {measurement};
    session.session = "/home/QMARKER/QMARKER.fleming";
    session.exchanges = {exchange, failed, other};
    session.imports = {{"QMARKER.json", "", {}, exchange.askedMs}};
    return session;
}

TEST(Identity, LeavesInNoFormat) {
    if (!hasPdfTools()) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    const TestFolder folder;
    for (const Exporter* exporter : exporters()) {
        const auto path = folder / (std::string("a-") + exporter->id);
        exportTo(path, *exporter, markedSession(), {});
        expectNoMarker(path);
        // The search finds what is there.
        exportTo(path, *exporter, markedSession(), {.includePaths = true, .keepIdentity = true});
        EXPECT_TRUE(hasMarker(path, "QMARKER")) << exporter->id;
    }
}

/// Writes a CT slice with a marker in each attribute of DCMTK's dictionary that can hold one.
void writeMarkedSlice(const std::filesystem::path& file, double z) {
    viewer::MadeDicom dicom(16, 16);
    dicom.at(0, 0, z).pixels(std::vector<std::uint16_t>(256, 1000));
    dicom.set(DCM_StudyInstanceUID, std::string(kUid) + ".1").set(DCM_SeriesInstanceUID, std::string(kUid) + ".2");
    dicom.set(DCM_SOPInstanceUID, std::string(kUid) + ".3." + std::to_string(static_cast<int>(z) + 1));
    dicom.set(DCM_SeriesDescription, "QMARKER 271828182").set(DCM_StudyDate, kDate).set(DCM_SeriesNumber, "4");
    int marked = 0;
    DcmDataDictionary& dictionary = dcmDataDict.wrlock();
    std::vector<DcmTag> tags;
    for (auto entry = dictionary.normalBegin(); entry != dictionary.normalEnd(); ++entry)
        tags.emplace_back((*entry)->getKey(), (*entry)->getVR());
    dcmDataDict.wrunlock();
    for (const DcmTag& tag : tags) {
        const Uint16 group = tag.getGroup();
        if (group < 0x0008 || group % 2 != 0 || dicom.data().tagExists(tag)) continue;
        // What the pixels are: with a marker in it, the file is none.
        if (group == 0x0028 || group == 0x5400 || group == 0x7fe0 || tag.getElement() == 0) continue;
        const char* value = nullptr;
        switch (tag.getEVR()) {
            case EVR_PN:
                value = "QMARKER^JANE";
                break;
            case EVR_LO:
            case EVR_LT:
            case EVR_SH:
            case EVR_ST:
            case EVR_UC:
            case EVR_UT:
            case EVR_AE:
            case EVR_CS:
                value = "QMARKER";
                break;
            case EVR_DA:
                value = kDate;
                break;
            case EVR_DT:
                value = "19370319031415.926535";
                break;
            case EVR_TM:
                value = kTime;
                break;
            case EVR_UI:
                value = kUid;
                break;
            default:
                continue;
        }
        if (dicom.data().putAndInsertString(tag, value).good()) ++marked;
    }
    EXPECT_GT(marked, 1500);
    dicom.save(file);
}

TEST(Identity, OfAStudyWithAMarkerInEachAttributeLeavesInNoFormat) {
    if (!hasPdfTools()) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    const TestFolder folder;
    const auto study = folder / "QMARKER^JANE 161803398", session = folder / "QMARKER.fleming";
    std::filesystem::create_directory(study);
    for (int i = 0; i < 3; ++i)
        writeMarkedSlice(study / ("QMARKER" + std::to_string(i) + ".dcm"), i);
    const Outcome asked = runCli({"ask", study.string(), "-q", "What is it?", "--count", "2", "--model", "/models/fake",
                                  "--session", session.string()},
                                 {}, {}, fakeBackends(std::make_shared<FakeModelRecord>()));
    ASSERT_EQ(asked.code, 0) << asked.err;
    {
        Session open(session);
        const std::vector<Exchange> exchanges = open.exchanges();
        ASSERT_EQ(exchanges.front().evidence.size(), 2U);
        EXPECT_EQ(exchanges.front().evidence[0].provenance.seriesDescription.words, "QMARKER 271828182");
        open.review(exchanges.front().id, testReview(Verdict::correct, "fine", "Dr. QMARKER"));
    }
    for (const Exporter* exporter : exporters()) {
        const std::string path = (folder / (std::string("a-") + exporter->id)).string();
        const Outcome outcome = runCli({"export", session.string(), "--format", exporter->id, "-o", path});
        ASSERT_EQ(outcome.code, 0) << exporter->id << " " << outcome.err;
        expectNoMarker(path);
        EXPECT_EQ(outcome.err.find("QMARKER"), std::string::npos);
        EXPECT_EQ(outcome.err.find("part of the images") != std::string::npos, exporter->hasImages) << outcome.err;
    }
}

TEST(Identity, IsRemovedFromTheProvenanceOnly) {
    const SessionSnapshot session = clean(markedSession());
    const Exchange& exchange = session.exchanges.front();
    const viewer::Provenance& p = exchange.evidence.front().provenance;
    const viewer::Provenance before = testFrame(0).provenance;
    EXPECT_EQ(p.file + p.fileSha256 + toString(p.seriesDescription) + p.studyDate + p.modality, "");
    EXPECT_EQ(p.seriesUid, uids().map(kUid));
    EXPECT_EQ(p.index, before.index);
    EXPECT_EQ(p.plane, before.plane);
    EXPECT_EQ(p.seriesNumber, before.seriesNumber);
    EXPECT_EQ(p.pixelsSha256, before.pixelsSha256);
    EXPECT_EQ(exchange.evidence.front().image.rgb, testFrame(0).image.rgb);
    EXPECT_EQ(exchange.question, "What is it?");
    EXPECT_EQ(exchange.modelName, testModel().info.name);
    EXPECT_EQ(exchange.answer.text, testAnswer().text);
    EXPECT_EQ(exchange.answer.promptIds, testAnswer().promptIds);
    EXPECT_EQ(session.exchanges[1].failure, "*********************: the file of ******* could not be read.");
    EXPECT_EQ(session.exchanges[2].failure, "[removed]");
    SessionSnapshot ct = markedSession();
    ct.exchanges[0].evidence[0].provenance.modality = "CT";
    EXPECT_EQ(clean(ct).exchanges[0].evidence[0].provenance.modality, "CT");
}

TEST(Identity, IsRemovedFromMeasurements) {
    SessionSnapshot before = markedSession();
    before.measurements[0].timeMs = before.exchanges[0].askedMs - 60'000;
    const SessionSnapshot session = clean(before);
    const RecordedMeasurement& m = session.measurements.at(0);
    EXPECT_EQ(m.name, "M1 " + std::string(std::string(kUid).size(), '*'));
    EXPECT_EQ(m.note.find("QMARKER"), std::string::npos);
    EXPECT_TRUE(m.note.starts_with("near the apex, ")) << m.note;
    EXPECT_EQ(m.source.file + m.source.fileSha256 + m.source.studyDate + m.source.modality + m.measured.unit, "");
    EXPECT_EQ(toString(m.source.seriesDescription), "");
    EXPECT_EQ(m.source.seriesUid, uids().map(std::string(kUid) + ".5"));
    EXPECT_EQ(m.source.studyUid, session.exchanges[0].evidence[0].provenance.studyUid);
    EXPECT_EQ(m.source.stored, session.exchanges[0].evidence[0].provenance.stored);
    EXPECT_EQ(m.frameOfReference, uids().map(std::string(kUid) + ".6"));
    EXPECT_EQ(m.timeMs, 0);  // the first event
    EXPECT_EQ(session.exchanges[0].askedMs, 60'000);
    EXPECT_EQ(m.pixels, before.measurements[0].pixels);
    EXPECT_EQ(m.roi, before.measurements[0].roi);
    EXPECT_EQ(m.measured.areaMm2, before.measurements[0].measured.areaMm2);

    const SessionSnapshot kept = clean(before, {.includePaths = true, .keepIdentity = true});
    const RecordedMeasurement& whole = kept.measurements.at(0);
    EXPECT_EQ(whole.name, before.measurements[0].name);
    EXPECT_EQ(whole.note, before.measurements[0].note);
    EXPECT_EQ(whole.measured.unit, "QMARKER");
    EXPECT_EQ(whole.frameOfReference, before.measurements[0].frameOfReference);
    EXPECT_EQ(whole.source.file, before.measurements[0].source.file);
    EXPECT_EQ(whole.timeMs, before.measurements[0].timeMs);
    SessionSnapshot ct = markedSession();
    ct.measurements[0].measured.unit = "HU";
    EXPECT_EQ(clean(ct).measurements[0].measured.unit, "HU");
}

TEST(Identity, IsKeptAsTheOptionsSay) {
    const SessionSnapshot marked = markedSession();
    const SessionSnapshot kept = clean(marked, {.keepIdentity = true});
    const viewer::Provenance& p = kept.exchanges[0].evidence[0].provenance;
    EXPECT_EQ(p.seriesUid, kUid);
    EXPECT_EQ(p.studyDate, kDate);
    EXPECT_EQ(p.modality, "QMARKER");
    EXPECT_EQ(p.file, "");
    EXPECT_EQ(kept.exchanges[0].modelPath, "");
    EXPECT_EQ(kept.exchanges[0].askedMs, marked.exchanges[0].askedMs);
    EXPECT_EQ(kept.exchanges[0].reviews, marked.exchanges[0].reviews);

    const SessionSnapshot paths = clean(marked, {.includePaths = true});
    EXPECT_EQ(paths.exchanges[0].evidence[0].provenance.file, marked.exchanges[0].evidence[0].provenance.file);
    EXPECT_EQ(paths.exchanges[0].modelPath, "/home/QMARKER/models/m");
    EXPECT_EQ(paths.exchanges[2].failure, "/other/*******: could not be read.");
    EXPECT_EQ(paths.exchanges[0].evidence[0].provenance.studyDate, "");

    const SessionSnapshot named = clean(marked, {.reviewerNames = true});
    EXPECT_EQ(named.exchanges[0].reviews[0].reviewer, "Dr. QMARKER");
    EXPECT_EQ(named.exchanges[0].reviews[0].timeMs, 60'000);
}

TEST(Identity, TimesAreOffsetsFromTheFirstEvent) {
    SessionSnapshot session = markedSession();
    session.record.emplace().completeMs = session.exchanges[0].askedMs + 5'000;
    session.exchanges[1].askedMs += 3'600'000;
    const SessionSnapshot offsets = clean(session);
    EXPECT_EQ(offsets.exchanges[0].askedMs, 0);
    EXPECT_EQ(offsets.exchanges[1].askedMs, 3'600'000);
    EXPECT_EQ(offsets.exchanges[0].reviews[0].timeMs, 60'000);
    EXPECT_EQ(offsets.record->completeMs, 5'000);
    EXPECT_EQ(offsets.imports[0].timeMs, 0);
}

TEST(Identity, ReviewersGetCodesThatTellThemApart) {
    SessionSnapshot session = markedSession();
    Review coded = testReview(Verdict::wrong, {}, "Dr. B", 1);
    coded.reviewerCode = "R1";
    session.exchanges[0].reviews = {coded, testReview(Verdict::wrong, {}, "Dr. A", 2),
                                    testReview(Verdict::wrong, {}, "", 3)};
    Review same = testReview(Verdict::correct, {}, "Dr. C", 6);  // a code that somebody else has
    same.reviewerCode = "R1";
    session.exchanges[1].reviews = {testReview(Verdict::correct, {}, "Dr. A", 4),
                                    testReview(Verdict::correct, {}, "Dr. B", 5), same};
    const SessionSnapshot left = clean(session);
    const auto code = [&](std::size_t exchange, std::size_t review) {
        EXPECT_EQ(left.exchanges[exchange].reviews[review].reviewer, "");
        return left.exchanges[exchange].reviews[review].reviewerCode;
    };
    EXPECT_EQ(code(0, 0), "R1");
    EXPECT_EQ(code(0, 1), "R2");
    EXPECT_EQ(code(0, 2), "R3");
    EXPECT_EQ(code(1, 0), "R2");
    EXPECT_EQ(code(1, 1), "R1");
    EXPECT_EQ(code(1, 2), "R1-2");
    EXPECT_EQ(currentReviews(left.exchanges[1].reviews).size(), 3U);
    EXPECT_EQ(currentReviews(left.exchanges[0].reviews).size(), 3U);
}

TEST(Identity, IsMaskedInTextsByteForByte) {
    SessionSnapshot session = markedSession();
    Exchange& exchange = session.exchanges[0];
    exchange.question = "Is 1.2.840.99999.31415926 the UID? Not 1.2.840.99999.314159260.";
    exchange.evidence[0].provenance.seriesDescription.words = "MÜLLER^JAN";
    exchange.evidence[1].provenance.seriesDescription.words = "Thorax";
    exchange.answer.text = "<answer>The Thorax of MÜLLER^JAN.</answer>";
    exchange.answer.finalAnswer = "The Thorax of MÜLLER^JAN.";
    exchange.answer.tokens = {token(1, "<answer>", 0, inference::Channel::markup),
                              token(2, "The Thorax of MÜL", 0, inference::Channel::answer),
                              token(3, "LER^JAN.", 0, inference::Channel::answer),
                              token(4, "</answer>", 0, inference::Channel::markup)};
    exchange.reviews[0].comment = "MÜLLER^JAN?";
    const Exchange left = clean(session).exchanges[0];
    EXPECT_EQ(left.question, "Is ********************** the UID? Not 1.2.840.99999.314159260.");
    EXPECT_EQ(left.answer.finalAnswer, "The Thorax of ***********.");
    EXPECT_EQ(left.answer.finalAnswer.size(), exchange.answer.finalAnswer.size());
    EXPECT_EQ(left.reviews[0].comment, "***********?");
    EXPECT_EQ(left.answer.tokens[1].text, "The Thorax of ****");
    EXPECT_EQ(left.answer.tokens[2].text, "*******.");
    EXPECT_EQ(left.answer.tokens[1].id, -1);
    EXPECT_EQ(left.answer.tokens[0].id, 1);
    EXPECT_TRUE(left.answer.promptIds.empty());  // they are the text of the question
}

TEST(Identity, TellsWhatWasRemoved) {
    const RemovedIdentity removed = removeIdentity(markedSession(), {}, uids()).removed;
    EXPECT_EQ(removed.paths, 1 + 1 + 1 + 3 * 3);  // session, import, measurement; model, two frames of each exchange
    EXPECT_EQ(removed.uids, 3 * 2 * 4 + 5);  // series, study, DICOM object and its private class; frame of reference
    EXPECT_EQ(removed.dates, 7);
    EXPECT_EQ(removed.descriptions, 12 + 3);  // of a measurement also the unit
    EXPECT_EQ(removed.names, 3);
    EXPECT_EQ(removed.maskedTexts, 3 + 2);  // the second failure once, the third twice; name and note
    const RemovedIdentity kept =
        removeIdentity(markedSession(), {.includePaths = true, .keepIdentity = true}, uids()).removed;
    EXPECT_EQ(kept.paths + kept.uids + kept.dates + kept.descriptions + kept.names + kept.maskedTexts, 0);
}

// --- UIDs -----------------------------------------------------------------------------------------------------------

TEST(UidMap, MakesStableUidsThatDependOnTheKey) {
    const std::string mapped = uids().map(kUid);
    EXPECT_EQ(mapped, uids().map(kUid));
    EXPECT_NE(mapped, uids().map(std::string(kUid) + "1"));
    EXPECT_NE(mapped, UidMap(QByteArray(32, 'j')).map(kUid));
    EXPECT_EQ(uids().map(""), "");
    static const QRegularExpression form(QStringLiteral("^2\\.25\\.[1-9][0-9]{30,38}$"));
    EXPECT_TRUE(form.match(QString::fromStdString(mapped)).hasMatch()) << mapped;
    // computed with Python: hmac.new(key, uid, sha256)
    EXPECT_EQ(mapped, "2.25.300722758028699474513356976989115408945");
}

TEST(UidMap, KeepsItsKeyForTheUserAlone) {
    const TestFolder folder;
    const auto file = folder / "new/key";
    const std::string mapped = UidMap::fromFile(file).map(kUid);
    struct stat status {};
    ASSERT_EQ(::stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U);
    EXPECT_EQ(status.st_size, 32);
    EXPECT_EQ(UidMap::fromFile(file).map(kUid), mapped);
    EXPECT_NE(UidMap::fromFile(folder / "other").map(kUid), mapped);
    std::ofstream(file) << "short";
    EXPECT_EQ(codeOf([&] { UidMap::fromFile(file); }), "export.key_unusable");
    EXPECT_EQ(readFile(file), "short");
    std::ofstream(folder / "plain") << "x";
    EXPECT_EQ(codeOf([&] { UidMap::fromFile(folder / "plain/key"); }), "export.key_unusable");
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
