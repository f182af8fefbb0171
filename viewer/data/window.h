#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fleming::viewer {

/// How a window maps values to grey levels: the values of VOI LUT Function (PS3.3 C.11.2.1.3).
enum class WindowFunction { linear, linearExact, sigmoid };

/// Returns "linear", "linear_exact" or "sigmoid".
const char* toString(WindowFunction function);

/// Returns the function of a name as toString() gives it or as DICOM does ("SIGMOID"); nothing for any other name.
std::optional<WindowFunction> windowFunctionFromString(const std::string& name);

/// Window centre and width in rescaled units.
struct Window {
    double center = 0.0;
    double width = 1.0;
    WindowFunction function = WindowFunction::linear;
    friend bool operator==(const Window&, const Window&) = default;
};

/// Maps the minimum and the maximum of each slice to 0..255, truncated; black if the slice is flat.
struct MinMax {
    friend bool operator==(const MinMax&, const MinMax&) = default;
};

/// A table of the VOI LUT Sequence (PS3.3 C.11.2.1.1). A value is rounded to an integer (a half upwards); values below
/// the first have its level, and values above the last the last one's.
struct VoiTable {
    double first = 0.0;                ///< the rescaled value of the first entry
    std::vector<std::uint8_t> levels;  ///< grey levels 0..255; not empty
    std::string sha256;  ///< of the low 16 bits of `first` (low byte first), then the levels: the name in records

    /// Returns the grey level of a rescaled value that is not NaN.
    std::uint8_t operator()(double value) const {
        const double index = std::floor(value + 0.5) - first;
        if (!(index > 0.0)) return levels.front();
        return index < static_cast<double>(levels.size()) ? levels[static_cast<std::size_t>(index)] : levels.back();
    }
};
using VoiTablePtr = std::shared_ptr<const VoiTable>;

/// Returns the window over the range of a table.
Window windowOf(const VoiTable& table);

/// How values become grey levels.
using Windowing = std::variant<Window, MinMax, VoiTablePtr>;

/// A window or a table of the file with the file's own name for it (DICOM Window Center & Width Explanation, LUT
/// Explanation), which may be empty.
struct NamedWindow {
    std::string name;
    Window window;        ///< of a table: its range
    VoiTablePtr table{};  ///< null: a window

    Windowing windowing() const { return table ? Windowing(table) : Windowing(window); }
    friend bool operator==(const NamedWindow&, const NamedWindow&) = default;
};

/// Returns the window for which DICOM's LINEAR function (PS3.3 C.11.2.1.2.1) maps `low` and all values below it to
/// black, and `high` and all values above it to white: center (low + high + 1) / 2, width high - low + 1.
Window windowOfRange(double low, double high);

/// Returns the values at which black ends and white begins: the inverse of windowOfRange(). Of other functions than
/// LINEAR, and of a window narrower than 1, half a width on each side of the centre (a sigmoid goes on beyond).
std::pair<double, double> rangeOf(const Window& window);

/// The grey levels of a window: DICOM's VOI LUT functions with an output of 0..255, rounded to nearest (a half
/// upwards), all in double.
///
///     LINEAR (PS3.3 C.11.2.1.2.1):       x <= c - 0.5 - (w-1)/2:  0
///                                        x >  c - 0.5 + (w-1)/2:  255
///                                        otherwise                ((x - (c - 0.5)) / (w-1) + 0.5) * 255
///     LINEAR_EXACT (C.11.2.1.3.2):       the same with c for c - 0.5 and w for w - 1
///     SIGMOID (C.11.2.1.3.1):            255 / (1 + exp(-4 (x - c) / w))
///
/// The standard requires w >= 1 for LINEAR. A narrower window, as values between 0 and 1 need one, is taken as
/// LINEAR_EXACT.
class WindowLevels {
public:
    explicit WindowLevels(const Window& window) : isSigmoid_(window.function == WindowFunction::sigmoid) {
        const bool exact = window.function != WindowFunction::linear || window.width < 1.0;
        middle_ = exact ? window.center : window.center - 0.5;
        range_ = exact ? std::max(window.width, 0.0) : window.width - 1.0;
        low_ = middle_ - range_ / 2.0;
        high_ = middle_ + range_ / 2.0;
    }

    /// Returns the grey level of a value that is not NaN; 0 if the window itself holds a NaN.
    std::uint8_t operator()(double value) const {
        if (isSigmoid_ && range_ > 0.0) return rounded(255.0 / (1.0 + std::exp(-4.0 * (value - middle_) / range_)));
        if (value <= low_) return 0;
        if (value > high_) return 255;
        return rounded(((value - middle_) / range_ + 0.5) * 255.0);
    }

private:
    static std::uint8_t rounded(double level) {
        level += 0.5;
        return level > 0.0 && level < 256.0 ? static_cast<std::uint8_t>(level) : std::uint8_t{0};
    }

    bool isSigmoid_;
    double middle_, range_, low_, high_;
};

/// Returns the grey level of one rescaled value under WindowLevels; 0 for NaN.
std::uint8_t windowed(double value, const Window& window);

}  // namespace fleming::viewer
