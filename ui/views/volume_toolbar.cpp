#include "ui/views/volume_toolbar.h"

#include "ui/browser/series_text.h"
#include "ui/style/icons.h"
#include "ui/views/key_text.h"
#include "ui/views/volume_gallery.h"
#include "ui/views/window_menu.h"
#include "viewer/text/name_text.h"
#include "viewer/text/number_text.h"
#include "viewer/views/flow_layout.h"
#include "viewer/views/input_actions.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace fleming::ui {

namespace {

QToolButton* menuButton(Symbol symbol, const QString& text, QMenu* menu, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(icon(symbol));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    if (menu != nullptr) {
        button->setMenu(menu);
        button->setPopupMode(QToolButton::InstantPopup);
    }
    return button;
}

QToolButton* iconButton(Symbol symbol, const QString& name, const QString& tip, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(icon(symbol));
    button->setAccessibleName(name);
    button->setToolTip(tip);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

/// Returns a name with the key of an action of volumes.
QString withKey(const QString& name, const char* action) {
    const QString key = viewer::firstKeyText(QLatin1String(action));
    return key.isEmpty() ? name : VolumeToolbar::tr("%1\t%2", "command, key").arg(name, key);
}

}  // namespace

VolumeToolbar::VolumeToolbar(QWidget* parent) : QWidget(parent) {
    build();
    connect(looks_, &QToolButton::clicked, this, &VolumeToolbar::openGallery);
    connect(gallery_, &VolumeGallery::chosen, this, [this](const QString& preset) {
        if (view_ == nullptr) return;
        view_->setPreset(preset.toStdString());
        view_->setFocus();
    });
    connect(windowMenu_, &QMenu::aboutToShow, this, &VolumeToolbar::fillWindows);
    connect(opacity_, &QSlider::valueChanged, this, [this](int percent) {
        if (view_ != nullptr) view_->setOpacity(percent / 100.0);
    });
    connect(fit_, &QToolButton::clicked, this, [this] {
        if (view_ != nullptr) view_->resetView();
    });
    connect(save_, &QToolButton::clicked, this, &VolumeToolbar::saveRequested);
    connect(ask_, &QToolButton::clicked, this, &VolumeToolbar::askRequested);
    showLook();
}

void VolumeToolbar::build() {
    gallery_ = new VolumeGallery(this);
    looks_ = menuButton(Symbol::gallery, {}, nullptr, this);
    looks_->setToolTip(tr("Choose how the volume looks"));
    windowMenu_ = new QMenu(this);
    windowButton_ = makeWindowButton(windowMenu_, this);
    windowButton_->setAccessibleName(tr("Window/level of the volume"));
    const auto dragTip = [](QWidget* on, const QString& tip, QLatin1String gesture) {
        const auto show = [on, tip, gesture] {
            const QString drag = viewer::firstGestureText(gesture);
            on->setToolTip(drag.isEmpty() ? tip : tr("%1; in the image: %2", "what is set, a drag").arg(tip, drag));
        };
        show();
        connect(&viewer::InputMap::shared(), &viewer::InputMap::changed, on, show);
    };
    dragTip(windowButton_, tr("Window/level of the volume"), viewer::kVolumeWindow);
    opacityLabel_ = new QLabel(tr("Opacity"), this);
    opacity_ = new QSlider(Qt::Horizontal, this);
    opacity_->setRange(0, static_cast<int>(100 * viewer::VolumeView::kMostOpacity));
    opacity_->setValue(100);
    opacity_->setFixedWidth(100);
    opacity_->setAccessibleName(tr("Opacity of the volume, percent"));
    dragTip(opacity_, tr("Opacity of the volume"), viewer::kVolumeOpacity);
    opacityLabel_->setBuddy(opacity_);
    auto* opacity = new QWidget(this);  // the label stays beside its slider
    auto* both = new QHBoxLayout(opacity);
    both->setContentsMargins(0, 0, 0, 0);
    both->addWidget(opacityLabel_);
    both->addWidget(opacity_);
    auto* cropMenu = new QMenu(this);
    crop_ = menuButton(Symbol::crop, tr("Crop"), cropMenu, this);
    crop_->setToolTip(tr("Show a part of the volume: drag the handles of a box"));
    auto* sideMenu = new QMenu(this);
    sides_ = menuButton(Symbol::eye, tr("View from"), sideMenu, this);
    sides_->setToolTip(tr("Look at the patient from a side"));
    fit_ = iconButton(Symbol::fit, tr("Reset view"),
                      tr("Fit the volume to the view, seen from the front, and reset window and opacity"), this);
    save_ = iconButton(Symbol::camera, tr("Save picture"), tr("Save a picture of the view as a file"), this);
    ask_ = iconButton(Symbol::conversation, tr("Ask about this view"),
                      tr("Add a picture of the volume to the evidence and ask about it"), this);
    fillCrop();
    fillSides();
    auto* row = new viewer::FlowLayout(6, this);
    row->setContentsMargins(6, 3, 6, 3);
    for (QWidget* widget : {static_cast<QWidget*>(looks_), static_cast<QWidget*>(windowButton_), opacity,
                            static_cast<QWidget*>(crop_), static_cast<QWidget*>(sides_), static_cast<QWidget*>(fit_),
                            static_cast<QWidget*>(save_), static_cast<QWidget*>(ask_)})
        row->addWidget(widget);
}

void VolumeToolbar::fillCrop() {
    QMenu* menu = crop_->menu();
    showBox_ = menu->addAction(QString());
    showKeys(showBox_, [] { return withKey(tr("Show the crop box"), "volume/crop-box"); });
    showBox_->setCheckable(true);
    wholeVolume_ = menu->addAction(QString());
    showKeys(wholeVolume_, [] { return withKey(tr("Show the whole volume"), "volume/whole-volume"); });
    connect(showBox_, &QAction::triggered, this, [this](bool shown) {
        if (view_ != nullptr) view_->setCropBoxShown(shown);
    });
    connect(wholeVolume_, &QAction::triggered, this, [this] {
        if (view_ != nullptr) view_->setCrop({});
    });
}

void VolumeToolbar::fillSides() {
    const QString names[] = {tr("Front"), tr("Back"), tr("Left side of the patient"), tr("Right side of the patient"),
                             tr("Head"),  tr("Feet")};
    const char* const actions[] = {"volume/from-front", "volume/from-back", "volume/from-left",
                                   "volume/from-right", "volume/from-head", "volume/from-feet"};
    for (const viewer::PatientSide side : viewer::kPatientSides) {
        const auto at = static_cast<std::size_t>(side);
        QAction* action = sides_->menu()->addAction(QString());
        showKeys(action, [name = names[at], id = actions[at]] { return withKey(name, id); });
        connect(action, &QAction::triggered, this, [this, side] {
            if (view_ != nullptr) view_->lookFrom(side);
        });
    }
}

void VolumeToolbar::setView(viewer::VolumeView* view) {
    view_ = view;
    connect(view_, &viewer::VolumeView::lookChanged, this, &VolumeToolbar::showLook);
    connect(view_, &viewer::VolumeView::cropBoxToggled, showBox_, &QAction::setChecked);
    connect(view_, &viewer::VolumeView::thumbnailDrawn, gallery_, &VolumeGallery::setThumbnail);
    connect(view_, &viewer::VolumeView::galleryRequested, this, &VolumeToolbar::openGallery);
    showLook();
}

void VolumeToolbar::setSeries(const std::optional<viewer::Series>& series) {
    series_ = series;
    showLook();
}

void VolumeToolbar::fillWindows() {
    windowMenu_->clear();
    const auto choose = [this](const std::optional<viewer::Window>& window) {
        if (view_ != nullptr) view_->setWindow(window);
    };
    if (series_) {
        addWindows(windowMenu_, *series_, nullptr,
                   [choose](const viewer::Windowing& windowing) { choose(std::get<viewer::Window>(windowing)); });
    }
    connect(windowMenu_->addAction(tr("Default window/level")), &QAction::triggered, this, [choose] { choose({}); });
}

void VolumeToolbar::openGallery() {
    const viewer::VolumePreset* current = view_ != nullptr ? view_->preset() : nullptr;
    if (current == nullptr) return;
    const auto presets = view_->presets();
    gallery_->open(presets, current->id, looks_);
    std::vector<std::string> ids;
    for (const viewer::VolumePreset* preset : presets)
        ids.push_back(preset->id);
    view_->requestThumbnails(ids, VolumeGallery::kThumbnail);
}

void VolumeToolbar::showLook() {
    const viewer::VolumePreset* preset = view_ != nullptr && series_ ? view_->preset() : nullptr;
    for (QWidget* widget :
         {static_cast<QWidget*>(looks_), static_cast<QWidget*>(windowButton_), static_cast<QWidget*>(crop_),
          static_cast<QWidget*>(fit_), static_cast<QWidget*>(save_), static_cast<QWidget*>(ask_)})
        widget->setEnabled(preset != nullptr);
    sides_->setEnabled(preset != nullptr && series_->geometry().oriented);
    const bool opaque = preset != nullptr && viewer::hasOpacity(*preset);
    opacity_->setEnabled(opaque);
    opacityLabel_->setEnabled(opaque);
    const QString name = preset != nullptr ? viewer::volumePresetName(preset->id) : tr("Look");
    looks_->setText(name);
    looks_->setAccessibleName(tr("Look of the volume: %1").arg(name));
    const auto window = view_ != nullptr ? view_->window() : std::nullopt;
    windowButton_->setText(window ? windowingText(*window) : tr("Window/Level"));
    if (view_ == nullptr) return;
    wholeVolume_->setEnabled(view_->look().crop.has_value());
    const QSignalBlocker quiet(opacity_);
    opacity_->setValue(static_cast<int>(std::lround(100 * view_->look().opacity)));
}

}  // namespace fleming::ui
