#include "app/session/log/audit.h"

#include "app/session/file/database.h"
#include "app/session/file/statement.h"

#include <QByteArray>

#include <algorithm>

namespace fleming::app {

namespace {

/// Compares one witnessed head with the events that are complete.
void compare(const WitnessedHead& witnessed, Audit& audit) {
    const LogHead& head = witnessed.head;
    const Verification& verification = audit.verification;
    if (head.sequence > verification.events) {
        audit.faults.emplace_back("record.cut_off", std::string(),
                                  std::vector{std::to_string(head.sequence), std::to_string(verification.events)});
    } else if (head.sequence > verification.completeUpTo.sequence) {
        return;  // the fault of the verification comes before it
    } else if (verification.hashes[static_cast<std::size_t>(head.sequence - 1)].toHex().toStdString() != head.hash) {
        audit.faults.emplace_back("record.other_history", std::string(), std::vector{std::to_string(head.sequence)});
    } else if (head.sequence > audit.witnessedTo) {
        audit.witnessedTo = head.sequence;
        audit.witnessedMs = witnessed.timeMs;
    }
}

/// Returns true if the file claims to have an event with this digest.
bool isClaimed(const Database& database, const QByteArray& sha256) {
    Statement event(database, QStringLiteral("SELECT 1 FROM events WHERE sha256 = :sha256"));
    event.bind("sha256", sha256).run();
    return event.next();
}

}  // namespace

Audit audit(const Database& database, const std::vector<WitnessedHead>& witnessed, const std::string& wantedHead,
            const std::stop_token& stop, const std::function<void(double fraction)>& progress) {
    Audit audit;
    audit.verification = verify(database, Pictures::check, stop, progress);
    const Verification& verification = audit.verification;
    const auto& hashes = verification.hashes;

    std::int64_t wanted = verification.events;
    if (!wantedHead.empty()) {
        const QByteArray sha256 = QByteArray::fromHex(QByteArray::fromStdString(wantedHead));
        wanted = 1 + (std::ranges::find(hashes, sha256) - hashes.begin());
        if (wanted > std::ssize(hashes) && !(verification.fault && isClaimed(database, sha256))) {
            audit.faults.emplace_back("record.no_such_head", std::string(), std::vector{wantedHead});
            return audit;
        }
    }
    // The fault of a later event leaves the wanted one complete. A fault that belongs to no event counts always.
    if (verification.fault && (wanted > std::ssize(hashes) || std::ssize(hashes) == verification.events))
        audit.faults.push_back(*verification.fault);
    for (const WitnessedHead& each : witnessed) {
        if (each.head.log == verification.completeUpTo.log && (wantedHead.empty() || each.head.sequence <= wanted))
            compare(each, audit);
    }
    return audit;
}

}  // namespace fleming::app
