#include "viewer/views/view_commands.h"

#include "viewer/render/colour_table.h"
#include "viewer/render/turn.h"
#include "viewer/views/input_actions.h"

#include <QCoreApplication>

#include <algorithm>

namespace fleming::viewer {

std::span<const ViewCommandEntry> viewCommands() {
    using enum ViewCommand;
    static const ViewCommandEntry entries[] = {
        {previousSlice, "previous-slice", QT_TRANSLATE_NOOP("ViewCommands", "Previous slice"), {Qt::Key_Up}},
        {nextSlice, "next-slice", QT_TRANSLATE_NOOP("ViewCommands", "Next slice"), {Qt::Key_Down}},
        {previousPage, "previous-page", QT_TRANSLATE_NOOP("ViewCommands", "Ten slices back"), {Qt::Key_PageUp}},
        {nextPage, "next-page", QT_TRANSLATE_NOOP("ViewCommands", "Ten slices on"), {Qt::Key_PageDown}},
        {firstSlice, "first-slice", QT_TRANSLATE_NOOP("ViewCommands", "First slice"), {Qt::Key_Home}},
        {lastSlice, "last-slice", QT_TRANSLATE_NOOP("ViewCommands", "Last slice"), {Qt::Key_End}},
        {zoomIn, "zoom-in", QT_TRANSLATE_NOOP("ViewCommands", "Zoom in"), {Qt::Key_Plus, Qt::Key_Equal}},
        {zoomOut, "zoom-out", QT_TRANSLATE_NOOP("ViewCommands", "Zoom out"), {Qt::Key_Minus}},
        {fit, "fit", QT_TRANSLATE_NOOP("ViewCommands", "Fit to the view"), {Qt::Key_F}},
        {reset, "reset", QT_TRANSLATE_NOOP("ViewCommands", "Reset the display"), {Qt::Key_R}},
        {invert, "invert", QT_TRANSLATE_NOOP("ViewCommands", "Invert"), {Qt::Key_I}},
        {flipLeftRight, "flip-left-right", QT_TRANSLATE_NOOP("ViewCommands", "Flip left to right"), {Qt::Key_H}},
        {flipUpDown, "flip-up-down", QT_TRANSLATE_NOOP("ViewCommands", "Flip top to bottom"), {Qt::Key_V}},
        {rotateRight, "rotate-right", QT_TRANSLATE_NOOP("ViewCommands", "Rotate to the right"), {Qt::Key_Period}},
        {rotateLeft, "rotate-left", QT_TRANSLATE_NOOP("ViewCommands", "Rotate to the left"), {Qt::Key_Comma}},
        {nextColours, "next-colours", QT_TRANSLATE_NOOP("ViewCommands", "Next colour table"), {Qt::Key_C}},
        {interpolation, "interpolation", QT_TRANSLATE_NOOP("ViewCommands", "Interpolate between pixels"), {Qt::Key_N}},
        {wholeRange, "whole-range", QT_TRANSLATE_NOOP("ViewCommands", "Window of the whole range"), {Qt::Key_0}},
        {crosshair, "crosshair", QT_TRANSLATE_NOOP("ViewCommands", "Crosshair on or off"), {Qt::Key_X}},
        {slab, "slab", QT_TRANSLATE_NOOP("ViewCommands", "Slab on or off"), {Qt::Key_T}},
        {straighten, "straighten", QT_TRANSLATE_NOOP("ViewCommands", "Straighten the planes"), {Qt::Key_Backspace}},
        {previousSeries,
         "previous-series",
         QT_TRANSLATE_NOOP("ViewCommands", "Previous series"),
         {Qt::Key_BracketLeft}},
        {nextSeries, "next-series", QT_TRANSLATE_NOOP("ViewCommands", "Next series"), {Qt::Key_BracketRight}},
        {previousTime,
         "previous-time",
         QT_TRANSLATE_NOOP("ViewCommands", "Previous time point, frame or slice"),
         {Qt::Key_Left}},
        {nextTime, "next-time", QT_TRANSLATE_NOOP("ViewCommands", "Next time point, frame or slice"), {Qt::Key_Right}},
        {keyImage, "key-image", QT_TRANSLATE_NOOP("ViewCommands", "Add the image to the evidence"), {Qt::Key_K}},
        {menu, "menu", QT_TRANSLATE_NOOP("ViewCommands", "Menu of the view"), {Qt::Key_Menu}},
    };
    return entries;
}

const ViewCommandEntry& entryOf(ViewCommand command) {
    return *std::ranges::find(viewCommands(), command, &ViewCommandEntry::command);
}

QString commandName(ViewCommand command) {
    return QCoreApplication::translate("ViewCommands", entryOf(command).name);
}

QString keyText(ViewCommand command) {
    return firstKeyText(QLatin1String("view/") + QLatin1String(entryOf(command).id));
}

Look changed(Look look, ViewCommand command) {
    switch (command) {
        case ViewCommand::flipLeftRight:
            look.turn = flippedLeftRight(look.turn);
            break;
        case ViewCommand::flipUpDown:
            look.turn = flippedUpDown(look.turn);
            break;
        case ViewCommand::rotateRight:
            look.turn = rotated(look.turn, 1);
            break;
        case ViewCommand::rotateLeft:
            look.turn = rotated(look.turn, -1);
            break;
        case ViewCommand::nextColours: {
            const auto tables = colourTables();
            const auto next = std::ranges::find(tables, look.colours) + 1;
            look.colours = next == tables.end() ? tables.front() : *next;
            break;
        }
        case ViewCommand::interpolation:
            look.interpolation =
                look.interpolation == Interpolation::linear ? Interpolation::nearest : Interpolation::linear;
            break;
        default:
            break;
    }
    return look;
}

std::optional<ViewCommand> commandOf(const QString& id) {
    for (const ViewCommandEntry& entry : viewCommands()) {
        if (id == QLatin1String(entry.id)) return entry.command;
    }
    return {};
}

}  // namespace fleming::viewer
