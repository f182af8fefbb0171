#pragma once

#include "app/evaluation/tally.h"

#include <QJsonObject>
#include <QString>

namespace fleming::app::cli {

// The results as `fleming evaluate` prints them; see its help page.
QString toText(const evaluation::Tally& tally);
QJsonObject toJson(const evaluation::Tally& tally);

/// Formats a fraction: "95.0 %".
QString percent(double fraction);

/// Formats seconds: "about 2 h 5 min", "about 3 min", "40 s".
QString duration(double seconds);

}  // namespace fleming::app::cli
