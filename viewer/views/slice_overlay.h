#pragma once

#include "viewer/data/series.h"
#include "viewer/render/frame_renderer.h"

#include <QRect>
#include <QString>
#include <QStringList>

#include <optional>

class QPainter;

namespace fleming::viewer {

/// What is written over a slice. Never a patient's name.
struct SliceOverlay {
    QStringList topLeft, topRight, bottomLeft, bottomRight;
    QString left, right, top, bottom;  ///< orientation letters; empty for volumes without orientation
};

/// What the overlay speaks of.
struct SliceStatus {
    const Series& series;
    Plane plane;
    int slice;  ///< from 0; shown from 1
    Windowing windowing;
    bool inverted;  ///< by the user
    double zoom;    ///< device pixels a stored pixel
    std::optional<Index3> voxelUnderCursor;
};

/// `volume` may be null: then nothing is said of the value under the cursor.
SliceOverlay sliceOverlay(const SliceStatus& status, const Volume* volume);

/// Writes it along the edges of `area`, light on a dark rim; what does not fit is shortened or left out.
void drawOverlay(QPainter& painter, const QRect& area, const SliceOverlay& overlay);

}  // namespace fleming::viewer
