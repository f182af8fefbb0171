#pragma once

#include <QFile>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <string>
#include <utility>
#include <vector>

namespace fleming::ui::testing {

/// Writes a single DICOM slice of a study with a patient; without one if the name is empty. Returns its path.
inline QString writeSlice(const QTemporaryDir& folder, const std::string& study, const std::string& series,
                          const std::string& patient, const std::string& id = "P-17",
                          const std::string& date = "20240501") {
    DcmFileFormat file;
    DcmDataset& data = *file.getDataset();
    const auto set = [&](const DcmTagKey& key, const std::string& value) {
        data.putAndInsertString(key, value.c_str());
    };
    char uid[100];
    set(DCM_SOPClassUID, UID_CTImageStorage);
    set(DCM_SOPInstanceUID, dcmGenerateUniqueIdentifier(uid, SITE_INSTANCE_UID_ROOT));
    set(DCM_StudyInstanceUID, study);
    set(DCM_SeriesInstanceUID, study + "." + series);
    set(DCM_SeriesDescription, "Series " + series);
    set(DCM_SeriesNumber, series);
    set(DCM_Modality, "CT");
    if (!patient.empty()) {
        set(DCM_PatientName, patient);
        set(DCM_PatientID, id);
        set(DCM_PatientSex, "F");
        set(DCM_StudyDate, date);
        set(DCM_PatientBirthDate, "19560314");
        set(DCM_StudyDescription, "Chest <CT>");
    }
    set(DCM_PhotometricInterpretation, "MONOCHROME2");
    for (const auto& [key, value] :
         {std::pair(DCM_Rows, 8), std::pair(DCM_Columns, 8), std::pair(DCM_SamplesPerPixel, 1),
          std::pair(DCM_BitsAllocated, 16), std::pair(DCM_BitsStored, 16), std::pair(DCM_HighBit, 15),
          std::pair(DCM_PixelRepresentation, 0)})
        data.putAndInsertUint16(key, static_cast<Uint16>(value));
    const std::vector<Uint16> pixels(64, 100);
    data.putAndInsertUint16Array(DCM_PixelData, pixels.data(), 64);
    const QString path = folder.filePath(QString::fromStdString(study + "-" + series + ".dcm"));
    file.saveFile(path.toUtf8().constData(), EXS_LittleEndianExplicit);
    return path;
}

/// Writes a series of slices `spacing` mm apart, one file each, with the instance numbers 1, 2, ..., the first at
/// `firstZ` mm. Returns their paths.
inline QStringList writeSeries(const QTemporaryDir& folder, const std::string& study, int slices,
                               const std::string& patient = "Doe^Jane", const std::string& frame = "9.9",
                               double firstZ = 0.0, const std::string& date = "20240501", double spacing = 2.0) {
    QStringList paths;
    for (int k = 0; k < slices; ++k) {
        const QString path = writeSlice(folder, study, "1", patient, "P-17", date);
        DcmFileFormat file;
        file.loadFile(path.toUtf8().constData());
        DcmDataset& data = *file.getDataset();
        data.putAndInsertString(DCM_InstanceNumber, std::to_string(k + 1).c_str());
        data.putAndInsertString(DCM_FrameOfReferenceUID, frame.c_str());
        data.putAndInsertString(DCM_ImageOrientationPatient, "1\\0\\0\\0\\1\\0");
        data.putAndInsertString(DCM_ImagePositionPatient, ("0\\0\\" + std::to_string(firstZ + spacing * k)).c_str());
        data.putAndInsertString(DCM_PixelSpacing, "1\\1");
        paths << folder.filePath(QStringLiteral("%1-slice-%2.dcm").arg(QString::fromStdString(study)).arg(k));
        file.saveFile(paths.back().toUtf8().constData(), EXS_LittleEndianExplicit);
        QFile::remove(path);
    }
    return paths;
}

}  // namespace fleming::ui::testing
