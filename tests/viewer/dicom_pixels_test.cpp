// Tests of DICOM pixels in every encoding. DCMTK writes random values, which the readers must return.

#include "base/error.h"
#include "dicom_maker.h"
#include "viewer/io/dicom/codecs/jpeg_stream.h"
#include "viewer/io/dicom/codecs/rle.h"
#include "viewer/io/dicom/dicom_tables.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <fstream>
#include <gtest/gtest.h>
#include <optional>

namespace fleming::viewer {
namespace {

constexpr int kColumns = 37, kRows = 23;
constexpr std::size_t kPixels = std::size_t{kColumns} * kRows;

std::shared_ptr<const Volume> read(const std::filesystem::path& file) {
    const OpenResult opened = scan({file});
    if (opened.series.empty()) throw opened.skipped.at(0);
    return loadVolume(opened.series.front());
}

struct Syntax {
    const char* name;
    E_TransferSyntax syntax;
};

// The lossless encodings that DCMTK writes.
const Syntax kLossless[] = {{"implicit", EXS_LittleEndianImplicit},
                            {"explicit", EXS_LittleEndianExplicit},
                            {"bigEndian", EXS_BigEndianExplicit},
                            {"deflated", EXS_DeflatedLittleEndianExplicit},
                            {"rle", EXS_RLELossless},
                            {"jpegLossless", EXS_JPEGProcess14},
                            {"jpegLosslessSv1", EXS_JPEGProcess14SV1},
                            {"jpegLs", EXS_JPEGLSLossless}};

std::unique_ptr<DcmRepresentationParameter> parameterOf(E_TransferSyntax syntax) {
    if (syntax == EXS_JPEGProcess14) return std::make_unique<DJ_RPLossless>(4, 0);
    if (syntax == EXS_JPEGProcess14SV1) return std::make_unique<DJ_RPLossless>(1, 0);
    if (syntax == EXS_JPEGLSLossless) return std::make_unique<DJLSRepresentationParameter>(0, OFTrue);
    return nullptr;
}

class Lossless : public ::testing::TestWithParam<Syntax> {
protected:
    std::filesystem::path save(MadeDicom& made, bool bare = false) {
        return made.save(folder_ / "file", GetParam().syntax, parameterOf(GetParam().syntax).get(), bare);
    }
    TestFolder folder_;
};

INSTANTIATE_TEST_SUITE_P(DicomPixels, Lossless, ::testing::ValuesIn(kLossless),
                         [](const auto& test) { return std::string(test.param.name); });

TEST_P(Lossless, ReadsUnsigned16BitValues) {
    MadeDicom made(kColumns, kRows);
    const auto values = randomValues<std::uint16_t>(kPixels, 0, 65535);
    EXPECT_EQ(valuesOf<std::uint16_t>(*read(save(made.pixels(values)))), values);
}

TEST_P(Lossless, ReadsSigned16BitValues) {
    MadeDicom made(kColumns, kRows);
    made.format("MONOCHROME2", 1, 16, 16, true);
    const auto values = randomValues<std::int16_t>(kPixels, -32768, 32767);
    const auto volume = read(save(made.pixels(values)));
    EXPECT_EQ(volume->type(), ScalarType::int16);
    EXPECT_EQ(valuesOf<std::int16_t>(*volume), values);
}

TEST_P(Lossless, Reads8And12BitValues) {
    MadeDicom eight(kColumns, kRows);
    eight.format("MONOCHROME2", 1, 8, 8, false);
    const auto bytes = randomValues<std::uint8_t>(kPixels, 0, 255);
    auto volume = read(save(eight.pixels(bytes)));
    EXPECT_EQ(volume->type(), ScalarType::uint8);
    EXPECT_EQ(valuesOf<std::uint8_t>(*volume), bytes);
    MadeDicom twelve(kColumns, kRows);
    twelve.format("MONOCHROME2", 1, 16, 12, false);
    const auto values = randomValues<std::uint16_t>(kPixels, 0, 4095);
    EXPECT_EQ(valuesOf<std::uint16_t>(*read(save(twelve.pixels(values)))), values);
}

TEST_P(Lossless, ReadsColours) {
    MadeDicom made(kColumns, kRows);
    made.format("RGB", 3, 8, 8, false);
    const auto values = randomValues<std::uint8_t>(kPixels * 3, 0, 255);
    const auto volume = read(save(made.pixels(values)));
    EXPECT_EQ(volume->components(), 3);
    EXPECT_EQ(valuesOf<std::uint8_t>(*volume), values);
}

TEST_P(Lossless, ReadsEveryFrame) {
    MadeDicom made(kColumns, kRows);
    made.remove(DCM_ImagePositionPatient).set(DCM_NumberOfFrames, "3").set(DCM_Modality, "NM");
    const auto values = randomValues<std::uint16_t>(kPixels * 3, 0, 65535);
    const auto volume = read(save(made.pixels(values)));
    EXPECT_EQ(volume->geometry().size[2], 3);
    EXPECT_EQ(valuesOf<std::uint16_t>(*volume), values);
}

class Bare : public ::testing::TestWithParam<Syntax> {};
INSTANTIATE_TEST_SUITE_P(DicomPixels, Bare, ::testing::Values(kLossless[0], kLossless[1], kLossless[2]),
                         [](const auto& test) { return std::string(test.param.name); });

TEST_P(Bare, ReadsFilesWithoutMetaHeader) {
    const TestFolder folder;
    MadeDicom made(kColumns, kRows);
    const auto values = randomValues<std::uint16_t>(kPixels, 0, 65535);
    EXPECT_EQ(
        valuesOf<std::uint16_t>(*read(made.pixels(values).save(folder / "bare", GetParam().syntax, nullptr, true))),
        values);
}

/// Returns a picture of slow waves, which lossy compression hardly changes.
template <typename T>
std::vector<T> smooth(int samples, double top) {
    std::vector<T> values;
    for (int y = 0; y < kRows; ++y) {
        for (int x = 0; x < kColumns; ++x) {
            for (int c = 0; c < samples; ++c) {
                values.push_back(static_cast<T>(top * (0.5 + 0.4 * std::sin(x * 0.15 + y * 0.1 + c))));
            }
        }
    }
    return values;
}

template <typename T>
double largestDifference(const std::vector<T>& a, const std::vector<T>& b) {
    double most = a.size() == b.size() ? 0 : 1e9;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        most = std::max(most, std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i])));
    }
    return most;
}

TEST(DicomPixels, ReadJpegBaselineInGreyAndColour) {
    const TestFolder folder;
    const DJ_RPLossy quality(98);
    MadeDicom grey(kColumns, kRows);
    grey.format("MONOCHROME2", 1, 8, 8, false);
    const auto values = smooth<std::uint8_t>(1, 255);
    const auto greyFile = grey.pixels(values).save(folder / "grey", EXS_JPEGProcess1, &quality);
    EXPECT_LE(largestDifference(valuesOf<std::uint8_t>(*read(greyFile)), values), 3);
    MadeDicom colour(kColumns, kRows);
    colour.format("RGB", 3, 8, 8, false);
    const auto colours = smooth<std::uint8_t>(3, 255);
    const auto file = colour.pixels(colours).save(folder / "colour", EXS_JPEGProcess1, &quality);
    OFString photometric;
    colour.data().findAndGetOFString(DCM_PhotometricInterpretation, photometric);
    EXPECT_EQ(photometric.substr(0, 3), "YBR") << "or this test tests less than it says";
    EXPECT_LE(largestDifference(valuesOf<std::uint8_t>(*read(file)), colours), 6);
}

TEST(DicomPixels, ReadJpegExtendedWith12Bits) {
    const TestFolder folder;
    const DJ_RPLossy quality(98);
    MadeDicom made(kColumns, kRows);
    made.format("MONOCHROME2", 1, 16, 12, false);
    const auto values = smooth<std::uint16_t>(1, 4095);
    const auto file = made.pixels(values).save(folder / "file", EXS_JPEGProcess2_4, &quality);
    const auto volume = read(file);  // DCMTK scales the values to all 12 bits and sets the rescale
    ASSERT_EQ(volume->type(), ScalarType::uint16);
    std::vector<double> rescaled;
    for (int n = 0; n < static_cast<int>(kPixels); ++n)
        rescaled.push_back(volume->value(n % kColumns, n / kColumns, 0));
    EXPECT_LE(largestDifference(rescaled, std::vector<double>(values.begin(), values.end())), 24);
}

TEST(DicomPixels, MaskBitsThatAreNotStored) {
    const TestFolder folder;
    MadeDicom overlay(kColumns, kRows);
    overlay.format("MONOCHROME2", 1, 16, 12, false);
    const auto raw = randomValues<std::uint16_t>(kPixels, 0, 65535);
    const auto values = valuesOf<std::uint16_t>(*read(overlay.pixels(raw).save(folder / "overlay")));
    MadeDicom high(kColumns, kRows);
    high.format("MONOCHROME2", 1, 16, 12, false).number(DCM_HighBit, 15);
    const auto shifted = valuesOf<std::uint16_t>(*read(high.pixels(raw).save(folder / "high")));
    MadeDicom negative(kColumns, kRows);
    negative.format("MONOCHROME2", 1, 16, 12, true);
    const auto extended = valuesOf<std::int16_t>(*read(negative.pixels(raw).save(folder / "signed")));
    for (std::size_t i = 0; i < kPixels; ++i) {
        const int low = raw[i] & 0xfff;
        EXPECT_EQ(values[i], low);
        EXPECT_EQ(shifted[i], raw[i] >> 4);
        EXPECT_EQ(extended[i], low >= 0x800 ? low - 0x1000 : low);
    }
}

TEST(DicomPixels, Keep32BitsAndFloats) {
    const TestFolder folder;
    MadeDicom wide(kColumns, kRows);
    wide.format("MONOCHROME2", 1, 32, 32, true);
    const auto values = randomValues<std::int32_t>(kPixels, -2'000'000'000, 2'000'000'000);
    const auto volume = read(wide.pixels(values).save(folder / "wide"));
    EXPECT_EQ(volume->type(), ScalarType::int32);
    EXPECT_EQ(valuesOf<std::int32_t>(*volume), values);
    MadeDicom floating(kColumns, kRows);
    floating.format("MONOCHROME2", 1, 32, 32, false);
    const auto whole = randomValues<std::int32_t>(kPixels, -1000, 1000);
    std::vector<Float32> floats(whole.begin(), whole.end());
    floating.data().putAndInsertFloat32Array(DCM_FloatPixelData, floats.data(), static_cast<unsigned long>(kPixels));
    EXPECT_EQ(valuesOf<float>(*read(floating.save(folder / "float"))), floats);
    floating.data().findAndDeleteElement(DCM_FloatPixelData);
    std::vector<Float64> doubles(whole.begin(), whole.end());
    floating.data().putAndInsertFloat64Array(DCM_DoubleFloatPixelData, doubles.data(),
                                             static_cast<unsigned long>(kPixels));
    EXPECT_EQ(valuesOf<double>(*read(floating.save(folder / "double"))), doubles);
}

TEST(DicomPixels, ReadOneBitFramesAcrossByteBoundaries) {
    const TestFolder folder;
    for (const E_TransferSyntax syntax : {EXS_LittleEndianExplicit, EXS_BigEndianExplicit}) {
        MadeDicom made(5, 3);  // 15 bits per frame
        made.format("MONOCHROME2", 1, 1, 1, false).set(DCM_NumberOfFrames, "3").set(DCM_Modality, "SEG");
        made.remove(DCM_ImagePositionPatient);
        const auto bits = randomValues<std::uint8_t>(45, 0, 1);
        std::vector<std::uint16_t> packed(3);
        for (std::size_t b = 0; b < bits.size(); ++b)
            packed[b / 16] = static_cast<std::uint16_t>(packed[b / 16] | (bits[b] << (b % 16)));
        EXPECT_EQ(valuesOf<std::uint8_t>(*read(made.pixels(packed).save(folder / "bits", syntax))), bits);
    }
}

/// Source of the equations: PS3.3 C.7.6.3.1.2.
std::array<double, 3> yCbCr(double r, double g, double b) {
    return {0.2990 * r + 0.5870 * g + 0.1140 * b, -0.1687 * r - 0.3313 * g + 0.5000 * b + 128,
            0.5000 * r - 0.4187 * g - 0.0813 * b + 128};
}

TEST(DicomPixels, ConvertColoursOfAllLayoutsToRgb) {
    const TestFolder folder;
    constexpr int kWide = 38;  // 4:2:2 shares chroma between two pixels
    constexpr std::size_t kCount = std::size_t{kWide} * kRows;
    auto rgb = randomValues<std::uint8_t>(kCount * 3, 0, 255);
    for (std::size_t p = 0; p < kCount; p += 2)
        std::copy_n(&rgb[3 * p], 3, &rgb[3 * (p + 1)]);  // both pixels of a pair are equal
    std::vector<std::uint8_t> planes(rgb.size()), full(rgb.size()), half;
    for (std::size_t p = 0; p < kCount; ++p) {
        const auto ycc = yCbCr(rgb[3 * p], rgb[3 * p + 1], rgb[3 * p + 2]);
        for (std::size_t c = 0; c < 3; ++c) {
            planes[c * kCount + p] = rgb[3 * p + c];
            full[3 * p + c] = static_cast<std::uint8_t>(std::lround(std::min(ycc[c], 255.0)));
        }
        if (p % 2 == 1) half.insert(half.end(), {full[3 * p - 3], full[3 * p], full[3 * p + 1], full[3 * p + 2]});
    }
    const auto expectRgb = [&](const std::string& photometric, int planar, const std::vector<std::uint8_t>& stored,
                               int off) {
        for (const E_TransferSyntax syntax :
             {EXS_LittleEndianExplicit, EXS_LittleEndianImplicit, EXS_BigEndianExplicit}) {
            MadeDicom made(kWide, kRows);
            made.format(photometric, 3, 8, 8, false).number(DCM_PlanarConfiguration, planar);
            EXPECT_LE(
                largestDifference(valuesOf<std::uint8_t>(*read(made.pixels(stored).save(folder / "f", syntax))), rgb),
                off)
                << photometric << planar;
        }
    };
    expectRgb("RGB", 1, planes, 0);
    expectRgb("YBR_FULL", 0, full, 3);
    expectRgb("YBR_FULL_422", 0, half, 3);
}

TEST(DicomPixels, ConvertPalettesToRgb) {
    const TestFolder folder;
    for (const int depth : {8, 16}) {
        MadeDicom made(kColumns, kRows);
        made.format("PALETTE COLOR", 1, 8, 8, false);
        const auto indices = randomValues<std::uint8_t>(kPixels, 0, 255);
        std::array<std::vector<std::uint16_t>, 3> tables;
        const DcmTagKey descriptors[] = {DCM_RedPaletteColorLookupTableDescriptor,
                                         DCM_GreenPaletteColorLookupTableDescriptor,
                                         DCM_BluePaletteColorLookupTableDescriptor};
        const DcmTagKey data[] = {DCM_RedPaletteColorLookupTableData, DCM_GreenPaletteColorLookupTableData,
                                  DCM_BluePaletteColorLookupTableData};
        for (std::size_t c = 0; c < 3; ++c) {
            tables[c] = randomValues<std::uint16_t>(100, 0, depth == 8 ? 255 : 65535);
            const Uint16 descriptor[] = {100, 50, static_cast<Uint16>(depth)};
            made.data().putAndInsertUint16Array(descriptors[c], descriptor, 3);
            std::vector<Uint16> words(tables[c].begin(), tables[c].end());
            if (depth == 8) {  // two entries per word
                words.clear();
                for (std::size_t i = 0; i < 100; i += 2)
                    words.push_back(static_cast<Uint16>(tables[c][i] | tables[c][i + 1] << 8));
            }
            made.data().putAndInsertUint16Array(data[c], words.data(), static_cast<unsigned long>(words.size()));
        }
        const auto rgb = valuesOf<std::uint8_t>(*read(made.pixels(indices).save(folder / "file")));
        ASSERT_EQ(rgb.size(), kPixels * 3);
        for (std::size_t i = 0; i < rgb.size(); ++i) {
            const int entry = std::clamp(indices[i / 3] - 50, 0, 99);
            EXPECT_EQ(rgb[i], tables[i % 3][static_cast<std::size_t>(entry)] >> (depth - 8));
        }
    }
}

TEST(DicomPixels, ExpandSegmentedPalettes) {
    // The example of PS3.3 C.7.9.2: a discrete segment, a linear segment, and an indirect segment that repeats both.
    const std::vector<std::uint16_t> data{0, 2, 10, 20, 1, 4, 60, 2, 2, 0, 0};
    EXPECT_EQ(expandSegments(data, 12), (std::vector<std::uint16_t>{10, 20, 30, 40, 50, 60, 10, 20, 30, 40, 50, 60}));
    EXPECT_TRUE(expandSegments({1, 4, 60}, 10).empty()) << "a line from nowhere";
    EXPECT_TRUE(expandSegments({0, 200, 1}, 300).empty());
    EXPECT_TRUE(expandSegments({2, 1, 0, 0}, 10).empty()) << "refers to itself";
}

TEST(DicomPixels, ApplyAModalityLut) {
    const TestFolder folder;
    MadeDicom made(kColumns, kRows);
    DcmItem* item = nullptr;
    made.data().findOrCreateSequenceItem(DCM_ModalityLUTSequence, item);
    const Uint16 descriptor[] = {4, 10, 16};
    item->putAndInsertUint16Array(DCM_LUTDescriptor, descriptor, 3);
    const Uint16 entries[] = {1000, 2000, 3000, 4000};
    item->putAndInsertUint16Array(DCM_LUTData, entries, 4);
    const auto values = randomValues<std::uint16_t>(kPixels, 8, 15);
    const auto volume = read(made.pixels(values).save(folder / "file"));
    for (int n = 0; n < static_cast<int>(kPixels); ++n) {
        const int entry = std::clamp(values[static_cast<std::size_t>(n)] - 10, 0, 3);
        EXPECT_DOUBLE_EQ(volume->value(n % kColumns, n / kColumns, 0), entries[entry]);
    }
}

TEST(DicomPixels, HavePaddingAsARangeOfStoredValues) {
    const TestFolder folder;
    MadeDicom made(kColumns, kRows);
    made.format("MONOCHROME2", 1, 16, 16, true);
    made.data().putAndInsertSint16(DCM_PixelPaddingValue, -2000);
    made.data().putAndInsertSint16(DCM_PixelPaddingRangeLimit, -1500);
    const OpenResult opened =
        scan({made.pixels(std::vector<std::int16_t>(kPixels)).save(folder / "file", EXS_LittleEndianImplicit)});
    EXPECT_EQ(opened.series.at(0).image().padding, (std::pair<double, double>(-2000, -1500)));
    EXPECT_EQ(allocate(opened.series[0])->padding, (std::pair<double, double>(-2000, -1500)));
}

/// A series of five slices in `folder`; tests damage the file of slice 2.
struct Damaged {
    TestFolder folder;
    Series series;
    std::filesystem::path victim;
    Damaged() {
        std::vector<std::filesystem::path> files;
        for (int k = 0; k < 5; ++k) {
            MadeDicom made(kColumns, kRows);
            made.at(0, 0, k).pixels(std::vector<std::uint16_t>(kPixels, static_cast<std::uint16_t>(k + 1)));
            made.data().putAndInsertUint16(DCM_PixelPaddingValue, 777);
            const DJ_RPLossless parameter(1, 0);
            files.push_back(made.save(folder / std::to_string(k), EXS_JPEGProcess14SV1, &parameter));
        }
        victim = files[2];
    }
    void scanAll() {
        std::vector<std::filesystem::path> files;
        for (int k = 0; k < 5; ++k)
            files.push_back(folder / std::to_string(k));
        series = scan(files).series.at(0);
    }
    /// Returns the error of loading the series into `volume`.
    std::optional<Error> errorOf(Volume& volume) const {
        try {
            readSlices(series, volume, slicesOutward(0, 5));
        } catch (const Error& error) {
            return error;
        }
        return {};
    }
};

TEST(DicomPixels, FillADamagedSliceWithPadding) {
    Damaged damaged;
    std::fstream file(damaged.victim, std::ios::binary | std::ios::in | std::ios::out);
    std::string bytes((std::istreambuf_iterator<char>(file)), {});
    const std::size_t frame = bytes.find("\xff\xc3");
    ASSERT_NE(frame, std::string::npos);
    file.clear();
    file.seekp(static_cast<std::streamoff>(frame) + 5);
    file.put(0x7f);  // changes the height in the stream
    file.close();
    damaged.scanAll();
    const auto volume = allocate(damaged.series);
    const std::optional<Error> error = damaged.errorOf(*volume);
    ASSERT_TRUE(error && error->cause());
    EXPECT_EQ(*error, Error("dicom.unreadable_slices", damaged.victim, {"1", "5"}, *error->cause()));
    EXPECT_EQ(*error->cause(), Error("dicom.stream_size", damaged.victim));
    for (int k = 0; k < 5; ++k)
        EXPECT_EQ(volume->isDamaged(k), k == 2);
    EXPECT_TRUE(volume->complete());
    for (int k = 0; k < 5; ++k)
        EXPECT_EQ(volume->value(3, 3, k), k == 2 ? 777 : k + 1);
}

TEST(DicomPixels, RefuseAFileThatChangedOrIsGone) {
    Damaged damaged;
    damaged.scanAll();
    std::filesystem::resize_file(damaged.victim, std::filesystem::file_size(damaged.victim) - 100);
    const auto changed = allocate(damaged.series);
    EXPECT_EQ(damaged.errorOf(*changed).value().cause()->code(), "file.changed");
    std::filesystem::remove(damaged.victim);
    const auto gone = allocate(damaged.series);
    EXPECT_EQ(damaged.errorOf(*gone).value().cause()->code(), "file.gone");
    EXPECT_THROW(loadVolume(damaged.series), Error);
}

TEST(DicomPixels, ReadTheFirstRequestedSliceFirst) {
    Damaged whole;
    whole.scanAll();
    const auto volume = allocate(whole.series);
    bool firstWasThere = true;
    int calls = 0;
    readSlices(whole.series, *volume, slicesOutward(3, 5), [&](int ready, int total) {
        ++calls;
        EXPECT_EQ(total, 5);
        if (ready == 5) firstWasThere = firstWasThere && volume->isReady(3);
    });
    EXPECT_EQ(calls, 5);
    EXPECT_TRUE(firstWasThere);
}

TEST(DicomPixels, ReadOnlyTheRequestedSlices) {
    Damaged scan;
    scan.scanAll();
    for (const int k : {0, 2, 4})  // reading them would fail
        std::filesystem::remove(scan.series.files.at(static_cast<std::size_t>(k)));
    const auto volume = allocate(scan.series);
    std::vector<int> counts;
    readSlices(scan.series, *volume, {3, 1}, [&](int ready, int) { counts.push_back(ready); });
    EXPECT_EQ(counts, (std::vector<int>{1, 2}));
    for (int k = 0; k < 5; ++k)
        EXPECT_EQ(volume->isReady(k), k == 1 || k == 3) << k;
    EXPECT_EQ(volume->value(3, 3, 1), 2);
    EXPECT_EQ(volume->value(3, 3, 3), 4);
}

// Written by tests/fixtures/make_dicom.py. Values: (7 x + 13 y + 31 c) mod 256 in colour, 50 x - 40 y - 1000 in grey.
TEST(DicomPixels, ReadJpeg2000InGreyAndColour) {
    const std::filesystem::path folder = std::filesystem::path(FLEMING_FIXTURES) / "dicom";
    const auto grey = read(folder / "grey_j2k.dcm");
    ASSERT_EQ(grey->geometry().size, (Index3{30, 20, 1}));
    const auto colour = read(folder / "rgb_j2k.dcm");
    ASSERT_EQ(colour->components(), 3);
    const auto rgb = valuesOf<std::uint8_t>(*colour);
    for (int y = 0; y < 20; ++y) {
        for (int x = 0; x < 30; ++x) {
            EXPECT_EQ(grey->value(x, y, 0), 50 * x - 40 * y - 1000);
            for (int c = 0; c < 3; ++c)
                EXPECT_EQ(rgb[static_cast<std::size_t>((y * 30 + x) * 3 + c)], (7 * x + 13 * y + 31 * c) % 256);
        }
    }
}

/// Returns an RLE frame: the header with `words`, then `segments`.
std::vector<std::byte> rleFrame(const std::vector<std::uint32_t>& words, const std::vector<unsigned>& segments) {
    std::vector<std::byte> frame(64);
    for (std::size_t n = 0; n < words.size(); ++n) {
        for (std::size_t b = 0; b < 4; ++b)
            frame[4 * n + b] = static_cast<std::byte>(words[n] >> (8 * b));
    }
    for (const unsigned byte : segments)
        frame.push_back(static_cast<std::byte>(byte));
    return frame;
}

TEST(Rle, RefusesSegmentsOutsideTheFrame) {
    std::vector<std::byte> values(32);  // 16 pixels of 2 bytes
    const auto decoded = [&](const std::vector<std::byte>& frame) { return decodeRle(frame, 16, 1, 2, values); };
    EXPECT_TRUE(decoded(rleFrame({2, 64, 66}, {0xf1, 7, 0xf1, 9})));
    std::uint16_t first = 0;
    std::memcpy(&first, values.data(), 2);
    EXPECT_EQ(first, 7 * 256 + 9);
    EXPECT_FALSE(decoded(std::vector<std::byte>(2)));
    EXPECT_FALSE(decoded(rleFrame({2, 64, 1000000}, {0xf1, 7})));  // this crashes the decoder of DCMTK 3.6.7
    EXPECT_FALSE(decoded(rleFrame({2, 66, 64}, {0xf1, 7, 0xf1, 9})));
    EXPECT_FALSE(decoded(rleFrame({2, 0, 0}, {0xf1, 7, 0xf1, 9})));
    EXPECT_FALSE(decoded(rleFrame({2, 64, 65}, {0x7f, 7})));
    EXPECT_FALSE(decoded(rleFrame({2, 64, 65}, {0xf1, 0xf1})));
    EXPECT_FALSE(decoded(rleFrame({3, 64, 66, 68}, {0xf1, 7, 0xf1, 9})));
}

TEST(JpegStream, RefusesFalseHeaders) {
    const auto bytes = [](const std::string& text) { return std::as_bytes(std::span(text.data(), text.size())); };
    const std::string frame("\xff\xd8\xff\xc0\x00\x11\x08\x00\x10\x00\x20\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01", 21);
    const auto stream = readJpegStream(bytes(frame));
    ASSERT_TRUE(stream.has_value());
    EXPECT_EQ(stream->width, 32);
    EXPECT_EQ(stream->height, 16);
    EXPECT_TRUE(stream->subsampled);
    for (std::size_t cut = 0; cut < 12; ++cut)
        EXPECT_FALSE(readJpegStream(bytes(frame.substr(0, cut))).has_value());
    EXPECT_FALSE(readJpegStream(bytes(std::string("\xff\xd8\xff\x01\x00\x04\x00\x00", 8))).has_value());
    EXPECT_FALSE(readJpegStream(bytes(std::string("\xff\xd8\xff\xe0\xff\xff\x00\x00", 8))).has_value());
    EXPECT_FALSE(readJpegStream(bytes(std::string("\xff\x4f\xff\x51", 4))).has_value());
}

}  // namespace
}  // namespace fleming::viewer
