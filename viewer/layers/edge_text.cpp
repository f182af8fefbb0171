#include "viewer/layers/edge_text.h"

#include <QFontMetrics>
#include <QPainter>

namespace fleming::viewer {

namespace {

QRect innerArea(const QRect& area, const QFontMetrics& metrics) {
    const int margin = metrics.height() / 2;
    return area.adjusted(margin, margin, -margin, -margin);
}

bool hasRoomForLetters(const QRect& inner, const QFontMetrics& metrics) {
    return inner.width() >= 8 * metrics.averageCharWidth() && inner.height() >= 4 * metrics.height();
}

void drawCorner(QPainter& painter, const QRect& box, Qt::Alignment alignment, const QStringList& lines) {
    const QFontMetrics metrics(painter.font());
    QStringList shown;
    for (const QString& line : lines) {
        if (!line.isEmpty()) shown << metrics.elidedText(line, Qt::ElideRight, box.width());
    }
    if (!shown.isEmpty()) drawOutlined(painter, box, alignment, shown.join(QLatin1Char('\n')));
}

}  // namespace

void drawOutlined(QPainter& painter, const QRect& box, Qt::Alignment alignment, const QString& text) {
    painter.setPen(Qt::black);
    for (const int x : {-1, 0, 1}) {
        for (const int y : {-1, 0, 1}) {
            if (x != 0 || y != 0) painter.drawText(box.translated(x, y), static_cast<int>(alignment), text);
        }
    }
    painter.setPen(QColor(235, 235, 220));
    painter.drawText(box, static_cast<int>(alignment), text);
}

void drawEdgeLetters(QPainter& painter, const QRect& area, const EdgeLetters& letters) {
    const QFontMetrics metrics(painter.font());
    const QRect inner = innerArea(area, metrics);
    if (!hasRoomForLetters(inner, metrics)) return;
    const QFont usual = painter.font();
    QFont large = usual;
    large.setBold(true);
    large.setPointSizeF(1.3 * usual.pointSizeF());
    painter.setFont(large);
    drawOutlined(painter, inner, Qt::AlignLeft | Qt::AlignVCenter, letters.left);
    drawOutlined(painter, inner, Qt::AlignRight | Qt::AlignVCenter, letters.right);
    drawOutlined(painter, inner, Qt::AlignHCenter | Qt::AlignTop, letters.top);
    drawOutlined(painter, inner, Qt::AlignHCenter | Qt::AlignBottom, letters.bottom);
    painter.setFont(usual);
}

void drawCornerLines(QPainter& painter, const QRect& area, const CornerLines& lines) {
    const QFontMetrics metrics(painter.font());
    const QRect inner = innerArea(area, metrics);
    if (!hasRoomForLetters(inner, metrics)) return;
    const int letterSpace = 4 * metrics.horizontalAdvance(QLatin1Char('M'));
    const int corner = (inner.width() - letterSpace) / 2;
    const QRect leftHalf(inner.left(), inner.top(), corner, inner.height());
    if (corner < 10 * metrics.averageCharWidth() || inner.height() < 10 * metrics.height()) {
        // What it is comes before all else: as many of its lines as there are above the letter in the middle.
        const int room = inner.height() / 2 - metrics.height();
        return drawCorner(painter, leftHalf, Qt::AlignLeft | Qt::AlignTop,
                          lines.topLeft.mid(0, room / metrics.height()));
    }
    const QRect rightHalf = leftHalf.translated(inner.width() - corner, 0);
    drawCorner(painter, leftHalf, Qt::AlignLeft | Qt::AlignTop, lines.topLeft);
    drawCorner(painter, rightHalf, Qt::AlignRight | Qt::AlignTop, lines.topRight);
    drawCorner(painter, leftHalf, Qt::AlignLeft | Qt::AlignBottom, lines.bottomLeft);
    drawCorner(painter, rightHalf, Qt::AlignRight | Qt::AlignBottom, lines.bottomRight);
}

void drawMessage(QPainter& painter, const QRect& area, const QString& text) {
    painter.setPen(QColor(200, 200, 200));
    painter.drawText(area.adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap, text);
}

void drawWarning(QPainter& painter, const QRect& area, const QString& text, Qt::Alignment place) {
    if (text.isEmpty()) return;
    const QRect words =
        painter.boundingRect(area.adjusted(24, 24, -24, -24), static_cast<int>(place) | Qt::TextWordWrap, text);
    painter.fillRect(words.adjusted(-12, -8, 12, 8), QColor(0x45, 0x20, 0x1f, 0xe6));
    painter.setPen(QColor(0xff, 0xc9, 0xc4));
    painter.drawText(words, Qt::AlignCenter | Qt::TextWordWrap, text);
}

}  // namespace fleming::viewer
