#pragma once

#include "app/chat/branches.h"
#include "app/workspace.h"
#include "ui/chat/branch_bar.h"

#include <QScrollArea>

#include <vector>

class QLabel;
class QMenu;
class QVBoxLayout;

namespace fleming::ui {

class ExchangeCard;

/// The exchanges of the session, one card each: of each conversation one path through its branches. Which branch is
/// shown is a state of this view; the next question continues what is shown. It follows new text as long as the reader
/// is at the end.
class ConversationView : public QScrollArea {
    Q_OBJECT

public:
    /// `againMenu` has the ways to ask a question again; it may be null and outlives this view.
    ConversationView(app::Workspace& workspace, QMenu* againMenu, QWidget* parent = nullptr);

    /// Returns the card of an exchange, or null if it is not shown.
    ExchangeCard* card(qint64 exchange) const;

    /// Returns the number of cards.
    int cardCount() const { return static_cast<int>(cards_.size()); }

    /// Shows the branch with an exchange, and scrolls to the exchange. If its conversation is the current one, the next
    /// question continues that branch.
    void showExchange(qint64 exchange);

    /// Shows the branch `by` places after that of an exchange. Does nothing if there is none, or while the model
    /// answers in the conversation.
    void stepBranch(qint64 exchange, int by);

    /// Returns the exchange whose card had the keyboard focus last, or the last one that is shown; 0: none.
    qint64 currentExchange() const;

Q_SIGNALS:
    /// The user has clicked "Image-<number>" in an exchange.
    void referenceClicked(qint64 exchange, int number);
    /// The user wants another branch of an exchange.
    void branchRequested(qint64 exchange, fleming::ui::BranchRequest request);

private:
    void connectWorkspace();
    void rebuild();
    void showPath();
    ExchangeCard* makeCard(const app::Exchange& exchange);
    void refreshBranches();
    void continueShown();
    void scrollTo(qint64 exchange, int top);
    void noteFocus(const QWidget* focus);
    void showReviews();
    void followEnd();

    app::Workspace& workspace_;
    QVBoxLayout* column_;
    QLabel* empty_;
    QMenu* againMenu_;
    app::ShownPath path_;
    std::vector<ExchangeCard*> cards_;  ///< those of path_
    qint64 current_ = 0;                ///< the exchange whose card had the focus last; 0: another part had it since
    bool following_ = true;             ///< the reader is at the end
};

}  // namespace fleming::ui
