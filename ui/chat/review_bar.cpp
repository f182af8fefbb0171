#include "ui/chat/review_bar.h"

#include "app/export/captions.h"
#include "app/settings.h"
#include "ui/style/muted_label.h"
#include "ui/style/relative_font.h"
#include "ui/style/theme.h"
#include "viewer/views/flow_layout.h"

#include <QApplication>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace fleming::ui {

namespace {

constexpr app::Verdict kVerdicts[] = {app::Verdict::correct, app::Verdict::partlyCorrect, app::Verdict::wrong,
                                      app::Verdict::cannotJudge};

QString historyLine(const app::Review& review) {
    const QString when = app::localTime(review.timeMs);
    const QString who = review.reviewer.empty() ? ReviewBar::tr("no name") : QString::fromStdString(review.reviewer);
    QString line = ReviewBar::tr("%1 (%2, %3)").arg(verdictName(review.verdict), who, when);
    if (review.comment.empty()) return line;
    return ReviewBar::tr("%1: %2", "verdict line: comment").arg(line, QString::fromStdString(review.comment));
}

}  // namespace

QString verdictName(app::Verdict verdict) {
    switch (verdict) {
        case app::Verdict::correct:
            return ReviewBar::tr("Correct");
        case app::Verdict::partlyCorrect:
            return ReviewBar::tr("Partly correct");
        case app::Verdict::wrong:
            return ReviewBar::tr("Wrong");
        case app::Verdict::cannotJudge:
            return ReviewBar::tr("Cannot judge");
    }
    return {};
}

QColor verdictColor(app::Verdict verdict) {
    switch (verdict) {
        case app::Verdict::correct:
            return goodColor();
        case app::Verdict::partlyCorrect:
            return partlyColor();
        case app::Verdict::wrong:
            return badColor();
        case app::Verdict::cannotJudge:
            return mutedText();
    }
    return {};
}

ReviewBar::ReviewBar(QWidget* parent) : QWidget(parent) {
    QLayout* verdicts = makeVerdicts();
    form_ = makeForm();
    history_ = new MutedLabel({}, this);
    history_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    history_->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(history_);
    column->addLayout(verdicts);
    column->addWidget(form_);
    connectParts();
    for (QWidget* part : findChildren<QWidget*>())
        part->installEventFilter(this);
}

QLayout* ReviewBar::makeVerdicts() {
    verdicts_ = new QButtonGroup(this);
    auto* row = new viewer::FlowLayout(3);
    label_ = new MutedLabel(tr("Your verdict:"), this);
    label_->setWordWrap(false);
    row->addWidget(label_);
    for (const app::Verdict verdict : kVerdicts) {
        auto* button = new QToolButton(this);
        button->setText(verdictName(verdict));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        setRelativeFontSize(button, 0.9);
        verdicts_->addButton(button, static_cast<int>(verdict));
        row->addWidget(button);
    }
    return row;
}

QWidget* ReviewBar::makeForm() {
    auto* form = new QWidget(this);
    comment_ = new QLineEdit(form);
    comment_->setPlaceholderText(tr("Comment (optional)"));
    comment_->setAccessibleName(tr("Comment"));
    comment_->setMaxLength(4000);
    reviewer_ = new QLineEdit(form);
    reviewer_->setPlaceholderText(tr("Your name"));
    reviewer_->setAccessibleName(tr("Reviewer's name"));
    reviewer_->setMaxLength(200);
    save_ = new QPushButton(tr("Save comment"), form);
    auto* row = new QHBoxLayout;
    row->addWidget(reviewer_, 1);
    row->addWidget(save_);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(comment_);
    column->addLayout(row);
    form->hide();
    return form;
}

void ReviewBar::connectParts() {
    connect(verdicts_, &QButtonGroup::idClicked, this, [this] {
        if (!touched_) reviewer_->setText(QString::fromStdString(app::settings::reviewer().name));
        touched_ = true;
        save();
        form_->show();
        comment_->setFocus();
    });
    connect(save_, &QPushButton::clicked, this, &ReviewBar::saveAndClose);
    connect(comment_, &QLineEdit::returnPressed, this, &ReviewBar::saveAndClose);
    connect(reviewer_, &QLineEdit::returnPressed, this, &ReviewBar::saveAndClose);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget* before, const QWidget* now) {
        const auto isHere = [this](const QWidget* widget) { return widget != nullptr && isAncestorOf(widget); };
        if (isHere(before) && !isHere(now)) save();
    });
}

void ReviewBar::save() {
    const int verdict = verdicts_->checkedId();
    if (verdict < 0 || !touched_) return;
    app::Review review;
    review.verdict = static_cast<app::Verdict>(verdict);
    review.comment = comment_->text().trimmed().toStdString();
    review.reviewer = reviewer_->text().trimmed().toStdString();
    const bool same = saved_ && saved_->verdict == review.verdict &&
                      (review.comment.empty() || saved_->comment == review.comment) &&
                      saved_->reviewer == review.reviewer;
    if (same) return;
    saved_ = review;
    const QString name = QString::fromStdString(review.reviewer);
    if (!name.isEmpty()) app::settings::setReviewer({review.reviewer, {}});
    Q_EMIT reviewed(review.verdict, QString::fromStdString(review.comment), name);
}

void ReviewBar::saveAndClose() {
    save();
    closeForm();
}

void ReviewBar::closeForm() {
    touched_ = false;
    form_->hide();
    comment_->clear();
}

void ReviewBar::setReadOnly(bool readOnly) {
    label_->setText(readOnly ? tr("This session is read-only: verdicts cannot be saved.") : tr("Your verdict:"));
    for (QAbstractButton* button : verdicts_->buttons())
        button->setHidden(readOnly);
}

void ReviewBar::takeBack(const app::Review& review) {
    saved_ = reviews_.empty() ? std::optional<app::Review>() : reviews_.back();
    if (QAbstractButton* button = verdicts_->button(static_cast<int>(review.verdict))) button->setChecked(true);
    if (comment_->text().isEmpty()) comment_->setText(QString::fromStdString(review.comment));
    if (reviewer_->text().isEmpty()) reviewer_->setText(QString::fromStdString(review.reviewer));
    touched_ = true;
    form_->show();
}

void ReviewBar::setReviews(const std::vector<app::Review>& reviews) {
    QStringList lines;
    for (auto review = reviews.rbegin(); review != reviews.rend(); ++review) {
        lines << (review == reviews.rbegin() ? historyLine(*review) : tr("Previously: %1").arg(historyLine(*review)));
    }
    history_->setText(lines.join(QLatin1Char('\n')));
    history_->setVisible(!lines.isEmpty());
    const bool isNew = reviews.size() != reviews_.size();
    reviews_ = reviews;
    if (reviews.empty() || !isNew || touched_) return;
    saved_ = reviews.back();
    if (QAbstractButton* button = verdicts_->button(static_cast<int>(reviews.back().verdict))) button->setChecked(true);
}

bool ReviewBar::eventFilter(QObject* watched, QEvent* event) {
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!touched_ || !isKey || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    event->accept();  // otherwise the menu takes Escape and stops the answer
    if (event->type() == QEvent::KeyPress) closeForm();
    return true;
}

}  // namespace fleming::ui
