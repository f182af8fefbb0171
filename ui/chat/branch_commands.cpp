#include "ui/chat/branch_commands.h"

#include "ui/chat/conversation_view.h"
#include "ui/dialogs/ask_again_dialog.h"
#include "ui/dialogs/compare_dialog.h"
#include "ui/window/window_keys.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QRandomGenerator>

#include <algorithm>
#include <limits>
#include <utility>

namespace fleming::ui {

BranchCommands::BranchCommands(app::Workspace& workspace, QWidget* window, QObject* parent)
    : QObject(parent), workspace_(workspace), window_(window), againMenu_(new QMenu(window)) {
    previous_ = add("previous-branch", tr("&Previous branch"), tr("Alt+Left"), nullptr);
    next_ = add("next-branch", tr("&Next branch"), tr("Alt+Right"), nullptr);
    connect(previous_, &QAction::triggered, this, [this] { view_->stepBranch(view_->currentExchange(), -1); });
    connect(next_, &QAction::triggered, this, [this] { view_->stepBranch(view_->currentExchange(), 1); });
    edit_ = add("edit-question", tr("&Edit question…"), tr("Ctrl+Shift+L"), &BranchCommands::edit);
    regenerate_ = add("regenerate", tr("&Regenerate answer"), tr("Ctrl+G"), &BranchCommands::regenerate);
    currentEvidence_ = add("ask-current-evidence", tr("Ask again about the current e&vidence"), {},
                           &BranchCommands::askWithCurrentEvidence);
    loadedModel_ = add("ask-loaded-model", tr("Ask the &loaded model"), {}, &BranchCommands::askLoadedModel);
    parameters_ = add("ask-other-parameters", tr("Ask again with other p&arameters…"), tr("Ctrl+Shift+G"),
                      &BranchCommands::changeParameters);
    continue_ =
        add("continue-conversation", tr("&Continue this conversation"), {}, &BranchCommands::continueConversation);
    compare_ = add("compare-answers", tr("Co&mpare answers…"), tr("Ctrl+B"), &BranchCommands::compare);
    againMenu_->addActions({regenerate_, currentEvidence_, loadedModel_, parameters_});
    connect(againMenu_, &QMenu::aboutToShow, this, &BranchCommands::refresh);
    connect(againMenu_, &QMenu::aboutToHide, this, &BranchCommands::enableAll);
}

QAction* BranchCommands::add(const char* id, const QString& text, const QString& keys,
                             void (BranchCommands::*command)(qint64 exchange)) {
    auto* action = new QAction(text, this);
    action->setShortcut(QKeySequence(keys));
    WindowKeys::offer(action, QLatin1String(id));
    if (command == nullptr) return action;
    connect(action, &QAction::triggered, this, [this, command] {
        if (const qint64 exchange = view_->currentExchange()) (this->*command)(exchange);
    });
    return action;
}

void BranchCommands::setView(ConversationView* view) {
    view_ = view;
    connect(view, &ConversationView::branchRequested, this, &BranchCommands::act);
}

void BranchCommands::addTo(QMenu* menu) const {
    menu->addActions({previous_, next_});
    menu->addSeparator();
    menu->addActions({edit_, regenerate_, currentEvidence_, loadedModel_, parameters_});
    menu->addSeparator();
    menu->addActions({continue_, compare_});
    connect(menu, &QMenu::aboutToShow, this, &BranchCommands::refresh);
    connect(menu, &QMenu::aboutToHide, this, &BranchCommands::enableAll);
}

void BranchCommands::act(qint64 exchange, BranchRequest request) {
    switch (request) {
        case BranchRequest::previous:
            view_->stepBranch(exchange, -1);
            break;
        case BranchRequest::next:
            view_->stepBranch(exchange, 1);
            break;
        case BranchRequest::edit:
            edit(exchange);
            break;
        case BranchRequest::regenerate:
            regenerate(exchange);
            break;
        case BranchRequest::compare:
            compare(exchange);
            break;
    }
}

bool BranchCommands::canAsk() const {
    return !workspace_.chat().isAnswering() && workspace_.model().model() && !workspace_.session().isReadOnly();
}

bool BranchCommands::isOfLoadedModel(const app::Exchange& exchange) const {
    const auto& model = workspace_.model().model();
    return model && !exchange.modelSha256.empty() && exchange.modelSha256 == model->sha256 &&
           exchange.dtype == model->info.typeName();
}

void BranchCommands::refresh() {
    const app::Exchange* exchange = workspace_.session().find(view_->currentExchange());
    const bool isThere = exchange != nullptr, mayAsk = isThere && canAsk();
    for (QAction* action : {edit_, regenerate_, currentEvidence_, parameters_})
        action->setEnabled(mayAsk);
    const auto& model = workspace_.model().model();
    loadedModel_->setText(model ? tr("Ask the &loaded model (%1)")
                                      .arg(QString::fromStdString(model->info.name).replace('&', QLatin1String("&&")))
                                : tr("Ask the &loaded model"));
    loadedModel_->setEnabled(mayAsk && !isOfLoadedModel(*exchange));
    continue_->setEnabled(isThere && !workspace_.chat().isAnswering() &&
                          exchange->conversation != workspace_.chat().conversation());
    compare_->setEnabled(isThere);
}

/// The entries are enabled for the exchange that is current while a menu is open. Their keys work for any.
void BranchCommands::enableAll() {
    for (QAction* action : {edit_, regenerate_, currentEvidence_, loadedModel_, parameters_, continue_, compare_})
        action->setEnabled(true);
}

// --- commands -------------------------------------------------------------------------------------------------------

/// Draws another seed. The same model without sampling would give the same answer, so the dialog offers to change
/// something.
void BranchCommands::regenerate(qint64 exchange) {
    const app::Exchange* before = workspace_.session().find(exchange);
    if (before == nullptr) return;
    app::AskAgain again = app::toAskAgain(*before);
    if (again.options.temperature <= 0 && isOfLoadedModel(*before) && before->state != app::ExchangeState::failed) {
        changeParameters(exchange);
        return;
    }
    again.options.seed = QRandomGenerator::global()->bounded(std::numeric_limits<int>::max());
    workspace_.chat().askAgain(exchange, again);
}

void BranchCommands::askWithCurrentEvidence(qint64 exchange) {
    const app::Exchange* before = workspace_.session().find(exchange);
    if (before == nullptr) return;
    app::AskAgain again = app::toAskAgain(*before);
    again.evidence = app::AskAgain::Evidence::current;
    workspace_.chat().askAgain(exchange, again);
}

void BranchCommands::askLoadedModel(qint64 exchange) {
    const app::Exchange* before = workspace_.session().find(exchange);
    if (before != nullptr && !isOfLoadedModel(*before)) workspace_.chat().askAgain(exchange, app::toAskAgain(*before));
}

void BranchCommands::edit(qint64 exchange) {
    AskAgainDialog::showFor(workspace_, exchange, AskAgainDialog::Part::question, window_);
}

void BranchCommands::changeParameters(qint64 exchange) {
    AskAgainDialog::showFor(workspace_, exchange, AskAgainDialog::Part::parameters, window_);
}

void BranchCommands::continueConversation(qint64 exchange) {
    const app::Exchange* of = workspace_.session().find(exchange);
    if (of == nullptr) return;
    workspace_.chat().continueConversation(of->conversation);
    view_->showExchange(exchange);  // and the branch that is shown
}

/// Compares with the branch beside it, else with the exchange that is shown before it.
void BranchCommands::compare(qint64 exchange) {
    const std::vector<app::Exchange>& exchanges = workspace_.session().exchanges();
    const app::Exchange* one = workspace_.session().find(exchange);
    if (one == nullptr) return;
    const std::vector<std::int64_t> branches = app::branchesAt(exchanges, *one);
    const auto at = std::ranges::find(branches, exchange);
    qint64 other = one->follows;
    if (at != branches.begin()) {
        other = *(at - 1);
    } else if (branches.size() > 1) {
        other = branches[1];
    }
    if (other == 0) other = exchanges.front().id;
    CompareDialog::showFor(workspace_, std::min(exchange, other), std::max(exchange, other), window_);
}

}  // namespace fleming::ui
