#pragma once

#include <QKeySequence>
#include <QLatin1String>
#include <QList>
#include <QString>

#include <optional>
#include <span>

namespace fleming::viewer {

/// What keys do in a volume view.
enum class VolumeCommand {
    turnLeft,
    turnRight,
    turnUp,
    turnDown,
    zoomIn,
    zoomOut,
    reset,
    gallery,
    cropBox,
    nextFace,
    previousFace,
    growCrop,
    shrinkCrop,
    wholeVolume,
    fromFront,
    fromBack,
    fromLeft,
    fromRight,
    fromHead,
    fromFeet,
};

/// One command of the registry.
struct VolumeCommandEntry {
    VolumeCommand command;
    const char* id;  ///< "turn-left", ...: stable
    /// The name for the user in English, marked with QT_TRANSLATE_NOOP("VolumeCommands", ...).
    const char* name;
    QList<QKeySequence> keys;  ///< the default (see input_actions.h)
};

/// Returns all commands.
std::span<const VolumeCommandEntry> volumeCommands();

/// Returns the translated name.
QString commandName(const VolumeCommandEntry& entry);

/// Returns the command of an action of viewActions(), "volume/turn-left"; absent if it is none.
std::optional<VolumeCommand> volumeCommandOf(const QString& action);

/// The group of the ids of their actions.
inline constexpr QLatin1String kVolumeGroup{"volume/"};

}  // namespace fleming::viewer
