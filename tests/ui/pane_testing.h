#pragma once

#include "tests/ui/window_test.h"
#include "ui/views/pane.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"

#include <cstddef>
#include <vector>

namespace fleming::ui::testing {

/// Returns the middle of the window.
inline ViewArea* area(const Fixture& f) {
    return f.window->viewArea();
}

/// Returns the slice view of a pane, by its place from 0.
inline viewer::SliceView* view(const Fixture& f, std::size_t pane) {
    return area(f)->panes().at(pane)->slicePage()->view();
}

/// Returns the number of slices that each pane shows; 0: it shows none.
inline std::vector<int> shown(const Fixture& f) {
    std::vector<int> counts;
    for (const Pane* pane : area(f)->panes())
        counts.push_back(pane->slicePage()->view()->sliceCount());
    return counts;
}

}  // namespace fleming::ui::testing
