#pragma once

#include "app/evidence/evidence_list.h"
#include "app/models/answerer.h"
#include "app/models/model_slot.h"
#include "app/session/session_store.h"
#include "inference/reasoning_parser.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>
#include <set>
#include <vector>

namespace fleming::app {

/// Questions and answers: takes a question through its steps (wait for its evidence, store it, have it answered, store
/// and show its tokens) and keeps the exchanges of the session. The part of the Workspace that carries its sections
/// "asking" and "session"; see there for what the functions do.
class Dialogue : public QObject {
    Q_OBJECT

public:
    /// All of them outlive every call; the answerer ends before this object does.
    Dialogue(Answerer& answerer, ModelSlot& model, EvidenceList& evidence, SessionStore& store,
             QObject* parent = nullptr);

    bool ask(const QString& text);
    void stop();
    bool isAnswering() const { return step_ != Step::idle; }
    void newConversation();
    void continueConversation(qint64 conversation);
    qint64 conversation() const { return conversation_; }

    void openSession(const QString& file);
    void newSession();
    const QString& sessionFile() const { return sessionFile_; }
    const QString& readOnlyReason() const { return readOnlyReason_; }
    const std::vector<Exchange>& exchanges() const { return exchanges_; }
    const Exchange* find(qint64 exchange) const;
    void review(qint64 exchange, const Review& review) { store_.review(exchange, review); }
    void offerLastSession();
    void exportReport(const QString& pdf, const ReportOptions& reportOptions);

    inference::GenerationOptions options;  // of the next question
    QString systemText;
    bool reasoningPrompt = true;

Q_SIGNALS:
    void answeringChanged();
    void exchangeBegan(qint64 exchange);
    void reading(qint64 exchange, fleming::inference::ReadingProgress progress);
    void tokenArrived(qint64 exchange, fleming::inference::Token token);
    void exchangeFinished(qint64 exchange);
    void questionDropped(QString text);
    void conversationChanged();
    void exchangesChanged();
    void reviewFailed(qint64 exchange, fleming::app::Review review);
    void lastSessionFound(QString file);
    void leaving();         ///< comes before the session is reported, asked in or left
    void sessionChanged();  ///< another session, or none yet, stands in place of the one before
    void sessionNamed();    ///< the session without a file has got one
    void notice(QString message);
    void failed(QString message);

private:
    enum class Step { idle, collecting, storing, answering };

    bool refuse(const QString& message);
    void setStep(Step step);
    void drop();
    void send();
    Question nextQuestion(const QString& text) const;
    void workAhead();
    std::string systemTextOf(qint64 conversation) const;
    std::vector<inference::PastTurn> historyOf(qint64 conversation) const;
    inference::PastTurn pastTurn(const Exchange& exchange) const;
    Exchange* at(qint64 exchange);

    void connectParts();
    void evidenceIsReady();
    void endConversation(const QString& why);
    void onBegan(const Exchange& exchange, Question& question);
    void onTokens(qint64 id, const std::vector<inference::Token>& tokens);
    void onFinished(qint64 id, const inference::Answer& answer);
    void onFailed(qint64 id, const QString& message);
    void onOpened(const QString& file, std::vector<Exchange>& exchanges, const QString& readOnlyReason);

    Answerer& answerer_;
    ModelSlot& model_;
    EvidenceList& evidence_;
    SessionStore& store_;

    std::vector<Exchange> exchanges_;
    QString sessionFile_;
    QString readOnlyReason_;     // empty: it can be written
    std::set<qint64> unstored_;  // exchanges that the file has incomplete, for want of room
    bool opening_ = false;

    Step step_ = Step::idle;
    QString question_;              // of the exchange that is on its way
    QTimer settled_;                // runs out when the evidence has not changed for a moment
    bool stopWanted_ = false;       // before the answerer had it
    bool evidenceFailed_ = false;   // while it waited
    int seenBefore_ = 0;            // evidence known before it
    bool sameConversation_ = true;  // no other conversation was begun since
    inference::ReasoningParser parser_;

    qint64 conversation_ = 0;  // the one the next question continues; 0: a new one
    qint64 answererHas_ = 0;   // the one the answerer has in its memory
};

}  // namespace fleming::app
