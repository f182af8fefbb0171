#include "base/error.h"
#include "tests/viewer/file_helpers.h"
#include "viewer/io/readers.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace fleming::viewer {
namespace {

using testing::bytesOfNumber;
using testing::messageOf;
using testing::TemporaryFolder;
using testing::writeFile;

/// 4 x 3 x 2 voxels, 0, 1, 2, ...
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
    ASSERT_EQ(series.geometry.size, (Index3{4, 3, 2}));
    EXPECT_EQ(series.geometry.spacing, (Vector3{0.5, 0.75, 2}));
    const auto volume = loadVolume(series);
    for (int k = 0; k < 2; ++k) {
        for (int j = 0; j < 3; ++j) {
            for (int i = 0; i < 4; ++i)
                EXPECT_EQ(volume->value(i, j, k), i + 4 * (j + 3 * (reversed ? 1 - k : k)));
        }
    }
}

TEST(Nrrd, Encodings) {
    const TemporaryFolder folder;
    std::string text;
    for (int n = 0; n < 24; ++n)
        text += std::to_string(n) + (n % 4 == 3 ? "\n" : " ");
    const auto check = [&](const std::string& bytes) {
        const auto file = writeFile(folder / "renamed", bytes);
        ASSERT_EQ(sniff(file), FileKind::nrrd);
        const Series series = readItkVolume(file).at(0);
        expectVoxels(series);
        EXPECT_TRUE(series.geometry.oriented);
        EXPECT_EQ(series.geometry.origin, (Vector3{10, 20, 30}));
    };
    check(nrrd("encoding: raw\nendian: little\n") + voxels());
    check(nrrd("encoding: raw\nendian: big\n") + voxels(std::endian::big));
    check(nrrd("encoding: gzip\nendian: little\n") + deflated(voxels(), true));
    check(nrrd("encoding: ascii\n") + text);
}

TEST(Nrrd, RightAnteriorSuperiorIsTurned) {
    const TemporaryFolder folder;
    const auto file =
        writeFile(folder / "a.nrrd", nrrd("encoding: raw\nendian: little\n", "right-anterior-superior") + voxels());
    const Series series = readItkVolume(file).at(0);
    expectVoxels(series);
    EXPECT_EQ(series.geometry.iDirection, (Vector3{-1, 0, 0}));
    EXPECT_EQ(series.geometry.origin, (Vector3{-10, -20, 30}));
}

TEST(Nrrd, DetachedDataStayInTheFolder) {
    const TemporaryFolder folder;
    writeFile(folder / "sub/voxels.raw", "skipped line\nxx" + voxels());
    writeFile(folder / "sub/other.raw", voxels());
    const auto header = [&](const std::string& data) {
        return writeFile(folder / "sub/a.nhdr", nrrd("encoding: raw\nendian: little\n" + data));
    };
    expectVoxels(readItkVolume(header("line skip: 1\nbyte skip: 2\ndata file: voxels.raw\n")).at(0));
    expectVoxels(readItkVolume(header("byte skip: -1\ndata file: voxels.raw\n")).at(0));
    writeFile(folder / "outside.raw", voxels());
    for (const std::string& name :
         {std::string("../outside.raw"), (folder / "outside.raw").string(), std::string("/dev/zero")}) {
        EXPECT_NE(messageOf([&] { readItkVolume(header("data file: " + name + "\n")); }).find("outside its own folder"),
                  std::string::npos)
            << name;
    }
    EXPECT_NE(messageOf([&] { readItkVolume(header("data file: gone.raw\n")); }).find("missing"), std::string::npos);
}

TEST(Nrrd, ComponentsAndColours) {
    const TemporaryFolder folder;
    const auto file = [&](const std::string& type, const std::string& kind, const std::string& data) {
        return writeFile(folder / "a.nrrd", "NRRD0004\ntype: " + type +
                                                "\ndimension: 4\nsizes: 3 4 3 2\nkinds: " + kind +
                                                " domain domain domain\nencoding: raw\nendian: little\n\n" + data);
    };
    std::string bytes, shorts;
    for (int n = 0; n < 72; ++n)
        bytes += static_cast<char>(n), shorts += bytesOfNumber(static_cast<std::int16_t>(n));
    const Series colour = readItkVolume(file("uchar", "RGB-color", bytes)).at(0);
    EXPECT_EQ(colour.components, 3);
    EXPECT_EQ(std::to_integer<int>(loadVolume(colour)->data()[71]), 71);
    const std::vector<Series> parts = readItkVolume(file("short", "vector", shorts));
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(loadVolume(parts[2])->value(1, 2, 1), 2 + 3 * (1 + 4 * (2 + 3)));
    EXPECT_FALSE(parts[0].geometry.spacingKnown);
}

TEST(MetaImage, StoredInEveryWay) {
    const TemporaryFolder folder;
    const auto check = [&](const std::string& bytes) {
        const auto file = writeFile(folder / "renamed", bytes);
        ASSERT_EQ(sniff(file), FileKind::metaimage);
        expectVoxels(readItkVolume(file).at(0));
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

TEST(MetaImage, LeftHandedAxesGiveReversedSlices) {
    const TemporaryFolder folder;
    const auto file = writeFile(folder / "a.mha", meta("ElementDataFile = LOCAL\n", "1 0 0 0 1 0 0 0 -1") + voxels());
    const Series series = readItkVolume(file).at(0);
    expectVoxels(series, true);
    EXPECT_EQ(series.geometry.kDirection, (Vector3{0, 0, 1}));
    EXPECT_EQ(series.geometry.origin, (Vector3{10, 20, 28}));
}

TEST(ItkVolume, HeadersThatLie) {
    const TemporaryFolder folder;
    const auto reason = [&](const std::string& bytes) {
        const auto file = writeFile(folder / "a", bytes);
        const std::string message = messageOf([&] {
            for (const Series& s : readItkVolume(file))
                loadVolume(s);
        });
        EXPECT_TRUE(message.starts_with(file.string() + ": ")) << message;
        return message;
    };
    const auto replaced = [](std::string text, const std::string& from, const std::string& to) {
        return text.replace(text.find(from), from.size(), to);
    };
    const std::string n = nrrd("encoding: raw\nendian: little\n") + voxels(),
                      m = meta("ElementDataFile = LOCAL\n") + voxels();
    EXPECT_NE(reason(replaced(n, "sizes: 4 3 2", "sizes: 40000 30000 20000")).find("header is wrong"),
              std::string::npos);
    EXPECT_NE(reason(replaced(m, "4 3 2", "40000 30000 20000")).find("header is wrong"), std::string::npos);
    EXPECT_NE(reason(replaced(n, "sizes: 4 3 2", "sizes: 4 -3 2")).find("impossible size"), std::string::npos);
    EXPECT_NE(reason(replaced(m, "4 3 2", "4 3 0")).find("impossible size"), std::string::npos);
    EXPECT_NE(reason(replaced(m, "NDims = 3", "NDims = 900")).find("do not agree"), std::string::npos);
    EXPECT_NE(reason(n.substr(0, n.size() - 1)).find("cut short"), std::string::npos);
    EXPECT_NE(reason(m.substr(0, m.size() - 1)).find("cut short"), std::string::npos);
    EXPECT_NE(reason(replaced(n, "encoding: raw", "encoding: gzip")).find("damaged"), std::string::npos);
    EXPECT_NE(reason(replaced(m, "ElementDataFile = LOCAL", "ElementDataFile = /etc/passwd")).find("outside"),
              std::string::npos);
    EXPECT_NE(reason(replaced(m, "ElementDataFile = LOCAL", "ElementDataFile = LIST")).find("not supported"),
              std::string::npos);
}

}  // namespace
}  // namespace fleming::viewer
