#pragma once

#include "viewer/render/volume_camera.h"

#include <QPointF>
#include <QSizeF>

namespace fleming::viewer {

/// Maps the patient (mm, LPS) to a view of a volume.
struct VolumeProjection {
    VolumeCamera camera;
    QSizeF size;  ///< of the view, device-independent pixels

    double pixelsPerMm() const { return size.height() / camera.height; }

    /// Returns a direction in the view, y down, pixels per mm along it.
    QPointF direction(const Vector3& patient) const {
        return QPointF(dot(patient, camera.right()), -dot(patient, camera.up)) * pixelsPerMm();
    }
    QPointF point(const Vector3& mm) const {
        return QPointF(size.width() / 2, size.height() / 2) + direction(minus(mm, camera.focus));
    }
};

}  // namespace fleming::viewer
