#pragma once

#include "viewer/layers/layer.h"

namespace fleming::viewer {

/// A bar whose length in the patient is written on it, above the letter of the lower edge. Images without a known pixel
/// size have none.
class ScaleBar : public Layer {
public:
    void draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const override;
};

/// Draws a scale bar for device-independent pixels. `atDetector`: the mm are those at the detector of a projection,
/// which the bar says. Draws nothing if `area` is too small.
void drawScaleBar(QPainter& painter, const QRect& area, double pixelsPerMm, bool atDetector = false);

/// Returns the length of a bar in mm: the largest of 1, 2, 5, 10, 20, 50, ... (and 0.5, 0.2, 0.1, ...) that is at most
/// `limit` mm. `limit` must be positive.
double scaleBarLength(double limit);

}  // namespace fleming::viewer
