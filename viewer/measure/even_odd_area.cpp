#include "viewer/measure/even_odd_area.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace fleming::viewer {

namespace {

/// A side that is not horizontal: top[1] < bottom[1].
struct Side {
    Vector2 top, bottom;

    double xAt(double y) const { return top[0] + (bottom[0] - top[0]) * (y - top[1]) / (bottom[1] - top[1]); }
};

/// Returns the sides, the topmost first. Positions are from the first corner, for precision.
std::vector<Side> sidesOf(const std::vector<Vector2>& corners) {
    const Vector2 from = corners.front();
    std::vector<Side> sides;
    for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
        Vector2 a{corners[j][0] - from[0], corners[j][1] - from[1]},
            b{corners[i][0] - from[0], corners[i][1] - from[1]};
        if (a[1] == b[1]) continue;
        if (a[1] > b[1]) std::swap(a, b);
        sides.push_back({a, b});
    }
    std::ranges::sort(sides, {}, [](const Side& side) { return side.top[1]; });
    return sides;
}

/// Adds the height at which two sides cross, if they do.
void addCrossing(const Side& a, const Side& b, std::vector<double>& heights) {
    const double top = std::max(a.top[1], b.top[1]), bottom = std::min(a.bottom[1], b.bottom[1]);
    const double before = a.xAt(top) - b.xAt(top), after = a.xAt(bottom) - b.xAt(bottom);
    if (!(before * after < 0.0)) return;
    heights.push_back(top + (bottom - top) * before / (before - after));
}

/// Returns the heights at which the polygon is cut, in ascending order.
std::vector<double> heightsOf(const std::vector<Side>& sides) {
    std::vector<double> heights;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        heights.push_back(sides[i].top[1]);
        heights.push_back(sides[i].bottom[1]);
        for (std::size_t j = i + 1; j < sides.size() && sides[j].top[1] < sides[i].bottom[1]; ++j)
            addCrossing(sides[i], sides[j], heights);
    }
    std::ranges::sort(heights);
    heights.erase(std::unique(heights.begin(), heights.end()), heights.end());
    return heights;
}

}  // namespace

double evenOddArea(const std::vector<Vector2>& corners) {
    if (corners.size() < 3) return 0.0;
    const std::vector<Side> sides = sidesOf(corners);
    const std::vector<double> heights = heightsOf(sides);
    std::vector<const Side*> crossing;  // the sides that cross the strip
    std::vector<double> across;
    std::size_t next = 0;
    double area = 0.0;
    for (std::size_t h = 0; h + 1 < heights.size(); ++h) {
        const double middle = (heights[h] + heights[h + 1]) / 2.0;
        std::erase_if(crossing, [&](const Side* side) { return side->bottom[1] <= heights[h]; });
        for (; next < sides.size() && sides[next].top[1] <= heights[h]; ++next)
            crossing.push_back(&sides[next]);
        across.clear();
        for (const Side* side : crossing)
            across.push_back(side->xAt(middle));
        std::ranges::sort(across);
        for (std::size_t i = 0; i + 1 < across.size(); i += 2)
            area += (across[i + 1] - across[i]) * (heights[h + 1] - heights[h]);
    }
    return area;
}

}  // namespace fleming::viewer
