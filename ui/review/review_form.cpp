#include "ui/review/review_form.h"

#include "ui/review/review_words.h"
#include "ui/review/span_list.h"
#include "ui/style/growing_edit.h"
#include "ui/style/muted_label.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fleming::ui {

namespace {

constexpr int kHighestConfidence = 5;

/// Returns the parts between the commas, trimmed, each once.
std::vector<std::string> tagsIn(const QString& text) {
    std::vector<std::string> tags;
    for (const QString& part : text.split(QLatin1Char(','))) {
        const std::string tag = part.simplified().toStdString();
        if (!tag.empty() && std::ranges::find(tags, tag) == tags.end()) tags.push_back(tag);
    }
    return tags;
}

QString textOf(const std::vector<std::string>& tags) {
    QStringList list;
    for (const std::string& tag : tags)
        list << QString::fromStdString(tag);
    return list.join(QStringLiteral(", "));
}

/// Shows a value unless the field says the same, so that the cursor stays where the user types.
template <typename Edit>
void showValue(Edit* edit, const QString& shown, const std::string& value) {
    const QString text = QString::fromStdString(value);
    if (shown.trimmed() == text) return;
    if constexpr (requires { edit->setPlainText(text); }) {
        edit->setPlainText(text);
    } else {
        edit->setText(text);
    }
}

std::string entered(const GrowingEdit* edit) {
    return edit->toPlainText().trimmed().toStdString();
}

}  // namespace

ReviewForm::ReviewForm(app::ReviewDrafts& drafts, qint64 exchange, const inference::Answer& answer, QWidget* parent)
    : QWidget(parent), drafts_(drafts), exchange_(exchange), draft_(*drafts.draft(exchange)) {
    answer_.reasoning = answer.reasoning;
    answer_.finalAnswer = answer.finalAnswer;
    build();
    refresh();
    connectFields();
}

void ReviewForm::build() {
    spans_ = new SpanList(this);
    confidence_ = new QComboBox(this);
    confidence_->setAccessibleName(tr("Your confidence in the verdict"));
    confidence_->addItem(tr("Confidence: not given"));
    for (int value = 1; value <= kHighestConfidence; ++value)
        confidence_->addItem(confidenceName(value));
    confidence_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    confidence_->installEventFilter(this);
    comment_ = new GrowingEdit(1, 8, this);
    comment_->setPlaceholderText(tr("Comment (optional)"));
    comment_->setAccessibleName(tr("Comment"));
    corrected_ = new GrowingEdit(1, 8, this);
    corrected_->setPlaceholderText(tr("Corrected answer (optional)"));
    corrected_->setAccessibleName(tr("Corrected answer"));
    corrected_->setToolTip(tr("The answer as it should be, in your words. Training exports use it as the reference."));
    copyAnswer_ = new QPushButton(tr("Start from the model's answer"), this);
    tags_ = new QLineEdit(this);
    tags_->setPlaceholderText(tr("Tags, separated by commas (optional)"));
    tags_->setAccessibleName(tr("Tags"));
    tags_->setMaxLength(400);
    reasonLabel_ = new MutedLabel(tr("You have reviewed this answer before. Say why you change your review:"), this);
    reason_ = new QLineEdit(this);
    reason_->setAccessibleName(tr("Reason for the change"));
    reason_->setPlaceholderText(tr("Reason (required)"));
    reason_->setMaxLength(1000);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (QWidget* part : std::initializer_list<QWidget*>{spans_, confidence_, comment_, corrected_})
        column->addWidget(part);
    column->addWidget(copyAnswer_, 0, Qt::AlignLeft);
    for (QWidget* part : std::initializer_list<QWidget*>{tags_, reasonLabel_, reason_})
        column->addWidget(part);
}

void ReviewForm::connectFields() {
    connect(confidence_, &QComboBox::activated, this,
            [this](int value) { draft_.setConfidence(value == 0 ? std::optional<int>() : value); });
    connect(comment_, &GrowingEdit::textChanged, this, [this] { draft_.setComment(entered(comment_)); });
    connect(corrected_, &GrowingEdit::textChanged, this, [this] { draft_.setCorrectedAnswer(entered(corrected_)); });
    connect(copyAnswer_, &QPushButton::clicked, this, [this] {
        corrected_->setPlainText(QString::fromStdString(answer_.finalAnswer));
        corrected_->setFocus();
        corrected_->moveCursor(QTextCursor::End);
    });
    connect(tags_, &QLineEdit::textChanged, this, [this](const QString& text) { draft_.setTags(tagsIn(text)); });
    connect(reason_, &QLineEdit::textChanged, this,
            [this](const QString& text) { draft_.setReason(text.trimmed().toStdString()); });
    using Kind = app::ReviewDraft::Part::Kind;
    connect(spans_, &SpanList::selected, this, [this](int span) { draft_.setSelected({{Kind::span, span}}); });
    connect(spans_, &SpanList::editRequested, this, &ReviewForm::editSpanRequested);
    connect(spans_, &SpanList::removeRequested, this, [this](int span) { draft_.removeSpan(span); });
    connect(&draft_, &app::ReviewDraft::changed, this, &ReviewForm::refresh);
    connect(&draft_, &app::ReviewDraft::pointedChanged, this, &ReviewForm::refreshSpans);
    connect(&drafts_, &app::ReviewDrafts::measurementsChanged, this, &ReviewForm::refreshSpans);
}

void ReviewForm::refresh() {
    const app::Review review = draft_.review();
    confidence_->setCurrentIndex(std::clamp(review.confidence.value_or(0), 0, kHighestConfidence));
    showValue(comment_, comment_->toPlainText(), review.comment);
    showValue(corrected_, corrected_->toPlainText(), review.correctedAnswer);
    if (tagsIn(tags_->text()) != review.tags) tags_->setText(textOf(review.tags));
    showValue(reason_, reason_->text(), review.reason);
    copyAnswer_->setVisible(review.correctedAnswer.empty() && !answer_.finalAnswer.empty());
    const bool asksReason = draft_.stored().has_value() && draft_.isDirty();
    reasonLabel_->setVisible(asksReason);
    reason_->setVisible(asksReason);
    refreshSpans();
}

void ReviewForm::refreshSpans() {
    spans_->refresh(draft_, answer_, drafts_.measurements(exchange_));
}

void ReviewForm::focusReason() {
    reason_->setFocus();
}

bool ReviewForm::eventFilter(QObject* watched, QEvent* event) {
    // The wheel scrolls the conversation, and does not change a value on its way.
    if (watched == confidence_ && event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace fleming::ui
