#pragma once

#include "viewer/data/look.h"
#include "viewer/data/window.h"

namespace fleming::viewer {

/// How the values of a slice become colours.
struct Display {
    Windowing windowing = Window{128.0, 256.0};  ///< RGB volumes ignore it
    bool lowestIsWhite = false;                  ///< MONOCHROME1: grey g becomes 255 - g, but padding stays black
    bool inverted = false;  ///< by the user: level g becomes 255 - g, padding too unless it has colours
    ColourTable colours = ColourTable::grey;  ///< of the levels; RGB volumes ignore it
    Interpolation interpolation = Interpolation::linear;
    friend bool operator==(const Display&, const Display&) = default;
};

}  // namespace fleming::viewer
