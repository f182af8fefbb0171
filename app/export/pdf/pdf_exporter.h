#pragma once

#include "app/export/exporter.h"

namespace fleming::app {

/// A report as PDF: for each exchange the question, the evidence with its provenance, reasoning, final answer, reviews,
/// model and parameters; on each page the research-only statement. An image and its caption are on one page. Needs a
/// QGuiApplication.
extern const Exporter kPdfExporter;

}  // namespace fleming::app
