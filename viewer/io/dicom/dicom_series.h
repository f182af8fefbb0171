#pragma once

#include "viewer/data/series.h"
#include "viewer/io/dicom/dicom_image.h"

#include <memory>
#include <vector>

namespace fleming::viewer {

/// Makes the series of DICOM files: volumes of slices that belong together, clips of files with frames over time,
/// pictures of what stands alone (also a single slice). In order of study, series number, and `images`, which are in
/// the order in which they were found.
std::vector<Series> dicomSeries(const std::vector<std::shared_ptr<const DicomImage>>& images);

}  // namespace fleming::viewer
