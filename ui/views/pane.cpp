#include "ui/views/pane.h"

#include "app/privacy.h"
#include "ui/browser/series_text.h"
#include "ui/views/clip_toolbar.h"
#include "ui/views/current_page.h"
#include "ui/views/error_words.h"
#include "ui/views/shown_texts.h"
#include "ui/views/slice_page.h"
#include "ui/views/volume_page.h"
#include "ui/views/volume_toolbar.h"

#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fleming::ui {

namespace {

constexpr int kFrame = 2;  // device-independent pixels
constexpr QSize kSmallestPane(96, 72);

}  // namespace

Pane::Pane(app::Workspace& workspace, QWidget* parent) : QWidget(parent), workspace_(workspace) {
    setAcceptDrops(true);
    build();
    connectParts();
    refresh();
}

void Pane::build() {
    tabs_ = new QTabBar(this);
    tabs_->addTab(tr("Slices"));
    tabs_->addTab(tr("Volume"));
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    tabs_->setAccessibleName(tr("Display mode"));
    empty_ = new QLabel(tr("Drag a series here, or choose one in the list."), this);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setFocusPolicy(Qt::StrongFocus);
    empty_->setContentsMargins(12, 12, 12, 12);
    slices_ = new SlicePage(this);
    volume_ = new VolumePage(this);
    clip_ = new viewer::ClipView(this);
    clip_->setAccessibleName(tr("Clip"));
    clip_->setErrorWords(errorWords());
    clip_->setTexts(ShownTexts::current().texts());
    connect(&ShownTexts::current(), &ShownTexts::changed, clip_, &viewer::ClipView::setTexts);
    clipToolbar_ = new ClipToolbar(clip_, this);
    stack_ = new QStackedWidget(this);
    for (QWidget* page : {static_cast<QWidget*>(empty_), static_cast<QWidget*>(slices_), static_cast<QWidget*>(volume_),
                          static_cast<QWidget*>(clip_)})
        stack_->addWidget(page);
    controls_ = new QWidget(this);
    auto* rows = new QVBoxLayout(controls_);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(tabs_);
    rows->addWidget(slices_->controls());
    rows->addWidget(clipToolbar_);
    rows->addWidget(volume_->controls());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(stack_);
    fitToCurrentPage(stack_);
    for (QWidget* view : {static_cast<QWidget*>(slices_->view()), static_cast<QWidget*>(empty_), clip_->screen()})
        view->installEventFilter(this);
}

void Pane::connectParts() {
    connect(clip_, &viewer::ClipView::failed, this, &Pane::failed);
    connect(clip_, &viewer::ClipView::frameChanged, this, &Pane::viewChanged);
    connect(clip_, &viewer::ClipView::rangeChanged, this, &Pane::viewChanged);
    connect(clip_, &viewer::ClipView::playbackChanged, this, &Pane::viewChanged);
    connect(clip_, &viewer::ClipView::windowChanged, this, &Pane::viewChanged);
    connect(clip_, &viewer::ClipView::displayChanged, this, &Pane::viewChanged);
    connect(slices_, &SlicePage::viewChanged, this, &Pane::viewChanged);
    connect(slices_, &SlicePage::labelsToggled, this,
            [this](int labelsId, bool shown) { workspace_.studies().showLabels(seriesId_, labelsId, shown); });
    connect(volume_, &VolumePage::viewChanged, this, &Pane::viewChanged);
    connect(volume_, &VolumePage::viewMade, this, [this] {
        volume_->view()->installEventFilter(this);
        nameViews();
    });
    connect(volume_, &VolumePage::askRequested, this, &Pane::askRequested);
    connect(volume_, &VolumePage::notice, this, &Pane::notice);
    connect(volume_, &VolumePage::failed, this, &Pane::failed);
    connect(tabs_, &QTabBar::currentChanged, this, &Pane::refresh);
    connect(&app::Privacy::mode(), &app::Privacy::changed, this, &Pane::refresh);
    connect(&workspace_.studies(), &app::Studies::seriesChanged, this, [this] {
        if (series() == nullptr) {
            setSeries(-1);
        } else {
            showLabels();
        }
    });
    connect(&workspace_.studies(), &app::Studies::labelsChanged, this, &Pane::showLabels);
    connect(&workspace_.studies(), &app::Studies::pixelsChanged, this, &Pane::pixelsChanged);
}

const app::OpenSeries* Pane::series() const {
    return workspace_.studies().find(seriesId_);
}

void Pane::setSeries(int seriesId) {
    const int known = workspace_.studies().find(seriesId) != nullptr ? seriesId : -1;
    if (known == seriesId_) return;
    seriesId_ = known;
    pending_.reset();
    refresh();
}

void Pane::refresh() {
    const app::OpenSeries* open = series();
    const bool isClip = open != nullptr && open->series.kind() == viewer::SeriesKind::clip;
    if (!isClip) {
        clip_->setClip(nullptr);
        shownClip_.reset();
    }
    if (open == nullptr || isClip) {
        slices_->clear();
        volume_->clear();
        if (isClip) showClip(*open);
    } else {
        slices_->setSeries(*open);
        showLabels();
        if (hasVolumeTab()) {
            volume_->setSeries(*open);
        } else {
            volume_->clear();
        }
    }
    showPage();
    Q_EMIT seriesShown();
    goToPending();
    Q_EMIT viewChanged();
}

void Pane::showPage() {
    const app::OpenSeries* open = series();
    QWidget* page = slices_;
    if (open == nullptr)
        page = empty_;
    else if (open->series.kind() == viewer::SeriesKind::clip)
        page = clip_;
    else if (volumeTabShown())
        page = volume_;
    tabs_->setVisible(hasVolumeTab());
    slices_->controls()->setVisible(page == slices_);
    clipToolbar_->setVisible(page == clip_);
    volume_->controls()->setVisible(page == volume_);
    stack_->setCurrentWidget(page);
    nameViews();
    Q_EMIT pageChanged();
}

/// Names the views for screen readers.
void Pane::nameViews() {
    const app::OpenSeries* open = series();
    const QString title = open != nullptr ? seriesTitle(app::shown(open->series)) : QString();
    const auto give = [&](QWidget* view, const QString& name) {
        view->setAccessibleName(
            count_ == 1 ? name : tr("%1 (pane %2 of %3)", "what it shows").arg(name).arg(number_).arg(count_));
    };
    give(slices_->view(), open != nullptr ? tr("Slices of %1").arg(title) : tr("Slice view"));
    give(clip_->screen(), open != nullptr ? tr("Clip: %1").arg(title) : tr("Clip"));
    if (volume_->view() != nullptr)
        give(volume_->view(), open != nullptr ? tr("Volume of %1").arg(title) : tr("Volume view"));
}

void Pane::setPlace(int number, int count) {
    number_ = number;
    count_ = count;
    nameViews();
}

bool Pane::hasVolumeTab() const {
    const app::OpenSeries* open = series();
    return open != nullptr && open->series.kind() == viewer::SeriesKind::volume && open->series.image().components == 1;
}

bool Pane::volumeTabShown() const {
    return hasVolumeTab() && tabs_->currentIndex() == 1;
}

bool Pane::showsClip() const {
    const app::OpenSeries* open = series();
    return open != nullptr && open->series.kind() == viewer::SeriesKind::clip;
}

QMenu* Pane::windowMenu() const {
    return showsClip() ? clipToolbar_->windowMenu() : slices_->windowMenu();
}

QMenu* Pane::lookMenu() const {
    return showsClip() ? clipToolbar_->lookMenu() : slices_->lookMenu();
}

void Pane::showTab(bool volume) {
    tabs_->setCurrentIndex(volume && hasVolumeTab() ? 1 : 0);
}

QWidget* Pane::focusWidget() const {
    QWidget* page = stack_->currentWidget();
    if (page == slices_) return slices_->view();
    return page == volume_ && volume_->view() != nullptr ? volume_->view() : page;
}

void Pane::showLabels() {
    const app::OpenSeries* open = series();
    if (open == nullptr || open->series.kind() == viewer::SeriesKind::clip) return;
    std::vector<SlicePage::LabelChoice> choices;
    for (const int id : workspace_.studies().labelChoices(open->id)) {
        const bool shown = std::find(open->labelIds.begin(), open->labelIds.end(), id) != open->labelIds.end();
        choices.push_back({id, seriesTitle(app::shown(workspace_.studies().find(id)->series)), shown});
    }
    slices_->setLabels(choices, open->labels);
}

void Pane::showClip(const app::OpenSeries& open) {
    if (open.clip && shownClip_.lock() == open.clip) return clip_->setSeries(app::shown(open.series));
    const app::View view = open.view;
    settingUp_ = true;
    clip_->setClip(open.clip, app::shown(open.series));
    clipToolbar_->setModality(open.series.modality);
    shownClip_ = open.clip;
    if (open.clip) restore(view);
    settingUp_ = false;
    if (open.clip) Q_EMIT pageChanged();  // whether there is a window is known now
}

/// Shows a clip as it was left.
void Pane::restore(const app::View& view) {
    if (view.index > 0) clip_->seek(view.index);
    if (view.clipRange) {
        clip_->setInPoint(view.clipRange->first);
        clip_->setOutPoint(view.clipRange->second);
    }
    if (view.playback) clip_->setPlayback(*view.playback);
    if (view.windowing) clip_->setWindowing(*view.windowing);
    clip_->setInverted(view.inverted);
    clip_->setLook(view.look);
    clip_->setZoomPan(view.clipZoom);
}

void Pane::pixelsChanged(int seriesId) {
    const app::OpenSeries* open = series();
    if (open == nullptr || open->id != seriesId) return;
    if (open->series.kind() == viewer::SeriesKind::clip) {
        showClip(*open);
    } else {
        slices_->pixelsChanged(*open);
        slices_->view()->setLabels(open->labels);
        if (hasVolumeTab()) volume_->setSeries(*open);
    }
    Q_EMIT seriesShown();
    goToPending();
}

app::View Pane::currentView() const {
    const app::OpenSeries* open = series();
    if (open == nullptr) return {};
    app::View view = open->view;
    if (open->series.kind() == viewer::SeriesKind::clip) {
        if (!open->clip || shownClip_.lock() != open->clip) return view;
        view.index = clip_->seenFrame();
        view.clipRange = clip_->range();
        view.playback = clip_->playback();
        view.windowing = clip_->chosenWindowing();
        view.inverted = clip_->isInverted();
        view.look = clip_->look();
        view.clipZoom = clip_->zoomPan();
    } else {
        if (slices_->seriesId() == open->id && slices_->showsPixels()) {
            view = slices_->currentView();
            view.rendering = open->view.rendering;
        }
        view.volumeShown = volumeTabShown();
        if (volume_->seriesId() == open->id) view.rendering = volume_->rendering();
    }
    return view;
}

void Pane::goTo(const viewer::Provenance& provenance) {
    pending_ = provenance;
    showTab(provenance.rendering.has_value());
    goToPending();
}

void Pane::goToPending() {
    const app::OpenSeries* open = series();
    if (!pending_ || open == nullptr) return;
    if (open->series.kind() == viewer::SeriesKind::clip) {
        if (!open->clip) return;
        clip_->pause();
        clip_->seek(pending_->index);
    } else {
        if (!open->volume) return;
        if (pending_->rendering) {
            volume_->goTo(*pending_->rendering);
        } else if (pending_->oblique) {
            slices_->goTo(*pending_->oblique);
        } else {
            slices_->goTo(pending_->plane, pending_->index);
        }
    }
    pending_.reset();
}

// --- the active pane ------------------------------------------------------------------------------------------------

void Pane::setActive(bool active, bool isAlone) {
    isActive_ = active;
    isAlone_ = isAlone;
    const int frame = isAlone ? 0 : kFrame;
    layout()->setContentsMargins(frame, frame, frame, frame);
    // Several panes share the room evenly, whatever their pages would like to have.
    setSizePolicy(isAlone ? QSizePolicy::Preferred : QSizePolicy::Ignored,
                  isAlone ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    setMinimumSize(isAlone ? QSize(0, 0) : kSmallestPane);
    update();
}

void Pane::paintEvent(QPaintEvent*) {
    if (isAlone_) return;
    QPainter painter(this);
    painter.setPen(QPen(palette().color(isActive_ ? QPalette::Highlight : QPalette::Mid), kFrame, Qt::SolidLine,
                        Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(QRectF(rect()).adjusted(kFrame / 2.0, kFrame / 2.0, -kFrame / 2.0, -kFrame / 2.0));
}

bool Pane::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonPress) Q_EMIT activated();
    // While the user draws regions, two clicks are two points.
    const bool draws = watched == slices_->view() && slices_->view()->measures();
    if (event->type() == QEvent::MouseButtonDblClick && !draws &&
        static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton)
        Q_EMIT doubleClicked();
    return QWidget::eventFilter(watched, event);
}

void Pane::dragEnterEvent(QDragEnterEvent* event) {
    if (!event->mimeData()->hasFormat(QLatin1String(kSeriesMimeType))) return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void Pane::dropEvent(QDropEvent* event) {
    const QByteArray ids = event->mimeData()->data(QLatin1String(kSeriesMimeType));
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT seriesDropped(ids.split(' ').value(0).toInt());
}

}  // namespace fleming::ui
