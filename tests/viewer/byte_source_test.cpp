// Tests of byte sources: invalid ranges, and reading every format from memory and from a file.

#include "dicom_maker.h"
#include "file_helpers.h"
#include "viewer/io/bytes/byte_stream.h"
#include "viewer/io/bytes/named_file.h"
#include "viewer/io/open.h"

#include <chrono>
#include <cstring>
#include <gtest/gtest.h>
#include <limits>
#include <sys/stat.h>

namespace fleming::viewer {
namespace {

using testing::faultOf;
using testing::fileSource;
using testing::inMemory;
using testing::readFile;
using testing::TemporaryFolder;
using testing::writeFile;

const std::filesystem::path kFixtures = FLEMING_FIXTURES;
const std::filesystem::path kSamples = kFixtures.parent_path().parent_path() / "resources/samples";

std::string text(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// A file source or a memory source with the same ten bytes.
class Sources : public ::testing::TestWithParam<bool> {
protected:
    TemporaryFolder folder_;
    ByteSourcePtr source_ = GetParam() ? fileSource(writeFile(folder_ / "ten", "0123456789")) : inMemory("0123456789");
};
INSTANTIATE_TEST_SUITE_P(ByteSource, Sources, ::testing::Bool(),
                         [](const auto& test) { return test.param ? "file" : "memory"; });

TEST_P(Sources, ReadRangesInsideTheSourceOnly) {
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
    EXPECT_EQ(source_->size(), 10U);
    std::vector<std::byte> four(4);
    source_->read(6, four);
    EXPECT_EQ(text(four), "6789");
    EXPECT_EQ(source_->readSome(8, four), 2U);
    EXPECT_EQ(source_->readSome(10, four), 0U);
    EXPECT_EQ(source_->readSome(kMost, four), 0U);
    EXPECT_EQ(text(source_->start(3)), "012");
    EXPECT_EQ(text(source_->start(100)), "0123456789");
    EXPECT_EQ(text(source_->view({2, 3}).bytes), "234");
    EXPECT_EQ(text(source_->view().bytes), "0123456789");
    EXPECT_TRUE(source_->view({10, 0}).bytes.empty());
    for (const std::uint64_t offset : {std::uint64_t{7}, std::uint64_t{10}, std::uint64_t{11}, kMost, kMost - 3}) {
        EXPECT_EQ(faultOf([&] { source_->read(offset, four); }), "file.cut_short") << offset;
        EXPECT_EQ(faultOf([&] { source_->view({offset, 4}); }), "file.cut_short") << offset;
    }
    EXPECT_EQ(faultOf([&] { source_->view({1, kMost}); }), "file.cut_short");
}

TEST_P(Sources, HaveAFileForLibraries) {
    std::filesystem::path path;
    {
        const NamedFile file(*source_);
        path = file.path();
        EXPECT_EQ(readFile(path), "0123456789");
        struct stat status {};
        ASSERT_EQ(::stat(path.c_str(), &status), 0);
        EXPECT_TRUE(GetParam() || (status.st_mode & 0777) == 0600);
    }
    EXPECT_EQ(std::filesystem::exists(path), GetParam());
}

TEST(FileSource, RefusesAFileThatChangedOrIsGone) {
    const TemporaryFolder folder;
    const auto path = writeFile(folder / "a", "0123456789");
    const ByteSourcePtr source = fileSource(path);
    std::vector<std::byte> four(4);
    source->read(0, four);
    std::filesystem::last_write_time(path, std::filesystem::last_write_time(path) + std::chrono::seconds(1));
    EXPECT_EQ(faultOf([&] { source->read(0, four); }), "file.changed");
    EXPECT_EQ(faultOf([&] { source->view(); }), "file.changed");
    EXPECT_EQ(faultOf([&] { NamedFile file(*source); }), "file.changed");
    const ByteSourcePtr again = fileSource(path);
    {
        const auto held = again->hold();
        std::filesystem::resize_file(path, 2);
        EXPECT_EQ(faultOf([&] { again->read(0, four); }), "file.cut_short");
    }
    EXPECT_EQ(faultOf([&] { again->read(0, four); }), "file.changed");
    std::filesystem::remove(path);
    EXPECT_EQ(faultOf([&] { source->read(0, four); }), "file.gone");
}

TEST(FileSource, IsARegularFile) {
    const TemporaryFolder folder;
    ::mkfifo((folder / "pipe").c_str(), 0600);
    EXPECT_EQ(faultOf([&] { fileSource(folder / "pipe"); }), "file.not_regular");
    EXPECT_EQ(faultOf([&] { fileSource(folder.path()); }), "file.not_regular");
    EXPECT_EQ(faultOf([&] { fileSource(folder / "missing"); }), "file.cannot_open");
}

TEST(FileSource, FindsSiblingsInItsFolder) {
    using Links = ByteSource::Links;
    const TemporaryFolder folder;
    writeFile(folder / "outside", "outside");
    writeFile(folder / "sub/deep/b", "b");
    const ByteSourcePtr source = fileSource(writeFile(folder / "sub/a", "a"));
    std::filesystem::create_symlink(folder / "outside", folder / "sub/link");
    EXPECT_EQ(text(source->sibling("deep/b", Links::insideFolder)->start(9)), "b");
    EXPECT_EQ(source->sibling("missing", Links::insideFolder), nullptr);
    EXPECT_EQ(source->sibling("deep", Links::insideFolder), nullptr);
    for (const std::string& name : {std::string("../outside"), (folder / "outside").string(), std::string("link")})
        EXPECT_EQ(faultOf([&] { source->sibling(name, Links::insideFolder); }), "file.outside_folder") << name;
    EXPECT_EQ(text(source->sibling("link", Links::followed)->start(9)), "outside");
    EXPECT_EQ(inMemory("a")->sibling("b", Links::followed), nullptr);
}

/// Returns the pixels of a volume, or of some frames of a clip.
std::string pixelsOf(const Series& series) {
    if (series.kind() != SeriesKind::clip) return text(loadVolume(series)->data());
    const auto clip = series.source->openClip({});
    std::string pixels;
    for (const int frame : {clip->frameCount() - 1, 0, clip->frameCount() / 2}) {
        const RgbImage image = clip->frame(frame);
        pixels += text(std::as_bytes(std::span(image.rgb)));
    }
    return pixels;
}

/// Opens files by path and from memory, expects equal series, and returns their number.
std::size_t compare(const std::vector<std::filesystem::path>& files) {
    std::vector<ByteSourcePtr> sources;
    for (const std::filesystem::path& file : files)
        sources.push_back(inMemory(readFile(file), file));
    const OpenResult byPath = open(files), inMemory = openSources(sources);
    EXPECT_EQ(byPath.skipped, inMemory.skipped) << files.front();
    EXPECT_EQ(byPath.series.size(), inMemory.series.size()) << files.front();
    for (std::size_t n = 0; n < std::min(byPath.series.size(), inMemory.series.size()); ++n) {
        const Series& a = byPath.series[n];
        const Series& b = inMemory.series[n];
        EXPECT_EQ(a.files, b.files) << files.front();
        EXPECT_EQ(a.format, b.format) << files.front();
        EXPECT_TRUE(a.description == b.description) << files.front();
        EXPECT_EQ(a.kind(), b.kind()) << files.front();
        if (a.kind() != SeriesKind::clip) {
            EXPECT_EQ(a.geometry().origin, b.geometry().origin) << files.front();
        }
        EXPECT_TRUE(pixelsOf(a) == pixelsOf(b)) << files.front();
    }
    return byPath.series.size();
}

TEST(MemorySource, ReadsEveryFormatAsAFileDoes) {
    std::size_t series = 0;
    for (const char* folder : {"pictures", "videos", "dicom"}) {
        for (const auto& entry : std::filesystem::directory_iterator(kFixtures / folder))
            series += compare({entry.path()});
    }
    for (const char* sample : {"chest_volume.npy", "mr_head.nii.gz", "ultrasound.mp4"})
        EXPECT_EQ(compare({kSamples / sample}), 1U) << sample;
    EXPECT_GT(series, 40U);
    std::vector<std::filesystem::path> slices;
    for (const auto& entry : std::filesystem::directory_iterator(kSamples / "ct_chest"))
        slices.push_back(entry.path());
    EXPECT_EQ(compare(slices), 1U);
}

TEST(MemorySource, ReadsTextHeadersAsAFileDoes) {
    const TemporaryFolder folder;
    const std::string nrrd = "NRRD0004\ntype: uchar\ndimension: 3\nsizes: 2 2 2\n";
    const std::string meta =
        "ObjectType = Image\nNDims = 3\nDimSize = 2 2 2\nElementType = MET_UCHAR\nElementDataFile = LOCAL\n";
    EXPECT_EQ(compare({writeFile(folder / "raw.nrrd", nrrd + "encoding: raw\n\n12345678")}), 1U);
    EXPECT_EQ(compare({writeFile(folder / "text.nrrd", nrrd + "encoding: ascii\n\n1 2 3 4 5 6 7 8\n")}), 1U);
    EXPECT_EQ(compare({writeFile(folder / "a.mha", meta + "12345678")}), 1U);
}

TEST(MemorySource, ReadsEveryDicomEncodingAsAFileDoes) {
    const TemporaryFolder folder;
    forEachEncoding([&](E_TransferSyntax syntax, const DcmRepresentationParameter* parameter) {
        MadeDicom made(16, 12);
        made.remove(DCM_ImagePositionPatient).set(DCM_NumberOfFrames, "3").set(DCM_Modality, "NM");
        made.pixels(randomValues<std::uint16_t>(std::size_t{3} * 16 * 12, 0, 65535));
        EXPECT_EQ(compare({made.save(folder / "file", syntax, parameter)}), 1U) << syntax;
    });
}

TEST(ByteStream, ReadsTheSameInPiecesOfAnySize) {
    std::string whole;
    for (int n = 0; n < 5000; ++n)
        whole += std::to_string(n * 7919);
    ByteStream stream(inMemory(whole), 0, false);
    stream.skip(17);
    std::string read(whole.size() - 17, '\0');
    std::size_t done = 0;
    for (std::size_t piece = 1; done < read.size(); piece = piece * 3 + 1) {
        const std::size_t count = std::min(piece, read.size() - done);
        stream.read(std::as_writable_bytes(std::span(read)).subspan(done, count));
        done += count;
    }
    EXPECT_EQ(read, whole.substr(17));
    std::byte next{};
    EXPECT_EQ(stream.readSome({&next, 1}), 0U);
}

}  // namespace
}  // namespace fleming::viewer
