#include "viewer/io/open.h"

#include "base/error.h"
#include "tests/viewer/file_helpers.h"
#include "viewer/io/bytes/file_list.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace fleming::viewer {
namespace {

using testing::readFile;
using testing::TemporaryFolder;
using testing::writeFile;

const std::filesystem::path kFixtures = FLEMING_FIXTURES;

std::string picture() {
    return readFile(kFixtures / "pictures" / "rgb.png");
}

/// Returns the code of the error for the skipped file `name`, or "".
std::string faultFor(const OpenResult& opened, const std::string& name) {
    for (const Error& skipped : opened.skipped) {
        if (std::filesystem::path(skipped.source()).filename() == name) return skipped.code();
    }
    return "";
}

TEST(Open, OpensAFolderWithGoodAndBadFiles) {
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
    const OpenResult opened = open({folder.path()}, [&](int done, int found) { lastDone = done, lastFound = found; });
    std::vector<std::string> names;
    for (const Series& series : opened.series)
        names.push_back(series.files.at(0).filename());
    // Each file once, in natural order.
    EXPECT_EQ(names, (std::vector<std::string>{"clip.doc", "again.png", "slice10.txt"}));
    EXPECT_EQ(faultFor(opened, "empty.dcm"), "file.empty");
    EXPECT_EQ(faultFor(opened, "notes.png"), "open.text");
    EXPECT_EQ(faultFor(opened, "cut.png"), "file.cut_short");
    EXPECT_EQ(faultFor(opened, "pipe"), "file.pipe");
    EXPECT_EQ(faultFor(opened, "broken"), "file.cannot_open");
    EXPECT_EQ(faultFor(opened, "circle"), "file.circular_link");
    EXPECT_EQ(opened.skipped.size(), 6U);
    EXPECT_EQ(lastDone, lastFound);
    EXPECT_EQ(lastFound, 6);
}

TEST(Open, ReportsWhyNothingWasOpened) {
    const TemporaryFolder folder;
    const auto file = writeFile(folder / "scan.dcm", "These are only words.");
    const OpenResult opened = open({file});
    EXPECT_TRUE(opened.series.empty());
    EXPECT_EQ(opened.skipped, std::vector{Error("open.text", file)});
    EXPECT_TRUE(open({}).skipped.empty());
    EXPECT_EQ(faultFor(open({folder / "gone"}), "gone"), "file.cannot_open");
    std::filesystem::create_directory(folder / "bare");
    EXPECT_TRUE(open({folder / "bare"}).skipped.empty());
    EXPECT_EQ(open({"/dev/zero"}).skipped, std::vector{Error("file.device", "/dev/zero")});
}

TEST(Open, ReportsOneSeriesForADetachedHeader) {
    const TemporaryFolder folder;
    writeFile(folder / "v.mhd",
              "ObjectType = Image\nNDims = 3\nDimSize = 2 2 2\nElementType = MET_UCHAR\nElementDataFile = v.raw\n");
    writeFile(folder / "v.raw", std::string("\1\2\3\4\5\6\7\x08", 8));
    const OpenResult opened = open({folder.path()});
    EXPECT_EQ(opened.series.size(), 1U);
    EXPECT_TRUE(opened.skipped.empty());
}

TEST(Open, StopsOnRequest) {
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(open({kFixtures / "pictures"}, {}, source.get_token()), Cancelled);
}

TEST(Open, HasAReproducibleOrder) {
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

TEST(FileList, SortsInNaturalOrder) {
    std::vector<std::string> names = {"b", "a10", "a2", "a02", "a", "a1b", "a1", "10", "9"};
    std::sort(names.begin(), names.end(), naturalLess);
    EXPECT_EQ(names, (std::vector<std::string>{"9", "10", "a", "a1", "a1b", "a02", "a2", "a10", "b"}));
}

}  // namespace
}  // namespace fleming::viewer
