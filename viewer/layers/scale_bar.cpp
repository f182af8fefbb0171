#include "viewer/layers/scale_bar.h"

#include "viewer/layers/edge_text.h"

#include <QCoreApplication>
#include <QLineF>
#include <QPainter>

#include <array>
#include <cmath>

namespace fleming::viewer {

namespace {

struct ScaleBarText {
    Q_DECLARE_TR_FUNCTIONS(SliceOverlay)
};

constexpr QSize kSmallestView(160, 150);  // device-independent pixels
constexpr int kTick = 4;                  // half the height of the ends

QString lengthText(double mm) {
    return mm >= 10 ? ScaleBarText::tr("%1 cm").arg(mm / 10) : ScaleBarText::tr("%1 mm").arg(mm);
}

}  // namespace

double scaleBarLength(double limit) {
    const double power = std::pow(10.0, std::floor(std::log10(limit)));
    for (const double step : {5.0, 2.0}) {
        if (step * power <= limit) return step * power;
    }
    return power;
}

void ScaleBar::draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const {
    if (!scene.texts.has(SceneText::scale) || !scene.volume.geometry().spacingKnown) return;
    const SlicePlane& plane = scene.plane;
    const Vector3 end{plane.origin[0] + plane.right[0], plane.origin[1] + plane.right[1],
                      plane.origin[2] + plane.right[2]};
    const double ratio = painter.device()->devicePixelRatioF();
    drawScaleBar(painter, scene.area, QLineF(map.toDevice(plane.origin), map.toDevice(end)).length() / ratio);
}

void drawScaleBar(QPainter& painter, const QRect& area, double pixelsPerMm, bool atDetector) {
    if (area.width() < kSmallestView.width() || area.height() < kSmallestView.height()) return;
    const double mm = scaleBarLength(area.width() / 4.0 / pixelsPerMm);
    const double half = mm * pixelsPerMm / 2;
    const double lines = painter.fontMetrics().height();
    const QPointF middle(area.center().x(), area.bottom() - 2.4 * lines);
    const std::array<QLineF, 3> bar{QLineF(middle - QPointF(half, 0), middle + QPointF(half, 0)),
                                    QLineF(middle + QPointF(-half, -kTick), middle + QPointF(-half, kTick)),
                                    QLineF(middle + QPointF(half, -kTick), middle + QPointF(half, kTick))};
    painter.setPen(QPen(Qt::black, 3));
    painter.drawLines(bar.data(), static_cast<int>(bar.size()));
    painter.setPen(QPen(QColor(230, 230, 230), 1));
    painter.drawLines(bar.data(), static_cast<int>(bar.size()));
    const QRectF text(middle.x() - 80, middle.y() - kTick - lines, 160, lines);
    const QString length = atDetector ? ScaleBarText::tr("%1 at the detector").arg(lengthText(mm)) : lengthText(mm);
    drawOutlined(painter, text.toRect(), Qt::AlignHCenter | Qt::AlignBottom, length);
}

}  // namespace fleming::viewer
