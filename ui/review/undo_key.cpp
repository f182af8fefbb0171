#include "ui/review/undo_key.h"

#include "app/review/review_draft.h"

#include <QKeyEvent>

namespace fleming::ui {

bool takeUndo(app::ReviewDraft& draft, QKeyEvent& event) {
    if (!event.matches(QKeySequence::Undo) || !draft.canUndoRemoval()) return false;
    event.accept();
    if (event.type() == QEvent::KeyPress) draft.undoRemoval();
    return true;
}

}  // namespace fleming::ui
