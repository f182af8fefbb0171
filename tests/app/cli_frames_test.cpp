// Tests of `fleming info`, `fleming frames` and `fleming pixels`.
#include "tests/app/run_cli.h"
#include "tests/app/test_files.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <gtest/gtest.h>
#include <numeric>

namespace fleming::app {
namespace {

const std::string kModel = std::string(FLEMING_BUILD_DIR) + "/random_model";

TEST(Info, ListsTheContentsOfAFolder) {
    const TestFolder folder;
    writeNpy(folder / "a.npy", 32, 12, 16);
    writePng(folder / "b.png", 30, 20);
    std::ofstream(folder / "broken.png") << "\x89PNG\r\n\x1a\nnothing more";
    const std::string path = (folder / "").string();

    const Outcome text = runCli({"info", path});
    EXPECT_EQ(text.code, 0) << text.err;
    for (const char* part :
         {"Series 0: volume", "16 x 12, 32 slices", "uint8", "Series 1: picture", "30 x 20", "broken.png"}) {
        EXPECT_NE(text.out.find(part), std::string::npos) << part << "\n" << text.out;
    }

    const Outcome machine = runCli({"info", path, "--json"});
    const QJsonObject object = parsedJson(machine.out).object();
    const QJsonArray series = object["series"].toArray();
    ASSERT_EQ(series.size(), 2);
    EXPECT_EQ(series[0]["kind"].toString(), "volume");
    EXPECT_EQ(series[0]["size"].toArray(), (QJsonArray{16, 12, 32}));
    EXPECT_TRUE(series[0]["spacing_mm"].isNull());
    EXPECT_EQ(series[1]["kind"].toString(), "picture");
    ASSERT_EQ(object["skipped"].toArray().size(), 1);
    EXPECT_TRUE(object["skipped"][0]["path"].toString().endsWith("broken.png"));
    EXPECT_FALSE(object["skipped"][0]["reason"].toString().isEmpty());
}

TEST(Info, PrintsValidJsonForAnyPath) {
    const TestFolder folder;
    const std::string name = "no\xff utf8 \"quoted\" \n.npy";
    writeNpy(folder / name, 2, 4, 4);
    const Outcome outcome = runCli({"info", (folder / name).string(), "--json"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(parsedJson(outcome.out).object()["series"].toArray().size(), 1);
    std::filesystem::remove(folder / name);  // Qt cannot express the name, so it cannot remove the file
}

TEST(Info, PrintsNoPatientData) {
    const std::filesystem::path scan = std::filesystem::path(FLEMING_SOURCE_DIR) / "resources/samples/ct_chest";
    const TestFolder folder;
    const std::string out = (folder / "out").string();
    ASSERT_NE(readFile(scan / "slice01.dcm").find("Drawn^Sample"), std::string::npos) << "the patient's name";
    std::string all = runCli({"info", scan.string()}).out + runCli({"info", scan.string(), "--json"}).out;
    EXPECT_NE(all.find("CT"), std::string::npos);
    EXPECT_EQ(runCli({"frames", scan.string(), "--count", "1", "-o", out}).code, 0);
    all += readFile(folder / "out/frames.json");
    EXPECT_NE(all.find("study_uid"), std::string::npos);
    for (const char* part : {"Drawn", "SAMPLE"})
        EXPECT_EQ(all.find(part), std::string::npos) << part;
}

TEST(Info, ReportsWhyItFails) {
    const Outcome outcome = runCli({"info", "/nowhere/at/all"});
    EXPECT_EQ(outcome.code, 1);
    EXPECT_NE(outcome.err.find("/nowhere/at/all"), std::string::npos);
    EXPECT_EQ(outcome.out, "");
}

TEST(Frames, SavesFlemingsSlicesAndPixelsOfAnNpyVolume) {
    const TestFolder folder;
    writeNpy(folder / "a.npy", 32, 12, 16);
    const Outcome outcome = runCli({"frames", (folder / "a.npy").string(), "-o", (folder / "out/deep").string()});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const QJsonArray records = parsedJson(readFile(folder / "out/deep/frames.json")).array();
    const int slices[] = {0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 31};
    ASSERT_EQ(records.size(), 11);
    const std::vector<std::uint8_t> voxels = testVoxels(32, 12, 16);
    for (int n = 0; n < 11; ++n) {
        EXPECT_EQ(records[n]["index"].toInt(), slices[n]);
        EXPECT_TRUE(records[n]["min_max"].toBool());
        EXPECT_EQ(records[n]["pixels_sha256"].toString().size(), 64);
        const QImage image(QString::fromStdString((folder / "out/deep/Image-").string()) + QString::number(n + 1) +
                           ".png");
        ASSERT_EQ(image.size(), QSize(16, 12));
        const auto* slice = voxels.data() + slices[n] * 12 * 16;
        const auto [low, high] = std::minmax_element(slice, slice + 12 * 16);
        for (int i = 0; i < 12 * 16; ++i) {
            const int expected = static_cast<int>((slice[i] - *low) / double(*high - *low) * 255.0);
            ASSERT_EQ(qRed(image.pixel(i % 16, i / 16)), expected) << n << " " << i;
        }
    }
}

TEST(Frames, SelectsByIndicesAndRefusesThoseOutside) {
    const TestFolder folder;
    writeNpy(folder / "a.npy", 8, 4, 4);
    const std::string file = (folder / "a.npy").string(), out = (folder / "out").string();
    ASSERT_EQ(runCli({"frames", file, "--slices", "7,0,7", "-o", out}).code, 0);
    const QJsonArray records = parsedJson(readFile(folder / "out/frames.json")).array();
    ASSERT_EQ(records.size(), 3);
    EXPECT_EQ(records[0]["index"].toInt(), 7);
    EXPECT_EQ(records[1]["index"].toInt(), 0);
    for (const std::vector<std::string>& selection : std::vector<std::vector<std::string>>{
             {"--slices", "8"}, {"--times", "1"}, {"--series", "1"}, {"--window", "no such window"}}) {
        std::vector<std::string> words{"frames", file, "-o", out};
        words.insert(words.end(), selection.begin(), selection.end());
        const Outcome outcome = runCli(words);
        EXPECT_EQ(outcome.code, 1) << selection[0] << selection[1];
        EXPECT_FALSE(outcome.err.empty());
    }
}

TEST(Frames, InvertsIfAsked) {
    const TestFolder folder;
    writeNpy(folder / "a.npy", 8, 4, 4);
    const std::string file = (folder / "a.npy").string(), out = (folder / "out").string();
    QImage images[2];
    for (const bool inverted : {false, true}) {
        std::vector<std::string> words{"frames", file, "--slices", "3", "--window", "100,200", "-o", out};
        if (inverted) words.push_back("--invert");
        ASSERT_EQ(runCli(words).code, 0);
        EXPECT_EQ(parsedJson(readFile(folder / "out/frames.json")).array().at(0).toObject()["inverted"].toBool(),
                  inverted);
        images[inverted ? 1 : 0] = QImage(QString::fromStdString(out) + "/Image-1.png");
    }
    images[1].invertPixels();
    EXPECT_EQ(images[0], images[1]);
}

TEST(Frames, TurnsAndColoursIfAsked) {
    const TestFolder folder;
    writeNpy(folder / "a.npy", 8, 4, 6);
    const std::string file = (folder / "a.npy").string(), out = (folder / "out").string();
    const auto image = [&](std::vector<std::string> options) {
        std::vector<std::string> words{"frames", file, "--slices", "3", "--window", "100,200", "-o", out};
        words.insert(words.end(), options.begin(), options.end());
        EXPECT_EQ(runCli(words).code, 0);
        return QImage(QString::fromStdString(out) + "/Image-1.png").convertToFormat(QImage::Format_RGB32);
    };
    const QImage plain = image({});
    EXPECT_EQ(image({"--mirror"}), plain.mirrored(true, false));
    EXPECT_EQ(image({"--rotate", "180"}), plain.mirrored(true, true));
    EXPECT_EQ(image({"--rotate", "90", "--mirror"}), plain.mirrored(true, false).transformed(QTransform().rotate(90)));
    const QJsonObject record = parsedJson(readFile(folder / "out/frames.json")).array().at(0).toObject();
    EXPECT_EQ(record["quarter_turns"].toInt(), 1);
    EXPECT_TRUE(record["mirrored"].toBool());
    EXPECT_NE(image({"--colours", "hot-iron"}), plain);
    for (const std::vector<std::string>& wrong :
         std::vector<std::vector<std::string>>{{"--rotate", "45"}, {"--rotate", "-90"}, {"--colours", "blue"}}) {
        std::vector<std::string> words{"frames", file, "-o", out};
        words.insert(words.end(), wrong.begin(), wrong.end());
        EXPECT_EQ(runCli(words).code, 2) << wrong[1];
    }
}

TEST(Frames, TurnsAndInvertsClipsIfAsked) {
    const TestFolder folder;
    const std::string file =
        (std::filesystem::path(FLEMING_SOURCE_DIR) / "tests/fixtures/videos/b_frames.mp4").string();
    const std::string out = (folder / "out").string();
    const auto image = [&](std::vector<std::string> options) {
        std::vector<std::string> words{"frames", file, "--slices", "21", "-o", out};
        words.insert(words.end(), options.begin(), options.end());
        EXPECT_EQ(runCli(words).code, 0);
        return QImage(QString::fromStdString(out) + "/Image-1.png").convertToFormat(QImage::Format_RGB32);
    };
    const QImage plain = image({});
    ASSERT_FALSE(plain.isNull());
    EXPECT_EQ(image({"--mirror"}), plain.mirrored(true, false));
    EXPECT_EQ(image({"--colours", "pet", "--nearest"}), plain) << "colours have no table";
    QImage negative = plain.mirrored(true, false).transformed(QTransform().rotate(270));
    negative.invertPixels();
    EXPECT_EQ(image({"--rotate", "270", "--mirror", "--invert"}), negative);
    const QJsonObject record = parsedJson(readFile(folder / "out/frames.json")).array().at(0).toObject();
    EXPECT_EQ(record["quarter_turns"].toInt(), 3);
    EXPECT_TRUE(record["mirrored"].toBool() && record["inverted"].toBool());
    EXPECT_EQ(record["index"].toInt(), 21);
}

TEST(Frames, ReportsThatThereAreOtherSeries) {
    const TestFolder folder, out;
    writeNpy(folder / "a.npy", 3, 4, 4);
    writePng(folder / "b.png", 6, 6);
    const Outcome outcome = runCli({"frames", (folder / "").string(), "-o", (out / "1").string()});
    EXPECT_EQ(outcome.code, 0);
    EXPECT_NE(outcome.err.find("2 series"), std::string::npos) << outcome.err;
    EXPECT_EQ(runCli({"frames", (folder / "").string(), "--series", "1", "-o", (out / "2").string()}).err, "");
    EXPECT_EQ(parsedJson(readFile(out / "2/frames.json")).array().size(), 1);
}

TEST(Frames, CombineTheSlicesOfASlab) {
    const TestFolder folder;
    writeNpy(folder / "a.npy", 12, 6, 5);
    const std::string file = (folder / "a.npy").string(), out = (folder / "out").string();
    const std::vector<std::uint8_t> voxels = testVoxels(12, 6, 5);
    for (const std::string mode : {"", "max", "mean", "min"}) {
        std::vector<std::string> words{"frames",  file,     "--slices", "4,11", "--window",
                                       "128,256", "--slab", "4.9",      "-o",   out};
        if (!mode.empty()) words.insert(words.end(), {"--slab-mode", mode});
        ASSERT_EQ(runCli(words).code, 0);
        const QJsonArray records = parsedJson(readFile(folder / "out/frames.json")).array();
        ASSERT_EQ(records.size(), 2);
        for (int n = 0; n < 2; ++n) {
            EXPECT_EQ(records[n]["slab_mm"].toDouble(), 4.9);
            EXPECT_EQ(records[n]["slab_mode"].toString().toStdString(), mode.empty() ? "max" : mode);
            const QImage image(QString::fromStdString(out) + QStringLiteral("/Image-%1.png").arg(n + 1));
            const int index = n == 0 ? 4 : 11;
            for (int pixel = 0; pixel < 30; ++pixel) {
                std::vector<int> values;  // up to 2 slices on each side
                for (int k = index - 2; k <= std::min(index + 2, 11); ++k)
                    values.push_back(voxels[static_cast<std::size_t>(k * 30 + pixel)]);
                const auto [low, high] = std::minmax_element(values.begin(), values.end());
                double expected = mode == "min" ? *low : *high;
                if (mode == "mean") {
                    expected = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
                }
                ASSERT_EQ(qRed(image.pixel(pixel % 5, pixel / 5)), static_cast<int>(expected + 0.5)) << mode << n;
            }
        }
    }
    ASSERT_EQ(runCli({"frames", file, "--slices", "4", "-o", out}).code, 0);
    EXPECT_FALSE(parsedJson(readFile(folder / "out/frames.json")).array().at(0).toObject().contains("slab_mm"));
    EXPECT_NE(runCli({"frames", "--help"}).out.find("--slab-mode"), std::string::npos);
    for (const std::vector<std::string>& wrong : std::vector<std::vector<std::string>>{
             {"--slab", "-1"}, {"--slab", "thick"}, {"--slab-mode", "min"}, {"--slab", "3", "--slab-mode", "sum"}}) {
        std::vector<std::string> words{"frames", file, "-o", out};
        words.insert(words.end(), wrong.begin(), wrong.end());
        EXPECT_EQ(runCli(words).code, 2) << wrong.back();
    }
}

TEST(Frames, NamesTheSlicesOfASlab) {
    const std::string scan = std::string(FLEMING_SOURCE_DIR) + "/resources/samples/ct_chest";  // 7 mm apart
    const TestFolder folder;
    const auto frameOf = [&](std::vector<std::string> words, std::string* err = nullptr) {
        words.insert(words.begin(), {"frames", scan, "-o", (folder / "out").string(), "--slices", "5"});
        const Outcome outcome = runCli(words);
        EXPECT_EQ(outcome.code, 0) << outcome.err;
        if (err != nullptr) *err = outcome.err;
        return parsedJson(readFile(folder / "out/frames.json")).array().at(0).toObject();
    };
    const QJsonObject slice = frameOf({});
    std::string told;
    const QJsonObject slab = frameOf({"--slab", "14"}, &told);
    EXPECT_EQ(told, "");
    EXPECT_EQ(slab["slab_slices"].toInt(), 3);
    EXPECT_TRUE(slab["file"].toString().endsWith("slice05.dcm")) << "the first of the three";
    EXPECT_TRUE(slice["file"].toString().endsWith("slice06.dcm"));
    EXPECT_NE(slab["pixels_sha256"], slice["pixels_sha256"]);

    const QJsonObject thin = frameOf({"--slab", "0.5"}, &told);  // less than 1.5 of the smallest spacing
    EXPECT_NE(told.find("--slab "), std::string::npos) << told;
    EXPECT_EQ(thin["slab_slices"].toInt(), 1);
    EXPECT_EQ(thin["pixels_sha256"], slice["pixels_sha256"]);
    EXPECT_EQ(thin["file"], slice["file"]);
}

TEST(Pixels, SavesNormalizedValuesAsNpy) {
    const TestFolder folder;
    QImage image(448, 448, QImage::Format_RGB888);
    for (int y = 0; y < 448; ++y) {
        for (int x = 0; x < 448; ++x)
            image.setPixel(x, y, qRgb(x % 256, y % 256, (x + y) % 256));
    }
    ASSERT_TRUE(image.save(QString::fromStdString((folder / "a.png").string())));
    const Outcome outcome = runCli({"pixels", (folder / "a.png").string(), "-o", (folder / "p.npy").string()});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const std::string file = readFile(folder / "p.npy");
    ASSERT_EQ(file.substr(0, 8), std::string("\x93NUMPY\x01\x00", 8));
    const std::size_t header = static_cast<unsigned char>(file[8]) + 256U * static_cast<unsigned char>(file[9]);
    EXPECT_EQ((10 + header) % 64, 0U);
    EXPECT_EQ(file[9 + header], '\n');
    EXPECT_NE(file.find("'descr': '<f4', 'fortran_order': False, 'shape': (1, 3, 448, 448"), std::string::npos);
    ASSERT_EQ(file.size(), 10 + header + 4U * 3 * 448 * 448);
    std::vector<float> values(std::size_t{3} * 448 * 448);
    std::memcpy(values.data(), file.data() + 10 + header, values.size() * 4);
    const double mean[] = {0.485, 0.456, 0.406}, deviation[] = {0.229, 0.224, 0.225};
    for (int y = 0; y < 448; y += 37) {
        for (int x = 0; x < 448; x += 41) {
            const int levels[] = {x % 256, y % 256, (x + y) % 256};
            for (int c = 0; c < 3; ++c) {
                EXPECT_NEAR(values[static_cast<std::size_t>((c * 448 + y) * 448 + x)],
                            (levels[c] / 255.0 - mean[c]) / deviation[c], 1e-6);
            }
        }
    }
    EXPECT_EQ(runCli({"pixels", (folder / "a.png").string(), "-o", (folder / "no/such/p.npy").string()}).code, 1);
    const Outcome report = runCli({"ask", (folder / "a.png").string(), "-q", "What?", "--model", kModel, "--report",
                                   (folder / "no/such/r.pdf").string()});
    EXPECT_EQ(report.code, 1);
    EXPECT_EQ(report.out, "");  // fails before the model is asked
    EXPECT_NE(report.err.find("r.pdf"), std::string::npos) << report.err;
}

}  // namespace
}  // namespace fleming::app
