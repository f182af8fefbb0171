#pragma once

#include "app/export/exporter.h"

namespace fleming::app {

/// A table for statistics: a header and one row for each exchange (RFC 4180, UTF-8, English words, UTC times). Every
/// text is quoted and complete, also one that a spreadsheet would take for a formula: import it as text.
extern const Exporter kCsvExporter;

}  // namespace fleming::app
