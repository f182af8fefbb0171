#include "ui/review/reviewer_dialog.h"

#include "app/review/review_drafts.h"
#include "app/settings.h"
#include "ui/review/review_words.h"
#include "ui/style/muted_label.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <string>
#include <utility>

namespace fleming::ui {

namespace {

/// Returns the reviewer with a code, or null.
const app::Reviewer* withCode(const std::vector<app::Reviewer>& reviewers, const std::string& code) {
    const auto found = std::ranges::find(reviewers, code, &app::Reviewer::code);
    return found == reviewers.end() ? nullptr : &*found;
}

}  // namespace

std::vector<app::Reviewer> knownReviewers(const app::ReviewDrafts& drafts) {
    std::vector<app::Reviewer> reviewers = app::settings::reviewers();
    const app::Reviewer& current = drafts.reviewer();
    const bool isListed = std::ranges::find(reviewers, current) != reviewers.end();
    if (!isListed && current != app::Reviewer()) reviewers.push_back(current);
    return reviewers;
}

ReviewerDialog::ReviewerDialog(app::ReviewDrafts& drafts, QWidget* parent)
    : QDialog(parent), drafts_(drafts), reviewers_(knownReviewers(drafts)), ofSession_(drafts.reviewersOfSession()) {
    setWindowTitle(tr("Reviewer"));
    auto* about = new MutedLabel(tr("Reviews are stored under this name and code. Nobody checks the name. Exports "
                                    "contain the code, and the name only if you ask for it."),
                                 this);
    list_ = new QComboBox(this);
    name_ = new QLineEdit(this);
    name_->setMaxLength(200);
    code_ = new QLineEdit(this);
    code_->setMaxLength(40);
    problem_ = new QLabel(this);
    problem_->setTextFormat(Qt::PlainText);
    problem_->setWordWrap(true);
    auto* form = new QFormLayout;
    form->addRow(tr("&Reviewer:"), list_);
    form->addRow(tr("&Name:"), name_);
    form->addRow(tr("&Code:"), code_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    ok_ = buttons->button(QDialogButtonBox::Ok);
    remove_ = buttons->addButton(tr("Remove from the list"), QDialogButtonBox::ResetRole);
    remove_->setAutoDefault(false);
    auto* column = new QVBoxLayout(this);
    column->addWidget(about);
    column->addLayout(form);
    column->addWidget(problem_);
    column->addWidget(buttons);
    connect(list_, &QComboBox::activated, this, &ReviewerDialog::showChosen);
    connect(name_, &QLineEdit::textChanged, this, &ReviewerDialog::checkFields);
    connect(code_, &QLineEdit::textChanged, this, &ReviewerDialog::checkFields);
    connect(remove_, &QPushButton::clicked, this, &ReviewerDialog::removeChosen);
    connect(buttons, &QDialogButtonBox::accepted, this, &ReviewerDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto current = std::ranges::find(reviewers_, drafts.reviewer());
    fillList(static_cast<int>(current - reviewers_.begin()));  // the last entry if nobody is at work
    (isNew() ? static_cast<QWidget*>(name_) : list_)->setFocus();
}

void ReviewerDialog::fillList(int chosen) {
    list_->clear();
    for (const app::Reviewer& each : reviewers_)
        list_->addItem(shownReviewer(each));
    list_->addItem(tr("New reviewer"));
    list_->setCurrentIndex(chosen);
    showChosen();
}

bool ReviewerDialog::isNew() const {
    return list_->currentIndex() >= static_cast<int>(reviewers_.size());
}

app::Reviewer ReviewerDialog::entered() const {
    return {name_->text().trimmed().toStdString(), code_->text().trimmed().toStdString()};
}

/// Returns the first of "R1", "R2", ... that no reviewer has, of this computer or of the session.
std::string ReviewerDialog::unusedCode() const {
    for (int number = 1;; ++number) {
        std::string code = QStringLiteral("R%1").arg(number).toStdString();
        if (withCode(reviewers_, code) == nullptr && withCode(ofSession_, code) == nullptr) return code;
    }
}

void ReviewerDialog::showChosen() {
    const app::Reviewer chosen =
        isNew() ? app::Reviewer{"", unusedCode()} : reviewers_[static_cast<std::size_t>(list_->currentIndex())];
    name_->setText(QString::fromStdString(chosen.name));
    code_->setText(QString::fromStdString(chosen.code));
    remove_->setEnabled(!isNew());
    checkFields();
}

void ReviewerDialog::checkFields() {
    const app::Reviewer reviewer = entered();
    bool isTaken = false;
    for (int i = 0; i < static_cast<int>(reviewers_.size()); ++i) {
        const app::Reviewer& other = reviewers_[static_cast<std::size_t>(i)];
        if (i != list_->currentIndex() && !reviewer.code.empty() && other.code == reviewer.code) isTaken = true;
    }
    const bool isEmpty = reviewer == app::Reviewer();
    const app::Reviewer* other = reviewer.code.empty() ? nullptr : withCode(ofSession_, reviewer.code);
    const bool isOther = other != nullptr && !other->name.empty() && other->name != reviewer.name;
    problem_->setText(isTaken   ? tr("Another reviewer has this code. Choose another one.")
                      : isEmpty ? tr("Enter a name or a code.")
                      : isOther
                          ? tr("In this session, the code %1 stands for %2. Choose another one, unless it is yours "
                               "and the name has changed.")
                                .arg(QString::fromStdString(other->code), QString::fromStdString(other->name))
                          : QString());
    ok_->setEnabled(!isTaken && !isEmpty);
}

void ReviewerDialog::removeChosen() {
    reviewers_.erase(reviewers_.begin() + list_->currentIndex());
    app::settings::setReviewers(reviewers_);
    fillList(static_cast<int>(reviewers_.size()));
    name_->setFocus();
}

void ReviewerDialog::save() {
    const app::Reviewer reviewer = entered();
    if (isNew()) reviewers_.emplace_back();
    app::Reviewer& listed = reviewers_[static_cast<std::size_t>(list_->currentIndex())];
    const app::Reviewer before = std::exchange(listed, reviewer);
    app::settings::setReviewers(reviewers_);
    if (before == drafts_.reviewer()) {
        drafts_.renameReviewer(reviewer);
    } else {
        drafts_.setReviewer(reviewer);
    }
    accept();
}

void askForReviewer(app::ReviewDrafts& drafts, QWidget* parent, std::function<void()> then) {
    auto* dialog = new ReviewerDialog(drafts, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (then) QObject::connect(dialog, &QDialog::accepted, parent, std::move(then));
    dialog->open();
}

}  // namespace fleming::ui
