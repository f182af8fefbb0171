#pragma once

#include "app/chat/branches.h"
#include "app/review/review_queue.h"
#include "app/workspace.h"
#include "ui/chat/branch_bar.h"
#include "ui/chat/lazy_column.h"

#include <vector>

class QMenu;

namespace fleming::ui {

class ExchangeCard;

/// The exchanges of the session, one card each: of each conversation one path through its branches. Which branch is
/// shown is a state of this view; the next question continues what is shown. It follows new text as long as the reader
/// is at the end, and shows a session that is opened again where the reader left it.
class ConversationView : public LazyColumn {
    Q_OBJECT

public:
    /// `againMenu` has the ways to ask a question again; it may be null and outlives this view.
    ConversationView(app::Workspace& workspace, QMenu* againMenu, QWidget* parent = nullptr);

    /// Returns the card of an exchange, and makes it if it is too far away to be there; null if the exchange is not
    /// shown.
    ExchangeCard* card(qint64 exchange);

    /// Returns the number of exchanges that are shown.
    int cardCount() const { return entryCount(); }

    /// Shows the branch with an exchange, scrolls to the exchange and gives its card the focus. If its conversation is
    /// the current one, the next question continues that branch. Does nothing if there is no such exchange.
    void showExchange(qint64 exchange);

    /// Shows the branch `by` places after that of an exchange. Does nothing if there is none, or while the model
    /// answers in the conversation.
    void stepBranch(qint64 exchange, int by);

    /// Returns the exchange whose card had the keyboard focus last, or the last one that is shown; 0: none.
    qint64 currentExchange() const;

    /// Scrolls to an exchange, on whichever branch it is, and gives its answer the keyboard focus.
    void goTo(qint64 exchange);

    /// Goes to the nearest answer that the reviewer at work has not reviewed. Returns false if there is none.
    bool goToUnreviewed(app::Direction direction);

    /// Goes to the next exchange that is shown, or to the one before.
    void goBy(int exchanges);

Q_SIGNALS:
    /// The user has clicked "Image-<number>" in an exchange.
    void referenceClicked(qint64 exchange, int number);
    /// The user wants to see Image-<number> of an exchange large.
    void imageClicked(qint64 exchange, int number);
    /// The user wants another branch of an exchange.
    void branchRequested(qint64 exchange, fleming::ui::BranchRequest request);

private:
    void connectWorkspace();
    void rebuild();
    void showPath();
    ExchangeCard* makeCard(qint64 exchange, QWidget* parent);
    ExchangeCard* madeCard(qint64 exchange) const;
    std::vector<ExchangeCard*> madeCards() const;
    bool beginsConversation(qint64 exchange) const;
    void refreshBranches();
    void refreshBranch(ExchangeCard& shown);
    void continueShown();
    void noteFocus(const QWidget* focus);
    void showReviews();
    void keepPlace();
    void orderTabKey();
    void reveal(qint64 exchange);
    void revealReview(qint64 exchange);
    qint64 reviewedExchange() const;

    app::Workspace& workspace_;
    QMenu* againMenu_;
    app::ShownPath path_;
    std::vector<qint64> shown_;  // the exchanges of path_, from top to bottom
    qint64 current_ = 0;         // the exchange whose card had the focus last; 0: another part had it since
    bool tabKeyWaits_ = false;   // orderTabKey() will run
};

}  // namespace fleming::ui
