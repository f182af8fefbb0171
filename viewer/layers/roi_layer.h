#pragma once

#include "viewer/layers/layer.h"

namespace fleming::viewer {

/// The measured regions: their lines, the handles of the one that is selected or pointed at, and labels with the
/// values. Lines and labels have dark edges, so that they are visible on every image; labels stay within the view.
class RoiLayer : public Layer {
public:
    void draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const override;
};

}  // namespace fleming::viewer
