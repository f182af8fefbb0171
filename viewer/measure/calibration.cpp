#include "viewer/measure/calibration.h"

#include <algorithm>

namespace fleming::viewer {

namespace {

/// Returns the region that a point lies in, the topmost of several; null outside of all. The edge of a region is that
/// of its outermost pixels.
const UltrasoundRegion* regionAt(const std::vector<UltrasoundRegion>& regions, const Vector2& pixel) {
    constexpr double kHalf = 0.5 + 1e-6;
    const auto found = std::ranges::find_if(regions, [&](const UltrasoundRegion& region) {
        return pixel[0] >= region.left - kHalf && pixel[0] <= region.right + kHalf && pixel[1] >= region.top - kHalf &&
               pixel[1] <= region.bottom + kHalf;
    });
    return found == regions.end() ? nullptr : &*found;
}

}  // namespace

Calibration calibrationAt(const PixelCalibration& header, const Geometry& geometry,
                          const std::vector<Vector2>& pixels) {
    if (!header.regions.empty()) {
        const UltrasoundRegion* region = pixels.empty() ? nullptr : regionAt(header.regions, pixels.front());
        const bool isOne = region != nullptr && region->isLength && std::ranges::all_of(pixels, [&](const Vector2& at) {
                               return regionAt(header.regions, at) == region;
                           });
        if (!isOne) return {};
        return {CalibrationSource::ultrasound, region->mmPerPixelX, region->mmPerPixelY};
    }
    const bool isSpacing = header.stated.source == CalibrationSource::none ||  // no DICOM
                           header.stated.source == CalibrationSource::patient;
    if (!isSpacing || !geometry.spacingKnown) return header.stated;
    return {CalibrationSource::patient, geometry.spacing[0], geometry.spacing[1]};
}

}  // namespace fleming::viewer
