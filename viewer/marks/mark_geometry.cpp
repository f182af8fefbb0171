#include "viewer/marks/mark_geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace fleming::viewer {

namespace {

constexpr int kEllipseSides = 64;

double distanceToSegment(const QPointF& a, const QPointF& b, const QPointF& point) {
    const QPointF along = b - a;
    const double length2 = QPointF::dotProduct(along, along);
    const double t = length2 > 0 ? std::clamp(QPointF::dotProduct(point - a, along) / length2, 0.0, 1.0) : 0.0;
    const QPointF gap = point - (a + t * along);
    return std::hypot(gap.x(), gap.y());
}

/// Returns `by` limited so that `first` and `second` stay within 0..size after both move.
double limitedStep(double first, double second, double by, double size) {
    const double low = -std::min(first, second), high = size - std::max(first, second);
    return low > high ? 0.0 : std::clamp(by, low, high);
}

}  // namespace

bool isClosed(MarkShape shape) {
    return shape != MarkShape::arrow;
}

QPolygonF outline(const MarkPlace& place) {
    switch (place.shape) {
        case MarkShape::box:
            return QPolygonF(bounds(place));
        case MarkShape::ellipse: {
            const QRectF box = bounds(place);
            QPolygonF line;
            for (int side = 0; side <= kEllipseSides; ++side) {
                const double angle = 2 * std::numbers::pi * (side % kEllipseSides) / kEllipseSides;
                line << box.center() + QPointF(box.width() / 2 * std::cos(angle), box.height() / 2 * std::sin(angle));
            }
            return line;
        }
        case MarkShape::arrow:
            return {{QPointF(place.x1, place.y1), QPointF(place.x2, place.y2)}};
    }
    return {};
}

QPolygonF arrowHead(const QPointF& tail, const QPointF& tip, double length, double halfWidth) {
    const QPointF along = tip - tail;
    const double whole = std::hypot(along.x(), along.y());
    if (whole <= 0) return {};
    const QPointF ahead = along / whole, aside(-ahead.y(), ahead.x());
    const QPointF neck = tip - length * ahead;
    return {{neck + halfWidth * aside, tip, neck - halfWidth * aside}};
}

QRectF bounds(const MarkPlace& place) {
    return QRectF(QPointF(place.x1, place.y1), QPointF(place.x2, place.y2)).normalized();
}

QRectF captionAnchor(const MarkPlace& place) {
    return isClosed(place.shape) ? bounds(place) : QRectF(place.x1, place.y1, 0, 0);
}

QRectF captionPlace(const QRectF& anchor, const QSizeF& caption, double gap, const QRectF& area,
                    const std::vector<QRectF>& taken) {
    const double lowest = std::max(area.top(), area.bottom() - caption.height());
    const double x = std::clamp(anchor.left(), area.left(), std::max(area.left(), area.right() - caption.width()));
    const auto at = [&](double y) { return QRectF(QPointF(x, y), caption); };
    const auto isFree = [&](double y) {
        return y >= area.top() && y <= lowest &&
               std::ranges::none_of(taken, [place = at(y)](const QRectF& other) { return place.intersects(other); });
    };
    const double above = anchor.top() - gap - caption.height(), below = anchor.bottom() + gap;
    if (isFree(above)) return at(above);
    for (double y = below; y <= lowest && caption.height() > 0; y += caption.height()) {
        if (isFree(y)) return at(y);
    }
    for (double y = above; y >= area.top() && caption.height() > 0; y -= caption.height()) {
        if (isFree(y)) return at(y);
    }
    return at(std::clamp(above >= area.top() ? above : below, area.top(), lowest));
}

double distanceToOutline(const MarkPlace& place, const QPointF& point) {
    const QPolygonF line = outline(place);
    double least = std::numeric_limits<double>::infinity();
    for (qsizetype i = 1; i < line.size(); ++i)
        least = std::min(least, distanceToSegment(line[i - 1], line[i], point));
    return least;
}

bool contains(const MarkPlace& place, const QPointF& point) {
    return isClosed(place.shape) && outline(place).containsPoint(point, Qt::OddEvenFill);
}

std::vector<MarkHandle> handles(const MarkPlace& place) {
    const auto [shape, x1, y1, x2, y2] = place;
    if (!isClosed(shape)) return {{{x2, y2}, {.x2 = true, .y2 = true}}, {{x1, y1}, {.x1 = true, .y1 = true}}};
    const double x = (x1 + x2) / 2, y = (y1 + y2) / 2;
    return {
        {{x1, y1}, {.x1 = true, .y1 = true}},
        {{x2, y1}, {.y1 = true, .x2 = true}},
        {{x2, y2}, {.x2 = true, .y2 = true}},
        {{x1, y2}, {.x1 = true, .y2 = true}},
        {{x, y1}, {.y1 = true}},
        {{x2, y}, {.x2 = true}},
        {{x, y2}, {.y2 = true}},
        {{x1, y}, {.x1 = true}},
    };
}

MarkPlace dragged(const MarkPlace& place, const MarkGrip& grip, const QPointF& by, const QSizeF& image) {
    MarkPlace to = place;
    if (grip == kWholeMark) {
        const QPointF step(limitedStep(place.x1, place.x2, by.x(), image.width()),
                           limitedStep(place.y1, place.y2, by.y(), image.height()));
        to.x1 += step.x();
        to.x2 += step.x();
        to.y1 += step.y();
        to.y2 += step.y();
        return to;
    }
    if (grip.x1) to.x1 = std::clamp(place.x1 + by.x(), 0.0, image.width());
    if (grip.x2) to.x2 = std::clamp(place.x2 + by.x(), 0.0, image.width());
    if (grip.y1) to.y1 = std::clamp(place.y1 + by.y(), 0.0, image.height());
    if (grip.y2) to.y2 = std::clamp(place.y2 + by.y(), 0.0, image.height());
    return to;
}

MarkPlace normalized(MarkPlace place) {
    if (!isClosed(place.shape)) return place;
    if (place.x1 > place.x2) std::swap(place.x1, place.x2);
    if (place.y1 > place.y2) std::swap(place.y1, place.y2);
    return place;
}

MarkPlace markInMiddle(MarkShape shape, const QRectF& area) {
    const QPointF middle = area.center(), reach(area.width() / 8, area.height() / 8);
    const QPointF from = isClosed(shape) ? middle - reach : middle + 2 * reach;
    const QPointF to = isClosed(shape) ? middle + reach : middle;
    return {shape, from.x(), from.y(), to.x(), to.y()};
}

}  // namespace fleming::viewer
