#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace fleming::viewer {

/// Window centre and width in rescaled units.
struct Window {
    double center = 0.0;
    double width = 1.0;
    friend bool operator==(const Window&, const Window&) = default;
};

/// A window of the file with the file's own name for it (DICOM Window Center & Width Explanation), which may be empty.
struct NamedWindow {
    std::string name;
    Window window;
    friend bool operator==(const NamedWindow&, const NamedWindow&) = default;
};

/// Returns the window for which DICOM's LINEAR function (PS3.3 C.11.2.1.2.1) maps `low` and all values below it to
/// black, and `high` and all values above it to white: center (low + high + 1) / 2, width high - low + 1.
Window windowOfRange(double low, double high);

/// Returns the values at which black ends and white begins: the inverse of windowOfRange(). A window narrower than 1
/// ends as LinearWindow says.
std::pair<double, double> rangeOf(const Window& window);

/// DICOM's LINEAR VOI LUT function (PS3.3 C.11.2.1.2.1) with an output of 0..255:
///
///     x <= c - 0.5 - (w-1)/2:  0
///     x >  c - 0.5 + (w-1)/2:  255
///     otherwise                ((x - (c - 0.5)) / (w-1) + 0.5) * 255, rounded to nearest (a half upwards)
///
/// All in double. The standard requires w >= 1. A narrower window, as values between 0 and 1 need one, is taken as
/// LINEAR_EXACT (PS3.3 C.11.2.1.3.2), which ends at c - w/2 and c + w/2.
class LinearWindow {
public:
    explicit LinearWindow(const Window& window) {
        const bool exact = window.width < 1.0;
        middle_ = exact ? window.center : window.center - 0.5;
        range_ = exact ? std::max(window.width, 0.0) : window.width - 1.0;
        low_ = middle_ - range_ / 2.0;
        high_ = middle_ + range_ / 2.0;
    }

    /// Returns the grey level of a value that is not NaN; 0 if the window itself holds a NaN.
    std::uint8_t operator()(double value) const {
        if (value <= low_) return 0;
        if (value > high_) return 255;
        const double level = ((value - middle_) / range_ + 0.5) * 255.0 + 0.5;
        return level > 0.0 && level < 256.0 ? static_cast<std::uint8_t>(level) : std::uint8_t{0};
    }

private:
    double middle_, range_, low_, high_;
};

/// Returns the grey level of one rescaled value under LinearWindow; 0 for NaN.
std::uint8_t windowed(double value, const Window& window);

}  // namespace fleming::viewer
