// What a slice view does on keys and for menus.
#include "viewer/tools/zoom_tool.h"
#include "viewer/views/slice_view.h"
#include "viewer/views/slice_view_private.h"

#include <utility>

namespace fleming::viewer {

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
        case ViewCommand::previousSeries:
            Q_EMIT seriesRequested(-1);
            return;
        case ViewCommand::nextSeries:
            Q_EMIT seriesRequested(1);
            return;
        case ViewCommand::previousTime:
            return stepTime(-1);
        case ViewCommand::nextTime:
            return stepTime(1);
        case ViewCommand::keyImage:
            Q_EMIT keyImageRequested();
            return;
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
            setLook(changed(look(), command));
    }
}

void SliceView::setTimeStep(std::function<bool(int by)> step) {
    d_->timeStep = std::move(step);
}

void SliceView::stepTime(int by) {
    if (!d_->timeStep || !d_->timeStep(by)) scrollBy(by);
}

}  // namespace fleming::viewer
