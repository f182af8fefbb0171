#include "ui/review/review_panel.h"

#include "ui/review/review_form.h"
#include "ui/review/review_words.h"
#include "ui/review/reviewer_dialog.h"
#include "ui/review/span_list.h"
#include "ui/review/undo_key.h"
#include "ui/style/icons.h"
#include "ui/style/muted_label.h"
#include "ui/style/relative_font.h"
#include "ui/style/tab_order.h"
#include "viewer/views/flow_layout.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace fleming::ui {

namespace {

using Missing = app::ReviewDraft::Missing;

constexpr app::Verdict kVerdicts[] = {app::Verdict::correct, app::Verdict::partlyCorrect, app::Verdict::wrong,
                                      app::Verdict::cannotJudge};

QString reviewLine(const app::Review& review) {
    const QString heading = headingOf(review);
    return review.comment.empty() ? heading : heading + QStringLiteral(" · ") + QString::fromStdString(review.comment);
}

}  // namespace

ReviewPanel::ReviewPanel(app::ReviewDrafts& drafts, qint64 exchange, QWidget* parent)
    : QWidget(parent), drafts_(drafts), exchange_(exchange) {
    reviews_ = new MutedLabel({}, this);
    reviews_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QLayout* verdicts = makeVerdicts();
    status_ = new MutedLabel({}, this);
    buttons_ = makeButtons();
    history_ = new MutedLabel({}, this);
    history_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    history_->hide();
    column_ = new QVBoxLayout(this);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(4);
    column_->addWidget(reviews_);
    column_->addLayout(verdicts);
    column_->addWidget(status_);
    column_->addWidget(buttons_);
    column_->addWidget(history_);
    connectParts();
    for (QWidget* part : findChildren<QWidget*>())
        part->installEventFilter(this);
}

QLayout* ReviewPanel::makeVerdicts() {
    verdicts_ = new QButtonGroup(this);
    auto* row = new viewer::FlowLayout(3);
    expand_ = new QToolButton(this);
    expand_->setAutoRaise(true);
    expand_->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(expand_);
    label_ = new MutedLabel(tr("Your verdict:"), this);
    label_->setWordWrap(false);
    row->addWidget(label_);
    int key = 0;
    for (const app::Verdict verdict : kVerdicts) {
        auto* button = new QToolButton(this);
        button->setText(verdictName(verdict));
        button->setToolTip(tr("%1 (key %2)", "verdict (its key)").arg(verdictName(verdict)).arg(++key));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        setRelativeFontSize(button, 0.9);
        verdicts_->addButton(button, static_cast<int>(verdict));
        row->addWidget(button);
    }
    return row;
}

QWidget* ReviewPanel::makeButtons() {
    auto* buttons = new QWidget(this);
    auto* row = new viewer::FlowLayout(4, buttons);
    row->setContentsMargins(0, 0, 0, 0);
    submit_ = new QPushButton(tr("Submit"), buttons);
    submit_->setToolTip(tr("Submit the review (Ctrl+Enter)"));
    discard_ = new QPushButton(buttons);
    showHistory_ = new QToolButton(buttons);
    showHistory_->setCheckable(true);
    showHistory_->setFocusPolicy(Qt::StrongFocus);
    showHistory_->setToolTip(tr("Show every review of this answer, with the values that were replaced"));
    for (QWidget* button : std::initializer_list<QWidget*>{submit_, discard_, showHistory_})
        row->addWidget(button);
    return buttons;
}

void ReviewPanel::connectParts() {
    connect(verdicts_, &QButtonGroup::idClicked, this, [this](int id) { choose(static_cast<app::Verdict>(id)); });
    connect(expand_, &QToolButton::clicked, this, [this] {
        setExpanded(!isExpanded());
        if (isExpanded()) Q_EMIT revealRequested();
    });
    connect(submit_, &QPushButton::clicked, this, &ReviewPanel::submit);
    connect(discard_, &QPushButton::clicked, this, &ReviewPanel::discardOrUndo);
    connect(showHistory_, &QToolButton::toggled, this, &ReviewPanel::refreshHistory);
    connect(&drafts_, &app::ReviewDrafts::reviewerChanged, this, &ReviewPanel::refresh);
}

/// Shows the draft, which the exchange has once it is stored.
void ReviewPanel::follow() {
    app::ReviewDraft* draft = drafts_.draft(exchange_);
    if (draft == draft_) return;
    draft_ = draft;
    connect(draft, &app::ReviewDraft::changed, this, [this] {
        if (draft_->isDirty()) discarded_.reset();
        refresh();
    });
    connect(draft, &app::ReviewDraft::pointedChanged, this, [this] {
        if (draft_->selected() && drafts_.canReview(exchange_) && draft_->isDirty()) setExpanded(true);
    });
}

void ReviewPanel::setExchange(const app::Exchange& exchange) {
    answer_.reasoning = exchange.answer.reasoning;
    answer_.finalAnswer = exchange.answer.finalAnswer;
    const bool isNew = exchange.reviews.size() != stored_.size();
    stored_ = exchange.reviews;
    follow();
    if (isNew && draft_ && !draft_->isDirty() && isExpanded()) setExpanded(false);
    refreshReviews();
    refresh();
}

void ReviewPanel::makeForm() {
    form_ = new ReviewForm(drafts_, exchange_, answer_, this);
    column_->insertWidget(column_->indexOf(status_), form_);
    connect(form_, &ReviewForm::editSpanRequested, this, &ReviewPanel::editSpanRequested);
    for (QWidget* part : form_->findChildren<QWidget*>())
        part->installEventFilter(this);
    moveBehind(moveBehind(verdicts_->buttons().back(), form_), buttons_);
}

void ReviewPanel::setExpanded(bool on) {
    on = on && draft_ && drafts_.canReview(exchange_);
    if (on && form_ == nullptr) makeForm();
    if (form_ == nullptr || form_->isHidden() != on) return;
    const bool hadFocus = form_->isAncestorOf(window()->focusWidget());
    if (on) Q_EMIT aboutToExpand();
    form_->setVisible(on);
    if (hadFocus) expand_->setFocus();
    refresh();
}

bool ReviewPanel::isExpanded() const {
    return form_ != nullptr && !form_->isHidden();
}

void ReviewPanel::choose(app::Verdict verdict) {
    if (!draft_ || !drafts_.canReview(exchange_)) return;
    draft_->setVerdict(verdict);
    refresh();  // a click has checked the button, whatever the draft says
    setExpanded(true);
    Q_EMIT revealRequested();
}

void ReviewPanel::submit() {
    if (!draft_ || !drafts_.canReview(exchange_) || !draft_->isDirty()) return;
    asked_ = true;
    const std::vector<Missing> missing = draft_->missing();
    if (missing.empty()) {
        asked_ = false;
        discarded_.reset();
        drafts_.submit(exchange_);
    } else if (missing.front() == Missing::verdict) {
        focusVerdict();
    } else if (missing.front() == Missing::reviewer) {
        askForReviewer(drafts_, this, [this] { submit(); });
    } else {
        setExpanded(true);
        form_->focusReason();
        Q_EMIT revealRequested();
    }
    refresh();
}

/// Discards the draft, or puts it back if that was the last thing that happened.
void ReviewPanel::discardOrUndo() {
    asked_ = false;
    if (discarded_) {
        draft_->restore(*std::exchange(discarded_, std::nullopt));
    } else {
        discarded_ = draft_->written();
        drafts_.discard(exchange_);
    }
}

QString ReviewPanel::statusText() const {
    if (!draft_->isDirty()) return {};
    if (asked_ && !draft_->missing().empty()) return missingText(draft_->missing().front());
    return draft_->stored() ? tr("Changed, not submitted") : tr("Draft, not submitted");
}

void ReviewPanel::refresh() {
    if (!draft_) return;
    const QWidget* focused = window()->focusWidget();
    const bool hadFocus = focused != nullptr && buttons_->isAncestorOf(focused);
    const bool canReview = drafts_.canReview(exchange_);
    label_->setText(canReview ? tr("Your verdict:") : tr("This session is read-only: verdicts cannot be saved."));
    for (QAbstractButton* button : verdicts_->buttons())
        button->setHidden(!canReview);
    showVerdict();
    const bool isDirty = draft_->isDirty();
    expand_->setHidden(!canReview);
    expand_->setIcon(icon(isExpanded() ? Symbol::collapse : Symbol::expand));
    expand_->setToolTip(isExpanded() ? tr("Hide the fields of the review") : tr("Show the fields of the review"));
    expand_->setAccessibleName(expand_->toolTip());
    status_->setText(statusText());
    status_->setVisible(canReview && !status_->text().isEmpty());
    submit_->setVisible(canReview && isDirty);
    discard_->setText(discarded_ ? tr("Undo discard") : tr("Discard draft"));
    discard_->setVisible(canReview && (isDirty || discarded_));
    buttons_->setVisible(submit_->isVisibleTo(buttons_) || discard_->isVisibleTo(buttons_) ||
                         showHistory_->isVisibleTo(buttons_));
    // A button that goes away would give its focus to the next answer.
    if (hadFocus && !focused->isVisibleTo(this)) focusVerdict();
}

/// Moves the focus to the verdict, or to the first one that can be chosen.
void ReviewPanel::focusVerdict() {
    QAbstractButton* chosen = verdicts_->checkedButton();
    (chosen != nullptr ? chosen : verdicts_->buttons().front())->setFocus();
}

/// Checks the button of the verdict. The Tab key goes to that button, and the arrow keys from there to the others.
void ReviewPanel::showVerdict() {
    const auto verdict = draft_->verdict();
    if (verdict) {
        verdicts_->button(static_cast<int>(*verdict))->setChecked(true);
    } else if (QAbstractButton* checked = verdicts_->checkedButton()) {
        verdicts_->setExclusive(false);  // otherwise one of the buttons stays checked
        checked->setChecked(false);
        verdicts_->setExclusive(true);
    }
    for (QAbstractButton* button : verdicts_->buttons())
        button->setFocusPolicy(verdict && !button->isChecked() ? Qt::ClickFocus : Qt::StrongFocus);
}

void ReviewPanel::refreshReviews() {
    QStringList lines;
    for (const app::Review* review : app::currentReviews(stored_))
        lines << reviewLine(*review);
    reviews_->setText(lines.join(QLatin1Char('\n')));
    reviews_->setVisible(!lines.isEmpty());
    showHistory_->setText(tr("History (%n)", nullptr, static_cast<int>(stored_.size())));
    showHistory_->setVisible(!stored_.empty());
    refreshHistory();
}

void ReviewPanel::refreshHistory() {
    QStringList reviews;
    if (showHistory_->isChecked()) {
        for (auto review = stored_.rbegin(); review != stored_.rend(); ++review)
            reviews << reviewText(*review, answer_, drafts_.measurements(exchange_));
    }
    history_->setText(reviews.join(QStringLiteral("\n\n")));
    history_->setVisible(!reviews.isEmpty());
}

bool ReviewPanel::eventFilter(QObject* watched, QEvent* event) {
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (isKey && isExpanded() && watched == form_->spans() && takeUndo(*draft_, *static_cast<QKeyEvent*>(event)))
        return true;
    if (!isExpanded() || !isKey || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    event->accept();  // otherwise the menu takes Escape and stops the answer
    if (event->type() == QEvent::KeyPress) setExpanded(false);
    return true;
}

}  // namespace fleming::ui
