#include "viewer/io/dicom/dicom_calibration.h"

#include "viewer/io/dicom/dicom_attributes.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace fleming::viewer {

namespace {

using Spacing = std::pair<double, double>;  // mm between columns, between rows

bool areEqual(const Spacing& a, const std::optional<Spacing>& b) {
    return b && std::abs(a.first - b->first) <= 1e-6 * a.first && std::abs(a.second - b->second) <= 1e-6 * a.second;
}

Calibration calibration(CalibrationSource source, const Spacing& mm) {
    return {source, mm.first, mm.second};
}

/// Returns how many times larger an object is at the detector; nothing if the data set does not tell.
std::optional<double> magnification(DcmItem& dataset) {
    const double factor = real(dataset, DCM_EstimatedRadiographicMagnificationFactor).value_or(0);
    if (factor > 0) return factor;
    const double toDetector = real(dataset, DCM_DistanceSourceToDetector).value_or(0);
    const double toPatient = real(dataset, DCM_DistanceSourceToPatient).value_or(0);
    if (toPatient > 0 && toDetector >= toPatient) return toDetector / toPatient;
    return {};
}

Calibration ofImager(DcmItem& dataset, const Spacing& imager) {
    const std::optional<double> factor = magnification(dataset);
    if (!factor) return calibration(CalibrationSource::detector, imager);
    return calibration(CalibrationSource::magnified, {imager.first / *factor, imager.second / *factor});
}

Calibration statedCalibration(DcmItem& dataset, const DicomFrame& first) {
    const std::optional<Spacing> imager = spacing(dataset, DCM_ImagerPixelSpacing);
    const std::optional<Spacing> nominal = spacing(dataset, DCM_NominalScannedPixelSpacing);
    std::optional<Spacing> pixel = spacing(dataset, DCM_PixelSpacing);
    if (!pixel && !imager && !nominal) pixel = first.spacing;  // of a functional group
    if (pixel) {
        const std::string type = text(dataset, DCM_PixelSpacingCalibrationType);
        if (type == "GEOMETRY") return calibration(CalibrationSource::geometry, *pixel);
        if (type == "FIDUCIAL") return calibration(CalibrationSource::fiducial, *pixel);
        if (areEqual(*pixel, imager)) return ofImager(dataset, *imager);
        if (areEqual(*pixel, nominal)) return calibration(CalibrationSource::nominal, *nominal);
        return calibration(CalibrationSource::patient, *pixel);
    }
    if (imager) return ofImager(dataset, *imager);
    if (nominal) return calibration(CalibrationSource::nominal, *nominal);
    return {};
}

/// Returns no regions if one reaches beyond the image: they are those of a larger image from which this one was made.
std::vector<UltrasoundRegion> ultrasoundRegions(DcmItem& dataset, const PixelFormat& format) {
    constexpr long kCentimetres = 3, kLowPriority = 1;
    std::vector<std::pair<bool, UltrasoundRegion>> found;  // with true for those below
    for (DcmItem* const item : items(dataset, DCM_SequenceOfUltrasoundRegions)) {
        const auto left = integer(*item, DCM_RegionLocationMinX0), top = integer(*item, DCM_RegionLocationMinY0);
        const auto right = integer(*item, DCM_RegionLocationMaxX1), bottom = integer(*item, DCM_RegionLocationMaxY1);
        if (!left || !top || !right || !bottom) continue;
        if (*right > format.columns || *bottom > format.rows) return {};
        const double x = std::abs(real(*item, DCM_PhysicalDeltaX).value_or(0));
        const double y = std::abs(real(*item, DCM_PhysicalDeltaY).value_or(0));
        const auto isCentimetres = [&](const DcmTagKey& key) {
            return integer(*item, key).value_or(0) == kCentimetres;
        };
        UltrasoundRegion region{static_cast<int>(*left), static_cast<int>(*top), static_cast<int>(*right),
                                static_cast<int>(*bottom)};
        region.isLength =
            isCentimetres(DCM_PhysicalUnitsXDirection) && isCentimetres(DCM_PhysicalUnitsYDirection) && x > 0 && y > 0;
        if (region.isLength) region.mmPerPixelX = x * 10.0, region.mmPerPixelY = y * 10.0;
        found.emplace_back((integer(*item, DCM_RegionFlags).value_or(0) & kLowPriority) != 0, region);
    }
    const auto area = [](const UltrasoundRegion& region) {
        return (static_cast<double>(region.right) - region.left) * (static_cast<double>(region.bottom) - region.top);
    };
    std::ranges::stable_sort(found, [&](const auto& a, const auto& b) {
        return std::pair(a.first, area(a.second)) < std::pair(b.first, area(b.second));
    });
    std::vector<UltrasoundRegion> regions;
    for (const auto& [isBelow, region] : found)
        regions.push_back(region);
    return regions;
}

/// Returns the Rescale Type of the data set, its functional groups or its table.
std::string rescaleType(DcmItem& dataset) {
    std::string type = text(dataset, DCM_RescaleType);
    for (const DcmTagKey& groups : {DCM_SharedFunctionalGroupsSequence, DCM_PerFrameFunctionalGroupsSequence}) {
        DcmItem* const group = firstItem(dataset, groups);
        DcmItem* const item = group == nullptr ? nullptr : firstItem(*group, DCM_PixelValueTransformationSequence);
        if (type.empty() && item != nullptr) type = text(*item, DCM_RescaleType);
    }
    DcmItem* const table = firstItem(dataset, DCM_ModalityLUTSequence);
    if (type.empty() && table != nullptr) type = text(*table, DCM_ModalityLUTType);
    return type;
}

}  // namespace

PixelCalibration readPixelCalibration(DcmItem& dataset, const PixelFormat& format, const DicomFrame& first) {
    PixelCalibration header;
    header.stated = statedCalibration(dataset, first);
    // A volume of ultrasound has its spacing; the regions are of images.
    if (!(first.position && first.orientation && first.spacing)) header.regions = ultrasoundRegions(dataset, format);
    return header;
}

std::string readUnit(DcmItem& dataset, const std::string& modality) {
    const std::string units = text(dataset, DCM_Units);
    if (units == "GML" || units == "CM2ML") return "SUV";  // of the body weight or lean mass; of the body surface
    if (!units.empty()) return units == "NONE" ? std::string() : units;
    const std::string dose = text(dataset, DCM_DoseUnits);
    if (!dose.empty()) return dose == "RELATIVE" ? std::string() : dose;
    const std::string type = rescaleType(dataset);
    if (type.empty()) return modality == "CT" ? "HU" : "";
    return type == "US" ? std::string() : type;
}

}  // namespace fleming::viewer
