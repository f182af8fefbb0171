#pragma once

#include "viewer/layers/layer.h"

namespace fleming::viewer {

/// The marks on the image.
class MarkLayer : public Layer {
public:
    void draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const override;
};

}  // namespace fleming::viewer
