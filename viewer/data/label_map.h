#pragma once

#include "viewer/data/series.h"
#include "viewer/data/volume.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace fleming::viewer {

/// A segment: the voxels that have one value.
struct Label {
    int value = 0;
    std::string name;                      ///< for the user
    std::array<std::uint8_t, 3> colour{};  ///< 8-bit RGB
};

/// The labels of one volume: each voxel has one label at most. Voxels of other values are background.
struct LabelLayer {
    std::shared_ptr<const Volume> volume;
    std::vector<Label> labels;  ///< in ascending order of their values

    /// Returns the label with that value, or null.
    const Label* find(int value) const;
};

/// The segments of a series. They may overlap if they are in different layers; later layers are drawn over earlier
/// ones.
struct LabelMap {
    std::vector<LabelLayer> layers;
};

/// Returns true if the voxels of `series` can be labels: integers of one component without a rescale, of a file that
/// names no modality (NIfTI, NRRD, ...), or SEG.
bool canBeLabels(const Series& series);

/// Returns true if the voxels of both grids are at the same positions, to within a hundredth of a voxel; their axes may
/// have another order or run the other way.
bool isSameGrid(const Geometry& a, const Geometry& b);

/// Returns the values other than 0 of a complete volume of labels, in ascending order. Throws Error if there are more
/// than 255.
std::vector<int> labelValues(const Volume& volume);

/// Returns the colour of the n-th label, n = 0, 1, ...: hues that are far apart for neighbouring n.
std::array<std::uint8_t, 3> labelColour(int n);

}  // namespace fleming::viewer
