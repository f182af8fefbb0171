#pragma once

class QKeyEvent;

namespace fleming::app {
class ReviewDraft;
}

namespace fleming::ui {

/// Lets Ctrl+Z put back the span or mark that was removed last. Returns true if the key does that: then the menu, whose
/// Ctrl+Z is for the evidence, must not get it. For events KeyPress and ShortcutOverride.
bool takeUndo(app::ReviewDraft& draft, QKeyEvent& event);

}  // namespace fleming::ui
