#pragma once

#include "app/workspace.h"

#include <QScrollArea>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace fleming::ui {

class ExchangeCard;

/// The exchanges of the session, one card each, oldest first. It follows new text as long as the reader is at the end.
class ConversationView : public QScrollArea {
    Q_OBJECT

public:
    explicit ConversationView(app::Workspace& workspace, QWidget* parent = nullptr);

    /// Returns the card of an exchange, or null if it is not shown.
    ExchangeCard* card(qint64 exchange) const;

    /// Returns the number of cards.
    int cardCount() const { return static_cast<int>(cards_.size()); }

Q_SIGNALS:
    /// The user has clicked "Image-<number>" in an exchange.
    void referenceClicked(qint64 exchange, int number);
    /// The user wants to see Image-<number> of an exchange large.
    void imageClicked(qint64 exchange, int number);

private:
    void connectWorkspace();
    void rebuild();
    void addCard(const app::Exchange& exchange);
    void showReviews();
    void followEnd();

    app::Workspace& workspace_;
    QVBoxLayout* column_;
    QLabel* empty_;
    std::vector<ExchangeCard*> cards_;
    qint64 lastConversation_ = 0;  ///< of the last card
    bool following_ = true;        ///< the reader is at the end
};

}  // namespace fleming::ui
