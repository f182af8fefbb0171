#include "viewer/layers/orientation_letters.h"

namespace fleming::viewer {

namespace {

QString letters(const Vector3& direction, double sign) {
    return QString::fromStdString(orientationLetters({sign * direction[0], sign * direction[1], sign * direction[2]}));
}

}  // namespace

void OrientationLetters::draw(QPainter& painter, const SliceScene& scene, const MmToDevice&) const {
    if (!scene.volume.geometry().oriented) return;
    drawEdgeLetters(painter, scene.area, orientationLettersOf(scene.plane.right, scene.plane.down));
}

EdgeLetters orientationLettersOf(const Vector3& right, const Vector3& down) {
    return {letters(right, -1), letters(right, 1), letters(down, -1), letters(down, 1)};
}

}  // namespace fleming::viewer
