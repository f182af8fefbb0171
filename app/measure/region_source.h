#pragma once

#include "viewer/data/roi.h"
#include "viewer/data/series.h"
#include "viewer/render/frame.h"

#include <vector>

namespace fleming::app {

/// The image on which a region lies.
struct RegionSource {
    viewer::Provenance image;             ///< without pixels and window; see RecordedMeasurement::source
    std::vector<viewer::Vector2> pixels;  ///< see RecordedMeasurement::pixels
};

/// Returns the slice of a series on which a region lies: the stored one with its DICOM object, else the nearest slice
/// of the plane of the patient that is parallel to it, else its oblique plane.
RegionSource regionSource(const viewer::Series& series, const viewer::Roi& roi);

}  // namespace fleming::app
