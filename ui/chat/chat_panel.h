#pragma once

#include "app/review/review_queue.h"
#include "ui/window/panels.h"

#include <QWidget>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace fleming::ui {

class BranchCommands;
class Composer;
class ConversationView;
class ReviewNavigator;

/// The panel on the right: the conversation, and the box for the next question.
class ChatPanel : public QWidget {
    Q_OBJECT

public:
    /// The id of the panel; see Panel::id.
    static constexpr QLatin1String kId{"conversation"};

    explicit ChatPanel(const PanelContext& context, QWidget* parent = nullptr);

    ConversationView* conversation() const { return conversation_; }
    Composer* composer() const { return composer_; }
    QMenu* menu() const { return menu_; }
    ReviewNavigator* reviewNavigator() const { return navigator_; }

    /// Goes to the next answer that the reviewer at work has not reviewed, or to the one before. Says so if there is
    /// none.
    void goToUnreviewed(app::Direction direction);

private:
    QHBoxLayout* makeHeader(const PanelContext& context);
    void fillMenu();
    void refreshHeader();

    app::Workspace& workspace_;
    QToolButton* newConversation_;
    QToolButton* export_;
    QMenu* menu_;
    BranchCommands* branches_;
    MessageBar& messages_;
    ReviewNavigator* navigator_;
    ConversationView* conversation_;
    Composer* composer_;
};

/// Returns the registry entry of the panel.
Panel conversationPanel();

}  // namespace fleming::ui
