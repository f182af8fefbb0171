#pragma once

#include "viewer/data/volume.h"
#include "viewer/render/frame.h"

#include <variant>

namespace fleming::viewer {

/// Fleming-VL's NPY rule: each slice by its own minimum and maximum to 0..255, truncated; all zero where flat.
struct MinMax {};

/// How values become grey levels.
using Windowing = std::variant<Window, MinMax>;

/// Grey level 0..255 of a rescaled value under DICOM's LINEAR VOI LUT function (PS3.3 C.11.2.1.2.1), output 0..255:
///     x <= c - 0.5 - (w-1)/2:  0
///     x >  c - 0.5 + (w-1)/2:  255
///     otherwise                ((x - (c - 0.5)) / (w-1) + 0.5) * 255, rounded to nearest (a half upwards)
/// all in double. LINEAR wants a width of 1 or more; a smaller one is taken as LINEAR_EXACT (C.11.2.1.3.2), whose ends
/// are c - w/2 and c + w/2. NaN is 0.
std::uint8_t windowed(double value, const Window& window);

/// The number of slices of `volume` in `plane`.
int sliceCount(const Geometry& geometry, Plane plane);

/// The size in pixels of a frame of that plane, width and height.
/// The acquired plane has the stored pixels one for one. The other planes are resampled to square pixels:
/// - Pixel size s: the smaller of the two voxel spacings in that plane, so one of the two axes keeps its samples.
/// - Along an axis of n voxels with spacing d there are round(n * d / s) pixels, at least 1 (a half upwards).
/// - The picture's first edge is the first voxel's outer edge: pixel p (0, 1, ...) along the voxel axis is sampled at
///   the voxel coordinate x = (p + 0.5) * s / d - 0.5, where voxel centres are whole numbers.
/// - Edge rule: x is clamped to 0..n-1. Between voxels: linear interpolation of the rescaled values, in double; then
///   the grey levels. Where the nearer voxel (of equals, the first) is padding the pixel is padding; where the other
///   one is, it is left out.
/// - Flips are whole: a flipped axis gives the same pixels in the opposite order.
/// Throws Error where that size is absurd (a resampled side above 16384 pixels).
std::pair<int, int> frameSize(const Geometry& geometry, Plane plane);

/// The size in mm of one pixel of such a frame, width and height: the voxel spacings in the acquired plane, else
/// square.
std::pair<double, double> framePixelSize(const Geometry& geometry, Plane plane);

/// The slice `index` (from 0, along the plane's normal as PlaneAxes says) in display orientation, without OpenGL.
/// Volumes without orientation have one plane, the stored one. RGB volumes ignore `windowing`.
/// Padding and NaN are black and left out of a minimum and maximum; otherwise `series.inverted` turns grey g to 255 -
/// g. MinMax is computed as numpy does: (x - min) / (max - min) * 255, in float for float32 without a rescale, else in
/// double on rescaled values; then truncated. A slice that is flat is black.
/// `inverted` is the viewer's own inversion, on top of it all: each level or colour g of the picture, padding too,
/// becomes 255 - g. `series` gives what goes into the provenance; `volume` must have that slice ready (all, for other
/// planes). Throws Error for an index outside, slices that are not ready, or slices whose pixels could not be read
/// (filler is no evidence; slicePixels() shows it).
Frame renderSlice(const Series& series, const Volume& volume, Plane plane, int index, const Windowing& windowing,
                  bool inverted = false);

/// The pixels of renderSlice() alone, for the screen.
RgbImage slicePixels(const Series& series, const Volume& volume, Plane plane, int index, const Windowing& windowing,
                     bool inverted = false);

/// Whether the slices that renderSlice() needs for this one are ready.
bool isSliceReady(const Volume& volume, Plane plane, int index);

/// A picture: 8-bit RGB as it is; grey by `window`, else by defaultWindow(): the file's own, else 8-bit grey as it is
/// and deeper grey by its whole range. Turned for display where the file knows the patient.
Frame renderPicture(const Series& series, const Volume& volume, const std::optional<Window>& window = {});

/// Frame `index` of a clip, as decoded; of a grey clip, under its window.
Frame renderClipFrame(const Series& series, const Clip& clip, int index);

/// A small picture of the series' middle slice or frame, its longer side `side` pixels, aspect as displayed (mm).
/// Reads only what it needs: of a volume the middle slice, and whatever the format makes it read before that.
/// Throws Error, Cancelled.
RgbImage thumbnail(const Series& series, int side, std::stop_token stop = {});

}  // namespace fleming::viewer
