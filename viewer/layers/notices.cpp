#include "viewer/layers/notices.h"

#include "viewer/layers/edge_text.h"

#include <QCoreApplication>

namespace fleming::viewer {

namespace {

struct NoticeText {
    Q_DECLARE_TR_FUNCTIONS(SliceOverlay)
};

}  // namespace

void Notices::draw(QPainter& painter, const SliceScene& scene, const MmToDevice&) const {
    if (!scene.isReady) return drawMessage(painter, scene.area, NoticeText::tr("Loading…"));
    const IndexRange stored = storedSlices(scene.volume.geometry(), scene.plane);
    if (!anyDamaged(scene.volume, stored)) return;
    const QString text = stored.first < stored.last
                             ? NoticeText::tr("Some slices of this series could not be read, so this plane has gaps.")
                             : NoticeText::tr("This slice could not be read; its pixels are not shown.");
    drawWarning(painter, scene.area, text);
}

}  // namespace fleming::viewer
