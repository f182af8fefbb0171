#pragma once

#include "viewer/data/volume.h"
#include "viewer/data/window.h"

#include <stop_token>

namespace fleming::viewer {

/// The window under which a maximum intensity projection of a complete `volume` shows its structure: it spans the
/// maxima along the rays through the body, from their 2nd to their 99.5th percentile, and a quarter of that below. The
/// rays run from front to back, or along k in a volume without orientation; some 2^14 are looked at. Rays that cross
/// only background are told from the others by Otsu's threshold and left out. (A window for slices would not do: every
/// ray through a head meets its skull.) Not for the GUI's thread: it reads a large part of the volume. Throws
/// Cancelled.
Window projectionWindow(const Volume& volume, std::stop_token stop = {});

}  // namespace fleming::viewer
