#include "ui/review_bar.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/settings.h"
#include "ui/muted_label.h"
#include "ui/theme.h"

namespace fleming::ui {

namespace {

constexpr app::Verdict kVerdicts[] = {app::Verdict::correct, app::Verdict::partlyCorrect, app::Verdict::wrong,
                                      app::Verdict::cannotJudge};

QString historyLine(const app::Review& review) {
    const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(review.timeMs), QLocale::ShortFormat);
    const QString who = review.reviewer.empty() ? ReviewBar::tr("no name given") : QString::fromStdString(review.reviewer);
    const QString line = ReviewBar::tr("%1 (%2, %3)").arg(verdictName(review.verdict), who, when);
    if (review.comment.empty()) return line;
    return ReviewBar::tr("%1: %2", "verdict line: comment").arg(line, QString::fromStdString(review.comment));
}

}  // namespace

QString verdictName(app::Verdict verdict) {
    switch (verdict) {
        case app::Verdict::correct: return ReviewBar::tr("Correct");
        case app::Verdict::partlyCorrect: return ReviewBar::tr("Partly correct");
        case app::Verdict::wrong: return ReviewBar::tr("Wrong");
        case app::Verdict::cannotJudge: return ReviewBar::tr("Cannot judge");
    }
    return {};
}

QColor verdictColor(app::Verdict verdict) {
    switch (verdict) {
        case app::Verdict::correct: return goodColor();
        case app::Verdict::partlyCorrect: return partlyColor();
        case app::Verdict::wrong: return badColor();
        case app::Verdict::cannotJudge: return mutedText();
    }
    return {};
}

ReviewBar::ReviewBar(QWidget* parent) : QWidget(parent) {
    verdicts_ = new QButtonGroup(this);
    auto* row = new QHBoxLayout;
    row->setSpacing(3);
    auto* label = new MutedLabel(tr("Your verdict:"), this);
    label->setWordWrap(false);
    row->addWidget(label);
    for (const app::Verdict verdict : kVerdicts) {
        auto* button = new QToolButton(this);
        button->setText(verdictName(verdict));
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        QFont small = button->font();
        small.setPointSizeF(small.pointSizeF() * 0.9);
        button->setFont(small);
        verdicts_->addButton(button, static_cast<int>(verdict));
        row->addWidget(button);
    }
    row->addStretch(1);

    form_ = new QWidget(this);
    comment_ = new QLineEdit(form_);
    comment_->setPlaceholderText(tr("Comment (may be empty)"));
    comment_->setAccessibleName(tr("Comment"));
    comment_->setMaxLength(4000);
    reviewer_ = new QLineEdit(form_);
    reviewer_->setPlaceholderText(tr("Your name"));
    reviewer_->setAccessibleName(tr("Reviewer's name"));
    reviewer_->setMaxLength(200);
    save_ = new QPushButton(tr("Save verdict"), form_);
    auto* second = new QHBoxLayout;
    second->addWidget(reviewer_, 1);
    second->addWidget(save_);
    auto* formColumn = new QVBoxLayout(form_);
    formColumn->setContentsMargins(0, 0, 0, 0);
    formColumn->setSpacing(4);
    formColumn->addWidget(comment_);
    formColumn->addLayout(second);
    form_->hide();
    history_ = new MutedLabel({}, this);
    history_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    history_->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(history_);
    column->addLayout(row);
    column->addWidget(form_);

    connect(verdicts_, &QButtonGroup::idClicked, this, [this] {
        if (reviewer_->text().isEmpty()) reviewer_->setText(app::settings::reviewer());
        form_->show();
        comment_->setFocus();
    });
    connect(save_, &QPushButton::clicked, this, &ReviewBar::save);
    connect(comment_, &QLineEdit::returnPressed, this, &ReviewBar::save);
    connect(reviewer_, &QLineEdit::returnPressed, this, &ReviewBar::save);
}

void ReviewBar::save() {
    const int verdict = verdicts_->checkedId();
    if (verdict < 0) return;
    const QString name = reviewer_->text().trimmed();
    if (!name.isEmpty()) app::settings::setReviewer(name);
    const QString comment = comment_->text().trimmed();
    form_->hide();
    comment_->clear();
    Q_EMIT reviewed(static_cast<app::Verdict>(verdict), comment, name);
}

void ReviewBar::setReviews(const std::vector<app::Review>& reviews) {
    QStringList lines;
    for (auto review = reviews.rbegin(); review != reviews.rend(); ++review) {
        lines << (review == reviews.rbegin() ? historyLine(*review) : tr("Before: %1").arg(historyLine(*review)));
    }
    history_->setText(lines.join(QLatin1Char('\n')));
    history_->setVisible(!lines.isEmpty());
    if (reviews.empty() || form_->isVisible()) return;
    if (QAbstractButton* button = verdicts_->button(static_cast<int>(reviews.back().verdict))) button->setChecked(true);
}

}  // namespace fleming::ui
