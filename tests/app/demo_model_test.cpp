// Answers of the demo model about the samples.
#include "app/studies/samples.h"
#include "tests/app/run_cli.h"
#include "tests/app/test_files.h"

#include <QJsonObject>

#include <gtest/gtest.h>
#include <map>
#include <sstream>

namespace fleming::app {
namespace {

const std::string kDemoModel = std::string(FLEMING_SOURCE_DIR) + "/resources/demo_model";

struct Reply {
    std::string reasoning, answer;
};

/// Asks the demo model questions about `path` in one conversation of `fleming ask`. Returns one reply per question.
std::vector<Reply> ask(const std::filesystem::path& path, const std::vector<std::string>& questions) {
    std::vector<std::string> words{"ask", path.string(), "--model", kDemoModel, "--device", "cpu", "--json"};
    for (std::size_t i = 0; i < questions.size(); ++i) {
        words.push_back(i == 0 ? "-q" : "--turn");
        words.push_back(questions[i]);
    }
    const Outcome outcome = runCli(words);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_NE(outcome.err.find("Demo model: it knows only the drawn sample studies"), std::string::npos) << outcome.err;
    std::vector<Reply> replies;
    std::istringstream lines(outcome.out);
    for (std::string line; std::getline(lines, line);) {
        const QJsonObject turn = parsedJson(line).object();
        replies.push_back({turn["reasoning"].toString().toStdString(), turn["answer"].toString().toStdString()});
    }
    EXPECT_EQ(replies.size(), questions.size());
    return replies;
}

TEST(DemoModel, AnswersTheQuestionThatComesWithEachSample) {
    const std::map<std::string, std::string> expected{
        {"ct_chest", "right"},       {"mr_head.nii.gz", "left"},  {"chest_volume.npy", "pacemaker"},
        {"ultrasound.mp4", "right"}, {"chest_xray.png", "right"}, {"fundus.png", "left"},
        {"dermoscopy.png", "left"},  {"histology.png", "both"},   {"endoscopy.png", "right"},
        {"ultrasound.png", "left"}};
    const std::vector<Sample> samples = findSamples();
    ASSERT_EQ(samples.size(), expected.size());
    for (const Sample& sample : samples) {
        const std::vector<Reply> replies = ask(sample.path, {sample.question});
        ASSERT_EQ(replies.size(), 1U);
        EXPECT_EQ(replies[0].answer, expected.at(sample.name)) << sample.name << ": " << replies[0].reasoning;
        EXPECT_FALSE(replies[0].reasoning.empty()) << sample.name;
    }
}

TEST(DemoModel, CitesTheImageWithTheNoduleAndFollowsUp) {
    const std::optional<Sample> chest = findSample();
    ASSERT_TRUE(chest);
    const std::vector<Reply> replies = ask(chest->path, {"Is there a nodule?", "In which images is it seen?",
                                                         "Is there a pacemaker, a port or no device?"});
    ASSERT_EQ(replies.size(), 3U);
    EXPECT_EQ(replies[0].answer, "yes");
    EXPECT_NE(replies[0].reasoning.find("Image-9"), std::string::npos) << replies[0].reasoning;
    EXPECT_EQ(replies[1].answer, "Image-9");
}

TEST(DemoModel, AnswersThatItCannotTell) {
    const TestFolder folder;
    writePng(folder / "stripes.png", 300, 200);
    const std::vector<Reply> stripes = ask(folder / "stripes.png", {"Is there a lesion in this picture?"});
    ASSERT_EQ(stripes.size(), 1U);
    EXPECT_EQ(stripes[0].answer, "cannot tell") << stripes[0].reasoning;

    const std::optional<Sample> fundus = findSample("fundus.png");
    ASSERT_TRUE(fundus);
    const std::vector<Reply> outside = ask(fundus->path, {"What is the patient's name?"});
    ASSERT_EQ(outside.size(), 1U);
    EXPECT_EQ(outside[0].answer, "cannot tell") << outside[0].reasoning;
}

}  // namespace
}  // namespace fleming::app
