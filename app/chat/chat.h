#pragma once

#include "app/chat/branches.h"
#include "app/chat/context_use.h"
#include "app/evidence/evidence_list.h"
#include "app/models/model.h"
#include "app/models/model_slot.h"
#include "app/session/current_session.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fleming::app {

/// Asks the model. A question passes these steps: it waits for its evidence, is stored in the session, and is given to
/// the model; each token of the answer goes to the session, which shows it when it is stored. Questions of one
/// conversation follow one another: a follow-up sends only evidence that the model has not seen. The exchanges
/// themselves are the session's (CurrentSession).
///
/// All functions are called on the GUI thread, on which all signals are emitted.
class Chat : public QObject {
    Q_OBJECT

public:
    /// The parts outlive this object.
    Chat(ModelSlot& model, EvidenceList& evidence, CurrentSession& session, QObject* parent = nullptr);

    /// Cancels the question that is under way; the session has what the model has said.
    ~Chat() override;

    // --- questions -------------------------------------------------------------------------------------------------

    /// Asks about the evidence, once evidence that is still being collected is complete. Returns false and emits
    /// failed() if the question cannot be asked now: a question is being answered, there is no model, the text is
    /// empty, or the session is read-only or still opening. After true, either CurrentSession::exchangeBegan() or
    /// questionDropped() follows.
    bool ask(const QString& text);

    /// Asks a question of the session again: goes back to what it followed, as continueFrom() does, and asks. The new
    /// exchange is a branch beside `exchange`, answered by the loaded model. Returns as ask() does; also refuses while
    /// evidence is being collected.
    bool askAgain(qint64 exchange, const AskAgain& how);

    /// Stops the question that is under way, and emits stopping() first. What the model has said stays in the session.
    void stop();

    /// Returns true from ask() until the exchange is finished or the question is dropped.
    bool isAnswering() const { return step_ != Step::idle; }

    // --- conversations ---------------------------------------------------------------------------------------------

    /// Ends the conversation: the next question begins a new one with all of the evidence.
    void newConversation();

    /// Continues a conversation of the session: its evidence replaces the current evidence, and its history goes with
    /// the next question. Emits failed() while a question is being answered.
    void continueConversation(qint64 conversation);

    /// Makes the next question follow an exchange, or what that followed if it failed: the evidence is that of the path
    /// to the exchange, and then the frames that the model had not seen. Emits failed() while a question is being
    /// answered.
    void continueFrom(qint64 exchange);

    /// Returns the conversation that the next question continues, or 0 if it begins a new one.
    qint64 conversation() const { return place_.conversation; }

    /// Returns the exchange that the next question follows, or 0 if it begins a conversation.
    qint64 lastExchange() const { return place_.after; }

    /// Returns how much of the context window the question `text` takes, after what it follows and with the current
    /// evidence; nothing if no model is loaded.
    std::optional<ContextUse> contextUse(const QString& text) const;

    // --- how the model answers, from the next question on ----------------------------------------------------------

    void setGenerationOptions(const inference::GenerationOptions& options);
    const inference::GenerationOptions& generationOptions() const { return options_; }
    /// Sets the system prompt of conversations that begin after this call; empty means Fleming-VL's own.
    void setSystemText(const QString& text);
    /// Sets whether the model is asked to reason before it answers.
    void setReasoningPrompt(bool on);

Q_SIGNALS:
    /// isAnswering() has changed.
    void answeringChanged();
    /// A running answer is about to be stopped by stop().
    void stopping();
    /// The model is reading the prompt of `exchange`; no token has arrived yet.
    void reading(qint64 exchange, fleming::inference::ReadingProgress progress);
    /// A question was accepted by ask() but is not in the session: its evidence could not be collected, the model was
    /// unloaded, or it could not be stored.
    void questionDropped(QString text);
    /// conversation() has changed, or continueFrom() has changed lastExchange().
    void conversationChanged();
    /// How the model answers has changed.
    void optionsChanged();
    /// For the user to know; nothing failed.
    void notice(QString message);
    /// What the user asked for failed: what happened, and what to do.
    void failed(QString message);

private:
    enum class Step { idle, collecting, storing, reading, answering };
    enum class Next { all, notSeen };
    /// Where a question is asked: its conversation, or 0 for a new one, and the exchange that it follows, or 0.
    struct Place {
        qint64 conversation = 0;
        qint64 after = 0;
        bool operator==(const Place&) const = default;
    };

    void connectParts();
    bool refuse(const QString& message);
    bool canAsk(const QString& text);
    void noteSettings();
    bool readAndAskAgain(qint64 exchange, const AskAgain& how);
    void begin(const QString& text);
    void setStep(Step step);
    void drop();
    void forgetQuestion();
    void send();
    Question nextQuestion(const QString& text) const;
    void prepareAhead();
    void onEvidenceCollected();
    void onBegan(qint64 id, const std::shared_ptr<Question>& question);
    void give(qint64 id, Question& question);
    AnswerCallbacks callbacksFor(qint64 id);
    void closeModelChat();
    void onFinished(qint64 id);
    void onReplaced();
    void keepPlace();
    bool goTo(Place place, const std::vector<viewer::Frame>& next, Next which = Next::all);
    void endConversation(const QString& why);
    void resumeConversation(int seen);
    std::string nextSystemText() const;
    std::vector<inference::PastTurn> historyTo(qint64 exchange) const;

    ModelSlot& model_;
    EvidenceList& evidence_;
    CurrentSession& session_;

    inference::GenerationOptions options_;
    QString systemText_;
    bool reasoningPrompt_ = true;

    Step step_ = Step::idle;
    QString question_;               // the text that is under way
    std::optional<AskAgain> again_;  // how it is asked, if it is asked again
    bool stopWanted_ = false;        // stop() came before the model had the question
    bool evidenceFailed_ = false;    // while the question was waiting for it
    int seenBefore_ = 0;             // EvidenceList::seen() before the question
    bool sameConversation_ = true;   // no other conversation has begun since the question was sent
    qint64 asked_ = 0;               // the exchange that the model answers
    QTimer evidenceSettled_;         // fires when the evidence has not changed for a moment
    Place place_;                    // of the next question
    Place ended_;                    // which the last change of the evidence left, if undoing it returns to it

    std::unique_ptr<ModelChat> modelChat_;
    Place modelPlace_;                      // of the next question of modelChat_; conversation 0: it cannot be used
    std::unique_ptr<ModelChat> preparing_;  // for the first question of a new conversation
};

}  // namespace fleming::app
