#include "viewer/views/volume_commands.h"

#include <QCoreApplication>

namespace fleming::viewer {

std::span<const VolumeCommandEntry> volumeCommands() {
    using enum VolumeCommand;
    static const VolumeCommandEntry entries[] = {
        {turnLeft, "turn-left", QT_TRANSLATE_NOOP("VolumeCommands", "Turn to the left"), {Qt::Key_Left}},
        {turnRight, "turn-right", QT_TRANSLATE_NOOP("VolumeCommands", "Turn to the right"), {Qt::Key_Right}},
        {turnUp, "turn-up", QT_TRANSLATE_NOOP("VolumeCommands", "Turn up"), {Qt::Key_Up}},
        {turnDown, "turn-down", QT_TRANSLATE_NOOP("VolumeCommands", "Turn down"), {Qt::Key_Down}},
        {zoomIn, "zoom-in", QT_TRANSLATE_NOOP("VolumeCommands", "Zoom in"), {Qt::Key_Plus, Qt::Key_Equal}},
        {zoomOut, "zoom-out", QT_TRANSLATE_NOOP("VolumeCommands", "Zoom out"), {Qt::Key_Minus}},
        {reset, "reset", QT_TRANSLATE_NOOP("VolumeCommands", "Reset the view"), {Qt::Key_R, Qt::Key_F, Qt::Key_0}},
        {gallery, "gallery", QT_TRANSLATE_NOOP("VolumeCommands", "Gallery of looks"), {Qt::Key_G}},
        {cropBox, "crop-box", QT_TRANSLATE_NOOP("VolumeCommands", "Show the crop box"), {Qt::Key_B}},
        {nextFace, "next-face", QT_TRANSLATE_NOOP("VolumeCommands", "Crop box: next side"), {Qt::Key_PageDown}},
        {previousFace,
         "previous-face",
         QT_TRANSLATE_NOOP("VolumeCommands", "Crop box: previous side"),
         {Qt::Key_PageUp}},
        {growCrop,
         "grow-crop",
         QT_TRANSLATE_NOOP("VolumeCommands", "Crop box: move the side out"),
         {Qt::SHIFT | Qt::Key_Up}},
        {shrinkCrop,
         "shrink-crop",
         QT_TRANSLATE_NOOP("VolumeCommands", "Crop box: move the side in"),
         {Qt::SHIFT | Qt::Key_Down}},
        {wholeVolume,
         "whole-volume",
         QT_TRANSLATE_NOOP("VolumeCommands", "Crop box: the whole volume"),
         {Qt::Key_Backspace}},
        {fromFront, "from-front", QT_TRANSLATE_NOOP("VolumeCommands", "View from the front"), {Qt::Key_1}},
        {fromBack, "from-back", QT_TRANSLATE_NOOP("VolumeCommands", "View from the back"), {Qt::Key_2}},
        {fromLeft, "from-left", QT_TRANSLATE_NOOP("VolumeCommands", "View from the patient's left"), {Qt::Key_3}},
        {fromRight, "from-right", QT_TRANSLATE_NOOP("VolumeCommands", "View from the patient's right"), {Qt::Key_4}},
        {fromHead, "from-head", QT_TRANSLATE_NOOP("VolumeCommands", "View from the head"), {Qt::Key_5}},
        {fromFeet, "from-feet", QT_TRANSLATE_NOOP("VolumeCommands", "View from the feet"), {Qt::Key_6}},
    };
    return entries;
}

QString commandName(const VolumeCommandEntry& entry) {
    return QCoreApplication::translate("VolumeCommands", entry.name);
}

std::optional<VolumeCommand> volumeCommandOf(const QString& action) {
    for (const VolumeCommandEntry& entry : volumeCommands()) {
        if (action == kVolumeGroup + QLatin1String(entry.id)) return entry.command;
    }
    return {};
}

}  // namespace fleming::viewer
