#include "viewer/io/volumes/itk_volume.h"

#include "base/error.h"
#include "tests/viewer/file_helpers.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace fleming::viewer {
namespace {

using testing::bytesOfNumber;
using testing::errorOf;
using testing::faultOf;
using testing::fileSource;
using testing::inMemory;
using testing::TemporaryFolder;
using testing::writeFile;

/// Returns 4 x 3 x 2 voxels with the values 0, 1, 2, ...
std::string voxels(std::endian order = std::endian::little) {
    std::string bytes;
    for (std::int16_t n = 0; n < 24; ++n)
        bytes += bytesOfNumber(n, order);
    return bytes;
}

std::string deflated(const std::string& bytes, bool gzip) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, (gzip ? 16 : 0) + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string result(deflateBound(&stream, bytes.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    deflate(&stream, Z_FINISH);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    return result;
}

std::string nrrd(const std::string& fields, const std::string& space = "left-posterior-superior") {
    return "NRRD0004\ntype: short\ndimension: 3\nsizes: 4 3 2\nspace: " + space +
           "\nspace directions: (0.5,0,0) (0,0.75,0) (0,0,2)\nspace origin: (10,20,30)\nkinds: domain domain domain\n" +
           fields + "\n";
}

std::string meta(const std::string& fields, const std::string& matrix = "1 0 0 0 1 0 0 0 1") {
    return "ObjectType = Image\nNDims = 3\nBinaryData = True\nTransformMatrix = " + matrix +
           "\nOffset = 10 20 30\nElementSpacing = 0.5 0.75 2\nDimSize = 4 3 2\nElementType = MET_SHORT\n" + fields;
}

void expectVoxels(const Series& series, bool reversed = false) {
    ASSERT_EQ(series.geometry().size, (Index3{4, 3, 2}));
    EXPECT_EQ(series.geometry().spacing, (Vector3{0.5, 0.75, 2}));
    const auto volume = loadVolume(series);
    for (int k = 0; k < 2; ++k) {
        for (int j = 0; j < 3; ++j) {
            for (int i = 0; i < 4; ++i)
                EXPECT_EQ(volume->value(i, j, k), i + 4 * (j + 3 * (reversed ? 1 - k : k)));
        }
    }
}

TEST(Nrrd, ReadsEveryEncoding) {
    std::string text;
    for (int n = 0; n < 24; ++n)
        text += std::to_string(n) + (n % 4 == 3 ? "\n" : " ");
    const auto check = [&](const std::string& bytes) {
        const ByteSourcePtr source = inMemory(bytes);
        ASSERT_TRUE(isNrrd(source, source->start(kFileStartBytes)));
        const Series series = readItkVolume(source).at(0);
        expectVoxels(series);
        EXPECT_TRUE(series.geometry().oriented);
        EXPECT_EQ(series.geometry().origin, (Vector3{10, 20, 30}));
    };
    check(nrrd("encoding: raw\nendian: little\n") + voxels());
    check(nrrd("encoding: raw\nendian: big\n") + voxels(std::endian::big));
    check(nrrd("encoding: gzip\nendian: little\n") + deflated(voxels(), true));
    check(nrrd("encoding: ascii\n") + text);
}

TEST(Nrrd, ConvertsRightAnteriorSuperior) {
    const Series series =
        readItkVolume(inMemory(nrrd("encoding: raw\nendian: little\n", "right-anterior-superior") + voxels())).at(0);
    expectVoxels(series);
    EXPECT_EQ(series.geometry().iDirection, (Vector3{-1, 0, 0}));
    EXPECT_EQ(series.geometry().origin, (Vector3{-10, -20, 30}));
}

TEST(Nrrd, ReadsDetachedDataInItsFolderOnly) {
    const TemporaryFolder folder;
    writeFile(folder / "sub/voxels.raw", "skipped line\nxx" + voxels());
    writeFile(folder / "sub/other.raw", voxels());
    const auto header = [&](const std::string& data) {
        return fileSource(writeFile(folder / "sub/a.nhdr", nrrd("encoding: raw\nendian: little\n" + data)));
    };
    expectVoxels(readItkVolume(header("line skip: 1\nbyte skip: 2\ndata file: voxels.raw\n")).at(0));
    expectVoxels(readItkVolume(header("byte skip: -1\ndata file: voxels.raw\n")).at(0));
    writeFile(folder / "outside.raw", voxels());
    for (const std::string& name :
         {std::string("../outside.raw"), (folder / "outside.raw").string(), std::string("/dev/zero")}) {
        EXPECT_EQ(faultOf([&] { readItkVolume(header("data file: " + name + "\n")); }), "file.outside_folder") << name;
    }
    EXPECT_EQ(faultOf([&] { readItkVolume(header("data file: gone.raw\n")); }), "volume.data_file_missing");
}

TEST(Nrrd, ReadsComponentsAndColours) {
    const auto file = [&](const std::string& type, const std::string& kind, const std::string& data) {
        return inMemory("NRRD0004\ntype: " + type + "\ndimension: 4\nsizes: 3 4 3 2\nkinds: " + kind +
                        " domain domain domain\nencoding: raw\nendian: little\n\n" + data);
    };
    std::string bytes, shorts;
    for (int n = 0; n < 72; ++n)
        bytes += static_cast<char>(n), shorts += bytesOfNumber(static_cast<std::int16_t>(n));
    const Series colour = readItkVolume(file("uchar", "RGB-color", bytes)).at(0);
    EXPECT_EQ(colour.image().components, 3);
    EXPECT_EQ(std::to_integer<int>(loadVolume(colour)->data()[71]), 71);
    const std::vector<Series> parts = readItkVolume(file("short", "vector", shorts));
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(loadVolume(parts[2])->value(1, 2, 1), 2 + 3 * (1 + 4 * (2 + 3)));
    EXPECT_FALSE(parts[0].geometry().spacingKnown);
    EXPECT_EQ(parts[2].description.parts, (std::vector<SeriesPart>{{SeriesPartKind::component, "3", 3}}));
}

TEST(MetaImage, ReadsEveryEncoding) {
    const TemporaryFolder folder;
    const auto check = [&](const std::string& bytes) {
        const ByteSourcePtr source = fileSource(writeFile(folder / "renamed", bytes));
        ASSERT_TRUE(isMetaImage(source, source->start(kFileStartBytes)));
        expectVoxels(readItkVolume(source).at(0));
    };
    check(meta("ElementDataFile = LOCAL\n") + voxels());
    check(meta("BinaryDataByteOrderMSB = True\nElementDataFile = LOCAL\n") + voxels(std::endian::big));
    const std::string packed = deflated(voxels(), false);
    check(meta("CompressedData = True\nCompressedDataSize = " + std::to_string(packed.size()) +
               "\nElementDataFile = LOCAL\n") +
          packed);
    writeFile(folder / "voxels.raw", "header" + voxels());
    check(meta("HeaderSize = 6\nElementDataFile = voxels.raw\n"));
    check(meta("HeaderSize = -1\nElementDataFile = voxels.raw\n"));
}

TEST(MetaImage, ReversesSlicesOfLeftHandedAxes) {
    const Series series =
        readItkVolume(inMemory(meta("ElementDataFile = LOCAL\n", "1 0 0 0 1 0 0 0 -1") + voxels())).at(0);
    expectVoxels(series, true);
    EXPECT_EQ(series.geometry().kDirection, (Vector3{0, 0, 1}));
    EXPECT_EQ(series.geometry().origin, (Vector3{10, 20, 28}));
}

TEST(ItkVolume, RefusesFalseHeaders) {
    const TemporaryFolder folder;
    const auto fault = [&](const std::string& bytes) {
        const ByteSourcePtr source = fileSource(writeFile(folder / "a", bytes));
        const Error error = errorOf([&] {
            for (const Series& s : readItkVolume(source))
                loadVolume(s);
        });
        EXPECT_EQ(error.source(), source->name());
        return error.code();
    };
    const auto replaced = [](std::string text, const std::string& from, const std::string& to) {
        return text.replace(text.find(from), from.size(), to);
    };
    const std::string n = nrrd("encoding: raw\nendian: little\n") + voxels(),
                      m = meta("ElementDataFile = LOCAL\n") + voxels();
    EXPECT_EQ(fault(replaced(n, "sizes: 4 3 2", "sizes: 40000 30000 20000")), "volume.too_few_bytes");
    EXPECT_EQ(fault(replaced(m, "4 3 2", "40000 30000 20000")), "volume.too_few_bytes");
    EXPECT_EQ(fault(replaced(n, "sizes: 4 3 2", "sizes: 4 -3 2")), "volume.impossible_size");
    EXPECT_EQ(fault(replaced(m, "4 3 2", "4 3 0")), "volume.impossible_size");
    EXPECT_EQ(fault(replaced(m, "NDims = 3", "NDims = 900")), "volume.dimensions_disagree");
    EXPECT_EQ(fault(n.substr(0, n.size() - 1)), "volume.too_few_bytes");
    EXPECT_EQ(fault(m.substr(0, m.size() - 1)), "volume.too_few_bytes");
    EXPECT_EQ(fault(replaced(n, "encoding: raw", "encoding: gzip")), "file.damaged_compression");
    EXPECT_EQ(fault(replaced(m, "ElementDataFile = LOCAL", "ElementDataFile = /etc/passwd")), "file.outside_folder");
    EXPECT_EQ(fault(replaced(m, "ElementDataFile = LOCAL", "ElementDataFile = LIST")), "volume.separate_slices");
}

}  // namespace
}  // namespace fleming::viewer
