// Tests of the DICOM export: regions in stored pixels, references, and the independent checks of dciodvfy and
// highdicom.
#include "app/about.h"
#include "app/evidence/frames.h"
#include "app/export/dicom/dicom_exporter.h"
#include "app/export/dicom/dicom_text.h"
#include "app/export/dicom/mark_region.h"
#include "app/export/dicom/report_codes.h"
#include "app/export/exporters.h"
#include "app/export/reported_measurement.h"
#include "app/settings.h"
#include "tests/app/dicom_testing.h"
#include "tests/app/random_measurement.h"
#include "tests/app/random_session.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"
#include "tests/viewer/dicom_maker.h"
#include "viewer/io/open.h"
#include "viewer/render/turn.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QSettings>
#include <QTemporaryDir>
#include <dcmtk/dcmsr/dsrdoc.h>

#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace fleming::app {
namespace {

using viewer::MadeDicom;
using viewer::Vector3;

constexpr const char* kStudy = "1.2.840.99999.1";
constexpr const char* kSeries = "1.2.840.99999.1.4";
constexpr const char* kObject = "1.2.840.99999.1.4.7";
constexpr int kSlices = 3;

std::string vectorText(const Vector3& v) {
    return std::to_string(v[0]) + "\\" + std::to_string(v[1]) + "\\" + std::to_string(v[2]);
}

/// Writes slices of `columns` x `rows` pixels; pixel n of slice k has the value 9 * n + k, and its object the UID
/// kObject + ".<k>".
void writeSlices(const std::filesystem::path& folder, int columns, int rows, const Vector3& right,
                 const Vector3& down) {
    std::filesystem::create_directory(folder);
    const Vector3 normal = viewer::cross(right, down);
    for (int k = 0; k < kSlices; ++k) {
        MadeDicom made(columns, rows);
        std::vector<std::uint16_t> values;
        for (int n = 0; n < columns * rows; ++n)
            values.push_back(static_cast<std::uint16_t>(9 * n + k));
        made.set(DCM_StudyInstanceUID, kStudy).set(DCM_SeriesInstanceUID, kSeries).set(DCM_StudyDate, "20240105");
        made.set(DCM_SOPInstanceUID, std::string(kObject) + "." + std::to_string(k));
        made.set(DCM_ImageOrientationPatient, vectorText(right) + "\\" + vectorText(down));
        made.at(normal[0] * k, normal[1] * k, normal[2] * k).pixels(values);
        made.save(folder / (std::to_string(k) + ".dcm"));
    }
}

viewer::Series openOne(const std::filesystem::path& path) {
    viewer::OpenResult opened = viewer::open({path});
    EXPECT_EQ(opened.series.size(), 1U);
    return opened.series.at(0);
}

viewer::Frame sliceOf(const viewer::Series& series, viewer::Plane plane, int index, const viewer::Turn& turn = {}) {
    const auto volume = viewer::loadVolume(series);
    return sliceFrame(series, *volume, turned(viewer::slicePlane(series.geometry(), plane, index), turn),
                      {viewer::Window{128, 256}, false, false});
}

TEST(StoredImage, OfEveryOrientationNamesThePixelsThatAreShown) {
    constexpr int kColumns = 7, kRows = 4;
    const TestFolder folder;
    int turned = 0;
    for (int orientation = 0; orientation < 24; ++orientation) {
        const auto axis = [](int which, int sign) {
            Vector3 v{0, 0, 0};
            v[static_cast<std::size_t>(which)] = sign;
            return v;
        };
        const int first = orientation / 8, second = (first + 1 + orientation / 4 % 2) % 3;
        const auto path = folder / std::to_string(orientation);
        writeSlices(path, kColumns, kRows, axis(first, orientation % 2 == 0 ? 1 : -1),
                    axis(second, orientation / 2 % 2 == 0 ? 1 : -1));
        const viewer::Series series = openOne(path);
        for (int k = 0; k < kSlices; ++k) {
            const viewer::Turn turn{orientation % 3 == 1, (orientation + k) % 4};  // by the reader
            const viewer::Frame frame = sliceOf(series, viewer::acquiredPlane(series.geometry()), k, turn);
            ASSERT_TRUE(frame.provenance.stored);
            const viewer::StoredImage& stored = *frame.provenance.stored;
            EXPECT_EQ(stored.object.frame, 0);
            EXPECT_EQ(stored.object.sopClassUid, UID_CTImageStorage);
            turned += stored.transposed + stored.mirroredColumns + stored.mirroredRows;
            const int slice = stored.object.sopInstanceUid.back() - '0';
            for (int y = 0; y < frame.image.height; ++y) {
                for (int x = 0; x < frame.image.width; ++x) {
                    const Mark pixel{1, MarkShape::arrow, 1.0 * x, 1.0 * y, x + 1.0, y + 1.0, {}};
                    const auto points = regionOf(pixel, frame.provenance, stored).points;
                    const auto column = static_cast<int>(std::min(points[0][0], points[1][0]));
                    const auto row = static_cast<int>(std::min(points[0][1], points[1][1]));
                    const auto shown = static_cast<std::size_t>((y * frame.image.width + x) * 3);
                    EXPECT_EQ(frame.image.rgb[shown], 9 * (row * kColumns + column) + slice);
                    // A measurement of that stored pixel is shown around this one.
                    RecordedMeasurement measured;
                    measured.roi = {viewer::RoiShape::rectangle, {}, {{0, 0}, {1, 1}}};
                    measured.pixels = {{column - 0.5, row - 0.5}, {column + 0.5, row + 0.5}};
                    measured.source = frame.provenance;
                    const viewer::ShownOutline outline = outlineOn(frame.provenance, measured);
                    ASSERT_EQ(outline.lines.size(), 1U);
                    EXPECT_EQ(outline.lines[0].boundingRect(), QRectF(x, y, 1, 1));
                }
            }
        }
    }
    EXPECT_GT(turned, 24);
}

TEST(StoredImage, IsNoneOfAResampledPlane) {
    const TestFolder folder;
    writeSlices(folder / "s", 7, 4, {1, 0, 0}, {0, 1, 0});
    const viewer::Series series = openOne(folder / "s");
    EXPECT_FALSE(sliceOf(series, viewer::Plane::coronal, 1).provenance.stored);
    viewer::SlicePlane slab = viewer::slicePlane(series.geometry(), viewer::Plane::axial, 1);
    slab.slab = viewer::Slab{3.0, viewer::SlabMode::mean};
    const auto volume = viewer::loadVolume(series);
    EXPECT_FALSE(sliceFrame(series, *volume, slab, {viewer::Window{128, 256}, false, false}).provenance.stored);
}

TEST(MarkRegion, IsCutToTheImage) {
    viewer::Provenance image;
    image.width = 20;
    image.height = 10;
    using Points = std::vector<PlanePoint>;
    const PlaneRegion box = regionOf({1, MarkShape::box, -5, 2, 30, 4.5, {}}, image, {});
    EXPECT_EQ(box.graphic, RegionGraphic::polyline);
    EXPECT_EQ(box.points, (Points{{0, 2}, {20, 2}, {20, 4.5}, {0, 4.5}, {0, 2}}));
    const PlaneRegion wide = regionOf({1, MarkShape::ellipse, 12, 6, 2, 2, {}}, image, {});
    EXPECT_EQ(wide.graphic, RegionGraphic::ellipse);
    EXPECT_EQ(wide.points, (Points{{2, 4}, {12, 4}, {7, 2}, {7, 6}}));
    const PlaneRegion high = regionOf({1, MarkShape::ellipse, 2, 2, 4, 8, {}}, image, {});
    EXPECT_EQ(high.points, (Points{{3, 2}, {3, 8}, {2, 5}, {4, 5}}));
    const PlaneRegion flat = regionOf({1, MarkShape::ellipse, 2, 2, 2, 8, {}}, image, {});
    EXPECT_EQ(flat.graphic, RegionGraphic::polyline);
    EXPECT_EQ(regionOf({1, MarkShape::arrow, 1, 2, 3, 4, {}}, image, {}).points, (Points{{1, 2}, {3, 4}}));
}

TEST(DicomText, FitsItsValueRepresentation) {
    EXPECT_EQ(dicomText(std::string("a\0b\nc\x1b", 6)), "a b\nc ");
    EXPECT_EQ(dicomLine(" A^B=C\\D\n", 64), "A/B/C/D");
    EXPECT_EQ(dicomLine("\xf0\x9f\xab\x80\xe8\x82\xba"
                        "abc",
                        3),
              "\xf0\x9f\xab\x80\xe8\x82\xba"
              "a");
    EXPECT_EQ(dicomTime(3'723'456).date, "19700101");
    EXPECT_EQ(dicomTime(3'723'456).time, "010203.456");
}

/// A session with a stored slice, a resampled one, a frame of a clip, and a picture as Image-1 to Image-4.
class DicomExportTest : public ::testing::Test {
protected:
    DicomExportTest() {
        writeSlices(folder / "s", 7, 4, {1, 0, 0}, {0, 1, 0});
        const viewer::Series ct = openOne(folder / "s");
        MadeDicom clip(6, 4);
        clip.set(DCM_SOPClassUID, UID_UltrasoundMultiframeImageStorage).set(DCM_Modality, "US");
        clip.set(DCM_SOPInstanceUID, "1.2.840.99999.2.1").set(DCM_StudyInstanceUID, "1.2.840.99999.2");
        clip.set(DCM_NumberOfFrames, "3").format("MONOCHROME2", 1, 8, 8, false);
        clip.remove(DCM_ImageOrientationPatient).remove(DCM_ImagePositionPatient);
        clip.pixels(std::vector<std::uint8_t>(72, 9)).save(folder / "clip.dcm");
        const viewer::Series us = openOne(folder / "clip.dcm");
        writePng(folder / "p.png", 30, 20);
        const viewer::Series picture = openOne(folder / "p.png");

        Exchange exchange = makeExchange(1, testQuestion("What is it? \xe8\x82\xba"), testModel());
        exchange.id = 5;
        exchange.askedMs = 1'700'000'000'000;
        exchange.answer = testAnswer();
        exchange.answer.reasoning = "A dense spot.";
        exchange.answer.finalAnswer = "A nodule.";
        exchange.answer.finish = inference::Finish::stop;
        exchange.state = ExchangeState::done;
        exchange.evidence = {sliceOf(ct, viewer::Plane::axial, 1), sliceOf(ct, viewer::Plane::coronal, 1),
                             clipFrame(us, *us.source->openClip({}), 2), sliceOf(picture, viewer::Plane::axial, 0)};
        Review review = testReview(Verdict::partlyCorrect, "no", "Dr. A^B", 1'700'000'060'000);
        review.reviewerCode = "R7";
        review.confidence = 4;
        review.correctedAnswer = "A cyst.";
        review.tags = {"hard"};
        review.spans = {{Passage::answer, 2, 8, "wrong-size", Severity::severe, "too big"},
                        {Passage::reasoning, 2, 7, "a-label-of-a-project-with-a-long-name", {}, ""}};
        review.marks = {{1, MarkShape::box, 1, 1, 3, 2, "here"},
                        {2, MarkShape::arrow, 1, 1, 3, 2, ""},
                        {3, MarkShape::ellipse, 1, 1, 5, 3, ""},
                        {4, MarkShape::box, 1, 1, 3, 2, ""},
                        {9, MarkShape::box, 1, 1, 3, 2, ""}};
        review.links = {{0, 0}, {0, 1}, {0, 2}, {1, 3}};
        review.taxonomy = {"Project", "3", ""};
        exchange.reviews = {review};
        session.exchanges = {exchange};
    }

    std::filesystem::path write(const ExportOptions& options = {.keepIdentity = true}) {
        const auto path = folder / ("d" + std::to_string(++written));
        exportTo(path, kDicomExporter, session, options);
        return path;
    }

    const TestFolder folder;
    SessionSnapshot session;
    int written = 0;
};

std::vector<std::filesystem::path> objectsIn(const std::filesystem::path& path) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
        if (entry.path().extension() == ".dcm") files.push_back(entry.path());
    }
    return files;
}

std::string valueOf(const std::filesystem::path& file, const DcmTagKey& tag) {
    DcmFileFormat object;
    EXPECT_TRUE(object.loadFile(file.c_str()).good()) << file;
    OFString value;
    object.getDataset()->findAndGetOFStringArray(tag, value);
    return value.c_str();
}

TEST_F(DicomExportTest, HasNoErrorForDciodvfy) {
    if (!hasDciodvfy()) GTEST_SKIP() << "dciodvfy (dicom3tools) is not installed";
    for (const ExportOptions& options : {ExportOptions{}, ExportOptions{.keepIdentity = true}}) {
        const auto files = objectsIn(write(options));
        EXPECT_EQ(files.size(), 2U);
        for (const auto& file : files)
            EXPECT_EQ(errorsOf(file), "") << file;
    }
}

TEST_F(DicomExportTest, NamesAFrameInTextAloneIfTheClassHasNoFrames) {
    if (!hasDciodvfy()) GTEST_SKIP() << "dciodvfy (dicom3tools) is not installed";
    viewer::DicomReference& clip = session.exchanges[0].evidence[2].provenance.stored->object;
    ASSERT_EQ(clip.frame, 3);
    for (const char* sopClass : {UID_CTImageStorage, UID_SecondaryCaptureImageStorage, UID_UltrasoundImageStorage}) {
        clip.sopClassUid = sopClass;
        const auto file = write() / "exchange-5-review-1.dcm";
        EXPECT_EQ(errorsOf(file), "");
        EXPECT_NE(readFile(file).find(", frame 3"), std::string::npos);
    }
}

TEST_F(DicomExportTest, SaysWhatTheModelIsAndThatItIsForResearchOnly) {
    DcmFileFormat object;
    ASSERT_TRUE(object.loadFile((write() / "exchange-5-review-1.dcm").c_str()).good());
    DSRDocument report;
    ASSERT_TRUE(report.read(*object.getDataset()).good());
    const auto textOf = [&](const DSRBasicCodedEntry& name) {
        return report.getTree().gotoNamedNode(name) == 0
                   ? std::string()
                   : std::string(report.getTree().getCurrentContentItem().getStringValue().c_str());
    };
    EXPECT_EQ(textOf(CODE_FLEMING_Notice), kResearchOnlyStatement);
    EXPECT_EQ(textOf(CODE_FLEMING_Description), testModel().info.description);
}

TEST_F(DicomExportTest, IsReadByHighdicom) {
    if (!hasHighdicom()) GTEST_SKIP() << "highdicom is not installed";
    const QJsonObject report = readByHighdicom({write() / "exchange-5-review-1.dcm"}).front();
    EXPECT_EQ(report["completion"], "COMPLETE");
    EXPECT_EQ(report["verification"], "UNVERIFIED");
    EXPECT_EQ(report["patient"], "");
    const QJsonArray observers{QJsonArray{"Device", QString::fromStdString(testModel().info.name)},
                               QJsonArray{"Person", "Dr. A/B (R7)^"}};
    EXPECT_EQ(report["observers"].toArray(), observers);
    const QJsonArray evidence{
        QJsonArray{kStudy, kSeries, UID_CTImageStorage, QString(kObject) + ".1"},
        QJsonArray{"1.2.840.99999.2", "1.2.3.4", UID_UltrasoundMultiframeImageStorage, "1.2.840.99999.2.1"}};
    EXPECT_EQ(report["evidence"].toArray(), evidence);

    // Regions: the first span twice, on Image-1 and Image-3. Without a region: the second span, the mark on Image-9.
    const QJsonArray groups = report["groups"].toArray();
    ASSERT_EQ(groups.size(), 4);
    const QJsonObject box = groups[0].toObject(), ellipse = groups[1].toObject();
    EXPECT_EQ(box["finding"], "wrong-size");
    EXPECT_EQ(box["severity"], "24484000");
    EXPECT_EQ(box["graphic"], "POLYLINE");
    EXPECT_EQ(box["points"].toArray().at(0).toArray(), (QJsonArray{1, 1}));
    EXPECT_EQ(box["points"].toArray().size(), 5);
    EXPECT_EQ(box["image"], QString(kObject) + ".1");
    EXPECT_EQ(box["frame"].toInt(), 0);
    EXPECT_EQ(box["texts"].toObject()["Comment"].toArray(), (QJsonArray{"too big", "here"}));
    EXPECT_EQ(box["texts"].toObject()["Marked words of the answer"].toArray(), (QJsonArray{"nodule"}));
    EXPECT_TRUE(box["texts"].toObject()["Mark outside stored images"].toArray().at(0).toString().startsWith(
        "arrow on Image-2 from (1, 1) to (3, 2) pixels"));
    EXPECT_EQ(ellipse["graphic"], "ELLIPSE");
    EXPECT_EQ(ellipse["points"].toArray(),
              (QJsonArray{QJsonArray{1, 2}, QJsonArray{5, 2}, QJsonArray{3, 1}, QJsonArray{3, 3}}));
    EXPECT_EQ(ellipse["image"], "1.2.840.99999.2.1");
    EXPECT_EQ(ellipse["frame"].toInt(), 3);
    EXPECT_EQ(ellipse["uid"], box["uid"]);
    const QJsonObject second = groups[2].toObject(), alone = groups[3].toObject();
    EXPECT_EQ(second["finding"], "a-label-of-a-project-with-a-long-name");
    EXPECT_EQ(second["texts"].toObject()["Marked words of the reasoning"].toArray(), (QJsonArray{"dense"}));
    EXPECT_TRUE(
        second["texts"].toObject()["Mark outside stored images"].toArray().at(0).toString().contains("Image-4"));
    EXPECT_TRUE(alone["texts"].toObject()["Mark outside stored images"].toArray().at(0).toString().contains(
        "the image is not in this export"));
    EXPECT_NE(second["uid"], box["uid"]);

    const QJsonObject texts = report["texts"].toObject();
    EXPECT_EQ(texts["Notice"].toArray().at(0), QString::fromUtf8(kResearchOnlyStatement));
    EXPECT_EQ(texts["Description of the model"].toArray().at(0), QString::fromStdString(testModel().info.description));
    EXPECT_EQ(texts["Question to the model"].toArray().at(0), QString::fromUtf8("What is it? \xe8\x82\xba"));
    EXPECT_EQ(texts["Answer of the model"].toArray().at(0), "A nodule.");
    EXPECT_EQ(texts["Corrected answer"].toArray().at(0), "A cyst.");
    EXPECT_EQ(texts["Image given to the model"].toArray().size(), 4);
    EXPECT_EQ(report["codes"].toObject()["Verdict"], "partly_correct");
}

TEST_F(DicomExportTest, KeepsDatesAndUidsOnlyWithIdentity) {
    const auto kept = write(), without = write({}), again = write({});
    const char* name = "exchange-5-review-1.dcm";
    EXPECT_EQ(valueOf(kept / name, DCM_StudyInstanceUID), kStudy);
    EXPECT_EQ(valueOf(kept / name, DCM_StudyDate), "20240105");
    EXPECT_EQ(valueOf(kept / name, DCM_ContentDate), "20231114");
    EXPECT_EQ(valueOf(kept / name, DCM_PatientIdentityRemoved), "");
    EXPECT_EQ(valueOf(without / name, DCM_StudyInstanceUID), UidMap::fromFile(settings::exportKeyFile()).map(kStudy));
    EXPECT_EQ(valueOf(without / name, DCM_StudyInstanceUID), valueOf(again / name, DCM_StudyInstanceUID));
    EXPECT_EQ(valueOf(without / name, DCM_StudyInstanceUID), valueOf(without / "report.dcm", DCM_StudyInstanceUID));
    EXPECT_NE(valueOf(without / name, DCM_SOPInstanceUID), valueOf(again / name, DCM_SOPInstanceUID));
    EXPECT_EQ(valueOf(without / name, DCM_StudyDate), "");
    EXPECT_EQ(valueOf(without / name, DCM_ContentDate), "19700101");
    EXPECT_EQ(valueOf(without / name, DCM_ContentTime), "000100.000");
    EXPECT_EQ(valueOf(without / name, DCM_InstanceCreationDate), "");
    EXPECT_EQ(valueOf(without / name, DCM_PatientIdentityRemoved), "YES");
    EXPECT_EQ(valueOf(without / name, DCM_Manufacturer), "Fleming Viewer");
}

TEST_F(DicomExportTest, HasAReportOfEachReviewerAndAPartialOneOfAnUnfinishedAnswer) {
    Review other = testReview(Verdict::wrong, "", "Dr. C", 1'700'000'070'000);
    session.exchanges[0].reviews.push_back(other);
    Exchange stopped = session.exchanges[0], failed = session.exchanges[0];
    stopped.id = 6;
    stopped.reviews.clear();
    stopped.answer.finish = inference::Finish::cancelled;
    failed.id = 7;
    failed.state = ExchangeState::failed;
    session.exchanges.push_back(stopped);
    session.exchanges.push_back(failed);
    const auto path = write();
    EXPECT_EQ(objectsIn(path).size(), 4U);
    EXPECT_EQ(valueOf(path / "exchange-5-review-2.dcm", DCM_CompletionFlag), "COMPLETE");
    EXPECT_EQ(valueOf(path / "exchange-6.dcm", DCM_CompletionFlag), "PARTIAL");
}

TEST_F(DicomExportTest, EncapsulatesTheReport) {
    DcmFileFormat object;
    ASSERT_TRUE(object.loadFile((write() / "report.dcm").c_str()).good());
    const Uint8* bytes = nullptr;
    Uint32 length = 0;
    ASSERT_TRUE(object.getDataset()->findAndGetUint8Array(DCM_EncapsulatedDocument, bytes).good());
    ASSERT_TRUE(object.getDataset()->findAndGetUint32(DCM_EncapsulatedDocumentLength, length).good());
    const std::string pdf(reinterpret_cast<const char*>(bytes), length);
    EXPECT_TRUE(pdf.starts_with("%PDF-"));
    EXPECT_NE(pdf.rfind("%%EOF"), std::string::npos);
    DcmItem* source = nullptr;
    EXPECT_TRUE(object.getDataset()->findAndGetSequenceItem(DCM_SourceInstanceSequence, source, 1).good());
}

TEST_F(DicomExportTest, OfRandomSessionsIsValid) {
    if (!hasDciodvfy()) GTEST_SKIP() << "dciodvfy (dicom3tools) is not installed";
    const bool reads = hasHighdicom();
    if (!reads) std::printf("SKIPPED: highdicom is not installed, so the reports are not read by it\n");
    const std::vector<viewer::Frame> frames = session.exchanges[0].evidence;
    std::vector<std::filesystem::path> reports;
    for (unsigned seed = 1; seed <= 5; ++seed) {
        std::mt19937 random(seed);
        const auto file = folder / (std::to_string(seed) + ".fleming");
        writeRandomSession(file, folder / "witness", random);
        session = Session(file, Session::Access::read).snapshot();
        for (Exchange& exchange : session.exchanges) {
            for (viewer::Frame& frame : exchange.evidence)
                frame = frames[random() % frames.size()];
            if (random() % 2 == 0) exchange.reviews.push_back(randomReview(random));
            session.measurements.push_back(randomMeasurement(random, std::ssize(session.measurements) + 1,
                                                             frames[random() % frames.size()].provenance,
                                                             random() % 2 == 0));
        }
        for (Exchange& exchange : session.exchanges) {
            for (Review& review : exchange.reviews) {
                review.measured.clear();
                for (int span = 0; span < std::ssize(review.spans); ++span)
                    review.measured.emplace_back(span, 1 + static_cast<std::int64_t>(random() % 3));
            }
        }
        for (const auto& object : objectsIn(write({.keepIdentity = seed % 2 == 0}))) {
            EXPECT_EQ(errorsOf(object), "") << object;
            if (object.filename() != "report.dcm") reports.push_back(object);
        }
    }
    EXPECT_GT(reports.size(), 5U);
    if (!reads) return;
    int regions = 0, numbers = 0;
    for (const QJsonObject& report : readByHighdicom(reports)) {
        EXPECT_EQ(report["verification"], "UNVERIFIED");
        for (const QJsonValue group : report["groups"].toArray())
            regions += group.toObject().contains("graphic") ? 1 : 0;
        for (const QJsonValue group : report["groups"].toArray())
            numbers += static_cast<int>(group["numbers"].toArray().size());
    }
    EXPECT_GT(regions, 0);
    EXPECT_GT(numbers, 0);
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
