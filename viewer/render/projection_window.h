#pragma once

#include <stop_token>

#include "viewer/data/volume.h"
#include "viewer/data/window.h"

namespace fleming::viewer {

/// The window under which a maximum intensity projection of a complete `volume` shows its structure: it spans the maxima
/// along the rays through the body, from their 2nd to their 99.5th percentile. The rays run from front to back, or along
/// k in a volume without orientation; at most about 2^16 are looked at. Rays that cross only background are told from the
/// others by Otsu's threshold and left out. (A window for slices would not do: every ray through a head meets its skull.)
/// Takes some 50 ms for 500 slices of 512 x 512. Throws Cancelled.
Window projectionWindow(const Volume& volume, std::stop_token stop = {});

}  // namespace fleming::viewer
