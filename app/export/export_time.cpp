#include "app/export/export_time.h"

#include "app/export/captions.h"
#include "app/utc_time.h"

namespace fleming::app {

namespace {

/// Returns "T+00:03:12"; hours have as many digits as they need.
QString offset(std::int64_t seconds) {
    const auto twoDigits = [](std::int64_t value) {
        return QString::number(value).rightJustified(2, QLatin1Char('0'));
    };
    return QStringLiteral("T+%1:%2:%3")
        .arg(twoDigits(seconds / 3600), twoDigits(seconds / 60 % 60), twoDigits(seconds % 60));
}

}  // namespace

QString shownTime(std::int64_t ms, const ExportOptions& options) {
    return options.keepIdentity ? localTime(ms) : offset(ms / 1000);
}

QString exportedTime(std::int64_t ms, const ExportOptions& options) {
    if (options.keepIdentity) return utcTime(ms);
    return offset(ms / 1000) + QLatin1Char('.') + QString::number(ms % 1000).rightJustified(3, QLatin1Char('0'));
}

}  // namespace fleming::app
