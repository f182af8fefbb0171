#include "viewer/render/label_colours.h"

#include <algorithm>
#include <cmath>

namespace fleming::viewer {

namespace {

/// Returns the label of the voxel nearest to fractional voxel coordinates, or null.
const Label* labelOfVoxel(const LabelLayer& layer, const Vector3& voxel) {
    const Index3& size = layer.volume->geometry().size;
    Index3 nearest{};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double rounded = std::floor(voxel[axis] + 0.5);
        if (!(rounded >= 0 && rounded < size[axis])) return nullptr;
        nearest[axis] = static_cast<int>(rounded);
    }
    return layer.find(static_cast<int>(layer.volume->value(nearest[0], nearest[1], nearest[2])));
}

void paint(const LabelLayer& layer, const SlicePlane& plane, std::uint8_t alpha, std::vector<std::uint8_t>& rgba) {
    const Geometry& geometry = layer.volume->geometry();
    const Vector3 first = geometry.patientToVoxel(plane.origin);
    const Vector3 right = voxelsPerMm(geometry, plane.right), down = voxelsPerMm(geometry, plane.down);
    std::uint8_t* out = rgba.data();
    for (int row = 0; row < plane.height; ++row) {
        for (int column = 0; column < plane.width; ++column, out += 4) {
            Vector3 voxel;
            for (std::size_t axis = 0; axis < 3; ++axis) {
                voxel[axis] =
                    first[axis] + column * plane.pixelWidth * right[axis] + row * plane.pixelHeight * down[axis];
            }
            const Label* label = labelOfVoxel(layer, voxel);
            if (label == nullptr) continue;
            std::copy(label->colour.begin(), label->colour.end(), out);
            out[3] = alpha;
        }
    }
}

}  // namespace

const Label* labelAt(const LabelMap& labels, const Vector3& mm) {
    for (auto layer = labels.layers.rbegin(); layer != labels.layers.rend(); ++layer) {
        const Label* label = labelOfVoxel(*layer, layer->volume->geometry().patientToVoxel(mm));
        if (label != nullptr) return label;
    }
    return nullptr;
}

std::vector<std::uint8_t> labelColours(const LabelMap& labels, const SlicePlane& plane, std::uint8_t alpha) {
    std::vector<std::uint8_t> rgba(static_cast<std::size_t>(plane.width) * static_cast<std::size_t>(plane.height) * 4);
    for (const LabelLayer& layer : labels.layers)
        paint(layer, plane, alpha, rgba);
    return rgba;
}

}  // namespace fleming::viewer
