#pragma once

#include "viewer/data/series.h"
#include "viewer/io/dicom/dicom_pixels.h"
#include "viewer/io/dicom/dicom_sort.h"

#include <memory>
#include <vector>

namespace fleming::viewer {

/// Returns the source of a volume or picture whose slice k is `slices[k]`. It reads the requested slices in parallel. A
/// slice that cannot be read is filled with padding (else zeros) and marked as damaged, and the others are read. At the
/// end, read() throws the error of the slice, or, if several slices were requested, Error (dicom.unreadable_slices)
/// with the first error as its cause. A file that has changed since its header was read counts as unreadable.
std::shared_ptr<const PixelSource> volumeSource(std::vector<DicomSlice> slices, const SliceRecipe& recipe);

/// Returns the source of a clip: the frames of one file over time. `times` are in seconds, one for each frame. Grey
/// frames are shown by the first window of the middle frame, else by its first table, else by the range of values of
/// five frames.
std::shared_ptr<const PixelSource> clipSource(std::shared_ptr<const DicomImage> image, std::vector<double> times,
                                              double framesPerSecond);

}  // namespace fleming::viewer
