#pragma once

#include "viewer/layers/layer.h"

namespace fleming::viewer {

/// Draws the colours of the values of a window or table, with the values of its ends, at the right edge of `area`: from
/// black to white of a linear window, over the range of a table, and over twice the width of a sigmoid, whose first and
/// last 2 % lie beyond. Of MinMax the values are not known. Draws nothing for grey, or if `area` is too small.
void drawColourBar(QPainter& painter, const QRect& area, const Display& display);

/// drawColourBar() over greyscale slices.
class ColourBar : public Layer {
public:
    void draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const override;
};

}  // namespace fleming::viewer
