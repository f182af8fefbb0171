#pragma once

#include "viewer/data/picture.h"
#include "viewer/data/volume.h"
#include "viewer/render/display.h"
#include "viewer/render/slice_plane.h"

namespace fleming::viewer {

/// Renders `plane` of `volume` as `display` says, without OpenGL: the one function that makes the pixels of slices, for
/// the screen, the evidence, the thumbnails and every export.
///
/// A plane that slicePlane() gives, turned or not, is exact if it has no slab, or one of a single sample
/// (slabOffsets()). Its pixels are the stored ones where slicePlane() has them one for one. Elsewhere a pixel lies at
/// the voxel coordinate x, clamped to 0..n-1, and has the linear interpolation of the rescaled values in double, or the
/// value of the nearest voxel (of equals, the first) if the display says so. Linear: if the nearer voxel (of equals,
/// the first) is padding the pixel is padding; if the other one is, it is left out.
///
/// All other planes, and slabs, have the values of reslicedValues().
///
/// NaN is padding. Padding is black, of a grey negative white, and left out of a minimum and maximum. MinMax is
/// computed as numpy does it, (x - min) / (max - min) * 255: in float if the pixels are those of reslicedValues()
/// or stored ones of type float32 without a rescale, else in double on rescaled values; then truncated.
///
/// The slices of storedSlices() must be ready; throws Error if one is not. Damaged slices show their filler.
/// Thread-safe.
RgbImage render(const Volume& volume, const SlicePlane& plane, const Display& display);

/// Makes the negative: each level g becomes 255 - g.
void invert(RgbImage& image);

}  // namespace fleming::viewer
