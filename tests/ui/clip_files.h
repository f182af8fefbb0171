#pragma once

#include <QString>
#include <QTemporaryDir>
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fleming::ui::testing {

/// Writes an X-ray angiography clip of 12-bit frames, by default 10 per second, with the windows WIDE (2048, 4096) and
/// NARROW (1000, 200). `values` are those of all frames. Returns its path.
inline QString writeClip(const QTemporaryDir& folder, const QString& name, int width, int height,
                         const std::vector<std::uint16_t>& values, const std::string& seriesUid = "7.1.1",
                         const std::string& frameTime = "100") {
    DcmFileFormat file;
    DcmDataset& data = *file.getDataset();
    char uid[100];
    const std::size_t frames = values.size() / static_cast<std::size_t>(width * height);
    for (const auto& [key, value] : std::vector<std::pair<DcmTagKey, std::string>>{
             {DCM_SOPClassUID, UID_XRayAngiographicImageStorage},
             {DCM_SOPInstanceUID, dcmGenerateUniqueIdentifier(uid, SITE_INSTANCE_UID_ROOT)},
             {DCM_StudyInstanceUID, "7.1"},
             {DCM_SeriesInstanceUID, seriesUid},
             {DCM_SeriesDescription, "Left coronary"},
             {DCM_Modality, "XA"},
             {DCM_NumberOfFrames, std::to_string(frames)},
             {DCM_FrameTime, frameTime},
             {DCM_WindowCenter, "2048\\1000"},
             {DCM_WindowWidth, "4096\\200"},
             {DCM_WindowCenterWidthExplanation, "WIDE\\NARROW"},
             {DCM_PhotometricInterpretation, "MONOCHROME2"}})
        data.putAndInsertString(key, value.c_str());
    for (const auto& [key, value] :
         {std::pair(DCM_Rows, height), std::pair(DCM_Columns, width), std::pair(DCM_SamplesPerPixel, 1),
          std::pair(DCM_BitsAllocated, 16), std::pair(DCM_BitsStored, 12), std::pair(DCM_HighBit, 11),
          std::pair(DCM_PixelRepresentation, 0)})
        data.putAndInsertUint16(key, static_cast<Uint16>(value));
    data.putAndInsertUint16Array(DCM_PixelData, values.data(), static_cast<unsigned long>(values.size()));
    const QString path = folder.filePath(name);
    file.saveFile(path.toUtf8().constData(), EXS_LittleEndianExplicit);
    return path;
}

}  // namespace fleming::ui::testing
