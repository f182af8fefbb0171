#include "ui/review/review_navigator.h"

#include "ui/browser/series_text.h"
#include "ui/review/review_words.h"
#include "ui/review/reviewer_dialog.h"
#include "ui/style/muted_label.h"
#include "ui/style/relative_font.h"
#include "viewer/views/flow_layout.h"

#include <QAction>
#include <QActionGroup>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace fleming::ui {

ReviewNavigator::ReviewNavigator(app::Workspace& workspace, QWidget* parent) : QWidget(parent), workspace_(workspace) {
    const auto button = [this](Qt::ArrowType arrow, const QString& text, app::Direction direction) {
        auto* made = new QToolButton(this);
        made->setArrowType(arrow);
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::StrongFocus);
        made->setToolTip(text);
        made->setAccessibleName(text);
        connect(made, &QToolButton::clicked, this, [this, direction] { Q_EMIT unreviewedRequested(direction); });
        return made;
    };
    previous_ = button(Qt::LeftArrow, tr("Previous answer without your review (Shift+F4)"), app::Direction::previous);
    progress_ = new MutedLabel({}, this);
    progress_->setWordWrap(false);
    next_ = button(Qt::RightArrow, tr("Next answer without your review (F4)"), app::Direction::next);
    reviewer_ = new QToolButton(this);
    reviewer_->setAutoRaise(true);
    reviewer_->setFocusPolicy(Qt::StrongFocus);
    reviewer_->setPopupMode(QToolButton::InstantPopup);
    reviewer_->setToolTip(tr("Who reviews"));
    setRelativeFontSize(reviewer_, 0.9);
    auto* menu = new QMenu(reviewer_);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillReviewers(menu); });
    reviewer_->setMenu(menu);
    auto* row = new viewer::FlowLayout(3, this);
    row->setContentsMargins(10, 0, 6, 2);
    for (QWidget* part : std::initializer_list<QWidget*>{previous_, progress_, next_, reviewer_})
        row->addWidget(part);

    using app::CurrentSession;
    const CurrentSession* session = &workspace_.session();
    connect(session, &CurrentSession::exchangeFinished, this, &ReviewNavigator::refresh);
    connect(session, &CurrentSession::exchangesChanged, this, &ReviewNavigator::refresh);
    connect(session, &CurrentSession::replaced, this, &ReviewNavigator::refresh);
    connect(&workspace_.reviews(), &app::ReviewDrafts::reviewerChanged, this, &ReviewNavigator::refresh);
    refresh();
}

void ReviewNavigator::refresh() {
    const app::Reviewer& reviewer = workspace_.reviews().reviewer();
    const app::ReviewProgress progress = app::progressOf(workspace_.session().exchanges(), reviewer);
    progress_->setText(tr("%1 of %2 reviewed").arg(countText(progress.reviewed), countText(progress.total)));
    const bool isOpen = progress.reviewed < progress.total;
    previous_->setEnabled(isOpen);
    next_->setEnabled(isOpen);
    reviewer_->setText(reviewer == app::Reviewer() ? tr("Reviewer: not named")
                                                   : tr("Reviewer: %1").arg(shownReviewer(reviewer)));
    setVisible(progress.total > 0);
}

void ReviewNavigator::fillReviewers(QMenu* menu) {
    menu->clear();
    app::ReviewDrafts& drafts = workspace_.reviews();
    auto* group = new QActionGroup(menu);
    for (const app::Reviewer& each : knownReviewers(drafts)) {
        QAction* action = menu->addAction(shownReviewer(each).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(each == drafts.reviewer());
        group->addAction(action);
        connect(action, &QAction::triggered, &drafts, [&drafts, each] { drafts.setReviewer(each); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Reviewer…")), &QAction::triggered, this,
            [this, &drafts] { askForReviewer(drafts, window()); });
}

}  // namespace fleming::ui
