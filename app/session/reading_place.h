#pragma once

#include <QString>
#include <QtGlobal>

namespace fleming::app {

/// Where a user left a session.
struct ReadingPlace {
    qint64 exchange = 0;  ///< the first exchange that was visible; 0: unknown
    int offset = 0;       ///< the part of it above the visible area, pixels
    qint64 last = 0;      ///< the exchange after which the conversation was to continue; 0: unknown
    bool operator==(const ReadingPlace&) const = default;
};

/// Returns the place that storePlace() has stored for a session, or an unknown place.
ReadingPlace readPlace(const QString& session);

/// Stores the place of a session in the program's data folder, readable by the user only. A session whose place cannot
/// be stored opens at its end.
void storePlace(const QString& session, const ReadingPlace& place);

}  // namespace fleming::app
