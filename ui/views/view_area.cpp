#include "ui/views/view_area.h"

#include "app/evidence/numpy_rule.h"
#include "app/privacy.h"
#include "ui/browser/series_text.h"
#include "ui/review/evidence_viewer.h"
#include "ui/views/error_words.h"
#include "ui/views/slice_page.h"
#include "ui/views/start_page.h"
#include "ui/views/volume_page.h"

#include <QApplication>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
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
    clip_->setErrorWords(errorWords());
    evidence_ = new EvidenceViewer(workspace, this);
    // A scroll area, so that the start page does not set a minimum size of the window.
    startArea_ = new QScrollArea(this);
    startArea_->setFrameShape(QFrame::NoFrame);
    startArea_->setWidgetResizable(true);
    startArea_->setWidget(start_);
    stack_ = new QStackedWidget(this);
    for (QWidget* page :
         {static_cast<QWidget*>(startArea_), static_cast<QWidget*>(slices_), static_cast<QWidget*>(volume_),
          static_cast<QWidget*>(clip_), static_cast<QWidget*>(evidence_)}) {
        stack_->addWidget(page);
    }
    // Only the visible page determines the minimum height.
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
    connect(slices_, &SlicePage::labelsToggled, this, [this](int labelsId, bool shown) {
        workspace_.studies().showLabels(workspace_.studies().chosen(), labelsId, shown);
    });
    connect(volume_, &VolumePage::viewChanged, this, &ViewArea::tellView);
    connect(evidence_, &EvidenceViewer::closed, this, &ViewArea::closeImage);
    connect(evidence_, &EvidenceViewer::seriesRequested, this, &ViewArea::seriesRequested);
    connect(tabs_, &QTabBar::currentChanged, this, &ViewArea::showSeries);
    connect(&workspace_.studies(), &app::Studies::chosenChanged, this, [this] {
        if (pending_ && pending_->seriesId != workspace_.studies().chosen()) pending_.reset();
        imageShown_ = false;
        showSeries();
    });
    connect(&workspace_.studies(), &app::Studies::seriesChanged, this,
            [this] { chosen() == nullptr ? showSeries() : showLabels(); });
    connect(&app::Privacy::mode(), &app::Privacy::changed, this, &ViewArea::showSeries);
    connect(&workspace_.studies(), &app::Studies::labelsChanged, this, &ViewArea::showLabels);
    connect(&workspace_.studies(), &app::Studies::pixelsChanged, this, &ViewArea::pixelsChanged);
    connect(&workspace_.studies(), &app::Studies::openFinished, this, &ViewArea::goToOpened);
    showSeries();
}

const app::OpenSeries* ViewArea::chosen() const {
    return workspace_.studies().find(workspace_.studies().chosen());
}

bool ViewArea::hasVolumeTab() const {
    const auto* open = chosen();
    return open != nullptr && open->series.kind() == viewer::SeriesKind::volume && open->series.image().components == 1;
}

bool ViewArea::volumeTabShown() const {
    return hasVolumeTab() && tabs_->currentIndex() == 1;
}

void ViewArea::showTab(bool volume) {
    tabs_->setCurrentIndex(volume && hasVolumeTab() ? 1 : 0);
}

void ViewArea::showSeries() {
    const auto* open = chosen();
    if (open == nullptr) {
        slices_->clear();
        volume_->clear();
        clip_->setClip(nullptr);
        shownClip_.reset();
        showPage(startArea_);
        enableSliceMenus();
        return;
    }
    if (open->series.kind() == viewer::SeriesKind::clip) {
        slices_->clear();
        volume_->clear();
        showClip(*open);
        showPage(clip_);
    } else {
        clip_->setClip(nullptr);
        shownClip_.reset();
        slices_->setSeries(*open);
        showLabels();
        if (hasVolumeTab()) {
            volume_->setSeries(*open);
        } else {
            volume_->clear();
        }
        showPage(volumeTabShown() ? static_cast<QWidget*>(volume_) : slices_);
    }
    enableSliceMenus();
    goToPending();
    tellView();
}

/// The windows and tools in the menu bar belong to the slices, so they are enabled only while slices are visible.
void ViewArea::enableSliceMenus() {
    const auto* open = chosen();
    const bool slices = open != nullptr && open->series.kind() != viewer::SeriesKind::clip && !volumeTabShown();
    slices_->windowMenu()->setEnabled(slices && open->series.image().components == 1);
    slices_->toolMenu()->setEnabled(slices);
}

/// Offers the open series that can be labels of the chosen one, and shows those that the user picked.
void ViewArea::showLabels() {
    const auto* open = chosen();
    if (open == nullptr || open->series.kind() == viewer::SeriesKind::clip) return;
    std::vector<SlicePage::LabelChoice> choices;
    for (const int id : workspace_.studies().labelChoices(open->id)) {
        const bool shown = std::find(open->labelIds.begin(), open->labelIds.end(), id) != open->labelIds.end();
        choices.push_back({id, seriesTitle(app::shown(workspace_.studies().find(id)->series)), shown});
    }
    slices_->setLabels(choices, open->labels);
}

void ViewArea::showClip(const app::OpenSeries& open) {
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
    if (open->series.kind() == viewer::SeriesKind::clip) {
        showClip(*open);
    } else {
        slices_->pixelsChanged(*open);
        slices_->view()->setLabels(open->labels);
        enableSliceMenus();
        if (hasVolumeTab()) volume_->setSeries(*open);
    }
    goToPending();
}

void ViewArea::goTo(int seriesId, const viewer::Provenance& provenance) {
    pending_ = Target{seriesId, provenance};
    closeImage();
    showTab(false);
    if (workspace_.studies().chosen() != seriesId) {
        workspace_.studies().choose(seriesId);
    } else {
        goToPending();
    }
}

void ViewArea::goToWhenOpen(const viewer::Provenance& provenance) {
    awaited_ = provenance;
}

void ViewArea::goToOpened() {
    if (!awaited_) return;
    const app::OpenSeries* open = workspace_.studies().findByProvenance(*awaited_);
    if (open == nullptr && workspace_.studies().isOpening()) return;
    const viewer::Provenance provenance = *std::exchange(awaited_, std::nullopt);
    if (open != nullptr) goTo(open->id, provenance);
}

void ViewArea::goToPending() {
    const auto* open = chosen();
    if (!pending_ || open == nullptr || pending_->seriesId != open->id) return;
    if (open->series.kind() == viewer::SeriesKind::clip) {
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
    if (open->series.kind() == viewer::SeriesKind::clip) {
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
    workspace_.studies().setView(open->id, view);
}

/// Shows the page of the series, unless an image lies over it.
void ViewArea::showPage(QWidget* page) {
    tabs_->setVisible(hasVolumeTab() && !imageShown_);
    stack_->setCurrentWidget(imageShown_ ? evidence_ : page);
    setFocusProxy(imageShown_ ? evidence_->view() : nullptr);
    if (!imageShown_) evidence_->clear();
}

void ViewArea::showImage(qint64 exchange, int number) {
    if (!evidence_->showImage(exchange, number)) return;
    if (!imageShown_) focusBefore_ = QApplication::focusWidget();
    imageShown_ = true;
    showSeries();
    evidence_->view()->setFocus();
}

void ViewArea::closeImage() {
    if (!imageShown_) return;
    const bool hadFocus = evidence_->isAncestorOf(QApplication::focusWidget());
    imageShown_ = false;
    showSeries();
    if (!hadFocus) return;
    QWidget* next = focusBefore_ != nullptr && focusBefore_->isVisible() ? focusBefore_.data() : slices_->view();
    next->setFocus();
}

app::Selection ViewArea::evenPick(int count) const {
    app::Selection pick;
    const auto* open = chosen();
    if (open == nullptr || open->series.kind() == viewer::SeriesKind::picture) return pick;
    pick = app::selectionOf(open->series, open->view);
    pick.indices.clear();
    pick.times.clear();
    if (open->series.kind() == viewer::SeriesKind::clip) pick.clipRange = clip_->range();
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
    if (open->series.kind() == viewer::SeriesKind::clip) return clipPick();
    // NumPy volumes follow the model's own rule; of all other series the model gets what is on the screen.
    if (app::followsNumpyRule(open->series)) return {};
    if (open->series.kind() == viewer::SeriesKind::picture) return app::selectionOf(open->series, open->view);
    app::Selection pick = evenPick(0);
    pick.count.reset();
    return pick;
}

}  // namespace fleming::ui
