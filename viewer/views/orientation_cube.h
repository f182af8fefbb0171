#pragma once

#include "viewer/render/volume_camera.h"

#include <QPolygonF>
#include <QRect>

#include <optional>
#include <vector>

class QPainter;

namespace fleming::viewer {

/// A cube in the upper right corner of a view, which shows how the patient lies; its faces have their letters.
class OrientationCube {
public:
    /// A view that is too small for it has no cube. `unit`: the height of a line of text, device-independent pixels.
    OrientationCube(const VolumeCamera& camera, const QRect& view, double unit);

    /// Returns the visible face at a point.
    std::optional<PatientSide> faceAt(const QPointF& point) const;
    void draw(QPainter& painter, const std::optional<PatientSide>& hovered) const;

private:
    struct Face {
        PatientSide side;
        QPolygonF corners;  ///< upper left, upper right, lower right, lower left of its letter
        double facing;      ///< 1: it faces the viewer, 0: it is seen from its edge
    };
    std::vector<Face> faces_;  ///< the visible ones
};

}  // namespace fleming::viewer
