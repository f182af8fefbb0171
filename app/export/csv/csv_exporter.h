#pragma once

#include "app/export/exporter.h"

namespace fleming::app {

/// Tables for statistics, in a folder: exchanges.csv, and of the reviews that count (currentReviews()) reviews.csv,
/// spans.csv and marks.csv. RFC 4180, UTF-8, English words. Every text is quoted and complete, also one that a
/// spreadsheet would take for a formula: import it as text.
extern const Exporter kCsvExporter;

}  // namespace fleming::app
