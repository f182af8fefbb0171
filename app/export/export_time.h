#pragma once

#include "app/export/exporter.h"

#include <QString>

#include <cstdint>

namespace fleming::app {

/// Returns a time of an exported session for people: local date and time, or, without identity, the time since the
/// first event of the session: "T+00:03:12". Empty for the time 0 with identity.
QString shownTime(std::int64_t ms, const ExportOptions& options);

/// Returns a time of an exported session for programs: UTC in ISO 8601, or, without identity, "T+00:03:12.345".
QString exportedTime(std::int64_t ms, const ExportOptions& options);

}  // namespace fleming::app
