#pragma once

#include "app/chat/branches.h"
#include "app/workspace.h"
#include "ui/chat/branch_bar.h"

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace fleming::ui {

class ConversationView;

/// What can be done with the exchanges of the conversation: show another branch, ask again, compare. The entries of the
/// menu act on ConversationView::currentExchange().
class BranchCommands : public QObject {
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs and outlives this object.
    BranchCommands(app::Workspace& workspace, QWidget* window, QObject* parent);

    /// Sets the view that the commands act on. It outlives this object, or is destroyed together with it.
    void setView(ConversationView* view);

    /// Adds all commands to a menu.
    void addTo(QMenu* menu) const;

    /// Returns the menu with the ways to ask again.
    QMenu* againMenu() const { return againMenu_; }

    /// Does what the user wants with an exchange.
    void act(qint64 exchange, BranchRequest request);

private:
    QAction* add(const char* id, const QString& text, const QString& keys,
                 void (BranchCommands::*command)(qint64 exchange));
    void regenerate(qint64 exchange);
    void askWithCurrentEvidence(qint64 exchange);
    void askLoadedModel(qint64 exchange);
    void edit(qint64 exchange);
    void changeParameters(qint64 exchange);
    void continueConversation(qint64 exchange);
    void compare(qint64 exchange);
    void refresh();
    void enableAll();
    bool isOfLoadedModel(const app::Exchange& exchange) const;
    bool canAsk() const;

    app::Workspace& workspace_;
    QWidget* window_;
    ConversationView* view_ = nullptr;
    QMenu* againMenu_;
    QAction* previous_;
    QAction* next_;
    QAction* edit_;
    QAction* regenerate_;
    QAction* currentEvidence_;
    QAction* loadedModel_;
    QAction* parameters_;
    QAction* continue_;
    QAction* compare_;
};

}  // namespace fleming::ui
