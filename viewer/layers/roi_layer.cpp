#include "viewer/layers/roi_layer.h"

#include "viewer/marks/mark_geometry.h"
#include "viewer/marks/mark_painter.h"
#include "viewer/rois/roi_board.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace fleming::viewer {

namespace {

// Device-independent pixels.
constexpr double kHandleRadius = 3.5;
constexpr double kDotRadius = 2.5;
constexpr double kProbeArm = 7;
constexpr double kHeadLength = 13, kHeadHalfWidth = 5;
constexpr double kTextHeight = 13;
constexpr double kLabelGap = 6;
constexpr double kRoomyWidth = 420, kRoomyHeight = 270;

const QColor kEdge(0, 0, 0, 210);

/// Draws the regions of one view, in device pixels. `unit` is a device-independent pixel.
class RoiPainter {
public:
    RoiPainter(QPainter& painter, const RoiView& view, const MmToDevice& map, double unit, const QRectF& area)
        : painter_(painter), view_(view), map_(map), unit_(unit), area_(area) {}

    void draw() {
        for (ShownRoi& roi : view_.board->shown()) {
            if (roi.space == view_.space.space) drawn_.push_back(prepared(std::move(roi)));
        }
        for (const Drawn& each : drawn_)
            drawLines(each);
        for (const Drawn& each : drawn_)
            drawLabel(each);
    }

private:
    /// A region, and where it is in the view.
    struct Drawn {
        ShownRoi roi;
        bool inFull = false;           ///< it lies in the plane, which otherwise cuts it
        std::vector<QPolygonF> lines;  ///< its outline, or where the plane cuts it
        std::optional<QRectF> bounds;  ///< absent: it is not in the view
    };

    Drawn prepared(ShownRoi roi) const {
        Drawn drawn;
        drawn.roi = std::move(roi);
        drawn.inFull = liesIn(drawn.roi.roi, view_.cut);
        if (drawn.inFull) {
            for (const std::vector<Vector2>& line : outline(drawn.roi.roi)) {
                QPolygonF& polygon = drawn.lines.emplace_back();
                for (const Vector2& point : line)
                    polygon << at(drawn.roi, point);
            }
        } else {
            for (const auto& [from, to] : cutBy(drawn.roi.roi, view_.cut))
                drawn.lines.push_back({map_.toDevice(from), map_.toDevice(to)});
        }
        QRectF box;
        for (const QPolygonF& line : drawn.lines)
            // A box without a width still has a place.
            box |= line.boundingRect().adjusted(-unit_, -unit_, unit_, unit_);
        if (box.intersects(area_)) drawn.bounds = box;
        return drawn;
    }

    QPointF at(const ShownRoi& roi, const Vector2& point) const {
        return map_.toDevice(toPatient(roi.roi.plane, point));
    }
    bool isLit(const ShownRoi& roi) const {
        return roi.id == 0 || view_.board->selected() == roi.id || view_.board->hovered() == roi.id;
    }

    /// In a small pane whole labels would hide the image.
    bool hasRoom() const { return area_.width() >= kRoomyWidth * unit_ && area_.height() >= kRoomyHeight * unit_; }

    QPainterPath fullPath(const Drawn& drawn) const {
        const ShownRoi& roi = drawn.roi;
        QPainterPath path;
        for (const QPolygonF& line : drawn.lines)
            path.addPolygon(line);
        const std::vector<Vector2>& points = roi.roi.points;
        if (roi.roi.shape == RoiShape::arrow && points.size() == 2) {
            path.addPolygon(
                arrowHead(at(roi, points[0]), at(roi, points[1]), kHeadLength * unit_, kHeadHalfWidth * unit_));
        } else if (roi.roi.shape == RoiShape::probe) {
            const QPointF middle = at(roi, points.front()), across(kProbeArm * unit_, 0), down(0, kProbeArm * unit_);
            for (const QPointF& arm : {across, -across, down, -down}) {
                path.moveTo(middle + 0.3 * arm);
                path.lineTo(middle + arm);
            }
        }
        return path;
    }

    void stroke(const QPainterPath& path, const QColor& colour, double width) {
        painter_.setBrush(Qt::NoBrush);
        painter_.setPen(QPen(kEdge, (width + 1.6) * unit_, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter_.drawPath(path);
        painter_.setPen(QPen(colour, width * unit_, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter_.drawPath(path);
    }

    void drawDot(const QPointF& at, double radius, const QColor& fill) {
        painter_.setPen(QPen(Qt::black, unit_));
        painter_.setBrush(fill);
        painter_.drawEllipse(at, radius * unit_, radius * unit_);
    }

    void drawLines(const Drawn& drawn) {
        const ShownRoi& roi = drawn.roi;
        const QColor colour = markColour(roi.colour);
        const double width = isLit(roi) ? 2.2 : 1.5;
        if (drawn.inFull) {
            stroke(fullPath(drawn), colour, width);
            if (!isLit(roi)) return;
            for (const Vector2& point : handles(roi.roi))
                drawDot(at(roi, point), kHandleRadius, view_.board->selected() == roi.id ? colour : Qt::white);
            return;
        }
        for (const QPolygonF& line : drawn.lines) {
            QPainterPath path;
            path.addPolygon(line);
            stroke(path, colour, width);
            drawDot(line.first(), kDotRadius, colour);
            drawDot(line.last(), kDotRadius, colour);
        }
    }

    void drawLabel(const Drawn& drawn) {
        const ShownRoi& roi = drawn.roi;
        QStringList lines;
        if (!roi.name.isEmpty()) lines << roi.name;
        if (isLit(roi)) {
            lines << roi.values;
        } else if (drawn.inFull) {
            lines << (hasRoom() ? roi.values : roi.values.mid(0, 1));
        }
        if (!drawn.bounds || lines.isEmpty()) return;
        const QFontMetricsF metrics(painter_.font());
        QSizeF size(0, metrics.lineSpacing() * static_cast<double>(lines.size()));
        for (QString& line : lines) {
            line = metrics.elidedText(line, Qt::ElideRight, area_.width() - 4 * kLabelGap * unit_);
            size.setWidth(std::max(size.width(), metrics.horizontalAdvance(line)));
        }
        const QRectF box = place(*drawn.bounds, size);
        taken_.push_back(box);
        QPainterPath text;
        double base = box.top() + metrics.ascent();
        for (const QString& line : lines) {
            text.addText(QPointF(box.left(), base), painter_.font(), line);
            base += metrics.lineSpacing();
        }
        painter_.setBrush(Qt::NoBrush);
        painter_.setPen(QPen(QColor(0, 0, 0, 230), 3 * unit_, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter_.drawPath(text);
        painter_.fillPath(text, markColour(roi.colour));
    }

    /// Returns where a label stands: right of its region, left of it, below or above it; the first place within the
    /// view that no other label or region has, else that no label has, or else the first one, moved into the view.
    QRectF place(const QRectF& region, const QSizeF& size) const {
        const double gap = kLabelGap * unit_;
        const double middle = region.center().y() - size.height() / 2;
        const QPointF corners[] = {{region.right() + gap, middle},
                                   {region.left() - gap - size.width(), middle},
                                   {region.center().x() - size.width() / 2, region.bottom() + gap},
                                   {region.center().x() - size.width() / 2, region.top() - gap - size.height()}};
        const QRectF room = area_.adjusted(gap, gap, -gap, -gap);
        const auto isFree = [this](const QRectF& box) {
            return std::ranges::none_of(taken_, [&](const QRectF& other) { return other.intersects(box); });
        };
        const auto isOverOther = [&](const QRectF& box) {
            return std::ranges::any_of(drawn_, [&](const Drawn& other) {
                return other.bounds && other.bounds != region && other.bounds->intersects(box);
            });
        };
        for (const bool mayLieOver : {false, true}) {
            for (const QPointF& corner : corners) {
                const QRectF box(corner, size);
                if (room.contains(box) && isFree(box) && (mayLieOver || !isOverOther(box))) return box;
            }
        }
        QRectF box(corners[0], size);
        box.moveLeft(std::clamp(box.left(), room.left(), std::max(room.left(), room.right() - size.width())));
        box.moveTop(std::clamp(box.top(), room.top(), std::max(room.top(), room.bottom() - size.height())));
        // Below the labels that stand here, as long as there is room.
        for (bool moved = true; moved;) {
            moved = false;
            for (const QRectF& other : taken_) {
                if (!other.intersects(box) || other.bottom() + 1 + size.height() > room.bottom()) continue;
                box.moveTop(other.bottom() + 1);
                moved = true;
            }
        }
        return box;
    }

    QPainter& painter_;
    const RoiView& view_;
    const MmToDevice& map_;
    double unit_;
    QRectF area_;
    std::vector<Drawn> drawn_;
    std::vector<QRectF> taken_;  ///< by labels
};

}  // namespace

void RoiLayer::draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const {
    if (!scene.rois || !scene.isReady) return;
    const double ratio = painter.device()->devicePixelRatioF();
    painter.scale(1 / ratio, 1 / ratio);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = painter.font();
    font.setPixelSize(static_cast<int>(std::lround(kTextHeight * ratio)));
    font.setBold(true);
    painter.setFont(font);
    const QRectF area(QPointF(scene.area.topLeft()) * ratio, QSizeF(scene.area.size()) * ratio);
    RoiPainter(painter, *scene.rois, map, ratio, area).draw();
}

}  // namespace fleming::viewer
