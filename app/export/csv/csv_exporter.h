#pragma once

#include "app/export/exporter.h"

namespace fleming::app {

/// Tables for statistics, in a folder; CSV.md has their columns.
extern const Exporter kCsvExporter;

}  // namespace fleming::app
