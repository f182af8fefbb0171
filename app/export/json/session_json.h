#pragma once

#include "app/export/exporter.h"

#include <QJsonObject>

namespace fleming::app {

/// The version of the format that JSON.md describes. It changes if the meaning of a key changes.
inline constexpr int kSessionJsonVersion = 2;

/// Returns the keys of the whole session, without "exchanges".
QJsonObject headToJson(const SessionSnapshot& session, const ExportOptions& options);

/// Returns one exchange. `isRecorded` is false if the session file holds it only in part.
QJsonObject exchangeToJson(const Exchange& exchange, bool isRecorded, const ExportOptions& options);

}  // namespace fleming::app
