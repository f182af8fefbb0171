#include "viewer/views/crop_box.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace fleming::viewer {

namespace {

constexpr double kThinnest = 2.0;     // voxels
constexpr double kHandle = 5.0;       // half a side, device-independent pixels
constexpr double kReach = 9.0;        // of the pointer
constexpr double kLeastSlope = 0.25;  // the part of a normal that must lie in the view to be dragged along

}  // namespace

VolumeCrop wholeVolume(const Geometry& geometry) {
    VolumeCrop crop;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        crop.lower[axis] = -0.5;
        crop.upper[axis] = geometry.size[axis] - 0.5;
    }
    return crop;
}

Vector3 outOf(const Geometry& geometry, const CropFace& face) {
    return plus({}, unit(axisDirection(geometry, static_cast<int>(face.axis))), face.upper ? 1.0 : -1.0);
}

VolumeCrop moved(VolumeCrop crop, const Geometry& geometry, const CropFace& face, double mm) {
    const VolumeCrop whole = wholeVolume(geometry);
    const std::size_t axis = face.axis;
    const double voxels = mm / geometry.spacing[axis];
    const double thinnest = std::min(kThinnest, static_cast<double>(geometry.size[axis]));
    if (face.upper) {
        crop.upper[axis] = std::clamp(crop.upper[axis] + voxels, crop.lower[axis] + thinnest,
                                      std::max(whole.upper[axis], crop.lower[axis] + thinnest));
    } else {
        crop.lower[axis] =
            std::clamp(crop.lower[axis] - voxels, std::min(whole.lower[axis], crop.upper[axis] - thinnest),
                       crop.upper[axis] - thinnest);
    }
    return crop;
}

CropBox::CropBox(const Geometry& geometry, const VolumeCrop& crop, const VolumeProjection& projection)
    : geometry_(geometry), crop_(crop), projection_(projection) {}

Vector3 CropBox::corner(int number) const {
    Vector3 voxel = crop_.lower;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        if ((number >> axis & 1) != 0) voxel[axis] = crop_.upper[axis];
    }
    return geometry_.voxelToPatient(voxel);
}

double CropBox::facing(const CropFace& face) const {
    return -dot(outOf(geometry_, face), projection_.camera.into);
}

QPointF CropBox::handle(const CropFace& face) const {
    Vector3 voxel;
    for (std::size_t axis = 0; axis < 3; ++axis)
        voxel[axis] = (crop_.lower[axis] + crop_.upper[axis]) / 2;
    voxel[face.axis] = face.upper ? crop_.upper[face.axis] : crop_.lower[face.axis];
    return projection_.point(geometry_.voxelToPatient(voxel));
}

std::optional<CropFace> CropBox::handleAt(const QPointF& point) const {
    std::optional<CropFace> found;
    for (const CropFace& face : kCropFaces) {
        if (QLineF(handle(face), point).length() > kReach) continue;
        if (!found || facing(face) > facing(*found)) found = face;
    }
    return found;
}

double CropBox::draggedMm(const CropFace& face, const QPointF& by) const {
    const QPointF normal = projection_.direction(outOf(geometry_, face));
    const double length = std::hypot(normal.x(), normal.y()), scale = projection_.pixelsPerMm();
    if (length < kLeastSlope * scale) return -by.y() / scale;
    return QPointF::dotProduct(by, normal) / (length * length);
}

void CropBox::draw(QPainter& painter, const std::optional<CropFace>& accented) const {
    const QColor line(90, 200, 255), accent(255, 200, 80);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (int from = 0; from < 8; ++from) {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            if ((from >> axis & 1) != 0) continue;
            // An edge lies at the back if both of its faces do.
            bool isFront = false;
            for (std::size_t other = 0; other < 3; ++other) {
                if (other != axis) isFront |= facing({other, (from >> other & 1) != 0}) > 0;
            }
            painter.setPen(QPen(isFront ? line : line.darker(160), 1.2, isFront ? Qt::SolidLine : Qt::DashLine));
            painter.drawLine(projection_.point(corner(from)), projection_.point(corner(from | 1 << axis)));
        }
    }
    for (const bool front : {false, true}) {
        for (const CropFace& face : kCropFaces) {
            if ((facing(face) > 0) != front) continue;
            const QPointF at = handle(face);
            painter.setPen(QPen(Qt::black, 1));
            painter.setBrush(face == accented ? accent : front ? line : line.darker(200));
            painter.drawRect(QRectF(at.x() - kHandle, at.y() - kHandle, 2 * kHandle, 2 * kHandle));
        }
    }
    painter.restore();
}

}  // namespace fleming::viewer
