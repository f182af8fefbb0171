#include "viewer/io/dicom/dicom_pixel_size.h"

#include "viewer/io/dicom/dicom_attributes.h"

#include <cmath>
#include <optional>

namespace fleming::viewer {

namespace {

using Unit = PixelSize::Unit;

constexpr double kMostUnequal = 100;  // sides of a pixel; a file with more is damaged

/// Returns two lengths of which the file has that between rows first.
std::optional<PixelSize> spacingOf(DcmItem& dataset, const DcmTagKey& key, Unit unit) {
    const std::vector<double> mm = reals(dataset, key);
    if (mm.size() != 2 || !(mm[0] > 0) || !(mm[1] > 0)) return {};
    if (mm[0] > kMostUnequal * mm[1] || mm[1] > kMostUnequal * mm[0]) return {};
    return PixelSize{mm[1], mm[0], unit};
}

/// Returns true if a region lies within the image. One that does not is that of a larger image from which this one was
/// made, so its size of a pixel is another.
bool isWithin(DcmItem& region, const PixelFormat& format) {
    const auto right = integer(region, DCM_RegionLocationMaxX1), bottom = integer(region, DCM_RegionLocationMaxY1);
    return right && bottom && *right <= format.columns && *bottom <= format.rows;
}

/// Returns the common pixel size of all regions that show the patient in two dimensions.
std::optional<PixelSize> ofUltrasoundRegions(DcmItem& dataset, const PixelFormat& format) {
    constexpr long kTwoDimensional = 1, kCentimetres = 3;
    std::optional<PixelSize> common;
    for (DcmItem* const region : items(dataset, DCM_SequenceOfUltrasoundRegions)) {
        if (!isWithin(*region, format)) return {};
        if (integer(*region, DCM_RegionSpatialFormat) != kTwoDimensional) continue;
        if (integer(*region, DCM_PhysicalUnitsXDirection) != kCentimetres ||
            integer(*region, DCM_PhysicalUnitsYDirection) != kCentimetres)
            return {};
        const double x = std::abs(real(*region, DCM_PhysicalDeltaX).value_or(0));
        const double y = std::abs(real(*region, DCM_PhysicalDeltaY).value_or(0));
        if (!(x > 0) || !(y > 0)) return {};
        const PixelSize size{10 * x, 10 * y, Unit::inPatient};
        if (common && *common != size) return {};
        common = size;
    }
    return common;
}

}  // namespace

PixelSize readPixelSize(DcmItem& dataset, const PixelFormat& format, const DicomFrame& frame) {
    const auto atDetector = spacingOf(dataset, DCM_ImagerPixelSpacing, Unit::atDetector);
    if (const auto spacing = spacingOf(dataset, DCM_PixelSpacing, Unit::inPatient)) {
        const bool isDetector = atDetector && atDetector->width == spacing->width &&
                                atDetector->height == spacing->height &&
                                text(dataset, DCM_PixelSpacingCalibrationType).empty();
        return isDetector ? *atDetector : *spacing;
    }
    if (atDetector) {
        const double factor = real(dataset, DCM_EstimatedRadiographicMagnificationFactor).value_or(0);
        if (!(factor > 0)) return *atDetector;
        return {atDetector->width / factor, atDetector->height / factor, Unit::inPatient};
    }
    if (frame.spacing) return {frame.spacing->first, frame.spacing->second, Unit::inPatient};
    if (const auto size = ofUltrasoundRegions(dataset, format)) return *size;
    // Vertical to horizontal, as integers (PS3.3 C.7.6.3.1.7).
    if (const auto ratio = spacingOf(dataset, DCM_PixelAspectRatio, Unit::none))
        return {ratio->width / ratio->height, 1.0, Unit::none};
    return {};
}

}  // namespace fleming::viewer
