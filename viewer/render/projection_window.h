#pragma once

#include "viewer/data/volume.h"
#include "viewer/data/window.h"

#include <stop_token>

namespace fleming::viewer {

/// Returns the window for a maximum intensity projection of a complete volume. It spans the maxima along the rays
/// through the body, from their 2nd to their 99.5th percentile, and a quarter of that range below. The rays run from
/// front to back, or along k in a volume without orientation; about 2^14 are evaluated. Otsu's threshold separates rays
/// that cross only background, which do not count. (A window for slices would not do: every ray through a head meets
/// the skull.) Reads a large part of the volume, so it does not belong on the GUI thread. Throws Cancelled.
Window projectionWindow(const Volume& volume, std::stop_token stop = {});

}  // namespace fleming::viewer
