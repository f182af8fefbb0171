#pragma once

#include "viewer/data/mark.h"

#include <QColor>
#include <QImage>
#include <QPolygonF>
#include <QString>
#include <QTransform>

#include <vector>

class QPainter;

namespace fleming::viewer {

/// A mark as it is shown.
struct ShownMark {
    MarkPlace place{};
    QString caption{};        ///< beside the mark; may be empty
    int colour = 0;           ///< index of markColour(): one for each reviewer
    bool isOwn = true;        ///< the user can change it; others have a dashed line
    bool isLit = false;       ///< pointed at, or linked with what is pointed at
    bool isSelected = false;  ///< has handles
};

/// A measured region as it is shown on an image, in pixels of the image.
struct ShownOutline {
    std::vector<QPolygonF> lines;  ///< closed if the last point is the first
    QString caption;               ///< beside it; may be empty
    QColor colour;
};

inline constexpr int kMarkColours = 6;

/// Returns the colour of the marks of a reviewer, or of a measurement. There are kMarkColours; then they repeat.
QColor markColour(int index);

/// Draws marks and measured regions with their captions; lines have dark edges, so that they are visible on every
/// image. `toPainter` maps pixels of the image to the coordinates of the painter; `unit` is the width of a thin line
/// there, and a caption is 13 units high. Captions stay within `area` and do not hide each other as long as there is
/// room.
void drawMarks(QPainter& painter, const std::vector<ShownMark>& marks, const QTransform& toPainter, double unit,
               const QRectF& area, const std::vector<ShownOutline>& outlines = {});

/// Returns a copy of an image with marks, measured regions and captions, for reports: enlarged by a whole factor until
/// its longer side has at least `side` pixels. The longer side is `units` wide: the fewer there are, the larger are the
/// captions.
QImage withMarks(const QImage& image, const std::vector<ShownMark>& marks, double units, int side,
                 const std::vector<ShownOutline>& outlines = {});

}  // namespace fleming::viewer
