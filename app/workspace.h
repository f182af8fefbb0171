#pragma once

#include "app/evidence/evidence.h"
#include "app/export/report.h"
#include "app/models/answerer.h"
#include "app/session/session.h"
#include "app/studies/open_series.h"
#include "viewer/data/study.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace fleming::app {

/// The application's state, in one place: what is open, what is picked, the model, the session. Lives on the GUI
/// thread; every slow thing runs on a worker and comes back as a signal on the GUI thread. ui shows it and holds no
/// state of its own. Three parts do the work: Studies (open and load), EvidenceList (pick), Dialogue (model, questions,
/// session).
class Workspace : public QObject {
    Q_OBJECT

public:
    using OpenSeries = app::OpenSeries;

    /// `answerer` may be a test's own; by default the local one.
    explicit Workspace(std::unique_ptr<Answerer> answerer = {}, QObject* parent = nullptr);
    ~Workspace() override;  // stops and joins all work; what was shown is in the session

    // --- studies ---------------------------------------------------------------------------------------------------
    void open(
        const QStringList& paths);  ///< adds to what is open; what is open already is shown, and a notice() says so
    void cancelOpen();
    bool isOpening() const;
    const std::vector<OpenSeries>& series() const;
    const OpenSeries* find(int id) const;  ///< null: no such series; the pointer holds until series are added or closed
    int seriesOf(const viewer::Provenance& provenance) const;  ///< the open series a frame came from, or -1
    const std::vector<viewer::Skipped>& skipped() const;       ///< of all that was opened
    const QStringList& notes() const;                          ///< the studies' own notes, whole sentences
    void choose(int id);  ///< shows this series: its pixels start to load, the slice of its view first
    int chosen() const;   ///< -1: none
    void closeAll();      ///< closes all series; evidence already picked stays

    /// Tells what the screen shows of a series; addView() and askAboutView() use it.
    void setView(int seriesId, const View& view);

    // --- evidence --------------------------------------------------------------------------------------------------
    const std::vector<viewer::Frame>& evidence() const;  ///< Image-1 first, over all turns of the conversation
    int evidenceSeries(int index) const;                 ///< the OpenSeries id a piece of evidence came from, or -1
    int seenEvidence() const;                            ///< the first so many are known to the running conversation
    bool isCollecting() const;                           ///< evidence is being made
    /// Makes the frames on a worker and appends them, in the order of the calls. A frame that is there already is not
    /// added again; a notice() says so.
    void addEvidence(int seriesId, const Selection& selection);
    /// What the screen shows of the chosen series. Refused (false, with a failed() signal) where that is a whole
    /// volume.
    bool addView();
    bool viewCanBeEvidence() const;  ///< a slice, picture or frame is on the screen
    void cancelEvidence();           ///< gives up what is being made
    /// Changing evidence that the running conversation has seen ends that conversation: the next question begins a new
    /// one with the evidence as it stands, so that Image-3 on the screen is the model's Image-3. A notice() says so.
    void removeEvidence(int index);
    void moveEvidence(int from, int to);
    void clearEvidence();
    /// Puts back what removeEvidence() or clearEvidence() took away last, where it was, but behind what the running
    /// conversation has seen.
    void undoEvidence();
    bool canUndoEvidence() const;  ///< may change with evidenceChanged()

    // --- model -----------------------------------------------------------------------------------------------------
    /// Reads what a folder holds and whether it fits, without loading: modelInspected() or modelRefused() tells.
    void inspectModel(const QString& folder, const inference::EngineOptions& options = {});
    /// Loads a checkpoint in place of the one before; a folder that cannot be one leaves the loaded model as it is.
    /// A running answer is stopped; the next question begins a new conversation.
    void loadModel(const QString& folder, const inference::EngineOptions& options = {});
    void cancelLoadModel();
    bool isLoadingModel() const;
    const std::optional<ModelIdentity>& model() const;

    // --- asking ----------------------------------------------------------------------------------------------------
    /// Asks about the evidence; a follow-up sends only evidence that the conversation has not seen yet. Evidence that
    /// is still being made is waited for. Refused (false, with a failed() signal) without a model, without text, or
    /// while an answer streams.
    bool ask(const QString& text);
    bool askAboutView(const QString& text);  ///< addView(), then ask()
    /// Asks it when the answers before it are done, about the evidence of that moment.
    void askLater(const QString& text);
    QStringList waitingQuestions() const;  ///< in the order in which they will be asked
    void removeWaiting(int index);
    void moveWaiting(int from, int to);
    void holdQuestion(const QString& text);  ///< first of those that wait, which are held until continueWaiting()
    void continueWaiting();                  ///< asks the questions that were held, one after the other
    bool isWaitingHeld() const;              ///< questions wait, and none is asked before continueWaiting()
    void stopAnswer();                       ///< questions that wait are held
    /// What stands in the question box, whenever it changes. It and the questions that wait are kept in the program's
    /// data folder for the session, and are back (held; draftRestored) when the session is opened again.
    void setDraft(const QString& text);
    void restoreDraft();       ///< brings back what was written when there was no session file yet
    bool isAnswering() const;  ///< from ask() until exchangeFinished() or questionDropped()
    void newConversation();
    qint64 conversation() const;  ///< the one that the next question continues, or 0: it begins a new one
    /// Takes up a conversation of the session again: its evidence is shown, its history goes with the next question.
    void continueConversation(qint64 conversation);
    void setGenerationOptions(const inference::GenerationOptions& options);
    const inference::GenerationOptions& generationOptions() const;
    void setSystemText(const QString& text);  ///< from the next new conversation on; empty: Fleming-VL's own
    void setReasoningPrompt(bool on);

    // --- session and report ----------------------------------------------------------------------------------------
    /// Opens or makes a session file and shows its exchanges. Its last conversation is taken up again with its
    /// evidence, and its series are opened where their files are still there. A file that cannot be written, is of a
    /// newer version or in use by another program is opened read-only; a notice() says so. Refused with failed() while
    /// an answer streams.
    void openSession(const QString& file);
    /// Looks for the session that was open last: lastSessionFound() where it is there and in nobody's use.
    void offerLastSession();
    /// Leaves the session; the next question makes a new file.
    void newSession();
    bool isReadOnly() const;                         ///< the session: nothing can be asked or judged in it
    QString sessionFile() const;                     ///< empty until the first question where none was opened
    const std::vector<Exchange>& exchanges() const;  ///< of the session, oldest first; the last one may be streaming
    const Exchange* findExchange(qint64 id) const;   ///< null: no such exchange
    void review(qint64 exchange, Verdict verdict, const QString& comment, const QString& reviewer);
    void exportReport(const QString& pdf, const ReportOptions& options = {});

Q_SIGNALS:
    void seriesChanged();  ///< series were added or removed
    void thumbnailReady(int seriesId);
    void pixelsChanged(int seriesId);  ///< more slices are ready, or the clip is open, or `error` is set
    void chosenChanged(int seriesId);  ///< -1: none
    void viewKindChanged();            ///< viewCanBeEvidence() changed
    void openProgress(int done, int found);
    void openFinished();  ///< also when cancelled or failed
    void loadProgress(int seriesId, int ready, int total);
    void evidenceChanged();
    void evidenceProgress(int done, int total);  ///< of the frames being made
    void collectingChanged();
    void modelInspected(QString folder, fleming::inference::ModelInfo info);
    void modelRefused(QString folder, QString message);
    void modelProgress(double fraction);
    void modelChanged();  ///< isLoadingModel() or model() changed
    void answeringChanged();
    void waitingChanged();             ///< questions wait, or are held, or no longer
    void draftRestored(QString text);  ///< for the question box
    void exchangeBegan(qint64 exchange);
    void reading(qint64 exchange, fleming::inference::ReadingProgress progress);  ///< before the first token
    void tokenArrived(qint64 exchange, fleming::inference::Token token);          ///< shown by its parts
    void exchangeFinished(qint64 exchange);  ///< done, cancelled or failed: look at it
    void questionDropped(QString text);      ///< a question that was taken but never became an exchange
    void conversationChanged();
    void sessionChanged();                                            ///< session opened or left
    void exchangesChanged();                                          ///< session opened or left, review added
    void reviewFailed(qint64 exchange, fleming::app::Review review);  ///< it is not stored; failed() says why
    void lastSessionFound(QString file);
    void leaving();  ///< the session is about to be reported, asked in or left: store now
    void reportWritten(QString pdf);
    void notice(QString message);  ///< for the user to know; nothing failed
    void failed(QString message);  ///< one clear message for the user

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

}  // namespace fleming::app
