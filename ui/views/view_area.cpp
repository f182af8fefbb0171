#include "ui/views/view_area.h"

#include "app/studies/study_tree.h"
#include "app/studies/time_points.h"
#include "ui/measure/measured_views.h"
#include "ui/review/evidence_viewer.h"
#include "ui/views/current_page.h"
#include "ui/views/pane.h"
#include "ui/views/pane_links.h"
#include "ui/views/slice_page.h"
#include "ui/views/start_page.h"
#include "ui/views/volume_page.h"

#include <QApplication>
#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fleming::ui {

ViewArea::ViewArea(app::Workspace& workspace, QWidget* parent) : QWidget(parent), workspace_(workspace) {
    links_ = new PaneLinks(workspace, this);
    measured_ = new MeasuredViews(workspace, this);
    build();
    addPane();
    arrange();
    connectParts();
    showChosen();
}

ViewArea::~ViewArea() {
    qApp->disconnect(this);  // the focus leaves the panes while they are destroyed
}

void ViewArea::build() {
    start_ = new StartPage(this);
    evidence_ = new EvidenceViewer(workspace_, this);
    // A scroll area, so that the start page does not set a minimum size of the window.
    startArea_ = new QScrollArea(this);
    startArea_->setFrameShape(QFrame::NoFrame);
    startArea_->setWidgetResizable(true);
    startArea_->setWidget(start_);
    panesPage_ = new QWidget(this);
    places_ = new QGridLayout(panesPage_);
    places_->setContentsMargins(0, 0, 0, 0);
    places_->setSpacing(2);
    stack_ = new QStackedWidget(this);
    for (QWidget* page : {static_cast<QWidget*>(startArea_), panesPage_, static_cast<QWidget*>(evidence_)})
        stack_->addWidget(page);
    fitToCurrentPage(stack_);
    controls_ = new QVBoxLayout;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(controls_);
    column->addWidget(stack_, 1);
    setMinimumWidth(240);
}

void ViewArea::connectParts() {
    connect(start_, &StartPage::openFilesRequested, this, &ViewArea::openFilesRequested);
    connect(start_, &StartPage::openFolderRequested, this, &ViewArea::openFolderRequested);
    connect(start_, &StartPage::openSampleRequested, this, &ViewArea::openSampleRequested);
    connect(evidence_, &EvidenceViewer::closed, this, &ViewArea::closeImage);
    connect(evidence_, &EvidenceViewer::seriesRequested, this, &ViewArea::seriesRequested);
    connect(&workspace_.studies(), &app::Studies::chosenChanged, this, [this] {
        imageShown_ = false;
        showChosen();
    });
    connect(&workspace_.studies(), &app::Studies::seriesChanged, this, [this] {
        for (Pane* pane : panes_) {
            if (workspace_.studies().find(pane->seriesId()) == nullptr) pane->setSeries(-1);
        }
        fillEmptyPanes();
        tellShown();
        showPage();
    });
    connect(&workspace_.studies(), &app::Studies::openFinished, this, &ViewArea::goToOpened);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, const QWidget* now) {
        const auto holds = [now](const Pane* pane) { return now != nullptr && pane->isAncestorOf(now); };
        const auto focused = std::ranges::find_if(panes_, holds);
        if (focused != panes_.end()) activate(*focused);
    });
}

// --- panes ----------------------------------------------------------------------------------------------------------

Pane* ViewArea::addPane() {
    auto* pane = new Pane(workspace_, panesPage_);
    panes_.push_back(pane);
    controls_->addWidget(pane->controls());
    connect(pane, &Pane::failed, this, &ViewArea::failed);
    connect(pane, &Pane::notice, this, &ViewArea::notice);
    connect(pane, &Pane::askRequested, this, [this, pane] {
        activate(pane);
        Q_EMIT askRequested();
    });
    connect(pane, &Pane::activated, this, [this, pane] { activate(pane); });
    connect(pane, &Pane::seriesShown, measured_, [this, pane] { measured_->show(pane); });
    connect(pane, &Pane::doubleClicked, this, &ViewArea::toggleMaximised);
    connect(pane, &Pane::viewChanged, this, [this, pane] {
        if (pane == activePane()) tellView();
    });
    connect(pane, &Pane::pageChanged, this, [this, pane] {
        links_->refresh();
        if (pane == activePane()) showPage();
    });
    connect(pane, &Pane::seriesDropped, this, [this, pane](int seriesId) {
        pane->setSeries(seriesId);
        activate(pane);
        workspace_.studies().choose(seriesId);  // activate() does nothing for the active pane
        tellShown();
        tellView();
        Q_EMIT arranged();
    });
    connect(pane->slicePage()->view(), &viewer::SliceView::menuRequested, this, [this, pane](const QPoint& at) {
        activate(pane);
        Q_EMIT menuRequested(pane->slicePage()->view()->mapToGlobal(at));
    });
    connect(pane->clipView(), &viewer::ClipView::menuRequested, this, [this, pane](const QPoint& at) {
        activate(pane);
        Q_EMIT menuRequested(pane->clipView()->screen()->mapToGlobal(at));
    });
    connect(pane->volumePage(), &VolumePage::menuRequested, this, [this, pane](const QPoint& global) {
        activate(pane);
        Q_EMIT menuRequested(global);
    });
    connect(pane->volumePage(), &VolumePage::seriesRequested, this, &ViewArea::chooseNextSeries);
    connect(pane->volumePage(), &VolumePage::keyImageRequested, this, &ViewArea::pickImage);
    connect(pane->slicePage()->view(), &viewer::SliceView::seriesRequested, this, &ViewArea::chooseNextSeries);
    connect(pane->clipView(), &viewer::ClipView::seriesRequested, this, &ViewArea::chooseNextSeries);
    connect(pane->slicePage()->view(), &viewer::SliceView::keyImageRequested, this, &ViewArea::pickImage);
    connect(pane->clipView(), &viewer::ClipView::keyImageRequested, this, &ViewArea::pickImage);
    pane->slicePage()->view()->setTimeStep([this, pane](int by) { return stepTime(pane, by); });
    connect(pane->slicePage()->view(), &viewer::SliceView::activeToolChanged, this,
            [this, pane] { setTool(pane->slicePage()->view()->activeTool()); });
    connect(pane->clipView(), &viewer::ClipView::activeToolChanged, this,
            [this, pane] { setTool(pane->clipView()->activeTool()); });
    pane->slicePage()->view()->setActiveTool(activePane()->slicePage()->view()->activeTool());
    return pane;
}

void ViewArea::setTool(const std::string& id) {
    for (const Pane* pane : panes_) {
        if (pane->slicePage()->view()->activeTool() != id) pane->slicePage()->view()->setActiveTool(id);
        if (pane->clipView()->activeTool() != id) pane->clipView()->setActiveTool(id);
    }
}

/// Removes the last pane.
void ViewArea::removePane() {
    Pane* pane = panes_.back();
    panes_.pop_back();
    pane->controls()->hide();
    pane->controls()->setParent(pane);  // they lie outside the pane, and are used as long as it exists
    pane->disconnect(this);
    pane->slicePage()->view()->disconnect(this);
    pane->clipView()->disconnect(this);
    pane->slicePage()->view()->setRoiBoard(nullptr);
    pane->hide();
    pane->deleteLater();
}

void ViewArea::setGrid(PaneGrid grid) {
    changeGrid(grid);
    fillEmptyPanes();
    arrange();
    tellShown();
    tellView();
    Q_EMIT arranged();
}

/// Adds or removes panes; their places follow with arrange().
void ViewArea::changeGrid(PaneGrid grid) {
    grid_ = {std::clamp(grid.rows, 1, PaneGrid::kMost), std::clamp(grid.columns, 1, PaneGrid::kMost)};
    maximised_ = false;
    const auto count = static_cast<std::size_t>(grid_.count());
    if (activePane()->seriesId() < 0) showChosen();  // an empty pane would stay alone
    if (active_ >= count) {
        std::swap(panes_[active_], panes_[count - 1]);
        active_ = count - 1;
    }
    while (panes_.size() > count)
        removePane();
    while (panes_.size() < count)
        addPane();
}

void ViewArea::showThreePlanes() {
    const app::OpenSeries* open = chosen();
    if (open == nullptr || open->series.kind() != viewer::SeriesKind::volume || !open->series.geometry().oriented)
        return;
    const int id = open->id;
    changeGrid({2, 2});
    for (Pane* pane : panes_)
        pane->setSeries(id);
    arrange();
    constexpr viewer::Plane kPlanes[] = {viewer::Plane::axial, viewer::Plane::coronal, viewer::Plane::sagittal};
    for (std::size_t i = 0; i < panes_.size(); ++i) {
        panes_[i]->showTab(i == std::size(kPlanes));
        if (i < std::size(kPlanes)) panes_[i]->slicePage()->setPlane(kPlanes[i]);
    }
    activate(panes_.front());
    tellShown();
    tellView();
    Q_EMIT arranged();
}

void ViewArea::showSeries(PaneGrid grid, const std::vector<int>& series, int active) {
    closeImage();
    changeGrid(grid);
    active_ = static_cast<std::size_t>(std::ranges::find(series, active) - series.begin());
    for (std::size_t i = 0; i < panes_.size(); ++i)
        panes_[i]->setSeries(i < series.size() ? series[i] : -1);
    workspace_.studies().choose(active);
    fillEmptyPanes();
    arrange();
    tellShown();
    tellView();
    Q_EMIT arranged();
}

void ViewArea::replaceSeries(int shown, int by) {
    closeImage();
    for (Pane* pane : panes_) {
        if (pane->seriesId() != shown || pane == activePane()) continue;
        const bool isVolume = pane->volumeTabShown();
        const viewer::Plane plane = pane->slicePage()->view()->plane();
        pane->setSeries(by);
        pane->showTab(isVolume);
        pane->slicePage()->setPlane(plane);
    }
    showInActive(by);
}

QSize ViewArea::roomForPanes() const {
    return stack_->size();
}

void ViewArea::toggleMaximised() {
    if (panes_.size() < 2) return;
    maximised_ = !maximised_;
    arrange();
}

/// Puts the panes at their places, and shows the controls of the active one.
void ViewArea::arrange() {
    // A maximised pane has the room of all.
    const int activeRow = static_cast<int>(active_) / grid_.columns,
              activeColumn = static_cast<int>(active_) % grid_.columns;
    for (int row = 0; row < PaneGrid::kMost; ++row)
        places_->setRowStretch(row, (maximised_ ? row == activeRow : row < grid_.rows) ? 1 : 0);
    for (int column = 0; column < PaneGrid::kMost; ++column)
        places_->setColumnStretch(column, (maximised_ ? column == activeColumn : column < grid_.columns) ? 1 : 0);
    for (std::size_t i = 0; i < panes_.size(); ++i) {
        Pane* pane = panes_[i];
        const bool isActive = i == active_;
        places_->removeWidget(pane);
        places_->addWidget(pane, static_cast<int>(i) / grid_.columns, static_cast<int>(i) % grid_.columns);
        pane->setActive(isActive, panes_.size() == 1);
        pane->setPlace(static_cast<int>(i) + 1, static_cast<int>(panes_.size()));
        pane->setVisible(isActive || !maximised_);
    }
    links_->setPanes(panes_);
    showPage();
}

/// Gives each empty pane the next series of the chosen one's patient (or folder) that no pane shows: never a series of
/// another patient, which the user has to ask for.
void ViewArea::fillEmptyPanes() {
    if (panes_.size() < 2) return;
    const int chosenOne = workspace_.studies().chosen();
    std::vector<int> candidates;
    for (const app::PatientGroup& patient : app::arrangeSeries(workspace_.studies().series())) {
        candidates = app::seriesOf(patient);
        if (std::ranges::find(candidates, chosenOne) != candidates.end()) break;
        candidates.clear();
    }
    // Those after the chosen one come first: the rest of its study.
    std::ranges::rotate(candidates, std::ranges::find(candidates, chosenOne));
    std::erase_if(candidates, [this](int id) {
        return std::ranges::any_of(panes_, [id](const Pane* pane) { return pane->seriesId() == id; });
    });
    auto next = candidates.begin();
    for (Pane* pane : panes_) {
        if (pane->seriesId() < 0 && next != candidates.end() && pane != activePane()) pane->setSeries(*next++);
    }
}

void ViewArea::activate(Pane* pane) {
    const auto found = std::ranges::find(panes_, pane);
    if (found == panes_.end() || pane == activePane()) return;
    active_ = static_cast<std::size_t>(found - panes_.begin());
    arrange();
    if (pane->seriesId() >= 0 && pane->seriesId() != workspace_.studies().chosen()) {
        workspace_.studies().choose(pane->seriesId());
    } else {
        tellView();
    }
}

void ViewArea::activateNext(int by) {
    const auto count = static_cast<int>(panes_.size());
    activate(panes_[static_cast<std::size_t>((static_cast<int>(active_) + by + count) % count)]);
    activePane()->focusWidget()->setFocus();
}

/// Shows the next series of the browser in the active pane, or the one before.
void ViewArea::chooseNextSeries(int by) {
    const std::vector<int> all = app::seriesOf(app::arrangeSeries(workspace_.studies().series()));
    const auto at = std::ranges::find(all, activePane()->seriesId()) - all.begin() + by;
    if (at < 0 || at >= std::ssize(all)) return;
    showInActive(all[static_cast<std::size_t>(at)]);
}

/// Shows another time point of the series of a pane in the same way. Returns false if there are no others.
bool ViewArea::stepTime(Pane* pane, int by) {
    const std::vector<int> ids = app::timePointsOf(workspace_.studies().series(), pane->seriesId());
    if (ids.size() < 2) return false;
    const auto at = std::ranges::find(ids, pane->seriesId()) - ids.begin();
    const int next = ids[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at + by, 0, std::ssize(ids) - 1))];
    if (next == pane->seriesId()) return true;
    workspace_.studies().setView(next, pane->currentView());
    if (pane == activePane()) {
        showInActive(next);
    } else {
        pane->setSeries(next);
        tellShown();
    }
    return true;
}

void ViewArea::showInActive(int seriesId) {
    activePane()->setSeries(seriesId);
    workspace_.studies().choose(seriesId);
    tellShown();
    tellView();
    activePane()->focusWidget()->setFocus();
}

/// Adds what the active pane shows to the evidence.
void ViewArea::pickImage() {
    if (const app::OpenSeries* open = chosen()) workspace_.evidence().addView(*open);
}

const app::OpenSeries* ViewArea::chosen() const {
    return workspace_.studies().find(workspace_.studies().chosen());
}

/// Shows the chosen series: in the pane that has it, or else in the active one.
void ViewArea::showChosen() {
    const int id = workspace_.studies().chosen();
    if (id >= 0 && activePane()->seriesId() != id) {
        const auto shows = std::ranges::find(panes_, id, &Pane::seriesId);
        if (shows != panes_.end() && activePane()->seriesId() < 0) (*shows)->setSeries(-1);  // it moves
        if (shows != panes_.end() && activePane()->seriesId() >= 0) {
            active_ = static_cast<std::size_t>(shows - panes_.begin());
            arrange();
        } else {
            activePane()->setSeries(id);
        }
    }
    fillEmptyPanes();
    tellShown();
    showPage();
    tellView();
}

/// Shows the start page or the panes, unless an image lies over them.
void ViewArea::showPage() {
    const bool any = !workspace_.studies().series().empty();
    QWidget* page = imageShown_ ? static_cast<QWidget*>(evidence_) : any ? panesPage_ : startArea_;
    for (std::size_t i = 0; i < panes_.size(); ++i)
        panes_[i]->controls()->setVisible(page == panesPage_ && i == active_);
    stack_->setCurrentWidget(page);
    setFocusProxy(imageShown_ ? evidence_->view() : any ? activePane()->focusWidget() : nullptr);
    if (!imageShown_) evidence_->clear();
    Q_EMIT activeChanged();
}

/// Says which series are on the screen, so that their pixels are loaded and kept.
void ViewArea::tellShown() {
    std::vector<int> ids;
    for (const Pane* pane : panes_) {
        if (pane->seriesId() >= 0) ids.push_back(pane->seriesId());
    }
    workspace_.studies().setShown(std::move(ids));
    links_->refresh();
}

void ViewArea::tellView() {
    const app::OpenSeries* open = chosen();
    if (open != nullptr && open->id == activePane()->seriesId())
        workspace_.studies().setView(open->id, activePane()->currentView());
}

// --- an image of the evidence ---------------------------------------------------------------------------------------

void ViewArea::showImage(qint64 exchange, int number) {
    if (!evidence_->showImage(exchange, number)) return;
    if (!imageShown_) focusBefore_ = QApplication::focusWidget();
    imageShown_ = true;
    showPage();
    evidence_->view()->setFocus();
}

void ViewArea::closeImage() {
    if (!imageShown_) return;
    const bool hadFocus = evidence_->isAncestorOf(QApplication::focusWidget());
    imageShown_ = false;
    showPage();
    if (!hadFocus) return;
    QWidget* next =
        focusBefore_ != nullptr && focusBefore_->isVisible() ? focusBefore_.data() : activePane()->focusWidget();
    next->setFocus();
}

}  // namespace fleming::ui
