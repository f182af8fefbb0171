// Tests of the scan of DICOM files: DICOMDIR, files that are skipped, cancelling, and the study of a series.

#include "base/error.h"
#include "dicom_maker.h"
#include "viewer/io/dicom/dicomdir.h"

#include <dcmtk/config/osconfig.h>

#include <fstream>
#include <gtest/gtest.h>

namespace fleming::viewer {
namespace {

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
    constantSlice(0, 0).save(folder / "disk/images/im1");
    constantSlice(0, 0).save(folder / "outside");
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
    const auto cut = constantSlice(0, 1).save(folder / "cut");
    std::filesystem::resize_file(cut, std::filesystem::file_size(cut) - 10);
    const auto beheaded = constantSlice(1, 1).save(folder / "beheaded");
    std::filesystem::resize_file(beheaded, 300);
    std::ofstream(folder / "empty").flush();
    const auto good = constantSlice(2, 1).save(folder / "good");
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
    MadeDicom frames = constantSlice(0, 1);
    files.push_back(frames.set(DCM_NumberOfFrames, "2000000000").save(folder / "frames"));
    MadeDicom wide = constantSlice(0, 1);
    files.push_back(wide.number(DCM_Rows, 65535).number(DCM_Columns, 65535).save(folder / "size"));
    // Sequences that are nested deeply enough to overflow the stack.
    const auto deep = constantSlice(0, 1).save(folder / "deep");
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
    MadeDicom made = constantSlice(0, 1);
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
        MadeDicom made = constantSlice(0, 1);
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
    MadeDicom made = constantSlice(0, 1);
    made.remove(DCM_StudyInstanceUID);
    EXPECT_EQ(scan({made.save(folder / "a")}).series.at(0).study, Study{});
}

TEST(DicomStudy, BelongsToEachSeries) {
    const TestFolder folder;
    std::vector<std::filesystem::path> files;
    for (int n = 0; n < 4; ++n) {  // two patients with two series each, in turn
        MadeDicom made = constantSlice(0, 1);
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
        files.push_back(constantSlice(k, 1).save(folder / std::to_string(k)));
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
