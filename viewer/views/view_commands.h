#pragma once

#include "viewer/data/look.h"

#include <QString>
#include <Qt>

#include <optional>
#include <span>
#include <vector>

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
    crosshair,
    slab,
    straighten,
    previousSeries,
    nextSeries,
    previousTime,
    nextTime,
    keyImage,
    menu,
};

/// How many slices, or frames of a clip, a page is.
inline constexpr int kPageSlices = 10;

/// One command of the registry.
struct ViewCommandEntry {
    ViewCommand command;
    const char* id;  ///< "flip-left-right", ...: stable
    /// The name for the user in English, marked with QT_TRANSLATE_NOOP("ViewCommands", ...).
    const char* name;
    std::vector<Qt::Key> keys;  ///< the default (see input_actions.h), while the view has the focus
};

/// Returns all commands.
std::span<const ViewCommandEntry> viewCommands();

/// Returns the entry of a command.
const ViewCommandEntry& entryOf(ViewCommand command);

/// Returns the translated name.
QString commandName(ViewCommand command);

/// Returns the first key of a command in use, as the user reads it; empty if it has none.
QString keyText(ViewCommand command);

/// Returns a look after a command that turns, colours or interpolates; the same look for any other command.
Look changed(Look look, ViewCommand command);

/// Returns the command with an id; absent if there is none.
std::optional<ViewCommand> commandOf(const QString& id);

}  // namespace fleming::viewer
