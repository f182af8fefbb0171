#include "ui/views/pane_grid.h"

#include <algorithm>
#include <tuple>

namespace fleming::ui {

PaneGrid gridFor(int series, const QSize& room) {
    const auto rank = [&](const PaneGrid& grid) {
        const int missing = std::max(0, series - grid.count());
        const int side = std::min(room.width() / grid.columns, room.height() / grid.rows);
        return std::tuple(missing, -side, grid.count());
    };
    PaneGrid best;
    for (int rows = 1; rows <= std::clamp(room.height() / kShortestSide, 1, PaneGrid::kMost); ++rows) {
        for (int columns = 1; columns <= std::clamp(room.width() / kShortestSide, 1, PaneGrid::kMost); ++columns) {
            if (rank({rows, columns}) < rank(best)) best = {rows, columns};
        }
    }
    return best;
}

}  // namespace fleming::ui
