#include "app/session/log/event_log.h"

#include "app/about.h"
#include "app/session/file/database.h"

#include <QDateTime>
#include <QUuid>
#include <QtEndian>

#include <algorithm>
#include <bit>
#include <chrono>
#include <limits>
#include <pwd.h>
#include <unistd.h>

namespace fleming::app {

namespace {

constexpr int kDigestBytes = 32;

/// PayloadHasher hashes pieces of about this size.
constexpr std::size_t kCollectedBytes = 64 * 1024;

/// The prefix of a leaf of a hash tree (RFC 6962, section 2.1), so that a tree can be built over the events.
constexpr char kLeaf = 0x00;

void addInteger(std::string& bytes, std::int64_t value) {
    const std::int64_t little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char*>(&little), sizeof(little));
}

/// Adds the length, and the bytes.
void addBytes(std::string& bytes, QByteArrayView added) {
    addInteger(bytes, added.size());
    bytes.append(added.data(), static_cast<std::size_t>(added.size()));
}

std::span<const std::byte> bytesOf(const std::string& bytes) {
    return std::as_bytes(std::span(bytes));
}

QByteArray digestOf(Sha256& sha256) {
    const Sha256Digest digest = sha256.digest();
    return {reinterpret_cast<const char*>(digest.data()), kDigestBytes};
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
    int column = 0;
    const auto next = [&](QMetaType::Type type) {
        QVariant value = row.at(column++);
        if (value.typeId() != type) event.hasStoredTypes = false;
        return value;
    };
    const auto integer = [&] { return next(QMetaType::LongLong).toLongLong(); };
    const auto blob = [&] { return next(QMetaType::QByteArray).toByteArray(); };
    event.format = integer();
    event.log = blob();
    event.sequence = integer();
    event.previous = blob();
    event.kind = blob().toStdString();
    event.utcMs = integer();
    event.monotonicNs = integer();
    event.actor = blob().toStdString();
    event.program = blob().toStdString();
    event.subject = integer();
    event.first = integer();
    event.count = integer();
    event.payloadSha256 = blob();
    event.sha256 = blob();
    return event;
}

QByteArray hashOf(const Event& event) {
    std::string bytes(1, kLeaf);
    const auto integer = [&](std::int64_t value) {
        addInteger(bytes, sizeof(value));
        addInteger(bytes, value);
    };
    integer(event.format);
    addBytes(bytes, event.log);
    integer(event.sequence);
    addBytes(bytes, event.previous);
    addBytes(bytes, event.kind);
    integer(event.utcMs);
    integer(event.monotonicNs);
    addBytes(bytes, event.actor);
    addBytes(bytes, event.program);
    integer(event.subject);
    integer(event.first);
    integer(event.count);
    addBytes(bytes, event.payloadSha256);
    Sha256 sha256;
    sha256.add(bytesOf(bytes));
    return digestOf(sha256);
}

void PayloadHasher::beginRow() {
    if (bytes_.size() > kCollectedBytes) {
        sha256_.add(bytesOf(bytes_));
        bytes_.clear();
    }
    bytes_ += 'R';
}

void PayloadHasher::add(const QVariant& value) {
    if (value.isNull()) {
        bytes_ += 'N';
    } else if (value.typeId() == QMetaType::LongLong) {
        bytes_ += 'I';
        addInteger(bytes_, value.toLongLong());
    } else if (value.typeId() == QMetaType::Double) {
        bytes_ += 'F';
        addInteger(bytes_, std::bit_cast<std::int64_t>(value.toDouble()));
    } else if (value.typeId() == QMetaType::QByteArray) {
        bytes_ += 'B';
        addBytes(bytes_, value.toByteArray());
    } else {
        bytes_ += 'T';  // a text where the column declares another type: no payload has it
    }
}

void PayloadHasher::addRow(const Statement& row) {
    beginRow();
    for (int column = 0; column < row.columns(); ++column)
        add(row.at(column));
}

void PayloadHasher::endStatement() {
    bytes_ += 'E';
}

QByteArray PayloadHasher::digest() {
    sha256_.add(bytesOf(bytes_));
    return digestOf(sha256_);
}

std::vector<Statement>& Payloads::statementsOf(const EventKindFormat& kind) {
    std::vector<Statement>& statements = statements_[kind.kind];
    if (statements.empty()) {
        for (const QString& sql : kind.payload)
            statements.emplace_back(database_, sql);
    }
    return statements;
}

QByteArray Payloads::sha256(const EventKindFormat& kind, std::int64_t subject, std::int64_t first, std::int64_t count) {
    PayloadHasher hasher;
    for (Statement& rows : statementsOf(kind)) {
        for (rows.bind("subject", subject).bind("first", first).bind("count", count).run(); rows.next();)
            hasher.addRow(rows);
        hasher.endStatement();
        rows.finish();
    }
    return hasher.digest();
}

QByteArray Payloads::tokensSha256(std::int64_t exchange, std::int64_t first, std::int64_t count) {
    constexpr int kPosition = 1;  // its column
    constexpr auto kLast = std::numeric_limits<std::int64_t>::max();
    if (first < 0 || count < 0 || count > kLast - first)
        return sha256(formatOf(EventKind::tokensAppended), exchange, first, count);
    Statement& rows = statementsOf(formatOf(EventKind::tokensAppended)).front();
    const auto next = [&] {
        hasRow_ = rows.next();
        if (hasRow_) position_ = rows.at(kPosition).toLongLong();
    };
    if (exchange != exchange_ || first != end_) {
        // All tokens from `first`: the events that follow take theirs.
        rows.bind("subject", exchange).bind("first", first).bind("count", kLast - first).run();
        next();
    }
    PayloadHasher hasher;
    for (; hasRow_ && position_ < first + count; next())
        hasher.addRow(rows);
    hasher.endStatement();
    exchange_ = exchange;
    end_ = first + count;
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

LogHead headAt(const QByteArray& log, std::int64_t sequence, const QByteArray& sha256) {
    return {QUuid::fromRfc4122(log).toString(QUuid::WithoutBraces).toStdString(), sequence,
            sha256.toHex().toStdString()};
}

}  // namespace fleming::app
