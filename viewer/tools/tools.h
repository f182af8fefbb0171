#pragma once

#include "viewer/tools/tool.h"

#include <QString>
#include <Qt>

#include <memory>
#include <span>

namespace fleming::viewer {

/// One tool of the registry.
struct ToolEntry {
    const char* id;  ///< "window", "pan", ...: stable
    /// The name for the user in English, marked with QT_TRANSLATE_NOOP("Tools", ...).
    const char* name;
    Qt::Key key;             ///< picks the tool for the left button while the view has the focus
    Qt::CursorShape cursor;  ///< while the tool is picked
    std::unique_ptr<Tool> (*make)();
    bool measures = false;  ///< it draws measured regions, which only slices and pictures have
};

/// Returns the tools for slices. The first one is the default for the left button; Esc returns to it.
std::span<const ToolEntry> tools();

/// Returns those of tools() that do not measure.
std::span<const ToolEntry> displayTools();

/// Returns the tools for an image with marks. The first one selects and moves marks; it is the default.
std::span<const ToolEntry> markTools();

/// Returns the translated name.
QString toolName(const ToolEntry& entry);

}  // namespace fleming::viewer
