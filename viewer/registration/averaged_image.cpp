#include "viewer/registration/averaged_image.h"

#include "base/error.h"
#include "viewer/data/with_scalar_type.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

namespace fleming::viewer {

namespace {

/// The boxes that become voxels.
struct Boxes {
    Index3 factor{1, 1, 1};  ///< stored voxels along a side
    Index3 count{1, 1, 1};
};

Boxes boxesOf(const Geometry& geometry, double spacing) {
    Boxes boxes;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const int wanted = static_cast<int>(std::floor(spacing / geometry.spacing[axis] + 1e-6));
        boxes.factor[axis] = std::clamp(wanted, 1, std::max(1, geometry.size[axis] / 4));
        boxes.count[axis] = geometry.size[axis] / boxes.factor[axis];
    }
    return boxes;
}

/// Adds one slice of stored voxels to the sums of the boxes that it belongs to.
template <typename T>
void addSlice(const Volume& volume, int k, const Boxes& boxes, std::vector<double>& sums, std::vector<int>& counts) {
    const Geometry& geometry = volume.geometry();
    const std::span<const std::byte> bytes = volume.slice(k);
    const auto columns = static_cast<std::size_t>(geometry.size[0]);
    for (int j = 0; j < boxes.count[1] * boxes.factor[1]; ++j) {
        const auto row = static_cast<std::size_t>(j / boxes.factor[1]) * static_cast<std::size_t>(boxes.count[0]);
        for (int i = 0; i < boxes.count[0] * boxes.factor[0]; ++i) {
            T stored;
            const std::size_t at = static_cast<std::size_t>(j) * columns + static_cast<std::size_t>(i);
            std::memcpy(&stored, bytes.data() + at * sizeof(T), sizeof(T));
            const auto value = static_cast<double>(stored);
            if (!std::isfinite(value)) continue;
            if (volume.padding && value >= volume.padding->first && value <= volume.padding->second) continue;
            const std::size_t box = row + static_cast<std::size_t>(i / boxes.factor[0]);
            sums[box] += value;
            ++counts[box];
        }
    }
}

FloatImage::Pointer emptyImage(const Geometry& geometry, const Boxes& boxes) {
    const auto image = FloatImage::New();
    FloatImage::SizeType size;
    FloatImage::SpacingType spacing;
    FloatImage::DirectionType direction;
    Vector3 middle;  // of the first box, in stored voxels
    for (unsigned axis = 0; axis < 3; ++axis) {
        size[axis] = static_cast<itk::SizeValueType>(boxes.count[axis]);
        spacing[axis] = geometry.spacing[axis] * boxes.factor[axis];
        middle[axis] = (boxes.factor[axis] - 1) / 2.0;
        const Vector3& along = axisDirection(geometry, static_cast<int>(axis));
        for (unsigned row = 0; row < 3; ++row)
            direction(row, axis) = along[row];
    }
    const Vector3 first = geometry.voxelToPatient(middle);
    FloatImage::PointType origin;
    for (unsigned axis = 0; axis < 3; ++axis)
        origin[axis] = first[axis];
    image->SetRegions(size);
    image->SetSpacing(spacing);
    image->SetOrigin(origin);
    image->SetDirection(direction);
    image->Allocate();
    return image;
}

}  // namespace

FloatImage::Pointer averagedImage(const Volume& volume, double spacing, const std::stop_token& stop) {
    const Boxes boxes = boxesOf(volume.geometry(), spacing);
    const FloatImage::Pointer image = emptyImage(volume.geometry(), boxes);
    const auto perSlice = static_cast<std::size_t>(boxes.count[0]) * static_cast<std::size_t>(boxes.count[1]);
    float* values = image->GetBufferPointer();
    const float unknown = std::numeric_limits<float>::quiet_NaN();
    withScalarType(volume.type(), [&](auto number) {
        using T = decltype(number);
        for (int slice = 0; slice < boxes.count[2]; ++slice) {
            if (stop.stop_requested()) throw Cancelled();
            std::vector<double> sums(perSlice);
            std::vector<int> counts(perSlice);
            for (int k = slice * boxes.factor[2]; k < (slice + 1) * boxes.factor[2]; ++k)
                addSlice<T>(volume, k, boxes, sums, counts);
            for (std::size_t box = 0; box < perSlice; ++box) {
                const double mean = counts[box] > 0 ? sums[box] / counts[box] : 0;
                values[static_cast<std::size_t>(slice) * perSlice + box] =
                    counts[box] > 0 ? static_cast<float>(mean * volume.rescale().slope + volume.rescale().intercept)
                                    : unknown;
            }
        }
    });
    const std::size_t all = perSlice * static_cast<std::size_t>(boxes.count[2]);
    float lowest = std::numeric_limits<float>::max();
    for (std::size_t i = 0; i < all; ++i) {
        if (!std::isnan(values[i])) lowest = std::min(lowest, values[i]);
    }
    std::replace_if(
        values, values + all, [](float value) { return std::isnan(value); }, lowest);
    return image;
}

}  // namespace fleming::viewer
