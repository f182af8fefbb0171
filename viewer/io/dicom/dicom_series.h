#pragma once

#include "viewer/data/series.h"
#include "viewer/io/dicom/dicom_image.h"

#include <memory>
#include <vector>

namespace fleming::viewer {

/// Groups DICOM images into series: volumes of slices, clips of files with frames over time, and pictures, also for
/// single slices. Sorts by study and series number, then by the order of `images`.
std::vector<Series> dicomSeries(const std::vector<std::shared_ptr<const DicomImage>>& images);

}  // namespace fleming::viewer
