#include "ui/chat/chat_panel.h"

#include "app/export/exporters.h"
#include "app/workspace.h"
#include "ui/chat/branch_commands.h"
#include "ui/chat/composer.h"
#include "ui/chat/conversation_view.h"
#include "ui/dialogs/prompts_dialog.h"
#include "ui/review/review_navigator.h"
#include "ui/window/commands.h"
#include "ui/window/frame_navigator.h"
#include "ui/window/message_bar.h"
#include "ui/window/window_keys.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace fleming::ui {

Panel conversationPanel() {
    return {ChatPanel::kId,
            ChatPanel::tr("&Conversation panel"),
            Symbol::conversation,
            QKeySequence(Qt::Key_F9),
            PanelPlace::right,
            {0.3, 240, 460, 0.4},
            [](const PanelContext& context, QWidget* parent) -> PanelWidget {
                auto* panel = new ChatPanel(context, parent);
                return {panel, panel->composer()->box(), panel->menu()};
            }};
}

ChatPanel::ChatPanel(const PanelContext& context, QWidget* parent)
    : QWidget(parent), workspace_(context.workspace), messages_(context.messages) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(makeHeader(context));
    branches_ = new BranchCommands(workspace_, this, this);
    navigator_ = new ReviewNavigator(workspace_, this);
    column->addWidget(navigator_);
    conversation_ = new ConversationView(workspace_, branches_->againMenu(), this);
    branches_->setView(conversation_);
    column->addWidget(conversation_, 1);
    composer_ = new Composer(context, this);
    column->addWidget(composer_);
    fillMenu();
    setMinimumWidth(220);
    connect(conversation_, &ConversationView::imageClicked, &context.navigator, &FrameNavigator::openImage);
    connect(conversation_, &ConversationView::referenceClicked, &context.navigator, &FrameNavigator::showReference);

    connect(&context.commands, &Commands::exchangeWanted, conversation_, &ConversationView::showExchange);
    connect(navigator_, &ReviewNavigator::unreviewedRequested, this, &ChatPanel::goToUnreviewed);
    using namespace app;
    connect(&workspace_.chat(), &Chat::answeringChanged, this, &ChatPanel::refreshHeader);
    connect(&workspace_.chat(), &Chat::conversationChanged, this, &ChatPanel::refreshHeader);
    connect(&workspace_.session(), &CurrentSession::exchangeBegan, this, &ChatPanel::refreshHeader);
    connect(&workspace_.session(), &CurrentSession::exchangesChanged, this, &ChatPanel::refreshHeader);
    refreshHeader();
}

QHBoxLayout* ChatPanel::makeHeader(const PanelContext& context) {
    auto* heading = new QLabel(tr("Conversation"), this);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    const auto button = [this](Symbol symbol, const QString& text, const QString& tip) {
        auto* made = new QToolButton(this);
        made->setIcon(icon(symbol));
        made->setText(text);
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::StrongFocus);
        made->setToolTip(tip);
        return made;
    };
    newConversation_ = button(Symbol::conversation, tr("New"), tr("Start a new conversation"));
    newConversation_->setAccessibleName(tr("New conversation"));
    export_ = button(Symbol::report, tr("Report"), tr("Export the session as a PDF report"));
    connect(newConversation_, &QToolButton::clicked, this, [this] {
        workspace_.chat().newConversation();
        composer_->box()->setFocus();
    });
    connect(export_, &QToolButton::clicked, &context.commands,
            [commands = &context.commands] { commands->exportSession(*app::exporters().front()); });
    auto* row = new QHBoxLayout;
    row->setContentsMargins(10, 2, 6, 2);
    row->addWidget(heading, 1);
    row->addWidget(newConversation_);
    row->addWidget(export_);
    return row;
}

void ChatPanel::goToUnreviewed(app::Direction direction) {
    if (conversation_->goToUnreviewed(direction)) return;
    messages_.say(MessageBar::Kind::notice, workspace_.session().exchanges().empty()
                                                ? tr("There are no answers to review yet.")
                                                : tr("You have reviewed every answer of this session."));
}

void ChatPanel::fillMenu() {
    menu_ = new QMenu(tr("&Questions and answers"), this);
    branches_->addTo(menu_);
    menu_->addSeparator();
    const auto entry = [this](const char* id, const QString& text, const QString& keys, const auto& slot) {
        QAction* action = menu_->addAction(text);
        action->setShortcut(QKeySequence(keys));
        WindowKeys::offer(action, QLatin1String(id));
        connect(action, &QAction::triggered, this, slot);
    };
    entry("insert-prompt", tr("&Insert a saved prompt…"), tr("Ctrl+P"), [this] { composer_->promptButton()->click(); });
    entry("save-prompt", tr("&Save the question as a prompt…"), tr("Ctrl+Shift+P"), [this] {
        PromptsDialog::showFor(workspace_.prompts(), app::SavedPrompts::Kind::question, composer_->box()->toPlainText(),
                               window());
    });
}

void ChatPanel::refreshHeader() {
    newConversation_->setEnabled(workspace_.chat().conversation() != 0 || workspace_.chat().isAnswering());
    export_->setEnabled(!workspace_.session().exchanges().empty());
}

}  // namespace fleming::ui
