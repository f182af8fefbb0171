#pragma once

#include "viewer/data/open_result.h"
#include "viewer/io/bytes/byte_source.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace fleming::viewer {

/// Reads the headers of DICOM files in parallel, splits them into series by UID and geometry, and sorts each series
/// along the slice normal. Adds the series and the files that were skipped to `result`. Calls `onFile` after each file,
/// from one thread at a time. Throws Cancelled.
void readDicom(const std::vector<ByteSourcePtr>& files, OpenResult& result, const std::function<void()>& onFile,
               std::stop_token stop);

}  // namespace fleming::viewer
