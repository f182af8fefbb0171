#include "app/session/log/verification.h"

#include "app/session/file/database.h"
#include "app/session/file/statement.h"
#include "app/session/log/event_log.h"
#include "app/session/log/picture_check.h"
#include "app/session/log/recorded_rows.h"
#include "app/session/log/structure.h"

#include <string>
#include <utility>
#include <vector>

namespace fleming::app {

namespace {

[[noreturn]] void fault(const char* code, const Event& event) {
    throw Error(code, {}, {std::to_string(event.sequence)});
}

/// Throws the fault if `event` does not follow `before`.
void checkChain(const Event& event, const std::optional<Event>& before) {
    if (!event.hasStoredTypes) fault("record.event_changed", event);
    const std::int64_t expected = before ? before->sequence + 1 : 1;
    if (event.sequence != expected) throw Error("record.event_missing", {}, {std::to_string(expected)});
    if (before && event.log != before->log) fault("record.other_log", event);
    if (event.previous != (before ? before->sha256 : QByteArray(32, '\0'))) fault("record.chain_broken", event);
    if (hashOf(event) != event.sha256) fault("record.event_changed", event);
}

/// Returns true if the error is a finding about the file, and not a failure to read it.
bool isFinding(const Error& error) {
    return error.code().starts_with("record.") || error.code() == "session.damaged" ||
           error.code() == "session.unusable";
}

class Verifier {
public:
    Verifier(const Database& database, Pictures pictures, std::stop_token stop,
             const std::function<void(double fraction)>& progress)
        : database_(database), payloads_(database), recorded_(database), stop_(std::move(stop)), progress_(progress) {
        if (pictures == Pictures::check) pictures_.emplace(database);
    }

    Verification run() {
        result_.fault = findingOf([&] {
            result_.events = count("events");
            steps_ = static_cast<std::size_t>(result_.events + (pictures_ ? count("images") : 0));
            walk();
        });
        checkPictures();
        setCompleteUpTo();
        if (!result_.fault) {
            result_.fault = findingOf([&] {
                recorded_.check();
                checkStructure(database_);
            });
        }
        return std::move(result_);
    }

private:
    template <typename Check>
    static std::optional<Error> findingOf(Check&& check) {
        try {
            check();
        } catch (const Error& error) {
            if (!isFinding(error)) throw;
            return error;
        }
        return {};
    }

    std::int64_t count(const char* table) const {
        return database_.value(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table))).toLongLong();
    }

    void walk() {
        Statement rows(database_,
                       QStringLiteral("SELECT %1 FROM events ORDER BY sequence").arg(QLatin1String(kEventColumns)));
        std::optional<Event> before;
        for (rows.run(); rows.next();) {
            if (stop_.stop_requested()) throw Cancelled();
            Event event = readEvent(rows);
            checkChain(event, before);
            log_ = event.log;
            checkPayload(event);
            result_.hashes.push_back(event.sha256);
            times_.push_back(event.utcMs);
            advance(1);
            before = std::move(event);
        }
        if (!before) throw Error("record.event_missing", {}, {"1"});
    }

    void checkPayload(const Event& event) {
        const EventKindFormat* kind = findEventKind(event.kind);
        if (event.format != Event().format || kind == nullptr) fault("record.unknown_event", event);
        const QByteArray payload = kind->kind == EventKind::tokensAppended
                                       ? payloads_.tokensSha256(event.subject, event.first, event.count)
                                       : payloads_.sha256(*kind, event.subject, event.first, event.count);
        if (payload != event.payloadSha256) fault("record.payload_changed", event);
        if (pictures_) addPictures(event, kind->kind);
        if (!recorded_.add(event, kind->kind)) fault("record.event_repeated", event);
    }

    void addPictures(const Event& event, EventKind kind) {
        if (kind == EventKind::questionAsked || kind == EventKind::questionAskedBefore5)
            return pictures_->add(event.sequence, event.subject, event.subject);
        if (kind != EventKind::sessionMigrated) return;
        Statement last(database_, QStringLiteral("SELECT last_exchange FROM versions WHERE id = :version"));
        last.bind("version", event.subject).run();
        if (last.next()) pictures_->add(event.sequence, 0, last.number("last_exchange"));
    }

    /// A fault of a picture replaces that of a later event, which ended the walk.
    void checkPictures() {
        if (!pictures_) return;
        const std::int64_t event = pictures_->findFault(stop_, [this](std::size_t images) { advance(images); });
        if (event == 0) return;
        result_.fault = Error("record.picture_changed", {}, {std::to_string(event)});
        result_.hashes.resize(static_cast<std::size_t>(event - 1));
    }

    void setCompleteUpTo() {
        if (result_.hashes.empty()) return;
        result_.completeUpTo = headAt(log_, static_cast<std::int64_t>(result_.hashes.size()), result_.hashes.back());
        result_.completeMs = times_[result_.hashes.size() - 1];
    }

    void advance(std::size_t steps) {
        done_ += steps;
        if (progress_) progress_(static_cast<double>(done_) / static_cast<double>(steps_));
    }

    const Database& database_;
    Payloads payloads_;
    RecordedRows recorded_;
    std::optional<PictureCheck> pictures_;
    std::stop_token stop_;
    const std::function<void(double fraction)>& progress_;
    Verification result_;
    QByteArray log_;
    std::vector<std::int64_t> times_;   // of result_.hashes
    std::size_t steps_ = 0, done_ = 0;  // events and images
};

}  // namespace

Verification verify(const Database& database, Pictures pictures, const std::stop_token& stop,
                    const std::function<void(double fraction)>& progress) {
    return Verifier(database, pictures, stop, progress).run();
}

}  // namespace fleming::app
