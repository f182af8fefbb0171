#include "ui/window/status_line.h"

#include "ui/browser/series_text.h"
#include "ui/style/elided_label.h"

#include <QLabel>

#include <cstdint>
#include <fstream>
#include <unistd.h>

namespace fleming::ui {

namespace {

constexpr int kMemoryInterval = 2000;  // ms

/// Resident memory of this process, in bytes; 0 where the system does not say.
std::int64_t residentBytes() {
    std::ifstream statm("/proc/self/statm");  // not on any disk
    std::int64_t pages = 0, resident = 0;
    statm >> pages >> resident;
    return statm ? resident * static_cast<std::int64_t>(::sysconf(_SC_PAGESIZE)) : 0;
}

}  // namespace

StatusLine::StatusLine(app::Workspace& workspace, QWidget* parent) : QStatusBar(parent), workspace_(workspace) {
    setSizeGripEnabled(false);
    model_ = new ElidedLabel(this);
    device_ = new ElidedLabel(this);
    memory_ = new ElidedLabel(this);
    for (QLabel* label : {model_, device_, memory_}) {
        label->setContentsMargins(6, 0, 6, 0);
        addPermanentWidget(label);
    }
    connect(&workspace_, &app::Workspace::modelChanged, this, &StatusLine::showModel);
    connect(&workspace_, &app::Workspace::modelProgress, this, [this](double fraction) {
        model_->setText(tr("Loading the model: %1 %").arg(static_cast<int>(fraction * 100)));
    });
    connect(&workspace_, &app::Workspace::loadProgress, this, [this](int, int ready, int total) {
        if (ready < total) {
            showMessage(tr("Loading slice %1 of %2").arg(countText(ready), countText(total)));
        } else {
            clearMessage();
        }
    });
    connect(&timer_, &QTimer::timeout, this, &StatusLine::showMemory);
    timer_.start(kMemoryInterval);
    showModel();
    showMemory();
}

void StatusLine::showModel() {
    const auto& model = workspace_.model();
    device_->setVisible(model.has_value());
    if (workspace_.isLoadingModel()) {
        model_->setText(tr("Loading the model"));
    } else if (model) {
        model_->setText(tr("Model: %1").arg(QString::fromStdString(model->info.name)));
        model_->setToolTip(QString::fromStdString(model->info.path.string()));
        device_->setText(
            tr("%1, %2", "device, data type")
                .arg(QString::fromStdString(model->info.device), QString::fromStdString(model->info.typeName())));
    } else {
        model_->setText(tr("No model"));
    }
    showMemory();
}

void StatusLine::showMemory() {
    const std::int64_t bytes = residentBytes();
    memory_->setVisible(bytes > 0);
    memory_->setText(tr("Memory: %1").arg(bytesText(bytes)));
}

}  // namespace fleming::ui
