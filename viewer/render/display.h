#pragma once

#include "viewer/data/look.h"
#include "viewer/data/window.h"

#include <variant>

namespace fleming::viewer {

/// Maps the minimum and the maximum of each slice to 0..255, truncated; black if the slice is flat.
struct MinMax {
    friend bool operator==(const MinMax&, const MinMax&) = default;
};

/// How values become grey levels.
using Windowing = std::variant<Window, MinMax>;

/// How the values of a slice become colours.
struct Display {
    Windowing windowing = Window{128.0, 256.0};  ///< RGB volumes ignore it
    bool lowestIsWhite = false;                  ///< MONOCHROME1: grey g becomes 255 - g, but padding stays black
    bool inverted = false;                       ///< by the user: each level or colour g becomes 255 - g, padding too
    ColourTable colours = ColourTable::grey;     ///< of the levels; RGB volumes ignore it
    Interpolation interpolation = Interpolation::linear;
    friend bool operator==(const Display&, const Display&) = default;
};

}  // namespace fleming::viewer
