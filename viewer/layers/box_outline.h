#pragma once

#include "viewer/layers/layer.h"

namespace fleming::viewer {

/// The box that a tool is dragging.
class BoxOutline : public Layer {
public:
    void draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const override;
};

/// Draws the outline of a box in device pixels.
void drawBoxOutline(QPainter& painter, const QRectF& device);

}  // namespace fleming::viewer
