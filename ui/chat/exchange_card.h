#pragma once

#include "app/session/session.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace fleming::ui {

class AnswerCard;
class Card;
class ReasoningBlock;
class ReviewBar;
class StreamingText;

/// One exchange in the conversation: the question and its evidence, the reasoning, the answer, the verdict.
class ExchangeCard : public QWidget {
    Q_OBJECT

public:
    explicit ExchangeCard(const app::Exchange& exchange, QWidget* parent = nullptr);

    qint64 id() const { return id_; }
    void setReading(const inference::ReadingProgress& progress);
    void addToken(const inference::Token& token);  ///< as it streams, and again when a session is opened
    void finish(const app::Exchange& exchange);
    void setReviews(const app::Exchange& exchange);
    void saveReview();  ///< emits reviewed() where something is not saved yet
    void takeBackReview(const app::Review& review);
    QString plainText() const;  ///< question, reasoning and answer, to copy

    ReasoningBlock* reasoning() const { return reasoning_; }
    AnswerCard* answer() const { return answer_; }
    ReviewBar* reviewBar() const { return review_; }
    StreamingText* question() const { return question_; }

Q_SIGNALS:
    void referenceClicked(qint64 exchange, int number);
    void reviewed(qint64 exchange, fleming::app::Verdict verdict, QString comment, QString reviewer);

private:
    void buildQuestion(const app::Exchange& exchange);
    void showProgress();
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
    ReasoningBlock* reasoning_;
    AnswerCard* answer_;
    ReviewBar* review_;
};

}  // namespace fleming::ui
