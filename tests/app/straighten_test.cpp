// Straightened volumes: from the command line, in the evidence, and when sessions are opened again.
#include "app/evidence/provenance_json.h"
#include "app/replay/source_check.h"
#include "app/studies/open_files.h"
#include "tests/app/run_cli.h"
#include "tests/app/workspace_testing.h"
#include "tests/viewer/dicom_maker.h"
#include "viewer/render/straightened_series.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>
#include <cstring>
#include <fstream>
#include <gtest/gtest.h>

namespace fleming::app {
namespace {

using viewer::Vector3;

constexpr int kSlices = 12, kColumns = 20, kRows = 24;
constexpr double kTilt = 0.3, kGap = 2.0;

/// The value at a position; linear, so that interpolation is exact.
double valueAt(const Vector3& mm) {
    return 0.5 * mm[0] - 0.25 * mm[1] + 1.5 * mm[2];
}

/// A folder with the slices of a scan under gantry tilt.
class StraightenTest : public AppWorkspace {
protected:
    StraightenTest() {
        std::filesystem::create_directory(folder / "scan");
        for (int k = 0; k < kSlices; ++k) {
            viewer::MadeDicom made(kColumns, kRows);
            const Vector3 first{-5, kTilt * kGap * k, kGap * k};
            made.set(DCM_SeriesInstanceUID, "1.2.3.4").at(first[0], first[1], first[2]);
            made.set(DCM_PixelSpacing, "1\\1").set(DCM_RescaleSlope, "0.001").set(DCM_RescaleIntercept, "-20");
            std::vector<std::uint16_t> pixels;
            for (int j = 0; j < kRows; ++j)
                for (int i = 0; i < kColumns; ++i)
                    pixels.push_back(static_cast<std::uint16_t>(
                        std::lround((valueAt({first[0] + i, first[1] + j, first[2]}) + 20) / 0.001)));
            made.pixels(pixels).save(folder / "scan" / std::to_string(k));
        }
    }

    std::string scan() const { return (folder / "scan").string(); }

    int openTilted() {
        workspace->studies().open({text(folder / "scan")});
        EXPECT_TRUE(QTest::qWaitFor([&] { return !workspace->studies().isOpening(); }, kLong));
        return workspace->studies().series().empty() ? -1 : workspace->studies().series().front().id;
    }

    std::vector<viewer::Frame> coronalFrames(const viewer::Series& series) const {
        Selection selection;
        selection.plane = viewer::Plane::coronal;
        selection.indices = {9, 15};
        return collectEvidence(series, selection, {}, {}, {}, {});
    }
};

TEST_F(StraightenTest, ReslicesByTheTruePositions) {
    const Outcome outcome = runCli({"reslice", scan(), "--origin", "0,12,4", "--right", "1,0,0", "--down", "0,0.2,1",
                                    "--pixel", "0.7", "--size", "12,20", "-o", (folder / "plane.npy").string()});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_NE(outcome.err.find("they are resampled to their true positions."), std::string::npos) << outcome.err;
    const std::string bytes = readFile(folder / "plane.npy");
    std::vector<float> values(12 * 20);
    ASSERT_GT(bytes.size(), values.size() * sizeof(float));
    std::memcpy(values.data(), bytes.data() + bytes.size() - values.size() * sizeof(float),
                values.size() * sizeof(float));
    const Vector3 down = viewer::unit({0, 0.2, 1});
    for (int row = 0; row < 20; ++row) {
        for (int column = 0; column < 12; ++column) {
            const Vector3 mm = viewer::plus(viewer::plus({0, 12, 4}, {1, 0, 0}, 0.7 * column), down, 0.7 * row);
            ASSERT_NEAR(values[static_cast<std::size_t>(row * 12 + column)], valueAt(mm), 2e-3) << column << ' ' << row;
        }
    }
}

TEST_F(StraightenTest, MeasuresPlanesAcrossTheSlicesByTheTruePositions) {
    const auto measured = [&](const std::string& regions) {
        std::ofstream(folder / "roi.json") << regions;
        return runCli({"measure", scan(), "--roi", (folder / "roi.json").string(), "--json"});
    };
    // A coronal rectangle from x = 0, z = 6 to x = 6, z = 16.
    const std::string across = R"({"shape":"rectangle","plane":{"origin":[0,12,6],"right":[1,0,0],"down":[0,0,1]},)"
                               R"("points":[[-0.1,-0.1],[6.1,10.1]]})";
    const Outcome straight = measured(across);
    ASSERT_EQ(straight.code, 0) << straight.err;
    EXPECT_NE(straight.err.find("true positions"), std::string::npos);
    // The nearest voxels: rows lie within half a slice of the plane's grid, symmetrically to the middle.
    EXPECT_NEAR(parsedJson(straight.out).object()["mean"].toDouble(), valueAt({3, 12, 11}), 0.8);
    // On a stored slice, its own pixels.
    const std::string inSlice = R"({"shape":"probe","plane":{"origin":[-5,0,8],"right":[1,0,0],"down":[0,1,0]},)"
                                R"("points":[[3,4]]})";
    const Outcome stored = measured(inSlice);
    ASSERT_EQ(stored.code, 0) << stored.err;
    EXPECT_EQ(stored.err.find("true positions"), std::string::npos);
    EXPECT_NEAR(parsedJson(stored.out).object()["mean"].toDouble(), valueAt({-2, kTilt * 8 + 4, 8}), 1e-3);
    // Both in one list.
    const Outcome both = measured("[" + inSlice + "," + across + "]");
    ASSERT_EQ(both.code, 0) << both.err;
    const QJsonArray list = parsedJson(both.out).array();
    EXPECT_EQ(list.at(0).toObject(), parsedJson(stored.out).object());
    EXPECT_EQ(list.at(1).toObject(), parsedJson(straight.out).object());
}

TEST_F(StraightenTest, SavesStraightenedFrames) {
    const auto frames = [&](std::vector<std::string> more) {
        std::vector<std::string> words{"frames",   scan(), "--plane", "coronal",
                                       "--slices", "9,15", "-o",      (folder / "out").string()};
        words.insert(words.end(), more.begin(), more.end());
        return runCli(words);
    };
    const Outcome distorted = frames({});
    ASSERT_EQ(distorted.code, 0) << distorted.err;
    EXPECT_NE(distorted.err.find("--straighten"), std::string::npos) << distorted.err;
    const Outcome straight = frames({"--straighten"});
    ASSERT_EQ(straight.code, 0) << straight.err;
    EXPECT_EQ(straight.err.find("--straighten"), std::string::npos) << straight.err;
    const QJsonArray records = parsedJson(readFile(folder / "out" / "frames.json")).array();
    ASSERT_EQ(records.size(), 2);
    const QJsonObject first = records[0].toObject();
    EXPECT_EQ(first["series_description"].toString(), "Made (straightened)");
    EXPECT_EQ(first["series_parts"].toArray().at(0).toObject()["kind"].toString(), "straightened");
    EXPECT_FALSE(first.contains("stored"));
    // The stored plane does not have the stored pixels either.
    ASSERT_EQ(runCli({"frames", scan(), "--straighten", "--slices", "5", "-o", (folder / "out").string()}).code, 0);
    EXPECT_FALSE(parsedJson(readFile(folder / "out" / "frames.json")).array().at(0).toObject().contains("stored"));
    EXPECT_NE(runCli({"info", scan()}).out.find("sheared by 16.70 degrees"), std::string::npos);
}

TEST_F(StraightenTest, FramesAreMadeAgainFromTheirProvenance) {
    const viewer::Series stored = openFiles({folder / "scan"}, {}, {}).series.at(0);
    const std::vector<viewer::Frame> frames = coronalFrames(viewer::straightened(stored));
    EXPECT_NE(frames[0].provenance.pixelsSha256, coronalFrames(stored)[0].provenance.pixelsSha256);
    Exchange exchange;
    exchange.id = 1;
    exchange.firstImage = 1;
    for (viewer::Frame frame : frames) {
        frame.provenance = provenanceFromJson(toJson(frame.provenance));
        exchange.evidence.push_back(frame);
    }
    const std::int64_t wanted[] = {1};
    EXPECT_TRUE(checkSources({exchange}, wanted).empty());
    exchange.evidence[1].image.rgb[0] ^= 1;
    EXPECT_EQ(checkSources({exchange}, wanted).size(), 1U);
}

TEST_F(StraightenTest, SessionsOpenTheStraightenedSeriesAgain) {
    const int stored = openTilted();
    Studies* studies = &workspace->studies();
    const int straight = studies->straighten(stored);
    EXPECT_EQ(studies->straighten(stored), straight) << "it is open already";
    ASSERT_EQ(studies->series().size(), 2U);
    EXPECT_EQ(studies->series()[1].id, straight);
    const std::vector<viewer::Frame> frames = coronalFrames(studies->find(straight)->series);
    EXPECT_EQ(studies->findByProvenance(frames[0].provenance)->id, straight);
    EXPECT_EQ(studies->findByProvenance(coronalFrames(studies->find(stored)->series)[0].provenance)->id, stored);

    restart();
    studies = &workspace->studies();
    studies->reopen({provenanceFromJson(toJson(frames[0].provenance))});
    WAIT_FOR(!studies->isOpening());
    ASSERT_EQ(studies->series().size(), 1U) << "the stored series has no frames";
    EXPECT_TRUE(isStraightened(studies->series()[0].series));
    EXPECT_EQ(coronalFrames(studies->series()[0].series)[1].provenance.pixelsSha256, frames[1].provenance.pixelsSha256);

    restart();
    openTilted();
    studies = &workspace->studies();
    EXPECT_EQ(studies->findByProvenance(frames[0].provenance), nullptr);
    const OpenSeries* found = studies->findOrStraighten(frames[0].provenance);
    ASSERT_NE(found, nullptr);
    EXPECT_TRUE(isStraightened(found->series));
    EXPECT_EQ(studies->findOrStraighten(frames[0].provenance), found);
    EXPECT_EQ(studies->series().size(), 2U);
}

TEST_F(StraightenTest, TheViewKeepsItsPlace) {
    const int stored = openTilted();
    Studies& studies = workspace->studies();
    View view = studies.find(stored)->view;
    view.index = 7;
    view.windowing = viewer::Window{3, 30};
    studies.setView(stored, view);
    const int straight = studies.straighten(stored);
    EXPECT_EQ(studies.find(straight)->view.index, 7) << "the spacing is even";
    EXPECT_EQ(studies.find(straight)->view.windowing, view.windowing);
    view.plane = viewer::Plane::coronal;
    view.index = 10;
    studies.setView(stored, view);
    ASSERT_EQ(studies.straighten(stored), straight);
    // Row 10 of the middle slice, which is shifted by 0.3 * 2 mm * 6 (its number is 5.5, rounded).
    EXPECT_EQ(studies.find(straight)->view.index, 14);
    EXPECT_EQ(studies.find(straight)->view.plane, viewer::Plane::coronal);
}

TEST_F(StraightenTest, LoadsInTheWorkspace) {
    const int stored = openTilted();
    Studies& studies = workspace->studies();
    const int straight = studies.straighten(stored);
    studies.choose(straight);
    WAIT_FOR(studies.find(straight)->volume && studies.find(straight)->volume->complete());
    EXPECT_EQ(studies.find(straight)->volume->type(), viewer::ScalarType::float32);
    EXPECT_TRUE(failures.isEmpty()) << failures.join("; ").toStdString();
}

TEST_F(StraightenTest, TheStoredSlicesCountWhileTheyAreResampled) {
    const int stored = openTilted();
    Studies& studies = workspace->studies();
    const int straight = studies.straighten(stored);
    const viewer::Series& series = studies.find(straight)->series;
    const std::int64_t volume = pixelBytes(series), slices = kSlices * kColumns * kRows * 2;
    EXPECT_EQ(series.source->workingBytes(), slices);
    studies.setMemoryLimit(volume + slices - 1);
    studies.choose(straight);
    WAIT_FOR(!studies.find(straight)->error.isEmpty());
    studies.setMemoryLimit(volume + slices);
    WAIT_FOR(studies.find(straight)->volume && studies.find(straight)->volume->complete());
}

}  // namespace
}  // namespace fleming::app
