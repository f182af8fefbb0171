// Tests of the measurements in DICOM structured reports: what highdicom reads, and what the pixels of the regions say.
#include "app/export/dicom/dicom_exporter.h"
#include "app/export/dicom/measured_region.h"
#include "app/export/exporters.h"
#include "app/export/measured_unit.h"
#include "app/export/measurement_selection.h"
#include "tests/app/dicom_testing.h"
#include "tests/app/random_measurement.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"
#include "tests/viewer/dicom_maker.h"
#include "viewer/io/open.h"
#include "viewer/measure/measure.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <tuple>

namespace fleming::app {
namespace {

using viewer::RoiShape;
using viewer::Vector2;
using viewer::Vector3;

viewer::Provenance dicomImage(const std::string& series, const std::string& object, int frame = 0) {
    viewer::Provenance image = testFrame(1).provenance;
    image.seriesUid = series;
    image.studyUid = "1.2.840.99999.1";
    image.modality = "CT";
    image.stored.reset();
    const bool isClip = frame > 0;
    if (!object.empty())
        image.stored = viewer::StoredImage{
            {isClip ? UID_UltrasoundMultiframeImageStorage : UID_CTImageStorage, object, frame}, false, false, false};
    return image;
}

/// The value of a number in a report: code, derivation, unit, value.
using Number = std::tuple<std::string, std::string, std::string, double>;

std::vector<Number> expectedNumbers(const RecordedMeasurement& m) {
    std::vector<Number> numbers;
    const viewer::Measurement& v = m.measured;
    const bool isTwo = m.roi.shape == RoiShape::bidirectional, isArrow = m.roi.shape == RoiShape::arrow;
    const auto length = [&](const char* code, const auto& mm, const auto& px) {
        if (mm || px) numbers.emplace_back(code, "", mm ? "mm" : "{pixels}", mm ? *mm : *px);
    };
    if (!isArrow) length(isTwo ? "103339001" : "410668003", v.lengthMm, v.lengthPx);
    length("103340004", v.shortLengthMm, v.shortLengthPx);
    if (v.angleDegrees) numbers.emplace_back("1483009", "", "deg", *v.angleDegrees);
    if (v.areaMm2) numbers.emplace_back("42798000", "", "mm2", *v.areaMm2);
    if (!v.statistics) return numbers;
    static const std::map<std::string, std::pair<std::string, std::string>> kUnits{{"HU", {"112031", "[hnsf'U]"}},
                                                                                   {"SUV", {"126400", "{SUV}"}},
                                                                                   {"BQML", {"pixel_value", "Bq/ml"}},
                                                                                   {"PCT", {"pixel_value", "%"}},
                                                                                   {"", {"pixel_value", "1"}}};
    const auto& [code, unit] = kUnits.at(v.unit);
    const auto add = [&](const char* derivation, double value) { numbers.emplace_back(code, derivation, unit, value); };
    if (m.roi.shape == RoiShape::probe) {
        add("", v.statistics->mean);
        return numbers;
    }
    add("373098007", v.statistics->mean);
    if (v.statistics->sd) add("386136009", *v.statistics->sd);
    add("255605001", v.statistics->min);
    add("56851009", v.statistics->max);
    add("373099004", v.statistics->median);
    return numbers;
}

std::vector<Number> numbersIn(const QJsonObject& group) {
    std::vector<Number> numbers;
    for (const QJsonValue each : group["numbers"].toArray())
        numbers.emplace_back(each["name"].toString().toStdString(), each["derivation"].toString().toStdString(),
                             each["unit"].toString().toStdString(), each["value"].toDouble());
    return numbers;
}

using Points = std::vector<std::vector<double>>;

/// Returns the lines that a report should have, in the plane of `points`.
std::vector<std::pair<std::string, std::vector<Vector2>>> expectedLines(RoiShape shape, const std::vector<Vector2>& p) {
    switch (shape) {
        case RoiShape::rectangle:
            return {{"POLYLINE", {p[0], {p[1][0], p[0][1]}, p[1], {p[0][0], p[1][1]}, p[0]}}};
        case RoiShape::ellipse: {
            const Vector2 middle{(p[0][0] + p[1][0]) / 2, (p[0][1] + p[1][1]) / 2};
            std::vector<Vector2> wide{{std::min(p[0][0], p[1][0]), middle[1]}, {std::max(p[0][0], p[1][0]), middle[1]}};
            std::vector<Vector2> high{{middle[0], std::min(p[0][1], p[1][1])}, {middle[0], std::max(p[0][1], p[1][1])}};
            if (std::abs(p[0][0] - p[1][0]) < std::abs(p[0][1] - p[1][1])) std::swap(wide, high);
            return {{"ELLIPSE", {wide[0], wide[1], high[0], high[1]}}};
        }
        case RoiShape::probe:
            return {{"POINT", p}};
        case RoiShape::cobb:
        case RoiShape::bidirectional:
            return {{"POLYLINE", {p[0], p[1]}}, {"POLYLINE", {p[2], p[3]}}};
        case RoiShape::polygon:
        case RoiShape::freehand: {
            std::vector<Vector2> closed = p;
            closed.push_back(p[0]);
            return {{"POLYLINE", closed}};
        }
        default:
            return {{"POLYLINE", p}};
    }
}

void expectLine(const QJsonObject& line, const RecordedMeasurement& m, std::size_t index) {
    const bool isStored = m.source.stored.has_value();
    std::vector<Vector2> plane = m.roi.points;
    if (isStored) {
        plane = m.pixels;
        for (Vector2& point : plane)
            point = {point[0] + 0.5, point[1] + 0.5};
    }
    const auto [graphic, flat] = expectedLines(m.roi.shape, plane).at(index);
    const bool isPolygon = !isStored && viewer::isClosed(m.roi.shape) && graphic == "POLYLINE";
    EXPECT_EQ(line["graphic"].toString().toStdString(), isPolygon ? "POLYGON" : graphic);
    const QJsonArray points = line["points"].toArray();
    ASSERT_EQ(points.size(), std::ssize(flat));
    for (qsizetype i = 0; i < points.size(); ++i) {
        const Vector2& at = flat[static_cast<std::size_t>(i)];
        const viewer::RoiPlane& roi = m.roi.plane;
        for (int axis = 0; axis < (isStored ? 2 : 3); ++axis) {
            const auto a = static_cast<std::size_t>(axis);
            const double expected = isStored ? at[a] : roi.origin[a] + at[0] * roi.right[a] + at[1] * roi.down[a];
            EXPECT_NEAR(points[i][axis].toDouble(), expected, 1e-4);
        }
    }
    if (isStored) {
        EXPECT_EQ(line["image"].toString().toStdString(), m.source.stored->object.sopInstanceUid);
        EXPECT_EQ(line["frame"].toInt(), m.source.stored->object.frame);
    } else {
        EXPECT_EQ(line["reference"].toString().toStdString(), m.frameOfReference);
    }
}

void expectGroup(const QJsonObject& group, const RecordedMeasurement& m) {
    SCOPED_TRACE(std::string(toString(m.roi.shape)) + " " + std::to_string(m.id));
    const std::vector<Number> expected = expectedNumbers(m), numbers = numbersIn(group);
    ASSERT_EQ(numbers.size(), expected.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto& [code, derivation, unit, value] = expected[i];
        EXPECT_EQ(std::get<0>(numbers[i]), code);
        EXPECT_EQ(std::get<1>(numbers[i]), derivation);
        EXPECT_EQ(std::get<2>(numbers[i]), unit);
        EXPECT_DOUBLE_EQ(std::get<3>(numbers[i]), value);
    }
    const bool hasPlace = m.source.stored || !m.frameOfReference.empty();
    const bool isRegion = viewer::hasPixels(m.roi.shape) || m.roi.shape == RoiShape::arrow;
    EXPECT_EQ(group["template"].toString(), hasPlace && isRegion ? "1410" : "1501");
    EXPECT_EQ(group.contains("graphic"), hasPlace && isRegion);
    if (hasPlace && isRegion) expectLine(group, m, 0);
    for (const QJsonValue each : group["numbers"].toArray()) {
        const QJsonArray lines = each["lines"].toArray();
        const bool isTwo = m.roi.shape == RoiShape::bidirectional;
        ASSERT_EQ(lines.size(), !hasPlace || isRegion ? 0 : m.roi.shape == RoiShape::cobb ? 2 : 1);
        for (qsizetype i = 0; i < lines.size(); ++i)
            expectLine(lines[i].toObject(), m, static_cast<std::size_t>(isTwo && each["name"] == "103340004" ? 1 : i));
        EXPECT_EQ(each["method"].toString(), m.roi.shape == RoiShape::cobb ? "cobb" : "");
    }
    const bool hasMm = m.measured.lengthMm || m.measured.areaMm2;
    const bool hasSize = m.roi.shape != RoiShape::arrow && (hasMm || m.measured.lengthPx);
    EXPECT_EQ(group["calibration"].toString().toStdString(), !hasSize ? ""
                                                             : hasMm  ? toString(m.measured.calibration.source)
                                                                      : "none");
    const QJsonArray comments = group["texts"].toObject()["Comment"].toArray();
    EXPECT_EQ(comments.contains(QString::fromStdString(m.note)), !m.note.empty());
    EXPECT_EQ(group["texts"].toObject().contains("Place of the measurement"), !hasPlace);
}

class DicomMeasurementsTest : public ::testing::Test {
protected:
    DicomMeasurementsTest() {
        Exchange exchange = makeExchange(1, testQuestion("How large?", 3), testModel());
        exchange.id = 5;
        exchange.answer = testAnswer();
        exchange.answer.finalAnswer = "A nodule of 9 mm.";
        exchange.state = ExchangeState::done;
        exchange.evidence[0].provenance = dicomImage("1.2.840.99999.1.4", "1.2.840.99999.1.4.7");
        exchange.evidence[1].provenance = dicomImage("1.2.840.99999.2.4#1", "1.2.840.99999.2.4.7", 3);
        exchange.evidence[2].provenance = dicomImage("", "");
        Review review = testReview(Verdict::partlyCorrect, "no", "", 1'700'000'060'000);
        review.reviewerCode = "R7";
        review.spans = {{Passage::answer, 2, 8, "wrong-size", Severity::severe, "too big"},
                        {Passage::answer, 12, 16, "wrong-number", {}, ""},
                        {Passage::answer, 0, 1, "other", {}, ""}};
        review.taxonomy = {"Project", "3", ""};
        exchange.reviews = {review};
        session.exchanges = {exchange};
    }

    Review& review() { return session.exchanges[0].reviews[0]; }

    /// Exports, checks and reads the report.
    QJsonObject report(const ExportOptions& options = {.keepIdentity = true}) {
        const auto path = folder / ("d" + std::to_string(++written));
        exportTo(path, kDicomExporter, session, options);
        file = path / (session.exchanges[0].reviews.empty() ? "exchange-5.dcm" : "exchange-5-review-1.dcm");
        EXPECT_EQ(hasDciodvfy() ? errorsOf(file) : std::string(), "");
        return readByHighdicom({file}).front();
    }

    const TestFolder folder;
    SessionSnapshot session;
    std::filesystem::path file;
    int written = 0;
};

TEST_F(DicomMeasurementsTest, HaveTheirValuesAndPlacesForHighdicom) {
    if (!hasHighdicom()) GTEST_SKIP() << "highdicom is not installed";
    std::mt19937 random(7);
    std::vector<viewer::Provenance> images{session.exchanges[0].evidence[0].provenance,
                                           session.exchanges[0].evidence[1].provenance,
                                           dicomImage("1.2.840.99999.1.4#2", "1.2.840.99999.1.4.8"),
                                           dicomImage("1.2.840.99999.1.4", ""),
                                           dicomImage("1.2.840.99999.3", "1.2.840.99999.3.1"),
                                           dicomImage("", "")};
    for (int i = 1; i <= 150; ++i) {
        session.measurements.push_back(
            randomMeasurement(random, i, images[random() % images.size()], random() % 3 != 0));
        for (int span = 0; span < 2; ++span) {
            if (random() % 6 == 0) review().measured.emplace_back(span, i);
        }
    }
    std::ranges::sort(review().measured);
    std::map<std::string, std::vector<QJsonObject>> groups;  // by tracking identifier
    const QJsonObject read = report();
    for (const QJsonValue group : read["groups"].toArray())
        groups[group["tracking"].toString().toStdString()].push_back(group.toObject());

    int tied = 0, absent = 0;
    for (const RecordedMeasurement& m : session.measurements) {
        const std::vector<QJsonObject> found = groups["measurement " + std::to_string(m.id) + ", " + m.name];
        const std::size_t spans = spansMeasuredBy(review(), m.id).size();
        const bool isOnEvidence =
            m.source.seriesUid.starts_with("1.2.840.99999.1.4") || m.source.seriesUid == "1.2.840.99999.2.4#1";
        ASSERT_EQ(found.size(), spans > 0 ? spans : isOnEvidence ? 1 : 0) << m.id;
        for (std::size_t i = 0; i < found.size(); ++i) {
            expectGroup(found[i], m);
            EXPECT_EQ(found[i]["uid"], found[0]["uid"]);
            EXPECT_EQ(found[i]["finding"].isNull(), spans == 0);
        }
        tied += spans > 0 ? 1 : 0;
        absent += found.empty() ? 1 : 0;
    }
    EXPECT_GT(tied, 20);
    EXPECT_GT(absent, 20);
    // The third span has a group of its own; those of the others are groups of their measurements.
    ASSERT_EQ(groups["exchange 5, R7, span 3"].size(), 1U);
    EXPECT_EQ(groups["exchange 5, R7, span 1"].size(), 0U);
}

TEST_F(DicomMeasurementsTest, CarryTheSpanToWhichTheyAreTied) {
    if (!hasHighdicom()) GTEST_SKIP() << "highdicom is not installed";
    std::mt19937 random(8);
    session.measurements = {randomMeasurement(random, 3, session.exchanges[0].evidence[0].provenance, false)};
    review().measured = {{0, 3}, {1, 3}, {1, 99}, {7, 3}};
    const QJsonArray groups = report()["groups"].toArray();
    std::map<QString, QJsonObject> byFinding;
    for (const QJsonValue group : groups)
        byFinding[group["finding"].toString()] = group.toObject();
    ASSERT_EQ(groups.size(), 3);
    EXPECT_EQ(byFinding["wrong-size"]["severity"], "24484000");
    EXPECT_EQ(byFinding["wrong-size"]["texts"].toObject()["Marked words of the answer"].toArray(),
              (QJsonArray{"nodule"}));
    EXPECT_TRUE(byFinding["wrong-size"]["texts"].toObject()["Comment"].toArray().contains("too big"));
    EXPECT_EQ(byFinding["wrong-number"]["texts"].toObject()["Marked words of the answer"].toArray(),
              (QJsonArray{"9 mm"}));
    EXPECT_EQ(byFinding["wrong-size"]["uid"], byFinding["wrong-number"]["uid"]);
    EXPECT_NE(byFinding["wrong-size"]["uid"], byFinding["other"]["uid"]);
}

TEST_F(DicomMeasurementsTest, OfAnAnswerWithoutAReviewAreThoseOfItsSeries) {
    if (!hasHighdicom()) GTEST_SKIP() << "highdicom is not installed";
    std::mt19937 random(9);
    const viewer::Provenance elsewhere = dicomImage("1.2.840.99999.3", "1.2.840.99999.3.1");
    session.measurements = {randomMeasurement(random, 1, session.exchanges[0].evidence[0].provenance, false),
                            randomMeasurement(random, 2, elsewhere, false)};
    session.exchanges[0].reviews.clear();
    const QJsonObject read = report();
    ASSERT_EQ(read["groups"].toArray().size(), 1);
    expectGroup(read["groups"][0].toObject(), session.measurements[0]);
}

TEST_F(DicomMeasurementsTest, KeepTheirUidFromExportToExportOfAFile) {
    if (!hasHighdicom()) GTEST_SKIP() << "highdicom is not installed";
    std::mt19937 random(10);
    for (int id : {1, 2})
        session.measurements.push_back(
            randomMeasurement(random, id, session.exchanges[0].evidence[0].provenance, true));
    review().spans.clear();
    const auto uids = [&](const ExportOptions& options) {
        QStringList found;
        const QJsonObject read = report(options);
        for (const QJsonValue group : read["groups"].toArray())
            found << group["uid"].toString();
        found.sort();
        return found;
    };
    EXPECT_NE(uids({}), uids({}));  // nothing names the session
    session.record.emplace();
    session.record->completeUpTo.log = "11111111-2222-3333-4444-555555555555";
    const QStringList first = uids({});
    ASSERT_EQ(first.size(), 2);
    EXPECT_NE(first[0], first[1]);
    EXPECT_EQ(uids({.keepIdentity = true}), first);
    session.record->completeUpTo.log = "11111111-2222-3333-4444-555555555556";
    EXPECT_NE(uids({}), first);
}

/// Writes slices with random values and returns their files.
QStringList writeRandomSlices(const std::filesystem::path& folder, std::mt19937& random) {
    constexpr int kColumns = 40, kRows = 30;
    QStringList files;
    std::filesystem::create_directory(folder);
    for (int k = 0; k < 3; ++k) {
        std::vector<std::uint16_t> values(static_cast<std::size_t>(kColumns) * kRows);
        for (std::uint16_t& value : values)
            value = static_cast<std::uint16_t>(random() % 3000);
        viewer::MadeDicom made(kColumns, kRows);
        made.set(DCM_SOPInstanceUID, "1.2.840.99999.1.4." + std::to_string(k + 1));
        made.set(DCM_StudyInstanceUID, "1.2.840.99999.1").set(DCM_SeriesInstanceUID, "1.2.840.99999.1.4");
        const auto file = folder / (std::to_string(k) + ".dcm");
        made.at(-7, 11, 2 * k).pixels(values).save(file);
        files << QString::fromStdString(file.string());
    }
    return files;
}

TEST_F(DicomMeasurementsTest, AreThoseOfThePixelsInTheirRegions) {
    if (!hasHighdicom()) GTEST_SKIP() << "highdicom is not installed";
    std::mt19937 random(11);
    const QStringList files = writeRandomSlices(folder / "ct", random);
    const viewer::OpenResult opened = viewer::open({folder / "ct"});
    const viewer::Series& series = opened.series.at(0);
    const auto volume = viewer::loadVolume(series);
    const viewer::Geometry& geometry = series.geometry();
    constexpr RoiShape kShapes[] = {RoiShape::rectangle, RoiShape::ellipse, RoiShape::polygon, RoiShape::freehand,
                                    RoiShape::probe};
    for (int id = 1; id <= 40; ++id) {
        RecordedMeasurement m;
        m.id = id;
        m.roi.shape = kShapes[id % 5];
        const int slice = static_cast<int>(random() % 3);
        const int count = std::max(viewer::pointCount(m.roi.shape), viewer::isPolygon(m.roi.shape) ? 7 : 1);
        m.roi.plane.origin = geometry.voxelToPatient({0, 0, static_cast<double>(slice)});
        const Vector2 middle{std::uniform_real_distribution(8.0, 31.0)(random),
                             std::uniform_real_distribution(8.0, 21.0)(random)};
        for (int i = 0; i < count; ++i) {  // around the middle, so that the lines of a polygon do not cross
            const double reach = std::uniform_real_distribution(1.0, 8.0)(random), turn = 6.283 * i / count + 0.4;
            m.pixels.push_back({middle[0] + reach * std::cos(turn), middle[1] + reach * std::sin(turn)});
            m.roi.points.push_back({0.5 * m.pixels.back()[0], 0.75 * m.pixels.back()[1]});
        }
        m.measured = viewer::measure(series, *volume, m.roi);
        m.source = dicomImage("1.2.840.99999.1.4", "1.2.840.99999.1.4." + std::to_string(slice + 1));
        if (m.measured.statistics) session.measurements.push_back(m);
    }
    ASSERT_GT(session.measurements.size(), 30U);
    const QJsonObject read = report();
    const QJsonObject pixels =
        runTool("measure_regions.py", QStringList(QString::fromStdString(file.string())) + files);
    ASSERT_EQ(pixels.size(), std::ssize(session.measurements));
    const std::map<std::string, const char*> kKeys{{"373098007", "mean"}, {"386136009", "sd"},     {"255605001", "min"},
                                                   {"56851009", "max"},   {"373099004", "median"}, {"", "mean"}};
    int compared = 0;
    for (const QJsonValue group : read["groups"].toArray()) {
        if (!group["tracking"].toString().startsWith("measurement")) continue;
        const QJsonObject own = pixels[group["uid"].toString()].toObject();
        for (const auto& [code, derivation, unit, value] : numbersIn(group.toObject())) {
            const bool isArea = code == "42798000";
            const double expected = isArea ? 0.375 * own["area_px"].toDouble() : own[kKeys.at(derivation)].toDouble();
            EXPECT_NEAR(value, expected, 1e-4 * std::max(1.0, std::abs(expected))) << code << " " << derivation;
            EXPECT_EQ(unit, isArea ? "mm2" : "[hnsf'U]");
            ++compared;
        }
    }
    EXPECT_GT(compared, 100);
}

TEST(MeasuredUnit, IsKnownIfDicomDefinesIt) {
    ASSERT_NE(findUnit("HU"), nullptr);
    EXPECT_STREQ(findUnit("HU")->ucum, "[hnsf'U]");
    EXPECT_EQ(findUnit("DOE^JANE"), nullptr);
    EXPECT_EQ(findUnit(""), nullptr);
}

TEST(MeasuredRegion, IsNoneWithoutWhatAReferenceNeeds) {
    std::mt19937 random(12);
    RecordedMeasurement m = randomMeasurement(random, 1, dicomImage("1.2.3", "1.2.3.4"), true);
    EXPECT_FALSE(storedRegionsOf(m).empty());
    m.source.studyUid.clear();
    EXPECT_TRUE(storedRegionsOf(m).empty());
    EXPECT_FALSE(patientRegionsOf(m).empty());
    m.frameOfReference = "not a UID";
    EXPECT_TRUE(patientRegionsOf(m).empty());
}

}  // namespace
}  // namespace fleming::app
