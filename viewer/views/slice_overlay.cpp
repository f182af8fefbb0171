#include "viewer/views/slice_overlay.h"

#include "viewer/text/number_text.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace fleming::viewer {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SliceOverlay)
};

QString planeName(Plane plane) {
    switch (plane) {
        case Plane::axial:
            return Text::tr("Axial");
        case Plane::coronal:
            return Text::tr("Coronal");
        case Plane::sagittal:
            return Text::tr("Sagittal");
    }
    return {};
}

/// The slice's middle along the plane's normal, by the side of the origin it is on: "H 134.5 mm".
QString placeText(const Geometry& geometry, const PlaneAxes& axes, Plane plane, int slice) {
    Vector3 voxel{(geometry.size[0] - 1) / 2.0, (geometry.size[1] - 1) / 2.0, (geometry.size[2] - 1) / 2.0};
    voxel[static_cast<std::size_t>(axes.sliceAxis)] = slice;
    const Vector3 mm = geometry.voxelToPatient(voxel);
    const double position = plane == Plane::axial ? mm[2] : plane == Plane::coronal ? mm[1] : mm[0];
    Vector3 side{};
    side[plane == Plane::axial ? 2 : plane == Plane::coronal ? 1 : 0] = position < 0 ? -1 : 1;
    return Text::tr("%1 %2 mm").arg(QString::fromStdString(orientationLetters(side)), positionText(std::abs(position)));
}

Vector3 displayDirection(const Geometry& geometry, int axis, bool flipped) {
    Vector3 direction = axis == 0 ? geometry.iDirection : axis == 1 ? geometry.jDirection : geometry.kDirection;
    if (flipped) {
        for (double& part : direction)
            part = -part;
    }
    return direction;
}

Vector3 opposite(const Vector3& direction) {
    return {-direction[0], -direction[1], -direction[2]};
}

QString letters(const Vector3& direction) {
    return QString::fromStdString(orientationLetters(direction));
}

QString sizeText(const Geometry& geometry) {
    if (geometry.size[2] == 1) return Text::tr("%1 × %2").arg(geometry.size[0]).arg(geometry.size[1]);
    return Text::tr("%1 × %2 × %3").arg(geometry.size[0]).arg(geometry.size[1]).arg(geometry.size[2]);
}

QString pixelSpacing(const Geometry& geometry) {
    if (!geometry.spacingKnown) return Text::tr("spacing unknown");
    const Vector3& mm = geometry.spacing;
    if (geometry.size[2] == 1) return Text::tr("%1 × %2 mm").arg(spacingText(mm[0]), spacingText(mm[1]));
    return Text::tr("%1 × %2 × %3 mm").arg(spacingText(mm[0]), spacingText(mm[1]), spacingText(mm[2]));
}

QString windowingText(const SliceStatus& status) {
    if (status.series.components == 3) return {};
    const auto* window = std::get_if<Window>(&status.windowing);
    if (!window) return Text::tr("Minimum to maximum of each slice");
    const auto [center, width] = windowText(*window);
    return Text::tr("C %1  W %2").arg(center, width);
}

QString valueText(const SliceStatus& status, const Volume& volume) {
    const auto [i, j, k] = *status.voxelUnderCursor;
    if (volume.components() == 3) {
        const std::size_t at = 3 * (static_cast<std::size_t>(j) * static_cast<std::size_t>(volume.geometry().size[0]) +
                                    static_cast<std::size_t>(i));
        const auto colour = volume.slice(k).subspan(at, 3);
        return Text::tr("R %1  G %2  B %3")
            .arg(std::to_integer<int>(colour[0]))
            .arg(std::to_integer<int>(colour[1]))
            .arg(std::to_integer<int>(colour[2]));
    }
    const QString value = pixelValueText(volume.value(i, j, k));
    return status.series.modality == "CT" ? Text::tr("%1 HU").arg(value) : Text::tr("Value %1").arg(value);
}

void drawRimmed(QPainter& painter, const QRect& box, Qt::Alignment alignment, const QString& text) {
    painter.setPen(Qt::black);
    for (const int x : {-1, 0, 1}) {
        for (const int y : {-1, 0, 1}) {
            if (x != 0 || y != 0) painter.drawText(box.translated(x, y), static_cast<int>(alignment), text);
        }
    }
    painter.setPen(QColor(235, 235, 220));
    painter.drawText(box, static_cast<int>(alignment), text);
}

void drawCorner(QPainter& painter, const QRect& box, Qt::Alignment alignment, const QStringList& lines) {
    const QFontMetrics metrics(painter.font());
    QStringList shown;
    for (const QString& line : lines) {
        if (!line.isEmpty()) shown << metrics.elidedText(line, Qt::ElideRight, box.width());
    }
    if (!shown.isEmpty()) drawRimmed(painter, box, alignment, shown.join(QLatin1Char('\n')));
}

}  // namespace

SliceOverlay sliceOverlay(const SliceStatus& status, const Volume* volume) {
    const Geometry& geometry = status.series.geometry;
    const bool stack = geometry.size[2] > 1;
    SliceOverlay overlay;
    const QString modality = QString::fromStdString(status.series.modality);
    const QString description = QString::fromStdString(status.series.description);
    overlay.topLeft << (modality.isEmpty() ? description : Text::tr("%1: %2").arg(modality, description));
    overlay.topRight << sizeText(geometry) << pixelSpacing(geometry);
    if (status.voxelUnderCursor && volume) overlay.bottomLeft << valueText(status, *volume);
    if (geometry.oriented) {
        const PlaneAxes axes = planeAxes(geometry, status.plane);
        overlay.topLeft << planeName(status.plane);
        overlay.bottomLeft << placeText(geometry, axes, status.plane, status.slice);
        const Vector3 right = displayDirection(geometry, axes.columnAxis, axes.flipColumns);
        const Vector3 down = displayDirection(geometry, axes.rowAxis, axes.flipRows);
        overlay.right = letters(right);
        overlay.left = letters(opposite(right));
        overlay.bottom = letters(down);
        overlay.top = letters(opposite(down));
    }
    if (stack) {
        overlay.bottomLeft << Text::tr("Slice %1 of %2").arg(status.slice + 1).arg(sliceCount(geometry, status.plane));
    }
    if (status.inverted) overlay.bottomRight << Text::tr("Inverted");
    overlay.bottomRight << Text::tr("Zoom %1").arg(percentText(status.zoom, 0)) << windowingText(status);
    return overlay;
}

void drawOverlay(QPainter& painter, const QRect& area, const SliceOverlay& overlay) {
    const QFontMetrics metrics(painter.font());
    const int margin = metrics.height() / 2;
    const QRect inner = area.adjusted(margin, margin, -margin, -margin);
    if (inner.width() < 8 * metrics.averageCharWidth() || inner.height() < 4 * metrics.height()) return;

    const QFont usual = painter.font();
    QFont large = usual;
    large.setBold(true);
    large.setPointSizeF(1.3 * usual.pointSizeF());
    painter.setFont(large);
    drawRimmed(painter, inner, Qt::AlignLeft | Qt::AlignVCenter, overlay.left);
    drawRimmed(painter, inner, Qt::AlignRight | Qt::AlignVCenter, overlay.right);
    drawRimmed(painter, inner, Qt::AlignHCenter | Qt::AlignTop, overlay.top);
    drawRimmed(painter, inner, Qt::AlignHCenter | Qt::AlignBottom, overlay.bottom);
    painter.setFont(usual);

    // The corners leave the middle of the upper and lower edge to the letters.
    const int letterSpace = 4 * metrics.horizontalAdvance(QLatin1Char('M'));
    const int corner = (inner.width() - letterSpace) / 2;
    if (corner < 10 * metrics.averageCharWidth() || inner.height() < 10 * metrics.height()) return;
    const QRect leftHalf(inner.left(), inner.top(), corner, inner.height());
    const QRect rightHalf = leftHalf.translated(inner.width() - corner, 0);
    drawCorner(painter, leftHalf, Qt::AlignLeft | Qt::AlignTop, overlay.topLeft);
    drawCorner(painter, rightHalf, Qt::AlignRight | Qt::AlignTop, overlay.topRight);
    drawCorner(painter, leftHalf, Qt::AlignLeft | Qt::AlignBottom, overlay.bottomLeft);
    drawCorner(painter, rightHalf, Qt::AlignRight | Qt::AlignBottom, overlay.bottomRight);
}

}  // namespace fleming::viewer
