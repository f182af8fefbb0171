#pragma once

#include "viewer/data/geometry.h"
#include "viewer/render/volume_look.h"
#include "viewer/views/volume_projection.h"

#include <QPointF>

#include <array>
#include <optional>

class QPainter;

namespace fleming::viewer {

/// A face of a crop: at the lower or the upper end of an axis of the volume.
struct CropFace {
    std::size_t axis = 0;  ///< 0, 1, 2: i, j, k
    bool upper = false;
    friend bool operator==(const CropFace&, const CropFace&) = default;
};
inline constexpr std::array<CropFace, 6> kCropFaces{
    {{0, false}, {0, true}, {1, false}, {1, true}, {2, false}, {2, true}}};

/// Returns the crop that leaves the whole volume.
VolumeCrop wholeVolume(const Geometry& geometry);

/// Returns the direction out of a face, a unit vector in the patient.
Vector3 outOf(const Geometry& geometry, const CropFace& face);

/// Returns the crop with a face moved outwards by `mm`: not beyond the volume, and the box stays two voxels thick.
VolumeCrop moved(VolumeCrop crop, const Geometry& geometry, const CropFace& face, double mm);

/// The lines and handles of a crop in a view.
class CropBox {
public:
    CropBox(const Geometry& geometry, const VolumeCrop& crop, const VolumeProjection& projection);

    /// Returns the face whose handle is at a point, the nearest to the viewer first.
    std::optional<CropFace> handleAt(const QPointF& point) const;

    QPointF handle(const CropFace& face) const;  ///< in the middle of the face

    /// Returns how far outwards a drag by `by` pixels moves a face: along its normal as it lies in the view; upwards if
    /// the normal points nearly at the viewer. mm.
    double draggedMm(const CropFace& face, const QPointF& by) const;

    /// Draws the box with the handle of one face accented. Lines at the back are dashed.
    void draw(QPainter& painter, const std::optional<CropFace>& accented) const;

private:
    Vector3 corner(int number) const;  ///< bit n: at the upper end of axis n
    double facing(const CropFace& face) const;

    const Geometry& geometry_;
    VolumeCrop crop_;
    VolumeProjection projection_;
};

}  // namespace fleming::viewer
