#pragma once

#include "viewer/layers/layer.h"

#include <QImage>

#include <memory>
#include <optional>

namespace fleming::viewer {

/// The labels of the series as translucent colours over the image. It keeps the last image that it made.
class LabelOverlay : public Layer {
public:
    void draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const override;

private:
    mutable std::shared_ptr<const LabelMap> labels_;
    mutable std::optional<SlicePlane> plane_;
    mutable QImage image_;
};

}  // namespace fleming::viewer
