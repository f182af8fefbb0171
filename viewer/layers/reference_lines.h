#pragma once

#include "viewer/layers/layer.h"

#include <optional>
#include <utility>

namespace fleming::viewer {

/// Lines where the planes of other views (SliceScene::references) cross the slice.
class ReferenceLines : public Layer {
public:
    void draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const override;
};

/// Returns the ends of the line, mm, in which the image of `of` crosses the plane in which `with` lies; absent if it
/// does not, or if the two planes are parallel.
std::optional<std::pair<Vector3, Vector3>> crossingLine(const SlicePlane& of, const SlicePlane& with);

}  // namespace fleming::viewer
