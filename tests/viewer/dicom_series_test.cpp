// Tests of the conversion of DICOM files to series: splitting, order, geometry, notes about defects, and clips.

#include "base/error.h"
#include "dicom_maker.h"
#include "viewer/render/render.h"
#include "viewer/render/window_presets.h"

#include <dcmtk/config/osconfig.h>

#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <numeric>
#include <random>

namespace fleming::viewer {
namespace {

std::vector<std::uint16_t> marksOf(const Series& series) {
    const auto volume = loadVolume(series);
    std::vector<std::uint16_t> marks;
    for (int k = 0; k < volume->geometry().size[2]; ++k)
        marks.push_back(static_cast<std::uint16_t>(volume->value(0, 0, k)));
    return marks;
}

std::vector<std::filesystem::path> shuffled(std::vector<std::filesystem::path> files) {
    std::shuffle(files.begin(), files.end(), std::mt19937(std::random_device{}()));
    return files;
}

TEST(DicomSeries, SortsByPositionAndNotByNamesOrNumbers) {
    const TestFolder folder;
    std::vector<std::filesystem::path> files;
    for (int k = 0; k < 20; ++k) {
        MadeDicom made = constantSlice(100 + 2.5 * k, static_cast<std::uint16_t>(k));
        made.set(DCM_InstanceNumber, std::to_string((k * 7) % 20)).set(DCM_SliceThickness, "9");
        files.push_back(made.save(folder / (std::to_string((k * 13) % 20) + ".dcm")));
    }
    const OpenResult opened = scan(shuffled(files));
    ASSERT_EQ(opened.series.size(), 1U);
    const Series& series = opened.series.front();
    EXPECT_EQ(series.kind(), SeriesKind::volume);
    EXPECT_EQ(series.uid, "1.2.3.4");
    EXPECT_TRUE(series.notes.empty());
    EXPECT_EQ(series.files, files) << "in slice order";
    EXPECT_EQ(series.geometry().size, (Index3{kColumns, kRows, 20}));
    EXPECT_DOUBLE_EQ(series.geometry().spacing[0], 0.5);
    EXPECT_DOUBLE_EQ(series.geometry().spacing[1], 0.75);
    EXPECT_NEAR(series.geometry().spacing[2], 2.5, 1e-9) << "from positions, not from the thickness";
    EXPECT_EQ(series.geometry().origin, (Vector3{-10, 20, 100}));
    EXPECT_TRUE(series.geometry().oriented && series.geometry().spacingKnown);
    std::vector<std::uint16_t> marks(20);
    for (std::size_t k = 0; k < 20; ++k)
        marks[k] = static_cast<std::uint16_t>(k);
    EXPECT_EQ(marksOf(series), marks);
}

TEST(DicomSeries, SortsAlongTheNormalOfObliqueAndTurnedSlices) {
    const TestFolder folder;
    std::vector<std::filesystem::path> files;
    for (int k = 0; k < 5; ++k) {  // coronal, rows to the feet: the normal is (0, 1, 0); the positions are reversed
        MadeDicom made(kColumns, kRows);
        made.set(DCM_ImageOrientationPatient, "1\\0\\0\\0\\0\\-1").at(0, -3.0 * k, 7);
        made.pixels(std::vector<std::uint16_t>(kColumns * kRows, static_cast<std::uint16_t>(k)));
        files.push_back(made.save(folder / std::to_string(k)));
    }
    const OpenResult opened = scan(files);
    ASSERT_EQ(opened.series.size(), 1U);
    EXPECT_EQ(opened.series[0].geometry().kDirection, (Vector3{0, 1, 0}));
    EXPECT_EQ(opened.series[0].geometry().origin, (Vector3{0, -12, 7}));
    EXPECT_EQ(marksOf(opened.series[0]), (std::vector<std::uint16_t>{4, 3, 2, 1, 0}));
}

TEST(DicomSeries, ReportsMissingSlices) {
    const TestFolder folder;
    std::vector<std::filesystem::path> files;
    for (const int k : {0, 1, 2, 5, 6, 8}) {
        files.push_back(constantSlice(k * 3.0, static_cast<std::uint16_t>(k)).save(folder / std::to_string(k)));
    }
    const OpenResult opened = scan(files);
    ASSERT_EQ(opened.series.size(), 1U);
    EXPECT_TRUE(hasNote(opened.series[0], "dicom.missing_slices", {"3", "2", "3"}));
    EXPECT_DOUBLE_EQ(opened.series[0].geometry().spacing[2], 3.0);
}

TEST(DicomSeries, ReportsUnevenSpacingAndShear) {
    const TestFolder folder;
    std::vector<std::filesystem::path> uneven, sheared;
    const double z[] = {0, 2, 4, 5.1, 7.1, 9.1};
    for (int k = 0; k < 6; ++k) {
        uneven.push_back(constantSlice(z[k], 0).save(folder / (std::to_string(k) + "u")));
        MadeDicom tilted(kColumns, kRows);
        tilted.at(0, 0.4 * k, 2.0 * k).pixels(std::vector<std::uint16_t>(kColumns * kRows));
        sheared.push_back(tilted.save(folder / (std::to_string(k) + "s")));
    }
    EXPECT_TRUE(hasNote(scan(uneven).series.at(0), "dicom.uneven_spacing", {"1.10", "2.00", "2.00"}));
    const OpenResult opened = scan(sheared);
    EXPECT_TRUE(hasNote(opened.series.at(0), "dicom.gantry_tilt", {"11.31"}));  // atan(0.2)
    EXPECT_NEAR(opened.series[0].geometry().spacing[2], 2.0, 1e-9);
}

TEST(DicomSeries, UsesDuplicatesOnce) {
    const TestFolder folder;
    std::vector<std::filesystem::path> files;
    for (int k = 0; k < 4; ++k) {
        MadeDicom made = constantSlice(k, static_cast<std::uint16_t>(k));
        files.push_back(made.save(folder / std::to_string(k)));
        if (k == 1) files.push_back(made.save(folder / "same file"));               // the same SOP Instance UID
        if (k == 2) files.push_back(constantSlice(2, 2).save(folder / "new uid"));  // other UID, same place and pixels
    }
    const OpenResult opened = scan(files);
    ASSERT_EQ(opened.series.size(), 1U);
    EXPECT_EQ(marksOf(opened.series[0]), (std::vector<std::uint16_t>{0, 1, 2, 3}));
    EXPECT_TRUE(hasNote(opened.series[0], "dicom.duplicate_file"));
    EXPECT_TRUE(hasNote(opened.series[0], "dicom.duplicate_slice"));
}

TEST(DicomSeries, SplitsIndistinguishableRepeatsByInstance) {
    const TestFolder folder;
    std::vector<std::filesystem::path> files;
    for (int k = 0; k < 12; ++k) {
        MadeDicom made = constantSlice(k / 2, static_cast<std::uint16_t>(k));
        made.set(DCM_InstanceNumber, std::to_string(k));
        files.push_back(made.save(folder / std::to_string(k)));
    }
    const OpenResult opened = scan(shuffled(files));
    ASSERT_EQ(opened.series.size(), 2U);
    EXPECT_EQ(marksOf(opened.series[0]), (std::vector<std::uint16_t>{0, 2, 4, 6, 8, 10}));
    EXPECT_TRUE(hasNote(opened.series[0], "dicom.indistinguishable_slices"));
    EXPECT_EQ(toString(opened.series[1].description), "Made (repeat 2)");
}

TEST(DicomSeries, SplitsRepeatedPositionsByEchoAndTime) {
    const TestFolder folder;
    std::vector<std::filesystem::path> files;
    for (int echo = 0; echo < 2; ++echo) {
        for (int time = 0; time < 3; ++time) {
            for (int k = 0; k < 4; ++k) {
                MadeDicom made = constantSlice(k, static_cast<std::uint16_t>(100 * echo + 10 * time + k));
                made.set(DCM_EchoTime, echo == 0 ? "4.6" : "12")
                    .set(DCM_TemporalPositionIdentifier, std::to_string(time));
                // Differs between slices, as in real series, and must not split the series.
                made.set(DCM_AcquisitionNumber, std::to_string(files.size())).set(DCM_Modality, "MR");
                files.push_back(made.save(folder / std::to_string(files.size())));
            }
        }
    }
    const OpenResult opened = scan(shuffled(files));
    ASSERT_EQ(opened.series.size(), 6U);
    std::vector<std::vector<std::uint16_t>> found;
    for (const Series& series : opened.series) {
        found.push_back(marksOf(series));
        EXPECT_EQ(series.description.words, "Made");
        EXPECT_NE(series.uid.find('#'), std::string::npos);
    }
    EXPECT_EQ(found[0], (std::vector<std::uint16_t>{0, 1, 2, 3}));
    EXPECT_EQ(found[5], (std::vector<std::uint16_t>{120, 121, 122, 123}));
    EXPECT_EQ(toString(opened.series[0].description), "Made (echo 4.6, time point 0)");
    EXPECT_EQ(toString(opened.series[5].description), "Made (echo 12, time point 2)");
}

/// Returns the notations of the series of two repeats of three slices. change(made, repeat, k) modifies slice k.
template <typename Change>
std::vector<std::string> namesOfRepeats(Change change) {
    const TestFolder folder;
    std::vector<std::filesystem::path> files;
    for (int repeat = 0; repeat < 2; ++repeat) {
        for (int k = 0; k < 3; ++k) {
            MadeDicom made = constantSlice(k, static_cast<std::uint16_t>(10 * repeat + k));
            change(made, repeat, k);
            files.push_back(made.save(folder / std::to_string(files.size())));
        }
    }
    std::vector<std::string> names;
    for (const Series& series : scan(files).series)
        names.push_back(toString(series.description));
    return names;
}

TEST(DicomSeries, DescribesTheAttributeThatSplitIt) {
    using Names = std::vector<std::string>;
    const auto type = [](MadeDicom& made, int repeat, int) {
        made.set(DCM_ImageType, repeat == 0 ? "DERIVED\\M" : "ORIGINAL\\P");
    };
    EXPECT_EQ(namesOfRepeats(type), (Names{"Made (image type DERIVED/M)", "Made (image type ORIGINAL/P)"}));
    const auto angle = [](MadeDicom& made, int repeat, int) {
        if (repeat == 1) made.set(DCM_FlipAngle, "15");
    };
    EXPECT_EQ(namesOfRepeats(angle), (Names{"Made (flip angle 15)", "Made (flip angle not given)"}));
    const auto time = [](MadeDicom& made, int repeat, int) {
        made.set(DCM_AcquisitionTime, repeat == 0 ? "101500" : "112233");
    };
    EXPECT_EQ(namesOfRepeats(time), (Names{"Made (acquisition time 1)", "Made (acquisition time 2)"}));
    const auto place = [](MadeDicom& made, int repeat, int k) { made.at(50.0 * repeat, 0, k); };
    EXPECT_EQ(namesOfRepeats(place), (Names{"Made (field 1)", "Made (field 2)"}));
}

TEST(DicomSeries, SplitsByOrientationSizeAndLocalizer) {
    const TestFolder folder;
    std::vector<std::filesystem::path> files;
    for (int k = 0; k < 8; ++k)
        files.push_back(constantSlice(k, 1).save(folder / std::to_string(k)));
    MadeDicom odd(kColumns, kRows);
    odd.set(DCM_ImageOrientationPatient, "0\\1\\0\\0\\0\\-1").pixels(std::vector<std::uint16_t>(kColumns * kRows));
    files.push_back(odd.save(folder / "odd"));
    MadeDicom scout(kColumns, kRows);
    scout.set(DCM_ImageType, "ORIGINAL\\PRIMARY\\LOCALIZER").at(0, 0, 3);
    scout.pixels(std::vector<std::uint16_t>(kColumns * kRows));
    files.push_back(scout.save(folder / "scout"));
    MadeDicom small(3, 3);
    small.at(0, 0, 1).pixels(std::vector<std::uint16_t>(9));
    files.push_back(small.save(folder / "small"));
    const OpenResult opened = scan(files);
    ASSERT_EQ(opened.series.size(), 4U);
    EXPECT_EQ(opened.series[0].geometry().size[2], 8);
    EXPECT_TRUE(hasNote(opened.series[0], "dicom.several_angles"));
    EXPECT_TRUE(hasNote(opened.series[1], "dicom.probably_localizer"));
    EXPECT_EQ(opened.series[1].kind(), SeriesKind::picture);
    EXPECT_TRUE(hasNote(opened.series[2], "dicom.localizer"));
    EXPECT_EQ(opened.series[3].geometry().size, (Index3{3, 3, 1}));
}

TEST(DicomSeries, ThreePlanesOfAFewSlicesAreALocalizer) {
    const char* const planes[] = {"1\\0\\0\\0\\1\\0", "0\\1\\0\\0\\0\\-1", "1\\0\\0\\0\\0\\-1"};
    const auto made = [&](const TestFolder& folder, std::array<int, 3> slices) {
        std::vector<std::filesystem::path> files;
        for (std::size_t plane = 0; plane < 3; ++plane) {
            for (int k = 0; k < slices[plane]; ++k) {
                MadeDicom one(kColumns, kRows);
                one.set(DCM_ImageOrientationPatient, planes[plane]);
                one.at(plane == 1 ? 10.0 * k : 0.0, plane == 2 ? 10.0 * k : 0.0, plane == 0 ? 10.0 * k : 0.0);
                one.pixels(std::vector<std::uint16_t>(kColumns * kRows));
                files.push_back(one.save(folder / (std::to_string(plane) + "-" + std::to_string(k))));
            }
        }
        return scan(files);
    };
    const auto areLocalizers = [](const OpenResult& opened) {
        return std::ranges::count_if(
            opened.series, [](const Series& series) { return hasNote(series, "dicom.perpendicular_localizer"); });
    };
    const TestFolder few, many, uneven;
    const OpenResult opened = made(few, {3, 3, 3});
    EXPECT_EQ(opened.series.size(), 3U);
    EXPECT_EQ(areLocalizers(opened), 3);
    EXPECT_EQ(areLocalizers(made(many, {20, 20, 20})), 0);  // reformatted planes
    EXPECT_EQ(areLocalizers(made(uneven, {12, 1, 1})), 0);  // a scan with localizers, which are noted one by one
}

TEST(DicomSeries, ConvertsSlicesWithDifferentRescalesToFloats) {
    const TestFolder folder;
    std::vector<std::filesystem::path> files;
    for (int k = 0; k < 3; ++k) {
        MadeDicom made = constantSlice(k, 100);
        made.set(DCM_Modality, "PT").set(DCM_RescaleSlope, std::to_string(0.5 + k)).set(DCM_RescaleIntercept, "-1");
        files.push_back(made.save(folder / std::to_string(k)));
    }
    const Series series = scan(files).series.at(0);
    EXPECT_EQ(series.image().type, ScalarType::float32);
    EXPECT_EQ(series.image().rescale, Rescale{});
    const auto volume = loadVolume(series);
    for (int k = 0; k < 3; ++k)
        EXPECT_FLOAT_EQ(static_cast<float>(volume->value(5, 3, k)), 100.0F * (0.5F + static_cast<float>(k)) - 1.0F);
    for (const auto& file : files)
        std::filesystem::remove(file);
    files.clear();
    for (int k = 0; k < 3; ++k) {
        MadeDicom made = constantSlice(k, 100);
        files.push_back(
            made.set(DCM_RescaleSlope, "2").set(DCM_RescaleIntercept, "-1024").save(folder / std::to_string(k)));
    }
    const Series stored = scan(files).series.at(0);
    EXPECT_EQ(stored.image().type, ScalarType::uint16);
    EXPECT_EQ(stored.image().rescale, (Rescale{2, -1024}));
    EXPECT_DOUBLE_EQ(loadVolume(stored)->value(0, 0, 2), -824);
}

TEST(DicomSeries, SortsSlicesWithoutPositions) {
    const TestFolder folder;
    std::vector<std::filesystem::path> files;
    for (int k = 0; k < 5; ++k) {
        MadeDicom made = constantSlice(0, static_cast<std::uint16_t>(k));
        made.remove(DCM_ImagePositionPatient).set(DCM_InstanceNumber, std::to_string(k + 1));
        files.push_back(made.save(folder / std::to_string(9 - k)));
    }
    const OpenResult opened = scan(shuffled(files));
    ASSERT_EQ(opened.series.size(), 1U);
    EXPECT_FALSE(opened.series[0].geometry().oriented);
    EXPECT_TRUE(hasNote(opened.series[0], "dicom.sorted_by_instance"));
    EXPECT_EQ(marksOf(opened.series[0]), (std::vector<std::uint16_t>{0, 1, 2, 3, 4}));
}

TEST(DicomSeries, MakesPicturesOfSingleImages) {
    const TestFolder folder;
    std::vector<std::filesystem::path> files;
    for (int n = 0; n < 2; ++n) {
        MadeDicom made = constantSlice(0, 5);
        made.remove(DCM_ImagePositionPatient).remove(DCM_ImageOrientationPatient).remove(DCM_PixelSpacing);
        made.set(DCM_Modality, "DX")
            .set(DCM_ImagerPixelSpacing, "0.2\\0.1")
            .set(DCM_PhotometricInterpretation, "MONOCHROME1");
        made.set(DCM_WindowCenter, "100\\200")
            .set(DCM_WindowWidth, "50\\60")
            .set(DCM_WindowCenterWidthExplanation, "soft\\hard");
        files.push_back(made.save(folder / std::to_string(n)));
    }
    const OpenResult opened = scan(files);
    ASSERT_EQ(opened.series.size(), 2U);
    const Series& series = opened.series[0];
    EXPECT_EQ(series.kind(), SeriesKind::picture);
    EXPECT_TRUE(series.image().inverted);
    EXPECT_FALSE(series.geometry().oriented);
    EXPECT_DOUBLE_EQ(series.geometry().spacing[0], 0.1);
    EXPECT_EQ(series.image().windows, (std::vector<NamedWindow>{{"soft", {100, 50}}, {"hard", {200, 60}}}));
}

TEST(DicomSeries, KnowsTheFunctionOfTheWindows) {
    const TestFolder folder;
    for (const auto& [word, function] : {std::pair("SIGMOID", WindowFunction::sigmoid),
                                         {"LINEAR_EXACT", WindowFunction::linearExact},
                                         {"LINEAR", WindowFunction::linear},
                                         {"OTHER", WindowFunction::linear}}) {
        MadeDicom made = constantSlice(0, 5);
        made.set(DCM_WindowCenter, "100").set(DCM_WindowWidth, "50").set(DCM_VOILUTFunction, word);
        const OpenResult opened = scan({made.save(folder / word)});
        ASSERT_EQ(opened.series.size(), 1U);
        EXPECT_EQ(headerWindow(opened.series[0]), (Window{100, 50, function})) << word;
    }
}

TEST(DicomSeries, ShowsAFileByItsTable) {
    const TestFolder folder;
    std::mt19937 random(5);
    for (const int bits : {8, 10, 12, 16}) {
        for (const bool hasWindow : {false, true}) {
            MadeDicom made(40, 1);
            made.set(DCM_RescaleIntercept, "-100").set(DCM_RescaleSlope, "1").set(DCM_Modality, "DX");
            made.remove(DCM_WindowCenter).remove(DCM_WindowWidth);
            if (hasWindow) made.set(DCM_WindowCenter, "5").set(DCM_WindowWidth, "30");
            DcmItem* item = nullptr;
            made.data().findOrCreateSequenceItem(DCM_VOILUTSequence, item);
            const std::array<Uint16, 3> descriptor{20, static_cast<Uint16>(-10), static_cast<Uint16>(bits)};
            std::vector<Uint16> entries(20);
            for (Uint16& entry : entries)
                entry = static_cast<Uint16>(random() % (1U << bits));
            item->putAndInsertUint16Array(DcmTag(DCM_LUTDescriptor, EVR_US), descriptor.data(), 3);
            item->putAndInsertUint16Array(DcmTag(DCM_LUTData, EVR_US), entries.data(), 20);
            item->putAndInsertString(DCM_LUTExplanation, "NORMAL");
            std::vector<std::uint16_t> stored(40);
            std::iota(stored.begin(), stored.end(), std::uint16_t{80});  // -20 to 19 after the rescale
            const OpenResult opened = scan({made.pixels(stored).save(folder / "file")});
            ASSERT_EQ(opened.series.size(), 1U);
            const Series& series = opened.series[0];
            EXPECT_EQ(series.image().windows.size(), hasWindow ? 2U : 1U);
            const auto volume = loadVolume(series);
            const Windowing table = windowByName(series, "normal");
            EXPECT_EQ(defaultWindowing(series, *volume), hasWindow ? Windowing(Window{5, 30}) : table);
            const RgbImage image = render(*volume, slicePlane(volume->geometry(), Plane::axial, 0), {table});
            for (int x = 0; x < 40; ++x) {
                const int entry = entries[static_cast<std::size_t>(std::clamp(x - 20 + 10, 0, 19))];
                const double level = 255.0 * entry / ((1 << bits) - 1);  // PS3.3 C.11.2.1.1, scaled to 8 bits
                EXPECT_NEAR(image.rgb[static_cast<std::size_t>(3 * x)], level, 0.5 + 1e-9) << bits << " " << x;
            }
        }
    }
}

/// Returns an enhanced MR object with four frames at two positions and two times, in mixed order.
std::filesystem::path enhanced(const std::filesystem::path& path) {
    MadeDicom made(2, 2);
    made.remove(DCM_ImagePositionPatient).remove(DCM_ImageOrientationPatient).remove(DCM_PixelSpacing);
    made.set(DCM_SOPClassUID, UID_EnhancedMRImageStorage).set(DCM_Modality, "MR").set(DCM_NumberOfFrames, "4");
    DcmItem* item = nullptr;
    made.data().findOrCreateSequenceItem(DCM_SharedFunctionalGroupsSequence, item);
    DcmItem* measures = nullptr;
    item->findOrCreateSequenceItem(DCM_PixelMeasuresSequence, measures);
    measures->putAndInsertString(DCM_PixelSpacing, "2\\1");
    measures->putAndInsertString(DCM_SliceThickness, "99");
    DcmItem* orientation = nullptr;
    item->findOrCreateSequenceItem(DCM_PlaneOrientationSequence, orientation);
    orientation->putAndInsertString(DCM_ImageOrientationPatient, "1\\0\\0\\0\\1\\0");
    for (int f = 0; f < 4; ++f) {
        DcmItem* frame = nullptr;
        made.data().findOrCreateSequenceItem(DCM_PerFrameFunctionalGroupsSequence, frame, -2);
        DcmItem* part = nullptr;
        frame->findOrCreateSequenceItem(DCM_PlanePositionSequence, part);
        part->putAndInsertString(DCM_ImagePositionPatient, f < 2 ? "0\\0\\5" : "0\\0\\1");
        frame->findOrCreateSequenceItem(DCM_FrameContentSequence, part);
        part->putAndInsertUint32(DCM_TemporalPositionIndex, static_cast<Uint32>(f % 2 + 1));
    }
    std::vector<std::uint16_t> values;
    for (std::uint16_t f = 0; f < 4; ++f)
        values.insert(values.end(), 4, f);
    return made.pixels(values).save(path);
}

TEST(DicomSeries, SplitsAnEnhancedObjectIntoVolumes) {
    const TestFolder folder;
    const OpenResult opened = scan({enhanced(folder / "enhanced")});
    ASSERT_EQ(opened.series.size(), 2U);
    EXPECT_EQ(marksOf(opened.series[0]), (std::vector<std::uint16_t>{2, 0}));
    EXPECT_EQ(marksOf(opened.series[1]), (std::vector<std::uint16_t>{3, 1}));
    EXPECT_EQ(opened.series[0].geometry().spacing, (Vector3{1, 2, 4}));
    EXPECT_EQ(toString(opened.series[1].description), "Made (time point 2)");
}

TEST(DicomSeries, MakesAVolumeOfADoseGrid) {
    const TestFolder folder;
    MadeDicom made(2, 2);
    made.set(DCM_Modality, "RTDOSE").set(DCM_NumberOfFrames, "3").set(DCM_GridFrameOffsetVector, "0\\2.5\\5");
    made.set(DCM_DoseGridScaling, "0.001").pixels(std::vector<std::uint16_t>(12, 2000)).at(1, 2, 3);
    const Series series = scan({made.save(folder / "dose")}).series.at(0);
    EXPECT_EQ(series.geometry().size[2], 3);
    EXPECT_DOUBLE_EQ(series.geometry().spacing[2], 2.5);
    EXPECT_NEAR(loadVolume(series)->value(1, 1, 2), 2.0, 1e-12);
}

}  // namespace
}  // namespace fleming::viewer
