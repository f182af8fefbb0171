#pragma once

#include "viewer/data/geometry.h"
#include "viewer/layers/edge_text.h"
#include "viewer/layers/layer.h"

namespace fleming::viewer {

/// The sides of the patient at the edges of the image. Volumes without orientation have none.
class OrientationLetters : public Layer {
public:
    void draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const override;
};

/// Returns the letters of a view with these directions in the patient.
EdgeLetters orientationLettersOf(const Vector3& right, const Vector3& down);

}  // namespace fleming::viewer
