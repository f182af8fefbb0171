#include "app/session/log/event_log.h"

#include "app/about.h"
#include "app/session/file/database.h"

#include <QDateTime>
#include <QUuid>
#include <QtEndian>

#include <algorithm>
#include <bit>
#include <chrono>
#include <pwd.h>
#include <stdexcept>
#include <unistd.h>

namespace fleming::app {

namespace {

constexpr int kDigestBytes = 32;

/// The prefix of a leaf of a hash tree (RFC 6962, section 2.1), so that a tree can be built over the events.
constexpr char kLeaf = 0x00;

void addByte(Sha256& sha256, char value) {
    const auto byte = static_cast<std::byte>(value);
    sha256.add({&byte, 1});
}

void addInteger(Sha256& sha256, std::int64_t value) {
    const std::int64_t little = qToLittleEndian(value);
    sha256.add(std::as_bytes(std::span(&little, 1)));
}

/// Adds the length, and the bytes.
void addBytes(Sha256& sha256, QByteArrayView bytes) {
    addInteger(sha256, bytes.size());
    sha256.add(std::as_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size()))));
}

QByteArray digestOf(Sha256& sha256) {
    return QByteArray::fromHex(QByteArray::fromStdString(sha256.hex()));
}

/// Returns the name of the account that runs the program. Nobody has verified who uses it.
const std::string& localAccount() {
    static const std::string actor = [] {
        const passwd* account = ::getpwuid(::geteuid());
        return "local:" + (account != nullptr ? std::string(account->pw_name) : std::to_string(::geteuid()));
    }();
    return actor;
}

std::int64_t monotonicNs() {
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

const char* const kEventColumns =
    "format, log, sequence, previous, CAST(kind AS BLOB) AS kind, utc_ms, monotonic_ns, CAST(actor AS BLOB) AS actor, "
    "CAST(program AS BLOB) AS program, subject, first, count, payload_sha256, sha256";

Event readEvent(const Statement& row) {
    Event event;
    event.format = row.number("format");
    event.log = row.blob("log");
    event.sequence = row.number("sequence");
    event.previous = row.blob("previous");
    event.kind = row.text("kind");
    event.utcMs = row.number("utc_ms");
    event.monotonicNs = row.number("monotonic_ns");
    event.actor = row.text("actor");
    event.program = row.text("program");
    event.subject = row.number("subject");
    event.first = row.number("first");
    event.count = row.number("count");
    event.payloadSha256 = row.blob("payload_sha256");
    event.sha256 = row.blob("sha256");
    const auto have = [&](std::initializer_list<const char*> columns, QMetaType::Type type) {
        return std::ranges::all_of(columns, [&](const char* column) { return row.type(column) == type; });
    };
    event.hasStoredTypes =
        have({"format", "sequence", "utc_ms", "monotonic_ns", "subject", "first", "count"}, QMetaType::LongLong) &&
        have({"log", "previous", "payload_sha256", "sha256"}, QMetaType::QByteArray);
    return event;
}

QByteArray hashOf(const Event& event) {
    Sha256 sha256;
    const auto integer = [&](std::int64_t value) {
        addInteger(sha256, sizeof(value));
        addInteger(sha256, value);
    };
    addByte(sha256, kLeaf);
    integer(event.format);
    addBytes(sha256, event.log);
    integer(event.sequence);
    addBytes(sha256, event.previous);
    addBytes(sha256, event.kind);
    integer(event.utcMs);
    integer(event.monotonicNs);
    addBytes(sha256, event.actor);
    addBytes(sha256, event.program);
    integer(event.subject);
    integer(event.first);
    integer(event.count);
    addBytes(sha256, event.payloadSha256);
    return digestOf(sha256);
}

void PayloadHasher::beginRow() {
    addByte(sha256_, 'R');
}

void PayloadHasher::add(const QVariant& value) {
    if (value.isNull()) {
        addByte(sha256_, 'N');
    } else if (value.typeId() == QMetaType::LongLong) {
        addByte(sha256_, 'I');
        addInteger(sha256_, value.toLongLong());
    } else if (value.typeId() == QMetaType::Double) {
        addByte(sha256_, 'F');
        addInteger(sha256_, std::bit_cast<std::int64_t>(value.toDouble()));
    } else if (value.typeId() == QMetaType::QByteArray) {
        addByte(sha256_, 'B');
        addBytes(sha256_, value.toByteArray());
    } else {
        throw std::logic_error("a payload selects a text without CAST AS BLOB");
    }
}

void PayloadHasher::endStatement() {
    addByte(sha256_, 'E');
}

QByteArray PayloadHasher::digest() {
    return digestOf(sha256_);
}

QByteArray Payloads::sha256(const EventKindFormat& kind, std::int64_t subject, std::int64_t first, std::int64_t count) {
    std::vector<Statement>& statements = statements_[kind.kind];
    if (statements.empty()) {
        for (const QString& sql : kind.payload)
            statements.emplace_back(database_, sql);
    }
    PayloadHasher hasher;
    for (Statement& rows : statements) {
        for (rows.bind("subject", subject).bind("first", first).bind("count", count).run(); rows.next();) {
            hasher.beginRow();
            for (const QVariant& value : rows.row())
                hasher.add(value);
        }
        hasher.endStatement();
        rows.finish();
    }
    return hasher.digest();
}

EventLog::EventLog(Database& database)
    : database_(database),
      payloads_(database),
      insert_(database,
              QStringLiteral("INSERT INTO events (format, log, sequence, previous, kind, utc_ms, monotonic_ns, actor, "
                             "program, subject, first, count, payload_sha256, sha256) VALUES (:format, :log, "
                             ":sequence, :previous, CAST(:kind AS TEXT), :utc_ms, :monotonic_ns, "
                             "CAST(:actor AS TEXT), CAST(:program AS TEXT), :subject, :first, :count, "
                             ":payload_sha256, :sha256)")) {}

EventLog::Head EventLog::readHead() const {
    Statement last(database_,
                   QStringLiteral("SELECT log, sequence, sha256 FROM events ORDER BY sequence DESC LIMIT 1"));
    last.run();
    if (last.next()) return {last.blob("log"), last.blob("sha256"), last.number("sequence")};
    return {QUuid::createUuid().toRfc4122(), QByteArray(kDigestBytes, '\0'), 0};
}

void EventLog::append(EventKind kind, std::int64_t subject, std::int64_t first, std::int64_t count,
                      const QByteArray& payloadSha256) {
    if (!head_) head_ = readHead();
    const EventKindFormat& format = formatOf(kind);
    Event event;
    event.log = head_->log;
    event.sequence = head_->sequence + 1;
    event.previous = head_->sha256;
    event.kind = format.word;
    event.utcMs = QDateTime::currentMSecsSinceEpoch();
    event.monotonicNs = monotonicNs();
    event.actor = localAccount();
    event.program = programVersion();
    event.subject = subject;
    event.first = first;
    event.count = count;
    event.payloadSha256 = payloadSha256.isEmpty() ? payloads_.sha256(format, subject, first, count) : payloadSha256;
    event.sha256 = hashOf(event);
    insert_.bind("format", event.format)
        .bind("log", event.log)
        .bind("sequence", event.sequence)
        .bind("previous", event.previous)
        .bind("kind", event.kind)
        .bind("utc_ms", event.utcMs)
        .bind("monotonic_ns", event.monotonicNs)
        .bind("actor", event.actor)
        .bind("program", event.program)
        .bind("subject", event.subject)
        .bind("first", event.first)
        .bind("count", event.count)
        .bind("payload_sha256", event.payloadSha256)
        .bind("sha256", event.sha256)
        .run();
    head_->sequence = event.sequence;
    head_->sha256 = event.sha256;
}

LogHead headAt(const Event& event) {
    return {QUuid::fromRfc4122(event.log).toString(QUuid::WithoutBraces).toStdString(), event.sequence,
            event.sha256.toHex().toStdString()};
}

LogHead headOf(const Database& database) {
    Statement last(
        database,
        QStringLiteral("SELECT %1 FROM events ORDER BY sequence DESC LIMIT 1").arg(QLatin1String(kEventColumns)));
    last.run();
    return last.next() ? headAt(readEvent(last)) : LogHead();
}

}  // namespace fleming::app
