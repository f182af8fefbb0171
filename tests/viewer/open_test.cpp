#include "viewer/io/open.h"

#include "base/error.h"
#include "tests/viewer/file_helpers.h"
#include "viewer/io/bytes/file_list.h"
#include "viewer/io/readers.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace fleming::viewer {
namespace {

using testing::messageOf;
using testing::readFile;
using testing::TemporaryFolder;
using testing::writeFile;

const std::filesystem::path kFixtures = FLEMING_FIXTURES;

std::string picture() {
    return readFile(kFixtures / "pictures" / "rgb.png");
}

std::string reasonFor(const Study& study, const std::string& name) {
    for (const Skipped& skipped : study.skipped) {
        if (skipped.path.filename() == name) return skipped.reason;
    }
    return "";
}

TEST(Open, AFolderWithGoodAndBadFiles) {
    const TemporaryFolder folder;
    writeFile(folder / "b/slice10.txt", picture());
    writeFile(folder / "b/slice2.jpeg", picture());
    writeFile(folder / "a/clip.doc", readFile(kFixtures / "videos" / "intra.avi"));
    writeFile(folder / "empty.dcm", "");
    writeFile(folder / "notes.png", "These are only words.");
    writeFile(folder / "cut.png", picture().substr(0, 200));
    writeFile(folder / ".hidden", "nothing to be said of it");
    ::mkfifo((folder / "pipe").c_str(), 0600);
    std::filesystem::create_directory_symlink(folder.path(), folder / "b/around");
    std::filesystem::create_symlink(folder / "b/slice2.jpeg", folder / "again.png");
    std::filesystem::create_symlink(folder / "nowhere", folder / "broken");
    std::filesystem::create_symlink(folder / "circle", folder / "circle");
    int lastDone = 0, lastFound = 0;
    const Study study = open({folder.path()}, [&](int done, int found) { lastDone = done, lastFound = found; });
    std::vector<std::string> names;
    for (const Series& series : study.series)
        names.push_back(series.files.at(0).filename());
    // Each file once; numbers in names count as numbers.
    EXPECT_EQ(names, (std::vector<std::string>{"clip.doc", "again.png", "slice10.txt"}));
    EXPECT_EQ(reasonFor(study, "empty.dcm"), "It is empty.");
    EXPECT_EQ(reasonFor(study, "notes.png"), "It is text, not an image.");
    EXPECT_EQ(reasonFor(study, "cut.png"), "It is cut short.");
    EXPECT_EQ(reasonFor(study, "pipe"), "It is a named pipe, not a file.");
    EXPECT_NE(reasonFor(study, "broken"), "");
    EXPECT_NE(reasonFor(study, "circle"), "");
    EXPECT_EQ(study.skipped.size(), 6U);
    EXPECT_EQ(lastDone, lastFound);
    EXPECT_EQ(lastFound, 6);
}

TEST(Open, OneBadFileIsAnErrorThatNamesIt) {
    const TemporaryFolder folder;
    const auto file = writeFile(folder / "scan.dcm", "These are only words.");
    const std::string message = messageOf([&] { open({file}); });
    EXPECT_NE(message.find(file.string() + ": It is text, not an image."), std::string::npos) << message;
    EXPECT_NE(messageOf([] { open({}); }), "");
    EXPECT_NE(messageOf([&] { open({folder / "gone"}); }).find("gone"), std::string::npos);
    std::filesystem::create_directory(folder / "bare");
    EXPECT_NE(messageOf([&] { open({folder / "bare"}); }), "");
    EXPECT_NE(messageOf([] { open({"/dev/zero"}); }).find("device"), std::string::npos);
}

TEST(Open, HeadersStandForTheirVoxels) {
    const TemporaryFolder folder;
    writeFile(folder / "v.mhd",
              "ObjectType = Image\nNDims = 3\nDimSize = 2 2 2\nElementType = MET_UCHAR\nElementDataFile = v.raw\n");
    writeFile(folder / "v.raw", std::string("\1\2\3\4\5\6\7\x08", 8));
    const Study study = open({folder.path()});
    EXPECT_EQ(study.series.size(), 1U);
    EXPECT_TRUE(study.skipped.empty());
}

TEST(Open, StopsWhenAsked) {
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(open({kFixtures / "pictures"}, {}, source.get_token()), Cancelled);
}

TEST(Open, TheSameEveryTime) {
    const auto names = [] {
        std::vector<std::string> result;
        for (const Series& series : open({kFixtures / "pictures", kFixtures / "videos"}).series)
            result.push_back(series.files.at(0));
        return result;
    };
    const std::vector<std::string> first = names();
    EXPECT_GT(first.size(), 30U);
    for (int n = 0; n < 3; ++n)
        EXPECT_EQ(names(), first);
}

TEST(FileList, NaturalOrder) {
    std::vector<std::string> names = {"b", "a10", "a2", "a02", "a", "a1b", "a1", "10", "9"};
    std::sort(names.begin(), names.end(), naturalLess);
    EXPECT_EQ(names, (std::vector<std::string>{"9", "10", "a", "a1", "a1b", "a02", "a2", "a10", "b"}));
}

}  // namespace
}  // namespace fleming::viewer
