#pragma once

namespace fleming::viewer {

/// How an image is turned for the reader: mirrored left to right first, then turned clockwise by quarters of a circle.
struct Turn {
    bool mirrored = false;
    int quarters = 0;  ///< 0 to 3
    friend bool operator==(const Turn&, const Turn&) = default;
};

/// The colours of grey levels; see colourTable().
enum class ColourTable { grey, hotIron, pet, rainbow, viridis };

/// How values between voxels are found, and how an image is enlarged on the screen.
enum class Interpolation { linear, nearest };

/// What a reader may change of a slice beyond its window. The default is the plain slice.
struct Look {
    Turn turn;
    ColourTable colours = ColourTable::grey;
    Interpolation interpolation = Interpolation::linear;
    friend bool operator==(const Look&, const Look&) = default;
};

}  // namespace fleming::viewer
