#pragma once

#include "app/review/review_drafts.h"
#include "app/session/exchange.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QButtonGroup;
class QLabel;
class QLayout;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace fleming::ui {

class ReviewForm;

/// The reviews of an exchange: those that count, whose they are, and the draft of the reviewer at work. It is a row of
/// verdicts until it is used; then it shows the other fields too. Nothing is stored before the user submits.
class ReviewPanel : public QWidget {
    Q_OBJECT

public:
    /// `drafts` outlives the panel.
    ReviewPanel(app::ReviewDrafts& drafts, qint64 exchange, QWidget* parent = nullptr);

    /// Shows the reviews of an exchange that has ended.
    void setExchange(const app::Exchange& exchange);

    /// Chooses a verdict, as a click on its button does.
    void choose(app::Verdict verdict);

    /// Submits the draft. Shows what is missing, if anything is.
    void submit();

    /// Shows the fields, or hides them. The draft stays.
    void setExpanded(bool on);
    bool isExpanded() const;

    QButtonGroup* verdicts() const { return verdicts_; }
    ReviewForm* form() const { return form_; }  ///< null until the panel is expanded for the first time
    QLabel* reviews() const { return reviews_; }
    QLabel* status() const { return status_; }
    QPushButton* submitButton() const { return submit_; }
    QPushButton* discardButton() const { return discard_; }
    QToolButton* historyButton() const { return showHistory_; }
    QLabel* history() const { return history_; }

Q_SIGNALS:
    void editSpanRequested(int span);
    /// The fields are about to appear.
    void aboutToExpand();
    /// The user has opened the fields, which should be visible.
    void revealRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLayout* makeVerdicts();
    QWidget* makeButtons();
    void connectParts();
    void makeForm();
    void follow();
    void refresh();
    void showVerdict();
    void focusVerdict();
    void refreshReviews();
    void refreshHistory();
    void discardOrUndo();
    QString statusText() const;

    app::ReviewDrafts& drafts_;
    qint64 exchange_;
    QPointer<app::ReviewDraft> draft_;
    inference::Answer answer_;  // without tokens
    std::vector<app::Review> stored_;
    std::optional<app::WrittenReview> discarded_;  // until something is written
    bool asked_ = false;                           // the user has tried to submit: what is missing is shown
    QLabel* reviews_;
    QLabel* label_;
    QButtonGroup* verdicts_;
    QToolButton* expand_;
    QVBoxLayout* column_;
    ReviewForm* form_ = nullptr;
    QLabel* status_;
    QWidget* buttons_;
    QPushButton* submit_;
    QPushButton* discard_;
    QToolButton* showHistory_;
    QLabel* history_;
};

}  // namespace fleming::ui
