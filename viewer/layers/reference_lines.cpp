#include "viewer/layers/reference_lines.h"

#include <QPainter>

namespace fleming::viewer {

namespace {

const QColor kColour(0xf2, 0xc9, 0x4c);
const QColor kShade(0, 0, 0, 160);
constexpr double kHandle = 4.5;  // radius, device-independent pixels

/// Draws in device-independent pixels, so that lines are as thick on every screen.
class LinePainter {
public:
    explicit LinePainter(QPainter& painter) : painter_(painter), ratio_(painter.device()->devicePixelRatioF()) {
        painter.setRenderHint(QPainter::Antialiasing);
    }

    void line(const QLineF& device, Qt::PenStyle style) {
        const QLineF shown(device.p1() / ratio_, device.p2() / ratio_);
        painter_.setPen(QPen(kShade, 3));
        painter_.drawLine(shown);
        painter_.setPen(QPen(kColour, 1, style));
        painter_.drawLine(shown);
    }

    void handle(const QPointF& device) {
        painter_.setPen(QPen(kShade, 1));
        painter_.setBrush(kColour);
        painter_.drawEllipse(device / ratio_, kHandle, kHandle);
    }

private:
    QPainter& painter_;
    double ratio_;
};

}  // namespace

void ReferenceLines::draw(QPainter& painter, const SliceScene& scene, const MmToDevice&) const {
    LinePainter lines(painter);
    for (const PlaneLine& line : scene.lines) {
        lines.line(line.line, Qt::SolidLine);
        for (const QLineF& face : line.slab)
            lines.line(face, Qt::DashLine);
        if (!line.handles || !scene.cursor) continue;
        lines.handle(line.handles->p1());
        lines.handle(line.handles->p2());
    }
}

}  // namespace fleming::viewer
