#pragma once

#include <QPointF>

#include "viewer/data/window.h"

namespace fleming::viewer {

/// The window after the pointer was dragged by `moved` device-independent pixels from where it was `from`: right widens,
/// down raises the centre (the image gets darker), by a 200th of the width per pixel. The width stays at least 1.
Window draggedWindow(const Window& from, const QPointF& moved);

}  // namespace fleming::viewer
