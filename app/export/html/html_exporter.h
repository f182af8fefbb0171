#pragma once

#include "app/export/exporter.h"

namespace fleming::app {

/// A report as one HTML file that needs no network: light and dark, with images that open large, spans that are linked
/// with the marks on the images, and a style for paper. Its Content-Security-Policy forbids it to load anything.
extern const Exporter kHtmlExporter;

}  // namespace fleming::app
