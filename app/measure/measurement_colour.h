#pragma once

#include "viewer/data/picture.h"

namespace fleming::app {

/// Returns a colour of measurements, viewer::markColour().
viewer::Rgb measurementColour(int index);

/// Returns the index of the colour of measurements that is nearest to a colour.
int nearestMeasurementColour(const viewer::Rgb& wanted);

}  // namespace fleming::app
