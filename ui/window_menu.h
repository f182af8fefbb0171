#pragma once

#include <functional>

#include "viewer/data/series.h"
#include "viewer/render/frame_renderer.h"

class QMenu;

namespace fleming::ui {

/// Appends the windows that can be chosen for a grey series: those of its file, then the presets of its modality, each
/// with its centre and width. `choose` is called with the one that is picked.
void addWindows(QMenu* menu, const viewer::Series& series, const std::function<void(const viewer::Window&)>& choose);

}  // namespace fleming::ui
