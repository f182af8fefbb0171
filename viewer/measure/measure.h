#pragma once

#include "viewer/data/roi.h"
#include "viewer/data/series.h"
#include "viewer/data/volume.h"
#include "viewer/measure/calibration.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace fleming::viewer {

/// Of the rescaled values of the pixels in a region; padding and NaN are left out.
struct RoiStatistics {
    std::int64_t count = 0;  ///< pixels
    double min = 0, max = 0;
    double mean = 0;
    std::optional<double> sd;  ///< divided by count - 1; absent for one pixel
    double median = 0;         ///< of an even count: the mean of the middle two
    double sum = 0;
};

/// What a region comes to. Each value is there if it applies to the shape; millimetres also need a calibration.
struct Measurement {
    std::optional<double> lengthMm, lengthPx;            ///< bidirectional: the long diameter; closed shapes: absent
    std::optional<double> shortLengthMm, shortLengthPx;  ///< bidirectional: the short diameter
    std::optional<double> angleDegrees;                  ///< 0 to 180; Cobb: 0 to 90
    std::optional<double> areaMm2;                       ///< exact, from geometry
    std::optional<RoiStatistics> statistics;             ///< closed shapes and the probe; absent: no pixel is inside
    std::string unit;                                    ///< of the values: "HU", "SUV", ...; empty: stored values
    Calibration calibration;                             ///< where the millimetres come from
};

/// Throws Error if the region has the wrong number of points for its shape, a number that is not finite, or a plane
/// whose directions are not perpendicular unit vectors (to within a thousandth).
void check(const Roi& roi);

/// Measures a region of a volume, a picture, or a grey frame of a clip (Clip::values(), in whose plane 1 mm is a
/// pixel).
///
/// A pixel is inside if its centre is; see pixelsInside() for edges. Where the plane is a stored slice the pixels are
/// its own; else a grid at the smallest spacing from the origin of the plane, with the nearest voxels (see roiGrid()).
/// Colours have no statistics, since their three values have no unit.
///
/// Lengths and areas are exact, from the points. Lengths in pixels are in those of the slice, or of the grid.
/// Millimetres come from calibrationAt(). Bare spacing at the detector gives none: `calibration` then has the spacing,
/// which a user can accept. `own` is a calibration of the user, or one that the user accepted: it replaces that of the
/// file on a stored slice. Angles are those of calibrated lengths.
///
/// Throws the Errors of check(), and Error if the slices that it needs are not ready or damaged, or if the region has
/// more than 2^27 pixels.
Measurement measure(const Series& series, const Volume& volume, const Roi& roi, std::optional<Calibration> own = {});

/// Returns the stored slices that measure() reads for a region, in ascending order; none for a line or an angle.
std::set<int> slicesOf(const Geometry& geometry, const Roi& roi);

/// Measures the same without values: of a clip in colours, or before the pixels are loaded.
Measurement measureWithoutValues(const Series& series, const Roi& roi, std::optional<Calibration> own = {});

}  // namespace fleming::viewer
