#include "ui/dialogs/ask_again_dialog.h"

#include "ui/browser/series_text.h"
#include "ui/dialogs/generation_form.h"
#include "ui/dialogs/scrollable.h"
#include "ui/style/muted_label.h"
#include "ui/style/text_box.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace fleming::ui {

AskAgainDialog::AskAgainDialog(app::Workspace& workspace, const app::Exchange& exchange, Part focus, QWidget* parent)
    : QDialog(parent),
      workspace_(workspace),
      exchange_(exchange.id),
      before_(app::toAskAgain(exchange)),
      isFirst_(exchange.follows == 0),
      modelSha256_(QString::fromStdString(exchange.modelSha256)),
      modelName_(QString::fromStdString(exchange.modelName)),
      dtype_(QString::fromStdString(exchange.dtype)) {
    setWindowTitle(tr("Ask again"));
    setAttribute(Qt::WA_DeleteOnClose);
    question_ = new TextBox(QString::fromStdString(exchange.question), this);
    question_->setAccessibleName(tr("Question"));
    question_->setTabChangesFocus(true);
    question_->setMinimumHeight(4 * question_->fontMetrics().lineSpacing());
    model_ = new MutedLabel({}, this);
    hint_ = new MutedLabel({}, this);
    auto* evidence = buildEvidence(exchange);
    buildForm(exchange);
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Question:"), question_);
    form->addRow(tr("Evidence:"), evidence);
    form->addRow(tr("Model:"), model_);
    form->addRow(form_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    ask_ = buttons->addButton(tr("&Ask"), QDialogButtonBox::AcceptRole);
    ask_->setToolTip(tr("Ask the question (Ctrl+Enter)"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(scrollable(page, this), 1);
    column->addWidget(hint_);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &AskAgainDialog::ask);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connectParts();
    refresh();
    fitToScreen(this, 520);
    if (focus == Part::question) {
        question_->setFocus();
        question_->moveCursor(QTextCursor::End);
    } else {
        form_->temperature()->setFocus();
    }
}

void AskAgainDialog::showFor(app::Workspace& workspace, qint64 exchange, Part focus, QWidget* parent) {
    const app::Exchange* of = workspace.session().find(exchange);
    if (of == nullptr) return;
    for (AskAgainDialog* open : parent->findChildren<AskAgainDialog*>()) {
        if (open->exchange_ != exchange || !open->isVisible()) continue;
        open->raise();
        open->activateWindow();
        return;
    }
    auto* dialog = new AskAgainDialog(workspace, *of, focus, parent);
    dialog->show();
}

QWidget* AskAgainDialog::buildEvidence(const app::Exchange& exchange) {
    auto* box = new QWidget(this);
    const int count = static_cast<int>(exchange.evidence.size()), first = exchange.firstImage;
    QString asThen = tr("As before: no new images");
    if (count == 1) asThen = tr("As before: %1").arg(frameTitle(first));
    if (count > 1) asThen = tr("As before: %1 to %2").arg(frameTitle(first), frameTitle(first + count - 1));
    asThen_ = new QRadioButton(asThen, box);
    current_ = new QRadioButton(box);
    asThen_->setChecked(true);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(asThen_);
    column->addWidget(current_);
    return box;
}

void AskAgainDialog::buildForm(const app::Exchange& exchange) {
    form_ = new GenerationForm(workspace_.prompts(), this);
    form_->setOptions(exchange.options);
    form_->setReasoningPrompt(exchange.reasoningPrompt);
    form_->setSystemText(QString::fromStdString(exchange.systemText));
    if (!isFirst_)
        form_->fixSystemText(
            tr("The system prompt belongs to the conversation. Ask its first question again to change it."));
}

void AskAgainDialog::connectParts() {
    using namespace app;
    question_->installEventFilter(this);
    connect(question_, &QPlainTextEdit::textChanged, this, &AskAgainDialog::refresh);
    connect(asThen_, &QRadioButton::toggled, this, &AskAgainDialog::refresh);
    connect(form_, &GenerationForm::changed, this, &AskAgainDialog::refresh);
    connect(&workspace_.evidence(), &EvidenceList::changed, this, &AskAgainDialog::refresh);
    connect(&workspace_.evidence(), &EvidenceList::collectingChanged, this, &AskAgainDialog::refresh);
    connect(&workspace_.model(), &ModelSlot::changed, this, &AskAgainDialog::refresh);
    connect(&workspace_.chat(), &Chat::answeringChanged, this, &AskAgainDialog::refresh);
    connect(&workspace_.session(), &CurrentSession::replaced, this, &QDialog::reject);
}

void AskAgainDialog::refresh() {
    const int count = static_cast<int>(workspace_.evidence().frames().size());
    current_->setText(isFirst_ ? tr("The current evidence: %n image(s)", nullptr, count)
                               : tr("The images of the current evidence (%n) that the model has not seen before this "
                                    "question",
                                    nullptr, count));
    const auto& model = workspace_.model().model();
    const bool isSameModel = model && !modelSha256_.isEmpty() &&
                             modelSha256_ == QString::fromStdString(model->sha256) &&
                             dtype_ == QString::fromStdString(model->info.typeName());
    const QString loaded = model ? QString::fromStdString(model->info.name) : QString();
    model_->setText(!model        ? tr("No model is loaded.")
                    : isSameModel ? tr("%1, as before").arg(loaded)
                                  : tr("%1; the first answer is from %2").arg(loaded, modelName_));

    const app::AskAgain asked = again();
    const bool isSameQuestion =
        asked.text == before_.text && asThen_->isChecked() && asked.reasoningPrompt == before_.reasoningPrompt &&
        asked.systemText == before_.systemText && asked.options.maxNewTokens == before_.options.maxNewTokens;
    const bool isSampled = asked.options.temperature > 0;
    const bool isSameSampling = isSampled ? asked.options.temperature == before_.options.temperature &&
                                                asked.options.seed == before_.options.seed &&
                                                asked.options.topK == before_.options.topK &&
                                                asked.options.topP == before_.options.topP
                                          : before_.options.temperature <= 0;
    QString hint;
    if (workspace_.chat().isAnswering()) {
        hint = tr("The model is still answering. You can ask when it has finished.");
    } else if (workspace_.evidence().isCollecting()) {
        hint = tr("Preparing images…");
    } else if (isSameModel && isSameQuestion && isSameSampling) {
        hint = isSampled ? tr("The same model gives the same answer to this. Choose another seed, or change something "
                              "else.")
                         : tr("Without sampling, the same model gives the same answer to this. Choose a temperature "
                              "above 0, or change something else.");
    }
    hint_->setText(hint);
    hint_->setVisible(!hint.isEmpty());
    ask_->setEnabled(model && !workspace_.chat().isAnswering() && !workspace_.evidence().isCollecting() &&
                     !workspace_.session().isReadOnly() && !question_->toPlainText().trimmed().isEmpty());
}

app::AskAgain AskAgainDialog::again() const {
    app::AskAgain again = before_;
    again.text = question_->toPlainText().toStdString();
    again.evidence = asThen_->isChecked() ? app::AskAgain::Evidence::asThen : app::AskAgain::Evidence::current;
    again.options = form_->options();
    again.reasoningPrompt = form_->reasoningPrompt();
    if (form_->systemText() != QString::fromStdString(before_.systemText).trimmed())
        again.systemText = form_->systemText().toStdString();
    return again;
}

void AskAgainDialog::ask() {
    if (ask_->isEnabled() && workspace_.chat().askAgain(exchange_, again())) accept();
}

bool AskAgainDialog::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && (key->modifiers() & Qt::ControlModifier)) {
            ask();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace fleming::ui
