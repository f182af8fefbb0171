// What a clip view does on keys and for menus.
#include "viewer/tools/zoom_tool.h"
#include "viewer/views/clip_controls.h"
#include "viewer/views/clip_view.h"
#include "viewer/views/input_actions.h"

#include <QKeyEvent>

namespace fleming::viewer {

bool ClipView::perform(ViewCommand command) {
    switch (command) {
        case ViewCommand::previousSlice:
        case ViewCommand::previousTime:
            seek(frame() - 1);
            return true;
        case ViewCommand::nextSlice:
        case ViewCommand::nextTime:
            seek(frame() + 1);
            return true;
        case ViewCommand::previousPage:
            seek(frame() - kPageSlices);
            return true;
        case ViewCommand::nextPage:
            seek(frame() + kPageSlices);
            return true;
        case ViewCommand::firstSlice:
            seek(0);
            return true;
        case ViewCommand::lastSlice:
            seek(frameCount() - 1);
            return true;
        case ViewCommand::zoomIn:
            setZoom(zoom() * ZoomTool::kPerNotch);
            return true;
        case ViewCommand::zoomOut:
            setZoom(zoom() / ZoomTool::kPerNotch);
            return true;
        case ViewCommand::fit:
            fit();
            return true;
        case ViewCommand::reset:
            resetView();
            return true;
        case ViewCommand::invert:
            setInverted(!isInverted());
            return true;
        case ViewCommand::wholeRange:
            setWholeRange();
            return true;
        case ViewCommand::menu:
            Q_EMIT menuRequested(screen()->rect().center());
            return true;
        case ViewCommand::previousSeries:
            Q_EMIT seriesRequested(-1);
            return true;
        case ViewCommand::nextSeries:
            Q_EMIT seriesRequested(1);
            return true;
        case ViewCommand::keyImage:
            Q_EMIT keyImageRequested();
            return true;
        case ViewCommand::crosshair:
        case ViewCommand::slab:
        case ViewCommand::straighten:
            return false;
        default:
            setLook(changed(look(), command));
            return true;
    }
}

/// Does what only clips can, by an id of clipActions().
bool ClipView::performOfClips(const QString& id) {
    const Playback now = playback();
    if (id == kClipPlay) {
        isPlaying() ? pause() : play();
    } else if (id == kClipIn) {
        setInPointHere();
    } else if (id == kClipOut) {
        setOutPointHere();
    } else if (id == kClipSlower) {
        setPlayback({nextSpeed(now.speed, -1), now.mode});
    } else if (id == kClipFaster) {
        setPlayback({nextSpeed(now.speed, 1), now.mode});
    } else if (id == kClipMode) {
        setPlayback({now.speed, nextMode(now.mode)});
    } else {
        return false;
    }
    return true;
}

void ClipView::keyPressEvent(QKeyEvent* event) {
    if (frameCount() == 0) return QWidget::keyPressEvent(event);
    if (event->key() == Qt::Key_Escape && escape()) return;
    const QString action = actionOfKey(*event, InputPlace::clips);
    if (performOfClips(action)) return;
    const QString group = action.section(QLatin1Char('/'), 0, 0), id = action.section(QLatin1Char('/'), 1);
    if (group == QLatin1String("tool")) return setActiveTool(id.toStdString());
    if (group == QLatin1String("preset")) return pickWindow(id.toInt());
    if (const auto command = commandOf(id); command && perform(*command)) return;
    QWidget::keyPressEvent(event);
}

}  // namespace fleming::viewer
