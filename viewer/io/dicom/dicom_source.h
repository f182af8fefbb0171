#pragma once

#include "viewer/data/series.h"
#include "viewer/io/dicom/dicom_pixels.h"
#include "viewer/io/dicom/dicom_sort.h"

#include <memory>
#include <vector>

namespace fleming::viewer {

/// Reads the slices of a volume or picture, in parallel: slice `first` first, then those around it. A slice that cannot
/// be read is filled with padding (else zeros) and marked ready, so that the rest can be used; when all is done an
/// Error is thrown that names the first such file and says how many there are.
std::shared_ptr<const PixelSource> volumeSource(std::vector<DicomSlice> slices, const SliceRecipe& recipe);

/// Opens a file of many frames as a clip. Grey frames deeper than 8 bits are shown through `window`, or, without one,
/// through the range of values of a few frames from begin to end. `times`: s, one a frame.
std::shared_ptr<const PixelSource> clipSource(std::shared_ptr<const DicomImage> image, std::vector<double> times,
                                              double framesPerSecond, std::optional<Window> window);

/// The file of an image, unchanged since its header was read. Throws Error where it is gone or has changed.
std::unique_ptr<RandomAccessFile> reopen(const DicomImage& image);

}  // namespace fleming::viewer
