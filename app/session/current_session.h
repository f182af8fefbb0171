#pragma once

#include "app/export/session_export.h"
#include "app/session/evidence_pixels.h"
#include "app/session/session_store.h"
#include "inference/reasoning_parser.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <set>
#include <vector>

namespace fleming::app {

/// The session that is open: its exchanges, as far as they are stored, and what can be done with it as a whole. It is
/// the only place that holds exchanges in memory. A file is written by SessionStore on its own thread; each change
/// here follows a signal of the store, so nothing is shown that is not stored.
///
/// Chat puts questions in; panels read exchanges() and follow the signals. Unless a function says otherwise, it is
/// called on the GUI thread, on which all signals are emitted. Chat is connected before any panel: when a panel gets a
/// signal, Chat has already acted on it.
class CurrentSession : public QObject {
    Q_OBJECT

public:
    explicit CurrentSession(QObject* parent = nullptr);
    ~CurrentSession() override;  // stores the place

    // --- the file --------------------------------------------------------------------------------------------------

    /// Opens a session file, or creates it, in place of the current session: replaced() follows, or failed(). A file
    /// that cannot be written, that a newer version has written or that another program is writing is opened
    /// read-only, and a notice() says why. Emits failed() and changes nothing while a question is being answered.
    void open(const QString& file);

    /// Makes a session in the program's data folder from a session that was exported as JSON with identity and paths,
    /// and opens it: replaced() follows, or failed(). Emits failed() and changes nothing while a question is being
    /// answered.
    void openExported(const QString& json);

    /// Leaves the session for an empty one without a file; the next question creates the file. Emits failed() and
    /// changes nothing while a question is being answered.
    void startNew();

    /// Looks for the session that was open last: lastSessionFound() follows if its file exists and no program is
    /// writing it.
    void offerLast();

    /// Returns the path of the file, or an empty string before the first question of a new session.
    const QString& file() const { return file_; }

    /// Returns the title: the one that was given, or the beginning of the first question. Empty without a question.
    QString title() const;

    /// Gives the session a title: titleChanged() follows, or failed(). Does nothing without a file. An empty text does
    /// not count as a title.
    void setTitle(const QString& title);

    /// Returns where the user left the session, or is now. Exchanges that it names may not exist.
    const ReadingPlace& place() const { return place_; }

    /// Sets place(). It is stored for the next time that the session is opened.
    void setPlace(const ReadingPlace& place);

    /// Returns true from open() until replaced() or failed().
    bool isOpening() const { return opening_; }

    /// Returns true if no question can be asked and no review stored in this session.
    bool isReadOnly() const { return readOnly_; }

    // --- measurements ----------------------------------------------------------------------------------------------

    /// Returns the measurements as the file has them, in the order of their ids.
    const std::vector<RecordedMeasurement>& measurements() const { return measurements_; }

    /// Returns an id that no measurement of the file had when it was opened.
    std::int64_t nextMeasurement() const { return nextMeasurement_; }

    /// Stores a version of a measurement, with an id, or its removal. measurements() has it once it is stored; else
    /// measurementFailed() and failed() follow. Does nothing without a file.
    void recordMeasurement(const RecordedMeasurement& measurement);
    void removeMeasurement(qint64 id);

    // --- exchanges -------------------------------------------------------------------------------------------------

    /// Returns all exchanges, oldest first. The last one may still be streaming. Those that were read from the file
    /// lack details (Exchange::isComplete): see pixels() and whenComplete().
    const std::vector<Exchange>& exchanges() const { return exchanges_; }

    /// Returns an exchange, or null if there is none with this id. The pointer is valid until exchanges are added or
    /// the session is replaced.
    const Exchange* find(qint64 exchange) const;

    /// Returns the pixels of evidence, which are read when they are needed.
    EvidencePixels& pixels() { return pixels_; }

    /// Reads what exchanges() lacks of these exchanges, then calls `then`: at once, if nothing is missing. While `then`
    /// runs, exchanges() has all of it; afterwards it is dropped again, because it can be larger than the memory.
    /// `then` gets an empty text, or the message of a failure. Calls of several calls keep their order.
    void whenComplete(const std::vector<qint64>& exchanges, std::function<void(const QString& failure)> then);

    /// Stores a review: reviewed() and exchangesChanged() follow, or reviewFailed().
    void review(qint64 exchange, const Review& review);

    /// Exports the session: exported(), exportCancelled() or failed() follows.
    void exportTo(const ExportRequest& request);

    /// Finds out what exportTo() would write: exportPreviewed() or exportPreviewFailed() follows, unless another call
    /// comes first. What it has read is kept until endExportPreviews().
    void previewExport(const ExportRequest& request);
    void endExportPreviews() { export_.endPreviews(); }

    /// Cancels the exports that are running. What is at their paths stays as it was.
    void cancelExport() { export_.cancel(); }

    /// Stores the result of a replay: exchangesChanged() follows, or failed().
    void recordReplay(const ReplayRecord& record) { store_.recordReplay(record); }

    /// Calls `action` on the session's thread, once the file has everything that is in exchanges().
    void whenStored(std::function<void()> action) { store_.whenStored(std::move(action)); }
    /// Records settings that matter for answers and reviews, by the functions of activity_log.h, in this session and in
    /// those that are opened later.
    void noteSettings(const QJsonObject& settings) { store_.noteSettings(settings); }

    // --- for Chat --------------------------------------------------------------------------------------------------

    /// Sets the function that returns true while a question is being answered. open() and startNew() are refused while
    /// it returns true.
    void setBusyCheck(std::function<bool()> isBusy) { isBusy_ = std::move(isBusy); }

    /// Stores a question with its evidence and model; conversation 0 begins a new one. The question continues the
    /// exchange `follows`, or begins the conversation if that is 0. Without a file, creates one: named() follows. Then
    /// exchangeBegan() follows, or beginFailed() and failed().
    void begin(qint64 conversation, qint64 follows, Question question, ModelIdentity model);

    /// Appends a token to the exchange that is streaming: tokenArrived() follows. Any thread.
    void append(qint64 exchange, inference::Token token);

    /// Completes an exchange with its answer: exchangeFinished() follows. Any thread.
    void finish(qint64 exchange, inference::Answer answer);

    /// Ends an exchange with the reason for the missing answer: exchangeFinished() follows. Callable from any thread.
    void fail(qint64 exchange, std::string message);

Q_SIGNALS:
    /// The session is about to be left: what is stored now still belongs to it. replaced() follows, or failed().
    void leaving();
    /// Another session, or an empty one, is current. exchanges() are its own.
    void replaced();
    /// The session that had no file has one.
    void named();
    /// title() has changed other than by replaced().
    void titleChanged();
    /// An exchange is stored and in exchanges(). `question` is the one that begin() got.
    void exchangeBegan(qint64 exchange, std::shared_ptr<fleming::app::Question> question);
    /// begin() stored nothing.
    void beginFailed();
    /// A token is stored and part of the exchange.
    void tokenArrived(qint64 exchange, fleming::inference::Token token);
    /// The exchange is done, cancelled or failed; its state says which.
    void exchangeFinished(qint64 exchange);
    /// The disk has no room for the rest of the exchange. exchangeFinished() follows.
    void storingFailed(qint64 exchange);
    /// The exchanges or their reviews have changed other than by the signals above.
    void exchangesChanged();
    /// A review is stored and the last one of the exchange.
    void reviewed(qint64 exchange, fleming::app::Review review);
    /// A review is not stored; failed() says why.
    void reviewFailed(qint64 exchange, fleming::app::Review review);
    /// A version of a measurement is not stored, or not its removal; failed() says why.
    void measurementFailed(qint64 id);
    /// The file of the last session, for an offer to open it.
    void lastSessionFound(QString file);
    /// An export has been running for a second. The window offers to cancel it.
    void exportBecameSlow();
    /// The part of a slow export that is done, from 0 to 1.
    void exportProgressed(double fraction);
    void exported(QString path);
    void exportCancelled();
    void exportPreviewed(fleming::app::ExportPreview preview);
    void exportPreviewFailed(QString message);
    /// For the user to know; nothing failed.
    void notice(QString message);
    /// What the user asked for failed: what happened, and what to do.
    void failed(QString message);

private:
    /// A call of whenComplete() that waits for the store.
    struct Incomplete {
        std::vector<qint64> exchanges;
        std::function<void(const QString& failure)> then;
    };
    void connectStore();
    bool refuseToLeave();
    std::vector<Exchange> unstored() const;
    void connectMeasurements();
    void connectExport();
    void storePlaceNow();
    void runComplete(std::vector<Exchange> whole);
    void failIncomplete(const QString& message);
    Exchange* at(qint64 exchange);
    void replace(OpenedSession session);
    void addTokens(qint64 id, const std::vector<inference::Token>& tokens);
    void endFailed(qint64 id, const QString& message);

    std::function<bool()> isBusy_ = [] { return false; };
    std::vector<Exchange> exchanges_;
    std::vector<RecordedMeasurement> measurements_;
    std::int64_t nextMeasurement_ = 1;
    QString file_;
    bool readOnly_ = false;
    bool opening_ = false;
    std::set<qint64> unstored_;  // exchanges that are incomplete in the file, because the disk was full
    QString givenTitle_;
    ReadingPlace place_;
    QTimer placeSettled_;                // fires when the place has not changed for a second
    std::deque<Incomplete> incomplete_;  // the store answers in this order
    EvidencePixels pixels_;
    inference::ReasoningParser parser_;  // of the exchange that is streaming
    SessionStore store_;                 // its thread ends before the rest
    SessionExport export_{store_};       // its thread ends before the store's
};

}  // namespace fleming::app
