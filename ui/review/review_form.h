#pragma once

#include "app/review/review_drafts.h"
#include "inference/types.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace fleming::ui {

class GrowingEdit;
class SpanList;

/// The fields of a review below its verdict. They show a draft, and what the user enters goes into the draft.
class ReviewForm : public QWidget {
    Q_OBJECT

public:
    /// Shows the draft of an exchange; it and `drafts` outlive the form. `answer` is what the spans lie in.
    ReviewForm(app::ReviewDrafts& drafts, qint64 exchange, const inference::Answer& answer, QWidget* parent = nullptr);

    QComboBox* confidence() const { return confidence_; }
    GrowingEdit* comment() const { return comment_; }
    GrowingEdit* correctedAnswer() const { return corrected_; }
    QLineEdit* tags() const { return tags_; }
    QLineEdit* reason() const { return reason_; }
    SpanList* spans() const { return spans_; }

    /// Moves the focus to the field that must be filled in: the reason for a change.
    void focusReason();

Q_SIGNALS:
    void editSpanRequested(int span);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void connectFields();
    void refresh();
    void refreshSpans();

    app::ReviewDrafts& drafts_;
    qint64 exchange_;
    app::ReviewDraft& draft_;
    inference::Answer answer_;  // without tokens
    QComboBox* confidence_;
    GrowingEdit* comment_;
    GrowingEdit* corrected_;
    QPushButton* copyAnswer_;
    QLineEdit* tags_;
    SpanList* spans_;
    QLabel* reasonLabel_;
    QLineEdit* reason_;
};

}  // namespace fleming::ui
