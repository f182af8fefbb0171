#pragma once

#include "app/export/exporter.h"

namespace fleming::app {

/// The whole session for programs, as JSON (UTF-8). Evidence is given by the digest of its pixels and its provenance,
/// without pixels. JSON.md describes the format.
extern const Exporter kJsonExporter;

}  // namespace fleming::app
