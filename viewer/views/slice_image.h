#pragma once

#include "viewer/render/render.h"

#include <QImage>
#include <QRectF>

#include <memory>
#include <optional>

class QPainter;

namespace fleming::viewer {

/// The pixels of a slice on the screen. Keeps the last image that it rendered.
class SliceImage {
public:
    /// Renders the plane, if it is not the last one, and draws it into `target` (device pixels of the painter). While
    /// the plane changes (`isMoving`) and planes have taken long, one pixel stands for 2 x 2.
    void draw(QPainter& painter, const QRectF& target, const std::shared_ptr<const Volume>& volume,
              const SlicePlane& plane, const Display& display, bool isMoving = false);

    /// Returns true if the last image drawn was coarse.
    bool isCoarse() const { return isCoarse_; }

private:
    void render(const Volume& volume, const SlicePlane& plane, const Display& display);

    std::weak_ptr<const Volume> volume_;
    std::optional<SlicePlane> plane_;
    Display display_;
    bool isCoarse_ = false;
    double fineSeconds_ = 0.0;  ///< that the last fine image took
    QImage image_;
    QImage reduced_;  ///< the image at a size below its own
};

}  // namespace fleming::viewer
