#include "viewer/measure/roi_pixels.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

namespace fleming::viewer {

namespace {

constexpr double kEdge = 1e-6;  // of a pixel
constexpr std::int64_t kMostPixels = std::int64_t{1} << 27;

/// An interval of columns; empty if high < low.
struct Interval {
    double low, high;
};

/// Collects spans, cut to the columns of the grid.
class Spans {
public:
    explicit Spans(const RoiGrid& grid) : grid_(grid) {}

    /// Adds the columns from `low` to `high`, both included.
    void add(int row, double low, double high) {
        const double first = std::max(std::ceil(low), static_cast<double>(grid_.firstColumn));
        const double last = std::min(std::floor(high), static_cast<double>(grid_.lastColumn));
        if (!(first <= last)) return;
        spans_.push_back({row, static_cast<int>(first), static_cast<int>(last)});
        pixels_ += spans_.back().last - spans_.back().first + 1;
        if (pixels_ > kMostPixels) throw Error("roi.too_many_pixels", {}, {std::to_string(kMostPixels / 1'000'000)});
    }

    std::vector<PixelSpan> take() { return std::move(spans_); }

private:
    const RoiGrid& grid_;
    std::vector<PixelSpan> spans_;
    std::int64_t pixels_ = 0;
};

/// The rows of the grid between two row coordinates.
struct Rows {
    Rows(const RoiGrid& grid, double low, double high)
        : first(static_cast<int>(std::clamp(std::floor(low), grid.firstRow - 1.0, grid.lastRow + 1.0))),
          last(static_cast<int>(std::clamp(std::ceil(high), grid.firstRow - 1.0, grid.lastRow + 1.0))) {
        first = std::max(first, grid.firstRow);
        last = std::min(last, grid.lastRow);
    }
    int first, last;
};

Rows rowsOf(const RoiGrid& grid, const std::vector<Vector2>& points) {
    double low = grid.toPixel(points.front())[1], high = low;
    for (const Vector2& point : points) {
        const double row = grid.toPixel(point)[1];
        low = std::min(low, row);
        high = std::max(high, row);
    }
    return {grid, low, high};
}

/// Returns the columns at which low <= start + column * step <= high.
Interval between(double low, double high, double start, double step) {
    if (step == 0.0) return start >= low && start <= high ? Interval{-1e300, 1e300} : Interval{1, 0};
    const double a = (low - start) / step, b = (high - start) / step;
    return {std::min(a, b), std::max(a, b)};
}

/// The box of a rectangle or an ellipse, a hair wider, so that centres on its edge are inside.
struct Box {
    Vector2 middle, half;
    std::vector<Vector2> corners;
};

Box boxOf(const Roi& roi, const RoiGrid& grid) {
    const Vector2 &a = roi.points[0], &b = roi.points[1];
    Box box;
    for (std::size_t c = 0; c < 2; ++c) {
        box.middle[c] = (a[c] + b[c]) / 2.0;
        box.half[c] = std::abs(a[c] - b[c]) / 2.0 + kEdge * grid.pixelSize;
    }
    for (const double x : {-1.0, 1.0}) {
        for (const double y : {-1.0, 1.0})
            box.corners.push_back({box.middle[0] + x * box.half[0], box.middle[1] + y * box.half[1]});
    }
    return box;
}

/// Returns the centre of column 0 of a row from the middle of the box.
Vector2 rowStart(const RoiGrid& grid, const Box& box, int row) {
    return {grid.origin[0] + row * grid.row[0] - box.middle[0], grid.origin[1] + row * grid.row[1] - box.middle[1]};
}

Interval inRectangle(const RoiGrid& grid, const Box& box, int row) {
    const Vector2 start = rowStart(grid, box, row);
    const Interval x = between(-box.half[0], box.half[0], start[0], grid.column[0]);
    const Interval y = between(-box.half[1], box.half[1], start[1], grid.column[1]);
    return {std::max(x.low, y.low), std::min(x.high, y.high)};
}

/// Solves |start + column * step| <= 1, in units of the half axes.
Interval inEllipse(const RoiGrid& grid, const Box& box, int row) {
    const Vector2 start = rowStart(grid, box, row);
    const double sx = start[0] / box.half[0], sy = start[1] / box.half[1];
    const double dx = grid.column[0] / box.half[0], dy = grid.column[1] / box.half[1];
    const double a = dx * dx + dy * dy, nearest = -(sx * dx + sy * dy) / a;
    // The distance of the line from the middle is exact where that of two close squares is not.
    const double distance = (sx * dy - sy * dx) / std::sqrt(a);
    const double rest = (1.0 - distance) * (1.0 + distance);
    if (!(rest >= 0.0)) return {1, 0};
    const double half = std::sqrt(rest / a);
    return {nearest - half, nearest + half};
}

void addPolygon(const RoiGrid& grid, const Roi& roi, Spans& spans) {
    // Moved by less than the tolerance, so that rounding does not decide about centres on an edge.
    const double hair = 0.1 * kEdge * grid.pixelSize;
    std::vector<Vector2> corners;
    corners.reserve(roi.points.size());
    for (const Vector2& point : roi.points)
        corners.push_back(grid.toPixel({point[0] - hair, point[1] - hair}));
    const Rows rows = rowsOf(grid, roi.points);
    std::vector<double> crossings;
    for (int row = rows.first; row <= rows.last; ++row) {
        crossings.clear();
        for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
            const Vector2 &a = corners[i], &b = corners[j];
            if ((a[1] > row) != (b[1] > row)) crossings.push_back(a[0] + (b[0] - a[0]) * (row - a[1]) / (b[1] - a[1]));
        }
        std::ranges::sort(crossings);
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
            spans.add(row, crossings[i], std::ceil(crossings[i + 1]) - 1.0);
    }
}

}  // namespace

std::vector<PixelSpan> pixelsInside(const RoiGrid& grid, const Roi& roi) {
    Spans spans(grid);
    if (!isBox(roi.shape)) {
        addPolygon(grid, roi, spans);
        return spans.take();
    }
    const Box box = boxOf(roi, grid);
    const Rows rows = rowsOf(grid, box.corners);
    for (int row = rows.first; row <= rows.last; ++row) {
        const Interval columns =
            roi.shape == RoiShape::rectangle ? inRectangle(grid, box, row) : inEllipse(grid, box, row);
        spans.add(row, columns.low, columns.high);
    }
    return spans.take();
}

}  // namespace fleming::viewer
