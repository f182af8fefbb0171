#include "viewer/layers/notices.h"

#include "viewer/layers/edge_text.h"
#include "viewer/render/straightened_series.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

namespace fleming::viewer {

namespace {

struct NoticeText {
    Q_DECLARE_TR_FUNCTIONS(SliceOverlay)
};

/// Returns true if the plane crosses slices that do not lie where the geometry has them.
bool isDistorted(const SliceScene& scene) {
    const bool isStored = !scene.isTilted && planeAxes(scene.volume.geometry(), scene.slice.plane).sliceAxis == 2;
    return !isStored && canBeStraightened(scene.series);
}

/// Warns above the scale bar that distances in the plane are wrong; with fewer words if there is little room.
void drawDistorted(QPainter& painter, const QRect& area) {
    const QFontMetrics metrics(painter.font());
    const QString text = NoticeText::tr(
        "The slices are sheared or unevenly spaced, so distances in this plane are wrong. The menu of the image can "
        "straighten the volume.");
    const bool isWide = metrics.horizontalAdvance(text) < area.width() - 4 * metrics.height();
    const int below = area.height() < 20 * metrics.height() ? 0 : 3 * metrics.height();
    drawWarning(painter, area.adjusted(0, 0, 0, -below),
                isWide ? text : NoticeText::tr("Distances in this plane are wrong."),
                Qt::AlignHCenter | Qt::AlignBottom);
}

}  // namespace

void Notices::draw(QPainter& painter, const SliceScene& scene, const MmToDevice&) const {
    if (!scene.isReady) return drawMessage(painter, scene.area, NoticeText::tr("Loading…"));
    const IndexRange stored = storedSlices(scene.volume.geometry(), scene.plane);
    if (!anyDamaged(scene.volume, stored)) {
        if (isDistorted(scene)) drawDistorted(painter, scene.area);
        return;
    }
    const QString text = stored.first < stored.last
                             ? NoticeText::tr("Some slices of this series could not be read, so this plane has gaps.")
                             : NoticeText::tr("This slice could not be read; its pixels are not shown.");
    drawWarning(painter, scene.area, text);
}

}  // namespace fleming::viewer
