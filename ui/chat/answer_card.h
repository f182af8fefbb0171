#pragma once

#include "app/session/session.h"
#include "ui/style/card.h"

class QLabel;
class QToolButton;

namespace fleming::ui {

class StreamingText;

/// The final answer, with the model, tokens, time and how it ended.
class AnswerCard : public Card {
    Q_OBJECT

public:
    explicit AnswerCard(QWidget* parent = nullptr);

    StreamingText* text() const { return text_; }
    QLabel* facts() const { return facts_; }
    void setWaiting(const QString& what);             ///< while it streams: what is happening
    void setFinished(const app::Exchange& exchange);  ///< the line of facts, or the failure

Q_SIGNALS:
    void copyRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolour();

    StreamingText* text_;
    QLabel* facts_;
    QLabel* problem_;
    QToolButton* copy_;
    bool failed_ = false;
};

/// "Fleming-VL-8B · 214 tokens · 12.3 tokens/s · 18.2 s · complete": for a finished exchange.
QString factsLine(const app::Exchange& exchange);

}  // namespace fleming::ui
