#include "viewer/io/dicom/dicom_pixel_size.h"

#include "viewer/io/dicom/dicom_attributes.h"

#include <optional>
#include <vector>

namespace fleming::viewer {

namespace {

using Unit = PixelSize::Unit;

/// Returns the common pixel size of all regions that have lengths on both axes.
std::optional<PixelSize> commonSize(const std::vector<UltrasoundRegion>& regions) {
    std::optional<PixelSize> common;
    for (const UltrasoundRegion& region : regions) {
        if (!region.isLength) continue;
        const PixelSize size{region.mmPerPixelX, region.mmPerPixelY, Unit::inPatient};
        if (common && *common != size) return {};
        common = size;
    }
    return common;
}

}  // namespace

PixelSize readPixelSize(DcmItem& dataset, const PixelCalibration& calibration) {
    const Calibration& stated = calibration.stated;
    if (stated.source != CalibrationSource::none) {
        const bool atDetector = stated.source == CalibrationSource::detector;
        return {stated.mmPerPixelX, stated.mmPerPixelY, atDetector ? Unit::atDetector : Unit::inPatient};
    }
    if (const auto size = commonSize(calibration.regions)) return *size;
    // Vertical to horizontal, as integers (PS3.3 C.7.6.3.1.7).
    if (const auto ratio = spacing(dataset, DCM_PixelAspectRatio))
        return {ratio->first / ratio->second, 1.0, Unit::none};
    return {};
}

}  // namespace fleming::viewer
