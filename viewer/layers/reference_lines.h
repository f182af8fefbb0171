#pragma once

#include "viewer/layers/layer.h"

namespace fleming::viewer {

/// Lines where the planes of other views (SliceScene::references) cross the slice, with the faces of their slabs, and
/// with handles while the pointer is over the view.
class ReferenceLines : public Layer {
public:
    void draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const override;
};

}  // namespace fleming::viewer
