#pragma once

#include "viewer/data/geometry.h"
#include "viewer/data/look.h"
#include "viewer/data/series_info.h"
#include "viewer/data/study.h"
#include "viewer/data/window.h"

#include <QString>

#include <string>

/// The translated names of planes, windows and kinds of series.
namespace fleming::viewer {

/// Returns the name of a plane as a heading: "Axial".
QString planeName(Plane plane);

/// Returns the name of a plane within a sentence: "axial".
QString planeWord(Plane plane);

/// Returns the translated name of a window that this program has named, a CT preset ("lung" gives "Lung") or a range
/// that a reader has found ("Whole range"); other names, which are those of a file, unchanged.
QString windowName(const std::string& name);

/// Returns the word for a function of a window within a sentence: "sigmoid"; empty for the usual linear one.
QString windowFunctionWord(WindowFunction function);

/// Returns the translated name of a colour table.
QString colourTableName(ColourTable table);

/// Returns the translated name of a look of ray-cast volumes (VolumePreset::id).
QString volumePresetName(const std::string& id);

/// Returns how an image is turned: "Mirrored, rotated by 90°"; empty if it is not.
QString turnText(const Turn& turn);

/// Returns the word for a kind of series within a sentence: "volume".
QString seriesKindWord(SeriesKind kind);

/// Returns the name of a person as people write it, from the first component group of a DICOM person name (PS3.5
/// 6.2.1): "Doe^Jane^A^Dr" gives "Doe, Jane A". If the group with Latin letters is empty, the next group is used. In
/// Chinese, Japanese and Korean it is the group with ideographs, if there is one: "Wang^XiaoMing=王^小明" gives
/// "王小明".
QString personName(const std::string& value);

/// Returns a patient's name and ID: "Doe, Jane (P-17)"; only one of them if the other is empty or the same; empty if
/// both are.
QString patientText(const Patient& patient);

}  // namespace fleming::viewer
