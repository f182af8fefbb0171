#include "ui/views/clip_toolbar.h"

#include "ui/browser/series_text.h"
#include "ui/views/look_menu.h"
#include "ui/views/window_menu.h"
#include "viewer/views/clip_view.h"
#include "viewer/views/flow_layout.h"

#include <QMenu>
#include <QToolButton>

namespace fleming::ui {

ClipToolbar::ClipToolbar(viewer::ClipView* view, QWidget* parent) : QWidget(parent), view_(view) {
    menu_ = new QMenu(tr("&Window/Level"), this);
    look_ = new LookMenu(view_, this);
    button_ = makeWindowButton(menu_, this);
    QToolButton* fit = makeFitButton(this);
    auto* row = new viewer::FlowLayout(6);
    row->setContentsMargins(6, 3, 6, 3);
    row->addWidget(button_);
    row->addWidget(fit);
    setLayout(row);
    connect(fit, &QToolButton::clicked, view_, &viewer::ClipView::resetView);
    connect(view_, &viewer::ClipView::windowChanged, this, &ClipToolbar::showWindow);
    // Some windows follow from the values of the frame on the screen.
    connect(menu_, &QMenu::aboutToShow, this, &ClipToolbar::fillWindows);
    showWindow();
}

void ClipToolbar::setModality(const std::string& modality) {
    modality_ = modality;
    fillWindows();
}

void ClipToolbar::fillWindows() {
    menu_->clear();
    const auto values = view_->shownValues();
    addWindows(menu_, modality_, view_->fileWindows(), values.get(),
               [this](const viewer::Windowing& windowing) { view_->setWindowing(windowing); });
    const auto entry = [this](const QString& name, const QString& key, const auto& slot) {
        connect(menu_->addAction(tr("%1\t%2").arg(name, key)), &QAction::triggered, view_, slot);
    };
    entry(tr("Whole range of this frame"), keyText(viewer::ViewCommand::wholeRange),
          [this] { view_->setWholeRange(); });
    connect(menu_->addAction(tr("Auto window per frame")), &QAction::triggered, view_,
            [this] { view_->setWindowing(viewer::MinMax{}); });
    entry(tr("Reset window/level and fit"), keyText(viewer::ViewCommand::reset), [this] { view_->resetView(); });
}

void ClipToolbar::showWindow() {
    const auto windowing = view_->windowing();
    button_->setVisible(windowing.has_value());
    if (!windowing) return;
    const bool isMinMax = std::holds_alternative<viewer::MinMax>(*windowing);
    button_->setText(isMinMax ? tr("Minimum to maximum of each frame") : windowingText(*windowing));
}

}  // namespace fleming::ui
