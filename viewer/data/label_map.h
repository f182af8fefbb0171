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

/// Returns true if the header of `series` says that its voxels are labels: SEG, or NIFTI_INTENT_LABEL.
bool areDeclaredLabels(const Series& series);

/// Returns true if the values of slice k, which is ready, look like labels: at most 255 values other than 0, and at
/// least two thirds of the neighbours along a row that are not 0 are equal. A slice of zeros looks like labels.
///
/// Most programs that write segmentations leave the intent code of NIfTI at 0, and an MRI is often stored as integers,
/// so that neither the header nor the type of the values tells an image from labels. Labels fill regions, in which
/// neighbours are equal even if the regions are thin. In an image neighbours differ by its noise and its shading; the
/// background, which is 0 in both, does not count.
bool looksLikeLabels(const Volume& volume, int k);

/// Returns true if the voxels of both grids are at the same positions, to within a hundredth of a voxel; their axes may
/// have another order or run the other way.
bool isSameGrid(const Geometry& a, const Geometry& b);

/// Returns the values other than 0 of a complete volume of labels, in ascending order. Throws Error if there are more
/// than 255.
std::vector<int> labelValues(const Volume& volume);

/// Returns the colour of the n-th label, n = 0, 1, ...: hues that are far apart for neighbouring n.
std::array<std::uint8_t, 3> labelColour(int n);

}  // namespace fleming::viewer
