#pragma once

#include "viewer/data/roi.h"
#include "viewer/data/series.h"
#include "viewer/data/volume.h"
#include "viewer/measure/calibration.h"

#include <cstdint>
#include <optional>
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

/// Measures a region of a volume (or a picture). A pixel is inside if its centre is, edges included. Where the plane is
/// a stored slice the pixels are its own; else a grid at the smallest spacing from the origin of the plane, with the
/// nearest voxels. Throws Error if the region has the wrong number of points for its shape, a plane that is none, or a
/// number that is not finite; and if the slices that it needs are not ready or damaged.
Measurement measure(const Series& series, const Volume& volume, const Roi& roi);

}  // namespace fleming::viewer
