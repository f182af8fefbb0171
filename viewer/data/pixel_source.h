#pragma once

#include "viewer/data/clip.h"
#include "viewer/data/volume.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>

namespace fleming::viewer {

/// Called on a loading thread whenever a slice becomes ready, in any order: slices of the volume that are ready, slices
/// of the volume. Calls do not overlap. Must not throw.
using SliceCallback = std::function<void(int ready, int total)>;

/// Reads the pixels of one series on demand. Each file format has an implementation. Thread-safe.
class PixelSource {
public:
    virtual ~PixelSource() = default;

    /// Volumes and pictures: reads slices and marks each as ready. `into` has the geometry, type, components and
    /// rescale of the series (see allocate()); a picture is a volume of one slice. `slices` are distinct slice indices,
    /// the most urgent first; none of them is ready yet. A reader reads no other slices, and it follows their order,
    /// as far as the format permits: a compressed stream is read in the order of the file up to the last slice
    /// requested. Throws Error, Cancelled; if a slice cannot be read, the other slices may still become ready.
    virtual void read(Volume& into, std::span<const int> slices, const SliceCallback& onSlice,
                      std::stop_token stop) const;

    /// Returns how many bytes a reader of all slices needs beside the volume, until it has read them. 0 unless the
    /// slices are made from those of another series.
    virtual std::int64_t workingBytes() const { return 0; }

    /// Clips: opens the clip. Throws Error.
    virtual std::shared_ptr<const Clip> openClip(std::stop_token stop) const;
};

}  // namespace fleming::viewer
