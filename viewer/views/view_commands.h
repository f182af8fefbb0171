#pragma once

#include <QKeyCombination>
#include <QString>

#include <optional>
#include <span>
#include <vector>

class QKeyEvent;

namespace fleming::viewer {

/// What a slice view does on a key, or for a menu.
enum class ViewCommand {
    previousSlice,
    nextSlice,
    previousPage,
    nextPage,
    firstSlice,
    lastSlice,
    zoomIn,
    zoomOut,
    fit,
    reset,
    invert,
    flipLeftRight,
    flipUpDown,
    rotateRight,
    rotateLeft,
    nextColours,
    interpolation,
    wholeRange,
    menu,
};

/// One command of the registry.
struct ViewCommandEntry {
    ViewCommand command;
    const char* id;  ///< "flip-left-right", ...: stable
    /// The name for the user in English, marked with QT_TRANSLATE_NOOP("ViewCommands", ...).
    const char* name;
    std::vector<Qt::Key> keys;  ///< while the view has the focus, without Ctrl, Alt and Meta
};

/// Returns all commands.
std::span<const ViewCommandEntry> viewCommands();

/// Returns the entry of a command.
const ViewCommandEntry& entryOf(ViewCommand command);

/// Returns the translated name.
QString commandName(ViewCommand command);

/// Returns the first key of a command as the user reads it.
QString keyText(ViewCommand command);

/// Returns the command of a key; absent if it has none.
std::optional<ViewCommand> commandOf(const QKeyEvent& event);

}  // namespace fleming::viewer
