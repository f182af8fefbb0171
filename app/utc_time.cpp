#include "app/utc_time.h"

#include <QDateTime>

namespace fleming::app {

QString utcTime(std::int64_t ms) {
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

}  // namespace fleming::app
