// fleming tags.
#include "tests/app/run_cli.h"
#include "tests/app/test_files.h"

#include <QJsonArray>
#include <QJsonObject>

#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace fleming::app {
namespace {

const std::string kSample = FLEMING_SOURCE_DIR "/resources/samples/ct_chest/slice13.dcm";
const std::string kSamples = FLEMING_SOURCE_DIR "/resources/samples/ct_chest";

QJsonArray elementsOf(const std::vector<std::string>& words) {
    const Outcome outcome = runCli(words);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return parsedJson(outcome.out).object()["elements"].toArray();
}

/// Returns the value of the element with this keyword.
std::string valueOf(const QJsonArray& elements, const char* keyword) {
    for (const QJsonValue& element : elements) {
        if (element["keyword"].toString() == QLatin1String(keyword)) return element["value"].toString().toStdString();
    }
    return "absent";
}

// tests/fixtures/tags.txt is written by pydicom (make_tags_reference.py).
TEST(Tags, AreThoseOfPydicom) {
    std::ifstream reference(FLEMING_FIXTURES "/tags.txt");
    std::size_t count = 0;
    const QJsonArray elements = elementsOf({"tags", kSample, "--json"});
    for (std::string line; std::getline(reference, line);) {
        std::istringstream cells(line);
        std::string level, tag, vr, keyword, value;
        std::getline(cells, level, '\t');
        std::getline(cells, tag, '\t');
        std::getline(cells, vr, '\t');
        std::getline(cells, keyword, '\t');
        std::getline(cells, value);
        const QJsonObject element = elements.at(static_cast<qsizetype>(count++)).toObject();
        EXPECT_EQ(element["tag"].toString().toStdString(), tag);
        EXPECT_EQ(element["vr"].toString().toStdString(), vr) << tag;
        EXPECT_EQ(element["keyword"].toString().toStdString(), keyword) << tag;
        if (value == "-") continue;
        EXPECT_EQ(element["value"].toString().toStdString(), value) << tag;
    }
    EXPECT_GT(count, 50U);
    EXPECT_EQ(static_cast<std::size_t>(elements.size()), count);
}

TEST(Tags, AreFound) {
    const Outcome outcome = runCli({"tags", kSample, "--find", "window width"});
    EXPECT_EQ(outcome.code, 0);
    EXPECT_EQ(outcome.out, "(0028,1051) DS WindowWidth                      1300\\400\n");
    EXPECT_EQ(runCli({"tags", kSample, "--find", "no such thing"}).out, "");
}

TEST(Tags, OfAFolderAreThoseOfASlice) {
    EXPECT_EQ(valueOf(elementsOf({"tags", kSamples, "--slice", "4", "--json"}), "InstanceNumber"), "5");
    EXPECT_EQ(valueOf(elementsOf({"tags", kSamples, "--json"}), "InstanceNumber"), "1");
    EXPECT_EQ(runCli({"tags", kSamples, "--slice", "400"}).code, 1);
}

TEST(Tags, RefuseOtherFilesAndWrongArguments) {
    const TestFolder folder;
    std::ofstream(folder / "a.txt") << "not DICOM";
    const Outcome outcome = runCli({"tags", (folder / "a.txt").string()});
    EXPECT_EQ(outcome.code, 1);
    EXPECT_NE(outcome.err.find("This is not a DICOM file."), std::string::npos);
    EXPECT_EQ(runCli({"tags"}).code, 2);
    EXPECT_EQ(runCli({"tags", kSample, kSample}).code, 2);
    EXPECT_EQ(runCli({"tags", kSample, "--slice", "-1"}).code, 2);
    EXPECT_EQ(runCli({"tags", (folder / "absent.dcm").string()}).code, 1);
}

}  // namespace
}  // namespace fleming::app
