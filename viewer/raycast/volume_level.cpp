#include "viewer/raycast/volume_level.h"

#include "base/error.h"
#include "viewer/data/with_scalar_type.h"
#include "viewer/render/grey_levels.h"

#include <cmath>
#include <vector>

namespace fleming::viewer {

namespace {

/// Returns the number of voxels along i, j and k that become one.
Index3 blockSize(const Geometry& geometry, double mostVoxels) {
    Index3 block{1, 1, 1};
    const auto count = [&](std::size_t axis) {
        return std::ceil(geometry.size[axis] / static_cast<double>(block[axis]));
    };
    while (count(0) * count(1) * count(2) > mostVoxels) {
        std::size_t finest = 3;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            if (count(axis) < 2) continue;
            if (finest == 3 || geometry.spacing[axis] * block[axis] < geometry.spacing[finest] * block[finest]) {
                finest = axis;
            }
        }
        if (finest == 3) break;
        ++block[finest];
    }
    return block;
}

bool isTakenAsItIs(const Volume& volume) {
    return bytesOf(volume.type()) <= 2 && volume.components() == 1 && !volume.padding;
}

/// Adds a row of voxels to the sums of its blocks.
template <typename T>
void addRow(const T* row, int count, int components, int block, const Rescaled<T>& rescaled, double lowest,
            float* sums) {
    for (int i = 0; i < count; ++i) {
        double value;
        if (components == 3) {
            value = 0.299 * static_cast<double>(row[0]) + 0.587 * static_cast<double>(row[1]) +
                    0.114 * static_cast<double>(row[2]);
        } else {
            value = rescaled(*row);
        }
        sums[i / block] += static_cast<float>(std::isfinite(value) ? value : lowest);
        row += components;
    }
}

int last(int index, int block, int size) {
    return std::min(size, (index + 1) * block);
}

std::shared_ptr<std::vector<float>> averaged(const Volume& volume, const Index3& block, const Index3& size,
                                             double lowest, const std::stop_token& stop) {
    const Index3& full = volume.geometry().size;
    const auto rowValues = static_cast<std::size_t>(size[0]);
    auto values = std::make_shared<std::vector<float>>(rowValues * static_cast<std::size_t>(size[1]) *
                                                       static_cast<std::size_t>(size[2]));
    withScalarType(volume.type(), [&](auto number) {
        using T = decltype(number);
        const Rescaled<T> rescaled({volume.rescale(), volume.padding, MinMax{}});
        const std::ptrdiff_t fullRow = std::ptrdiff_t{full[0]} * volume.components();
        float* row = values->data();
        for (int k = 0; k < size[2]; ++k) {
            if (stop.stop_requested()) throw Cancelled();
            for (int j = 0; j < size[1]; ++j, row += rowValues) {
                const int lastJ = last(j, block[1], full[1]), lastK = last(k, block[2], full[2]);
                for (int fromK = k * block[2]; fromK < lastK; ++fromK) {
                    const auto* slice = reinterpret_cast<const T*>(volume.slice(fromK).data());
                    for (int fromJ = j * block[1]; fromJ < lastJ; ++fromJ) {
                        addRow(slice + fromJ * fullRow, full[0], volume.components(), block[0], rescaled, lowest, row);
                    }
                }
                const int rows = (lastJ - j * block[1]) * (lastK - k * block[2]);
                for (int i = 0; i < size[0]; ++i) {
                    row[i] /= static_cast<float>(rows * (last(i, block[0], full[0]) - i * block[0]));
                }
            }
        }
    });
    return values;
}

}  // namespace

VolumeLevel volumeLevel(std::shared_ptr<const Volume> volume, double mostVoxels, double lowest, std::stop_token stop) {
    const Geometry& geometry = volume->geometry();
    const Index3 block = blockSize(geometry, mostVoxels);
    VolumeLevel level;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        level.size[axis] = (geometry.size[axis] + block[axis] - 1) / block[axis];
        level.spacing[axis] = geometry.spacing[axis] * block[axis];
        level.firstCentre[axis] = geometry.spacing[axis] * (block[axis] - 1) / 2.0;
    }
    if (block == Index3{1, 1, 1} && isTakenAsItIs(*volume)) {
        level.type = volume->type();
        level.rescale = volume->rescale();
        level.data = volume->data().data();
        level.owner = std::move(volume);
        return level;
    }
    const auto values = averaged(*volume, block, level.size, lowest, stop);
    level.data = values->data();
    level.owner = values;
    return level;
}

}  // namespace fleming::viewer
