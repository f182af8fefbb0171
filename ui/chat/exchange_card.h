#pragma once

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
class ReviewBar;
class StreamingText;

/// One exchange of the conversation: the question with its evidence, the reasoning, the answer, and the reviews.
class ExchangeCard : public QWidget {
    Q_OBJECT

public:
    /// `againMenu` has the ways to ask the question again; it may be null.
    explicit ExchangeCard(const app::Exchange& exchange, QMenu* againMenu, QWidget* parent = nullptr);

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

    /// Emits reviewed() if the user has entered something that is not saved.
    void saveReview();

    /// Shows a review that could not be stored, so that the user can save it again.
    void takeBackReview(const app::Review& review);

    /// Shows a row of the images below the question.
    void showImages(EvidenceRow* images);

    /// Returns question, reasoning and answer as text for the clipboard.
    QString plainText() const;

    ReasoningBlock* reasoning() const { return reasoning_; }
    AnswerCard* answer() const { return answer_; }
    ReviewBar* reviewBar() const { return review_; }
    StreamingText* question() const { return question_; }
    EvidenceRow* images() const { return images_; }
    BranchBar* branchBar() const { return branches_; }

Q_SIGNALS:
    /// The user has clicked "Image-<number>".
    void referenceClicked(qint64 exchange, int number);
    /// The user wants the answer to be generated again and compared.
    void replayRequested(qint64 exchange);
    /// The user has entered a review; it is not stored yet.
    void reviewed(qint64 exchange, fleming::app::Verdict verdict, QString comment, QString reviewer);

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
    ReviewBar* review_;
};

}  // namespace fleming::ui
