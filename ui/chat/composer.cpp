#include "ui/chat/composer.h"

#include "app/workspace.h"
#include "ui/browser/series_text.h"
#include "ui/chat/context_meter.h"
#include "ui/chat/patient_warning.h"
#include "ui/chat/prompt_picker.h"
#include "ui/chat/waiting_questions.h"
#include "ui/style/icons.h"
#include "ui/style/muted_label.h"
#include "ui/style/text_box.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"

#include <QAbstractTextDocumentLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace fleming::ui {

namespace {

constexpr int kSmallestBoxLines = 2;
constexpr int kLargestBoxLines = 6;

}  // namespace

Composer::Composer(const PanelContext& context, QWidget* parent)
    : QWidget(parent), context_(context), workspace_(context.workspace) {
    buildHint();
    buildBox();
    buildButtons();
    waiting_ = new WaitingQuestions(workspace_.questions(), this);
    warning_ = new PatientWarning(workspace_, this);
    arrange();
    connectParts();
    fitBox();
    refresh();
}

void Composer::buildHint() {
    hint_ = new MutedLabel({}, this);
    helpButton_ = new QPushButton(this);
    helpButton_->hide();
    modelProgress_ = new QProgressBar(this);
    modelProgress_->setAccessibleName(tr("Loading the model"));
    modelProgress_->setRange(0, 1000);
    modelProgress_->setMaximumHeight(8);
    modelProgress_->setTextVisible(false);
    modelProgress_->hide();
}

void Composer::buildBox() {
    box_ = new TextBox(this);
    box_->setObjectName(QStringLiteral("questionBox"));
    box_->setAccessibleName(tr("Question"));
    box_->setPlaceholderText(tr("Ask about the images…"));
    box_->setToolTip(tr("Press Enter to send, Shift+Enter for a new line."));
    box_->setTabChangesFocus(true);
    box_->setAcceptDrops(false);  // the window opens dropped files
    box_->installEventFilter(this);
}

void Composer::buildButtons() {
    ask_ = new QPushButton(icon(Symbol::send), tr("Ask"), this);
    ask_->setObjectName(QStringLiteral("askButton"));
    stop_ = new QPushButton(icon(Symbol::stop), tr("Stop"), this);
    stop_->setObjectName(QStringLiteral("stopButton"));
    stop_->setToolTip(tr("Stop generating (Esc)"));
    stop_->hide();
    prompts_ = makePromptButton(workspace_.prompts(), app::SavedPrompts::Kind::question, box_, this);
    prompts_->setObjectName(QStringLiteral("promptButton"));
    meter_ = new ContextMeter(workspace_, box_, this);
}

void Composer::arrange() {
    auto* hintRow = new QHBoxLayout;
    hintRow->addWidget(hint_, 1);
    hintRow->addWidget(helpButton_);
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(ask_);
    buttons->addWidget(stop_);
    buttons->addStretch(1);
    auto* boxRow = new QHBoxLayout;
    boxRow->addWidget(box_, 1);
    boxRow->addLayout(buttons);
    auto* lastRow = new QHBoxLayout;
    lastRow->addWidget(prompts_);
    lastRow->addWidget(meter_, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 4, 10, 8);
    column->setSpacing(5);
    column->addWidget(waiting_);
    column->addWidget(warning_);
    column->addLayout(hintRow);
    column->addWidget(modelProgress_);
    column->addLayout(boxRow);
    column->addLayout(lastRow);
}

void Composer::connectParts() {
    using namespace app;
    connect(helpButton_, &QPushButton::clicked, this, &Composer::help);
    connect(ask_, &QPushButton::clicked, this, &Composer::ask);
    connect(warning_, &PatientWarning::changed, this, &Composer::refresh);
    connect(stop_, &QPushButton::clicked, &workspace_.chat(), &Chat::stop);
    connect(waiting_, &WaitingQuestions::takenBack, this, &Composer::editWaiting);
    connect(box_->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &Composer::fitBox);
    connect(box_, &QPlainTextEdit::textChanged, this, [this] {
        workspace_.drafts().setText(box_->toPlainText());
        refresh();
    });
    connect(&workspace_.drafts(), &Drafts::textChanged, this, [this](const QString& text) {
        if (box_->toPlainText() == text) return;
        box_->setPlainText(text);
        box_->moveCursor(QTextCursor::End);
    });

    connect(&workspace_.evidence(), &EvidenceList::changed, this, &Composer::refresh);
    connect(&workspace_.evidence(), &EvidenceList::collectingChanged, this, &Composer::refresh);
    connect(&workspace_.studies(), &Studies::chosenChanged, this, &Composer::refresh);
    connect(&workspace_.chat(), &Chat::answeringChanged, this, &Composer::refresh);
    connect(&workspace_.chat(), &Chat::conversationChanged, this, &Composer::refresh);
    connect(&workspace_.chat(), &Chat::questionDropped, this, &Composer::takeBack);
    connect(&workspace_.session(), &CurrentSession::replaced, this, &Composer::refresh);
    connect(&workspace_.questions(), &QuestionQueue::changed, this, &Composer::refresh);
    connect(&workspace_.model(), &ModelSlot::changed, this, &Composer::refresh);
    connect(&workspace_.model(), &ModelSlot::progressed, this, [this](double fraction) {
        modelProgress_->setValue(static_cast<int>(fraction * modelProgress_->maximum()));
    });
}

// --- questions ------------------------------------------------------------------------------------------------------

void Composer::ask() {
    const QString text = box_->toPlainText();
    if (text.trimmed().isEmpty() || !workspace_.model().model() || warning_->holdsBack()) return;
    if (workspace_.chat().isAnswering()) {
        workspace_.questions().add(text);
        box_->clear();
    } else if (workspace_.chat().ask(text)) {
        box_->clear();
    }
}

/// Puts a question that was waiting into the box. A question in the box takes its place in the queue.
void Composer::editWaiting(const QString& text) {
    if (!box_->toPlainText().trimmed().isEmpty()) workspace_.questions().add(box_->toPlainText());
    box_->setPlainText(text);
    box_->setFocus();
}

/// Puts a question that could not be asked into the box, or into the queue if the next one is being written.
void Composer::takeBack(const QString& text) {
    if (box_->toPlainText().trimmed().isEmpty()) {
        workspace_.drafts().setText(text);
    } else {
        workspace_.questions().putBack({text});
    }
}

bool Composer::eventFilter(QObject* watched, QEvent* event) {
    if (watched == box_ && event->type() == QEvent::FontChange) fitBox();
    if (watched == box_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && !(key->modifiers() & Qt::ShiftModifier)) {
            ask();
            return true;
        }
        if (key->key() == Qt::Key_Escape && workspace_.chat().isAnswering()) {
            workspace_.chat().stop();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// Makes the box as high as the question, within bounds.
void Composer::fitBox() {
    // The height of a plain text document is its number of lines.
    const int lines = qBound(kSmallestBoxLines, qCeil(box_->document()->size().height()), kLargestBoxLines);
    box_->setFixedHeight(box_->fontMetrics().lineSpacing() * lines + qCeil(2 * box_->document()->documentMargin()) +
                         2 * box_->frameWidth() + 2);
}

// --- what can be done now -------------------------------------------------------------------------------------------

Composer::Help Composer::neededHelp() const {
    const app::EvidenceList& evidence = workspace_.evidence();
    const app::ModelSlot& model = workspace_.model();
    if (!model.model()) return model.isLoading() ? Help::none : Help::chooseModel;
    if (evidence.isCollecting()) return Help::none;
    if (workspace_.questions().isHeld() && !workspace_.chat().isAnswering()) return Help::continueQueue;
    const bool canPick = workspace_.studies().chosen() >= 0 && !workspace_.session().isReadOnly();
    return evidence.frames().empty() && canPick ? Help::pickEvidence : Help::none;
}

void Composer::help() {
    switch (neededHelp()) {
        case Help::none:
            break;
        case Help::chooseModel:
            context_.commands.chooseModel();
            break;
        case Help::continueQueue:
            workspace_.questions().release();
            break;
        case Help::pickEvidence:
            workspace_.evidence().add(*workspace_.studies().chosenSeries(), context_.views.flemingPick());
            break;
    }
}

QString Composer::hintText() const {
    if (workspace_.model().isLoading())
        return tr("The model is loading. You can pick images and write a question in the meantime.");
    if (!workspace_.model().model()) return tr("No model is loaded yet.");
    if (workspace_.evidence().isCollecting()) return tr("Preparing images…");
    if (workspace_.chat().isAnswering()) return tr("The model is answering; your next question will be queued.");
    if (workspace_.questions().isHeld()) return tr("The queued questions are on hold.");
    if (workspace_.session().isReadOnly()) return tr("This session is read-only: you cannot ask questions in it.");
    return evidenceText();
}

/// Says which images go with the next question.
QString Composer::evidenceText() const {
    const int all = static_cast<int>(workspace_.evidence().frames().size());
    const int seen = workspace_.evidence().seen();
    if (all == 0) {
        return workspace_.studies().chosen() >= 0 ? tr("No images picked: the question will be sent without images.")
                                                  : tr("Open a scan first, then pick images.");
    }
    if (all == seen && all == 1) return tr("Follow-up: the model has already seen %1.").arg(frameTitle(1));
    if (all == seen) return tr("Follow-up: the model has already seen %1 to %2.").arg(frameTitle(1), frameTitle(all));
    if (all - seen == 1) return tr("%1 will be sent with this question.").arg(frameTitle(all));
    return tr("%1 to %2 will be sent with this question.").arg(frameTitle(seen + 1), frameTitle(all));
}

void Composer::refresh() {
    const bool answering = workspace_.chat().isAnswering();
    if (stop_->hasFocus() && !answering) box_->setFocus();
    ask_->setToolTip(answering ? tr("Queue the question until the current answer is complete (Enter)")
                               : tr("Ask the question (Enter)"));
    ask_->setText(warning_->hasHeldBack() ? tr("Ask anyway") : tr("Ask"));
    ask_->setEnabled(workspace_.model().model().has_value() && !box_->toPlainText().trimmed().isEmpty());
    stop_->setVisible(answering);
    hint_->setText(hintText());
    modelProgress_->setVisible(workspace_.model().isLoading());
    const Help needed = neededHelp();
    helpButton_->setVisible(needed != Help::none);
    helpButton_->setText(needed == Help::chooseModel     ? tr("Choose a model…")
                         : needed == Help::continueQueue ? tr("Continue")
                                                         : tr("Pick for me"));
}

}  // namespace fleming::ui
