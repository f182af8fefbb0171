// Tests of the samples and of the choice of the default model.
#include "app/studies/samples.h"

#include "app/models/default_model.h"
#include "app/models/model_description.h"
#include "tests/app/test_files.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <set>

namespace fleming::app {
namespace {

TEST(Samples, HaveTitlesAndQuestions) {
    const std::vector<Sample> samples = findSamples();
    ASSERT_FALSE(samples.empty());
    EXPECT_EQ(samples.front().name, kFirstSample);
    std::set<QString> titles;
    for (const Sample& sample : samples) {
        EXPECT_TRUE(std::filesystem::exists(sample.path)) << sample.path;
        EXPECT_EQ(sample.path.filename(), sample.name);
        EXPECT_FALSE(sample.question.empty());
        EXPECT_NE(titleOf(sample), QString::fromStdString(sample.name));
        titles.insert(titleOf(sample));
    }
    EXPECT_EQ(titles.size(), samples.size());
}

TEST(Samples, ListsEachSampleOfTheFolder) {
    const std::vector<Sample> samples = findSamples();
    ASSERT_FALSE(samples.empty());
    for (const auto& entry : std::filesystem::directory_iterator(samples.front().path.parent_path())) {
        const std::string extension = entry.path().extension().string();
        const bool isStudy = entry.is_directory() ? entry.path().filename() != "__pycache__"
                                                  : extension == ".png" || extension == ".mp4" || extension == ".npy" ||
                                                        extension == ".gz";
        if (!isStudy) continue;
        EXPECT_TRUE(findSample(entry.path().filename().string())) << entry.path();
    }
}

TEST(Samples, FindsNoneForUnknownNames) {
    for (const char* name : {"", "..", "no such", "../samples/ct_chest"})
        EXPECT_FALSE(findSample(name)) << name;
}

class DefaultModel : public testing::Test {
protected:
    void SetUp() override {
        ::unsetenv("FLEMING_MODEL");
        std::filesystem::create_directories(folder / "used");
        std::ofstream(folder / "used/config.json") << "{}";
    }
    void TearDown() override { ::unsetenv("FLEMING_MODEL"); }

    TestFolder folder;
};

TEST_F(DefaultModel, PrefersTheNamedModelThenTheLastOne) {
    const std::string used = (folder / "used").string();
    EXPECT_EQ(findDefaultModel({}, used), used);
    ::setenv("FLEMING_MODEL", "/from/the/environment", 1);
    EXPECT_EQ(findDefaultModel({}, used), "/from/the/environment");
    EXPECT_EQ(findDefaultModel("/given", used), "/given");
}

TEST_F(DefaultModel, FallsBackToTheDemoModel) {
    for (const std::string& gone : {std::string(), (folder / "gone").string()}) {
        const auto model = findDefaultModel({}, gone);
        EXPECT_EQ(std::filesystem::path(model.value_or("demo_model")).filename(),
                  "demo_model");  // not the random model of the tests
    }
}

TEST(ModelDescription, ListsTheDemoModelForTranslation) {
    ::unsetenv("FLEMING_MODEL");
    const auto model = findDefaultModel();
    if (!model) GTEST_SKIP() << "there is no demo model";
    const auto readFile = [](const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    const QJsonDocument config =
        QJsonDocument::fromJson(QByteArray::fromStdString(readFile(std::filesystem::path(*model) / "config.json")));
    const QString sentence = config.object().value(QStringLiteral("fleming_description")).toString();
    ASSERT_FALSE(sentence.isEmpty());
    for (const char* language : {"de", "zh_CN"}) {
        const std::string words =
            readFile(std::string(FLEMING_SOURCE_DIR) + "/translations/fleming_" + language + ".ts");
        EXPECT_NE(words.find("<source>" + sentence.toStdString() + "</source>"), std::string::npos) << language;
    }
}

TEST(ModelDescription, ShowsOtherDescriptionsUnchanged) {
    EXPECT_EQ(shownDescription("Ein Modell für 肺."), QStringLiteral("Ein Modell für 肺."));
    EXPECT_EQ(shownDescription(""), QString());
}

}  // namespace
}  // namespace fleming::app
