#pragma once

#include "app/export/exporter.h"

namespace fleming::app {

/// A report as Markdown (CommonMark) for wikis and issues, with a line instead of each image. Texts are escaped, so
/// that nothing in them is markup.
extern const Exporter kMdExporter;

}  // namespace fleming::app
