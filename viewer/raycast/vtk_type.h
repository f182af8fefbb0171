#pragma once

#include "viewer/data/volume.h"

namespace fleming::viewer {

/// Returns the scalar type of VTK (VTK_SHORT, ...) for the values of a volume.
int vtkTypeOf(ScalarType type);

}  // namespace fleming::viewer
