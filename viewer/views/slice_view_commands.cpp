// What a slice view does on keys and for menus.
#include "viewer/render/colour_table.h"
#include "viewer/render/turn.h"
#include "viewer/tools/zoom_tool.h"
#include "viewer/views/slice_view.h"

#include <algorithm>

namespace fleming::viewer {

namespace {

ColourTable nextTable(ColourTable table) {
    const auto tables = colourTables();
    const auto next = std::ranges::find(tables, table) + 1;
    return next == tables.end() ? tables.front() : *next;
}

}  // namespace

void SliceView::perform(ViewCommand command) {
    switch (command) {
        case ViewCommand::previousSlice:
            return scrollBy(-1);
        case ViewCommand::nextSlice:
            return scrollBy(1);
        case ViewCommand::previousPage:
            return scrollBy(-kPageSlices);
        case ViewCommand::nextPage:
            return scrollBy(kPageSlices);
        case ViewCommand::firstSlice:
            return setSlice(0);
        case ViewCommand::lastSlice:
            return setSlice(sliceCount() - 1);
        case ViewCommand::zoomIn:
            return setZoom(zoom() * ZoomTool::kPerNotch);
        case ViewCommand::zoomOut:
            return setZoom(zoom() / ZoomTool::kPerNotch);
        case ViewCommand::fit:
            viewport().fit();
            return viewportChanged();
        case ViewCommand::reset:
            return resetView();
        case ViewCommand::invert:
            return setInverted(!isInverted());
        case ViewCommand::wholeRange:
            return setWholeRange();
        case ViewCommand::slab:
            return toggleSlab();
        case ViewCommand::straighten:
            setTilt({});
            Q_EMIT straightenRequested();
            return;
        case ViewCommand::crosshair:
            Q_EMIT crossKeyPressed();
            return;
        case ViewCommand::menu:
            Q_EMIT menuRequested(rect().center());
            return;
        default:
            changeLook(command);
    }
}

void SliceView::changeLook(ViewCommand command) {
    Look changed = look();
    if (command == ViewCommand::flipLeftRight) changed.turn = flippedLeftRight(changed.turn);
    if (command == ViewCommand::flipUpDown) changed.turn = flippedUpDown(changed.turn);
    if (command == ViewCommand::rotateRight) changed.turn = rotated(changed.turn, 1);
    if (command == ViewCommand::rotateLeft) changed.turn = rotated(changed.turn, -1);
    if (command == ViewCommand::nextColours) changed.colours = nextTable(changed.colours);
    if (command == ViewCommand::interpolation) {
        const bool isLinear = changed.interpolation == Interpolation::linear;
        changed.interpolation = isLinear ? Interpolation::nearest : Interpolation::linear;
    }
    setLook(changed);
}

}  // namespace fleming::viewer
