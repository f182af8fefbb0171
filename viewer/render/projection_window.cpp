#include "viewer/render/projection_window.h"

#include "base/error.h"
#include "viewer/data/series.h"
#include "viewer/data/with_scalar_type.h"
#include "viewer/render/grey_levels.h"
#include "viewer/render/window_presets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace fleming::viewer {

namespace {

constexpr std::size_t kRaysAlongAnAxis = 128;

/// Returns the maximum along each ray, without padding, NaN and infinities; rays without other values are left out.
std::vector<double> maximaOfRays(const Volume& volume, const std::stop_token& stop) {
    const Geometry& geometry = volume.geometry();
    const int depthAxis = planeAxes(geometry, Plane::coronal).sliceAxis;
    const std::array<std::size_t, 3> strides{
        1, static_cast<std::size_t>(geometry.size[0]),
        static_cast<std::size_t>(geometry.size[0]) * static_cast<std::size_t>(geometry.size[1])};
    std::array<std::size_t, 3> step{}, size{};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        size[axis] = static_cast<std::size_t>(geometry.size[axis]);
        step[axis] = static_cast<int>(axis) == depthAxis ? 1 : (size[axis] + kRaysAlongAnAxis - 1) / kRaysAlongAnAxis;
    }
    const auto depth = static_cast<std::size_t>(depthAxis);
    const std::size_t across = depth == 0 ? 1 : 0, down = depth == 2 ? 1 : 2;
    const std::size_t columns = (size[across] + step[across] - 1) / step[across];
    constexpr double kNothing = -std::numeric_limits<double>::infinity();
    std::vector<double> maxima(columns * ((size[down] + step[down] - 1) / step[down]), kNothing);
    withScalarType(volume.type(), [&](auto number) {
        using T = decltype(number);
        const Rescaled<T> rescaled({volume.rescale(), volume.padding, MinMax{}});
        const T* values = reinterpret_cast<const T*>(volume.data().data());
        const auto components = static_cast<std::size_t>(volume.components());
        double* row = maxima.data();
        for (std::size_t v = 0; v < size[down]; v += step[down], row += columns) {
            if (stop.stop_requested()) throw Cancelled();
            for (std::size_t d = 0; d < size[depth]; ++d) {
                const T* from = values + components * (v * strides[down] + d * strides[depth]);
                double* maximum = row;
                for (std::size_t u = 0; u < size[across]; u += step[across], ++maximum) {
                    const double value = rescaled(from[components * u * strides[across]]);
                    if (std::isfinite(value)) *maximum = std::max(*maximum, value);
                }
            }
        }
    });
    std::erase(maxima, kNothing);
    return maxima;
}

/// Splits sorted values into two classes by Otsu's threshold. Returns the index of the first value of the upper one.
std::size_t upperClass(const std::vector<double>& sorted) {
    double total = 0.0;
    for (const double value : sorted)
        total += value;
    const auto count = static_cast<double>(sorted.size());
    double below = 0.0, best = 0.0;
    std::size_t first = 0;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        below += sorted[i - 1];
        if (sorted[i] == sorted[i - 1]) continue;
        const auto lower = static_cast<double>(i);
        const double distance = below / lower - (total - below) / (count - lower);
        const double between = lower * (count - lower) * distance * distance;
        if (between > best) {
            best = between;
            first = i;
        }
    }
    return first;
}

}  // namespace

Window projectionWindow(const Volume& volume, std::stop_token stop) {
    std::vector<double> maxima = maximaOfRays(volume, stop);
    if (maxima.empty()) return {128.0, 256.0};
    std::sort(maxima.begin(), maxima.end());
    // The lower class is background (air, a table) only if it lies in the darker part of all values.
    const double darkest = percentiles(volume, 0.005, 0.995).value_or(Percentiles{maxima.front(), maxima.back()}).low;
    std::size_t first = upperClass(maxima);
    if (maxima[first / 2] > darkest + 0.4 * (maxima.back() - darkest)) first = 0;
    const auto percentile = [&](double fraction) {
        return maxima[first + static_cast<std::size_t>(fraction * static_cast<double>(maxima.size() - 1 - first))];
    };
    const double low = percentile(0.02), high = percentile(0.995);
    // The background stays black and the darkest part of the body is visible. A body of nearly one density gets at most
    // half of the greys between the background and its maximum.
    const double background = maxima[first / 2];
    const double wide = std::min(low - (high - low) / 4, high - (high - background) / 2);
    const double below = first > 0 ? std::max(wide, background) : low;
    if (low < high) return windowOfRange(std::min(below, low), high);
    if (maxima.front() < maxima.back()) return windowOfRange(maxima.front(), maxima.back());
    return windowOfRange(maxima.back() - 1.0, maxima.back());
}

}  // namespace fleming::viewer
