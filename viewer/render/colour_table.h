#pragma once

#include "viewer/data/look.h"
#include "viewer/data/picture.h"

#include <array>
#include <span>
#include <string>

namespace fleming::viewer {

/// Returns the colours of the grey levels 0 to 255: hotIron and pet are DICOM's palettes Hot Iron and PET (PS3.6,
/// B.1.1 and B.1.2); rainbow has the hues from blue to red at full saturation; viridis is that of matplotlib, within
/// one level.
const std::array<Rgb, 256>& colourTable(ColourTable table);

/// Returns all tables, grey first.
std::span<const ColourTable> colourTables();

/// Returns "grey", "hot-iron", "pet", "rainbow" or "viridis".
const char* toString(ColourTable table);

/// Returns the table of that name; throws Error for any other name.
ColourTable colourTableFromString(const std::string& name);

/// Returns "linear" or "nearest".
const char* toString(Interpolation interpolation);

/// Returns the interpolation of that name; throws Error for any other name.
Interpolation interpolationFromString(const std::string& name);

}  // namespace fleming::viewer
