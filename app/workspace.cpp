#include "app/workspace.h"

#include "app/chat/dialogue.h"
#include "app/chat/drafts.h"
#include "app/chat/question_queue.h"
#include "app/evidence/evidence_list.h"
#include "app/models/model_slot.h"
#include "app/session/session_store.h"
#include "app/studies/studies.h"

namespace fleming::app {

struct Workspace::Private {
    explicit Private(std::unique_ptr<Answerer> given)
        : answerer(given ? std::move(given) : makeLocalAnswerer()),
          model(*answerer),
          dialogue(*answerer, model, evidence, store) {}
    ~Private() {
        answerer.reset();  // first: its callbacks use the others
    }

    std::unique_ptr<Answerer> answerer;
    Studies studies;
    EvidenceList evidence;
    SessionStore store;
    ModelSlot model;
    Dialogue dialogue;
    QuestionQueue queue{dialogue, model};
    Drafts drafts{dialogue, queue};
};

Workspace::Workspace(std::unique_ptr<Answerer> answerer, QObject* parent)
    : QObject(parent), d_(std::make_unique<Private>(std::move(answerer))) {
    const Studies* studies = &d_->studies;
    connect(studies, &Studies::seriesChanged, this, &Workspace::seriesChanged);
    connect(studies, &Studies::thumbnailReady, this, &Workspace::thumbnailReady);
    connect(studies, &Studies::pixelsChanged, this, &Workspace::pixelsChanged);
    connect(studies, &Studies::chosenChanged, this, &Workspace::chosenChanged);
    connect(studies, &Studies::openProgress, this, &Workspace::openProgress);
    connect(studies, &Studies::openFinished, this, &Workspace::openFinished);
    connect(studies, &Studies::loadProgress, this, &Workspace::loadProgress);
    connect(studies, &Studies::notice, this, &Workspace::notice);
    connect(studies, &Studies::failed, this, &Workspace::failed);

    const EvidenceList* evidence = &d_->evidence;
    connect(evidence, &EvidenceList::changed, this, &Workspace::evidenceChanged);
    connect(evidence, &EvidenceList::progressed, this, &Workspace::evidenceProgress);
    connect(evidence, &EvidenceList::collectingChanged, this, &Workspace::collectingChanged);
    connect(evidence, &EvidenceList::notice, this, &Workspace::notice);
    connect(evidence, &EvidenceList::collectionFailed, this, &Workspace::failed);

    const ModelSlot* model = &d_->model;
    connect(model, &ModelSlot::inspected, this, &Workspace::modelInspected);
    connect(model, &ModelSlot::refused, this, &Workspace::modelRefused);
    connect(model, &ModelSlot::progressed, this, &Workspace::modelProgress);
    connect(model, &ModelSlot::changed, this, &Workspace::modelChanged);
    connect(model, &ModelSlot::replaced, this, &Workspace::modelChanged);
    connect(model, &ModelSlot::failed, this, &Workspace::failed);

    const Dialogue* dialogue = &d_->dialogue;
    connect(dialogue, &Dialogue::answeringChanged, this, &Workspace::answeringChanged);
    connect(&d_->queue, &QuestionQueue::changed, this, &Workspace::waitingChanged);
    connect(dialogue, &Dialogue::exchangeBegan, this, &Workspace::exchangeBegan);
    connect(dialogue, &Dialogue::reading, this, &Workspace::reading);
    connect(dialogue, &Dialogue::tokenArrived, this, &Workspace::tokenArrived);
    connect(dialogue, &Dialogue::exchangeFinished, this, &Workspace::exchangeFinished);
    connect(dialogue, &Dialogue::questionDropped, this, &Workspace::questionDropped);
    connect(dialogue, &Dialogue::conversationChanged, this, &Workspace::conversationChanged);
    connect(dialogue, &Dialogue::exchangesChanged, this, &Workspace::exchangesChanged);
    connect(dialogue, &Dialogue::reviewFailed, this, &Workspace::reviewFailed);
    connect(dialogue, &Dialogue::lastSessionFound, this, &Workspace::lastSessionFound);
    connect(dialogue, &Dialogue::leaving, this, &Workspace::leaving);
    connect(dialogue, &Dialogue::sessionChanged, this, [this] {
        std::vector<viewer::Provenance> frames;
        for (const Exchange& exchange : exchanges()) {
            for (const viewer::Frame& frame : exchange.evidence)
                frames.push_back(frame.provenance);
        }
        d_->studies.reopen(std::move(frames));
    });
    connect(dialogue, &Dialogue::sessionChanged, this, &Workspace::sessionChanged);
    connect(&d_->drafts, &Drafts::failed, this, &Workspace::failed);
    connect(&d_->drafts, &Drafts::restored, this, &Workspace::draftRestored);
    connect(dialogue, &Dialogue::notice, this, &Workspace::notice);
    connect(dialogue, &Dialogue::failed, this, &Workspace::failed);

    const SessionStore* store = &d_->store;
    connect(store, &SessionStore::reportWritten, this, &Workspace::reportWritten);
    connect(store, &SessionStore::failed, this, &Workspace::failed);
}

Workspace::~Workspace() = default;

// --- studies --------------------------------------------------------------------------------------------------------

void Workspace::open(const QStringList& paths) {
    d_->studies.open(paths);
}
void Workspace::cancelOpen() {
    d_->studies.cancelOpen();
}
bool Workspace::isOpening() const {
    return d_->studies.isOpening();
}
const std::vector<OpenSeries>& Workspace::series() const {
    return d_->studies.series();
}
const OpenSeries* Workspace::find(int id) const {
    return d_->studies.find(id);
}
int Workspace::seriesOf(const viewer::Provenance& provenance) const {
    const OpenSeries* open = d_->studies.findByProvenance(provenance);
    return open == nullptr ? -1 : open->id;
}
const std::vector<viewer::Skipped>& Workspace::skipped() const {
    return d_->studies.skipped();
}
const QStringList& Workspace::notes() const {
    return d_->studies.notes();
}
void Workspace::choose(int id) {
    d_->studies.choose(id);
}
int Workspace::chosen() const {
    return d_->studies.chosen();
}
void Workspace::closeAll() {
    d_->studies.closeAll();
}

void Workspace::setView(int seriesId, const View& view) {
    const bool before = viewCanBeEvidence();
    d_->studies.setView(seriesId, view);
    if (viewCanBeEvidence() != before) Q_EMIT viewKindChanged();
}

// --- evidence -------------------------------------------------------------------------------------------------------

const std::vector<viewer::Frame>& Workspace::evidence() const {
    return d_->evidence.frames();
}
int Workspace::seenEvidence() const {
    return d_->evidence.seen();
}
bool Workspace::isCollecting() const {
    return d_->evidence.isCollecting();
}

int Workspace::evidenceSeries(int index) const {
    if (index < 0 || index >= static_cast<int>(evidence().size())) return -1;
    const OpenSeries* open = find(d_->evidence.seriesOf(index));
    // Evidence of a session that was opened, or of a series that was closed and opened again.
    if (open == nullptr) open = d_->studies.findByProvenance(evidence()[static_cast<std::size_t>(index)].provenance);
    return open == nullptr ? -1 : open->id;
}

void Workspace::addEvidence(int seriesId, const Selection& selection) {
    if (const OpenSeries* open = find(seriesId)) d_->evidence.add(*open, selection);
}

bool Workspace::viewCanBeEvidence() const {
    const OpenSeries* open = find(chosen());
    return open != nullptr && canBeEvidence(open->view);
}

bool Workspace::addView() {
    const OpenSeries* open = find(chosen());
    if (open == nullptr) return true;
    if (!canBeEvidence(open->view)) {
        Q_EMIT failed(
            tr("The volume view cannot be added as evidence. Switch to the slices and add the one you want."));
        return false;
    }
    d_->evidence.add(*open, selectionOf(open->series, open->view));
    return true;
}

void Workspace::cancelEvidence() {
    d_->evidence.cancel();
}
void Workspace::removeEvidence(int index) {
    d_->evidence.remove(index);
}
void Workspace::moveEvidence(int from, int to) {
    d_->evidence.move(from, to);
}
void Workspace::clearEvidence() {
    d_->evidence.clear();
}
void Workspace::undoEvidence() {
    d_->evidence.undo();
}
bool Workspace::canUndoEvidence() const {
    return d_->evidence.canUndo();
}

// --- model ----------------------------------------------------------------------------------------------------------

void Workspace::inspectModel(const QString& folder, const inference::EngineOptions& options) {
    d_->model.inspect(folder, options);
}
void Workspace::loadModel(const QString& folder, const inference::EngineOptions& options) {
    d_->model.load(folder, options);
}
void Workspace::cancelLoadModel() {
    d_->model.cancel();
}
bool Workspace::isLoadingModel() const {
    return d_->model.isLoading();
}
const std::optional<ModelIdentity>& Workspace::model() const {
    return d_->model.model();
}

// --- asking ---------------------------------------------------------------------------------------------------------

bool Workspace::ask(const QString& text) {
    return d_->dialogue.ask(text);
}

bool Workspace::askAboutView(const QString& text) {
    if (!isAnswering() && model() && !text.trimmed().isEmpty() && !addView()) return false;
    return ask(text);
}

void Workspace::askLater(const QString& text) {
    d_->queue.add(text);
}
QStringList Workspace::waitingQuestions() const {
    return d_->queue.texts();
}
void Workspace::removeWaiting(int index) {
    d_->queue.remove(index);
}
void Workspace::moveWaiting(int from, int to) {
    d_->queue.move(from, to);
}
void Workspace::holdQuestion(const QString& text) {
    d_->queue.putBack({text});
}
void Workspace::continueWaiting() {
    d_->queue.release();
}
bool Workspace::isWaitingHeld() const {
    return d_->queue.isHeld();
}
void Workspace::setDraft(const QString& text) {
    d_->drafts.setText(text);
}
void Workspace::restoreDraft() {
    d_->drafts.restore();
}

void Workspace::stopAnswer() {
    if (isAnswering()) d_->queue.hold();
    d_->dialogue.stop();
}

bool Workspace::isAnswering() const {
    return d_->dialogue.isAnswering();
}
void Workspace::newConversation() {
    d_->dialogue.newConversation();
}
qint64 Workspace::conversation() const {
    return d_->dialogue.conversation();
}
void Workspace::continueConversation(qint64 conversation) {
    d_->dialogue.continueConversation(conversation);
}
void Workspace::setGenerationOptions(const inference::GenerationOptions& options) {
    d_->dialogue.options = options;
}
const inference::GenerationOptions& Workspace::generationOptions() const {
    return d_->dialogue.options;
}
void Workspace::setSystemText(const QString& text) {
    d_->dialogue.systemText = text;
}
void Workspace::setReasoningPrompt(bool on) {
    d_->dialogue.reasoningPrompt = on;
}

// --- session and report ---------------------------------------------------------------------------------------------

void Workspace::openSession(const QString& file) {
    d_->dialogue.openSession(file);
}
void Workspace::offerLastSession() {
    d_->dialogue.offerLastSession();
}
void Workspace::newSession() {
    d_->dialogue.newSession();
}
QString Workspace::sessionFile() const {
    return d_->dialogue.sessionFile();
}
bool Workspace::isReadOnly() const {
    return !d_->dialogue.readOnlyReason().isEmpty();
}
const std::vector<Exchange>& Workspace::exchanges() const {
    return d_->dialogue.exchanges();
}
const Exchange* Workspace::findExchange(qint64 id) const {
    return d_->dialogue.find(id);
}

void Workspace::review(qint64 exchange, Verdict verdict, const QString& comment, const QString& reviewer) {
    Review review;
    review.verdict = verdict;
    review.comment = comment.toStdString();
    review.reviewer = reviewer.toStdString();
    d_->dialogue.review(exchange, review);
}

void Workspace::exportReport(const QString& pdf, const ReportOptions& options) {
    d_->dialogue.exportReport(pdf, options);
}

}  // namespace fleming::app
