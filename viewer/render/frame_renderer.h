#pragma once

#include <variant>

#include "viewer/data/volume.h"
#include "viewer/render/frame.h"

namespace fleming::viewer {

/// Fleming-VL's NPY rule: each slice by its own minimum and maximum to 0..255, truncated; all zero where flat.
struct MinMax {};

/// How values become grey levels.
using Windowing = std::variant<Window, MinMax>;

/// Grey level 0..255 of a rescaled value under DICOM's LINEAR VOI LUT function (PS3.3 C.11.2.1.2.1), output 0..255,
/// rounded to nearest. Width >= 1.
std::uint8_t windowed(double value, const Window& window);

/// The number of slices of `volume` in `plane`.
int sliceCount(const Geometry& geometry, Plane plane);

/// The size in pixels of a frame of that plane: the acquired plane has the stored pixels one for one; the others are
/// resampled (linear) to square pixels with the smaller of the two spacings.
std::pair<int, int> frameSize(const Geometry& geometry, Plane plane);  // width, height

/// The slice `index` (from 0, along the plane's normal as PlaneAxes says) in display orientation, without OpenGL.
/// Volumes without orientation have one plane, the stored one. RGB volumes ignore `windowing`.
/// `series` gives what goes into the provenance; `volume` must have that slice ready (all, for other planes).
Frame renderSlice(const Series& series, const Volume& volume, Plane plane, int index, const Windowing& windowing);

/// A picture: 8-bit RGB and 8-bit grey as they are; deeper grey by its window (else its whole range).
Frame renderPicture(const Series& series, const Volume& volume, const std::optional<Window>& window = {});

/// Frame `index` of a clip, as decoded.
Frame renderClipFrame(const Series& series, const Clip& clip, int index);

/// A small picture of the series' middle slice or frame, its longer side `side` pixels, aspect as displayed (mm).
/// Reads only what it needs.
RgbImage thumbnail(const Series& series, int side, std::stop_token stop = {});

}  // namespace fleming::viewer
