#include "app/export/html/mark_svg.h"

#include "viewer/marks/mark_geometry.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace fleming::app {

namespace {

constexpr double kLetter = 0.055;  // of the longer side of the image: about 12 pixels on an image of the page

QString number(double value) {
    return QString::number(value, 'g', 9);
}

/// Returns the beginning of a path: a line with two strokes at (x2, y2).
QString arrowPath(const viewer::MarkPlace& mark) {
    const QPointF tail(mark.x1, mark.y1), tip(mark.x2, mark.y2);
    const double size = std::min(0.35 * std::hypot(tip.x() - tail.x(), tip.y() - tail.y()), 14.0);
    const QPolygonF head = viewer::arrowHead(tail, tip, 0.87 * size, 0.5 * size);
    const auto at = [](const QPointF& point) { return number(point.x()) + QLatin1Char(' ') + number(point.y()); };
    QString path = QStringLiteral("<path d=\"M%1L%2").arg(at(tail), at(tip));
    for (qsizetype i = 0; i < head.size(); ++i)
        path += (i == 0 ? QLatin1Char('M') : QLatin1Char('L')) + at(head[i]);
    return path + QLatin1Char('"');
}

/// Returns the beginning of the element of a mark.
QString shapeOf(const viewer::MarkPlace& mark) {
    const QRectF bounds = viewer::bounds(mark);
    switch (mark.shape) {
        case viewer::MarkShape::box:
            return QStringLiteral("<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\"")
                .arg(number(bounds.x()), number(bounds.y()), number(bounds.width()), number(bounds.height()));
        case viewer::MarkShape::ellipse:
            return QStringLiteral("<ellipse cx=\"%1\" cy=\"%2\" rx=\"%3\" ry=\"%4\"")
                .arg(number(bounds.center().x()), number(bounds.center().y()), number(bounds.width() / 2),
                     number(bounds.height() / 2));
        default:
            return arrowPath(mark);
    }
}

QString elementOf(viewer::MarkShape shape) {
    return shape == viewer::MarkShape::box       ? QStringLiteral("rect")
           : shape == viewer::MarkShape::ellipse ? QStringLiteral("ellipse")
                                                 : QStringLiteral("path");
}

}  // namespace

MarkSvg::MarkSvg(int width, int height) : area_(0, 0, width, height), letter_(kLetter * std::max(width, height)) {}

void MarkSvg::add(const SvgMark& mark) {
    const QString shape = shapeOf(mark.place);
    lines_ += shape + QStringLiteral(" class=\"edge\"/>") + shape +
              QStringLiteral(" class=\"%1\" data-of=\"%2\"><title>%3</title></%4>")
                  .arg(mark.colour, mark.names, mark.caption.toHtmlEscaped(), elementOf(mark.place.shape));
    addTag(mark.tag, QStringLiteral("class=\"%1\"").arg(mark.colour), viewer::captionAnchor(mark.place));
}

void MarkSvg::add(const viewer::ShownOutline& outline, const QString& names, const QString& caption) {
    QString path;
    QRectF anchor;
    for (const QPolygonF& line : outline.lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            path += (i == 0 ? QLatin1Char('M') : QLatin1Char('L')) + number(line[i].x()) + QLatin1Char(' ') +
                    number(line[i].y());
        anchor |= line.boundingRect().adjusted(-0.5, -0.5, 0.5, 0.5);  // a line without a width has a place, too
    }
    if (path.isEmpty()) return;
    const QString own = QStringLiteral("class=\"m\" style=\"--mark:%1\"").arg(outline.colour.name());
    lines_ += QStringLiteral("<path d=\"%1\" class=\"edge\"/><path d=\"%1\" %2 data-of=\"%3\"><title>%4</title></path>")
                  .arg(path, own, names, caption.toHtmlEscaped());
    addTag(outline.caption, own, anchor);
}

void MarkSvg::addTag(const QString& tag, const QString& attributes, const QRectF& anchor) {
    // The letters of hardly any font are wider than three quarters of their height.
    const QSizeF size(0.75 * letter_ * static_cast<double>(tag.size()), 1.2 * letter_);
    const QRectF place = viewer::captionPlace(anchor, size, 0.3 * letter_, area_, taken_);
    taken_.push_back(place);
    tags_ += QStringLiteral("<text x=\"%1\" y=\"%2\" %3>%4</text>")
                 .arg(number(place.left()), number(place.bottom() - 0.3 * letter_), attributes, tag.toHtmlEscaped());
}

QString MarkSvg::text() const {
    return QStringLiteral("<svg viewBox=\"0 0 %1 %2\" style=\"--letter:%3px\">%4</svg>")
        .arg(number(area_.width()), number(area_.height()), number(letter_), lines_ + tags_);
}

}  // namespace fleming::app
