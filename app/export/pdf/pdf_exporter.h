#pragma once

#include "app/export/exporter.h"

namespace fleming::app {

/// A report as PDF, with the research-only statement on each page. An image and its caption are on one page. Needs a
/// QGuiApplication.
extern const Exporter kPdfExporter;

}  // namespace fleming::app
