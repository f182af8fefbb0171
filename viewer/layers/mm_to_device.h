#pragma once

#include "viewer/render/slice_plane.h"

#include <QPointF>
#include <QRectF>
#include <QTransform>

namespace fleming::viewer {

/// Maps positions in a plane of the patient to device pixels of the view that shows the plane, and back.
class MmToDevice {
public:
    /// `corner` is the upper left corner of the image in the view, in device pixels.
    MmToDevice(const SlicePlane& plane, const QPointF& corner, double devicePixelsPerMm);

    /// Returns the device pixel of a position in mm. A position outside the plane is moved along the normal.
    QPointF toDevice(const Vector3& mm) const;

    /// Returns the position of a device pixel in the plane, mm; it may lie outside the image.
    Vector3 toMm(const QPointF& device) const;

    /// Returns the transform from pixels of the image, whose top left corner is (0, 0), to device pixels.
    QTransform imageToDevice() const;

    /// Returns the pixels of the image that a rectangle of device pixels touches; they may lie outside the image.
    PixelBox pixelsIn(const QRectF& device) const;

    /// Returns true if a device pixel lies within the image.
    bool isInImage(const QPointF& device) const;

private:
    SlicePlane plane_;
    QPointF corner_;
    double scale_;  ///< device pixels per mm
};

}  // namespace fleming::viewer
