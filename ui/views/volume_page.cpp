#include "ui/views/volume_page.h"

#include "app/privacy.h"
#include "ui/browser/series_text.h"
#include "ui/style/icons.h"
#include "ui/views/error_words.h"
#include "ui/views/window_menu.h"
#include "viewer/views/flow_layout.h"

#include <QButtonGroup>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace fleming::ui {

VolumePage::VolumePage(QWidget* parent) : QWidget(parent) {
    auto* tools = new viewer::FlowLayout(6);
    tools->setContentsMargins(6, 3, 6, 3);
    presets_ = new QButtonGroup(this);
    const std::pair<viewer::VolumePreset, QString> choices[] = {
        {viewer::VolumePreset::bone, tr("Bone")},
        {viewer::VolumePreset::softTissue, tr("Soft tissue")},
        {viewer::VolumePreset::mip, tr("MIP")},
    };
    for (const auto& [preset, name] : choices) {
        auto* button = new QToolButton(this);
        button->setText(name);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        presets_->addButton(button, static_cast<int>(preset));
        tools->addWidget(button);
    }
    presets_->button(static_cast<int>(viewer::VolumePreset::bone))->setChecked(true);
    presets_->button(static_cast<int>(viewer::VolumePreset::mip))->setToolTip(tr("Maximum intensity projection"));
    auto* fit = new QToolButton(this);
    fit->setIcon(icon(Symbol::fit));
    fit->setFocusPolicy(Qt::StrongFocus);
    fit->setToolTip(tr("Fit the volume to the view, seen from the front, and reset window/level"));
    fit->setAccessibleName(tr("Reset view"));
    windowMenu_ = new QMenu(this);
    windowButton_ = makeWindowButton(windowMenu_, this);
    windowButton_->setAccessibleName(tr("Window/level of the projection"));
    windowButton_->setToolTip(
        tr("Window/level presets for the MIP; you can also Ctrl+drag in the image to adjust window/level"));
    tools->addWidget(windowButton_);
    tools->addWidget(fit);

    waiting_ = new QLabel(this);
    waiting_->setAlignment(Qt::AlignCenter);
    auto* area = new QWidget(this);
    stack_ = new QStackedLayout(area);
    stack_->addWidget(waiting_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(area, 1);

    connect(presets_, &QButtonGroup::idClicked, this, [this](int id) {
        if (view_ != nullptr) view_->setPreset(static_cast<viewer::VolumePreset>(id));
        showWindow();
    });
    connect(fit, &QToolButton::clicked, this, [this] {
        if (view_ != nullptr) view_->resetView();
    });
    showWindow();
}

void VolumePage::setPreset(viewer::VolumePreset preset) {
    presets_->button(static_cast<int>(preset))->setChecked(true);
    if (view_ != nullptr) view_->setPreset(preset);
    showWindow();
}

void VolumePage::fillWindows() {
    windowMenu_->clear();
    const auto choose = [this](const std::optional<viewer::Window>& window) {
        if (view_ != nullptr) view_->setWindow(window);
    };
    addWindows(windowMenu_, *series_, nullptr,
               [choose](const viewer::Windowing& windowing) { choose(std::get<viewer::Window>(windowing)); });
    connect(windowMenu_->addAction(tr("Default window/level")), &QAction::triggered, this, [choose] { choose({}); });
}

void VolumePage::showWindow() {
    const bool projected = presets_->checkedId() == static_cast<int>(viewer::VolumePreset::mip);
    windowButton_->setVisible(projected);
    const std::optional<viewer::Window> window = view_ != nullptr ? view_->window() : std::nullopt;
    windowButton_->setText(window ? windowingText(*window) : tr("Window/Level"));
}

void VolumePage::setSeries(const app::OpenSeries& open) {
    series_ = app::shown(open.series);
    volume_ = open.volume;
    seriesId_ = open.id;
    window_ = open.view.projectionWindow;
    refresh();
}

void VolumePage::clear() {
    series_.reset();
    volume_.reset();
    window_.reset();
    seriesId_ = -1;
    refresh();
}

void VolumePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void VolumePage::refresh() {
    const bool complete = volume_ && volume_->complete();
    if (!complete) {
        const int ready = volume_ ? volume_->readyCount() : 0;
        const int count = series_ ? series_->geometry().size[2] : 0;
        waiting_->setText(series_ ? tr("Loading %1 of %2 slices").arg(countText(ready), countText(count)) : QString());
        stack_->setCurrentWidget(waiting_);
        if (view_ != nullptr && shown_.lock()) view_->setSeries({}, nullptr);
        shown_.reset();
        return;
    }
    if (!isVisible() || shown_.lock() == volume_) return;
    if (view_ == nullptr) {
        view_ = new viewer::VolumeView(this);
        view_->setAccessibleName(tr("Volume view"));
        view_->setErrorWords(errorWords());
        stack_->addWidget(view_);
        connect(view_, &viewer::VolumeView::windowChanged, this, [this] {
            showWindow();
            if (settingUp_) return;
            window_ = view_->chosenWindow();
            Q_EMIT viewChanged();
        });
    }
    stack_->setCurrentWidget(view_);
    shown_ = volume_;
    settingUp_ = true;
    view_->setSeries(*series_, volume_);
    view_->setPreset(static_cast<viewer::VolumePreset>(presets_->checkedId()));
    if (window_) view_->setWindow(window_);
    settingUp_ = false;
    fillWindows();
    showWindow();
}

}  // namespace fleming::ui
