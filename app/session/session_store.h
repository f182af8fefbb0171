#pragma once

#include "app/session/activity_log.h"
#include "app/session/reading_place.h"
#include "app/session/session.h"
#include "app/worker.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace fleming::app {

/// A session file that was opened.
struct OpenedSession {
    QString file;
    std::vector<Exchange> exchanges;  ///< of Detail::light
    std::vector<RecordedMeasurement> measurements;
    std::int64_t nextMeasurement = 1;  ///< see Session::nextMeasurement()
    QString title;                     ///< as given; may be empty
    ReadingPlace place;
    QString readOnlyReason;  ///< empty if it can be written
};

/// The session of the window: one thread owns the file, and what was stored comes back as a signal on the thread of
/// this object. So nothing is shown before it is stored, and neither the window nor the model waits for the disk. The
/// destructor stores everything that was given.
class SessionStore : public QObject {
    Q_OBJECT

public:
    explicit SessionStore(QObject* parent = nullptr);
    ~SessionStore() override;

    /// Opens or creates a session file. -> opened, openFailed
    void open(const QString& file);

    /// Makes a session file in the program's data folder from an exported session, and opens it. -> opened, openFailed
    void openExported(const QString& json);

    /// Checks that the file exists and that no running program writes it. -> found, or no signal
    void lookFor(const QString& file);

    /// Closes the file. The next question creates a new one.
    void leave();

    /// Stores the question; conversation 0 is a new one, and `follows` is as in Session::begin(). Without a session,
    /// creates a file in the program's data folder.
    /// -> madeFile, began, beginFailed
    void begin(std::int64_t conversation, std::int64_t follows, Question question, ModelIdentity model);

    // From any thread.
    void append(std::int64_t exchange, inference::Token token);    ///< -> appended
    void finish(std::int64_t exchange, inference::Answer answer);  ///< -> finished
    void fail(std::int64_t exchange, std::string message);         ///< -> exchangeFailed

    void review(std::int64_t exchange, const Review& review);  ///< -> reviewed, reviewFailed

    /// Stores a version of a measurement, or its removal, if `session` is still open.
    /// -> measurementRecorded, measurementRemoved, measurementFailed, or no signal
    void recordMeasurement(const QString& session, const RecordedMeasurement& measurement);
    void removeMeasurement(const QString& session, std::int64_t id);

    /// Records an export if `session` is still open and can be written, and appends its head to the user's witness
    /// file. -> failed, or no signal
    void recordExport(const QString& session, const ExportRecord& record);

    void recordReplay(const ReplayRecord& record);  ///< -> replayRecorded, failed
    /// Records settings that matter in this session and in those that are opened later (see ActivityLog).
    void noteSettings(const QJsonObject& settings);

    /// Reads exchanges with all details. -> completed, completeFailed; in the order of the calls
    void complete(const std::vector<std::int64_t>& exchanges);

    /// Gives the session a title. -> titled, failed
    void setTitle(const QString& title);

    /// Stores the place of a session; see storePlace().
    void keepPlace(const QString& session, const ReadingPlace& place);

    /// Calls `action` on the session's thread, once everything that was given so far is stored.
    void whenStored(std::function<void()> action);

Q_SIGNALS:
    void opened(std::shared_ptr<fleming::app::OpenedSession> session);
    void openFailed(QString message);
    void found(QString file);
    void madeFile(QString file);
    void began(std::shared_ptr<fleming::app::Exchange> exchange, std::shared_ptr<fleming::app::Question> question);
    void beginFailed(QString message);
    void appended(qint64 exchange, std::shared_ptr<std::vector<fleming::inference::Token>> tokens);
    void finished(qint64 exchange, std::shared_ptr<fleming::inference::Answer> answer);
    void exchangeFailed(qint64 exchange, QString message);
    void storingFailed(qint64 exchange, QString message);  ///< the rest of this exchange will not be stored
    void reviewed(qint64 exchange, fleming::app::Review review);
    void reviewFailed(qint64 exchange, fleming::app::Review review, QString message);
    void measurementRecorded(QString session, fleming::app::RecordedMeasurement measurement);
    void measurementRemoved(QString session, qint64 id);
    void measurementFailed(QString session, qint64 id, QString message);
    void replayRecorded(fleming::app::ReplayRecord record);
    void completed(std::shared_ptr<std::vector<fleming::app::Exchange>> exchanges);
    void completeFailed(QString message);
    void titled(QString title);
    void failed(QString message);

private:
    void enter(std::unique_ptr<Session> session);
    bool isOpen(const QString& session) const;
    void makeFile();
    void openNow(const std::filesystem::path& file);
    template <typename Open>
    void openOrReport(Open&& open);
    void settle();
    void flush(std::int64_t exchange);
    template <typename Store>
    void storeOrGiveUp(std::int64_t exchange, Store&& store);

    std::mutex mutex_;
    std::map<std::int64_t, std::vector<inference::Token>> pending_;  // tokens to be stored, by exchange

    // Used only on the worker's thread.
    std::unique_ptr<Session> session_;
    std::unique_ptr<ActivityLog> activity_;          // of session_
    QJsonObject settings_;                           // the latest
    std::int64_t givenUp_ = 0;                       // the exchange that could not be stored
    std::map<std::int64_t, std::string> unsettled_;  // exchanges whose failure is not in the file yet, and the message

    Worker worker_{Worker::AtEnd::finish};
};

}  // namespace fleming::app
