#include "viewer/data/window.h"

#include <cmath>

namespace fleming::viewer {

const char* toString(WindowFunction function) {
    switch (function) {
        case WindowFunction::linear:
            return "linear";
        case WindowFunction::linearExact:
            return "linear_exact";
        case WindowFunction::sigmoid:
            return "sigmoid";
    }
    return "linear";
}

std::optional<WindowFunction> windowFunctionFromString(const std::string& name) {
    if (name == "LINEAR" || name == "linear") return WindowFunction::linear;
    if (name == "LINEAR_EXACT" || name == "linear_exact") return WindowFunction::linearExact;
    if (name == "SIGMOID" || name == "sigmoid") return WindowFunction::sigmoid;
    return {};
}

Window windowOfRange(double low, double high) {
    return {(low + high + 1.0) / 2.0, high - low + 1.0};
}

std::pair<double, double> rangeOf(const Window& window) {
    if (window.function != WindowFunction::linear || window.width < 1.0)
        return {window.center - window.width / 2.0, window.center + window.width / 2.0};
    return {window.center - window.width / 2.0, window.center + window.width / 2.0 - 1.0};
}

Window windowOf(const VoiTable& table) {
    return windowOfRange(table.first, table.first + static_cast<double>(table.levels.size()) - 1);
}

std::uint8_t windowed(double value, const Window& window) {
    return std::isnan(value) ? std::uint8_t{0} : WindowLevels(window)(value);
}

}  // namespace fleming::viewer
