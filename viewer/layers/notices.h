#pragma once

#include "viewer/layers/layer.h"

namespace fleming::viewer {

/// Says that a slice is still loading, or that some of its pixels could not be read, or that
/// a plane across sheared or unevenly spaced slices has wrong distances.
class Notices : public Layer {
public:
    void draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const override;
};

}  // namespace fleming::viewer
