#pragma once

#include "viewer/data/window.h"
#include "viewer/layers/mm_to_device.h"
#include "viewer/rois/roi_board.h"
#include "viewer/tools/viewport.h"

#include <QPointF>
#include <QRectF>
#include <Qt>

#include <optional>

namespace fleming::viewer {

/// What the pointer did. The view chooses the tool by button and modifiers, so a tool needs neither.
struct PointerEvent {
    enum class Kind { press, move, release, wheel };
    Kind kind = Kind::move;
    QPointF position;               ///< device pixels of the view
    double devicePixelRatio = 1.0;  ///< device pixels per device-independent pixel
    double notches = 0.0;           ///< wheel: positive away from the user; fine wheels and touch pads send fractions
};

/// A press and a release within this distance are a click; device-independent pixels.
inline constexpr double kClickReach = 3;

/// A key that was pressed while the view has the focus.
struct KeyPress {
    int key = 0;  ///< Qt::Key
    Qt::KeyboardModifiers modifiers;
};

class MarkBoard;

/// What a tool can change: the view that it works in.
class ToolTarget {
public:
    virtual ~ToolTarget() = default;

    virtual Viewport& viewport() = 0;
    /// Must be called after each change of viewport().
    virtual void viewportChanged() = 0;

    /// Returns the window of the display, or for MinMax the window that looks the same; absent if nothing can be
    /// windowed (no pixels, or colours).
    virtual std::optional<Window> displayedWindow() const = 0;
    virtual void setWindow(const Window& window) = 0;

    /// Outlines a part of the view, in device pixels; absent: nothing.
    virtual void outline(const std::optional<QRectF>&) {}
    /// Sets the window that fits the values in a part of the view, in device pixels.
    virtual void setWindowOver(const QRectF&) {}

    /// Moves by `slices`; stops at the first and the last one.
    virtual void scrollBy(int slices) = 0;
    /// Goes to an earlier or a later time; where there is none, scrolls.
    virtual void stepTime(int by) { scrollBy(by); }

    /// Returns the marks on the image; null if the view shows none.
    virtual MarkBoard* markBoard() { return nullptr; }

    /// Returns how measured regions are shown; absent if the view shows none.
    virtual std::optional<RoiView> roiView() { return {}; }
};

/// What the pointer does in a view. An object serves one view and keeps the state of one drag.
class Tool {
public:
    virtual ~Tool() = default;

    /// Handles an event. After a press the same tool gets all moves up to the release. Returns false if the tool does
    /// not take the event: a press that begins no drag. `map` maps device pixels to the patient.
    virtual bool handle(const PointerEvent& event, const MmToDevice& map, ToolTarget& target) = 0;

    /// Follows the pointer while it moves with no button pressed.
    virtual void hover(const PointerEvent&, const MmToDevice&, ToolTarget&) {}

    /// Drops what a drag has changed so far. The tool gets no more events of that drag.
    virtual void cancel(ToolTarget&) {}

    /// Returns true if the tool takes a key, which the view then passes to handleKey() only.
    virtual bool wantsKey(const KeyPress&, ToolTarget&) const { return false; }

    /// Handles a key that the tool wants.
    virtual void handleKey(const KeyPress&, const MmToDevice&, ToolTarget&) {}
};

}  // namespace fleming::viewer
