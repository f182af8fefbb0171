#pragma once

#include "app/export/exporter.h"

namespace fleming::app {

/// Everything for programs, as JSON.md describes; `fleming import` reads it. One exchange at a time is in memory as
/// JSON.
extern const Exporter kJsonExporter;

}  // namespace fleming::app
