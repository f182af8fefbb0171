#pragma once

#include <QString>

#include <cstdint>

namespace fleming::app {

/// Returns a Unix time in ms as UTC in ISO 8601, "2026-01-31T12:00:00.000Z": the form of all files and of the command
/// line, in every language.
QString utcTime(std::int64_t ms);

}  // namespace fleming::app
