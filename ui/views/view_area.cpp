#include "ui/views/view_area.h"

#include "ui/views/slice_page.h"
#include "ui/views/volume_page.h"
#include "ui/window/start_page.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

namespace fleming::ui {

ViewArea::ViewArea(app::Workspace& workspace, QWidget* parent) : QWidget(parent), workspace_(workspace) {
    tabs_ = new QTabBar(this);
    tabs_->addTab(tr("Slices"));
    tabs_->addTab(tr("Volume"));
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    tabs_->setAccessibleName(tr("Display mode"));
    start_ = new StartPage(this);
    slices_ = new SlicePage(this);
    volume_ = new VolumePage(this);
    clip_ = new viewer::ClipView(this);
    clip_->setAccessibleName(tr("Clip"));
    // So that the start page forces no size on the window.
    startArea_ = new QScrollArea(this);
    startArea_->setFrameShape(QFrame::NoFrame);
    startArea_->setWidgetResizable(true);
    startArea_->setWidget(start_);
    stack_ = new QStackedWidget(this);
    for (QWidget* page : {static_cast<QWidget*>(startArea_), static_cast<QWidget*>(slices_),
                          static_cast<QWidget*>(volume_), static_cast<QWidget*>(clip_)}) {
        stack_->addWidget(page);
    }
    // The page that is shown alone decides how low the view can be.
    const auto fitToCurrent = [this] {
        for (int i = 0; i < stack_->count(); ++i) {
            const auto policy = i == stack_->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored;
            stack_->widget(i)->setSizePolicy(policy, policy);
        }
    };
    connect(stack_, &QStackedWidget::currentChanged, this, fitToCurrent);
    fitToCurrent();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tabs_);
    column->addWidget(stack_, 1);
    setMinimumWidth(240);

    connect(start_, &StartPage::openFilesRequested, this, &ViewArea::openFilesRequested);
    connect(start_, &StartPage::openFolderRequested, this, &ViewArea::openFolderRequested);
    connect(start_, &StartPage::openSampleRequested, this, &ViewArea::openSampleRequested);
    connect(clip_, &viewer::ClipView::failed, this, &ViewArea::failed);
    connect(clip_, &viewer::ClipView::frameChanged, this, &ViewArea::tellView);
    connect(clip_, &viewer::ClipView::rangeChanged, this, &ViewArea::tellView);
    connect(slices_, &SlicePage::viewChanged, this, &ViewArea::tellView);
    connect(volume_, &VolumePage::viewChanged, this, &ViewArea::tellView);
    connect(tabs_, &QTabBar::currentChanged, this, &ViewArea::showSeries);
    connect(&workspace_, &app::Workspace::chosenChanged, this, [this] {
        if (pending_ && pending_->seriesId != workspace_.chosen()) pending_.reset();
        showSeries();
    });
    connect(&workspace_, &app::Workspace::seriesChanged, this, [this] {
        if (chosen() == nullptr) showSeries();
    });
    connect(&workspace_, &app::Workspace::pixelsChanged, this, &ViewArea::pixelsChanged);
    connect(&workspace_, &app::Workspace::openFinished, this, &ViewArea::goToOpened);
    showSeries();
}

const app::Workspace::OpenSeries* ViewArea::chosen() const {
    return workspace_.find(workspace_.chosen());
}

bool ViewArea::hasVolumeTab() const {
    const auto* open = chosen();
    return open != nullptr && open->series.kind == viewer::SeriesKind::volume && open->series.geometry.size[2] > 1 &&
           open->series.components == 1;
}

bool ViewArea::volumeTabShown() const {
    return hasVolumeTab() && tabs_->currentIndex() == 1;
}

void ViewArea::showTab(bool volume) {
    tabs_->setCurrentIndex(volume && hasVolumeTab() ? 1 : 0);
}

void ViewArea::showSeries() {
    const auto* open = chosen();
    tabs_->setVisible(hasVolumeTab());
    if (open == nullptr) {
        slices_->clear();
        volume_->clear();
        clip_->setClip(nullptr);
        shownClip_.reset();
        stack_->setCurrentWidget(startArea_);
        enableWindowMenu();
        return;
    }
    if (open->series.kind == viewer::SeriesKind::clip) {
        slices_->clear();
        volume_->clear();
        showClip(*open);
        stack_->setCurrentWidget(clip_);
    } else {
        clip_->setClip(nullptr);
        shownClip_.reset();
        slices_->setSeries(*open);
        if (hasVolumeTab()) {
            volume_->setSeries(*open);
        } else {
            volume_->clear();
        }
        stack_->setCurrentWidget(volumeTabShown() ? static_cast<QWidget*>(volume_) : slices_);
    }
    enableWindowMenu();
    goToPending();
    tellView();
}

/// The menu bar's windows are those of the slices: only for slices that are shown.
void ViewArea::enableWindowMenu() {
    const auto* open = chosen();
    const bool slices = open != nullptr && open->series.kind != viewer::SeriesKind::clip && !volumeTabShown();
    slices_->windowMenu()->setEnabled(slices && open->series.components == 1);
}

void ViewArea::showClip(const app::Workspace::OpenSeries& open) {
    if (open.clip && shownClip_.lock() == open.clip) return;
    const app::View view = open.view;
    clip_->setClip(open.clip);
    shownClip_ = open.clip;
    if (!open.clip) return;
    if (view.index > 0) clip_->seek(view.index);
    if (view.clipRange) {
        clip_->setInPoint(view.clipRange->first);
        clip_->setOutPoint(view.clipRange->second);
    }
}

void ViewArea::pixelsChanged(int seriesId) {
    const auto* open = chosen();
    if (open == nullptr || open->id != seriesId) return;
    if (open->series.kind == viewer::SeriesKind::clip) {
        showClip(*open);
    } else {
        slices_->pixelsChanged(*open);
        enableWindowMenu();
        if (hasVolumeTab()) volume_->setSeries(*open);
    }
    goToPending();
}

void ViewArea::goTo(int seriesId, const viewer::Provenance& provenance) {
    pending_ = Target{seriesId, provenance};
    showTab(false);
    if (workspace_.chosen() != seriesId) {
        workspace_.choose(seriesId);
    } else {
        goToPending();
    }
}

void ViewArea::goToWhenOpen(const viewer::Provenance& provenance) {
    awaited_ = provenance;
}

void ViewArea::goToOpened() {
    if (!awaited_) return;
    const int seriesId = workspace_.seriesOf(*awaited_);
    if (seriesId < 0 && workspace_.isOpening()) return;
    const viewer::Provenance provenance = *std::exchange(awaited_, std::nullopt);
    if (seriesId >= 0) goTo(seriesId, provenance);
}

void ViewArea::goToPending() {
    const auto* open = chosen();
    if (!pending_ || open == nullptr || pending_->seriesId != open->id) return;
    if (open->series.kind == viewer::SeriesKind::clip) {
        if (!open->clip) return;
        clip_->pause();
        clip_->seek(pending_->provenance.index);
    } else {
        if (!open->volume) return;
        slices_->goTo(pending_->provenance.plane, pending_->provenance.index);
    }
    pending_.reset();
}

void ViewArea::tellView() {
    const auto* open = chosen();
    if (open == nullptr) return;
    app::View view = open->view;
    if (open->series.kind == viewer::SeriesKind::clip) {
        if (!open->clip || shownClip_.lock() != open->clip) return;
        view.index = clip_->frame();
        view.clipRange = clip_->range();
    } else {
        if (slices_->seriesId() == open->id && slices_->showsPixels()) {
            view = slices_->currentView();
            view.projectionWindow = open->view.projectionWindow;
        }
        view.volumeShown = volumeTabShown();
        if (volume_->seriesId() == open->id) view.projectionWindow = volume_->projectionWindow();
    }
    workspace_.setView(open->id, view);
}

app::Selection ViewArea::evenPick(int count) const {
    app::Selection pick;
    const auto* open = chosen();
    if (open == nullptr || open->series.kind == viewer::SeriesKind::picture) return pick;
    pick = app::selectionOf(open->series, open->view);
    pick.indices.clear();
    pick.times.clear();
    if (open->series.kind == viewer::SeriesKind::clip) pick.clipRange = clip_->range();
    pick.count = count;
    return pick;
}

app::Selection ViewArea::clipPick() const {
    app::Selection pick;
    pick.clipRange = clip_->range();
    return pick;
}

app::Selection ViewArea::flemingPick() const {
    const auto* open = chosen();
    if (open == nullptr) return {};
    if (open->series.kind == viewer::SeriesKind::clip) return clipPick();
    // NPY has Fleming-VL's own rule; elsewhere what the reader sees is what the model gets.
    if (open->series.flemingVolume) return {};
    if (open->series.kind == viewer::SeriesKind::picture) return app::selectionOf(open->series, open->view);
    app::Selection pick = evenPick(0);
    pick.count.reset();
    return pick;
}

}  // namespace fleming::ui
