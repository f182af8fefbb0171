#pragma once

#include "viewer/data/dicom_reference.h"
#include "viewer/data/look.h"
#include "viewer/data/picture.h"
#include "viewer/render/slice_plane.h"

#include <optional>

namespace fleming::viewer {

/// Returns the turn of an image with `turn` after its left and right sides on the screen are exchanged.
Turn flippedLeftRight(const Turn& turn);

/// Returns the turn of an image with `turn` after its upper and lower sides on the screen are exchanged.
Turn flippedUpDown(const Turn& turn);

/// Returns the turn of an image with `turn` after `quarters` more quarters clockwise; negative: anticlockwise.
Turn rotated(const Turn& turn, int quarters);

/// Returns the plane whose pixels are those of `plane`, turned: a turned image is another plane of the patient, so all
/// that is drawn over it follows.
SlicePlane turned(SlicePlane plane, const Turn& turn);

/// Returns the pixels, turned: those of turned(plane) if `image` has those of `plane`.
RgbImage turned(RgbImage image, const Turn& turn);

/// Returns how the stored pixels of an image are turned for display after the image is turned.
StoredImage turned(StoredImage image, const Turn& turn);

/// A slice that a volume has, as a plane shows it.
struct ShownSlice {
    SliceNumber slice;
    Turn turn;
};

/// Returns which slice of the volume `plane` shows, and how that is turned, its slab aside: the inverse of slicePlane()
/// and turned(). Absent if it shows none (oblique, between slices, or a part of a slice).
std::optional<ShownSlice> shownSlice(const Geometry& geometry, const SlicePlane& plane);

}  // namespace fleming::viewer
