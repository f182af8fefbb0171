// Tests of the training export: what is selected, the formats, and their independent reading by Python.
#include "app/export/exporters.h"
#include "app/export/training/training_exporter.h"
#include "app/export/training/training_items.h"
#include "app/session/measurement_json.h"
#include "inference/conversation.h"
#include "tests/app/random_measurement.h"
#include "tests/app/random_session.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <cstdio>
#include <gtest/gtest.h>
#include <random>

namespace fleming::app {
namespace {

/// A finished exchange with two images.
Exchange exchange(std::int64_t id, std::int64_t follows = 0) {
    Exchange made = makeExchange(1, testQuestion("What is it?", 2), testModel());
    made.id = id;
    made.follows = follows;
    made.answer = testAnswer();
    made.answer.finish = inference::Finish::stop;
    made.state = ExchangeState::done;
    made.systemText.clear();
    made.reasoningPrompt = true;
    return made;
}

Exchange reviewed(std::int64_t id, Verdict verdict, const std::string& corrected = {}, std::int64_t follows = 0) {
    Exchange made = exchange(id, follows);
    made.reviews = {testReview(verdict, "comment", "Dr. A", 1)};
    made.reviews[0].correctedAnswer = corrected;
    return made;
}

SessionSnapshot sessionOf(std::vector<Exchange> exchanges) {
    SessionSnapshot session;
    session.exchanges = std::move(exchanges);
    return session;
}

/// Returns why the only exchange is in no conversation; empty if it is in one.
std::string reasonOfConversation(const Exchange& made) {
    const TrainingItems items = trainingItems(sessionOf({made}));
    EXPECT_EQ(items.conversations.size() + items.leftOutOfConversations.size(), 1U);
    return items.conversations.empty() ? items.leftOutOfConversations.begin()->first : "";
}

std::vector<QJsonObject> linesOf(const std::filesystem::path& file) {
    std::vector<QJsonObject> lines;
    for (const QByteArray& line : QByteArray::fromStdString(readFile(file)).split('\n')) {
        if (!line.isEmpty()) lines.push_back(QJsonDocument::fromJson(line).object());
    }
    return lines;
}

TEST(TrainingItems, NeedAVerdictOnWhichAllReviewersAgree) {
    EXPECT_EQ(trainingItems(sessionOf({exchange(1)})).reviewed, 0);
    EXPECT_TRUE(trainingItems(sessionOf({exchange(1)})).rewarded.empty());
    EXPECT_EQ(reasonOfConversation(reviewed(1, Verdict::correct)), "");
    EXPECT_EQ(reasonOfConversation(reviewed(1, Verdict::cannotJudge, "x")), "the reviewers cannot judge the answer");
    Exchange two = reviewed(1, Verdict::correct);
    two.reviews.push_back(testReview(Verdict::wrong, "", "Dr. B", 2));
    EXPECT_EQ(reasonOfConversation(two), "the reviewers disagree about the verdict");
    EXPECT_TRUE(trainingItems(sessionOf({two})).rewarded.empty());
    two.reviews.push_back(testReview(Verdict::correct, "", "Dr. B", 3));  // replaces the one before
    EXPECT_EQ(reasonOfConversation(two), "");
    EXPECT_EQ(trainingItems(sessionOf({two})).rewarded.size(), 1U);
}

TEST(TrainingItems, TakeOnlyCorrectOrCorrectedAnswers) {
    EXPECT_EQ(reasonOfConversation(reviewed(1, Verdict::wrong)),
              "the answer is not correct and no reviewer corrected it");
    EXPECT_EQ(reasonOfConversation(reviewed(1, Verdict::partlyCorrect)),
              "the answer is not correct and no reviewer corrected it");
    Exchange made = reviewed(1, Verdict::correct);
    made.answer.finish = inference::Finish::length;
    EXPECT_EQ(reasonOfConversation(made), "the answer was cut off");
    made = reviewed(1, Verdict::correct);
    made.reviews[0].spans = {{Passage::answer, 0, 1, "right", {}, {}}};
    EXPECT_EQ(reasonOfConversation(made), "");
    made.reviews[0].spans.push_back({Passage::reasoning, 0, 1, "unsafe", {}, {}});
    EXPECT_EQ(reasonOfConversation(made), "a reviewer marked a problem in the correct answer");
    made.state = ExchangeState::interrupted;
    EXPECT_EQ(reasonOfConversation(made), "the answer is not complete");

    const TrainingItems items = trainingItems(sessionOf({reviewed(1, Verdict::wrong, "A cyst.")}));
    ASSERT_EQ(items.conversations.size(), 1U);
    EXPECT_EQ(items.conversations[0][0].answer, "A cyst.");
    EXPECT_FALSE(items.conversations[0][0].reasoningPrompt);
    Exchange two = reviewed(1, Verdict::wrong, "A cyst.");
    two.reviews.push_back(testReview(Verdict::wrong, "", "Dr. B", 2));
    EXPECT_EQ(reasonOfConversation(two), "");
    two.reviews[1].correctedAnswer = "A nodule.";
    EXPECT_EQ(reasonOfConversation(two), "the reviewers' corrected answers differ");
}

TEST(TrainingItems, ConversationsFollowTheBranches) {
    // 1 - 2 - 3, and 4 and 5 as branches after 1; 5 is wrong, 6 follows it; 7 follows an exchange outside the export.
    const SessionSnapshot session = sessionOf(
        {reviewed(1, Verdict::correct), reviewed(2, Verdict::wrong, "x", 1), reviewed(3, Verdict::correct, "", 2),
         reviewed(4, Verdict::correct, "", 1), reviewed(5, Verdict::wrong, "", 1), reviewed(6, Verdict::correct, "", 5),
         reviewed(8, Verdict::correct, "", 7)});
    const TrainingItems items = trainingItems(session);
    ASSERT_EQ(items.conversations.size(), 2U);
    const auto ids = [&](std::size_t i) {
        std::vector<std::int64_t> all;
        for (const TrainingTurn& turn : items.conversations[i])
            all.push_back(turn.exchange->id);
        return all;
    };
    EXPECT_EQ(ids(0), (std::vector<std::int64_t>{1, 2, 3}));
    EXPECT_EQ(ids(1), (std::vector<std::int64_t>{1, 4}));
    EXPECT_EQ(items.leftOutOfConversations.at("an earlier answer of the conversation was left out"), 2);
    EXPECT_EQ(items.rewarded.size(), 6U);
    EXPECT_EQ(items.leftOutOfRewarded.at("an earlier question of the conversation is not in this export"), 1);
}

TEST(TrainingItems, VerdictsAreRewards) {
    const TrainingItems items = trainingItems(sessionOf(
        {reviewed(1, Verdict::correct), reviewed(2, Verdict::partlyCorrect), reviewed(3, Verdict::wrong, "A cyst.")}));
    ASSERT_EQ(items.rewarded.size(), 3U);
    EXPECT_EQ(items.rewarded[0].reward, 1.0);
    EXPECT_EQ(items.rewarded[0].reference, testAnswer().finalAnswer);
    EXPECT_EQ(items.rewarded[1].reward, 0.5);
    EXPECT_EQ(items.rewarded[1].reference, "");
    EXPECT_EQ(items.rewarded[2].reward, 0.0);
    EXPECT_EQ(items.rewarded[2].reference, "A cyst.");
    Exchange stopped = reviewed(1, Verdict::correct);
    stopped.answer.finish = inference::Finish::cancelled;
    EXPECT_EQ(trainingItems(sessionOf({stopped})).leftOutOfRewarded.at("the user stopped the answer"), 1);
}

TEST(TrainingExporter, WritesWhatTheModelReads) {
    const TestFolder folder;
    Exchange follow = reviewed(2, Verdict::wrong, "A cyst.", 1);
    follow.evidence.clear();
    follow.question = "Sure?";
    exportTo(folder / "t", kTrainingExporter, sessionOf({reviewed(1, Verdict::correct), follow}), {});
    const std::vector<QJsonObject> sft = linesOf(folder / "t" / "sft.jsonl");
    ASSERT_EQ(sft.size(), 1U);
    EXPECT_EQ(sft[0]["id"].toInt(), 2);
    const QJsonArray turns = sft[0]["conversations"].toArray();
    ASSERT_EQ(turns.size(), 4);
    const QString first =
        QString::fromUtf8(inference::kReasoningPrompt) + QStringLiteral("\n<image>\n<image>\nWhat is it?");
    EXPECT_EQ(turns[0].toObject()["from"], "human");
    EXPECT_EQ(turns[0].toObject()["value"], first);
    EXPECT_EQ(turns[1].toObject()["from"], "gpt");
    EXPECT_EQ(turns[1].toObject()["value"].toString().toStdString(), testAnswer().text);
    EXPECT_EQ(turns[2].toObject()["value"], "Sure?");
    EXPECT_EQ(turns[3].toObject()["value"], "A cyst.");
    const std::string name = "images/" + testFrame(0).provenance.pixelsSha256 + ".png";
    EXPECT_EQ(sft[0]["image"].toArray().at(0).toString().toStdString(), name);
    EXPECT_EQ(sft[0]["width_list"].toArray(), (QJsonArray{20, 20}));
    EXPECT_TRUE(std::filesystem::exists(folder / "t" / name));

    const std::vector<QJsonObject> grpo = linesOf(folder / "t" / "grpo.jsonl");
    ASSERT_EQ(grpo.size(), 2U);
    const QJsonArray prompt = grpo[1]["prompt"].toArray();
    ASSERT_EQ(prompt.size(), 3);
    EXPECT_EQ(prompt[0].toObject()["content"], first);
    EXPECT_EQ(prompt[1].toObject()["content"].toString().toStdString(), testAnswer().text);
    EXPECT_EQ(grpo[1]["images"].toArray().size(), 2);
    EXPECT_EQ(grpo[1]["reference"], "A cyst.");
    EXPECT_EQ(grpo[1]["reward"].toDouble(), 0.0);
    const std::string card = readFile(folder / "t" / "README.md");
    EXPECT_NE(card.find("1 conversations with 2 answers"), std::string::npos) << card;
    EXPECT_NE(card.find("1 with reward 1, 0 with 0.5, 1 with 0"), std::string::npos) << card;
}

TEST(TrainingExporter, HasWhatWasMeasuredOnTheImages) {
    const TestFolder folder;
    Exchange made = reviewed(1, Verdict::correct);
    for (std::size_t i = 0; i < made.evidence.size(); ++i) {
        viewer::Provenance& from = made.evidence[i].provenance;
        from.seriesUid = "1.2.3";
        from.stored.emplace();
        from.stored->object = {"1.2.840.10008.5.1.4.1.1.2", "1.2.3." + std::to_string(i), 0};
    }
    SessionSnapshot session = sessionOf({made});
    std::mt19937 random(std::random_device{}());
    session.measurements = {randomMeasurement(random, 1, made.evidence[1].provenance, true),
                            randomMeasurement(random, 2, made.evidence[0].provenance, true),
                            randomMeasurement(random, 3, made.evidence[0].provenance, true),
                            randomMeasurement(random, 4, made.evidence[0].provenance, true)};
    session.measurements[2].source.stored->object.sopInstanceUid = "1.2.3.99";  // a slice that no image shows
    session.measurements[3].source.seriesUid = "4.5.6";                         // another series
    ExportOptions options;
    options.keepIdentity = true;
    exportTo(folder / "t", kTrainingExporter, session, options);
    for (const char* name : {"sft.jsonl", "grpo.jsonl"}) {
        const QJsonArray found = linesOf(folder / "t" / name).at(0)["measurements"].toArray();
        ASSERT_EQ(found.size(), 3) << name;
        EXPECT_EQ(found[0].toObject()["image"].toInt(-1), 1);
        EXPECT_EQ(found[1].toObject()["image"].toInt(-1), 0);
        EXPECT_FALSE(found[2].toObject().contains("image"));
        for (int i = 0; i < 3; ++i) {
            const RecordedMeasurement& measured = session.measurements[static_cast<std::size_t>(i)];
            EXPECT_EQ(found[i].toObject()["id"].toInt(), measured.id);
            EXPECT_EQ(found[i].toObject()["result"].toObject(), resultToJson(measured.measured));
            EXPECT_FALSE(found[i].toObject().contains("source"));
        }
    }
}

TEST(TrainingExporter, LeavesOutQuestionsWithThePlaceholder) {
    Exchange made = reviewed(1, Verdict::correct);
    made.question = "What is <image>?";
    EXPECT_EQ(reasonOfConversation(made), "the question contains the text \"<image>\"");
    EXPECT_TRUE(trainingItems(sessionOf({made})).rewarded.empty());
}

/// Runs tests/tools/read_training_data.py. Returns its exit code and output.
std::pair<int, std::string> readByPython(const std::filesystem::path& folder) {
    QProcess python;
    python.setProcessChannelMode(QProcess::MergedChannels);
    python.start("python3",
                 {FLEMING_SOURCE_DIR "/tests/tools/read_training_data.py", QString::fromStdString(folder.string())});
    if (!python.waitForFinished(120'000)) return {-1, python.errorString().toStdString()};
    return {python.exitCode(), python.readAll().toStdString()};
}

TEST(TrainingExporter, OfRandomSessionsIsReadByPython) {
    if (QProcess::execute("python3", {"-c", "from PIL import Image"}) != 0)
        GTEST_SKIP() << "python3-pil is not installed";
    const TestFolder folder;
    std::size_t conversations = 0, rewarded = 0;
    for (unsigned seed = 1; seed <= 12; ++seed) {
        std::mt19937 random(seed);
        const auto file = folder / (std::to_string(seed) + ".fleming"), path = folder / std::to_string(seed);
        writeRandomSession(file, folder / "witness", random);
        SessionSnapshot session = Session(file, Session::Access::read).snapshot();
        for (Exchange& each : session.exchanges) {
            if (random() % 2 != 0) each.reviews.push_back(randomReview(random));
            if (random() % 2 != 0) each.answer.finish = inference::Finish::stop;
        }
        const TrainingItems items = trainingItems(session);
        int left = 0;
        for (const auto& [reason, count] : items.leftOutOfRewarded)
            left += count;
        EXPECT_EQ(static_cast<int>(items.rewarded.size()) + left, items.reviewed);
        conversations += items.conversations.size();
        rewarded += items.rewarded.size();
        exportTo(path, kTrainingExporter, session, {});
        const auto [code, output] = readByPython(path);
        ASSERT_EQ(code, 0) << output;
        const QJsonObject read = QJsonDocument::fromJson(QByteArray::fromStdString(output)).object();
        EXPECT_EQ(read["conversations"].toInt(), static_cast<int>(items.conversations.size()));
        EXPECT_EQ(read["rewarded"].toInt(), static_cast<int>(items.rewarded.size()));
    }
    EXPECT_GT(conversations, 0U);
    EXPECT_GT(rewarded, 0U);
}

}  // namespace
}  // namespace fleming::app
