#include "viewer/io/volumes/nifti.h"

#include "base/error.h"
#include "tests/viewer/file_helpers.h"

#include <itkNiftiImageIO.h>

#include <cmath>
#include <gtest/gtest.h>
#include <random>
#include <zlib.h>

namespace fleming::viewer {
namespace {

using testing::bytesOfNumber;
using testing::errorOf;
using testing::fileSource;
using testing::inMemory;
using testing::readsOnly;
using testing::TemporaryFolder;
using testing::writeFile;

/// Builds a NIfTI-1 header. Offsets as in nifti1.h.
class Header {
public:
    explicit Header(std::endian order = std::endian::little) : order_(order), bytes_(352, '\0') {
        set<std::int32_t>(0, 348);
        for (std::size_t n = 0; n < 8; ++n)
            set<std::int16_t>(40 + 2 * n, 1);
        for (std::size_t n = 0; n < 8; ++n)
            set<float>(76 + 4 * n, 1.0F);
        set<float>(108, 352.0F);
        bytes_[123] = 2;  // mm
        bytes_.replace(344, 4, "n+1\0", 4);
    }
    template <typename T>
    Header& set(std::size_t offset, T value) {
        bytes_.replace(offset, sizeof(T), bytesOfNumber(value, order_));
        return *this;
    }
    Header& size(std::vector<int> extents, int datatype, int bits) {
        set<std::int16_t>(40, static_cast<std::int16_t>(extents.size()));
        for (std::size_t n = 0; n < extents.size(); ++n)
            set<std::int16_t>(42 + 2 * n, static_cast<std::int16_t>(extents[n]));
        set<std::int16_t>(70, static_cast<std::int16_t>(datatype));
        return set<std::int16_t>(72, static_cast<std::int16_t>(bits));
    }
    Header& spacing(float x, float y, float z) { return set(80, x).set(84, y).set(88, z); }
    Header& quaternion(float b, float c, float d, float factor) {
        return set<std::int16_t>(252, 1)
            .set(256, b)
            .set(260, c)
            .set(264, d)
            .set(268, 10.0F)
            .set(272, -20.0F)
            .set(276, 30.0F)
            .set(76, factor);
    }
    Header& sform(int code, const std::array<float, 12>& rows) {
        set<std::int16_t>(254, static_cast<std::int16_t>(code));
        for (std::size_t n = 0; n < 12; ++n)
            set(280 + 4 * n, rows[n]);
        return *this;
    }
    const std::string& bytes() const { return bytes_; }

private:
    std::endian order_;
    std::string bytes_;
};

template <typename T>
std::string numbers(int count, std::endian order = std::endian::little) {
    std::string bytes;
    for (int n = 0; n < count; ++n)
        bytes += bytesOfNumber(static_cast<T>(n), order);
    return bytes;
}

std::string gzipped(const std::string& bytes) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
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

/// Returns the LPS position in mm of the stored voxel (i, j, k) as read by ITK.
Vector3 placeByItk(const std::filesystem::path& file, const Vector3& ijk) {
    const auto io = itk::NiftiImageIO::New();
    io->SetFileName(file.string());
    io->ReadImageInformation();
    Vector3 place{};
    for (unsigned c = 0; c < 3; ++c) {
        place[c] = io->GetOrigin(c);
        for (unsigned a = 0; a < 3; ++a)
            place[c] += io->GetDirection(a)[c] * io->GetSpacing(a) * ijk[a];
    }
    return place;
}

TEST(Nifti, PlacesVoxelsAsItkDoes) {
    const TemporaryFolder folder;
    std::mt19937 random(7);
    std::uniform_real_distribution<float> part(-0.57F, 0.57F), step(0.3F, 4.0F);
    for (int trial = 0; trial < 40; ++trial) {
        const auto order = trial % 2 == 0 ? std::endian::little : std::endian::big;
        Header header(order);
        header.size({4, 5, 6}, 4, 16).spacing(step(random), step(random), step(random));
        header.quaternion(part(random), part(random), part(random), trial % 3 == 0 ? -1.0F : 1.0F);
        const auto file = writeFile(folder / "a.nii", header.bytes() + numbers<std::int16_t>(120, order));
        const Series series = readNifti(fileSource(file)).at(0);
        ASSERT_TRUE(series.geometry().oriented);
        EXPECT_NEAR(
            dot(cross(series.geometry().iDirection, series.geometry().jDirection), series.geometry().kDirection), 1.0,
            1e-9);
        const auto volume = loadVolume(series);
        for (const Vector3& ijk : {Vector3{0, 0, 0}, Vector3{3, 4, 5}, Vector3{1, 2, 3}}) {
            // The volume has the stored value at the position that ITK computes.
            const Vector3 place = placeByItk(file, ijk), ours = series.geometry().patientToVoxel(place);
            const int i = static_cast<int>(std::lround(ours[0])), j = static_cast<int>(std::lround(ours[1]));
            const int k = static_cast<int>(std::lround(ours[2]));
            for (std::size_t c = 0; c < 3; ++c)
                EXPECT_NEAR(ours[c], std::round(ours[c]), 1e-3);
            EXPECT_EQ(volume->value(i, j, k), ijk[0] + 4 * (ijk[1] + 5 * ijk[2]));
        }
    }
}

TEST(Nifti, ChoosesBetweenSformAndQformAsItkDoes) {
    const TemporaryFolder folder;
    const std::array<float, 12> rows = {0, -2, 0, 5, 3, 0, 0, 6, 0, 0, 4, 7};
    for (const int code : {0, 1, 2}) {
        for (const bool qform : {false, true}) {
            if (code == 0 && !qform) continue;
            Header header;
            header.size({3, 3, 3}, 2, 8).spacing(1, 1, 1);
            if (qform) header.quaternion(0.1F, 0.2F, 0.3F, 1.0F);
            if (code > 0) header.spacing(3, 2, 4).sform(code, rows);
            const auto file = writeFile(folder / "a.nii", header.bytes() + numbers<std::uint8_t>(27));
            const Geometry geometry = readNifti(fileSource(file)).at(0).geometry();
            const Vector3 expected = placeByItk(file, {1, 2, 1});  // middle slice: a reversal keeps it
            const Vector3 place = geometry.voxelToPatient({1, 2, 1});
            for (std::size_t c = 0; c < 3; ++c)
                EXPECT_NEAR(place[c], expected[c], 1e-3) << code << qform;
        }
    }
}

TEST(Nifti, StraightensASkewedSformAndAddsANote) {
    Header header;
    header.size({3, 3, 3}, 2, 8).sform(2, {1, 0.3F, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0});
    const Series series = readNifti(inMemory(header.bytes() + numbers<std::uint8_t>(27))).at(0);
    EXPECT_NEAR(dot(series.geometry().iDirection, series.geometry().jDirection), 0.0, 1e-12);
    EXPECT_EQ(series.notes, std::vector{Note({"volume.skewed_axes", {}})});
}

TEST(Nifti, ReadsFourDimensionsScalingAndGzip) {
    Header header;
    header.size({3, 4, 2, 3}, 512, 16).set(112, 2.5F).set(116, -7.0F).set(124, 90.0F).set(128, 10.0F);
    const std::string bytes = header.bytes() + numbers<std::uint16_t>(72);
    for (const bool compressed : {false, true}) {
        const ByteSourcePtr source = inMemory(compressed ? gzipped(bytes) : bytes);
        ASSERT_TRUE(isNifti(source, source->start(kFileStartBytes)));
        const std::vector<Series> series = readNifti(source);
        ASSERT_EQ(series.size(), 3U);
        for (std::size_t t = 0; t < 3; ++t) {
            EXPECT_EQ(toString(series[t].description),
                      series[t].description.words + ", time point " + std::to_string(t + 1) + " of 3");
            EXPECT_EQ(series[t].image().type, ScalarType::uint16);
            EXPECT_EQ(series[t].image().rescale, (Rescale{2.5, -7.0}));
            EXPECT_EQ(loadVolume(series[t])->value(1, 2, 1),
                      2.5 * (1 + 3 * (2 + 4 * (1 + 2 * static_cast<int>(t)))) - 7.0);
            EXPECT_EQ(series[t].image().windows.at(0), (NamedWindow{"File", {50.5, 81.0}}));
        }
    }
}

TEST(Nifti, ReadsTheIntentOfLabels) {
    for (const auto& [code, labels] : {std::pair(0, false), std::pair(1002, true), std::pair(5, false)}) {
        const std::string bytes = Header().size({2, 3, 4}, 4, 16).set(68, static_cast<std::int16_t>(code)).bytes() +
                                  numbers<std::int16_t>(24);
        EXPECT_EQ(readNifti(inMemory(bytes)).at(0).image().labels, labels) << code;
    }
}

TEST(Nifti, ReadsPairsAndColours) {
    const TemporaryFolder folder;
    std::string header = Header().size({2, 3, 2}, 128, 24).set(108, 0.0F).bytes();
    header.replace(344, 4, "ni1\0", 4);
    const auto file = writeFile(folder / "pair.hdr", header.substr(0, 348));
    EXPECT_EQ(errorOf([&] { readNifti(fileSource(file)); }), Error("nifti.no_image_file", file, {"pair.img"}));
    EXPECT_EQ(errorOf([&] { readNifti(inMemory(header.substr(0, 348), "pair.hdr")); }),
              Error("nifti.no_image_file", "pair.hdr", {"pair.img"}));
    writeFile(folder / "pair.img", numbers<std::uint8_t>(36));
    const Series series = readNifti(fileSource(file)).at(0);
    EXPECT_EQ(series.image().components, 3);
    EXPECT_EQ(series.files.size(), 2U);
    EXPECT_EQ(std::to_integer<int>(loadVolume(series)->data()[7]), 7);
}

TEST(Nifti, ReadsOnlyTheRequestedSlices) {
    for (const float handedness : {1.0F, -1.0F}) {  // left-handed axes: the slices are stored in the opposite order
        const std::string bytes =
            Header().size({2, 3, 6}, 4, 16).sform(1, {handedness, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0}).bytes() +
            numbers<std::int16_t>(36);
        EXPECT_TRUE(readsOnly(readNifti(inMemory(bytes)).at(0), {4, 0, 1}));
        EXPECT_TRUE(readsOnly(readNifti(inMemory(gzipped(bytes))).at(0), {4, 0, 1}));
    }
}

TEST(Nifti, RefusesFalseHeaders) {
    const auto fault = [&](const std::string& bytes) {
        const Error error = errorOf([&] {
            for (const Series& s : readNifti(inMemory(bytes, "a.nii")))
                loadVolume(s);
        });
        EXPECT_EQ(error.source(), "a.nii");
        return error.code();
    };
    const std::string voxels = numbers<std::int16_t>(24);
    const auto header = [] { return Header().size({2, 3, 4}, 4, 16); };
    EXPECT_EQ(fault(header().size({2, 3, 400}, 4, 16).bytes() + voxels), "volume.too_few_bytes");
    EXPECT_EQ(fault(gzipped(header().size({32767, 32767, 32767}, 64, 64).bytes() + voxels)),
              "volume.too_few_compressed_bytes");
    EXPECT_EQ(fault(gzipped(header().size({20, 20, 20}, 4, 16).bytes() + voxels)), "file.cut_short");
    const std::string whole = gzipped(header().bytes() + voxels);
    EXPECT_EQ(fault(whole.substr(0, whole.size() - 12)), "file.cut_short");
    EXPECT_EQ(fault(header().size({2, -3, 4}, 4, 16).bytes() + voxels), "volume.impossible_size");
    EXPECT_EQ(fault(header().size({2, 0, 4}, 4, 16).bytes() + voxels), "volume.impossible_size");
    EXPECT_EQ(fault(header().size({2, 3, 4}, 32, 64).bytes() + voxels), "nifti.complex");
    EXPECT_EQ(fault(header().size({2, 3, 4}, 9, 64).bytes() + voxels), "nifti.unknown_type");
    EXPECT_EQ(fault(header().set<std::int16_t>(40, 99).bytes() + voxels), "nifti.impossible_dimensions");
    EXPECT_EQ(fault(header().set(108, -1e30F).bytes() + voxels), "nifti.impossible_offset");
    EXPECT_EQ(fault(header().set(108, std::nanf("")).bytes() + voxels), "nifti.impossible_offset");
}

TEST(Nifti, IgnoresAnInvalidPlace) {
    Header header;
    header.size({2, 3, 4}, 4, 16).spacing(std::nanf(""), 0, -1).sform(1, {}).set(112, std::nanf(""));
    const Series series = readNifti(inMemory(header.bytes() + numbers<std::int16_t>(24))).at(0);
    EXPECT_FALSE(series.geometry().oriented);
    EXPECT_FALSE(series.geometry().spacingKnown);
    EXPECT_EQ(series.geometry().spacing, (Vector3{1, 1, 1}));
    EXPECT_EQ(series.image().rescale, Rescale{});
    EXPECT_EQ(series.notes, std::vector{Note({"volume.orientation_ignored", {}})});
}

TEST(Nifti, StopsOnRequest) {
    const Header header = Header().size({2, 3, 4}, 4, 16);
    const Series series = readNifti(inMemory(header.bytes() + numbers<std::int16_t>(24))).at(0);
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(loadVolume(series, {}, source.get_token()), Cancelled);
}

}  // namespace
}  // namespace fleming::viewer
