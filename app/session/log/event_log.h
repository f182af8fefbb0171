#pragma once

#include "app/session/file/statement.h"
#include "app/session/log/event_kinds.h"
#include "app/session/log/log_head.h"
#include "base/sha256.h"

#include <QByteArray>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fleming::app {

class Database;

/// An event as the table `events` stores it. Digests are 32 bytes, the UUID is 16.
struct Event {
    std::int64_t format = 1;
    QByteArray log;
    std::int64_t sequence = 0;
    QByteArray previous;
    std::string kind;
    std::int64_t utcMs = 0;
    std::int64_t monotonicNs = 0;
    std::string actor, program;
    std::int64_t subject = 0, first = 0, count = 0;
    QByteArray payloadSha256;
    QByteArray sha256;

    /// False if the file holds an integer as text or a blob as text. "3x" reads as 3 too, and would pass the check of
    /// the hash.
    bool hasStoredTypes = true;
};

/// The columns of `events` in the order in which readEvent() reads a row of them.
extern const char* const kEventColumns;
Event readEvent(const Statement& row);

/// Returns the SHA-256 of an event, over everything but `sha256`. FORMAT.md has the layout of the bytes.
QByteArray hashOf(const Event& event);

/// Computes the SHA-256 of a payload. FORMAT.md has the layout of the bytes.
class PayloadHasher {
public:
    void beginRow();
    /// Adds a value of the row. Texts must be bytes, as CAST(column AS BLOB) gives them: no digest fits other texts.
    void add(const QVariant& value);
    /// Adds the current row of a statement.
    void addRow(const Statement& row);
    /// Ends the rows of one statement.
    void endStatement();
    /// Returns the digest. Call it once, last.
    QByteArray digest();

private:
    std::string bytes_;  // collected: hashing many short pieces is slow
    Sha256 sha256_;
};

/// Computes the payload digests of events from the rows of the tables.
class Payloads {
public:
    explicit Payloads(const Database& database) : database_(database) {}

    /// Returns the SHA-256 of the rows that `kind` selects. FORMAT.md has the layout of the bytes.
    QByteArray sha256(const EventKindFormat& kind, std::int64_t subject, std::int64_t first, std::int64_t count);

    /// Returns the same for "tokens appended". Most events of a session are of this kind: events that follow one
    /// another share one run of the statement, so the rows must not change while this object exists.
    QByteArray tokensSha256(std::int64_t exchange, std::int64_t first, std::int64_t count);

private:
    std::vector<Statement>& statementsOf(const EventKindFormat& kind);

    const Database& database_;
    std::map<EventKind, std::vector<Statement>> statements_;  // prepared once

    // Where the statement of "tokens appended" is: before the tokens of `exchange_` from position `end_`.
    std::int64_t exchange_ = 0, end_ = -1;
    std::int64_t position_ = 0;  // of its current row
    bool hasRow_ = false;
};

/// Appends events to the log of a session: a hash chain in the table `events`.
class EventLog {
public:
    explicit EventLog(Database& database);

    /// Appends an event about rows that were written in the current transaction. `subject` is the row id of the
    /// conversation, exchange, review, version or export.
    void append(EventKind kind, std::int64_t subject) { append(kind, subject, 0, 0, {}); }

    /// Appends an event about `count` tokens from the position `first`. `payloadSha256` is the digest of their rows:
    /// the writer has the rows, so they are not read back for every token.
    void appendTokens(std::int64_t exchange, std::int64_t first, std::int64_t count, const QByteArray& payloadSha256) {
        append(EventKind::tokensAppended, exchange, first, count, payloadSha256);
    }

    /// Must be called after a rollback: the events since the last commit do not exist.
    void forget() { head_.reset(); }

private:
    struct Head {
        QByteArray log, sha256;
        std::int64_t sequence = 0;
    };
    Head readHead() const;
    void append(EventKind kind, std::int64_t subject, std::int64_t first, std::int64_t count,
                const QByteArray& payloadSha256);

    Database& database_;
    Payloads payloads_;
    Statement insert_;
    std::optional<Head> head_;  // of the log with the events of the current transaction
};

/// Returns the head that the event `sequence` with this digest is. `log` is a UUID of 16 bytes, `sha256` 32 bytes.
LogHead headAt(const QByteArray& log, std::int64_t sequence, const QByteArray& sha256);

}  // namespace fleming::app
