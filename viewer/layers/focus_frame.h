#pragma once

#include "viewer/layers/layer.h"

namespace fleming::viewer {

/// A frame around the view that has the keyboard focus.
class FocusFrame : public Layer {
public:
    void draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const override;
};

/// Draws the frame just inside `area`.
void drawFocusFrame(QPainter& painter, const QRect& area);

}  // namespace fleming::viewer
