#pragma once

#include "viewer/data/look.h"
#include "viewer/data/volume.h"
#include "viewer/render/slice_plane.h"

#include <array>
#include <cstddef>

namespace fleming::viewer {

/// Samples the voxels of a box along straight lines, some samples at a time, in loops that the compiler turns into
/// vectors. Gives the same values on every processor.
class LineSampler {
public:
    static constexpr int kMost = 64;  ///< samples of one call

    /// `box` is not empty, and its slices are ready. `volume` must outlive the sampler.
    LineSampler(const Volume& volume, const std::array<IndexRange, 3>& box, Interpolation interpolation);

    /// Writes the rescaled values of `component` at the voxel coordinates start + n * step, for `count` values of n
    /// from `first` on (1 to kMost). Coordinates outside the box are moved to its nearest voxel. NaN is padding, by the
    /// rules of render(). `out` has room for kMost values; those after `count` are undefined. Thread-safe.
    void sample(const Vector3& start, const Vector3& step, int first, int count, int component, float* out) const;

    /// One axis of the box. Strides are in values.
    struct Axis {
        double first = 0.0;         ///< the voxel coordinate of the first voxel
        double last = 0.0;          ///< the coordinate of the last voxel, from the first
        double lastCell = 0.0;      ///< the lower voxel of the last two; 0 if there is one voxel
        double stride = 0.0;        ///< from voxel to voxel
        std::ptrdiff_t toNext = 0;  ///< from the lower voxel of two to the upper; 0 if there is one voxel
    };

    /// What becomes of stored values.
    struct Rule {
        Rescale rescale;
        bool mayBePadding = false;
        double lowestPadding = 1.0, highestPadding = 0.0;  ///< stored values; both ends included
    };

private:
    ScalarType type_;
    bool isNearest_;
    std::array<Axis, 3> axes_;
    Rule rule_;
    const std::byte* corner_;  ///< the first voxel of the box
};

}  // namespace fleming::viewer
