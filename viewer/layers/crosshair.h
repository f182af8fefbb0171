#pragma once

#include "viewer/layers/layer.h"

namespace fleming::viewer {

/// A cross at a position of the patient that another view points at (SliceScene::crosshair), with a gap in the middle.
class Crosshair : public Layer {
public:
    void draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const override;
};

}  // namespace fleming::viewer
