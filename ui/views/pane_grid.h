#pragma once

#include <QSize>

namespace fleming::ui {

/// How panes are arranged: `rows` x `columns`, from 1 to kMost each.
struct PaneGrid {
    static constexpr int kMost = 4;
    int rows = 1, columns = 1;
    int count() const { return rows * columns; }
    friend bool operator==(const PaneGrid&, const PaneGrid&) = default;
};

/// Returns the grid for a number of series in an area of `room` pixels: the one with a pane for each and with the
/// largest images. No side of a pane is shorter than kShortestSide, unless there is only one pane; if not all series
/// have room then, the grid with the most panes.
PaneGrid gridFor(int series, const QSize& room);

/// The shortest side of a pane that gridFor() makes, in pixels: smaller ones have no room for the texts over an image.
inline constexpr int kShortestSide = 240;

}  // namespace fleming::ui
