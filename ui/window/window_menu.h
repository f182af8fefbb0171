#pragma once

#include "viewer/data/series.h"
#include "viewer/render/frame_renderer.h"

#include <functional>

class QMenu;
class QToolButton;
class QWidget;

namespace fleming::ui {

/// Appends the windows that can be chosen for a grey series: those of its file, then the presets of its modality, each
/// with its centre and width. `choose` is called with the one that is picked.
void addWindows(QMenu* menu, const viewer::Series& series, const std::function<void(const viewer::Window&)>& choose);

/// A button that opens `menu`, for the toolbar of a page. Its text is the window in force.
QToolButton* makeWindowButton(QMenu* menu, QWidget* parent);

}  // namespace fleming::ui
