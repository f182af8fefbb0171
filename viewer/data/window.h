#pragma once

namespace fleming::viewer {

/// Window centre and width in rescaled units.
struct Window {
    double center = 0.0;
    double width = 1.0;
    friend bool operator==(const Window&, const Window&) = default;
};

/// The window under which DICOM's LINEAR function (PS3.3 C.11.2.1.2.1) takes `low` (and all below) to black and `high`
/// (and all above) to white: center (low + high + 1) / 2, width high - low + 1.
Window windowOfRange(double low, double high);

}  // namespace fleming::viewer
