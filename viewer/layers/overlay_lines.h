#pragma once

#include "viewer/data/study.h"
#include "viewer/data/window.h"
#include "viewer/layers/scene_texts.h"
#include "viewer/render/slice_plane.h"

#include <QColor>
#include <QString>
#include <QStringList>

#include <string>

namespace fleming::viewer {

// Lines of text that slices and clips have in common.

/// Returns whom and what a series shows, as far as `texts` has it: "Doe, Jane (P-17)", "CT: Chest", "2024-05-01".
QStringList seriesLines(const std::string& modality, const QString& description, const Study& study, SceneTexts texts);

/// Returns the windowing of grey values; `minMax` are the words for MinMax.
QString windowingLine(const Windowing& windowing, const QString& minMax);

/// Returns how thick a plane is: "Maximum of 10 mm".
QString slabLine(const Slab& slab);

/// Returns a rescaled value: "40 HU" for CT, else "Value 40".
QString valueLine(const std::string& modality, double value);

/// Returns the channels of a colour, each 0 to 255.
QString colourLine(const QColor& colour);

}  // namespace fleming::viewer
