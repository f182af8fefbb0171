#pragma once

#include "app/workspace.h"
#include "ui/chat/lazy_column.h"

namespace fleming::ui {

class ExchangeCard;

/// The exchanges of the session, one card each, oldest first. It follows new text as long as the reader is at the end,
/// and shows a session that is opened again where the reader left it.
class ConversationView : public LazyColumn {
    Q_OBJECT

public:
    explicit ConversationView(app::Workspace& workspace, QWidget* parent = nullptr);

    /// Returns the card of an exchange, and makes it if it is too far away to be there; null if there is no such
    /// exchange.
    ExchangeCard* card(qint64 exchange);

    /// Returns the number of exchanges that are shown.
    int cardCount() const { return entryCount(); }

    /// Scrolls to an exchange and gives its card the focus. Does nothing if there is no such exchange.
    void showExchange(qint64 exchange);

Q_SIGNALS:
    /// The user has clicked "Image-<number>" in an exchange.
    void referenceClicked(qint64 exchange, int number);

private:
    void connectWorkspace();
    void rebuild();
    ExchangeCard* makeCard(qint64 exchange, QWidget* parent);
    ExchangeCard* madeCard(qint64 exchange) const;
    std::vector<ExchangeCard*> madeCards() const;
    void showReviews();
    void keepPlace();

    app::Workspace& workspace_;
};

}  // namespace fleming::ui
