#pragma once

#include "viewer/io/bytes/file_source.h"
#include "viewer/io/dicom/dicom_scan.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcrleerg.h>
#include <dcmtk/dcmdata/dcrlerp.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmimage/diregist.h>  // colour support of the encoders
#include <dcmtk/dcmjpeg/djencode.h>
#include <dcmtk/dcmjpeg/djrplol.h>
#include <dcmtk/dcmjpeg/djrploss.h>
#include <dcmtk/dcmjpls/djencode.h>
#include <dcmtk/dcmjpls/djrparam.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <random>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

namespace fleming::viewer {

/// A folder for one test. The destructor removes it.
class TestFolder {
public:
    TestFolder() {
        static int count = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("fleming-dicom-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
        std::filesystem::create_directories(path_);
    }
    ~TestFolder() { std::filesystem::remove_all(path_); }
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;

    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// Builds a DICOM file: a 16-bit axial CT slice, which a test modifies.
class MadeDicom {
public:
    MadeDicom(int columns, int rows) {
        char uid[100];
        set(DCM_SOPClassUID, UID_CTImageStorage);
        set(DCM_SOPInstanceUID, dcmGenerateUniqueIdentifier(uid, SITE_INSTANCE_UID_ROOT));
        set(DCM_StudyInstanceUID, "1.2.3");
        set(DCM_SeriesInstanceUID, "1.2.3.4");
        set(DCM_Modality, "CT");
        set(DCM_SeriesDescription, "Made");
        set(DCM_ImageOrientationPatient, "1\\0\\0\\0\\1\\0");
        set(DCM_ImagePositionPatient, "0\\0\\0");
        set(DCM_PixelSpacing, "0.75\\0.5");
        number(DCM_Rows, rows);
        number(DCM_Columns, columns);
        format("MONOCHROME2", 1, 16, 16, false);
    }

    DcmDataset& data() { return *file_.getDataset(); }

    MadeDicom& set(const DcmTagKey& key, const std::string& value) {
        EXPECT_TRUE(data().putAndInsertString(key, value.c_str()).good()) << key.getGroup() << "," << key.getElement();
        return *this;
    }
    MadeDicom& number(const DcmTagKey& key, int value) {
        EXPECT_TRUE(data().putAndInsertUint16(key, static_cast<Uint16>(value)).good());
        return *this;
    }
    MadeDicom& remove(const DcmTagKey& key) {
        data().findAndDeleteElement(key);
        return *this;
    }
    MadeDicom& at(double x, double y, double z) {
        return set(DCM_ImagePositionPatient, std::to_string(x) + "\\" + std::to_string(y) + "\\" + std::to_string(z));
    }
    MadeDicom& format(const std::string& photometric, int samples, int allocated, int stored, bool isSigned) {
        set(DCM_PhotometricInterpretation, photometric);
        number(DCM_SamplesPerPixel, samples).number(DCM_BitsAllocated, allocated).number(DCM_BitsStored, stored);
        number(DCM_HighBit, stored - 1).number(DCM_PixelRepresentation, isSigned ? 1 : 0);
        if (samples == 3) number(DCM_PlanarConfiguration, 0);
        return *this;
    }

    template <typename T>
    MadeDicom& pixels(const std::vector<T>& values) {
        if constexpr (sizeof(T) == 2) {
            data().putAndInsertUint16Array(DCM_PixelData, reinterpret_cast<const Uint16*>(values.data()),
                                           static_cast<unsigned long>(values.size()));
        } else {
            std::vector<Uint8> bytes(reinterpret_cast<const Uint8*>(values.data()),
                                     reinterpret_cast<const Uint8*>(values.data() + values.size()));
            if (bytes.size() % 2 != 0) bytes.push_back(0);
            // With explicit VR, 8-bit pixels are OB; wider pixels are OW.
            DcmPixelData* const element = new DcmPixelData(DCM_PixelData);
            if (sizeof(T) == 1) {
                element->setVR(EVR_OB);
                element->putUint8Array(bytes.data(), static_cast<unsigned long>(bytes.size()));
            } else {
                element->putUint16Array(reinterpret_cast<const Uint16*>(bytes.data()),
                                        static_cast<unsigned long>(bytes.size() / 2));
            }
            data().insert(element, OFTrue);
        }
        return *this;
    }

    std::filesystem::path save(const std::filesystem::path& path, E_TransferSyntax syntax = EXS_LittleEndianExplicit,
                               const DcmRepresentationParameter* parameter = nullptr, bool bare = false) {
        static const bool encoders = [] {
            DJEncoderRegistration::registerCodecs(ECC_lossyYCbCr, EUC_never, OFFalse, 0, 0, 0, OFTrue, ESS_444);
            DJLSEncoderRegistration::registerCodecs(0, 0, 0, 0, OFFalse);  // keeps the stored values
            DcmRLEEncoderRegistration::registerCodecs();
            return true;
        }();
        EXPECT_TRUE(encoders);
        const OFCondition chosen = data().chooseRepresentation(syntax, parameter);
        EXPECT_TRUE(chosen.good() && data().canWriteXfer(syntax)) << chosen.text();
        const OFCondition saved = file_.saveFile(path.c_str(), syntax, EET_UndefinedLength, EGL_recalcGL, EPD_noChange,
                                                 0, 0, bare ? EWM_dataset : EWM_fileformat);
        EXPECT_TRUE(saved.good()) << saved.text();
        return path;
    }

private:
    DcmFileFormat file_;
};

constexpr int kColumns = 6, kRows = 4;

/// Returns a slice of kColumns x kRows pixels that all have the value `mark`.
inline MadeDicom constantSlice(double z, std::uint16_t mark) {
    MadeDicom made(kColumns, kRows);
    made.at(-10, 20, z).pixels(std::vector<std::uint16_t>(kColumns * kRows, mark));
    return made;
}

template <typename T>
std::vector<T> randomValues(std::size_t count, long lowest, long highest) {
    static std::mt19937 random(std::random_device{}());
    std::uniform_int_distribution<long> uniform(lowest, highest);
    std::vector<T> values(count);
    for (T& value : values)
        value = static_cast<T>(uniform(random));
    return values;
}

/// Reads the headers of DICOM files. Missing files are the last entries of OpenResult::skipped.
inline OpenResult scan(const std::vector<std::filesystem::path>& files) {
    std::vector<ByteSourcePtr> sources;
    std::vector<Error> missing;
    for (const std::filesystem::path& file : files) {
        try {
            sources.push_back(std::make_shared<FileSource>(file));
        } catch (const Error& error) {
            missing.push_back(error);
        }
    }
    OpenResult opened;
    readDicom(sources, opened, {}, {});
    opened.skipped.insert(opened.skipped.end(), missing.begin(), missing.end());
    return opened;
}

/// Returns all values of a volume in its stored type.
template <typename T>
std::vector<T> valuesOf(const Volume& volume) {
    std::vector<T> values(volume.data().size() / sizeof(T));
    std::copy(volume.data().begin(), volume.data().end(), reinterpret_cast<std::byte*>(values.data()));
    return values;
}

/// Returns true if the series has the note with `code` and `arguments`.
inline bool hasNote(const Series& series, const std::string& code, const std::vector<std::string>& arguments = {}) {
    return std::find(series.notes.begin(), series.notes.end(), Note{code, arguments}) != series.notes.end();
}

/// Calls use(syntax, parameter) for each kind of encoding that MadeDicom::save() can write.
template <typename Use>
void forEachEncoding(const Use& use) {
    const DJ_RPLossless lossless(1, 0);
    const DJLSRepresentationParameter jpegLs(0, OFTrue);
    const std::pair<E_TransferSyntax, const DcmRepresentationParameter*> encodings[] = {
        {EXS_LittleEndianImplicit, nullptr},         {EXS_BigEndianExplicit, nullptr},  {EXS_RLELossless, nullptr},
        {EXS_DeflatedLittleEndianExplicit, nullptr}, {EXS_JPEGProcess14SV1, &lossless}, {EXS_JPEGLSLossless, &jpegLs}};
    for (const auto& [syntax, parameter] : encodings)
        use(syntax, parameter);
}

}  // namespace fleming::viewer
