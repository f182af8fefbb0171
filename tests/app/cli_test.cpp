// Tests of the `fleming` command: arguments, output and exit codes.
#include "app/cli/command_parser.h"
#include "app/cli/commands.h"
#include "app/cli/shared_options.h"
#include "app/errors/error_text.h"
#include "app/session/session.h"
#include "tests/app/fake_model.h"
#include "tests/app/run_cli.h"
#include "tests/app/test_files.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <numeric>
#include <sstream>

namespace fleming::app {
namespace {

const std::string kModel = std::string(FLEMING_BUILD_DIR) + "/random_model";

std::string readFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// --- arguments ------------------------------------------------------------------------------------------------------

TEST(Help, PrintsAPageForTheProgramAndEachCommand) {
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"--help"},
                                               {"help"},
                                               {"-h"},
                                               {"help", "ask"},
                                               {"info", "--help"},
                                               {"frames", "-h"},
                                               {"pixels", "--help"},
                                               {"tokenize", "--help"},
                                               {"bench", "--help"},
                                               {"ask", "some", "path", "--help"}}) {
        const Outcome outcome = runCli(words);
        EXPECT_EQ(outcome.code, 0);
        EXPECT_NE(outcome.out.find("usage: fleming"), std::string::npos) << words.front();
        EXPECT_EQ(outcome.err, "");
    }
    EXPECT_NE(runCli({"ask", "--help"}).out.find("--max-new-tokens"), std::string::npos);
    EXPECT_EQ(runCli({"--version"}).out.substr(0, 8), "fleming ");
}

TEST(CommandLine, RefusesWrongArgumentsWithOneLineAndAHint) {
    const std::vector<std::vector<std::string>> wrong{
        {},
        {"unknown"},
        {"info"},
        {"info", "a", "--jsn"},
        {"bench", "extra"},
        {"bench", "--shape", "2b"},
        {"bench", "--shape", "1b", "--model", "m"},
        {"bench", "--images", "0"},
        {"bench", "--quant", "int5"},
        {"info", "a", "--json", "--json"},
        {"info", "a", "--json=1"},
        {"info", ""},
        {"frames", "a"},
        {"frames", "-o", "d"},
        {"frames", "a", "b", "-o", "d"},
        {"frames", "a", "-o"},
        {"frames", "a", "-o", ""},
        {"frames", "a", "-o", "d", "--count", "0"},
        {"frames", "a", "-o", "d", "--count", "-3"},
        {"frames", "a", "-o", "d", "--count", "3x"},
        {"frames", "a", "-o", "d", "--count", "3.5"},
        {"frames", "a", "-o", "d", "--count", "99999999999999999999"},
        {"frames", "a", "-o", "d", "--count", ""},
        {"frames", "a", "-o", "d", "--slices", "1,,2"},
        {"frames", "a", "-o", "d", "--slices", "1,-2"},
        {"frames", "a", "-o", "d", "--slices", "1, 2"},
        {"frames", "a", "-o", "d", "--times", "nan"},
        {"frames", "a", "-o", "d", "--times", "inf"},
        {"frames", "a", "-o", "d", "--every", "0"},
        {"frames", "a", "-o", "d", "--clip", "5"},
        {"frames", "a", "-o", "d", "--clip", "5:2"},
        {"frames", "a", "-o", "d", "--clip", "1:2:3"},
        {"frames", "a", "-o", "d", "--window", "40"},
        {"frames", "a", "-o", "d", "--window", "40,0"},
        {"frames", "a", "-o", "d", "--window", "40,400", "--minmax"},
        {"frames", "a", "-o", "d", "--plane", "oblique"},
        {"frames", "a", "-o", "d", "--count", "3", "--slices", "1"},
        {"frames", "a", "-o", "d", "--series", "-1"},
        {"pixels", "a"},
        {"tokenize"},
        {"tokenize", "a", "b"},
        {"tokenize", "a", "--model", ""},
        {"ask", "a"},
        {"ask", "a", "-q", ""},
        {"ask", "a", "-q", "x", "-q", "y"},
        {"ask", "a", "-q", "x", "--device", "gpu"},
        {"ask", "a", "-q", "x", "--device", "cuda:x"},
        {"ask", "a", "-q", "x", "--dtype", "int8"},
        {"ask", "a", "-q", "x", "--max-new-tokens", "0"},
        {"ask", "a", "-q", "x", "--temperature", "-1"},
        {"ask", "a", "-q", "x", "--temperature", "1e400"},
        {"ask", "a", "-q", "x", "--top-p", "0"},
        {"ask", "a", "-q", "x", "--top-p", "1.5"},
        {"ask", "a", "-q", "x", "--top-k", "-1"},
        {"ask", "a", "-q", "x", "--seed", "-1"},
        {"ask", "a", "-q", "x", "--seed", "18446744073709551616"},
        {"ask", "a", "-q", "x", "--turn", ""},
        {"ask", "a", "-q", "x", "--report-paths"},
        {"frames", "a", "-o", "d", "--invert", "--invert"},
    };
    for (const auto& words : wrong) {
        std::string line;
        for (const std::string& word : words)
            line += word + " ";
        const Outcome outcome = runCli(words);
        EXPECT_EQ(outcome.code, 2) << line;
        EXPECT_EQ(outcome.out, "") << line;
        EXPECT_NE(outcome.err.find("--help"), std::string::npos) << line;
        EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << line;
    }
}

/// Parses words as the options of models and of frames.
struct Parsed {
    explicit Parsed(const std::vector<std::string>& words) {
        cli::addModelOptions(parser);
        cli::addSelectionOptions(parser);
        parser.parse(words);
    }
    cli::CommandParser parser{"test"};
};

std::string faultOf(const std::vector<std::string>& words) {
    try {
        const Parsed parsed(words);
        cli::readModelOptions(parsed.parser);
        cli::readSource(parsed.parser);
    } catch (const cli::WrongArguments& error) {
        return error.code();
    }
    return {};
}

TEST(CommandParser, TakesValuesThatBeginWithADashOrFollowAnEqualsSign) {
    const Parsed parsed({"--window", "-600,1500", "--count=3", "path", "-", "--", "--count"});
    EXPECT_EQ(parsed.parser.value("window"), "-600,1500");
    EXPECT_EQ(parsed.parser.integer("count", 1, 9), 3);
    EXPECT_EQ(parsed.parser.positional(), (std::vector<std::string>{"path", "-", "--count"}));
}

TEST(CommandParser, ReadsSeedsOf64Bits) {
    const Parsed parsed({"--seed", "18446744073709551615", "--window=-600,1500"});
    EXPECT_EQ(cli::readModelOptions(parsed.parser).generation.seed, ~std::uint64_t{0});
    EXPECT_EQ(std::get<viewer::Window>(*cli::readSource(parsed.parser).selection.windowing),
              (viewer::Window{-600, 1500}));
}

TEST(CommandParser, KeepsBytesThatAreNotUtf8) {
    const std::string name = "no\xff utf8 \xc3\xa9";
    EXPECT_EQ(cli::readPaths(Parsed({name}).parser), std::vector<std::filesystem::path>{name});
}

TEST(CommandParser, ThrowsACodeForEachFault) {
    EXPECT_EQ(faultOf({"a", "--count", "3"}), "");
    EXPECT_EQ(faultOf({"--cuont", "3"}), "arguments.unknown_option");
    EXPECT_EQ(faultOf({"-x"}), "arguments.unknown_option");
    EXPECT_EQ(faultOf({"--count"}), "arguments.missing_value");
    EXPECT_EQ(faultOf({"--invert=1"}), "arguments.unexpected_value");
    EXPECT_EQ(faultOf({"--count", "1", "--count", "1"}), "arguments.given_twice");
    EXPECT_EQ(faultOf({"--count", "x"}), "arguments.integer_range");
    EXPECT_EQ(faultOf({"--top-k", "-1"}), "arguments.integer_from");
    EXPECT_EQ(faultOf({"--model", ""}), "arguments.required");
    EXPECT_EQ(faultOf({"--device", "cuda:0,cpu"}), "");
    EXPECT_EQ(faultOf({"--device", "cuda:0,gpu"}), "arguments.device");
    EXPECT_EQ(faultOf({"--device", "cuda:+1"}), "arguments.device");
}

TEST(Help, ListsEveryOptionWithinTheWidthOfAPage) {
    for (const cli::Command* command : cli::commands()) {
        const std::string page = runCli({command->name, "--help"}).out;
        EXPECT_EQ(page.find(std::string("usage: fleming ") + command->name), 0U) << page;
        std::istringstream lines(page);
        for (std::string line; std::getline(lines, line);)
            EXPECT_LE(line.size(), 130U) << line;
    }
    const std::string page = runCli({"ask", "--help"}).out;
    for (const char* option :
         {"  -q TEXT ", "  --turn TEXT ", "  --quant Q ", "  --window C,W|NAME ", "  --report-paths"})
        EXPECT_NE(page.find(option), std::string::npos) << option << "\n" << page;
    EXPECT_NE(runCli({"--help"}).out.find("  evaluate "), std::string::npos);
}

// --- info -----------------------------------------------------------------------------------------------------------

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

// --- frames and pixels ----------------------------------------------------------------------------------------------

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

// --- tokenize and ask -----------------------------------------------------------------------------------------------

TEST(Tokenize, PrintsIds) {
    const Outcome plain = runCli({"tokenize", "--model", kModel, "the lung is normal"});
    ASSERT_EQ(plain.code, 0) << plain.err;
    const Outcome machine = runCli({"tokenize", "--model", kModel, "--json", "-"}, "the lung is normal");
    QStringList ids;
    for (const QJsonValue& id : parsedJson(machine.out).array())
        ids << QString::number(id.toInt());
    EXPECT_EQ(plain.out, ids.join(" ").toStdString() + "\n");
    EXPECT_GT(ids.size(), 3);
    EXPECT_EQ(runCli({"tokenize", "--model", kModel, ""}).out, "\n");
    EXPECT_EQ(runCli({"tokenize", "--model", kModel, "--", "-q"}).code, 0);
    EXPECT_EQ(runCli({"tokenize", "--model", "/nowhere", "x"}).code, 1);
}

TEST(Ask, PrintsOneJsonObjectPerTurn) {
    const TestFolder folder;
    writeNpy(folder / "a.npy", 8, 20, 20);
    const Outcome outcome =
        runCli({"ask", (folder / "a.npy").string(), "-q", "What?", "--turn", "And?", "--count", "2", "--model", kModel,
                "--json", "--max-new-tokens", "5", "--device", "cpu", "--dtype", "float32"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    std::istringstream lines(outcome.out);
    std::vector<QJsonObject> turns;
    for (std::string line; std::getline(lines, line);)
        turns.push_back(parsedJson(line).object());
    ASSERT_EQ(turns.size(), 2U);
    EXPECT_EQ(turns[0].keys(), (QStringList{"answer", "evidence", "finish", "image_tokens", "model", "prompt_tokens",
                                            "reasoning", "text", "timing", "tokens"}));
    EXPECT_EQ(turns[0]["timing"].toObject().keys(),
              (QStringList{"decode_s", "load_s", "prefill_s", "tokens_per_s", "vision_s"}));
    EXPECT_EQ(turns[0]["model"].toObject().keys(),
              (QStringList{"description", "device", "dtype", "path", "quantization", "sha256"}));
    EXPECT_EQ(turns[0]["model"].toObject()["quantization"].toString(), "none");
    EXPECT_EQ(turns[0]["model"].toObject()["dtype"].toString(), "float32");
    const std::string description = turns[1]["model"].toObject()["description"].toString().toStdString();
    EXPECT_NE(description.find("random weights"), std::string::npos);
    EXPECT_EQ(outcome.err, "fleming: " + description + "\n");  // printed once for both turns
    EXPECT_EQ(turns[0]["image_tokens"].toInt(), 2 * 64);
    EXPECT_EQ(turns[0]["evidence"].toArray().size(), 2);
    EXPECT_EQ(turns[1]["evidence"].toArray().size(), 0);
    EXPECT_EQ(turns[1]["image_tokens"].toInt(), 0);
    EXPECT_GT(turns[1]["prompt_tokens"].toInt(), turns[0]["prompt_tokens"].toInt());
    for (const QJsonObject& turn : turns) {
        EXPECT_LE(turn["tokens"].toArray().size(), 5);
        EXPECT_TRUE(turn["finish"].toString() == "length" || turn["finish"].toString() == "stop");
        QString text;
        for (const QJsonValue& token : turn["tokens"].toArray()) {
            text += token["text"].toString();
            EXPECT_LE(token["logprob"].toDouble(), 0.0);
        }
        EXPECT_EQ(turn["text"].toString(), text);
    }
}

TEST(Ask, QuantizesIfAsked) {
    const TestFolder folder;
    writeNpy(folder / "a.npy", 8, 20, 20);
    for (const std::string bits : {"int8", "int4"}) {
        const Outcome outcome = runCli({"ask", (folder / "a.npy").string(), "-q", "What?", "--model", kModel, "--json",
                                        "--max-new-tokens", "5", "--device", "cpu", "--quant", bits});
        ASSERT_EQ(outcome.code, 0) << outcome.err;
        const QJsonObject turn = parsedJson(outcome.out).object();
        EXPECT_EQ(turn["model"].toObject()["quantization"].toString().toStdString(), bits);
        EXPECT_FALSE(turn["text"].toString().isEmpty());
    }
    const Outcome wrong =
        runCli({"ask", (folder / "a.npy").string(), "-q", "What?", "--model", kModel, "--quant", "int3"});
    EXPECT_EQ(wrong.code, 2);
    EXPECT_NE(wrong.err.find("none, int8 or int4"), std::string::npos) << wrong.err;
}

TEST(Bench, MeasuresEachPhaseAgainstItsLimit) {
    const Outcome outcome =
        runCli({"bench", "--model", kModel, "--quant", "int8", "--images", "2", "--new-tokens", "3", "--json"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const QJsonObject result = parsedJson(outcome.out).object();
    EXPECT_GT(result["limits"].toObject()["read_gb_s"].toDouble(), 0.0);
    EXPECT_GT(result["limits"].toObject()["matmul_gflops"].toDouble(), 0.0);
    EXPECT_GT(result["peak_gb"].toDouble(), 0.0);
    for (const char* part : {"load", "vision", "prefill", "decode"}) {
        const QJsonObject phase = result[QLatin1String(part)].toObject();
        EXPECT_EQ(phase.keys(), (QStringList{"percent_of_limit", "rate", "seconds", "unit"})) << part;
        EXPECT_GT(phase["seconds"].toDouble(), 0.0) << part;
        EXPECT_GT(phase["rate"].toDouble(), 0.0) << part;
        EXPECT_GT(phase["percent_of_limit"].toDouble(), 0.0) << part;
    }
    const QJsonObject first = result["first_token"].toObject();
    EXPECT_GT(first["warm_seconds"].toDouble(), 0.0);
    EXPECT_GT(first["cold_seconds"].toDouble(), first["warm_seconds"].toDouble());
    const Outcome table = runCli({"bench", "--model", kModel, "--images", "1", "--new-tokens", "2"});
    ASSERT_EQ(table.code, 0) << table.err;
    EXPECT_NE(table.out.find("tokens/s"), std::string::npos) << table.out;
}

TEST(Ask, StreamsTheTextOfTheJsonOutput) {
    const std::vector<std::string> words{"ask", "-q", "Is the heart enlarged?", "--model", kModel, "--max-new-tokens",
                                         "12"};
    const Outcome text = runCli(words);
    ASSERT_EQ(text.code, 0) << text.err;
    std::vector<std::string> machine = words;
    machine.push_back("--json");
    EXPECT_EQ(text.out, parsedJson(runCli(machine).out)["text"].toString().toStdString() + "\n");
}

TEST(Ask, UsesEveryNamedPicture) {
    const TestFolder folder;
    writePng(folder / "b.png", 30, 20);
    writePng(folder / "a.png", 20, 30);
    const Outcome outcome = runCli({"ask", (folder / "b.png").string(), (folder / "a.png").string(), "-q", "Compare.",
                                    "--model", kModel, "--json", "--max-new-tokens", "1"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const QJsonArray evidence = parsedJson(outcome.out)["evidence"].toArray();
    ASSERT_EQ(evidence.size(), 2);
    EXPECT_EQ(evidence[0]["width"].toInt(), 30);
    EXPECT_EQ(evidence[1]["width"].toInt(), 20);
}

TEST(Ask, StoresASession) {
    const TestFolder folder;
    writePng(folder / "a.png", 20, 30);
    const std::string file = (folder / "s.fleming").string();
    for (int run = 0; run < 2; ++run) {
        ASSERT_EQ(runCli({"ask", (folder / "a.png").string(), "-q", "One?", "--turn", "Two?", "--model", kModel,
                          "--session", file, "--max-new-tokens", "4"})
                      .code,
                  0);
    }
    const auto exchanges = Session(file).exchanges();
    ASSERT_EQ(exchanges.size(), 4U);
    EXPECT_EQ(exchanges[0].question, "One?");
    EXPECT_EQ(exchanges[0].evidence.size(), 1U);
    EXPECT_EQ(exchanges[1].conversation, exchanges[0].conversation);
    EXPECT_NE(exchanges[2].conversation, exchanges[0].conversation);
    EXPECT_EQ(exchanges[3].state, ExchangeState::done);
    EXPECT_FALSE(exchanges[3].answer.text.empty());
    EXPECT_EQ(exchanges[3].modelSha256.size(), 64U);
}

TEST(Ask, RefusesASessionThatAnotherProgramHasOpen) {
    const TestFolder folder;
    const Session open(folder / "s.fleming");
    const Outcome outcome = runCli({"ask", "-q", "One?", "--model", kModel, "--session",
                                    (folder / "s.fleming").string(), "--max-new-tokens", "4"});
    EXPECT_EQ(outcome.code, 1);
    EXPECT_NE(outcome.err.find("in use by another"), std::string::npos) << outcome.err;
    EXPECT_TRUE(open.exchanges().empty());
}

TEST(Ask, ReportsWhyItFails) {
    const TestFolder folder;
    writePng(folder / "a.png", 20, 30);
    const std::string picture = (folder / "a.png").string();
    EXPECT_EQ(runCli({"ask", picture, "-q", "x", "--model", "/nowhere/at/all"}).code, 1);
    EXPECT_EQ(runCli({"ask", "/nowhere.png", "-q", "x", "--model", kModel}).code, 1);
    EXPECT_EQ(runCli({"ask", picture, "-q", "x", "--model", kModel, "--session", picture}).code, 1);
    EXPECT_EQ(runCli({"ask", picture, "-q", "x", "--model", kModel, "--device", "cuda:99"}).code, 1);
}

TEST(Ask, PrintsLogProbabilitiesOnlyOfAModelThatHasThem) {
    for (const bool has : {true, false}) {
        const auto record = std::make_shared<FakeModelRecord>();
        record->capabilities.logProbabilities = has;
        const Outcome outcome = runCli({"ask", "-q", "One?", "--turn", "Two?", "--model", "/models/fake", "--json"}, {},
                                       {}, fakeBackends(record));
        ASSERT_EQ(outcome.code, 0) << outcome.err;
        ASSERT_EQ(record->questions.size(), 2U);
        EXPECT_EQ(record->conversations.size(), 1U);
        const QJsonObject turn = parsedJson(outcome.out.substr(0, outcome.out.find('\n'))).object();
        EXPECT_EQ(turn["answer"].toString(), "yes");
        EXPECT_EQ(turn["model"].toObject()["sha256"].toString(), QString(64, 'c'));
        ASSERT_FALSE(turn["tokens"].toArray().empty());
        EXPECT_EQ(turn["tokens"].toArray()[0].toObject().contains("logprob"), has);
    }
}

TEST(Ask, ReportsWhyTheModelFails) {
    const TestFolder folder;
    const auto record = std::make_shared<FakeModelRecord>();
    record->failure = "model.unloaded";
    const Outcome outcome =
        runCli({"ask", "-q", "One?", "--model", "/models/fake", "--session", (folder / "s").string()}, {}, {},
               fakeBackends(record));
    EXPECT_EQ(outcome.code, 1);
    const std::string message = messageOf(Error("model.unloaded")).toStdString();
    EXPECT_EQ(outcome.err, "fleming: " + message + "\n");
    const auto exchanges = Session(folder / "s").exchanges();
    ASSERT_EQ(exchanges.size(), 1U);
    EXPECT_EQ(exchanges[0].state, ExchangeState::failed);
    EXPECT_EQ(exchanges[0].failure, message);
}

TEST(Ask, StopsBeforeItBegins) {
    std::stop_source stop;
    stop.request_stop();
    const Outcome outcome = runCli({"ask", "-q", "x", "--model", kModel}, {}, stop.get_token());
    EXPECT_EQ(outcome.code, 1);
    EXPECT_EQ(outcome.out, "");
}

/// A stream buffer that fails after `limit` bytes, like a closed pipe.
class ClosingBuffer : public std::streambuf {
public:
    explicit ClosingBuffer(int limit) : left_(limit) {}

private:
    int_type overflow(int_type c) override {
        errno = EPIPE;
        return left_-- > 0 ? c : traits_type::eof();
    }
    int sync() override {
        errno = EPIPE;
        return left_ > 0 ? 0 : -1;
    }
    int left_;
};

TEST(Ask, EndsQuietlyIfTheOutputIsClosed) {
    const TestFolder folder;
    ClosingBuffer closing(10);
    std::istringstream in;
    std::ostream out(&closing);
    std::ostringstream err;
    cli::Console console{in, out, err, false, {}};
    EXPECT_EQ(cli::run({"ask", "-q", "x", "--model", kModel, "--max-new-tokens", "100000", "--session",
                        (folder / "s").string()},
                       console),
              0);
    // Only the model's description.
    const std::string said = err.str();
    EXPECT_NE(said.find("random weights"), std::string::npos) << said;
    EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 1) << said;
    const auto exchanges = Session(folder / "s").exchanges();
    ASSERT_EQ(exchanges.size(), 1U);
    EXPECT_EQ(exchanges[0].state, ExchangeState::done);
    EXPECT_EQ(exchanges[0].answer.finish, inference::Finish::cancelled);
}

TEST(Program, StopsAtAnInterruptAndKeepsTheAnswerSoFar) {
    const TestFolder folder;
    QProcess program;
    program.setProcessChannelMode(QProcess::SeparateChannels);
    program.start(FLEMING_PROGRAM, {"ask", "-q", "Describe the lungs.", "--model", QString::fromStdString(kModel),
                                    "--max-new-tokens", "1000000", "--temperature", "1", "--seed", "3", "--session",
                                    QString::fromStdString((folder / "s").string())});
    ASSERT_TRUE(program.waitForStarted());
    QByteArray shown;
    while (shown.size() < 20 && program.waitForReadyRead(60'000))
        shown += program.readAllStandardOutput();
    ::kill(static_cast<pid_t>(program.processId()), SIGINT);
    ASSERT_TRUE(program.waitForFinished(60'000));
    shown += program.readAllStandardOutput();
    EXPECT_EQ(program.exitStatus(), QProcess::NormalExit);
    EXPECT_EQ(program.exitCode(), 0) << program.readAllStandardError().toStdString();
    const auto exchanges = Session(folder / "s").exchanges();
    ASSERT_EQ(exchanges.size(), 1U);
    EXPECT_EQ(exchanges[0].answer.text + "\n", shown.toStdString());
}

TEST(Program, WritesAReportWithoutADisplay) {
    const TestFolder folder;
    writePng(folder / "a.png", 64, 48);
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(name);
    program.setProcessEnvironment(environment);
    program.start(FLEMING_PROGRAM, {"ask", QString::fromStdString((folder / "a.png").string()), "-q", "What is shown?",
                                    "--model", QString::fromStdString(kModel), "--max-new-tokens", "8", "--report",
                                    QString::fromStdString((folder / "r.pdf").string())});
    ASSERT_TRUE(program.waitForFinished(120'000));
    EXPECT_EQ(program.exitCode(), 0) << program.readAllStandardError().toStdString();
    EXPECT_EQ(readFile(folder / "r.pdf").substr(0, 5), "%PDF-");
}

}  // namespace
}  // namespace fleming::app
