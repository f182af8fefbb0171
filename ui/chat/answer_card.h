#pragma once

#include "app/session/session.h"
#include "ui/style/card.h"

class QLabel;
class QToolButton;

namespace fleming::ui {

class StreamingText;

/// The final answer, with a line about the model, the number of tokens, the time, and how it ended.
class AnswerCard : public Card {
    Q_OBJECT

public:
    explicit AnswerCard(QWidget* parent = nullptr);

    StreamingText* text() const { return text_; }
    QLabel* facts() const { return facts_; }
    /// Shows the progress of an answer that is streaming.
    void setWaiting(const QString& what);
    /// Shows how the answer ended, or why there is none.
    void setFinished(const app::Exchange& exchange);
    /// Shows how the last replay of the answer compared with it.
    void setReplays(const app::Exchange& exchange);
    QToolButton* replayButton() const { return replay_; }
    QLabel* replayMark() const { return replayMark_; }

Q_SIGNALS:
    /// The user wants to copy the exchange.
    void copyRequested();
    /// The user wants the answer to be generated again and compared.
    void replayRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolour();

    StreamingText* text_;
    QLabel* facts_;
    QLabel* problem_;
    QLabel* replayMark_;
    QToolButton* replay_;
    QToolButton* copy_;
    bool failed_ = false;
};

/// Returns the line about an exchange, such as "Fleming-VL-8B · 214 tokens · 12.3 tokens/s · 18.2 s · Complete".
QString factsLine(const app::Exchange& exchange);

}  // namespace fleming::ui
