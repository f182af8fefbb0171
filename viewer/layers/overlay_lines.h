#pragma once

#include "viewer/data/window.h"
#include "viewer/render/slice_plane.h"

#include <QColor>
#include <QString>

#include <string>

namespace fleming::viewer {

// Lines of text that slices and clips have in common.

/// Returns what is shown: "CT: Chest".
QString seriesLine(const std::string& modality, const QString& description);

/// Returns the windowing of grey values; `minMax` are the words for MinMax.
QString windowingLine(const Windowing& windowing, const QString& minMax);

/// Returns how thick a plane is: "Maximum of 10 mm".
QString slabLine(const Slab& slab);

/// Returns a rescaled value: "40 HU" for CT, else "Value 40".
QString valueLine(const std::string& modality, double value);

/// Returns the channels of a colour, each 0 to 255.
QString colourLine(const QColor& colour);

}  // namespace fleming::viewer
