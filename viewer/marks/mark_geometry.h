#pragma once

#include "viewer/data/mark.h"

#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QSizeF>

#include <vector>

/// The geometry of marks. Points and lengths are in pixels of the image.
namespace fleming::viewer {

/// Returns true if the shape surrounds an area.
bool isClosed(MarkShape shape);

/// Returns the line of a mark as a polygon; an ellipse as one with 64 sides. The head of an arrow is not part of it.
QPolygonF outline(const MarkPlace& place);

/// Returns the head of an arrow: the end of one stroke, the tip, the end of the other stroke. The ends are `length`
/// behind the tip and `halfWidth` beside the arrow. Empty for an arrow without length.
QPolygonF arrowHead(const QPointF& tail, const QPointF& tip, double length, double halfWidth);

/// Returns the smallest upright rectangle around a mark.
QRectF bounds(const MarkPlace& place);

/// Returns what the caption of a mark stands beside: the mark, or the tail of an arrow.
QRectF captionAnchor(const MarkPlace& place);

/// Returns where a caption stands within `area`: `gap` above `anchor`, below it, or the next place under that which
/// overlaps none of `taken`. Without such a place, it is one that overlaps.
QRectF captionPlace(const QRectF& anchor, const QSizeF& caption, double gap, const QRectF& area,
                    const std::vector<QRectF>& taken);

/// Returns the distance of a point from the line of a mark.
double distanceToOutline(const MarkPlace& place, const QPointF& point);

/// Returns true if a point lies in the area that a closed mark surrounds.
bool contains(const MarkPlace& place, const QPointF& point);

/// The coordinates of a mark that a drag changes.
struct MarkGrip {
    bool x1 = false, y1 = false, x2 = false, y2 = false;
    friend bool operator==(const MarkGrip&, const MarkGrip&) = default;
};

/// The grip that moves a mark without changing its size.
inline constexpr MarkGrip kWholeMark{true, true, true, true};

/// A point by which a mark is resized.
struct MarkHandle {
    QPointF at;
    MarkGrip grip;
};

/// Returns the handles of a mark: corners and middles of the sides, or the ends of an arrow, its tip first.
std::vector<MarkHandle> handles(const MarkPlace& place);

/// Returns `place` with the coordinates of `grip` changed by `by`, kept within an image of size `image`. kWholeMark
/// keeps the size.
MarkPlace dragged(const MarkPlace& place, const MarkGrip& grip, const QPointF& by, const QSizeF& image);

/// Returns the same mark with x1 <= x2 and y1 <= y2, unless it is an arrow.
MarkPlace normalized(MarkPlace place);

/// Returns a mark in the middle of `area`, a quarter as large.
MarkPlace markInMiddle(MarkShape shape, const QRectF& area);

}  // namespace fleming::viewer
