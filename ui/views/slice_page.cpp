#include "ui/views/slice_page.h"

#include "app/evidence/numpy_rule.h"
#include "app/privacy.h"
#include "ui/browser/series_text.h"
#include "ui/views/error_words.h"
#include "ui/views/key_text.h"
#include "ui/views/look_menu.h"
#include "ui/views/shown_texts.h"
#include "ui/views/slab_menu.h"
#include "ui/views/window_menu.h"
#include "viewer/render/tilted_slices.h"
#include "viewer/render/window_presets.h"
#include "viewer/text/name_text.h"
#include "viewer/tools/tools.h"
#include "viewer/views/flow_layout.h"
#include "viewer/views/input_actions.h"

#include <QActionGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace fleming::ui {

SlicePage::SlicePage(QWidget* parent) : QWidget(parent) {
    view_ = new viewer::SliceView(this);
    view_->setAccessibleName(tr("Slice view"));
    view_->setErrorWords(errorWords());
    view_->setTexts(ShownTexts::current().texts());
    connect(&ShownTexts::current(), &ShownTexts::changed, view_, &viewer::SliceView::setTexts);
    planes_ = new QComboBox(this);
    planes_->setAccessibleName(tr("Plane"));
    planes_->setToolTip(tr("Displayed plane"));
    windowMenu_ = new QMenu(tr("&Window/Level"), this);
    windowButton_ = makeWindowButton(windowMenu_, this);
    makeToolMenu();
    lookMenu_ = new LookMenu(view_, this);
    lookMenu_->insertMenu(lookMenu_->actions().back(), new SlabMenu(view_, this));
    labelMenu_ = new QMenu(tr("Labels"), this);
    labelButton_ = new QToolButton(this);
    labelButton_->setText(tr("Labels"));
    labelButton_->setToolTip(tr("Show segmentations as colours over the image; evidence never includes them"));
    labelButton_->setMenu(labelMenu_);
    labelButton_->setPopupMode(QToolButton::InstantPopup);
    labelButton_->setFocusPolicy(Qt::StrongFocus);
    labelButton_->hide();
    fit_ = makeFitButton(this);
    slider_ = new QSlider(Qt::Horizontal, this);
    slider_->setAccessibleName(tr("Slice number"));
    slider_->setObjectName(QStringLiteral("sliceSlider"));
    position_ = new QLabel(this);
    position_->setMinimumWidth(position_->fontMetrics().horizontalAdvance(QStringLiteral("0000 / 0000")));
    position_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    sliderRow_ = new QWidget(this);

    bar_ = new QWidget(this);
    // The windows that follow from the values take a while, and are those of the slices that are loaded by then.
    connect(windowMenu_, &QMenu::aboutToShow, this, [this] {
        if (const auto shown = shown_.lock(); shown && series_) fillWindows(*series_, shown.get());
    });
    controls_ = new viewer::FlowLayout(6);
    controls_->setContentsMargins(6, 3, 6, 3);
    controls_->addWidget(planes_);
    controls_->addWidget(windowButton_);
    controls_->addWidget(toolButton_);
    controls_->addWidget(labelButton_);
    controls_->addWidget(fit_);
    bar_->setLayout(controls_);
    bar_->installEventFilter(this);
    auto* sliderLayout = new QHBoxLayout(sliderRow_);
    sliderLayout->setContentsMargins(8, 2, 8, 2);
    sliderLayout->addWidget(slider_, 1);
    sliderLayout->addWidget(position_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(view_, 1);
    column->addWidget(sliderRow_);

    // After a choice the keys act on the slices again.
    for (const QMenu* menu : {windowMenu_, toolMenu_, lookMenu_, labelMenu_})
        connect(menu, &QMenu::triggered, view_, qOverload<>(&QWidget::setFocus));
    connect(slider_, &QSlider::valueChanged, view_, &viewer::SliceView::setSlice);
    connect(view_, &viewer::SliceView::sliceChanged, this, &SlicePage::showSlice);
    connect(view_, &viewer::SliceView::windowChanged, this, &SlicePage::showWindow);
    connect(view_, &viewer::SliceView::activeToolChanged, this, &SlicePage::showTool);
    connect(view_, &viewer::SliceView::displayChanged, this, [this] {
        if (!settingUp_) Q_EMIT viewChanged();
    });
    connect(planes_, &QComboBox::activated, this,
            [this](int row) { setPlane(static_cast<viewer::Plane>(planes_->itemData(row).toInt())); });
    connect(fit_, &QToolButton::clicked, view_, &viewer::SliceView::resetView);
}

void SlicePage::makeToolMenu() {
    toolMenu_ = new QMenu(tr("&Tool"), this);
    auto* group = new QActionGroup(toolMenu_);
    bool measures = false;
    for (const viewer::ToolEntry& tool : viewer::tools()) {
        if (tool.measures && !std::exchange(measures, true)) toolMenu_->addSeparator();
        QAction* action = toolMenu_->addAction(QString());
        showKeys(action, [&tool] {
            const QString key = viewer::firstKeyText(QLatin1String("tool/") + QLatin1String(tool.id));
            return SlicePage::tr("%1\t%2").arg(viewer::toolName(tool), key);
        });
        action->setData(QString::fromLatin1(tool.id));
        action->setCheckable(true);
        group->addAction(action);
    }
    connect(group, &QActionGroup::triggered, this,
            [this](const QAction* action) { view_->setActiveTool(action->data().toString().toStdString()); });
    toolButton_ = new QToolButton(this);
    toolButton_->setMenu(toolMenu_);
    toolButton_->setPopupMode(QToolButton::InstantPopup);
    toolButton_->setFocusPolicy(Qt::StrongFocus);
    toolButton_->setToolTip(tr("Tool of the left mouse button"));
    showTool();
}

/// Shows the active tool, which keys of the view change too.
void SlicePage::showTool() {
    const QString active = QString::fromStdString(view_->activeTool());
    for (QAction* action : toolMenu_->actions()) {
        if (action->data().toString() != active) continue;
        action->setChecked(true);
        toolButton_->setText(tr("Tool: %1").arg(action->text().section(QLatin1Char('\t'), 0, 0)));
    }
}

/// Hides the tool button, whose menu is in the menu bar too, where it would make a second row of controls.
void SlicePage::fitControls() {
    const int button = toolButton_->isHidden() ? controls_->spacing() + toolButton_->sizeHint().width() : 0;
    toolButton_->setVisible(controls_->sizeHint().width() + button <= bar_->width());
}

bool SlicePage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) fitControls();
    return QWidget::eventFilter(watched, event);
}

app::View SlicePage::currentView() const {
    app::View view;
    view.plane = view_->plane();
    view.index = view_->slice();
    view.windowing = view_->windowing();
    view.inverted = view_->isInverted();
    view.look = view_->look();
    view.tilt = view_->tilt();
    view.slab = view_->slab();
    view.places = view_->places();
    return view;
}

void SlicePage::setSeries(const app::OpenSeries& open) {
    settingUp_ = true;
    // Several pages may show a series, each in its own way.
    const app::View view = seriesId_ == open.id && showsPixels() ? currentView() : open.view;
    if (seriesId_ != open.id) wantedPlane_.reset();
    seriesId_ = open.id;
    shown_ = open.volume;
    view_->setSeries(app::shown(open.series), open.volume, app::windowingOfModel(open.series));
    view_->setLook(view.look);
    if (open.volume) {
        view_->setTilt(view.tilt);
        view_->setSlab(view.slab);
        if (!view.places.empty()) view_->setPlaces(view.places);
        if (view.plane) view_->setPlane(*view.plane);
        if (const auto wanted = std::exchange(wantedPlane_, std::nullopt)) {
            view_->setPlane(*wanted);
        } else {
            view_->setSlice(view.index);
        }
        if (view.windowing) view_->setWindowing(*view.windowing);
        view_->setInverted(view.inverted);
    }
    fillPlanes(open.series);
    series_ = open.series;
    fillWindows(open.series, nullptr);
    showSlice();
    showWindow();
    settingUp_ = false;
}

void SlicePage::pixelsChanged(const app::OpenSeries& open) {
    if (open.id != seriesId_) return;
    if (open.volume && shown_.lock() != open.volume) {
        setSeries(open);
    } else {
        // The usual window may change with the slices: not by the user, whom linked panes follow.
        settingUp_ = true;
        view_->pixelsChanged();
        settingUp_ = false;
        showWindow();
    }
}

void SlicePage::setLabels(const std::vector<LabelChoice>& choices, std::shared_ptr<const viewer::LabelMap> labels) {
    labelMenu_->clear();
    for (const LabelChoice& choice : choices) {
        QAction* action = labelMenu_->addAction(choice.name);
        action->setCheckable(true);
        action->setChecked(choice.shown);
        connect(action, &QAction::triggered, this,
                [this, id = choice.seriesId](bool shown) { Q_EMIT labelsToggled(id, shown); });
    }
    labelButton_->setVisible(!choices.empty());
    view_->setLabels(std::move(labels));
}

void SlicePage::clear() {
    settingUp_ = true;
    seriesId_ = -1;
    series_.reset();
    wantedPlane_.reset();
    shown_.reset();
    view_->setSeries({}, nullptr);
    settingUp_ = false;
}

void SlicePage::setPlane(viewer::Plane plane) {
    if (!showsPixels()) wantedPlane_ = plane;
    view_->setPlane(plane);
    planes_->setCurrentIndex(planes_->findData(static_cast<int>(plane)));
    showSlice();
}

void SlicePage::goTo(std::optional<viewer::Plane> plane, int slice) {
    view_->setTilt({});
    if (plane) setPlane(*plane);
    view_->setSlice(slice);
    showSlice();
}

void SlicePage::goTo(const viewer::SlicePlane& oblique) {
    if (!series_) return;
    const viewer::TiltedSlice place = viewer::tiltOf(series_->geometry(), view_->plane(), oblique);
    view_->setTilt(place.tilt);
    const int first = viewer::tiltedSlices(series_->geometry(), view_->plane(), place.tilt).first;
    view_->setSlice(place.index - first);
    showSlice();
}

void SlicePage::fillPlanes(const viewer::Series& series) {
    planes_->clear();
    const bool choice = series.geometry().oriented && series.geometry().size[2] > 1;
    planes_->setVisible(choice);
    if (!choice) return;
    for (const auto plane : {viewer::Plane::axial, viewer::Plane::coronal, viewer::Plane::sagittal}) {
        planes_->addItem(viewer::planeName(plane), static_cast<int>(plane));
    }
    planes_->setCurrentIndex(planes_->findData(static_cast<int>(view_->plane())));
}

void SlicePage::fillWindows(const viewer::Series& series, const viewer::Volume* volume) {
    windowMenu_->clear();
    const bool grey = series.image().components == 1;
    windowButton_->setVisible(grey);
    addWindows(windowMenu_, series, volume,
               [this](const viewer::Windowing& windowing) { view_->setWindowing(windowing); });
    const auto entry = [this](const QString& name, const QString& about, const auto& slot) {
        connect(windowMenu_->addAction(tr("%1\t%2").arg(name, about)), &QAction::triggered, this, slot);
    };
    if (volume != nullptr) {
        entry(tr("Whole range"), keyText(viewer::ViewCommand::wholeRange), [this] { view_->setWholeRange(); });
    }
    entry(tr("Auto window per slice"), windowingText(viewer::MinMax{}),
          [this] { view_->setWindowing(viewer::MinMax{}); });
    entry(tr("Reset window/level and fit"), keyText(viewer::ViewCommand::reset), [this] { view_->resetView(); });
}

void SlicePage::showSlice() {
    const int count = view_->sliceCount();
    sliderRow_->setVisible(count > 1);
    const QSignalBlocker quiet(slider_);
    slider_->setRange(0, qMax(0, count - 1));
    slider_->setPageStep(qMax(1, count / 10));
    slider_->setValue(view_->slice());
    position_->setText(
        tr("%1 / %2", "slice number / number of slices").arg(countText(view_->slice() + 1), countText(count)));
    if (!settingUp_) Q_EMIT viewChanged();
}

void SlicePage::showWindow() {
    windowButton_->setText(windowingText(view_->windowing()));
    if (!settingUp_) Q_EMIT viewChanged();
}

}  // namespace fleming::ui
