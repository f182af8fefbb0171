#pragma once

#include "app/studies/open_series.h"

#include <stop_token>

namespace fleming::app {

/// Returns true if the headers allow to show `labels` as labels over `open`: it is another series, its values can be
/// labels, and both series have the same voxel grid.
bool canShowAsLabels(const OpenSeries& labels, const OpenSeries& open);

/// Returns true if the voxels of `series` are labels: the header says so, or the middle slice looks like labels. Reads
/// that slice if it is not loaded, so it is called on a worker. Throws Error, Cancelled.
bool holdsLabels(const OpenSeries& series, std::stop_token stop);

/// Makes a layer from the volume of `labels`, which is read if it is not loaded. Each label gets a name from its value
/// and a colour. Throws Error, Cancelled.
viewer::LabelLayer makeLabelLayer(const OpenSeries& labels, std::stop_token stop);

}  // namespace fleming::app
