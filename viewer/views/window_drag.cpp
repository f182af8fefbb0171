#include "viewer/views/window_drag.h"

#include <algorithm>

namespace fleming::viewer {

Window draggedWindow(const Window& from, const QPointF& moved) {
    const double step = std::max(from.width - 1.0, 1e-3) / 200.0;
    return {from.center + moved.y() * step, std::max(1.0, from.width + moved.x() * step)};
}

}  // namespace fleming::viewer
