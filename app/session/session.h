#pragma once

#include "app/session/exchange.h"
#include "app/session/log/audit.h"
#include "app/session/records.h"
#include "app/session/session_snapshot.h"
#include "base/error.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace fleming::app {

/// A session: one SQLite file with exchanges, their evidence (PNG) and reviews, and a log in which every fact is an
/// event (FORMAT.md). A call that returned survives the end of the program; questions, finished answers and reviews
/// survive a power cut too. One object at a time, here or in another program, writes a file; any number read it. An
/// object belongs to the thread that made it. It needs a QCoreApplication, through which Qt finds its SQLite driver.
class Session {
public:
    enum class Access { write, read };

    /// Opens the file, or creates it if `access` is `write`. Streaming exchanges that no running program writes become
    /// `interrupted`. A file of an older version is copied to "<file>.backup-<version>" before it is migrated. A file
    /// that cannot be written, is of a newer version or is written by another object is opened read-only. Throws Error
    /// if there is no such folder, or if the file is not a session, is damaged or is locked by another program.
    explicit Session(const std::filesystem::path& file, Access access = Access::write);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    const std::filesystem::path& path() const;

    /// Returns why the session is read-only, or nothing if it can be written. Calls that write throw it.
    const std::optional<Error>& readOnlyReason() const;

    /// Begins a conversation and returns its id.
    std::int64_t newConversation();

    /// Stores a question, its evidence and model, and returns the stored exchange. It continues the exchange `follows`
    /// of the conversation, or begins it if that is 0, or continues the last exchange that has not failed if that is
    /// negative. The digest of a frame is taken from its provenance; a frame without one is hashed.
    Exchange begin(std::int64_t conversation, const Question& question, const ModelIdentity& model,
                   std::int64_t follows = -1);

    /// Appends tokens to the answer of an exchange, in one transaction and as one event.
    void append(std::int64_t exchange, std::span<const inference::Token> tokens);

    /// Stores a complete answer: its text, its figures and those of its tokens that were not appended. Throws Error if
    /// the exchange has a finished answer.
    void finish(std::int64_t exchange, const inference::Answer& answer);

    /// Marks an exchange as failed. `message` is for the user. Throws Error if it has failed before.
    void fail(std::int64_t exchange, const std::string& message);

    /// Stores a review and returns it. A review without a time gets the current time.
    Review review(std::int64_t exchange, Review review);

    /// Stores a version of a measurement and returns it. Without an id it is a new one; a removed one comes back. A
    /// version without a time gets the current time. Throws the Errors of viewer::check() for its region.
    RecordedMeasurement recordMeasurement(RecordedMeasurement measurement);

    /// Records that a measurement was removed; its versions stay in the file. Throws Error "session.no_measurement" if
    /// there is none with this id.
    void removeMeasurement(std::int64_t id);

    /// Returns the measurements as they are now, in the order of their ids.
    std::vector<RecordedMeasurement> measurements() const;

    /// Returns an id that no measurement has, nor had.
    std::int64_t nextMeasurement() const;

    /// Records that a file was exported. Once this and everything before it are on the disk, appends the head of the
    /// record to the file `witness`, unless the path is empty or the session has no log.
    void recordExport(const ExportRecord& record, const std::filesystem::path& witness = {});

    /// Records a replay and returns it. A record without a time gets the current time.
    ReplayRecord recordReplay(ReplayRecord record);

    /// Stores an exported session in this one, which must be empty: its title, its imports, its measurements, and its
    /// exchanges with their ids, times, answers, reviews and replays; `record` says from which export they come. All or
    /// nothing. An exchange that was streaming becomes interrupted. Throws Error "session.not_empty", or
    /// "session.no_exchange" if an exchange follows one that is not there.
    void importSession(const SessionSnapshot& session, const ImportRecord& record);

    enum class Activity { opened, closed, settingsChanged };

    /// Records what the program did with the session. `details` is a JSON object. ActivityLog calls it.
    void recordActivity(Activity activity, const std::string& details);

    /// Returns true if the last "session opened" has no "session closed": the program or the machine ended before.
    bool wasLeftOpen() const;

    /// Returns the version of the library that writes the file.
    std::string sqliteVersion() const;

    /// Gives the session a title. Earlier titles stay in the file.
    void setTitle(const std::string& title);

    /// Returns the title, or an empty string if it has none.
    std::string title() const;

    /// Returns all exchanges, oldest first.
    std::vector<Exchange> exchanges(Detail detail = Detail::complete) const;

    /// Returns one exchange. Throws Error if there is no such exchange.
    Exchange exchange(std::int64_t id) const;

    /// Returns the exchanges, the measurements and the check of the log, all of the same moment. Throws Cancelled on a
    /// stop request.
    SessionSnapshot snapshot(const std::stop_token& stop = {}, Detail detail = Detail::complete) const;

    /// Checks the log and all that it covers; see verify() in verification.h. Returns nothing for a file of a version
    /// without a log.
    std::optional<Verification> verify(const std::stop_token& stop = {},
                                       const std::function<void(double fraction)>& progress = {}) const;

    /// Checks the log against heads that were kept outside the file; see audit() in log/audit.h. Throws Error
    /// "session.no_log" for a file of a version without a log.
    Audit audit(const std::vector<WitnessedHead>& witnessed, const std::string& wantedHead,
                const std::stop_token& stop = {}, const std::function<void(double fraction)>& progress = {}) const;

private:
    struct Data;
    std::unique_ptr<Data> data_;
};

}  // namespace fleming::app
