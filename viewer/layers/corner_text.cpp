#include "viewer/layers/corner_text.h"

#include "viewer/layers/edge_text.h"
#include "viewer/layers/overlay_lines.h"
#include "viewer/render/label_colours.h"
#include "viewer/render/turn.h"
#include "viewer/text/name_text.h"
#include "viewer/text/number_text.h"
#include "viewer/text/series_part_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace fleming::viewer {

namespace {

struct CornerWords {
    Q_DECLARE_TR_FUNCTIONS(SliceOverlay)
};

/// Returns the position of the middle of the slice along the normal, with the side of the patient: "H 134.5 mm".
QString positionLine(const Geometry& geometry, const SliceNumber& slice) {
    Vector3 voxel = middleVoxel(geometry);
    voxel[static_cast<std::size_t>(planeAxes(geometry, slice.plane).sliceAxis)] = slice.index;
    const std::size_t axis = slice.plane == Plane::axial ? 2 : slice.plane == Plane::coronal ? 1 : 0;
    const double position = geometry.voxelToPatient(voxel)[axis];
    Vector3 side{};
    side[axis] = position < 0 ? -1 : 1;
    return CornerWords::tr("%1 %2 mm")
        .arg(QString::fromStdString(orientationLetters(side)), positionText(std::abs(position)));
}

QString sizeLine(const Geometry& geometry) {
    if (geometry.size[2] == 1) return CornerWords::tr("%1 × %2").arg(geometry.size[0]).arg(geometry.size[1]);
    return CornerWords::tr("%1 × %2 × %3").arg(geometry.size[0]).arg(geometry.size[1]).arg(geometry.size[2]);
}

QString spacingLine(const Geometry& geometry) {
    if (!geometry.spacingKnown) return CornerWords::tr("spacing unknown");
    const Vector3& mm = geometry.spacing;
    if (geometry.size[2] == 1) return CornerWords::tr("%1 × %2 mm").arg(spacingText(mm[0]), spacingText(mm[1]));
    return CornerWords::tr("%1 × %2 × %3 mm").arg(spacingText(mm[0]), spacingText(mm[1]), spacingText(mm[2]));
}

/// Returns how the image is turned; empty if it is not.
QString turnLine(const SliceScene& scene) {
    const auto shown = shownSlice(scene.volume.geometry(), scene.plane);
    return shown ? turnText(shown->turn) : QString();
}

/// Returns the voxel under the pointer, if that is over loaded pixels.
std::optional<Index3> voxelUnderCursor(const SliceScene& scene, const MmToDevice& map) {
    if (!scene.isReady || !scene.cursor || !map.isInImage(*scene.cursor)) return {};
    const Geometry& geometry = scene.volume.geometry();
    const Vector3 at = geometry.patientToVoxel(map.toMm(*scene.cursor));
    Index3 voxel{};
    for (std::size_t axis = 0; axis < 3; ++axis)
        voxel[axis] = std::clamp(static_cast<int>(std::floor(at[axis] + 0.5)), 0, geometry.size[axis] - 1);
    return voxel;
}

QString voxelLine(const SliceScene& scene, const Index3& voxel) {
    const auto [i, j, k] = voxel;
    const Volume& volume = scene.volume;
    if (volume.components() == 1) return valueLine(scene.series.modality, volume.value(i, j, k));
    const std::size_t at = 3 * (static_cast<std::size_t>(j) * static_cast<std::size_t>(volume.geometry().size[0]) +
                                static_cast<std::size_t>(i));
    const auto colour = volume.slice(k).subspan(at, 3);
    return colourLine(
        QColor(std::to_integer<int>(colour[0]), std::to_integer<int>(colour[1]), std::to_integer<int>(colour[2])));
}

/// Returns what is under the pointer, and which slice this is.
QStringList placeLines(const SliceScene& scene, const MmToDevice& map) {
    const Geometry& geometry = scene.volume.geometry();
    QStringList lines;
    if (const auto voxel = voxelUnderCursor(scene, map)) {
        const Label* label = scene.labels ? labelAt(*scene.labels, map.toMm(*scene.cursor)) : nullptr;
        if (label != nullptr) lines << QString::fromStdString(label->name);
        lines << voxelLine(scene, *voxel);
    }
    if (geometry.oriented && !scene.isTilted) lines << positionLine(geometry, scene.slice);
    if (geometry.size[2] > 1) {
        lines << CornerWords::tr("Slice %1 of %2").arg(scene.slice.index + 1).arg(scene.sliceCount);
    }
    return lines;
}

}  // namespace

void CornerText::draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const {
    const Geometry& geometry = scene.volume.geometry();
    CornerLines lines;
    lines.topLeft << seriesLines(scene.series.modality, seriesDescriptionText(scene.series.description),
                                 scene.series.study, scene.texts);
    if (scene.texts.has(SceneText::series)) {
        if (scene.isTilted) {
            lines.topLeft << CornerWords::tr("Oblique");
        } else if (geometry.oriented) {
            lines.topLeft << planeName(scene.slice.plane);
        }
    }
    if (scene.texts.has(SceneText::size)) lines.topRight << sizeLine(geometry) << spacingLine(geometry);
    if (scene.texts.has(SceneText::place)) lines.bottomLeft << placeLines(scene, map);
    if (!scene.isTilted) lines.bottomRight << turnLine(scene);
    if (scene.plane.slab) lines.bottomRight << slabLine(*scene.plane.slab);
    if (scene.display.inverted) lines.bottomRight << CornerWords::tr("Inverted");
    if (scene.texts.has(SceneText::window))
        lines.bottomRight << CornerWords::tr("Zoom %1").arg(percentText(scene.zoom, 0));
    if (scene.texts.has(SceneText::window) && scene.volume.components() == 1)
        lines.bottomRight << windowingLine(scene.display.windowing,
                                           CornerWords::tr("Minimum to maximum of each slice"));
    lines.bottomRight.removeAll(QString());
    drawCornerLines(painter, scene.area, lines);
}

}  // namespace fleming::viewer
