#include "ui/window/status_line.h"

#include "app/models/model_description.h"
#include "ui/browser/series_text.h"
#include "ui/style/elided_label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <cstdint>
#include <fstream>
#include <unistd.h>

namespace fleming::ui {

namespace {

constexpr int kMemoryInterval = 2000;  // ms
constexpr int kIconSide = 14;          // pixels

/// Returns the resident memory of this process in bytes, or 0 if it is unknown.
std::int64_t residentBytes() {
    std::ifstream statm("/proc/self/statm");
    std::int64_t pages = 0, resident = 0;
    statm >> pages >> resident;
    return statm ? resident * static_cast<std::int64_t>(::sysconf(_SC_PAGESIZE)) : 0;
}

}  // namespace

StatusLine::StatusLine(const app::Workspace& workspace, const QList<QAction*>& panelToggles, QWidget* parent)
    : QStatusBar(parent), workspace_(workspace) {
    setSizeGripEnabled(false);
    model_ = new ElidedLabel(this);
    device_ = new ElidedLabel(this);
    memory_ = new ElidedLabel(this);
    for (QLabel* label : {model_, device_, memory_}) {
        label->setContentsMargins(6, 0, 6, 0);
        addPermanentWidget(label);
    }
    addPermanentWidget(makeToggles(panelToggles));
    connect(&workspace_.model(), &app::ModelSlot::changed, this, &StatusLine::showModel);
    connect(&workspace_.model(), &app::ModelSlot::progressed, this, [this](double fraction) {
        model_->setText(tr("Loading the model: %1 %").arg(static_cast<int>(fraction * 100)));
    });
    connect(&workspace_.studies(), &app::Studies::loadProgress, this, [this](int, int ready, int total) {
        if (ready < total) {
            showMessage(tr("Loading slice %1 of %2").arg(countText(ready), countText(total)));
        } else {
            clearMessage();
        }
    });
    connect(&workspace_.session(), &app::CurrentSession::exportProgressed, this, [this](double fraction) {
        constexpr int kShown = 3000;  // ms
        showMessage(tr("Exporting the session: %1 %").arg(static_cast<int>(fraction * 100)), kShown);
    });
    connect(&workspace_.replay(), &app::SessionReplay::progressed, this, [this](double fraction) {
        constexpr int kShown = 3000;  // ms
        showMessage(tr("Replaying: %1 %").arg(static_cast<int>(fraction * 100)), kShown);
    });
    connect(&timer_, &QTimer::timeout, this, &StatusLine::showMemory);
    timer_.start(kMemoryInterval);
    showModel();
    showMemory();
}

QWidget* StatusLine::makeToggles(const QList<QAction*>& panelToggles) {
    auto* buttons = new QWidget(this);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(4, 0, 4, 0);
    row->setSpacing(2);
    for (QAction* toggle : panelToggles) {
        auto* button = new QToolButton(buttons);
        button->setDefaultAction(toggle);
        button->setIconSize({kIconSide, kIconSide});
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
    }
    return buttons;
}

void StatusLine::showModel() {
    const auto& model = workspace_.model().model();
    device_->setVisible(model.has_value());
    if (workspace_.model().isLoading()) {
        model_->setText(tr("Loading the model"));
    } else if (model) {
        model_->setText(tr("Model: %1").arg(QString::fromStdString(model->info.name)));
        model_->setToolTip(QStringLiteral("%1\n%2").arg(QString::fromStdString(model->info.path.string()),
                                                        app::privacyText(model->capabilities)));
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
