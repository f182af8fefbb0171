#include "app/session/log/audit.h"

#include "app/session/file/database.h"
#include "app/session/file/statement.h"
#include "app/session/log/event_log.h"

#include <QByteArray>

namespace fleming::app {

namespace {

/// Compares one witnessed head with the log.
void compare(const Database& database, const WitnessedHead& witnessed, Audit& audit) {
    const LogHead& head = witnessed.head;
    Statement event(database, QStringLiteral("SELECT sha256 FROM events WHERE sequence = :sequence"));
    event.bind("sequence", head.sequence).run();
    if (!event.next()) {
        audit.faults.emplace_back(
            "record.cut_off", std::filesystem::path(),
            std::vector{std::to_string(head.sequence), std::to_string(audit.verification.events)});
    } else if (event.blob("sha256").toHex().toStdString() != head.hash) {
        audit.faults.emplace_back("record.other_history", std::filesystem::path(),
                                  std::vector{std::to_string(head.sequence)});
    } else if (head.sequence > audit.witnessedTo) {
        audit.witnessedTo = head.sequence;
        audit.witnessedMs = witnessed.timeMs;
    }
}

/// Returns the number of the event with this hash, or 0.
std::int64_t findEvent(const Database& database, const std::string& hash) {
    Statement event(database, QStringLiteral("SELECT sequence FROM events WHERE sha256 = :sha256"));
    event.bind("sha256", QByteArray::fromHex(QByteArray::fromStdString(hash))).run();
    return event.next() ? event.number("sequence") : 0;
}

}  // namespace

Audit audit(const Database& database, const std::vector<WitnessedHead>& witnessed, const std::string& wantedHead,
            const std::stop_token& stop, const std::function<void(double fraction)>& progress) {
    Audit audit;
    audit.verification = verify(database, Pictures::check, stop, progress);
    const LogHead end = headOf(database);
    const std::int64_t wanted = wantedHead.empty() ? end.sequence : findEvent(database, wantedHead);
    if (!wantedHead.empty() && wanted == 0)
        audit.faults.emplace_back("record.no_such_head", std::filesystem::path(), std::vector{wantedHead});

    // A fault of a table belongs to no event, so it counts for every head.
    const auto& fault = audit.verification.fault;
    if (fault && (audit.verification.completeUpTo.sequence < wanted || fault->code() == "record.unrecorded_rows"))
        audit.faults.push_back(*fault);
    for (const WitnessedHead& each : witnessed) {
        if (each.head.log == end.log && (wantedHead.empty() || each.head.sequence <= wanted))
            compare(database, each, audit);
    }
    return audit;
}

}  // namespace fleming::app
