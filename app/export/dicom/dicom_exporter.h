#pragma once

#include "app/export/exporter.h"

namespace fleming::app {

/// A folder of DICOM objects: a structured report for each answered exchange, or for each review that counts of it
/// ("exchange-3.dcm", "exchange-3-review-1.dcm"), and the PDF report ("report.dcm"). Needs a QGuiApplication.
extern const Exporter kDicomExporter;

}  // namespace fleming::app
