#pragma once

#include "app/review/review_drafts.h"
#include "app/session/session.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;

namespace fleming::ui {

class AnswerCard;
class BranchBar;
class Card;
class EvidenceRow;
class ReasoningBlock;
class ReviewPanel;
class SpanEditor;
class StreamingText;

/// One exchange of the conversation: the question with its evidence, the reasoning, the answer, and the reviews. Unless
/// a field of the review has the focus, the keys 1 to 4 choose a verdict; Ctrl+Enter submits the review.
class ExchangeCard : public QWidget {
    Q_OBJECT

public:
    /// `drafts` outlives the card. `againMenu` has the ways to ask the question again; it may be null.
    ExchangeCard(const app::Exchange& exchange, app::ReviewDrafts& drafts, QMenu* againMenu, QWidget* parent = nullptr);

    /// Returns the id of the exchange.
    qint64 id() const { return id_; }

    /// Shows that a conversation begins with this exchange.
    void showNewConversation(bool begins);

    /// Shows how far the model has read the prompt.
    void setReading(const inference::ReadingProgress& progress);

    /// Appends a token of the answer.
    void addToken(const inference::Token& token);

    /// Shows how the exchange ended, and lets the user review it.
    void finish(const app::Exchange& exchange);

    /// Shows the reviews and the replays of the exchange.
    void setReviews(const app::Exchange& exchange);

    /// Gives the keyboard focus to the answer or, if there is none, to the review.
    void focusAnswer();

    /// Shows a row of the images below the question.
    void showImages(EvidenceRow* images);

    /// Returns question, reasoning and answer as text for the clipboard.
    QString plainText() const;

    ReasoningBlock* reasoning() const { return reasoning_; }
    AnswerCard* answer() const { return answer_; }
    ReviewPanel* review() const { return review_; }
    SpanEditor* spans() const { return spans_; }
    StreamingText* question() const { return question_; }
    EvidenceRow* images() const { return images_; }
    BranchBar* branchBar() const { return branches_; }

Q_SIGNALS:
    /// The user has clicked "Image-<number>".
    void referenceClicked(qint64 exchange, int number);
    /// The user wants the answer to be generated again and compared.
    void replayRequested(qint64 exchange);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildQuestion(const app::Exchange& exchange);
    void showProgress();
    void showText(const inference::Answer& answer);
    void showPart(const QString& text, inference::Channel channel);

    qint64 id_;
    int imageCount_;
    int tokens_ = 0;
    inference::ReadingProgress reading_;
    QElapsedTimer elapsed_;
    QTimer clock_;
    Card* questionCard_;
    StreamingText* question_;
    StreamingText* evidence_;
    EvidenceRow* images_ = nullptr;
    BranchBar* branches_;
    QLabel* heading_ = nullptr;
    ReasoningBlock* reasoning_;
    AnswerCard* answer_;
    ReviewPanel* review_;
    SpanEditor* spans_;
};

}  // namespace fleming::ui
