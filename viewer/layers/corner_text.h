#pragma once

#include "viewer/layers/layer.h"

namespace fleming::viewer {

/// Facts in the corners: series, plane, size, position, the value under the pointer, window and zoom. Never the name of
/// a patient.
class CornerText : public Layer {
public:
    void draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const override;
};

}  // namespace fleming::viewer
