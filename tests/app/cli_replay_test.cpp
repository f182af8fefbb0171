// fleming replay: what it prints, records and returns.
#include "app/session/session.h"
#include "base/error.h"
#include "tests/app/run_cli.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"
#include "tests/viewer/dicom_maker.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonObject>

#include <array>
#include <filesystem>
#include <gtest/gtest.h>

namespace fleming::app {
namespace {

class ReplayCommand : public ::testing::Test {
protected:
    ReplayCommand() {
        writePng(picture, 40, 30);
        writeNpy(folder / "volume.npy", 6, 20, 24);
        const std::string npy = (folder / "volume.npy").string();
        EXPECT_EQ(ask({picture.string(), "-q", "What is it?", "--turn", "Sure?", "--temperature", "2", "--seed", "4"}),
                  0);
        EXPECT_EQ(ask({npy, "-q", "And here?", "--count", "3", "--dtype", "float32"}), 0);
    }
    int ask(std::vector<std::string> words) const {
        words.insert(words.begin(), "ask");
        for (const std::string& word : {std::string("--session"), session, std::string("--model"), model,
                                        std::string("--max-new-tokens"), std::string("10")})
            words.push_back(word);
        const Outcome outcome = runCli(words);
        EXPECT_EQ(outcome.code, 0) << outcome.err;
        return outcome.code;
    }
    Outcome replay(std::vector<std::string> words = {}) const {
        words.insert(words.begin(), {"replay", session});
        return runCli(words);
    }
    QJsonArray exchangesOf(const Outcome& outcome) const {
        return parsedJson(outcome.out).object()["exchanges"].toArray();
    }

    const TestFolder folder;
    const std::filesystem::path picture = folder / "picture.png";
    const std::string session = (folder / "a.fleming").string();
    const std::string model = (std::filesystem::path(FLEMING_BUILD_DIR) / "random_model").string();
};

TEST_F(ReplayCommand, FindsAllAnswersIdenticalAndRecordsIt) {
    const Outcome outcome = replay({"--json"});
    EXPECT_EQ(outcome.code, 0) << outcome.err << outcome.out;
    const QJsonArray exchanges = exchangesOf(outcome);
    ASSERT_EQ(exchanges.size(), 3);
    for (const QJsonValue& value : exchanges) {
        const QJsonObject exchange = value.toObject();
        EXPECT_EQ(exchange["identical"], true);
        EXPECT_EQ(exchange["tokens"], exchange["same"]);
        EXPECT_EQ(exchange["logprobs_agree"], true);
        EXPECT_FALSE(exchange.contains("difference"));
        EXPECT_TRUE(exchange["conditions"].toArray().isEmpty());
    }
    const Session stored(session, Session::Access::read);
    for (const Exchange& exchange : stored.exchanges()) {
        ASSERT_EQ(exchange.replays.size(), 1U);
        EXPECT_TRUE(exchange.replays[0].identical);
        EXPECT_EQ(exchange.replays[0].modelSha256, exchange.modelSha256);
    }
    EXPECT_TRUE(stored.verify()->fault == std::nullopt);

    const Outcome words = replay({"--exchange", "2"});
    EXPECT_EQ(words.code, 0);
    EXPECT_TRUE(words.out.starts_with("2: Identical: all ")) << words.out;
    EXPECT_NE(words.out.find("1 of 1 answers are identical"), std::string::npos) << words.out;
}

TEST_F(ReplayCommand, ShowsTheFirstDifference) {
    RawDatabase raw(session);
    raw.dropTriggers();
    ASSERT_TRUE(raw.run("UPDATE tokens SET token = token + 1 WHERE exchange = 2 AND position = 3"));
    const Outcome outcome = replay({"--json"});
    EXPECT_EQ(outcome.code, 1);
    const QJsonArray exchanges = exchangesOf(outcome);
    ASSERT_EQ(exchanges.size(), 3);
    EXPECT_EQ(exchanges[0].toObject()["identical"], true);
    const QJsonObject exchange = exchanges[1].toObject();
    EXPECT_EQ(exchange["identical"], false);
    EXPECT_EQ(exchange["same"], 3);
    const QJsonObject difference = exchange["difference"].toObject();
    EXPECT_EQ(difference["token"], 3);
    for (const char* side : {"stored", "replayed"})
        EXPECT_LT(difference[side].toObject()["logprob"].toDouble(1.0), 0.0) << side;
    EXPECT_EQ(difference["stored"].toObject()["id"].toInt(), difference["replayed"].toObject()["id"].toInt() + 1);
    const Outcome words = replay({"--exchange", "2"});
    EXPECT_EQ(words.code, 1);
    EXPECT_NE(words.out.find("The first difference is token 4"), std::string::npos) << words.out;
}

TEST_F(ReplayCommand, ComparesWithAnotherModel) {
    const std::string demo = (std::filesystem::path(FLEMING_SOURCE_DIR) / "resources/demo_model").string();
    const Outcome outcome = replay({"--model", demo, "--json", "--exchange", "1"});
    EXPECT_EQ(outcome.code, 1);
    const QJsonObject exchange = exchangesOf(outcome).at(0).toObject();
    EXPECT_EQ(exchange["conditions"].toArray().at(0).toObject()["name"], "model");
    EXPECT_LT(exchange["same"].toInt(), exchange["tokens"].toInt());
    EXPECT_TRUE(exchange.contains("answer_agrees"));
    const Outcome words = replay({"--model", demo});
    EXPECT_NE(words.out.find("The conditions are not those of the stored answer (model: "), std::string::npos)
        << words.out;
    EXPECT_NE(words.out.find("0 of 3 answers are identical; "), std::string::npos) << words.out;
}

TEST_F(ReplayCommand, MakesTheImagesAnew) {
    Outcome outcome = replay({"--from-sources", "--json"});
    EXPECT_EQ(outcome.code, 0) << outcome.err << outcome.out;
    EXPECT_TRUE(parsedJson(outcome.out).object()["sources"].toArray().isEmpty());

    QImage other(40, 30, QImage::Format_RGB888);
    other.fill(QColor(17, 34, 51));
    other.save(QString::fromStdString(picture.string()));
    std::filesystem::remove(folder / "volume.npy");
    outcome = replay({"--from-sources", "--json"});
    EXPECT_EQ(outcome.code, 1);
    const QJsonArray sources = parsedJson(outcome.out).object()["sources"].toArray();
    ASSERT_EQ(sources.size(), 4);
    EXPECT_EQ(sources[0].toObject()["image"], 1);
    EXPECT_TRUE(sources[0].toObject()["problem"].toString().contains("it was changed or replaced"));
    EXPECT_EQ(sources[3].toObject()["exchange"], 3);
    EXPECT_TRUE(sources[3].toObject()["problem"].toString().contains("no longer exists"));
    for (const QJsonValue& exchange : exchangesOf(outcome))
        EXPECT_EQ(exchange.toObject()["identical"], true) << "it is replayed from the stored images";
}

TEST_F(ReplayCommand, MakesTheFramesOfAWindowedClipAnew) {
    viewer::MadeDicom made(20, 16);
    made.remove(DCM_ImagePositionPatient).remove(DCM_ImageOrientationPatient);
    made.set(DCM_Modality, "XA").set(DCM_NumberOfFrames, "6").set(DCM_FrameTime, "500");
    made.set(DCM_WindowCenter, "2048").set(DCM_WindowWidth, "4096").format("MONOCHROME2", 1, 16, 12, false);
    made.pixels(viewer::randomValues<std::uint16_t>(6 * 20 * 16, 0, 4095));
    const std::string clip = made.save(folder / "clip").string();
    ASSERT_EQ(ask({clip, "-q", "A vessel?", "--slices", "1,4", "--window", "900,700"}), 0);
    ASSERT_EQ(ask({clip, "-q", "And now?", "--slices", "1"}), 0);
    ASSERT_EQ(ask({clip, "-q", "And so?", "--slices", "5", "--minmax"}), 0);
    {
        const Session stored(session, Session::Access::read);
        const auto exchanges = stored.exchanges();
        ASSERT_EQ(exchanges.size(), 6U);
        const auto& windowed = exchanges[3].evidence.at(0).provenance;
        EXPECT_EQ(windowed.window, (viewer::Window{900, 700}));
        EXPECT_EQ(exchanges[4].evidence.at(0).provenance.window, (viewer::Window{2048, 4096}));
        EXPECT_NE(windowed.pixelsSha256, exchanges[4].evidence.at(0).provenance.pixelsSha256);
        EXPECT_TRUE(exchanges[5].evidence.at(0).provenance.minMax);
    }
    const Outcome outcome = replay({"--from-sources", "--json"});
    EXPECT_EQ(outcome.code, 0) << outcome.out << outcome.err;
    EXPECT_TRUE(parsedJson(outcome.out).object()["sources"].toArray().isEmpty()) << outcome.out;
}

/// Gives a file a table of 8 bits for the values from `first` on, and no window.
void putTable(viewer::MadeDicom& made, int first) {
    DcmItem* lut = nullptr;
    made.data().findOrCreateSequenceItem(DCM_VOILUTSequence, lut);
    const std::array<Uint16, 3> descriptor{256, static_cast<Uint16>(first), 8};
    const auto entries = viewer::randomValues<std::uint16_t>(256, 0, 255);
    lut->putAndInsertUint16Array(DcmTag(DCM_LUTDescriptor, EVR_US), descriptor.data(), 3);
    lut->putAndInsertUint16Array(DcmTag(DCM_LUTData, EVR_US), entries.data(), 256);
    lut->putAndInsertString(DCM_LUTExplanation, "CURVE");
}

TEST_F(ReplayCommand, MakesImagesThroughATableAnew) {
    viewer::MadeDicom clip(20, 16), slice(20, 16);
    clip.remove(DCM_ImagePositionPatient).remove(DCM_ImageOrientationPatient);
    clip.set(DCM_Modality, "XA").set(DCM_NumberOfFrames, "6").set(DCM_FrameTime, "500");
    putTable(clip, 100);
    putTable(slice, 200);
    slice.set(DCM_WindowCenter, "300").set(DCM_WindowWidth, "100").set(DCM_Modality, "DX");
    slice.set(DCM_SeriesInstanceUID, "1.2.3.5");
    clip.pixels(viewer::randomValues<std::uint16_t>(6 * 20 * 16, 0, 500));
    slice.pixels(viewer::randomValues<std::uint16_t>(20 * 16, 0, 500));
    const std::string clipFile = clip.save(folder / "clip").string(), sliceFile = slice.save(folder / "slice").string();
    // A clip without a window is shown by its table; of a picture with a window, the table can be chosen.
    ASSERT_EQ(ask({clipFile, "-q", "A vessel?", "--slices", "1,4"}), 0);
    ASSERT_EQ(ask({clipFile, "-q", "And so?", "--slices", "2", "--mirror", "--rotate", "90", "--colours", "pet",
                   "--nearest", "--invert"}),
              0);
    ASSERT_EQ(ask({sliceFile, "-q", "And here?", "--window", "curve"}), 0);
    {
        const Session stored(session, Session::Access::read);
        for (std::int64_t exchange = 4; exchange <= 6; ++exchange) {
            const viewer::Provenance& from = stored.exchange(exchange).evidence.at(0).provenance;
            EXPECT_EQ(from.voiTable.size(), 64U) << exchange;
            EXPECT_FALSE(from.window || from.minMax) << exchange;
            EXPECT_EQ(from.inverted, exchange == 5);
            EXPECT_EQ(from.look.turn, exchange == 5 ? (viewer::Turn{true, 1}) : viewer::Turn());
        }
    }
    const auto sources = [&] {
        const Outcome outcome = replay({"--from-sources", "--json"});
        const QJsonArray faults = parsedJson(outcome.out).object()["sources"].toArray();
        EXPECT_EQ(outcome.code, faults.isEmpty() ? 0 : 1) << outcome.err;
        return faults;
    };
    EXPECT_TRUE(sources().isEmpty()) << replay({"--from-sources", "--json"}).out;
    // A file with another table does not give the same images.
    putTable(slice, 201);
    slice.save(folder / "slice");
    const QJsonArray faults = sources();
    ASSERT_EQ(faults.size(), 1);
    EXPECT_EQ(faults[0].toObject()["exchange"], 6);
}

TEST_F(ReplayCommand, RefusesWhatItCannotReplay) {
    EXPECT_EQ(runCli({"replay"}).code, 2);
    EXPECT_EQ(replay({"--exchange", "two"}).code, 2);
    EXPECT_EQ(replay({"--exchange", "9"}).code, 1);
    EXPECT_EQ(runCli({"replay", (folder / "none.fleming").string()}).code, 1);
    EXPECT_FALSE(std::filesystem::exists(folder / "none.fleming"));
    { const Session empty(folder / "empty.fleming"); }
    EXPECT_EQ(runCli({"replay", (folder / "empty.fleming").string()}).code, 1);
}

TEST_F(ReplayCommand, ReplaysASessionThatAnotherProgramWrites) {
    const Session open(session);
    const Outcome outcome = replay({"--exchange", "1"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_NE(outcome.err.find("no result is recorded"), std::string::npos) << outcome.err;
    EXPECT_TRUE(open.exchange(1).replays.empty());
}

}  // namespace
}  // namespace fleming::app
