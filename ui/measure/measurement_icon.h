#pragma once

#include <QIcon>

namespace fleming::ui {

/// Returns a dot in a colour of measurements (viewer::markColour()).
QIcon colourIcon(int colour);

}  // namespace fleming::ui
