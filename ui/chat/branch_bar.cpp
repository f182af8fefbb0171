#include "ui/chat/branch_bar.h"

#include "ui/style/icons.h"
#include "ui/style/muted_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace fleming::ui {

BranchBar::BranchBar(QMenu* againMenu, QWidget* parent) : QWidget(parent) {
    const auto button = [this](Symbol symbol, const QString& name, const QString& tip, BranchRequest request) {
        auto* made = new QToolButton(this);
        made->setIcon(icon(symbol));
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::StrongFocus);
        made->setAccessibleName(name);
        made->setToolTip(tip);
        connect(made, &QToolButton::clicked, this, [this, request] { Q_EMIT requested(request); });
        return made;
    };
    previous_ = button(Symbol::previous, tr("Previous branch"),
                       tr("Show the previous version of this question or answer (Alt+Left)"), BranchRequest::previous);
    next_ = button(Symbol::expand, tr("Next branch"),
                   tr("Show the next version of this question or answer (Alt+Right)"), BranchRequest::next);
    position_ = new MutedLabel({}, this);
    position_->setWordWrap(false);
    edit_ = button(Symbol::edit, tr("Edit question"), tr("Edit the question and ask it again; both answers are kept"),
                   BranchRequest::edit);
    again_ = button(Symbol::again, tr("Regenerate"), tr("Ask the same question again; both answers are kept"),
                    BranchRequest::regenerate);
    if (againMenu != nullptr) {
        again_->setMenu(againMenu);
        again_->setPopupMode(QToolButton::MenuButtonPopup);
    }
    compare_ = button(Symbol::compare, tr("Compare"), tr("Compare this answer with another one, side by side"),
                      BranchRequest::compare);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(previous_);
    row->addWidget(position_);
    row->addWidget(next_);
    row->addStretch(1);
    row->addWidget(edit_);
    row->addWidget(again_);
    row->addWidget(compare_);
    refresh();
}

void BranchBar::setBranch(int number, int count) {
    number_ = number;
    count_ = count;
    refresh();
}

void BranchBar::setCanStep(bool can) {
    canStep_ = can;
    refresh();
}

void BranchBar::setCanAsk(bool can) {
    edit_->setEnabled(can);
    again_->setEnabled(can);
}

void BranchBar::setCanCompare(bool can) {
    compare_->setEnabled(can);
}

void BranchBar::focusStep() {
    (next_->isEnabled() ? next_ : previous_)->setFocus();
}

void BranchBar::refresh() {
    for (QWidget* part :
         {static_cast<QWidget*>(previous_), static_cast<QWidget*>(position_), static_cast<QWidget*>(next_)})
        part->setVisible(count_ > 1);
    position_->setText(tr("%1 of %2", "branch 2 of 3").arg(number_).arg(count_));
    previous_->setEnabled(canStep_ && number_ > 1);
    next_->setEnabled(canStep_ && number_ < count_);
}

}  // namespace fleming::ui
