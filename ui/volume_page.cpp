#include "ui/volume_page.h"

#include <QButtonGroup>
#include <QLabel>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/icons.h"

namespace fleming::ui {

VolumePage::VolumePage(QWidget* parent) : QWidget(parent) {
    auto* tools = new QHBoxLayout;
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
    fit->setToolTip(tr("Turn and zoom back to the beginning"));
    fit->setAccessibleName(tr("Reset the view"));
    tools->addWidget(fit);
    tools->addStretch(1);

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
    });
    connect(fit, &QToolButton::clicked, this, [this] {
        if (view_ != nullptr) view_->resetView();
    });
}

void VolumePage::setPreset(viewer::VolumePreset preset) {
    presets_->button(static_cast<int>(preset))->setChecked(true);
    if (view_ != nullptr) view_->setPreset(preset);
}

void VolumePage::setSeries(const app::Workspace::OpenSeries& open) {
    series_ = open.series;
    volume_ = open.volume;
    refresh();
}

void VolumePage::clear() {
    series_.reset();
    volume_.reset();
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
        const int count = series_ ? series_->geometry.size[2] : 0;
        waiting_->setText(series_ ? tr("Loading: %1 of %2 slices").arg(ready).arg(count) : QString());
        stack_->setCurrentWidget(waiting_);
        if (view_ != nullptr && shown_.lock()) view_->setSeries({}, nullptr);
        shown_.reset();
        return;
    }
    if (!isVisible() || shown_.lock() == volume_) return;
    if (view_ == nullptr) {
        view_ = new viewer::VolumeView(this);
        view_->setAccessibleName(tr("Volume"));
        stack_->addWidget(view_);
    }
    stack_->setCurrentWidget(view_);
    shown_ = volume_;
    view_->setSeries(*series_, volume_);
    view_->setPreset(static_cast<viewer::VolumePreset>(presets_->checkedId()));
}

}  // namespace fleming::ui
