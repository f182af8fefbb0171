#include "viewer/data/window.h"

#include <cmath>

namespace fleming::viewer {

Window windowOfRange(double low, double high) {
    return {(low + high + 1.0) / 2.0, high - low + 1.0};
}

std::pair<double, double> rangeOf(const Window& window) {
    if (window.width < 1.0) return {window.center - window.width / 2.0, window.center + window.width / 2.0};
    return {window.center - window.width / 2.0, window.center + window.width / 2.0 - 1.0};
}

std::uint8_t windowed(double value, const Window& window) {
    return std::isnan(value) ? std::uint8_t{0} : LinearWindow(window)(value);
}

}  // namespace fleming::viewer
