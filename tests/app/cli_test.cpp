// Tests of the `fleming` commands that use a model, and of the program itself: output and exit codes.
#include "app/cli/commands.h"
#include "app/errors/error_text.h"
#include "app/session/session.h"
#include "tests/app/fake_model.h"
#include "tests/app/run_cli.h"
#include "tests/app/test_files.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <gtest/gtest.h>
#include <sstream>

namespace fleming::app {
namespace {

const std::string kModel = std::string(FLEMING_BUILD_DIR) + "/random_model";

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
