#pragma once

#include "app/export/session_export.h"
#include "app/session/session_store.h"
#include "inference/reasoning_parser.h"

#include <QObject>
#include <QString>

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

    // --- the file --------------------------------------------------------------------------------------------------

    /// Opens a session file, or creates it, in place of the current session: replaced() follows, or failed(). A file
    /// that cannot be written, that a newer version has written or that another program is writing is opened
    /// read-only, and a notice() says why. Emits failed() and changes nothing while a question is being answered.
    void open(const QString& file);

    /// Leaves the session for an empty one without a file; the next question creates the file. Emits failed() and
    /// changes nothing while a question is being answered.
    void startNew();

    /// Looks for the session that was open last: lastSessionFound() follows if its file exists and no program is
    /// writing it.
    void offerLast();

    /// Returns the path of the file, or an empty string before the first question of a new session.
    const QString& file() const { return file_; }

    /// Returns true from open() until replaced() or failed().
    bool isOpening() const { return opening_; }

    /// Returns true if no question can be asked and no review stored in this session.
    bool isReadOnly() const { return readOnly_; }

    // --- exchanges -------------------------------------------------------------------------------------------------

    /// Returns all exchanges, oldest first. The last one may still be streaming.
    const std::vector<Exchange>& exchanges() const { return exchanges_; }

    /// Returns an exchange, or null if there is none with this id. The pointer is valid until exchanges are added or
    /// the session is replaced.
    const Exchange* find(qint64 exchange) const;

    /// Stores a review: reviewed() and exchangesChanged() follow, or reviewFailed().
    void review(qint64 exchange, const Review& review);

    /// Exports the session to `file`: exported(), exportCancelled() or failed() follows.
    void exportTo(const QString& file, const Exporter& exporter, const ExportOptions& options = {});

    /// Cancels the exports that are running. Their files stay as they were.
    void cancelExport() { export_.cancel(); }

    // --- for Chat --------------------------------------------------------------------------------------------------

    /// Sets the function that returns true while a question is being answered. open() and startNew() are refused while
    /// it returns true.
    void setBusyCheck(std::function<bool()> isBusy) { isBusy_ = std::move(isBusy); }

    /// Stores a question with its evidence and model; conversation 0 begins a new one. Without a file, creates one:
    /// named() follows. Then exchangeBegan() follows, or beginFailed() and failed().
    void begin(qint64 conversation, Question question, ModelIdentity model);

    /// Appends a token to the exchange that is streaming: tokenArrived() follows. Any thread.
    void append(qint64 exchange, inference::Token token);

    /// Completes an exchange with its answer: exchangeFinished() follows. Any thread.
    void finish(qint64 exchange, inference::Answer answer);

    /// Ends an exchange with the reason for the missing answer: exchangeFinished() follows. Callable from any thread.
    void fail(qint64 exchange, std::string message);

Q_SIGNALS:
    /// Another session, or an empty one, is current. exchanges() are its own.
    void replaced();
    /// The session that had no file has one.
    void named();
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
    /// The file of the last session, for an offer to open it.
    void lastSessionFound(QString file);
    /// An export has been running for a second. The window offers to cancel it.
    void exportBecameSlow();
    /// The part of a slow export that is done, from 0 to 1.
    void exportProgressed(double fraction);
    void exported(QString file);
    void exportCancelled();
    /// For the user to know; nothing failed.
    void notice(QString message);
    /// What the user asked for failed: what happened, and what to do.
    void failed(QString message);

private:
    void connectStore();
    Exchange* at(qint64 exchange);
    void replace(const QString& file, std::vector<Exchange> exchanges, bool readOnly);
    void addTokens(qint64 id, const std::vector<inference::Token>& tokens);
    void endFailed(qint64 id, const QString& message);

    std::function<bool()> isBusy_ = [] { return false; };
    std::vector<Exchange> exchanges_;
    QString file_;
    bool readOnly_ = false;
    bool opening_ = false;
    std::set<qint64> unstored_;          // exchanges that are incomplete in the file, because the disk was full
    inference::ReasoningParser parser_;  // of the exchange that is streaming
    SessionStore store_;                 // its thread ends before the rest
    SessionExport export_{store_};       // its thread ends before the store's
};

}  // namespace fleming::app
