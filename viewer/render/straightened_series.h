#pragma once

#include "viewer/data/series.h"

namespace fleming::viewer {

/// Returns true if the slices of a volume are sheared (gantry tilt), shifted sideways or unevenly spaced, or if some
/// are missing, and their true positions are known.
bool canBeStraightened(const Series& series);

/// Returns true if straightened() has made the series.
bool isStraightened(const Series& series);

/// Returns a series with the volume of `stored` resampled to the true positions of its slices (StraightGrid): float32
/// rescaled values, NaN where the scan has none; or colours. Its source reads the stored slices that it needs whenever
/// it is read, so nothing is resampled before. It differs from `stored` in its UID, which ends in "#straightened", and
/// in a part of its description; no slice of it is one of a file. Its notes say that it was resampled, and why.
/// canBeStraightened() must be true. Throws Error if the volume would be too large.
Series straightened(const Series& stored);

/// Returns straightened(series) if canBeStraightened(), else the series.
Series straightenedIfNeeded(const Series& series);

}  // namespace fleming::viewer
