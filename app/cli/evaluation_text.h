#pragma once

#include "app/evaluation/tally.h"

#include <QJsonObject>
#include <QString>

namespace fleming::app::cli {

/// What `fleming evaluate` prints; see its help page.
QString toText(const evaluation::Tally& tally);
QJsonObject toJson(const evaluation::Tally& tally);

/// "95.0 %".
QString percent(double fraction);

/// "about 2 h 5 min", "about 3 min", "40 s".
QString duration(double seconds);

}  // namespace fleming::app::cli
