// Tests of `fleming evaluate` with the random model and with a fake model.
#include "app/cli/commands.h"
#include "tests/app/fake_model.h"
#include "tests/app/run_cli.h"
#include "tests/app/test_files.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <sstream>

namespace fleming::app {
namespace {

namespace fs = std::filesystem;

const std::string kModel = std::string(FLEMING_BUILD_DIR) + "/random_model";

/// A stream buffer that requests a stop when a text is printed.
class StoppingBuffer : public std::stringbuf {
public:
    explicit StoppingBuffer(std::string text) : text_(std::move(text)) {}
    std::stop_source stop;

private:
    int sync() override {
        if (!text_.empty() && str().find(text_) != std::string::npos) stop.request_stop();
        return std::stringbuf::sync();
    }
    std::string text_;
};

/// Runs a command. Requests a stop when the terminal shows `stopAt`, as Ctrl-C does.
Outcome runWith(const std::vector<std::string>& words, const std::string& stopAt = {}) {
    std::istringstream in;
    std::ostringstream out;
    StoppingBuffer shown(stopAt);
    std::ostream err(&shown);
    cli::Console console{in, out, err, !stopAt.empty(), shown.stop.get_token()};
    Outcome outcome;
    outcome.code = cli::run(words, console);
    outcome.out = out.str();
    outcome.err = shown.str();
    return outcome;
}

/// Returns the objects of an answers file in the order of the questions.
std::vector<QJsonObject> readLines(const fs::path& file) {
    std::ifstream in(file);
    std::vector<QJsonObject> objects;
    for (std::string line; std::getline(in, line);)
        objects.push_back(parsedJson(line).object());
    std::ranges::sort(objects, {}, [](const QJsonObject& object) { return object["line"].toInt(); });
    return objects;
}

std::vector<std::string> ask(const fs::path& path, const std::vector<std::string>& more) {
    std::vector<std::string> words{"ask", path.string(), "--model", kModel, "--max-new-tokens", "6", "--json"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

/// Pictures, a volume, and eight questions about them. Some expected answers match those of the random model.
class Evaluate : public ::testing::Test {
protected:
    void SetUp() override {
        writePng(folder_ / "a.png", 40, 30);
        writePng(folder_ / "b.png", 20, 30);
        writeNpy(folder_ / "v.npy", 8, 20, 20);
        std::ofstream file(questions());
        file << line(R"("images": ["a.png"])", "One?", answerTo(ask(folder_ / "a.png", {"-q", "One?"})), "picture")
             << line(R"("images": ["a.png"])", "One?", "never said", "picture")
             << line(R"("images": ["a.png"], "before": ["One?"])", "Two?",
                     answerTo(ask(folder_ / "a.png", {"-q", "One?", "--turn", "Two?"})), "follow_up")
             << line(R"("volume": "v.npy", "selection": {"indices": [7, 0]}, "cites": [1])", "Where?",
                     answerTo(ask(folder_ / "v.npy", {"-q", "Where?", "--slices", "7,0"})), "volume")
             << line(R"("volume": "v.npy", "selection": {"count": 2})", "Where?", "never said", "volume")
             << line(R"("images": ["none.png"])", "One?", "yes", "picture")
             << line(R"("images": ["b.png", "a.png"])", "One?", "never said", "picture")
             << line(R"("volume": "v.npy", "selection": {"times": [1]})", "Where?", "yes", "volume");
    }

    std::string questions() const { return (folder_ / "q.jsonl").string(); }
    std::string answers() const { return (folder_ / "a.jsonl").string(); }

    std::vector<std::string> words(const std::vector<std::string>& more) const {
        std::vector<std::string> all{"evaluate", "--questions",      questions(), "--model",
                                     kModel,     "--max-new-tokens", "6"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }

    TestFolder folder_;

private:
    static std::string line(const std::string& evidence, const std::string& question, const std::string& answer,
                            const std::string& kind) {
        const QJsonObject rest{{"question", QString::fromStdString(question)},
                               {"answer", QString::fromStdString(answer)},
                               {"kind", QString::fromStdString(kind)}};
        return "{" + evidence + "," + QJsonDocument(rest).toJson(QJsonDocument::Compact).toStdString().substr(1) + "\n";
    }

    /// Returns the answer to the last turn.
    static std::string answerTo(const std::vector<std::string>& words) {
        std::istringstream lines(runWith(words).out);
        std::string last;
        for (std::string line; std::getline(lines, line);)
            last = line;
        const std::string answer = parsedJson(last).object()["answer"].toString().toStdString();
        EXPECT_NE(answer, "");
        return answer;
    }
};

TEST_F(Evaluate, GetsTheAnswersOfAskAndCountsThem) {
    const Outcome outcome = runWith(words({"--json", "--answers", answers()}));
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const QJsonObject result = parsedJson(outcome.out).object();
    EXPECT_EQ(result["n"].toInt(), 8);
    EXPECT_EQ(result["accuracy"].toDouble(), 3.0 / 8);
    EXPECT_EQ(result["failed"].toInt(), 2);
    const QJsonObject kinds = result["kinds"].toObject();
    EXPECT_EQ(kinds.keys(), (QStringList{"follow_up", "picture", "volume"}));
    EXPECT_EQ(kinds["follow_up"].toObject()["accuracy"].toDouble(), 1.0);
    EXPECT_EQ(kinds["picture"].toObject()["n"].toInt(), 4);
    EXPECT_EQ(kinds["picture"].toObject()["accuracy"].toDouble(), 0.25);
    EXPECT_NEAR(kinds["picture"].toObject()["low"].toDouble(), 0.0456, 1e-4);
    EXPECT_NEAR(kinds["picture"].toObject()["high"].toDouble(), 0.6994, 1e-4);
    EXPECT_EQ(result["cites"].toObject()["n"].toInt(), 1);

    const QJsonArray wrong = result["wrong"].toArray();
    ASSERT_EQ(wrong.size(), 5);
    EXPECT_EQ(wrong[0].toObject()["line"].toInt(), 2);
    EXPECT_EQ(wrong[0].toObject()["kind"].toString(), "picture");
    EXPECT_EQ(wrong[0].toObject()["question"].toString(), "One?");
    EXPECT_EQ(wrong[0].toObject()["expected"].toString(), "never said");
    EXPECT_EQ(wrong[2].toObject()["line"].toInt(), 6);
    EXPECT_TRUE(wrong[2].toObject()["failure"].toString().contains("none.png"));

    const std::vector<QJsonObject> kept = readLines(answers());
    ASSERT_EQ(kept.size(), 8U);
    EXPECT_EQ(kept[0].keys(), (QStringList{"answer", "finish", "key", "kind", "line", "reasoning", "right", "seconds",
                                           "text", "tokens"}));
    EXPECT_EQ(kept[0]["tokens"], kept[1]["tokens"]);
    EXPECT_EQ(wrong[0].toObject()["got"], kept[0]["answer"]);
    EXPECT_TRUE(kept[0]["right"].toBool());
    EXPECT_FALSE(kept[1]["right"].toBool());
    EXPECT_EQ(kept[3]["line"].toInt(), 4);
}

TEST_F(Evaluate, PrintsATableAndTheWrongAnswers) {
    const Outcome outcome = runWith(words({}));
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    for (const char* part :
         {"follow_up       1       1   100.0 %  20.7 % to 100.0 %", "all             8       3    37.5 %  13.7 % to ",
          "Answers without an <answer> tag: ", "could not be asked (counted as wrong): 2.", "Wrong: 5.",
          "line 2, picture: One?\n    expected: never said\n    got: ", "    not asked: "}) {
        EXPECT_NE(outcome.out.find(part), std::string::npos) << part << "\n" << outcome.out;
    }
}

TEST_F(Evaluate, ContinuesAfterAnInterruptionWithTheSameResult) {
    const Outcome whole = runWith(words({"--json"}));
    ASSERT_EQ(whole.code, 0) << whole.err;
    for (const std::vector<std::string>& where : {std::vector<std::string>{}, {"--answers", answers()}}) {
        std::vector<std::string> all = words({"--json", "--parallel", "1"});
        all.insert(all.end(), where.begin(), where.end());
        const Outcome first = runWith(all, "3 of 8 questions");
        EXPECT_EQ(first.code, 1);
        EXPECT_EQ(first.out, "");
        EXPECT_NE(first.err.find("Stopped: 3 of 8 questions have been answered."), std::string::npos) << first.err;
        const Outcome second = runWith(all, "never shown");
        EXPECT_EQ(second.code, 0) << second.err;
        EXPECT_NE(second.err.find("3 of 8 questions"), std::string::npos) << second.err;
        EXPECT_EQ(second.err.find("2 of 8 questions"), std::string::npos) << second.err;
        EXPECT_EQ(second.out, whole.out);
    }
    // A journal file that the user names is kept; the one in the cache is removed. A complete evaluation only prints.
    const std::vector<QJsonObject> kept = readLines(answers());
    EXPECT_EQ(runWith(words({"--json", "--answers", answers()})).out, whole.out);
    EXPECT_EQ(readLines(answers()), kept);
    const fs::path cache = fs::path(qgetenv("XDG_CACHE_HOME").toStdString()) / "fleming-viewer" / "evaluations";
    EXPECT_TRUE(fs::is_empty(cache));
}

TEST_F(Evaluate, GetsTheSameAnswersWithAnyNumberInParallel) {
    const auto said = [&](const std::string& parallel) {
        const fs::path file = folder_ / (parallel + ".jsonl");
        EXPECT_EQ(runWith(words({"--answers", file.string(), "--parallel", parallel})).code, 0);
        std::vector<QJsonObject> objects = readLines(file);
        for (QJsonObject& object : objects)
            object.remove("seconds");
        return objects;
    };
    const std::vector<QJsonObject> alone = said("1");
    ASSERT_EQ(alone.size(), 8U);
    EXPECT_EQ(said("2"), alone);
    EXPECT_EQ(said("20"), alone);
    EXPECT_EQ(runWith(words({"--parallel", "0"})).code, 2);
}

TEST_F(Evaluate, AsksSeveralQuestionsAtOnceOnlyIfTheModelCan) {
    for (const bool parallel : {true, false}) {
        const auto record = std::make_shared<FakeModelRecord>();
        record->capabilities.parallel = parallel;
        record->answersAtOnce = parallel ? 3 : 1;  // answers wait for this many questions
        const Outcome outcome =
            runCli({"evaluate", "--questions", questions(), "--model", "/models/fake", "--parallel", "3", "--json"}, {},
                   {}, fakeBackends(record));
        ASSERT_EQ(outcome.code, 0) << outcome.err;
        EXPECT_EQ(parsedJson(outcome.out).object()["n"].toInt(), 8);
        EXPECT_EQ(record->mostWaiting, parallel ? 3 : 1);
        EXPECT_EQ(record->questions.size(), 7U);  // one of them with a follow-up; two cannot be asked
        EXPECT_EQ(record->conversations.size(), 6U);
    }
}

TEST_F(Evaluate, RefusesAnswersOfAnotherEvaluation) {
    ASSERT_EQ(runWith(words({"--answers", answers()})).code, 0);
    const Outcome options = runWith(words({"--answers", answers(), "--no-reasoning-prompt"}));
    EXPECT_EQ(options.code, 1);
    EXPECT_NE(options.err.find("other options"), std::string::npos) << options.err;
    std::ofstream(questions(), std::ios::app) << "\n";
    const Outcome changed = runWith(words({"--answers", answers()}));
    EXPECT_EQ(changed.code, 1);
    EXPECT_NE(changed.err.find("other questions"), std::string::npos) << changed.err;
    EXPECT_EQ(readLines(answers()).size(), 8U);
}

TEST_F(Evaluate, ReportsWhatIsWrongWithItsArgumentsAndFiles) {
    EXPECT_EQ(runWith({"evaluate", "--help"}).code, 0);
    for (const std::vector<std::string>& wrong :
         std::vector<std::vector<std::string>>{{"evaluate"},
                                               {"evaluate", "q.jsonl"},
                                               {"evaluate", "--questions", ""},
                                               {"evaluate", "--questions", "q", "--count", "3"},
                                               {"evaluate", "--questions", "q", "--dtype", "int8"},
                                               {"evaluate", "--questions", "q", "--answers", ""}}) {
        EXPECT_EQ(runWith(wrong).code, 2);
    }
    EXPECT_EQ(runWith({"evaluate", "--questions", "/nowhere", "--model", kModel}).code, 1);
    EXPECT_EQ(runWith({"evaluate", "--questions", questions(), "--model", "/nowhere"}).code, 1);
    EXPECT_EQ(runWith(words({"--answers", "/nowhere/at/all"})).code, 1);
    std::ofstream(questions()) << "{}\n";
    const Outcome outcome = runWith(words({}));
    EXPECT_EQ(outcome.code, 1);
    EXPECT_NE(outcome.err.find("line 1"), std::string::npos) << outcome.err;
}

TEST_F(Evaluate, AsksNothingAboutTheOtherPicturesIfOneIsDamaged) {
    std::ofstream(folder_ / "broken.png") << "\x89PNG\r\n\x1a\nnothing more";
    std::ofstream(questions()) << R"({"images": ["a.png", "broken.png"], "question": "One?", "answer": "yes"})"
                               << "\n"
                               << R"({"images": ["a.png"], "question": "One?", "answer": "yes"})"
                               << "\n";
    const Outcome outcome = runWith(words({"--json"}));
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const QJsonObject result = parsedJson(outcome.out).object();
    EXPECT_EQ(result["failed"].toInt(), 1);
    EXPECT_TRUE(result["wrong"][0]["failure"].toString().contains("broken.png"));
}

}  // namespace
}  // namespace fleming::app
