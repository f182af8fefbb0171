#pragma once

#include "viewer/layers/layer.h"

namespace fleming::viewer {

/// The colours of the window, with the values of its ends, at the right edge. Grey images have none.
class ColourBar : public Layer {
public:
    void draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const override;
};

}  // namespace fleming::viewer
