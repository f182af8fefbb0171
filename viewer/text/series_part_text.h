#pragma once

#include "viewer/data/series_part.h"

#include <QString>

/// The translated words for the parts of a series.
namespace fleming::viewer {

/// Returns a description for display, with translated parts, on one line without double spaces. In English:
/// "scan.nii, time point 1 of 3" and "T2 (echo 4.6, segment not given)". Empty for an empty description.
QString seriesDescriptionText(const SeriesDescription& description);

}  // namespace fleming::viewer
