#include "viewer/marks/mark_painter.h"

#include "viewer/marks/mark_geometry.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace fleming::viewer {

namespace {

const QColor kEdge(0, 0, 0, 210);
constexpr double kTextHeight = 13;    // units
constexpr double kHandleSide = 7;     // units
constexpr double kHeadLength = 13;    // of an arrow, units
constexpr double kHeadHalfWidth = 5;  // units

/// Returns the line of a mark in the coordinates of the painter, with the head of an arrow.
QPainterPath pathOf(const MarkPlace& place, const QTransform& toPainter, double unit) {
    QPainterPath path;
    if (place.shape == MarkShape::ellipse) {
        path.addEllipse(toPainter.mapRect(bounds(place)));
    } else {
        path.addPolygon(toPainter.map(outline(place)));
    }
    if (place.shape == MarkShape::arrow) {
        path.addPolygon(arrowHead(toPainter.map(QPointF(place.x1, place.y1)),
                                  toPainter.map(QPointF(place.x2, place.y2)), kHeadLength * unit,
                                  kHeadHalfWidth * unit));
    }
    return path;
}

QPainterPath pathOf(const ShownOutline& outline, const QTransform& toPainter) {
    QPainterPath path;
    for (const QPolygonF& line : outline.lines)
        path.addPolygon(toPainter.map(line));
    return path;
}

void drawEdge(QPainter& painter, const QPainterPath& path, double width, double unit) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(kEdge, width + 2 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

void drawLine(QPainter& painter, const ShownOutline& outline, const QPainterPath& path, double unit) {
    const double width = 1.5 * unit;
    drawEdge(painter, path, width, unit);
    painter.setPen(QPen(outline.colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

void drawLine(QPainter& painter, const ShownMark& mark, const QPainterPath& path, double unit) {
    const double width = unit * (mark.isLit || mark.isSelected ? 3 : 2);
    const QColor colour = markColour(mark.colour);
    if (mark.isLit && isClosed(mark.place.shape)) {
        QColor fill = colour;
        fill.setAlpha(45);
        painter.fillPath(path, fill);
    }
    drawEdge(painter, path, width, unit);
    QPen line(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (!mark.isOwn) {
        line.setCapStyle(Qt::FlatCap);
        line.setDashPattern({5 * unit / width, 3 * unit / width});
    }
    painter.setPen(line);
    painter.drawPath(path);
}

void drawHandles(QPainter& painter, const MarkPlace& place, const QTransform& toPainter, double unit) {
    painter.setPen(QPen(Qt::black, unit));
    painter.setBrush(Qt::white);
    const double side = kHandleSide * unit;
    for (const MarkHandle& handle : handles(place)) {
        QRectF box(0, 0, side, side);
        box.moveCenter(toPainter.map(handle.at));
        painter.drawRect(box);
    }
}

/// Draws the caption of what is in `anchor` where it hides none of those that are drawn already, in `taken`; adds its
/// place to them.
void drawCaption(QPainter& painter, const QString& caption, const QColor& colour, const QRectF& anchor, double unit,
                 const QRectF& area, std::vector<QRectF>& taken) {
    if (caption.isEmpty()) return;
    const QFontMetricsF metrics(painter.font());
    const double pad = 3 * unit, gap = 5 * unit;
    const QString text = metrics.elidedText(caption, Qt::ElideRight, area.width() - 4 * pad);
    const QSizeF size(metrics.horizontalAdvance(text) + 2 * pad, metrics.height() + pad / 2);
    const QRectF box = captionPlace(anchor, size, gap, area, taken);
    taken.push_back(box);
    painter.setPen(Qt::NoPen);
    painter.setBrush(kEdge);
    painter.drawRoundedRect(box, pad, pad);
    painter.setPen(colour);
    painter.drawText(box, Qt::AlignCenter, text);
}

}  // namespace

QColor markColour(int index) {
    static const std::array<QColor, kMarkColours> colours{QColor(0xff, 0xd6, 0x40), QColor(0x6f, 0xd8, 0xff),
                                                          QColor(0xff, 0x9e, 0xe0), QColor(0x8c, 0xf0, 0x8c),
                                                          QColor(0xff, 0xa8, 0x5c), QColor(0xc9, 0xb6, 0xff)};
    return colours[static_cast<std::size_t>(std::max(0, index)) % colours.size()];
}

void drawMarks(QPainter& painter, const std::vector<ShownMark>& marks, const QTransform& toPainter, double unit,
               const QRectF& area, const std::vector<ShownOutline>& outlines) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = painter.font();
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(kTextHeight * unit))));
    painter.setFont(font);
    for (const ShownOutline& outline : outlines)
        drawLine(painter, outline, pathOf(outline, toPainter), unit);
    for (const ShownMark& mark : marks)
        drawLine(painter, mark, pathOf(mark.place, toPainter, unit), unit);
    std::vector<QRectF> captions;
    for (const ShownOutline& outline : outlines)
        drawCaption(painter, outline.caption, outline.colour, pathOf(outline, toPainter).boundingRect(), unit, area,
                    captions);
    for (const ShownMark& mark : marks) {
        drawCaption(painter, mark.caption, markColour(mark.colour), toPainter.mapRect(captionAnchor(mark.place)), unit,
                    area, captions);
        if (mark.isSelected) drawHandles(painter, mark.place, toPainter, unit);
    }
    painter.restore();
}

QImage withMarks(const QImage& image, const std::vector<ShownMark>& marks, double units, int side,
                 const std::vector<ShownOutline>& outlines) {
    const int longer = std::max(image.width(), image.height());
    if ((marks.empty() && outlines.empty()) || longer == 0) return image;
    const int factor = std::max(1, (side + longer - 1) / longer);
    QImage drawn = image.scaled(image.size() * factor, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                       .convertToFormat(QImage::Format_RGB32);
    QPainter painter(&drawn);
    drawMarks(painter, marks, QTransform::fromScale(factor, factor), factor * longer / units, drawn.rect(), outlines);
    return drawn;
}

}  // namespace fleming::viewer
