#include "viewer/rois/roi_geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace fleming::viewer {

namespace {

constexpr int kEllipseSides = 72;
constexpr double kParallel = 0.99999;  // cosine; 0.26 degrees

Vector2 operator+(const Vector2& a, const Vector2& b) {
    return {a[0] + b[0], a[1] + b[1]};
}

Vector2 operator-(const Vector2& a, const Vector2& b) {
    return {a[0] - b[0], a[1] - b[1]};
}

Vector2 operator*(double factor, const Vector2& a) {
    return {factor * a[0], factor * a[1]};
}

double dot(const Vector2& a, const Vector2& b) {
    return a[0] * b[0] + a[1] * b[1];
}

double lengthOf(const Vector2& a) {
    return std::hypot(a[0], a[1]);
}

/// How the short diameter lies to the long one.
struct Cross {
    double part;           ///< of the long one at which they cross
    double first, second;  ///< the ends of the short one, mm beside the long one
};

Vector2 unitFrom(const Vector2& from, const Vector2& to) {
    const double length = lengthOf(to - from);
    return length > 0 ? (1 / length) * (to - from) : Vector2{1, 0};
}

Cross crossOf(const std::vector<Vector2>& points) {
    const Vector2 along = unitFrom(points[0], points[1]), across{-along[1], along[0]};
    const double length = lengthOf(points[1] - points[0]);
    return {length > 0 ? dot(points[2] - points[0], along) / length : 0.5, dot(points[2] - points[0], across),
            dot(points[3] - points[0], across)};
}

std::vector<Vector2> withCross(const Vector2& from, const Vector2& to, const Cross& cross) {
    const Vector2 along = unitFrom(from, to), across{-along[1], along[0]};
    const Vector2 middle = from + cross.part * (to - from);
    return {from, to, middle + cross.first * across, middle + cross.second * across};
}

std::vector<Vector2> draggedDiameters(const std::vector<Vector2>& points, int handle, const Vector2& by) {
    std::vector<Vector2> moved = points;
    const auto index = static_cast<std::size_t>(handle);
    moved[index] = moved[index] + by;
    Cross cross = crossOf(points);
    if (handle >= 2) {
        const Vector2 along = unitFrom(points[0], points[1]), across{-along[1], along[0]};
        const double length = lengthOf(points[1] - points[0]);
        cross.part = length > 0 ? std::clamp(dot(moved[index] - points[0], along) / length, 0.0, 1.0) : 0.5;
        (handle == 2 ? cross.first : cross.second) = dot(moved[index] - points[0], across);
    }
    return withCross(moved[0], moved[1], cross);
}

double distanceToSegment(const Vector2& point, const Vector2& from, const Vector2& to) {
    const Vector2 along = to - from;
    const double square = dot(along, along);
    const double part = square > 0 ? std::clamp(dot(point - from, along) / square, 0.0, 1.0) : 0.0;
    return lengthOf(point - (from + part * along));
}

/// Returns the part of a line within the reach of a plane; its ends have the distances `before` and `after` from it.
std::optional<std::pair<Vector2, Vector2>> partWithin(const Vector2& from, const Vector2& to, double before,
                                                      double after, double reach) {
    double first = 0, last = 1;
    const double change = after - before;
    if (change == 0) {
        if (std::abs(before) > reach) return {};
    } else {
        const double enters = (-reach - before) / change, leaves = (reach - before) / change;
        first = std::max(first, std::min(enters, leaves));
        last = std::min(last, std::max(enters, leaves));
        if (first > last) return {};
    }
    return std::pair(from + first * (to - from), from + last * (to - from));
}

}  // namespace

std::vector<std::vector<Vector2>> outline(const Roi& roi) {
    const std::vector<Vector2>& points = roi.points;
    if (points.empty()) return {};
    if (roi.shape == RoiShape::ellipse && points.size() >= 2) {
        const Vector2 middle = 0.5 * (points[0] + points[1]), half = 0.5 * (points[1] - points[0]);
        std::vector<Vector2> line;
        for (int i = 0; i <= kEllipseSides; ++i) {
            const double angle = 2 * std::numbers::pi * i / kEllipseSides;
            line.push_back({middle[0] + half[0] * std::cos(angle), middle[1] + half[1] * std::sin(angle)});
        }
        return {line};
    }
    // While it is drawn, a shape of two lines has only one.
    if ((roi.shape == RoiShape::cobb || roi.shape == RoiShape::bidirectional) && points.size() == 4)
        return {{points[0], points[1]}, {points[2], points[3]}};
    std::vector<Vector2> line = isBox(roi.shape) && points.size() < 2 ? points : cornersOf(roi);
    if (isClosed(roi.shape)) line.push_back(line.front());
    return {line};
}

std::vector<Vector2> handles(const Roi& roi) {
    if (roi.shape == RoiShape::freehand) return {};
    return cornersOf(roi);
}

Roi dragged(const Roi& roi, const std::optional<int>& handle, const Vector2& by) {
    Roi moved = roi;
    if (!handle) {
        for (Vector2& point : moved.points)
            point = point + by;
    } else if (isBox(roi.shape)) {
        // Corners 0 and 2 are the points; 1 has the x of the second one, 3 that of the first one.
        const int corner = *handle;
        moved.points[corner == 0 || corner == 3 ? 0 : 1][0] += by[0];
        moved.points[corner == 0 || corner == 1 ? 0 : 1][1] += by[1];
    } else if (roi.shape == RoiShape::bidirectional && roi.points.size() == 4) {
        moved.points = draggedDiameters(roi.points, *handle, by);
    } else {
        Vector2& point = moved.points.at(static_cast<std::size_t>(*handle));
        point = point + by;
    }
    return moved;
}

std::vector<Vector2> diameters(const Vector2& from, const Vector2& to) {
    const double quarter = lengthOf(to - from) / 4;
    return withCross(from, to, {0.5, quarter, -quarter});
}

double distanceToOutline(const Roi& roi, const Vector2& point) {
    double nearest = std::numeric_limits<double>::infinity();
    for (const std::vector<Vector2>& line : outline(roi)) {
        nearest = std::min(nearest, lengthOf(point - line.front()));
        for (std::size_t i = 1; i < line.size(); ++i)
            nearest = std::min(nearest, distanceToSegment(point, line[i - 1], line[i]));
    }
    return nearest;
}

Vector2 middleOf(const Roi& roi) {
    Vector2 least = roi.points.at(0), most = least;
    for (const Vector2& point : roi.points) {
        least = {std::min(least[0], point[0]), std::min(least[1], point[1])};
        most = {std::max(most[0], point[0]), std::max(most[1], point[1])};
    }
    return 0.5 * (least + most);
}

bool isDegenerate(const Roi& roi) {
    if (static_cast<int>(roi.points.size()) < pointCount(roi.shape) || roi.points.empty()) return true;
    if (roi.shape == RoiShape::probe) return false;
    if (isBox(roi.shape)) return roi.points[0][0] == roi.points[1][0] || roi.points[0][1] == roi.points[1][1];
    if (isClosed(roi.shape)) return static_cast<int>(roi.points.size()) < kFewestCorners;
    for (const std::vector<Vector2>& line : outline(roi)) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            if (line[i - 1] == line[i]) return true;
        }
    }
    return false;
}

bool liesIn(const Roi& roi, const RoiCut& plane) {
    if (std::abs(viewer::dot(cross(roi.plane.right, roi.plane.down), plane.normal)) < kParallel) return false;
    // A thousandth more: where two slices are equally far, both show it.
    return std::abs(viewer::dot(minus(roi.plane.origin, plane.origin), plane.normal)) <= 1.001 * plane.reach;
}

std::vector<std::pair<Vector3, Vector3>> cutBy(const Roi& roi, const RoiCut& plane) {
    if (std::abs(viewer::dot(cross(roi.plane.right, roi.plane.down), plane.normal)) >= kParallel) return {};
    const auto distance = [&](const Vector2& point) {
        return viewer::dot(minus(toPatient(roi.plane, point), plane.origin), plane.normal);
    };
    std::vector<std::pair<Vector2, Vector2>> parts;
    std::vector<Vector2> crossings;
    for (const std::vector<Vector2>& line : outline(roi)) {
        if (line.size() == 1 && std::abs(distance(line[0])) <= plane.reach) parts.emplace_back(line[0], line[0]);
        for (std::size_t i = 1; i < line.size(); ++i) {
            const double before = distance(line[i - 1]), after = distance(line[i]);
            if (!isClosed(roi.shape)) {
                if (const auto part = partWithin(line[i - 1], line[i], before, after, plane.reach))
                    parts.push_back(*part);
            } else if ((before < 0) != (after < 0)) {
                crossings.push_back(line[i - 1] + (before / (before - after)) * (line[i] - line[i - 1]));
            }
        }
    }
    // The crossings of a closed line lie on one straight line; inside is between every second pair.
    const Vector2 along{-viewer::dot(roi.plane.down, plane.normal), viewer::dot(roi.plane.right, plane.normal)};
    std::ranges::sort(crossings, {}, [&](const Vector2& point) { return dot(point, along); });
    for (std::size_t i = 1; i < crossings.size(); i += 2)
        parts.emplace_back(crossings[i - 1], crossings[i]);
    std::vector<std::pair<Vector3, Vector3>> cuts;
    for (const auto& [from, to] : parts)
        cuts.emplace_back(toPatient(roi.plane, from), toPatient(roi.plane, to));
    return cuts;
}

}  // namespace fleming::viewer
