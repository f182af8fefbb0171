// fleming measure.
#include "tests/app/run_cli.h"
#include "tests/app/test_files.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <numbers>

namespace fleming::app {
namespace {

const std::string kScan = FLEMING_SOURCE_DIR "/resources/samples/ct_chest";

constexpr int kDepth = 5, kHeight = 30, kWidth = 40;

/// A volume of testVoxels() without spacing, and a file of regions in the same folder.
class MeasureCommand : public testing::Test {
protected:
    MeasureCommand() { writeNpy(folder_ / "a.npy", kDepth, kHeight, kWidth); }

    std::string write(const std::string& regions) {
        std::ofstream(folder_ / "roi.json") << regions;
        return (folder_ / "roi.json").string();
    }
    Outcome run(const std::string& regions, std::vector<std::string> options = {"--json"}) {
        std::vector<std::string> words{"measure", (folder_ / "a.npy").string(), "--roi", write(regions)};
        words.insert(words.end(), options.begin(), options.end());
        return runCli(words);
    }
    QJsonObject measured(const std::string& region) {
        const Outcome outcome = run(region);
        EXPECT_EQ(outcome.code, 0) << outcome.err;
        return parsedJson(outcome.out).object();
    }

    const TestFolder folder_;
};

std::string region(const std::string& shape, const std::string& points, int slice = 3,
                   const std::string& down = "[0,1,0]") {
    return "{\"shape\":\"" + shape + "\",\"plane\":{\"origin\":[0,0," + std::to_string(slice) +
           "],\"right\":[2,0,0],\"down\":" + down + "},\"points\":" + points + "}";
}

TEST_F(MeasureCommand, MeasuresARectangle) {
    const QJsonObject json = measured(region("rectangle", "[[2.5,4],[8,10.5]]"));
    const std::vector<std::uint8_t> voxels = testVoxels(kDepth, kHeight, kWidth);
    double sum = 0, squares = 0, count = 0, low = 1e9, high = 0;
    for (int j = 4; j <= 10; ++j) {
        for (int i = 3; i <= 8; ++i) {
            const double value = voxels[static_cast<std::size_t>((3 * kHeight + j) * kWidth + i)];
            sum += value;
            squares += value * value;
            count += 1;
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    EXPECT_EQ(json["count"].toInt(), 42);
    EXPECT_EQ(json["min"].toDouble(), low);
    EXPECT_EQ(json["max"].toDouble(), high);
    EXPECT_DOUBLE_EQ(json["sum"].toDouble(), sum);
    EXPECT_DOUBLE_EQ(json["mean"].toDouble(), sum / count);
    EXPECT_NEAR(json["sd"].toDouble(), std::sqrt((squares - sum * sum / count) / (count - 1)), 1e-9);
    EXPECT_EQ(json.keys(),
              (QStringList{"area_mm2", "calibration", "count", "max", "mean", "median", "min", "sd", "sum", "unit"}));
    EXPECT_TRUE(json["area_mm2"].isNull()) << "the file has no spacing";
    EXPECT_EQ(json["calibration"].toString(), "none");
    EXPECT_EQ(json["unit"].toString(), "");
}

TEST_F(MeasureCommand, MeasuresLinesInPixelsWithoutSpacing) {
    const QJsonObject length = measured(region("length", "[[1,2],[4,6]]"));
    EXPECT_TRUE(length["length_mm"].isNull());
    EXPECT_DOUBLE_EQ(length["length_px"].toDouble(), 5);
    EXPECT_EQ(length.keys(), (QStringList{"calibration", "length_mm", "length_px"}));
    EXPECT_NEAR(measured(region("angle", "[[1,0],[0,0],[0,7]]"))["angle_deg"].toDouble(), 90, 1e-12);
    EXPECT_NEAR(measured(region("cobb", "[[0,0],[5,0],[5,5],[0,0]]"))["angle_deg"].toDouble(), 45, 1e-12);
    const QJsonObject recist = measured(region("bidirectional", "[[0,0],[3,4],[0,0],[0,2]]"));
    EXPECT_DOUBLE_EQ(recist["length_px"].toDouble(), 5);
    EXPECT_DOUBLE_EQ(recist["short_length_px"].toDouble(), 2);
}

TEST_F(MeasureCommand, HasNullsWithoutPixels) {
    const QJsonObject none = measured(region("ellipse", "[[-20,-20],[-10,-10]]"));
    EXPECT_EQ(none["count"].toInt(-1), 0);
    for (const char* key : {"min", "max", "mean", "sd", "median", "sum"})
        EXPECT_TRUE(none[QLatin1String(key)].isNull()) << key;
    const QJsonObject one = measured(region("polygon", "[[4.5,4.5],[5.5,4.5],[5.5,5.5],[4.5,5.5]]"));
    EXPECT_EQ(one["count"].toInt(), 1);
    EXPECT_TRUE(one["sd"].isNull());
    EXPECT_EQ(one["mean"], one["median"]);
}

TEST_F(MeasureCommand, MeasuresAListInOrder) {
    const Outcome outcome = run("[" + region("length", "[[0,0],[3,4]]") + "," + region("probe", "[[7,2]]") + "]");
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const QJsonArray list = parsedJson(outcome.out).array();
    ASSERT_EQ(list.size(), 2);
    EXPECT_DOUBLE_EQ(list[0]["length_px"].toDouble(), 5);
    EXPECT_EQ(list[1]["mean"].toInt(), 3 * 40 + 2 * 3 + 7);
    const Outcome one = run("[" + region("length", "[[0,0],[3,4]]") + "]");
    EXPECT_EQ(parsedJson(one.out).array().size(), 1);
}

TEST_F(MeasureCommand, PrintsATable) {
    const Outcome outcome =
        run("[" + region("length", "[[0,0],[3,4]]") + "," + region("rectangle", "[[-1,-1],[1,0]]") + "]", {});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(outcome.out,
              "Region 1: length\n"
              "    length         none\n"
              "    length         5 px\n"
              "    calibration    none: pixels only\n"
              "Region 2: rectangle\n"
              "    area           none\n"
              "    pixels         2\n"
              "    minimum        120\n"
              "    maximum        121\n"
              "    mean           120.5\n"
              "    SD             0.7071\n"
              "    median         120.5\n"
              "    sum            241\n"
              "    calibration    none: pixels only\n");
}

TEST_F(MeasureCommand, RefusesWhatIsNoRegion) {
    for (const std::string& wrong :
         std::vector<std::string>{"",
                                  "nothing",
                                  "[]",
                                  "{}",
                                  "[7]",
                                  "{\"shape\": \"rectangle\"}",
                                  region("circle", "[[0,0],[1,1]]"),
                                  region("rectangle", "[[0,0]]"),
                                  region("length", "[[0,0],[1,1],[2,2]]"),
                                  region("polygon", "[[0,0],[1,1]]"),
                                  region("length", "[[0,0],[1]]"),
                                  region("length", "[[0,0],[1,\"2\"]]"),
                                  region("length", "[[0,0],[1,NaN]]"),
                                  region("length", "[[0,0],[1,1e999]]"),
                                  region("length", "7"),
                                  region("length", "[[0,0],[1,1]]", 3, "[1,1,0]"),
                                  region("length", "[[0,0],[1,1]]", 3, "[0,0,0]"),
                                  region("length", "[[0,0],[1,1]]", 3, "[0,1]"),
                                  region("length", "[[0,0],[1,1]]", 3, "[4,0,0]"),
                                  "[" + region("length", "[[0,0],[3,4]]") + "," + region("circle", "[]") + "]"}) {
        const Outcome outcome = run(wrong);
        EXPECT_EQ(outcome.code, 2) << wrong;
        EXPECT_EQ(outcome.out, "") << wrong;
        EXPECT_NE(outcome.err.find("roi.json"), std::string::npos) << outcome.err;
        EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    }
    const Outcome second = run("[" + region("length", "[[0,0],[3,4]]") + "," + region("length", "[]") + "]");
    EXPECT_NE(second.err.find("roi.json, 2: A region of the shape \"length\" needs 2 points, and it has 0."),
              std::string::npos)
        << second.err;
}

TEST_F(MeasureCommand, RefusesWrongArguments) {
    const std::string good = write(region("length", "[[0,0],[3,4]]")), volume = (folder_ / "a.npy").string();
    EXPECT_EQ(runCli({"measure", volume}).code, 2);
    EXPECT_EQ(runCli({"measure", "--roi", good}).code, 2);
    EXPECT_EQ(runCli({"measure", volume, volume, "--roi", good}).code, 2);
    EXPECT_EQ(runCli({"measure", volume, "--roi", good, "--series", "-1"}).code, 2);
    EXPECT_EQ(runCli({"measure", volume, "--roi", (folder_ / "absent.json").string()}).code, 2);
    EXPECT_EQ(runCli({"measure", volume, "--roi", good, "--series", "1"}).code, 1);
    EXPECT_EQ(runCli({"measure", (folder_ / "absent.npy").string(), "--roi", good}).code, 1);
    EXPECT_NE(runCli({"measure", "--help"}).out.find("--accept-detector"), std::string::npos);
}

TEST_F(MeasureCommand, MeasuresCtInHounsfieldUnitsAndMillimetres) {
    const QJsonObject series =
        parsedJson(runCli({"info", kScan, "--json"}).out).object()["series"].toArray()[0].toObject();
    const QJsonArray origin = series["origin_mm"].toArray(), spacing = series["spacing_mm"].toArray();
    const QJsonObject axes = series["orientation"].toObject();
    QJsonObject plane{{"right", axes["columns"]}, {"down", axes["rows"]}};
    QJsonArray corner;
    for (int c = 0; c < 3; ++c)
        corner.append(origin[c].toDouble() + 4 * spacing[2].toDouble() * axes["slices"].toArray()[c].toDouble());
    plane["origin"] = corner;
    const QJsonObject ellipse{
        {"shape", "ellipse"}, {"plane", plane}, {"points", QJsonArray{QJsonArray{10, 20}, QJsonArray{50, 40}}}};
    const std::string file = write(QJsonDocument(ellipse).toJson().toStdString());
    const Outcome outcome = runCli({"measure", kScan, "--roi", file, "--json"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const QJsonObject json = parsedJson(outcome.out).object();
    EXPECT_NEAR(json["area_mm2"].toDouble(), std::numbers::pi * 20 * 10, 1e-9);
    EXPECT_EQ(json["unit"].toString(), "HU");
    EXPECT_EQ(json["calibration"].toString(), "patient");
    EXPECT_NEAR(json["count"].toDouble() * spacing[0].toDouble() * spacing[1].toDouble(), json["area_mm2"].toDouble(),
                0.1 * json["area_mm2"].toDouble());
}

TEST_F(MeasureCommand, PrintsCsv) {
    const Outcome outcome =
        run("[" + region("length", "[[0,0],[3,4]]") + "," + region("probe", "[[7,2]]") + "]", {"--csv"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(outcome.out,
              "name,shape,series_uid,plane_origin_mm,points_mm,length_mm,length_px,short_length_mm,short_length_px,"
              "angle_deg,area_mm2,count,min,max,mean,sd,median,sum,unit,calibration\r\n"
              "\"\",length,\"\",\"0 0 3\",\"0 0; 3 4\",,5,,,,,,,,,,,,,\"none\"\r\n"
              "\"\",probe,\"\",\"0 0 3\",\"7 2\",,,,,,,1,133,133,133,,133,133,\"\",\"none\"\r\n");
    EXPECT_EQ(run(region("length", "[[0,0],[3,4]]"), {"--csv", "--json"}).code, 2);
}

TEST_F(MeasureCommand, ReadsMarkupsOfSlicer) {
    // RAS, as other programs write them: x and y are those of LPS with the other sign.
    const Outcome outcome = run(R"({"markups": [
        {"type": "Line", "coordinateSystem": "RAS", "name": "L",
         "controlPoints": [{"position": [-1, -2, 3]}, {"position": [9, 9, 9], "positionStatus": "undefined"},
                           {"position": [-4, -6, 3]}]},
        {"type": "ClosedCurve", "controlPoints": [{"position": [0.5, 0.5, 2]}, {"position": [3.5, 0.5, 2]},
                                                  {"position": [3.5, 2.5, 2]}, {"position": [0.5, 2.5, 2]}]},
        {"type": "Fiducial", "controlPoints": [{"position": [5, 6, 1]}, {"position": [5, 7, 1]}]}]})");
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const QJsonArray list = parsedJson(outcome.out).array();
    ASSERT_EQ(list.size(), 4);
    EXPECT_DOUBLE_EQ(list[0]["length_px"].toDouble(), 5);
    EXPECT_EQ(list[1]["count"].toInt(), 6) << "of a stored slice";
    EXPECT_EQ(list[1]["min"].toInt(), 2 * 40 + 3 + 1);
    EXPECT_EQ(list[2]["mean"].toInt(), 40 + 6 * 3 + 5);
    EXPECT_EQ(list[3]["mean"].toInt(), 40 + 7 * 3 + 5);
    for (const char* wrong : {R"({"markups": []})", R"({"markups": [{"type": "ROI", "controlPoints": []}]})",
                              R"({"markups": [{"type": "Line", "controlPoints": []}]})",
                              R"({"markups": [{"type": "Line", "controlPoints": [{"position": [1, 2]}]}]})",
                              R"({"markups": [{"type": "Line", "controlPoints": [{"position": [1, 2, 3]}]}]})",
                              R"({"markups": [{"type": "Plane", "center": [0, 0, 0], "size": [1, 1, 0]}]})",
                              R"({"markups": [{"type": "ClosedCurve", "controlPoints": [{"position": [0, 0, 0]},
                                  {"position": [9, 0, 0]}, {"position": [9, 9, 5]}, {"position": [0, 9, 0]}]}]})"}) {
        const Outcome refused = run(wrong);
        EXPECT_EQ(refused.code, 2) << wrong;
        EXPECT_NE(refused.err.find("roi.json"), std::string::npos) << refused.err;
    }
}

}  // namespace
}  // namespace fleming::app
