// Tests of the conversion of DICOM files to series: splitting, order, geometry, and notes about defects.

#include "base/error.h"
#include "dicom_maker.h"
#include "viewer/io/dicom/dicomdir.h"

#include <dcmtk/config/osconfig.h>

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <random>

namespace fleming::viewer {
namespace {

constexpr int kColumns = 6, kRows = 4;

/// Returns a slice whose pixels all have the value `mark`.
MadeDicom slice(double z, std::uint16_t mark) {
    MadeDicom made(kColumns, kRows);
    made.at(-10, 20, z).pixels(std::vector<std::uint16_t>(kColumns * kRows, mark));
    return made;
}

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
        MadeDicom made = slice(100 + 2.5 * k, static_cast<std::uint16_t>(k));
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
        files.push_back(slice(k * 3.0, static_cast<std::uint16_t>(k)).save(folder / std::to_string(k)));
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
        uneven.push_back(slice(z[k], 0).save(folder / (std::to_string(k) + "u")));
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
        MadeDicom made = slice(k, static_cast<std::uint16_t>(k));
        files.push_back(made.save(folder / std::to_string(k)));
        if (k == 1) files.push_back(made.save(folder / "same file"));       // the same SOP Instance UID
        if (k == 2) files.push_back(slice(2, 2).save(folder / "new uid"));  // other UID, same place and pixels
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
        MadeDicom made = slice(k / 2, static_cast<std::uint16_t>(k));
        made.set(DCM_InstanceNumber, std::to_string(k));
        files.push_back(made.save(folder / std::to_string(k)));
    }
    const OpenResult opened = scan(shuffled(files));
    ASSERT_EQ(opened.series.size(), 2U);
    EXPECT_EQ(marksOf(opened.series[0]), (std::vector<std::uint16_t>{0, 2, 4, 6, 8, 10}));
    EXPECT_TRUE(hasNote(opened.series[0], "dicom.indistinguishable_slices"));
}

TEST(DicomSeries, SplitsRepeatedPositionsByEchoAndTime) {
    const TestFolder folder;
    std::vector<std::filesystem::path> files;
    for (int echo = 0; echo < 2; ++echo) {
        for (int time = 0; time < 3; ++time) {
            for (int k = 0; k < 4; ++k) {
                MadeDicom made = slice(k, static_cast<std::uint16_t>(100 * echo + 10 * time + k));
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
        EXPECT_NE(series.description.find("echo"), std::string::npos) << series.description;
        EXPECT_NE(series.uid.find('#'), std::string::npos);
    }
    EXPECT_EQ(found[0], (std::vector<std::uint16_t>{0, 1, 2, 3}));
    EXPECT_EQ(found[5], (std::vector<std::uint16_t>{120, 121, 122, 123}));
}

TEST(DicomSeries, SplitsByOrientationSizeAndLocalizer) {
    const TestFolder folder;
    std::vector<std::filesystem::path> files;
    for (int k = 0; k < 8; ++k)
        files.push_back(slice(k, 1).save(folder / std::to_string(k)));
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

TEST(DicomSeries, ConvertsSlicesWithDifferentRescalesToFloats) {
    const TestFolder folder;
    std::vector<std::filesystem::path> files;
    for (int k = 0; k < 3; ++k) {
        MadeDicom made = slice(k, 100);
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
        MadeDicom made = slice(k, 100);
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
        MadeDicom made = slice(0, static_cast<std::uint16_t>(k));
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
        MadeDicom made = slice(0, 5);
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
    EXPECT_NE(opened.series[1].description.find("time point 2"), std::string::npos);
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
    EXPECT_FALSE(clip->window());
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
    EXPECT_EQ(clip->window(), (Window{500, 1000}));
    EXPECT_EQ(clip->frame(1).rgb[0], 128);  // ((500 - 499.5) / 999 + 0.5) * 255 = 127.6
}

/// Writes a DICOMDIR. Each file is given by the components of its path.
std::filesystem::path directory(const std::filesystem::path& path, const std::vector<std::string>& names) {
    DcmFileFormat file;
    file.getDataset()->putAndInsertString(DCM_FileSetID, "TEST");
    for (const std::string& name : names) {
        DcmItem* record = nullptr;
        file.getDataset()->findOrCreateSequenceItem(DCM_DirectoryRecordSequence, record, -2);
        record->putAndInsertString(DCM_DirectoryRecordType, "IMAGE");
        record->putAndInsertString(DCM_ReferencedFileID, name.c_str());
    }
    file.getMetaInfo()->putAndInsertString(DCM_MediaStorageSOPClassUID, UID_MediaStorageDirectoryStorage);
    EXPECT_TRUE(file.saveFile(path.c_str(), EXS_LittleEndianExplicit).good());
    return path;
}

TEST(Dicomdir, ListsFilesInItsFolderOnly) {
    const TestFolder folder;
    std::filesystem::create_directories(folder / "disk/images");
    slice(0, 0).save(folder / "disk/images/im1");
    slice(0, 0).save(folder / "outside");
    std::filesystem::create_symlink(folder.path(), folder / "disk/LINK");
    const auto path =
        directory(folder / "disk/DICOMDIR", {"IMAGES\\IM1", "IMAGES\\IM2", "..\\outside", "LINK\\outside"});
    const auto files = dicomdirFiles(FileSource(path));
    ASSERT_EQ(files.size(), 2U);
    EXPECT_TRUE(std::filesystem::equivalent(files[0], folder / "disk/images/im1"));
    const OpenResult opened = scan(files);
    EXPECT_EQ(opened.series.size(), 1U);
    ASSERT_EQ(opened.skipped.size(), 1U) << "the missing one is reported";
    EXPECT_EQ(std::filesystem::path(opened.skipped[0].source()).filename(), "IM2");
    EXPECT_THROW(dicomdirFiles(FileSource(directory(folder / "empty", {"NONE\\HERE"}))), Error);
}

TEST(DicomScan, SkipsFilesWithoutPixelsAndDamagedFiles) {
    const TestFolder folder;
    MadeDicom plan(2, 2);
    plan.remove(DCM_Rows).set(DCM_Modality, "RTPLAN");
    const auto noPixels = plan.save(folder / "plan");
    const auto cut = slice(0, 1).save(folder / "cut");
    std::filesystem::resize_file(cut, std::filesystem::file_size(cut) - 10);
    const auto beheaded = slice(1, 1).save(folder / "beheaded");
    std::filesystem::resize_file(beheaded, 300);
    std::ofstream(folder / "empty").flush();
    const auto good = slice(2, 1).save(folder / "good");
    const OpenResult opened = scan({noPixels, cut, beheaded, folder / "empty", folder / "gone", good});
    EXPECT_EQ(opened.series.size(), 1U);
    ASSERT_EQ(opened.skipped.size(), 5U);
    EXPECT_EQ(opened.skipped[0], Error("dicom.object_without_pixels", noPixels, {"RTPLAN"}));
    EXPECT_EQ(opened.skipped[1], Error("dicom.incomplete_pixels", cut));
    EXPECT_EQ(opened.skipped[2], Error("dicom.damaged_header", beheaded));
    EXPECT_EQ(opened.skipped[3], Error("file.empty", folder / "empty"));
    EXPECT_EQ(opened.skipped[4].code(), "file.cannot_open");
}

TEST(DicomScan, RefusesFalseHeaders) {
    const TestFolder folder;
    std::vector<std::filesystem::path> files;
    MadeDicom frames = slice(0, 1);
    files.push_back(frames.set(DCM_NumberOfFrames, "2000000000").save(folder / "frames"));
    MadeDicom wide = slice(0, 1);
    files.push_back(wide.number(DCM_Rows, 65535).number(DCM_Columns, 65535).save(folder / "size"));
    // Sequences that are nested deeply enough to overflow the stack.
    const auto deep = slice(0, 1).save(folder / "deep");
    std::string nest;
    for (int level = 0; level < 300000; ++level) {
        nest += std::string("\x40\x00\x75\x02SQ\0\0\xff\xff\xff\xff\xfe\xff\x00\xe0\xff\xff\xff\xff", 20);
    }
    std::ifstream in(deep, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), {});
    const std::size_t pixels = bytes.rfind(std::string("\xe0\x7f\x10\x00", 4));
    std::ofstream(deep, std::ios::binary) << bytes.substr(0, pixels) << nest;
    files.push_back(deep);
    const OpenResult opened = scan(files);
    EXPECT_TRUE(opened.series.empty());
    ASSERT_EQ(opened.skipped.size(), 3U);
    EXPECT_EQ(opened.skipped[0].code(), "dicom.too_many_frames");
    EXPECT_EQ(opened.skipped[1].code(), "dicom.incomplete_pixels");
    EXPECT_EQ(opened.skipped[2], Error("dicom.nested_too_deeply", deep));
}

TEST(DicomStudy, HasTheAttributesThatABrowserShows) {
    const TestFolder folder;
    MadeDicom made = slice(0, 1);
    made.set(DCM_SpecificCharacterSet, "ISO_IR 100")
        .set(DCM_PatientName, "M\xfcller^J\xf6rg^K")
        .set(DCM_PatientID, "P-17")
        .set(DCM_PatientBirthDate, "19560314")
        .set(DCM_PatientSex, "M")
        .set(DCM_StudyInstanceUID, "1.2.840.7")
        .set(DCM_StudyDate, "20240501")
        .set(DCM_StudyTime, "134502.25")
        .set(DCM_StudyDescription,
             "Sch\xe4"
             "del nativ")
        .set(DCM_AccessionNumber, "A0042");
    const Study study = scan({made.save(folder / "a")}).series.at(0).study;
    EXPECT_EQ(study.uid, "1.2.840.7");
    EXPECT_EQ(study.date, "20240501");
    EXPECT_EQ(study.time, "134502.25");
    EXPECT_EQ(study.description, "Schädel nativ");
    EXPECT_EQ(study.accessionNumber, "A0042");
    EXPECT_EQ(study.patient, (Patient{"Müller^Jörg^K", "P-17", "19560314", "M"}));
}

TEST(DicomStudy, HasNamesInOtherScripts) {
    const TestFolder folder;
    const auto nameIn = [&](const char* characterSet, const char* name) {
        MadeDicom made = slice(0, 1);
        made.set(DCM_SpecificCharacterSet, characterSet).set(DCM_PatientName, name);
        return scan({made.save(folder / "a")}).series.at(0).study.patient.name;
    };
    // The first two are the examples of PS3.5 annexes I and J.
    EXPECT_EQ(nameIn("\\ISO 2022 IR 149", "Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7"),
              "Hong^Gildong=洪^吉洞");
    EXPECT_EQ(nameIn("ISO_IR 192", "Wang^XiaoDong=王^小東"), "Wang^XiaoDong=王^小東");
    EXPECT_EQ(nameIn("ISO_IR 144", "\xbb\xee\xda^\xc1"), "Люк^С");
}

TEST(DicomStudy, IsEmptyIfTheFileHasNoAttributes) {
    const TestFolder folder;
    MadeDicom made = slice(0, 1);
    made.remove(DCM_StudyInstanceUID);
    EXPECT_EQ(scan({made.save(folder / "a")}).series.at(0).study, Study{});
}

TEST(DicomStudy, BelongsToEachSeries) {
    const TestFolder folder;
    std::vector<std::filesystem::path> files;
    for (int n = 0; n < 4; ++n) {  // two patients with two series each, in turn
        MadeDicom made = slice(0, 1);
        made.set(DCM_StudyInstanceUID, "1.2." + std::to_string(n % 2))
            .set(DCM_SeriesInstanceUID, "1.2.3." + std::to_string(n))
            .set(DCM_PatientName, n % 2 == 0 ? "Even" : "Odd");
        files.push_back(made.save(folder / std::to_string(n)));
    }
    const std::vector<Series> series = scan(files).series;
    ASSERT_EQ(series.size(), 4U);
    for (int n = 0; n < 4; ++n)
        EXPECT_EQ(series[static_cast<std::size_t>(n)].study.patient.name, n < 2 ? "Even" : "Odd");
}

TEST(DicomScan, StopsOnRequest) {
    const TestFolder folder;
    std::vector<std::filesystem::path> files;
    std::vector<ByteSourcePtr> sources;
    for (int k = 0; k < 40; ++k) {
        files.push_back(slice(k, 1).save(folder / std::to_string(k)));
        sources.push_back(std::make_shared<FileSource>(files.back()));
    }
    std::stop_source stop;
    OpenResult opened;
    EXPECT_THROW(readDicom(
                     sources, opened, [&] { stop.request_stop(); }, stop.get_token()),
                 Cancelled);
    const Series series = scan(files).series.at(0);
    std::stop_source loading;
    EXPECT_THROW(loadVolume(
                     series, [&](int, int) { loading.request_stop(); }, loading.get_token()),
                 Cancelled);
}

}  // namespace
}  // namespace fleming::viewer
