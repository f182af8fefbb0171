// Tests of DICOM files whose frames follow each other in time: their times, values and windows.
#include "tests/viewer/dicom_maker.h"
#include "viewer/render/clip_frame.h"
#include "viewer/render/colour_table.h"
#include "viewer/render/window_presets.h"

#include <cmath>
#include <numeric>

namespace fleming::viewer {
namespace {

constexpr int kWide = 7, kHigh = 5;
constexpr std::size_t kPixels = kWide * kHigh;

/// A file of grey frames without a place in the patient.
MadeDicom frames(const std::string& modality, int count) {
    MadeDicom made(kWide, kHigh);
    made.remove(DCM_ImagePositionPatient).remove(DCM_ImageOrientationPatient);
    made.set(DCM_Modality, modality).set(DCM_NumberOfFrames, std::to_string(count));
    return made;
}

/// DICOM's LINEAR function as the standard writes it (PS3.3 C.11.2.1.2.1), for 0..255.
int linear(double x, double c, double w) {
    if (x <= c - 0.5 - (w - 1) / 2) return 0;
    if (x > c - 0.5 + (w - 1) / 2) return 255;
    return static_cast<int>(std::lround(((x - (c - 0.5)) / (w - 1) + 0.5) * 255.0));
}

TEST(DicomClip, HasFramesOverTime) {
    const TestFolder folder;
    MadeDicom made(4, 2);
    made.remove(DCM_ImagePositionPatient).remove(DCM_ImageOrientationPatient);
    made.set(DCM_Modality, "US").set(DCM_NumberOfFrames, "3").set(DCM_FrameTime, "40").format("RGB", 3, 8, 8, false);
    const auto values = randomValues<std::uint8_t>(3 * 4 * 2 * 3, 0, 255);
    const Series series = scan({made.pixels(values).save(folder / "us")}).series.at(0);
    ASSERT_EQ(series.kind(), SeriesKind::clip);
    EXPECT_EQ(series.clip().frameCount, 3);
    EXPECT_DOUBLE_EQ(series.clip().framesPerSecond, 25.0);
    EXPECT_NEAR(series.clip().duration, 0.12, 1e-12);
    const auto clip = series.source->openClip({});
    for (const int f : {2, 0, 1}) {
        const RgbImage frame = clip->frame(f);
        EXPECT_TRUE(std::equal(frame.rgb.begin(), frame.rgb.end(), values.begin() + f * 24)) << f;
    }
    EXPECT_DOUBLE_EQ(clip->timeOf(2), 0.08);
    EXPECT_THROW(clip->frame(3), Error);
    EXPECT_FALSE(clip->windowing());
}

TEST(DicomClip, UsesTheLinearFunctionAtWidth1) {
    // PS3.3 C.11.2.1.2.1: values up to 499.5 are black, values above are white.
    const TestFolder folder;
    MadeDicom made(3, 1);
    made.remove(DCM_ImagePositionPatient).set(DCM_Modality, "XA").set(DCM_NumberOfFrames, "2");
    made.set(DCM_FrameTime, "40").set(DCM_WindowCenter, "500").set(DCM_WindowWidth, "1");
    made.set(DCM_RescaleSlope, "0.5").set(DCM_RescaleIntercept, "0");
    made.pixels(std::vector<std::uint16_t>{998, 999, 1000, 0, 0, 0});
    const Series series = scan({made.save(folder / "xa")}).series.at(0);
    const auto clip = series.source->openClip({});
    EXPECT_EQ(clip->frame(0).rgb, (std::vector<std::uint8_t>{0, 0, 0, 0, 0, 0, 255, 255, 255}));
}

TEST(DicomClip, AppliesItsWindowToDeepGrey) {
    const TestFolder folder;
    MadeDicom made(2, 1);
    made.remove(DCM_ImagePositionPatient).set(DCM_Modality, "XA").set(DCM_NumberOfFrames, "2");
    made.set(DCM_FrameTimeVector, "0\\100").set(DCM_WindowCenter, "500").set(DCM_WindowWidth, "1000");
    const Series series =
        scan({made.pixels(std::vector<std::uint16_t>{0, 4000, 500, 250}).save(folder / "xa")}).series.at(0);
    ASSERT_EQ(series.kind(), SeriesKind::clip);
    EXPECT_DOUBLE_EQ(series.clip().framesPerSecond, 10.0);
    const auto clip = series.source->openClip({});
    EXPECT_EQ(clip->frame(0).rgb, (std::vector<std::uint8_t>{0, 0, 0, 255, 255, 255}));
    EXPECT_EQ(clip->windowing(), Windowing(Window{500, 1000}));
    EXPECT_EQ(clip->frame(1).rgb[0], 128);  // ((500 - 499.5) / 999 + 0.5) * 255 = 127.6
}

TEST(DicomClip, IsWindowedLikeTheStandardSays) {
    struct Kind {
        int allocated, stored;
        bool isSigned;
        double slope, intercept;
        bool lowestIsWhite;
    };
    for (const Kind& kind :
         {Kind{16, 12, false, 1, 0, false}, Kind{16, 12, false, 1, 0, true}, Kind{16, 16, true, 1, 0, false},
          Kind{16, 16, false, 0.25, -100, false}, Kind{16, 12, false, 2, -1024, true}}) {
        const TestFolder folder;
        const long low = kind.isSigned ? -(1L << (kind.stored - 1)) : 0;
        const long high = low + (1L << kind.stored) - 1;
        const auto stored = randomValues<std::uint16_t>(3 * kPixels, low, high);
        MadeDicom made = frames("XA", 3);
        made.format(kind.lowestIsWhite ? "MONOCHROME1" : "MONOCHROME2", 1, kind.allocated, kind.stored, kind.isSigned);
        made.set(DCM_FrameTime, "40").set(DCM_WindowCenter, "700\\300").set(DCM_WindowWidth, "900\\50");
        made.set(DCM_WindowCenterWidthExplanation, "WIDE\\NARROW");
        made.set(DCM_RescaleSlope, std::to_string(kind.slope))
            .set(DCM_RescaleIntercept, std::to_string(kind.intercept));
        const Series series = scan({made.pixels(stored).save(folder / "xa")}).series.at(0);
        const auto clip = series.source->openClip({});
        ASSERT_EQ(clip->windows().size(), 2U);
        EXPECT_EQ(clip->windows()[1].name, "NARROW");
        EXPECT_EQ(clip->lowestIsWhite(), kind.lowestIsWhite);
        for (int f = 0; f < 3; ++f) {
            const auto values = clip->values(f);
            ASSERT_TRUE(values && values->isReady(0));
            EXPECT_EQ(renderFrame(*clip, f).rgb, clip->frame(f).rgb);
            EXPECT_EQ(renderFrame(*clip, f, {Window{700, 900}}).rgb, clip->frame(f).rgb) << "the same window, named";
            for (const Window window : {Window{700, 900}, Window{300, 50}, Window{1234.5, 3000}}) {
                const RgbImage image = renderFrame(*clip, f, {window});
                ASSERT_EQ(image.rgb.size(), 3 * kPixels);
                for (std::size_t p = 0; p < kPixels; ++p) {
                    const std::uint16_t bits = stored[static_cast<std::size_t>(f) * kPixels + p];
                    const double value =
                        (kind.isSigned ? static_cast<std::int16_t>(bits) : bits) * kind.slope + kind.intercept;
                    EXPECT_DOUBLE_EQ(values->value(static_cast<int>(p % kWide), static_cast<int>(p / kWide), 0), value);
                    const int level = linear(value, window.center, window.width);
                    for (std::size_t c = 0; c < 3; ++c)
                        ASSERT_EQ(image.rgb[3 * p + c], kind.lowestIsWhite ? 255 - level : level) << value;
                }
            }
        }
    }
}

TEST(DicomClip, IsWindowedByTheRangeOfItsFrame) {
    const TestFolder folder;
    std::vector<std::uint16_t> stored(2 * kPixels, 1000);
    stored[3] = 200;
    stored[4] = 3000;
    stored[5] = 1600;
    MadeDicom made = frames("US", 2);
    made.format("MONOCHROME2", 1, 16, 12, false).set(DCM_FrameTime, "40");
    const auto clip = scan({made.pixels(stored).save(folder / "us")}).series.at(0).source->openClip({});
    const RgbImage image = renderFrame(*clip, 0, {MinMax{}});
    EXPECT_EQ(image.rgb[9], 0);
    EXPECT_EQ(image.rgb[12], 255);
    EXPECT_EQ(image.rgb[15], static_cast<int>(1400.0 / 2800.0 * 255));
    EXPECT_EQ(renderFrame(*clip, 1, {MinMax{}}).rgb, std::vector<std::uint8_t>(3 * kPixels)) << "a flat frame";
}

TEST(DicomClip, HasTheWindowsOfItsKeys) {
    const TestFolder folder;
    MadeDicom made = frames("XA", 2);
    made.set(DCM_FrameTime, "40").set(DCM_WindowCenter, "500").set(DCM_WindowWidth, "400");
    made.pixels(randomValues<std::uint16_t>(2 * kPixels, 0, 4095));
    const Series series = scan({made.save(folder / "xa")}).series.at(0);
    const auto clip = series.source->openClip({});
    const auto keys = keyWindows(series.modality, clip->windows(), *clip->values(1));
    ASSERT_EQ(keys.size(), 4U);  // that of the file, and three of the values
    EXPECT_EQ(keys[0].window, (Window{500, 400}));
    EXPECT_EQ(windowByName("XA", {{"Stent", {9, 8}}}, "stent"), Windowing(Window{9, 8}));
    EXPECT_THROW(windowByName("XA", clip->windows(), "lung"), Error);
    EXPECT_EQ(windowByName("CT", {}, "lung"), Windowing(Window{-600, 1500}));
}

TEST(DicomClip, OfColoursHasNoValues) {
    const TestFolder folder;
    MadeDicom made = frames("US", 2);
    made.set(DCM_FrameTime, "40").format("RGB", 3, 8, 8, false);
    made.pixels(randomValues<std::uint8_t>(2 * 3 * kPixels, 0, 255));
    const auto clip = scan({made.save(folder / "us")}).series.at(0).source->openClip({});
    EXPECT_EQ(clip->values(0), nullptr);
    EXPECT_TRUE(clip->windows().empty());
    EXPECT_FALSE(clip->windowing());
    EXPECT_EQ(renderFrame(*clip, 1, {Window{3, 4}}).rgb, clip->frame(1).rgb);
    EXPECT_THROW(clip->values(2), Error);
}

/// Returns the clip of a file of `count` frames that `change` gives its times.
template <typename Change>
std::shared_ptr<const Clip> timed(const TestFolder& folder, int count, const Change& change) {
    MadeDicom made = frames("XA", count);
    change(made);
    made.pixels(std::vector<std::uint16_t>(static_cast<std::size_t>(count) * kPixels, 1));
    const OpenResult opened = scan({made.save(folder / "timed")});
    return opened.series.at(0).source->openClip({});
}

TEST(DicomClip, HasTheRateOfItsFile) {
    const TestFolder folder;
    const auto rate = [&](const auto& change) { return timed(folder, 4, change)->framesPerSecond(); };
    EXPECT_DOUBLE_EQ(rate([](MadeDicom& made) { made.set(DCM_FrameTime, "33.3333"); }), 1000 / 33.3333);
    EXPECT_DOUBLE_EQ(rate([](MadeDicom& made) { made.set(DCM_CineRate, "15"); }), 15);
    EXPECT_DOUBLE_EQ(rate([](MadeDicom& made) { made.set(DCM_RecommendedDisplayFrameRate, "12"); }), 12);
    // What was measured goes before what is recommended.
    EXPECT_DOUBLE_EQ(
        rate([](MadeDicom& made) { made.set(DCM_FrameTime, "100").set(DCM_RecommendedDisplayFrameRate, "25"); }), 10);
    const auto uneven = timed(
        folder, 4, [](MadeDicom& made) { made.set(DCM_FrameTimeVector, "0\\40\\200\\20").set(DCM_FrameTime, "10"); });
    EXPECT_DOUBLE_EQ(uneven->timeOf(2), 0.24);
    EXPECT_DOUBLE_EQ(uneven->framesPerSecond(), 3 / 0.26);
    EXPECT_EQ(uneven->indexAt(0.2), 1);
    EXPECT_EQ(uneven->preferredMode(), PlayMode::loop);
    const auto sweeping = timed(
        folder, 4, [](MadeDicom& made) { made.set(DCM_FrameTime, "40").number(DCM_PreferredPlaybackSequencing, 1); });
    EXPECT_EQ(sweeping->preferredMode(), PlayMode::backAndForth);
}

TEST(DicomClip, HasTheTimesOfThePhasesOfADynamicStudy) {
    const TestFolder folder;
    MadeDicom made = frames("NM", 5);
    for (const auto& [count, milliseconds] : {std::pair("3", "2000"), std::pair("2", "10000")}) {
        DcmItem* phase = nullptr;
        ASSERT_TRUE(made.data().findOrCreateSequenceItem(DCM_PhaseInformationSequence, phase, -2).good());
        ASSERT_TRUE(phase->putAndInsertString(DCM_ActualFrameDuration, milliseconds).good());
        ASSERT_TRUE(phase->putAndInsertUint16(DCM_NumberOfFramesInPhase, static_cast<Uint16>(std::stoi(count))).good());
    }
    made.pixels(randomValues<std::uint16_t>(5 * kPixels, 0, 4095));
    const Series series = scan({made.save(folder / "nm")}).series.at(0);
    ASSERT_EQ(series.kind(), SeriesKind::clip);
    const auto clip = series.source->openClip({});
    for (const auto& [frame, seconds] : {std::pair(0, 0.0), std::pair(2, 4.0), std::pair(3, 6.0), std::pair(4, 16.0)})
        EXPECT_DOUBLE_EQ(clip->timeOf(frame), seconds);
}

/// Puts a table of 8 bits into an item; `first` is its first value, as the 16 bits of the file.
void putTable(DcmItem& item, int first, const std::vector<Uint16>& entries) {
    DcmItem* lut = nullptr;
    ASSERT_TRUE(item.findOrCreateSequenceItem(DCM_VOILUTSequence, lut).good());
    const std::array<Uint16, 3> descriptor{static_cast<Uint16>(entries.size()), static_cast<Uint16>(first), 8};
    lut->putAndInsertUint16Array(DcmTag(DCM_LUTDescriptor, EVR_US), descriptor.data(), 3);
    lut->putAndInsertUint16Array(DcmTag(DCM_LUTData, EVR_US), entries.data(),
                                 static_cast<unsigned long>(entries.size()));
    lut->putAndInsertString(DCM_LUTExplanation, "NORMAL");
}

std::vector<Uint16> randomEntries(std::size_t count) {
    const auto bytes = randomValues<std::uint8_t>(count, 0, 255);
    return {bytes.begin(), bytes.end()};
}

TEST(DicomClip, IsShownThroughItsTable) {
    const TestFolder folder;
    const std::vector<Uint16> entries = randomEntries(200);
    for (const bool hasWindow : {false, true}) {
        MadeDicom made = frames("XA", 3);
        made.format("MONOCHROME2", 1, 16, 12, false).set(DCM_FrameTime, "40");
        if (hasWindow) made.set(DCM_WindowCenter, "100").set(DCM_WindowWidth, "40");
        putTable(made.data(), 50, entries);
        const auto stored = randomValues<std::uint16_t>(3 * kPixels, 0, 400);
        const Series series = scan({made.pixels(stored).save(folder / "xa")}).series.at(0);
        const auto clip = series.source->openClip({});
        ASSERT_EQ(clip->windows().size(), hasWindow ? 2U : 1U);
        EXPECT_EQ(clip->windowing(), clip->windows().front().windowing());
        EXPECT_EQ(std::holds_alternative<VoiTablePtr>(*clip->windowing()), !hasWindow);
        const Windowing table = windowByName("XA", clip->windows(), "normal");
        for (int f = 0; f < 3; ++f) {
            const RgbImage image = renderFrame(*clip, f, {table});
            EXPECT_EQ(renderFrame(*clip, f).rgb, clip->frame(f).rgb);
            EXPECT_EQ(image.rgb == clip->frame(f).rgb, !hasWindow);
            for (std::size_t p = 0; p < kPixels; ++p) {
                const int value = stored[static_cast<std::size_t>(f) * kPixels + p];
                ASSERT_EQ(image.rgb[3 * p], entries[static_cast<std::size_t>(std::clamp(value - 50, 0, 199))]) << value;
            }
        }
    }
}

TEST(DicomClip, KnowsWhetherTheTablesOfFunctionalGroupsAreSigned) {
    struct Kind {
        bool isSigned;  // the stored values
        const char* intercept;
        int first;  // the value of the first entry
    };
    // Only values that can be negative make the descriptor signed (PS3.3 C.11.2.1.1).
    for (const Kind& kind : {Kind{false, "-100", -10}, Kind{true, "0", -10}, Kind{false, "0", 40000},
                             Kind{true, "32768", 40000}, Kind{false, "-32768", -20000}}) {
        const TestFolder folder;
        MadeDicom made = frames("XA", 2);
        made.set(DCM_SOPClassUID, UID_EnhancedXAImageStorage).set(DCM_FrameTime, "40");
        made.format("MONOCHROME2", 1, 16, 16, kind.isSigned);
        const std::vector<Uint16> entries = randomEntries(60);
        DcmItem *shared = nullptr, *voi = nullptr;
        made.data().findOrCreateSequenceItem(DCM_SharedFunctionalGroupsSequence, shared);
        shared->findOrCreateSequenceItem(DCM_FrameVOILUTSequence, voi);
        putTable(*voi, kind.first, entries);
        for (int f = 0; f < 2; ++f) {
            DcmItem *frame = nullptr, *values = nullptr;
            made.data().findOrCreateSequenceItem(DCM_PerFrameFunctionalGroupsSequence, frame, -2);
            frame->findOrCreateSequenceItem(DCM_PixelValueTransformationSequence, values);
            values->putAndInsertString(DCM_RescaleIntercept, kind.intercept);
            values->putAndInsertString(DCM_RescaleSlope, "1");
        }
        const int offset = std::atoi(kind.intercept);
        std::vector<std::uint16_t> stored(2 * kPixels);
        std::iota(stored.begin(), stored.end(), static_cast<std::uint16_t>(kind.first - 5 - offset));
        const Series series = scan({made.pixels(stored).save(folder / "xa")}).series.at(0);
        ASSERT_EQ(series.kind(), SeriesKind::clip);
        const auto clip = series.source->openClip({});
        const RgbImage image = clip->frame(1);
        for (std::size_t p = 0; p < kPixels; ++p) {
            const auto entry = static_cast<std::size_t>(std::clamp(static_cast<int>(kPixels + p) - 5, 0, 59));
            ASSERT_EQ(image.rgb[3 * p], entries[entry]) << kind.first << " " << kind.intercept << " " << p;
        }
    }
}

TEST(DicomClip, HasTheSizeOfItsPixels) {
    using Unit = PixelSize::Unit;
    const TestFolder folder;
    const auto size = [&](const auto& change) {
        return timed(folder, 2,
                     [&](MadeDicom& made) {
                         made.remove(DCM_PixelSpacing).set(DCM_FrameTime, "40");
                         change(made);
                     })
            ->pixelSize();
    };
    const auto region = [](MadeDicom& made, double x, double y, int units = 3, Uint32 right = kWide - 1) {
        DcmItem* item = nullptr;
        made.data().findOrCreateSequenceItem(DCM_SequenceOfUltrasoundRegions, item, -2);
        item->putAndInsertUint16(DCM_RegionSpatialFormat, 1);
        item->putAndInsertUint32(DCM_RegionLocationMinX0, 0);
        item->putAndInsertUint32(DCM_RegionLocationMinY0, 0);
        item->putAndInsertUint32(DCM_RegionLocationMaxX1, right);
        item->putAndInsertUint32(DCM_RegionLocationMaxY1, kHigh - 1);
        item->putAndInsertUint16(DCM_PhysicalUnitsXDirection, static_cast<Uint16>(units));
        item->putAndInsertUint16(DCM_PhysicalUnitsYDirection, static_cast<Uint16>(units));
        item->putAndInsertFloat64(DCM_PhysicalDeltaX, x);
        item->putAndInsertFloat64(DCM_PhysicalDeltaY, y);
    };
    EXPECT_EQ(size([](MadeDicom&) {}), PixelSize());
    EXPECT_EQ(size([](MadeDicom& made) { made.set(DCM_PixelSpacing, "0.5\\0.25"); }),
              (PixelSize{0.25, 0.5, Unit::inPatient}));
    EXPECT_EQ(size([](MadeDicom& made) { made.set(DCM_ImagerPixelSpacing, "0.4\\0.4"); }),
              (PixelSize{0.4, 0.4, Unit::atDetector}));
    EXPECT_EQ(size([](MadeDicom& made) {
                  made.set(DCM_ImagerPixelSpacing, "0.4\\0.4").set(DCM_EstimatedRadiographicMagnificationFactor, "1.6");
              }),
              (PixelSize{0.25, 0.25, Unit::inPatient}));
    // Pixel Spacing that only repeats the detector's is not calibrated, unless the file says so.
    const auto repeated = [](MadeDicom& made) {
        made.set(DCM_ImagerPixelSpacing, "0.4\\0.4").set(DCM_PixelSpacing, "0.4\\0.4");
    };
    EXPECT_EQ(size(repeated).unit, Unit::atDetector);
    EXPECT_EQ(size([&](MadeDicom& made) {
                  repeated(made);
                  made.set(DCM_PixelSpacingCalibrationType, "GEOMETRY");
              }).unit,
              Unit::inPatient);
    EXPECT_EQ(size([](MadeDicom& made) { made.set(DCM_PixelAspectRatio, "2\\1"); }),
              (PixelSize{0.5, 1.0, Unit::none}));  // twice as high as wide
    EXPECT_EQ(size([](MadeDicom& made) { made.set(DCM_PixelAspectRatio, "1\\5000"); }), PixelSize());
    EXPECT_EQ(size([&](MadeDicom& made) { region(made, 0.02, -0.03); }), (PixelSize{0.2, 0.3, Unit::inPatient}));
    EXPECT_EQ(size([&](MadeDicom& made) {
                  region(made, 0.02, 0.02);
                  region(made, 0.05, 0.05);
              }),
              PixelSize());
    EXPECT_EQ(size([&](MadeDicom& made) { region(made, 0.02, 0.02, 4); }), PixelSize());
    // The regions of an image that was made smaller have the pixels of the larger one.
    EXPECT_EQ(size([&](MadeDicom& made) { region(made, 0.02, 0.02, 3, 2 * kWide); }), PixelSize());
}

TEST(DicomClip, IsTurnedColouredAndInverted) {
    const TestFolder folder;
    MadeDicom grey = frames("XA", 2), rgb = frames("US", 2);
    grey.set(DCM_FrameTime, "40").set(DCM_WindowCenter, "300").set(DCM_WindowWidth, "500");
    rgb.set(DCM_FrameTime, "40").format("RGB", 3, 8, 8, false);
    grey.pixels(randomValues<std::uint16_t>(2 * kPixels, 0, 600));
    rgb.pixels(randomValues<std::uint8_t>(2 * 3 * kPixels, 0, 255));
    for (MadeDicom* made : {&grey, &rgb}) {
        const bool isGrey = made == &grey;
        const auto clip = scan({made->save(folder / "clip")}).series.at(0).source->openClip({});
        const RgbImage plain = clip->frame(1);
        for (int kind = 0; kind < 32; ++kind) {
            const Turn turn{(kind & 4) != 0, kind & 3};
            const bool inverted = (kind & 8) != 0;
            const ColourTable colours = (kind & 16) != 0 ? ColourTable::pet : ColourTable::grey;
            const RgbImage image = renderFrame(*clip, 1, {{}, inverted, {turn, colours, Interpolation::nearest}});
            const bool isOdd = turn.quarters % 2 != 0;
            ASSERT_EQ(image.width, isOdd ? kHigh : kWide);
            ASSERT_EQ(image.height, isOdd ? kWide : kHigh);
            for (int y = 0; y < kHigh; ++y) {
                for (int x = 0; x < kWide; ++x) {
                    // Where the stored pixel goes: mirrored first, then turned clockwise quarter by quarter.
                    int column = turn.mirrored ? kWide - 1 - x : x, row = y, high = kHigh, wide = kWide;
                    for (int q = 0; q < turn.quarters; ++q) {
                        column = high - 1 - std::exchange(row, column);
                        std::swap(high, wide);
                    }
                    const std::uint8_t* from = &plain.rgb[static_cast<std::size_t>(3 * (y * kWide + x))];
                    const std::uint8_t* to = &image.rgb[static_cast<std::size_t>(3 * (row * image.width + column))];
                    const auto level = static_cast<std::size_t>(inverted ? 255 - from[0] : from[0]);
                    const Rgb colour = colourTable(colours)[level];
                    for (int c = 0; c < 3; ++c) {
                        const int own = inverted ? 255 - from[c] : from[c];
                        const int table = c == 0 ? colour.red : c == 1 ? colour.green : colour.blue;
                        ASSERT_EQ(to[c], isGrey ? table : own) << kind;
                    }
                }
            }
        }
    }
}

}  // namespace
}  // namespace fleming::viewer
