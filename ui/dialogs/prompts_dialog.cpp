#include "ui/dialogs/prompts_dialog.h"

#include "ui/dialogs/scrollable.h"
#include "ui/style/text_box.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace fleming::ui {

PromptsDialog::PromptsDialog(app::SavedPrompts& prompts, app::SavedPrompts::Kind kind, QWidget* parent)
    : QDialog(parent), prompts_(prompts) {
    setWindowTitle(tr("Saved prompts"));
    setAttribute(Qt::WA_DeleteOnClose);
    kind_ = new QComboBox(this);
    kind_->addItems({tr("Questions"), tr("System prompts")});
    kind_->setCurrentIndex(static_cast<int>(kind));
    kind_->setAccessibleName(tr("Kind of prompts"));
    list_ = new QListWidget(this);
    list_->setAccessibleName(tr("Saved prompts"));
    name_ = new QLineEdit(this);
    name_->setMaxLength(200);
    text_ = new TextBox(this);
    text_->setTabChangesFocus(true);
    unsaved_ = new QLabel(tr("The prompt has changes. Save it, or do this once more to discard them."), this);
    unsaved_->setWordWrap(true);
    unsaved_->hide();
    save_ = new QPushButton(tr("Sa&ve"), this);
    delete_ = new QPushButton(tr("&Delete"), this);
    auto* add = new QPushButton(tr("N&ew"), this);
    list_->installEventFilter(this);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(add, QDialogButtonBox::ActionRole);
    buttons->addButton(delete_, QDialogButtonBox::ActionRole);
    buttons->addButton(save_, QDialogButtonBox::ActionRole);
    // Enter in the name saves; it must not press a button too.
    for (QPushButton* button : {save_, delete_, add, buttons->button(QDialogButtonBox::Close)})
        button->setAutoDefault(false);

    auto* left = new QVBoxLayout;
    left->addWidget(kind_);
    left->addWidget(list_, 1);
    auto* form = new QFormLayout;
    form->addRow(tr("&Name:"), name_);
    form->addRow(tr("&Text:"), text_);
    auto* columns = new QHBoxLayout;
    columns->addLayout(left, 2);
    columns->addLayout(form, 3);
    auto* column = new QVBoxLayout(this);
    column->addLayout(columns, 1);
    column->addWidget(unsaved_);
    column->addWidget(buttons);

    connect(kind_, &QComboBox::currentIndexChanged, this, [this](int chosen) {
        if (!mayLeave()) {
            const QSignalBlocker blocker(kind_);
            kind_->setCurrentIndex(1 - chosen);
            return;
        }
        edited_.clear();
        name_->clear();
        text_->clear();
        refresh();
    });
    connect(list_, &QListWidget::currentRowChanged, this, [this] {
        if (mayLeave()) {
            showCurrent();
        } else {
            selectEdited();
        }
    });
    connect(name_, &QLineEdit::textChanged, this, &PromptsDialog::refreshButtons);
    connect(text_, &QPlainTextEdit::textChanged, this, &PromptsDialog::refreshButtons);
    connect(name_, &QLineEdit::returnPressed, this, &PromptsDialog::save);
    connect(save_, &QPushButton::clicked, this, &PromptsDialog::save);
    connect(delete_, &QPushButton::clicked, this, &PromptsDialog::removeCurrent);
    connect(add, &QPushButton::clicked, this, [this] {
        if (mayLeave()) beginNew({});
    });
    connect(name_, &QLineEdit::textChanged, unsaved_, &QWidget::hide);
    connect(text_, &QPlainTextEdit::textChanged, unsaved_, &QWidget::hide);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&prompts_, &app::SavedPrompts::changed, this, &PromptsDialog::refresh);
    refresh();
    fitToScreen(this, 560);
}

void PromptsDialog::showFor(app::SavedPrompts& prompts, app::SavedPrompts::Kind kind, const QString& newText,
                            QWidget* parent) {
    auto* dialog = new PromptsDialog(prompts, kind, parent);
    if (!newText.trimmed().isEmpty()) dialog->beginNew(newText);
    dialog->show();
}

app::SavedPrompts::Kind PromptsDialog::currentKind() const {
    return static_cast<app::SavedPrompts::Kind>(kind_->currentIndex());
}

void PromptsDialog::beginNew(const QString& text) {
    constexpr int kWordsInName = 6;
    list_->setCurrentRow(-1);
    edited_.clear();
    name_->setText(text.simplified().split(QLatin1Char(' ')).mid(0, kWordsInName).join(QLatin1Char(' ')).left(60));
    text_->setPlainText(text);
    name_->selectAll();
    name_->setFocus();
    refreshButtons();
}

/// Lists the prompts, and selects the one that was saved or is being edited.
void PromptsDialog::refresh() {
    const bool isSaved = !wanted_.isEmpty();
    const QString selected = isSaved ? wanted_ : edited_;
    const bool isNew = selected.isEmpty() && !(name_->text() + text_->toPlainText()).trimmed().isEmpty();
    {
        const QSignalBlocker blocker(list_);
        list_->clear();
        for (const app::SavedPrompt& prompt : prompts_.of(currentKind()))
            list_->addItem(prompt.name);
        const QList<QListWidgetItem*> found = list_->findItems(selected, Qt::MatchExactly | Qt::MatchCaseSensitive);
        if (!found.isEmpty()) {
            list_->setCurrentItem(found.first());
        } else if (!isNew) {
            list_->setCurrentRow(list_->count() > 0 ? 0 : -1);
        } else {
            list_->setCurrentRow(-1);
        }
    }
    wanted_.clear();
    if (!isNew) showCurrent();
}

/// Returns true if nothing that was typed would be lost. Otherwise shows that it would, and returns true the next time.
bool PromptsDialog::mayLeave() {
    const bool isChanged = name_->isModified() || text_->document()->isModified();
    if (!isChanged || !save_->isEnabled() || !unsaved_->isHidden()) return true;
    unsaved_->show();
    return false;
}

/// Selects the prompt in the fields, or none if it is new.
void PromptsDialog::selectEdited() {
    const QSignalBlocker blocker(list_);
    const QList<QListWidgetItem*> found = list_->findItems(edited_, Qt::MatchExactly | Qt::MatchCaseSensitive);
    list_->setCurrentItem(edited_.isEmpty() || found.isEmpty() ? nullptr : found.first());
}

void PromptsDialog::reject() {
    if (mayLeave()) QDialog::reject();
}

void PromptsDialog::showCurrent() {
    const int row = list_->currentRow();
    const auto& prompts = prompts_.of(currentKind());
    if (row < 0 || row >= static_cast<int>(prompts.size())) {
        edited_.clear();
        name_->clear();
        text_->clear();
    } else {
        const app::SavedPrompt& prompt = prompts[static_cast<std::size_t>(row)];
        edited_ = prompt.name;
        name_->setText(prompt.name);
        text_->setPlainText(prompt.text);
    }
    refreshButtons();
}

void PromptsDialog::refreshButtons() {
    const bool isComplete = !name_->text().trimmed().isEmpty() && !text_->toPlainText().trimmed().isEmpty();
    save_->setEnabled(isComplete);
    const QString name = name_->text().trimmed();
    const bool isOther =
        name != edited_ && !list_->findItems(name, Qt::MatchExactly | Qt::MatchCaseSensitive).isEmpty();
    save_->setText(isOther ? tr("Re&place") : tr("Sa&ve"));
    delete_->setEnabled(!edited_.isEmpty());
}

/// Delete or Backspace in the list deletes the prompt, as in the other lists.
bool PromptsDialog::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            removeCurrent();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void PromptsDialog::save() {
    if (!save_->isEnabled()) return;
    wanted_ = name_->text().trimmed();
    prompts_.save(currentKind(), {wanted_, text_->toPlainText()}, edited_);
    edited_ = wanted_;
    name_->setModified(false);
    text_->document()->setModified(false);
}

/// The fields keep what was deleted, so that it can be saved again.
void PromptsDialog::removeCurrent() {
    if (edited_.isEmpty()) return;
    prompts_.remove(currentKind(), edited_);
    edited_.clear();
    refreshButtons();
    name_->setFocus();
}

}  // namespace fleming::ui
