#pragma once

#include <QRect>
#include <QString>
#include <QStringList>

class QPainter;

namespace fleming::viewer {

/// Orientation letters at the middles of the edges; empty ones are not drawn.
struct EdgeLetters {
    QString left, right, top, bottom;
};

/// Lines of text in the corners.
struct CornerLines {
    QStringList topLeft, topRight, bottomLeft, bottomRight;
};

/// Draws the letters in bold, light with a dark outline. Draws nothing if `area` is too small.
void drawEdgeLetters(QPainter& painter, const QRect& area, const EdgeLetters& letters);

/// Draws the lines, light with a dark outline. They leave room for the letters of the upper and lower edge; lines that
/// are too long are shortened. Draws nothing if `area` is too small.
void drawCornerLines(QPainter& painter, const QRect& area, const CornerLines& lines);

/// Draws text in a box, light with a dark outline.
void drawOutlined(QPainter& painter, const QRect& box, Qt::Alignment alignment, const QString& text);

/// Draws a message in place of an image.
void drawMessage(QPainter& painter, const QRect& area, const QString& text);

/// Draws a sentence over an image, on a dark red background, at that place of the area. Draws nothing if the text is
/// empty.
void drawWarning(QPainter& painter, const QRect& area, const QString& text, Qt::Alignment place = Qt::AlignCenter);

}  // namespace fleming::viewer
