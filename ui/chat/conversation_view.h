#pragma once

#include "app/review/review_queue.h"
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

    /// Scrolls to an exchange and gives its answer the keyboard focus.
    void goTo(qint64 exchange);

    /// Goes to the nearest answer that the reviewer at work has not reviewed. Returns false if there is none.
    bool goToUnreviewed(app::Direction direction);

    /// Goes to the next exchange or the one before.
    void goBy(int exchanges);

Q_SIGNALS:
    /// The user has clicked "Image-<number>" in an exchange.
    void referenceClicked(qint64 exchange, int number);

private:
    void connectWorkspace();
    void rebuild();
    void addCard(const app::Exchange& exchange);
    void showReviews();
    void followEnd();
    qint64 current() const;
    void orderTabKey(ExchangeCard* added);

    app::Workspace& workspace_;
    QVBoxLayout* column_;
    QLabel* empty_;
    std::vector<ExchangeCard*> cards_;
    qint64 lastConversation_ = 0;  ///< of the last card
    bool following_ = true;        ///< the reader is at the end
};

}  // namespace fleming::ui
