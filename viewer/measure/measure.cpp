#include "viewer/measure/measure.h"

#include "base/error.h"
#include "viewer/measure/even_odd_area.h"
#include "viewer/measure/roi_grid.h"
#include "viewer/measure/roi_statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>
#include <utility>
#include <variant>

namespace fleming::viewer {

namespace {

using Points = std::vector<Vector2>;

bool areFinite(const auto& numbers) {
    return std::ranges::all_of(numbers, [](double number) { return std::isfinite(number); });
}

Vector2 from(const Vector2& a, const Vector2& b) {
    return {b[0] - a[0], b[1] - a[1]};
}

double distance(const Points& points, std::size_t a, std::size_t b) {
    const Vector2 step = from(points[a], points[b]);
    return std::hypot(step[0], step[1]);
}

/// Returns the angle between two directions in degrees, 0 to 180; nothing if one has no length.
std::optional<double> angleBetween(const Vector2& a, const Vector2& b) {
    const bool isNone = (a[0] == 0 && a[1] == 0) || (b[0] == 0 && b[1] == 0);
    if (isNone) return {};
    const double across = a[0] * b[1] - a[1] * b[0], along = a[0] * b[0] + a[1] * b[1];
    return std::atan2(std::abs(across), along) * 180.0 / std::numbers::pi;
}

std::optional<double> angleOf(const Roi& roi, const Points& mm) {
    if (roi.shape == RoiShape::angle) return angleBetween(from(mm[1], mm[0]), from(mm[1], mm[2]));
    if (roi.shape != RoiShape::cobb) return {};
    const auto angle = angleBetween(from(mm[0], mm[1]), from(mm[2], mm[3]));
    return angle ? std::optional(std::min(*angle, 180.0 - *angle)) : std::nullopt;
}

/// Returns the area of a closed shape in the square of the unit of its points.
double areaOf(const Roi& roi) {
    if (isPolygon(roi.shape)) return evenOddArea(roi.points);
    const Vector2 sides = from(roi.points[0], roi.points[1]);
    const double box = std::abs(sides[0] * sides[1]);
    return roi.shape == RoiShape::ellipse ? box * std::numbers::pi / 4.0 : box;
}

void setLengths(const Roi& roi, const Points& points, std::optional<double>& first, std::optional<double>& second) {
    if (roi.shape == RoiShape::length) first = distance(points, 0, 1);
    if (roi.shape != RoiShape::bidirectional) return;
    const double a = distance(points, 0, 1), b = distance(points, 2, 3);
    first = std::max(a, b);
    second = std::min(a, b);
}

/// What a header says, whichever kind of series it is of.
struct Header {
    const PixelCalibration& calibration;
    const std::string& unit;
};

Header headerOf(const Series& series) {
    return std::visit([](const auto& info) { return Header{info.calibration, info.unit}; }, series.info);
}

/// Returns the geometry of a volume, or of the frames of a clip, whose pixels are 1 mm.
Geometry geometryOf(const Series& series) {
    if (series.kind() != SeriesKind::clip) return series.geometry();
    Geometry geometry;
    geometry.size = {series.clip().width, series.clip().height, 1};
    return geometry;
}

Points pixelPoints(const RoiGrid& grid, const Points& points) {
    Points pixels;
    pixels.reserve(points.size());
    for (const Vector2& point : points)
        pixels.push_back(grid.toPixel(point));
    return pixels;
}

/// Returns the calibration of points with these pixel coordinates. Only the pixels of a stored slice have one of their
/// own; other planes have the millimetres of the volume.
Calibration chosenCalibration(const PixelCalibration& header, const Geometry& geometry, const RoiGrid& grid,
                              const Points& pixels, const std::optional<Calibration>& own) {
    if (grid.slice && own) return *own;
    const Calibration calibration = calibrationAt(header, geometry, pixels);
    if (!grid.slice && calibration.source != CalibrationSource::patient) return {};
    return calibration;
}

/// Returns what a region comes to without its pixels.
Measurement measuredGeometry(const Roi& roi, const Series& series, const Geometry& geometry, const RoiGrid& grid,
                             const std::optional<Calibration>& own) {
    const Header header = headerOf(series);
    Measurement result;
    result.unit = header.unit;
    Points pixels = pixelPoints(grid, roi.points);
    result.calibration = chosenCalibration(header.calibration, geometry, grid, pixels, own);
    setLengths(roi, pixels, result.lengthPx, result.shortLengthPx);
    const CalibrationSource source = result.calibration.source;
    const bool hasMm = source != CalibrationSource::none && (source != CalibrationSource::detector || own);
    const bool isGeometry = !hasMm || (source == CalibrationSource::patient && geometry.spacingKnown);
    Points mm = roi.points;
    double areaFactor = 1.0;
    if (!isGeometry) {
        mm = std::move(pixels);
        for (Vector2& point : mm)
            point = {point[0] * result.calibration.mmPerPixelX, point[1] * result.calibration.mmPerPixelY};
        const double pixelArea = std::abs(grid.column[0] * grid.row[1] - grid.column[1] * grid.row[0]);
        areaFactor = result.calibration.mmPerPixelX * result.calibration.mmPerPixelY / pixelArea;
    }
    result.angleDegrees = angleOf(roi, mm);
    if (!hasMm) return result;
    setLengths(roi, mm, result.lengthMm, result.shortLengthMm);
    if (isClosed(roi.shape)) result.areaMm2 = areaOf(roi) * areaFactor;
    return result;
}

/// Returns the pixels of a closed shape, or the one that the probe is on.
std::vector<PixelSpan> pixelsOf(const Roi& roi, const RoiGrid& grid) {
    if (roi.shape != RoiShape::probe) return pixelsInside(grid, roi);
    const Vector2 pixel = grid.toPixel(roi.points.front());
    const double column = std::floor(pixel[0] + 0.5), row = std::floor(pixel[1] + 0.5);
    const bool isInside =
        column >= grid.firstColumn && column <= grid.lastColumn && row >= grid.firstRow && row <= grid.lastRow;
    if (!isInside) return {};
    return {{static_cast<int>(row), static_cast<int>(column), static_cast<int>(column)}};
}

/// Moves the grid of a probe so that one of its pixels is at the point: the nearest voxel is that of the point.
RoiGrid gridOf(const Geometry& geometry, const Roi& roi) {
    const RoiGrid grid = roiGrid(geometry, roi.plane);
    if (roi.shape != RoiShape::probe || grid.slice) return grid;
    RoiPlane plane = roi.plane;
    plane.origin = toPatient(plane, roi.points.front());
    RoiGrid moved = roiGrid(geometry, plane);
    moved.origin = {moved.origin[0] + roi.points.front()[0], moved.origin[1] + roi.points.front()[1]};
    return moved;
}

}  // namespace

void check(const Roi& roi) {
    constexpr double kTolerance = 1e-3;
    const RoiPlane& plane = roi.plane;
    const bool isFinite = areFinite(plane.origin) && areFinite(plane.right) && areFinite(plane.down) &&
                          std::ranges::all_of(roi.points, [](const Vector2& point) { return areFinite(point); });
    if (!isFinite) throw Error("roi.not_finite");
    const bool isPlane = std::abs(length(plane.right) - 1) <= kTolerance &&
                         std::abs(length(plane.down) - 1) <= kTolerance &&
                         std::abs(dot(plane.right, plane.down)) <= kTolerance;
    if (!isPlane) throw Error("roi.no_plane");
    const auto wanted = static_cast<std::size_t>(isPolygon(roi.shape) ? kFewestCorners : pointCount(roi.shape));
    const std::size_t given = roi.points.size();
    if (isPolygon(roi.shape) && given < wanted)
        throw Error("roi.too_few_points", {}, {toString(roi.shape), std::to_string(wanted), std::to_string(given)});
    if (!isPolygon(roi.shape) && given != wanted)
        throw Error("roi.wrong_points", {}, {toString(roi.shape), std::to_string(wanted), std::to_string(given)});
}

Measurement measure(const Series& series, const Volume& volume, const Roi& roi, std::optional<Calibration> own) {
    check(roi);
    const RoiGrid grid = gridOf(volume.geometry(), roi);
    Measurement result = measuredGeometry(roi, series, volume.geometry(), grid, own);
    if (volume.components() != 1 || !hasPixels(roi.shape)) return result;
    std::vector<double> values = valuesOf(volume, grid, pixelsOf(roi, grid));
    result.statistics = statisticsOf(values);
    return result;
}

std::set<int> slicesOf(const Geometry& geometry, const Roi& roi) {
    check(roi);
    if (!hasPixels(roi.shape)) return {};
    const RoiGrid grid = gridOf(geometry, roi);
    if (grid.slice) return {*grid.slice};
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const Vector2& point : cornersOf(roi)) {
        const Vector2 pixel = grid.toPixel(point);
        const double k = grid.voxel[2] + pixel[0] * grid.voxelsPerColumn[2] + pixel[1] * grid.voxelsPerRow[2];
        low = std::min(low, k - 1.0);
        high = std::max(high, k + 1.0);
    }
    const double last = geometry.size[2] - 1.0;
    std::set<int> slices;
    for (double k = std::max(0.0, std::floor(low)); k <= std::min(last, std::ceil(high)); k += 1.0)
        slices.insert(static_cast<int>(k));
    return slices;
}

Measurement measureWithoutValues(const Series& series, const Roi& roi, std::optional<Calibration> own) {
    check(roi);
    const Geometry geometry = geometryOf(series);
    return measuredGeometry(roi, series, geometry, gridOf(geometry, roi), own);
}

}  // namespace fleming::viewer
